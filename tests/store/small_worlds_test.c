/* small_worlds_test.c: the SQL statement and the fast engine over every pair of
 * whole slices of the small worlds (the plain definition is held against the
 * fast one over all slices in tests/access). */
#include <unistd.h>

#include "access/access.h"
#include "base/attr.h"
#include "base/mem.h"
#include "tests/access/worlds.h"
#include "tests/store/world.h"

/* Link, switch and state in different company. */
static const unsigned slices[] = { 0, 5, 10, 17 };
enum { WORLDS_WANTED = 800000 };

struct compare {
	const struct facts *facts;
	struct verdict *verdicts;
	uint64_t pairs;
};

static bool same(void *ctx, const char *user, const char *project, int granted,
		 int effective)
{
	struct compare *all = ctx;
	uint32_t u = facts_user(all->facts, user);
	uint32_t p = facts_project(all->facts, project);
	const struct verdict *v =
		&all->verdicts[(size_t)p * all->facts->n_users + u];

	all->pairs++;
	if (v->granted != granted || v->effective != effective)
		fail_msg("%s %s: SQL %d %d, engine %d %d", user, project,
			 granted, effective, v->granted, v->effective);
	return true;
}

static uint64_t compare_slice(unsigned slice)
{
	char dir[] = "/tmp/gatehouse-worlds-XXXXXX", path[64];
	struct facts facts;
	struct compare all = { .facts = &facts };
	struct event event = { .op_id = "op-worlds", .actor = "operator:test",
			       .verb = "workspace import", .targets = "",
			       .summary = "worlds", .edits = "[]" };
	struct store *store;
	struct error err;
	uint64_t worlds = worlds_build(&facts, slice);

	assert_non_null(mkdtemp(dir));
	snprintf(path, sizeof(path), "%s/w.db", dir);
	store = store_create(path, "test", true, &err);
	assert_non_null(store);
	GOOD(store_begin(store, &err));
	GOOD(store_replace(store, &facts, &err));
	GOOD(store_commit(store, &event, &err));
	all.verdicts = mem_array((size_t)facts.n_users * facts.n_projects,
				 sizeof(*all.verdicts));
	for (uint32_t p = 0; p < facts.n_projects; p++)
		access_of_project(&facts, p,
				  all.verdicts + (size_t)p * facts.n_users);
	GOOD(store_second_opinion(store, same, &all, &err));
	assert_int_equal(all.pairs, (uint64_t)facts.n_users * facts.n_projects);
	store_close(store);
	free(all.verdicts);
	facts_release(&facts);
	unlink(path);
	snprintf(path, sizeof(path), "%s/w.db.lock", dir);
	unlink(path);
	snprintf(path, sizeof(path), "%s/w.db.checkpoints", dir);
	unlink(path);
	assert_int_equal(rmdir(dir), 0);
	return worlds;
}

TEST(sql_judges_every_small_world_alike)
{
	uint64_t worlds = 0;

	for (size_t i = 0; i < COUNT_OF(slices); i++)
		worlds += compare_slice(slices[i]);
	print_message("# %llu small worlds, SQL and engine alike\n",
		      (unsigned long long)worlds);
	assert_true(worlds >= WORLDS_WANTED);
}

RUN(CASE(sql_judges_every_small_world_alike))
