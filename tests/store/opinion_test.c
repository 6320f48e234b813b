/* opinion_test.c: the rules as SQL: each rule of DOMAIN 5.1 by hand, and the
 * engine and the statement asked about the same random workspaces. */
#include "access/access.h"
#include "model/workspace_file.h"
#include "tests/store/random_facts.h"
#include "tests/store/world.h"

enum { WORLDS = 60 };

/* ---- by hand --------------------------------------------------------------------- */

struct question {
	const char *user, *project;
	int granted, effective;
	bool answered;
};

struct questions {
	struct question *v;
	size_t n;
	size_t pairs;
};

static bool answer(void *ctx, const char *user, const char *project, int granted,
		   int effective)
{
	struct questions *all = ctx;
	struct question *one;

	all->pairs++;
	for (size_t i = 0; i < all->n; i++) {
		one = &all->v[i];
		if (strcmp(one->user, user) != 0 ||
		    strcmp(one->project, project) != 0)
			continue;
		if (one->granted != granted || one->effective != effective)
			fail_msg("%s %s: %d %d, not %d %d", user, project,
				 granted, effective, one->granted,
				 one->effective);
		assert_false(one->answered);
		one->answered = true;
	}
	return true;
}

static void expect_answers(struct store *store, struct question *v, size_t n,
			   size_t pairs)
{
	struct questions all = { .v = v, .n = n };
	struct error err;

	GOOD(store_second_opinion(store, answer, &all, &err));
	assert_int_equal(all.pairs, pairs);
	for (size_t i = 0; i < n; i++)
		if (!v[i].answered)
			fail_msg("%s %s has no answer", v[i].user, v[i].project);
}

static const char traps[] =
"{\"format\":\"gatehouse-workspace\",\"version\":1,"
"\"workspace\":{\"name\":\"T\"},"
"\"users\":["
" {\"id\":\"adm\",\"email\":\"1@x.org\",\"role\":\"admin\"},"
" {\"id\":\"man\",\"email\":\"2@x.org\",\"role\":\"manager\"},"
" {\"id\":\"edi\",\"email\":\"3@x.org\",\"role\":\"editor\"},"
" {\"id\":\"exp\",\"email\":\"4@x.org\",\"role\":\"explorer\"},"
" {\"id\":\"vie\",\"email\":\"5@x.org\",\"role\":\"viewer\"},"
" {\"id\":\"gue\",\"email\":\"6@x.org\",\"role\":\"guest\"},"
" {\"id\":\"off\",\"email\":\"7@x.org\",\"role\":\"admin\",\"active\":false},"
" {\"id\":\"mem\",\"email\":\"8@x.org\",\"role\":\"editor\"}],"
"\"groups\":[{\"id\":\"g\",\"name\":\"G\",\"members\":[\"mem\",\"gue\",\"off\"]},"
" {\"id\":\"h\",\"name\":\"H\",\"members\":[]}],"
"\"assets\":["
" {\"id\":\"work\",\"kind\":\"secret\",\"name\":\"W\"},"
" {\"id\":\"gues\",\"kind\":\"secret\",\"name\":\"U\","
"  \"access\":[\"workspace_guests\"]},"
" {\"id\":\"publ\",\"kind\":\"secret\",\"name\":\"P\",\"access\":[\"public\"]},"
" {\"id\":\"cust\",\"kind\":\"secret\",\"name\":\"C\",\"access\":[\"g\"]},"
" {\"id\":\"none\",\"kind\":\"secret\",\"name\":\"N\",\"access\":[]}],"
"\"projects\":["
" {\"id\":\"plain\",\"title\":\"-\",\"owner\":\"vie\",\"workspace\":\"can_edit\"},"
" {\"id\":\"work\",\"title\":\"-\",\"owner\":\"gue\",\"assets\":[\"work\"],"
"  \"workspace\":\"full_access\"},"
" {\"id\":\"gues\",\"title\":\"-\",\"owner\":\"gue\",\"assets\":[\"gues\"],"
"  \"workspace\":\"can_edit\"},"
" {\"id\":\"publ\",\"title\":\"-\",\"owner\":\"gue\",\"assets\":[\"publ\"],"
"  \"grants\":[{\"group\":\"h\",\"level\":\"full_access\"}]},"
" {\"id\":\"cust\",\"title\":\"-\",\"owner\":\"edi\",\"assets\":[\"cust\"],"
"  \"grants\":[{\"group\":\"g\",\"level\":\"can_edit\"},"
"   {\"user\":\"mem\",\"level\":\"app_only\"},"
"   {\"user\":\"adm\",\"level\":\"can_edit\"},"
"   {\"user\":\"off\",\"level\":\"full_access\"}]},"
" {\"id\":\"none\",\"title\":\"-\",\"owner\":\"man\",\"assets\":[\"none\"],"
"  \"workspace\":\"can_view\"},"
" {\"id\":\"link\",\"title\":\"-\",\"owner\":\"adm\",\"public_web\":\"can_view\","
"  \"grants\":[{\"user\":\"edi\",\"level\":\"app_only\"}]},"
" {\"id\":\"tras\",\"title\":\"-\",\"owner\":\"adm\",\"state\":\"trashed\","
"  \"public_web\":\"can_view\",\"workspace\":\"can_edit\"},"
" {\"id\":\"arch\",\"title\":\"-\",\"owner\":\"edi\",\"state\":\"archived\","
"  \"public_web\":\"app_only\"}]}";

static void open_traps(struct world *world)
{
	struct event event = small_event("import");
	struct file_notes notes = { 0 };
	struct error err;

	world_begin(world);
	facts_init(&world->facts);
	GOOD(workspace_read_json("traps", traps, strlen(traps), &world->facts,
				 &notes, &err));
	world->store = store_create(world->path, "ada", false, &err);
	assert_non_null(world->store);
	GOOD(store_begin(world->store, &err));
	GOOD(store_replace(world->store, &world->facts, &err));
	GOOD(store_commit(world->store, &event, &err));
}

TEST(the_rules_by_hand)
{
	struct question all[] = {
		/* T12, the owner too; T13; T15; T09; T07 */
		{ "vie", "plain", 4, 2, false }, { "exp", "plain", 3, 2, false },
		{ "edi", "plain", 3, 3, false }, { "man", "plain", 3, 3, false },
		{ "adm", "plain", 3, 3, false }, { "gue", "plain", 0, 0, false },
		{ "off", "plain", 0, 0, false },
		/* A45, A46: an owner without asset access is capped (D3) */
		{ "edi", "work", 4, 4, false }, { "gue", "work", 4, 2, false },
		{ "vie", "work", 4, 2, false },
		/* A64 */
		{ "gue", "gues", 4, 4, false }, { "edi", "gues", 3, 2, false },
		{ "adm", "gues", 3, 3, false },
		/* A51; a group without members reaches nobody */
		{ "gue", "publ", 4, 4, false }, { "edi", "publ", 0, 0, false },
		/* D1, D2, D3, T10; two sources; off and in a group */
		{ "mem", "cust", 3, 3, false }, { "gue", "cust", 3, 3, false },
		{ "edi", "cust", 4, 2, false }, { "adm", "cust", 3, 3, false },
		{ "off", "cust", 0, 0, false }, { "vie", "cust", 0, 0, false },
		/* D20; view is never capped (A47) */
		{ "man", "none", 4, 2, false }, { "edi", "none", 2, 2, false },
		{ "adm", "none", 2, 2, false },
		/* D22: the link alone; the better of two */
		{ "off", "link", 2, 2, false }, { "gue", "link", 2, 2, false },
		{ "edi", "link", 2, 2, false }, { "adm", "link", 4, 4, false },
		/* T17: the link sleeps, Admin and owner are capped */
		{ "gue", "tras", 0, 0, false }, { "adm", "tras", 4, 2, false },
		{ "edi", "tras", 3, 2, false },
		{ "edi", "arch", 4, 2, false }, { "vie", "arch", 1, 1, false },
	};
	struct question closed[] = {
		{ "off", "link", 0, 0, false }, { "gue", "link", 0, 0, false },
		{ "edi", "link", 1, 1, false }, { "vie", "arch", 0, 0, false },
	};
	struct world world;
	struct error err;

	open_traps(&world);
	expect_answers(world.store, all, COUNT_OF(all), 8 * 9);
	/* D17 */
	GOOD(commit_sql(world.store, "UPDATE workspace SET share_to_web = 0",
			&err));
	expect_answers(world.store, closed, COUNT_OF(closed), 8 * 9);
	world_end(&world);
}

static bool stop_at_third(void *ctx, const char *user, const char *project,
			  int granted, int effective)
{
	int *n = ctx;

	(void)user;
	(void)project;
	(void)granted;
	(void)effective;
	return ++*n < 3;
}

TEST(who_calls_may_stop)
{
	struct world world;
	struct error err;
	int n = 0;

	open_traps(&world);
	GOOD(store_second_opinion(world.store, stop_at_third, &n, &err));
	assert_int_equal(n, 3);
	/* No statement is left open (W2). */
	assert_null(sqlite3_next_stmt(world.store->db, NULL));
	world_end(&world);
}

/* ---- against the engine ------------------------------------------------------------ */

struct comparison {
	const struct facts *facts;
	struct arena arena;
	size_t pairs, downgraded;
};

static bool compare(void *ctx, const char *user, const char *project,
		    int granted, int effective)
{
	struct comparison *all = ctx;
	struct answer answer;

	access_decide(all->facts, facts_user(all->facts, user),
		      facts_project(all->facts, project), &all->arena, &answer);
	if ((int)answer.granted != granted || (int)answer.effective != effective)
		fail_msg("%s %s: engine %d %d, SQL %d %d", user, project,
			 (int)answer.granted, (int)answer.effective, granted,
			 effective);
	all->pairs++;
	all->downgraded += effective < granted;
	return true;
}

TEST(engine_and_statement_agree)
{
	const struct shape shape = { .users = 24, .groups = 6, .assets = 6,
		.projects = 16, .members = 6, .grants = 4 };
	struct world world;
	struct event event;
	struct error err;
	struct comparison all = { .pairs = 0 };

	world_begin(&world);
	world.store = store_create(world.path, "ada", false, &err);
	assert_non_null(world.store);
	for (uint64_t seed = 1; seed <= WORLDS; seed++) {
		random_facts(&world.facts, &shape, seed);
		event = small_event("import");
		GOOD(store_begin(world.store, &err));
		GOOD(store_replace(world.store, &world.facts, &err));
		GOOD(store_commit(world.store, &event, &err));
		all.facts = &world.facts;
		GOOD(store_second_opinion(world.store, compare, &all, &err));
		facts_release(&world.facts);
	}
	assert_int_equal(all.pairs, (size_t)WORLDS * 24 * 16);
	assert_true(all.downgraded > all.pairs / 20);
	arena_release(&all.arena);
	world_end(&world);
}

RUN(CASE(the_rules_by_hand),
    CASE(who_calls_may_stop),
    CASE(engine_and_statement_agree))
