/* generate.c: a believable workspace of any size as a CSV folder.
 *   generate DIR USERS PROJECTS GROUPS ASSETS SEED
 * Group sizes are long-tailed, most projects are shared through groups, half of
 * the assets with custom groups: like workspaces that grew.  Same seed, same
 * bytes. */
#include <errno.h>
#include <inttypes.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static uint64_t seed;

static uint32_t below(uint32_t n)
{
	uint64_t z = (seed += 0x9E3779B97F4A7C15u);

	z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
	z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
	return n ? (uint32_t)((z ^ (z >> 31)) % n) : 0;
}

static FILE *open_csv(const char *dir, const char *name, const char *header)
{
	char path[4096];
	FILE *file;

	snprintf(path, sizeof(path), "%s/%s", dir, name);
	file = fopen(path, "w");
	if (!file) {
		fprintf(stderr, "generate: %s: %s\n", path, strerror(errno));
		exit(2);
	}
	fprintf(file, "%s\n", header);
	return file;
}

static void users(const char *dir, uint32_t n)
{
	static const char *const roles[] = { "editor", "editor", "editor", "viewer",
		"viewer", "viewer", "viewer", "guest", "explorer", "manager" };
	FILE *f = open_csv(dir, "users.csv", "id,email,name,role,active");

	for (uint32_t i = 0; i < n; i++)
		fprintf(f, "u%07u,user%07u@big.example,\"Person, number %u\",%s,%s\n",
			i, i, i, i % 500 == 0 ? "admin" : roles[below(10)],
			i && below(50) == 0 ? "false" : "true");
	fclose(f);
}

/* A member twice in one group would be an error: step through the users. */
static void groups(const char *dir, uint32_t n, uint32_t n_users)
{
	FILE *f = open_csv(dir, "groups.csv", "id,name");
	FILE *m = open_csv(dir, "members.csv", "group_id,user_id");

	for (uint32_t g = 0; g < n; g++) {
		uint32_t share = g < 5 ? n_users / 4 : 2 + below(2 * n_users / n + 20);
		uint32_t step = n_users / (share + 1) + 1, at = below(step);

		fprintf(f, "g%06u,Group %u\n", g, g);
		for (; at < n_users; at += 1 + below(2 * step))
			fprintf(m, "g%06u,u%07u\n", g, at);
	}
	fclose(f);
	fclose(m);
}

static void assets(const char *dir, uint32_t n, uint32_t n_groups)
{
	FILE *f = open_csv(dir, "assets.csv", "id,kind,name,type");
	FILE *a = open_csv(dir, "asset_access.csv", "asset_id,group_id");

	for (uint32_t i = 0; i < n; i++) {
		fprintf(f, "a%06u,%s,ASSET_%u,%s\n", i,
			i % 3 ? "data_connection" : "secret", i,
			i % 3 ? "postgres" : "");
		if (below(2))
			fprintf(a, "a%06u,workspace\n", i);
		else for (uint32_t g = below(40), k = 0; k < 3 && g < n_groups;
			  k++, g += 1 + below(n_groups / 3 + 1))
			fprintf(a, "a%06u,g%06u\n", i, g);
		if (below(10) == 0)
			fprintf(a, "a%06u,workspace_guests\n", i);
	}
	fclose(f);
	fclose(a);
}

static void project(FILE *grants, FILE *imports, uint32_t p, uint32_t n_users,
		    uint32_t n_groups, uint32_t n_assets)
{
	static const char *const levels[] = { "app_only", "can_view", "can_edit",
					      "can_edit", "full_access" };
	uint32_t k, at;

	for (k = below(6), at = below(n_users); k && at < n_users;
	     k--, at += 1 + below(n_users / 4 + 1))
		fprintf(grants, "p%06u,u%07u,,%s\n", p, at, levels[below(5)]);
	for (k = below(4), at = below(n_groups); k && at < n_groups;
	     k--, at += 1 + below(n_groups / 3 + 1))
		fprintf(grants, "p%06u,,g%06u,%s\n", p, at, levels[below(5)]);
	for (k = below(4), at = below(n_assets); k && at < n_assets;
	     k--, at += 1 + below(n_assets / 3 + 1))
		fprintf(imports, "p%06u,a%06u\n", p, at);
}

static void projects(const char *dir, uint32_t n, uint32_t n_users,
		     uint32_t n_groups, uint32_t n_assets)
{
	static const char *const webs[] = { "none", "none", "none", "app_only",
					    "can_view" };
	static const char *const spaces[] = { "none", "none", "app_only",
					      "can_view", "can_edit" };
	FILE *f = open_csv(dir, "projects.csv", "id,title,owner_id,state,"
			   "workspace,public_web,editors_may_share");
	FILE *g = open_csv(dir, "grants.csv", "project_id,user_id,group_id,level");
	FILE *i = open_csv(dir, "project_assets.csv", "project_id,asset_id");

	for (uint32_t p = 0; p < n; p++) {
		fprintf(f, "p%06u,Project %u,u%07u,%s,%s,%s,%s\n", p, p,
			below(n_users), below(40) ? "active" : "archived",
			spaces[below(5)], webs[below(5)],
			below(5) ? "true" : "false");
		project(g, i, p, n_users, n_groups, n_assets);
	}
	fclose(f);
	fclose(g);
	fclose(i);
}

int main(int argc, char **argv)
{
	uint32_t n[4];

	if (argc != 7) {
		fprintf(stderr, "usage: generate DIR USERS PROJECTS GROUPS ASSETS SEED\n");
		return 2;
	}
	for (int i = 0; i < 4; i++)
		n[i] = (uint32_t)strtoul(argv[i + 2], NULL, 10);
	seed = strtoull(argv[6], NULL, 10);
	if (mkdir(argv[1], 0777) && errno != EEXIST) {
		fprintf(stderr, "generate: %s: %s\n", argv[1], strerror(errno));
		return 2;
	}
	users(argv[1], n[0]);
	groups(argv[1], n[2], n[0]);
	assets(argv[1], n[3], n[2]);
	projects(argv[1], n[1], n[0], n[2], n[3]);
	return 0;
}
