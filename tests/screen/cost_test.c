/* cost_test.c: what a key costs in a workspace of 20,000 people and 2,000 projects,
 * counted in judgements and not in milliseconds; and what is counted in the background
 * comes out as if it had been counted at once. */
#include "tests/expect.h"

#include "access/edit_granted.h"
#include "action/run/app_open.h"
#include "action/scenario/demo.h"
#include "base/text.h"
#include "screen/console/carry_out.h"
#include "screen/console/desk.h"
#include "screen/dialog/dialog.h"

enum { USERS = 20000, GROUPS = 400, PROJECTS = 2000 };
/* Allowed to a key and its frame: the panel's people, what fixes may take at once (see
 * detail_fixes.c: 600,000 pairs); the counts of the rows in sight (counts.c), and
 * of an asset whom it holds (panel_tally.c), which may each end a step late. */
enum { SWEEPS = 4 + 30, LOOKS = 130000, TALLY = 40000 };
/* Who sees a secret's value is counted by the project: what counts.c and panel_tally.c
 * have for a key, and a project late each. */
enum { SEERS = 20000 + 15000 + USERS };
/* How often each person may be asked for by whatever shows people; whole groups of
 * them are what makes it dear. */
enum { SIGHTS = 40 * USERS };
/* Pairs that a preview decides for one key, before and after. */
enum { DECIDED = 2 * 600000 / 30 };
/* How many are told by their ids: those in sight, not everybody. */
enum { HASHES = 2000 };

static struct {
	size_t sweeps;			/* of all people for one project */
	size_t looks;			/* at people who were granted editing */
	size_t sights;			/* may this person be seen? */
	size_t hashes;			/* ids made to numbers */
	size_t decided;			/* pairs, for a preview */
} spent;

void __real_access_of_project(const struct facts *facts, uint32_t project,
			      struct verdict *out);
void __wrap_access_of_project(const struct facts *facts, uint32_t project,
			      struct verdict *out);
bool __real_sees_user(const struct seen *seen, uint32_t user);
bool __wrap_sees_user(const struct seen *seen, uint32_t user);
void __real_editors_of(struct editors *editors, const struct facts *facts,
		       uint32_t project);
void __wrap_editors_of(struct editors *editors, const struct facts *facts,
		       uint32_t project);

void __real_access_decide(const struct facts *facts, uint32_t user, uint32_t project,
			  struct arena *arena, struct answer *out);
void __wrap_access_decide(const struct facts *facts, uint32_t user, uint32_t project,
			  struct arena *arena, struct answer *out);

void __wrap_access_decide(const struct facts *facts, uint32_t user, uint32_t project,
			  struct arena *arena, struct answer *out)
{
	spent.decided++;
	__real_access_decide(facts, user, project, arena, out);
}

uint64_t __real_thing_hash_of(const struct app *of, enum thing_kind kind, uint32_t n);
uint64_t __wrap_thing_hash_of(const struct app *of, enum thing_kind kind, uint32_t n);

uint64_t __wrap_thing_hash_of(const struct app *of, enum thing_kind kind, uint32_t n)
{
	spent.hashes++;
	return __real_thing_hash_of(of, kind, n);
}

void __wrap_access_of_project(const struct facts *facts, uint32_t project,
			      struct verdict *out)
{
	spent.sweeps++;
	__real_access_of_project(facts, project, out);
}

void __wrap_editors_of(struct editors *editors, const struct facts *facts,
		       uint32_t project)
{
	__real_editors_of(editors, facts, project);
	spent.looks += editors->looked;
}

bool __wrap_sees_user(const struct seen *seen, uint32_t user)
{
	spent.sights++;
	return __real_sees_user(seen, user);
}

static struct app app;
static struct pages pages;
static struct screen screen;
static struct canvas canvas;

static uint32_t below(uint32_t n)
{
	static uint64_t seed = 3;

	seed = seed * 6364136223846793005u + 1442695040888963407u;
	return (uint32_t)(seed >> 33) % n;
}

static void people(struct facts *facts)
{
	static const enum role roles[] = { ROLE_EDITOR, ROLE_VIEWER, ROLE_EDITOR,
					   ROLE_GUEST };
	char id[32], mail[64];
	uint32_t i, u;

	for (i = 0; i < USERS; i++) {
		snprintf(id, sizeof(id), "x-u%u", i);
		snprintf(mail, sizeof(mail), "person%u@big.example", i);
		u = facts_add_user(facts, id, mail, id + 2, roles[i % 4]);
		facts->users[u].active = true;
	}
	for (i = 0; i < GROUPS; i++) {
		snprintf(id, sizeof(id), "x-g%u", i);
		u = facts_add_group(facts, id, id + 2);
		for (uint32_t k = 0; k < 1 + USERS / (i + 4); k++)
			facts_set_member(facts, u, below(facts->n_users), true);
	}
}

static void projects(struct facts *facts)
{
	uint32_t i, p, groups = facts->n_groups, users = facts->n_users;
	char id[32];

	for (i = 0; i < PROJECTS; i++) {
		snprintf(id, sizeof(id), "x-p%u", i);
		p = facts_add_project(facts, id, id + 2, below(users));
		for (uint32_t k = 0; k < 3; k++)
			facts_set_grant(facts, p, true, below(groups),
					k ? LEVEL_CAN_EDIT : LEVEL_CAN_VIEW);
		facts_set_grant(facts, p, false, below(users), LEVEL_CAN_EDIT);
		facts_set_import(facts, p, below(facts->n_assets), true);
		facts_set_import(facts, p, below(facts->n_assets), true);
	}
}

/* A key and the frame that follows it; no key was ever waited for. */
static void press(uint32_t code)
{
	struct key key = { .code = code };

	memset(&spent, 0, sizeof(spent));
	pages_key(&pages, &key);
	pages_draw(&pages, &canvas);
}

static void settle(void)
{
	while (work_on(&pages.work))
		work_slice(&pages.work, 50);
	pages_draw(&pages, &canvas);
}

static void within(const char *what)
{
	struct thing focus = view_focus(desk_view(screen.desk));
	size_t looks = LOOKS + (focus.kind == THING_ASSET ? TALLY : 0);

	if (spent.sweeps > SWEEPS || spent.looks > looks || spent.sights > SIGHTS)
		fail_msg("%s: %zu sweeps, %zu looks, %zu sights", what, spent.sweeps,
			 spent.looks, spent.sights);
}

static bool key_is_waiting;

static bool key_waits(void)
{
	return key_is_waiting;
}

static void press_all(const char *keys)
{
	for (; *keys; keys++) {
		press((unsigned char)*keys);
		within(keys);
	}
}

static int set_up(void **state)
{
	struct error err;

	(void)state;
	error_clear(&err);
	app_init(&app, NULL);
	if (!demo_open(&app, NULL, NULL, &err))
		return -1;
	people(&app.facts);
	projects(&app.facts);
	facts_moved(&app.facts);
	canvas_init(&canvas, 40, 120);
	screen_init(&screen, &app, &pages);
	pages.after = carry_out;
	desk_push(&screen);
	pages_draw(&pages, &canvas);
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	pages_release(&pages);
	screen_release(&screen);
	canvas_release(&canvas);
	demo_discard(&app);
	app_release(&app);
	return 0;
}

TEST(a_letter_of_a_filter_counts_nobody)
{
	press_all("/p19");
	settle();
	press_all("5");
	assert_true(desk_view(screen.desk)->list.n_shown > 0);
	press(KEY_ESC);
	press(KEY_ESC);
	within("Esc");
	assert_int_equal(desk_view(screen.desk)->list.n_shown, seen_n_projects(app_seen(&app)));
}

/* What was counted since the list was looked at last is no reason to go through all of
 * it for the key: the filter looks at it. */
TEST(a_letter_looks_at_each_row_once)
{
	struct view *view = desk_view(screen.desk);
	size_t once;

	press_all("/p");
	screen_aged(&screen);		/* nothing is counted, but what is in sight */
	settle();
	screen.counting.told++;
	press('1');
	once = spent.sights;
	settle();
	memset(&spent, 0, sizeof(spent));
	list_refresh(&view->list);
	if (once > spent.sights + spent.sights / 2)
		fail_msg("%zu sights, %zu for all rows", once, spent.sights);
	press(KEY_ESC);
	press(KEY_ESC);
	settle();
}

TEST(arrows_and_pages_count_what_is_in_sight)
{
	int i;

	for (i = 0; i < 12; i++) {
		press(i % 3 ? KEY_PGDN : KEY_DOWN);
		within("page");
	}
	press(KEY_END);
	within("End");
	press(KEY_HOME);
	within("Home");
	settle();
}

/* What counts_now() says of each is what the order is of. */
static void is_sorted(void)
{
	struct view *view = desk_view(screen.desk);
	uint32_t last = UINT32_MAX;
	size_t i;

	for (i = 0; i < view->list.n_shown; i++) {
		uint32_t p = view->rows.v[view->list.shown[i]].n;
		uint32_t hold = counts_now(&screen.counting, p)->hold_edit;

		assert_true(hold <= last);
		last = hold;
	}
}

static size_t column_of(const struct view *view, const char *name)
{
	size_t c;

	for (c = 0; c < view->list.n_columns; c++)
		if (strcmp(view->list.columns[c].name, name) == 0)
			return c;
	fail_msg("no column %s", name);
	return 0;
}

/* As the cells say it, and what is equal by name. */
static void is_in_order(struct view *view, size_t column, bool falling)
{
	const struct list *list = &view->list;
	struct buf a, b;
	unsigned style;
	size_t i;
	int cmp;

	buf_init(&a, SIZE_MAX / 2);
	buf_init(&b, SIZE_MAX / 2);
	for (i = 1; i < list->n_shown; i++) {
		buf_reset(&a);
		buf_reset(&b);
		list->source.cell(view, list->shown[i - 1], column, &a, &style);
		list->source.cell(view, list->shown[i], column, &b, &style);
		cmp = text_natcmp(buf_text(&a), buf_text(&b));
		if (!cmp)
			assert_true(list->shown[i - 1] < list->shown[i]);
		else if (falling ? cmp < 0 : cmp > 0)
			fail_msg("\"%s\" before \"%s\"", buf_text(&a), buf_text(&b));
	}
	buf_release(&a);
	buf_release(&b);
}

/* Their groups are compared by place, and where a name could be taken for two by text. */
TEST(people_by_their_groups)
{
	static const char *const names[] = { "g", "G 7", "g1 b", "-", "g01",
					     "g1, g2" };
	struct view *view;
	size_t i, column;
	uint32_t g, k;

	press('4');
	view = desk_view(screen.desk);
	column = column_of(view, "groups");
	for (i = 0; i < COUNT_OF(names); i++) {
		g = facts_add_group(&app.facts, names[i], names[i]);
		for (k = 0; k < USERS / 4; k++)
			facts_set_member(&app.facts, g, below(app.facts.n_users), true);
		facts_moved(&app.facts);
		screen_aged(&screen);
		list_sort(&view->list, column);
		pages_draw(&pages, &canvas);
		is_in_order(view, column, view->list.descending);
	}
	list_sort(&view->list, 0);
	press('5');
	settle();
}

/* Whom a tick moves is counted as far as a key may, the rest while nobody types, and a
 * key ends that: it comes out as if it had been counted at once. */
TEST(a_tick_counts_by_and_by)
{
	struct dialog_page *page;
	uint64_t down;

	press_all("1S");
	page = (struct dialog_page *)pages.stack[pages.n - 1];
	press(KEY_DOWN);
	press(KEY_UP);
	press(' ');
	assert_true(form_changed(&page->form) && page->counting);
	within("a tick");
	assert_true(spent.decided <= DECIDED);
	key_is_waiting = true;
	pages.work.key_waits = key_waits;
	work_slice(&pages.work, 50);
	assert_true(page->counting);		/* it gave way */
	key_is_waiting = false;
	settle();
	assert_false(page->counting);
	down = page->preview.preview.down;
	assert_true(down > 0 && page->preview.preview.n > 0);
	dialog_touched(page);
	dialog_look(page);
	assert_int_equal(down, page->preview.preview.down);
	press(KEY_ESC);
	press(KEY_ESC);
	settle();
	press('5');
	settle();
}

/* The question stands at once; nothing answers it before it is whole. */
TEST(a_deletion_counts_by_and_by)
{
	const struct seen *seen = app_seen(&app);
	uint32_t group = facts_group(seen_judged(seen), "x-g0");
	struct thing thing = thing_of(&app, THING_GROUP, group);

	press_all("4o");
	assert_true(view_goto(desk_view(screen.desk), &thing));
	press('d');
	within("d");
	assert_int_equal(pages.n, 2);
	assert_true(spent.decided <= DECIDED && work_on(&pages.work));
	press('y');
	press(KEY_ENTER);	/* Back */
	assert_int_equal(pages.n, 1);
	assert_false(work_on(&pages.work));
	assert_true(sees_group(seen, group));
	press('d');
	settle();
	assert_int_equal(pages.n, 2);
	assert_false(work_on(&pages.work));
	press_all("y");			/* its name is to be typed */
	assert_true(sees_group(seen, group));
	press(KEY_ESC);
	assert_int_equal(pages.n, 1);
	press_all("o5");
	settle();
}

/* ... nor for all that are marked; o and y wait for it, Esc does not. */
TEST(what_is_marked_counts_by_and_by)
{
	press_all("4o*");
	press('d');
	assert_int_equal(pages.n, 2);
	assert_true(spent.decided <= DECIDED && work_on(&pages.work));
	press('y');
	press('o');
	assert_true(pages.n == 2 && work_on(&pages.work));
	press(KEY_ESC);
	assert_int_equal(pages.n, 1);
	assert_false(work_on(&pages.work));
	list_unmark(&desk_view(screen.desk)->list);
	press_all("o5");
	settle();
}

/* Of the panel's people none is told by an id on an arrow, a pin, a change of what-if. */
TEST(people_of_the_panel_are_numbers)
{
	static const char keys[] = "PPDDjjk";
	const char *at;

	for (at = keys; *at; at++) {
		press((unsigned char)*at);
		if (spent.hashes > HASHES)
			fail_msg("%c: %zu hashes", *at, spent.hashes);
	}
}

TEST(an_order_over_counts_comes_by_and_by)
{
	struct view *view = desk_view(screen.desk);
	size_t column = column_of(view, "can-edit");
	bool partial;

	screen_aged(&screen);		/* nothing is counted */
	memset(&spent, 0, sizeof(spent));
	list_sort(&view->list, column);
	list_sort(&view->list, column);
	pages_draw(&pages, &canvas);
	within("sort");
	partial = view->partial;
	assert_true(partial && work_on(&pages.work));
	press('x');
	within("x");
	assert_false(work_on(&pages.work) && view->partial);
	list_sort(&view->list, column);
	list_sort(&view->list, column);
	settle();
	assert_false(view->partial);
	is_sorted();
	list_sort(&view->list, 0);
}

TEST(the_other_tabs_wait_for_nobody)
{
	press_all("12");
	for (int i = 0; i < 4; i++) {
		press(KEY_DOWN);
		within("a secret");
		if (spent.looks > SEERS)
			fail_msg("a secret: %zu looks", spent.looks);
	}
	settle();
	press_all("4");
	press_all("/x19");
	press(KEY_ESC);
	press_all("5");
	settle();
}

/* A row of the dialog for each of the groups, and the people of each. */
TEST(the_groups_of_an_asset_are_gone_through_once)
{
	press_all("1S");
	assert_int_equal(pages.n, 2);
	press(KEY_DOWN);
	within("an arrow in it");
	press(KEY_ESC);
	within("Esc");
	settle();
	press_all("5");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		CASE(the_groups_of_an_asset_are_gone_through_once),
		CASE(a_letter_of_a_filter_counts_nobody),
		CASE(a_letter_looks_at_each_row_once),
		CASE(arrows_and_pages_count_what_is_in_sight),
		CASE(a_tick_counts_by_and_by),
		CASE(a_deletion_counts_by_and_by),
		CASE(what_is_marked_counts_by_and_by),
		CASE(people_by_their_groups),
		CASE(people_of_the_panel_are_numbers),
		CASE(an_order_over_counts_comes_by_and_by),
		CASE(the_other_tabs_wait_for_nobody),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
