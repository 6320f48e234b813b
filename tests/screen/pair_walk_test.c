/* pair_walk_test.c: what a key costs where the past is long, counted in events that are
 * read; and what comes while no key waits is what the whole walk says. */
#include "tests/action/undo_world.h"

#include "screen/console/start.h"
#include "screen/frame/request.h"
#include "screen/past/pair_priv.h"

/* For the key, and for a step after it. */
enum { EVENTS = 900, AT_FIRST = 128, AT_ONCE = 256 };

struct told { size_t n, changes; };

static void more(void *ctx)
{
	((struct told *)ctx)->n++;
}

static void begin(struct pair_walk *walk, struct screen *screen, struct told *told,
		  const char *user, bool whole)
{
	const struct facts *facts = &screen->app->facts;

	*told = (struct told){ .n = 0 };
	*walk = (struct pair_walk){ .more = more, .ctx = told };
	pair_walk_begin(walk, screen, facts_user(facts, user), facts_project(facts, "p"),
			whole);
}

/* Steps until nothing is left; none may read more than one may. */
static void go_on(struct pair_walk *walk, struct pages *pages)
{
	size_t before;

	while (work_on(&pages->work)) {
		before = pair_past_looked(walk->past);
		if (!walk->job.step(walk->job.ctx)) {
			work_drop(&pages->work, &walk->job);
			walk->job.told(walk->job.ctx, true);
		}
		assert_in_range(pair_past_looked(walk->past) - before, 1, AT_ONCE);
	}
	assert_false(walk->waits);
}

/* What stands in the last row, and whether the history says it. */
TEST(where_it_ends_is_said_as_it_is)
{
	struct pages pages = { .n = 0 };
	struct pair_page page = { .begun = false };
	struct screen screen;
	struct told told;
	struct world w;
	char line[64];
	int i;

	world_open(&w);
	for (i = 0; i < AT_FIRST; i++) {
		snprintf(line, sizeof(line), "group rename g-in In-%d", i);
		DO(&w, "u-ada", line, 0, "");
	}
	w.app.acting_as = NOBODY;
	screen_init(&screen, &w.app, &pages);
	begin(&page.walk, &screen, &told, "u-eve", true);
	assert_true(page.walk.waits);
	assert_string_equal(pair_list_beginning(&page), "Looking further back...");
	assert_false(pair_list_tells(&page));
	go_on(&page.walk, &pages);
	assert_string_equal(pair_list_beginning(&page), "the workspace was made");
	assert_true(pair_list_tells(&page));
	/* A store that cannot be read knows nothing of what was before. */
	snprintf(page.walk.refused, sizeof(page.walk.refused), "the store is gone");
	assert_string_equal(pair_list_beginning(&page), "the store is gone");
	assert_false(pair_list_tells(&page));
	pair_walk_end(&page.walk);
	screen_release(&screen);
	pages_release(&pages);
	world_close(&w);
}

TEST(a_key_reads_a_part_and_the_rest_comes_after)
{
	struct pages pages = { .n = 0 };
	struct screen screen;
	struct pair_walk walk;
	struct told told;
	struct world w;
	char line[64];
	int i;

	world_open(&w);
	DO(&w, "u-ada", "user role u-eve viewer", 0, "");			/* 2 */
	for (i = 0; i < EVENTS; i++) {
		snprintf(line, sizeof(line), "group rename g-in In-%d", i);
		DO(&w, "u-ada", line, 0, "");
	}
	DO(&w, "u-ed", "project share p --user u-out --level can_view", 0, "");
	w.app.acting_as = NOBODY;
	screen_init(&screen, &w.app, &pages);

	/* It is known at once: nothing is at work. */
	begin(&walk, &screen, &told, "u-out", false);
	assert_in_range(pair_past_looked(walk.past), 1, AT_FIRST);
	assert_int_equal(pair_past_since(walk.past)->seq, EVENTS + 3);
	assert_false(work_left(&pages.work));
	pair_walk_end(&walk);

	/* Far back: a key's worth first, and it is told when it is known. */
	begin(&walk, &screen, &told, "u-eve", false);
	assert_int_equal(pair_past_looked(walk.past), AT_FIRST);
	assert_null(pair_past_since(walk.past));
	assert_true(work_on(&pages.work));
	go_on(&walk, &pages);
	assert_int_equal(pair_past_since(walk.past)->seq, 2);
	assert_int_equal(told.n, 1);
	assert_true(pages.dirty);
	pair_walk_end(&walk);

	/* The whole of it, though since when is known. */
	begin(&walk, &screen, &told, "u-out", true);
	assert_int_equal(pair_past_looked(walk.past), AT_FIRST);
	go_on(&walk, &pages);
	assert_int_equal(pair_past_where(walk.past), PAIR_START);
	assert_int_equal(pair_past_looked(walk.past), EVENTS + 3);
	assert_int_equal(pair_past_n(walk.past), 1);
	pair_walk_end(&walk);

	/* Left in the middle nothing of it stays at work. */
	begin(&walk, &screen, &told, "u-eve", true);
	assert_true(work_on(&pages.work));
	pair_walk_end(&walk);
	assert_false(work_left(&pages.work));
	assert_null(walk.past);
	pair_walk_end(&walk);

	/* On what is only tried there is none. */
	what_if_begin(&w.app);
	begin(&walk, &screen, &told, "u-eve", true);
	assert_null(walk.past);
	assert_false(work_left(&pages.work));
	pair_walk_end(&walk);
	what_if_drop(&w.app);
	screen_release(&screen);
	pages_release(&pages);
	world_close(&w);
}

/* Another console's change, which nobody has told this one of yet. */
static void elsewhere(const struct app *app)
{
	struct world other;

	memset(&other, 0, sizeof(other));
	app_init(&other.app, app->store_path);
	assert_true(app_open(&other.app, true, NULL, &other.err));
	DO(&other, "u-ada", "group create Elsewhere", 0, "");
	result_release(&other.result);
	app_release(&other.app);
}

/* The start of a recording reads the facts anew, and is refused: the folder is none. */
TEST(what_looks_may_move_the_facts_under_the_lists)
{
	static const char *const words[] = { "scenario", "record", "/dev/null/r.json" };
	struct pages pages = { .n = 0 };
	struct request request = { .n = 0 };
	struct screen screen;
	struct world w;
	int64_t was;

	world_open(&w);
	w.app.acting_as = NOBODY;
	screen_init(&screen, &w.app, &pages);
	was = w.app.facts.revision;
	elsewhere(&w.app);
	request_words(&request, words, COUNT_OF(words));
	assert_true(request_parse(&request, &screen, &w.err));
	pages.dirty = false;
	assert_false(start_request(&screen, &request, &w.err));
	assert_int_equal(w.app.facts.revision, was + 1);
	assert_true(pages.dirty);		/* all of it is made anew */
	screen_release(&screen);
	pages_release(&pages);
	world_close(&w);
}

RUN(CASE(where_it_ends_is_said_as_it_is),
    CASE(a_key_reads_a_part_and_the_rest_comes_after),
    CASE(what_looks_may_move_the_facts_under_the_lists))
