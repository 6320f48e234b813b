/* columns_test.c: what the columns of the lists say (SCREENS 2, 3). */
#include "tests/expect.h"

#include "action/run/app_open.h"
#include "action/scenario/demo.h"
#include "base/clock.h"
#include "base/text.h"
#include "screen/tabs/view.h"

static struct app app;
static struct pages pages;
static struct screen screen;
static struct view view;

static void show(const char *name, int cols)
{
	const struct tab *const *all;
	size_t n, i;

	all = tabs(&n);
	view_release(&view);
	pages.cols = cols;
	for (i = 0; i < n; i++)
		if (strcmp(all[i]->name, name) == 0)
			view_init(&view, &screen, all[i], all[i]->views[0]);
	view_ready(&view);
}

/* Of the row with this name, what stands in the column. */
static const char *cell(const char *row, const char *column)
{
	static struct buf text;
	unsigned style = 0;
	struct buf name;
	size_t i, c = 0;
	bool found = false;

	buf_release(&text);
	buf_init(&text, 4096);
	while (c < view.list.n_columns &&
	       strcmp(view.list.columns[c].name, column) != 0)
		c++;
	assert_true(c < view.list.n_columns);
	buf_init(&name, 4096);
	for (i = 0; i < view.rows.n && !found; i++) {
		buf_reset(&name);
		view.list.source.cell(&view, i, 0, &name, &style);
		found = strcmp(buf_text(&name) + strspn(buf_text(&name), " "),
			       row) == 0;
		if (found)
			view.list.source.cell(&view, i, c, &text, &style);
	}
	buf_release(&name);
	if (!found)
		fail_msg("no row %s", row);
	return buf_text(&text);
}

static int set_up(void **state)
{
	struct error err;

	(void)state;
	error_clear(&err);
	app_init(&app, NULL);
	if (!demo_open(&app, NULL, NULL, &err))
		return -1;
	pages = (struct pages){ .n = 0 };
	screen_init(&screen, &app, &pages);
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	view_release(&view);
	view = (struct view){ .loaded = false };
	screen_release(&screen);
	demo_discard(&app);
	app_release(&app);
	return 0;
}

TEST(can_edit_is_a_bar_where_there_is_room)
{
	show("projects", 120);
	assert_string_equal(cell("Ad spend attribution", "can-edit"),
			    "\u2588\u2588\u2591\u2591\u2591\u2591  3/10");
	assert_string_equal(cell("Legacy dashboard", "can-edit"),
			    "archived 0/4");
	assert_string_equal(cell("Old pricing test", "can-edit"),
			    "in trash 0/4");
	text_set_ascii(true);
	assert_string_equal(cell("Ad spend attribution", "can-edit"),
			    "##----  3/10");
	assert_string_equal(cell("Churn model", "can-edit"), "######  6");
	/* one of seven is held: neither a full bar nor an empty one */
	assert_string_equal(cell("Interview exercise", "can-edit"),
			    "#####-  6/7");
	assert_string_equal(cell("Invoice audit", "can-edit"),
			    "#-----  1/7");
	show("projects", 176);
	assert_string_equal(cell("Ad spend attribution", "can-edit"),
			    "###-------  3/10");
	assert_string_equal(cell("Legacy dashboard", "can-edit"),
			    "archived    0/4");
	text_set_ascii(false);
	show("projects", 99);
	assert_string_equal(cell("Ad spend attribution", "can-edit"), "3 of 10");
	assert_string_equal(cell("Churn model", "can-edit"), "6");
}

TEST(the_state_stands_in_can_edit_where_it_has_no_column)
{
	show("projects", 80);
	screen.state_apart = false;
	assert_string_equal(cell("Legacy dashboard", "can-edit"), "archived");
	assert_string_equal(cell("Old pricing test", "can-edit"), "in trash");
	screen.state_apart = true;
	assert_string_equal(cell("Legacy dashboard", "can-edit"), "0 of 4");
}

TEST(shared_with_is_by_name)
{
	show("projects", 80);
	assert_string_equal(cell("Ad spend attribution", "shared"),
			    "Marketing, Product, sara, ws");
	assert_string_equal(cell("Churn model", "shared"), "Data Team, hana");
}

TEST(most_held_stands_first)
{
	uint32_t held, last = UINT32_MAX;
	const struct counts *counts;
	size_t i;

	show("projects", 80);
	assert_int_equal(view.spec->n_sorts, 1);
	assert_string_equal(view.spec->sorts[0].words, "most held");
	assert_true(view.spec->sorts[0].falling);
	list_sort(&view.list, view.spec->sorts[0].column);
	list_sort(&view.list, view.spec->sorts[0].column);
	for (i = 0; i < view.list.n_shown; i++) {
		counts = counts_now(&screen.counting,
				    view.rows.v[view.list.shown[i]].n);
		held = counts->given_edit - counts->hold_edit;
		assert_true(held <= last);
		last = held;
	}
	assert_int_equal(last, 0);
}

TEST(every_provider_that_is_connected_is_shown_so)
{
	static const struct { const char *type, *name; } all[] = {
		{ "github", "GitHub" }, { "gitlab", "GitLab" },
		{ "bitbucket", "Bitbucket" },
		{ "github_enterprise", "GitHub Enterprise Server" },
		{ "gitea", "gitea" },
	};
	char name[80];
	size_t i;

	assert_true(app.facts.n_providers > 0);
	for (i = 0; i < COUNT_OF(all); i++) {
		app.facts.providers[0].type = all[i].type;
		facts_moved(&app.facts);
		show("integrations", 120);
		snprintf(name, sizeof(name), "%s %s", all[i].name,
			 app.facts.providers[0].name);
		assert_string_equal(cell(name, "status"), "unverified");
	}
}

#define HOUR ((int64_t)3600 * 1000 * 1000)
#define RESOLVED "{\"status\":\"%s\",\"reason\":null,\"identity\":null,\"server\":null," \
	"\"checked\":\"2026-11-28T18:00:00Z\",\"expires\":null,\"hits\":{\"projects\":0," \
	"\"people\":0},\"ref\":{\"kind\":\"tag\",\"name\":\"v2.3.1\",\"commit\":" \
	"\"4ed7209aa0b1c2d3e4f5061728394a5b6c7d8e9f\",\"moved\":%s},\"steps\":[" \
	"{\"step\":\"ref\",\"status\":\"%s\",\"reason\":null,\"http\":null,\"native\":null," \
	"\"detail\":null,\"fix\":null,\"ms\":1}]}"

/* Its last check was so, that long ago. */
static void checked(const char *asset, const char *status, const char *moved, int64_t ago)
{
	static struct check_note note;
	static char answer[1024];
	uint32_t n = facts_asset(&app.facts, asset);

	assert_int_not_equal(n, NOBODY);
	snprintf(answer, sizeof(answer), RESOLVED, status, moved, status);
	note = (struct check_note){ .kind = "git_package", .thing = asset, .status = status,
		.answer = answer, .checked = clock_now() - ago,
		.fields = app_check_fields(&app, &app.facts.assets[n]) };
	app.checks = &note;
	app.n_checks = 1;
	show("integrations", 160);
}

TEST(a_check_leaves_its_badge)
{
	checked("a-feat", "ok", "false", 2 * HOUR);
	assert_string_equal(cell("feature-store", "status"), "ok");
	assert_non_null(strstr(cell("feature-store", "detail"), "v2.3.1 @ 4ed7209, 2 h ago, "
			       "GitLab "));
	checked("a-feat", "warn", "true", 2 * HOUR);
	assert_string_equal(cell("feature-store", "status"), "moved");
	assert_non_null(strstr(cell("feature-store", "detail"), "4ed7209, moved, 2 h ago"));
	checked("a-feat", "ok", "false", 25 * HOUR);
	assert_string_equal(cell("feature-store", "status"), "stale");
	app.checks = NULL;
	app.n_checks = 0;
	show("integrations", 160);
	assert_string_equal(cell("feature-store", "status"), "unverified");
}

TEST(a_test_endpoint_is_named)
{
	const char *was = app.facts.providers[0].config;
	char name[80];

	app.facts.providers[0].type = "github";
	app.facts.providers[0].config = "{\"endpoint\":\"http://127.0.0.1:8080\"}";
	facts_moved(&app.facts);
	show("integrations", 160);
	snprintf(name, sizeof(name), "GitHub %s", app.facts.providers[0].name);
	assert_string_equal(cell(name, "detail"), "github.com only, test endpoint");
	app.facts.providers[0].config = was;
	facts_moved(&app.facts);
}

TEST(a_package_says_where_it_comes_from_and_whether_it_is_pinned)
{
	show("integrations", 160);
	assert_string_equal(cell("ml-utils", "detail"),
			    "GitHub main floats, acme-analytics/ml-utils");
	assert_non_null(strstr(cell("chart-theme", "detail"), " pinned, "));
}

TEST(the_line_of_the_tab_names_the_plan_that_is_wanted)
{
	struct area area = { 0, 0, 20, 100 };
	struct canvas canvas;
	char row[101] = "";
	int i;

	app.facts.plan = PLAN_COMMUNITY;
	facts_moved(&app.facts);
	show("secrets", 100);
	canvas_init(&canvas, 20, 100);
	view_draw(&view, &canvas, &area, true, false);
	for (i = 0; i < 100; i++)
		row[i] = (char)(canvas.cell[i].point[0] < 0x80 ?
				canvas.cell[i].point[0] : '?');
	assert_non_null(strstr(row, "needs Professional"));
	assert_true(view.list.n_shown > 0);	/* and it is not empty */
	canvas_release(&canvas);
}

#define C(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		C(can_edit_is_a_bar_where_there_is_room),
		C(the_state_stands_in_can_edit_where_it_has_no_column),
		C(shared_with_is_by_name),
		C(most_held_stands_first),
		C(every_provider_that_is_connected_is_shown_so),
		C(a_check_leaves_its_badge), C(a_test_endpoint_is_named),
		C(a_package_says_where_it_comes_from_and_whether_it_is_pinned),
		C(the_line_of_the_tab_names_the_plan_that_is_wanted),
	};

	text_init();
	text_set_ascii(false);		/* whatever the locale is */
	return cmocka_run_group_tests(tests, NULL, NULL);
}
