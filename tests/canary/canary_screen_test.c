/* canary_screen_test.c: the canary walk through the console: each tab, list, panel
 * mode, page, dialog, menu and palette, for actors of every role and level; after
 * each key the screen holds no canary that the actor may not see.
 * CANARY_SEED, CANARY_SEEDS, CANARY_ROWS, CANARY_PROBES: where the dice begin, how
 * many workspaces, rows of a list and ways to look at a row; CANARY_REPORT: a file
 * for what was found (`make canary`). */
#include "tests/canary/canary_eye.h"

static unsigned long total_screens, total_leaks, total_pairs, total_actors,
	total_birds, total_worlds;

static char *whole(const char *store)
{
	struct said said = { 0 };
	struct line line = { .n = 0 };

	line_add(&line, "workspace");
	line_add(&line, "export");
	run_line(&said, store, NULL, &line);
	return said.text;
}

static void one_actor(struct world *w, int actor, const char *store,
		      const char *how)
{
	unsigned long ways = number_of("CANARY_PROBES", 4);
	char *before = whole(store), *after;
	struct eye eye = { .dice = w->dice };

	eye.walk.report = report_file();
	eye_open(&eye, w, actor, store, how);
	eye_rows(&eye, number_of("CANARY_ROWS", 1), ways);
	eye_close(&eye);
	after = whole(store);
	if (strcmp(how, "login") != 0)
		assert_string_equal(before, after);
	free(before);
	free(after);
	eye_open(&eye, w, actor, store, how);
	eye_palette(&eye, ways);
	eye_close(&eye);
	w->dice = eye.dice;
	total_screens += eye.walk.outputs;
	total_leaks += eye.walk.leaks;
	total_pairs += eye.walk.pairs;
	total_actors++;
}

static void walk_world(uint64_t seed, unsigned long every)
{
	struct world *w = malloc(sizeof(*w));
	char demo[200], login[200];
	int i;

	assert_non_null(w);
	snprintf(demo, sizeof(demo), "%s", nest("demo.db"));
	snprintf(login, sizeof(login), "%s", nest("login.db"));
	world_make(w, seed);
	world_store(w, demo, true);
	for (i = 0; i < w->n_users; i++)
		if ((unsigned long)i % every == seed % every)
			one_actor(w, i, demo, "--as");
	i = 1 + (int)(seed % 9);
	world_make(w, seed);
	w->linked = i;
	world_store(w, login, false);
	one_actor(w, i, login, "login");
	total_birds += (unsigned long)w->n_birds;
	total_worlds++;
	free(w);
}

TEST(no_screen_shows_what_one_may_not_see)
{
	unsigned long seeds = number_of("CANARY_SEEDS", 1), i;
	unsigned long first = number_of("CANARY_SEED", 1);

	for (i = 0; i < seeds; i++)
		walk_world(first + i, number_of("CANARY_EVERY", 3));
	print_message("# %lu workspaces, %lu actors, %lu screens, %lu canaries, "
		      "%lu forbidden pairs, %lu leaks\n", total_worlds,
		      total_actors, total_screens, total_birds, total_pairs,
		      total_leaks);
	assert_int_equal(total_leaks, 0);
}

RUN(CASE(no_screen_shows_what_one_may_not_see))
