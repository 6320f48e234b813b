/* bench.c: the engine beside the plain SQL query, on one workspace.
 *   bench CSV-FOLDER
 * First every pair of user and project is compared; on a difference no ratio is
 * printed and the exit status is 1. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "access/access.h"
#include "base/mem.h"
#include "model/workspace_file.h"
#include "tests/store/create.h"

struct compare {
	const struct facts *facts;
	struct verdict *verdicts;	/* users x projects */
	uint64_t pairs, wrong;
};

static double now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static void stop(const struct error *err)
{
	fprintf(stderr, "bench: %s %s\n", err->text, err->remedy);
	exit(2);
}

static bool pair(void *ctx, const char *user_id, const char *project_id,
		 int granted, int effective)
{
	struct compare *c = ctx;
	uint32_t u = facts_user(c->facts, user_id);
	uint32_t p = facts_project(c->facts, project_id);
	const struct verdict *v =
		&c->verdicts[(size_t)p * c->facts->n_users + u];

	c->pairs++;
	c->wrong += v->granted != granted || v->effective != effective;
	return true;
}

static struct store *fill(const char *path, const struct facts *facts)
{
	struct error err;
	struct store *store = store_create(path, "bench", true, &err);
	struct event event = { .op_id = "op-bench", .actor = "operator:bench",
			       .verb = "workspace import", .targets = "",
			       .summary = "bench", .edits = "[]" };
	double t = now();

	if (!store || !store_begin(store, &err) ||
	    !store_replace(store, facts, &err) ||
	    !store_commit(store, &event, &err))
		stop(&err);
	printf("write to the store          %10.3f s\n", now() - t);
	return store;
}

/* Microseconds a project, and all verdicts. */
static double all_users_of_each_project(const struct facts *facts,
					struct verdict *out)
{
	double t = now();

	for (uint32_t p = 0; p < facts->n_projects; p++)
		access_of_project(facts, p, out + (size_t)p * facts->n_users);
	return (now() - t) / facts->n_projects * 1e6;
}

static double all_projects_of_some_users(const struct facts *facts)
{
	struct verdict *out = mem_array(facts->n_projects, sizeof(*out));
	uint32_t step = facts->n_users / 1000 + 1, n = 0;
	double t = now();

	for (uint32_t u = 0; u < facts->n_users; u += step, n++)
		access_of_user(facts, u, out);
	t = now() - t;
	free(out);
	return t / n * 1e6;
}

int main(int argc, char **argv)
{
	struct facts facts, loaded;
	struct error err;
	struct compare compare = { 0 };
	char dir[] = "/tmp/gatehouse-bench-XXXXXX", path[64];
	struct store *store;
	double t, project, user, sql;

	if (argc != 2 || !mkdtemp(dir)) {
		fprintf(stderr, "usage: bench CSV-FOLDER\n");
		return 2;
	}
	snprintf(path, sizeof(path), "%s/s.db", dir);
	facts_init(&facts);
	facts_init(&loaded);
	t = now();
	if (!workspace_read_csv(argv[1], NULL, PLAN_ENTERPRISE, &facts, NULL, &err))
		stop(&err);
	printf("%u users, %u projects, %u groups, %u assets\n", facts.n_users,
	       facts.n_projects, facts.n_groups, facts.n_assets);
	printf("read the CSV folder         %10.3f s\n", now() - t);
	store = fill(path, &facts);
	t = now();
	if (!store_load(store, &loaded, &err))
		stop(&err);
	printf("load the snapshot           %10.3f s\n", now() - t);
	compare.facts = &loaded;
	compare.verdicts = mem_array((size_t)loaded.n_users * loaded.n_projects,
				     sizeof(*compare.verdicts));
	project = all_users_of_each_project(&loaded, compare.verdicts);
	user = all_projects_of_some_users(&loaded);
	t = now();
	if (!store_second_opinion(store, pair, &compare, &err))
		stop(&err);
	sql = now() - t;
	printf("pairs compared              %10" PRIu64 ", %" PRIu64 " differ\n",
	       compare.pairs, compare.wrong);
	printf("all users of one project    %10.1f us\n", project);
	printf("one user, all projects      %10.1f us\n", user);
	if (!compare.wrong && compare.pairs)
		printf("the SQL query               %10.1f us a project: %.0f times ours\n",
		       sql / loaded.n_projects * 1e6,
		       sql / loaded.n_projects * 1e6 / project);
	store_close(store);
	facts_release(&facts);
	facts_release(&loaded);
	free(compare.verdicts);
	unlink(path);
	snprintf(path, sizeof(path), "%s/s.db-wal", dir);
	unlink(path);
	snprintf(path, sizeof(path), "%s/s.db-shm", dir);
	unlink(path);
	snprintf(path, sizeof(path), "%s/s.db.lock", dir);
	unlink(path);
	rmdir(dir);
	return compare.wrong ? 1 : 0;
}
