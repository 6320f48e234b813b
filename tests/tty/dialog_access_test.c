/* dialog_access_test.c: Groups with access of all kinds of assets, by keys. */
#include "tests/tty/console.h"

static const struct pty_options small = { .rows = 24, .cols = 80 },
	large = { .rows = 40, .cols = 120 }, tiny = { .rows = 10, .cols = 40 };

/* Whom it moves is read at every width, before what was done where the line is short. */
TEST(who_moves_is_said_at_every_width)
{
	static const struct { int rows, cols; const char *says; } at[] = {
		{ 10, 40, "Saved: 3 people gain; v lists them. " },
		{ 24, 80, "Saved: 3 people gain; v lists them. Snowflake prod is sh" },
		{ 24, 64, "Saved: 3 people gain; v lists them. Snowflake prod" },
		{ 40, 120, "Saved: Snowflake prod is shared with Data Team, Public. "
		  "3 people gain; v lists them. u takes it back." },
	};
	size_t i;

	for (i = 0; i < sizeof(at) / sizeof(*at); i++) {
		struct pty_options size = { .rows = at[i].rows, .cols = at[i].cols };
		struct pty *pty = open_demo(&size);

		keys(pty, "1/snow<Enter>S<Down><Down><Space><F8>");
		shows(pty, at[i].says);
		leave(pty);
	}
}

/* The asset's line in the exported workspace holds (or lacks) a word of access. */
static void has_access(const char *store, const char *asset, const char *who,
		       bool yes)
{
	char *text, *at, *end, quoted[80];

	assert_int_equal(run(&text, (const char *const[]){ "--store", store,
			     "workspace", "export", NULL }), 0);
	snprintf(quoted, sizeof(quoted), "\"id\": \"%s\",\n      \"kind", asset);
	at = strstr(text, quoted);
	assert_non_null(at);
	at = strstr(at, "\"access\": [");
	assert_non_null(at);
	end = strchr(at, ']');
	assert_non_null(end);
	*end = '\0';
	snprintf(quoted, sizeof(quoted), "\"%s\"", who);
	assert_int_equal(strstr(at, quoted) != NULL, yes);
	free(text);
}

TEST(a_group_is_given_access_and_loses_it)
{
	const char *store = demo_store("give");
	struct pty *pty = open_store(&large, store);
	char *before = dump(store);

	keys(pty, "1/snow<Enter>S");
	shows(pty, "Groups with access: Snowflake prod");
	shows(pty, "[ ] Workspace▐         34");
	shows(pty, "[ ] Workspace guests    4");
	shows(pty, "[ ] Public             40");
	shows(pty, "[x] Data Team           6");
	shows(pty, "Viewers, Editors, Admins");	/* of the row in focus */
	shows(pty, "Have access: 9 of 40.   Admins always have.");
	shows(pty, "Results are not hidden.");
	shows(pty, "Tip: start with Workspace, the default");
	shows(pty, "Snowflake prod: who has access");
	shows_not(pty, "unsaved");
	keys(pty, "/fina");
	shows(pty, "1 of 11");
	keys(pty, "<Enter><Space>");
	cursor_on(pty, "[x] Finance");
	shows(pty, "[x] Finance▐            6  +5");
	shows(pty, "unsaved");
	shows(pty, "Have access: 9 -> 14 of 40.");
	shows(pty, "Snowflake prod · if you save");
	shows(pty, "3 people gain");
	shows(pty, "+ Dana Ilves ▐ Revenue model  Can View  Can Edit  via Finance");
	is_fresh(pty);
	has_access(store, "a-snow", "g-fin", false);
	keys(pty, "<F8>");
	shows(pty, "Saved: ");
	shows_not(pty, "if you save");
	has_access(store, "a-snow", "g-fin", true);
	has_access(store, "a-snow", "g-data", true);
	/* and taken away again by the same hands */
	keys(pty, "S/fina<Enter><Space>");
	shows(pty, "3 people lose");
	shows(pty, "[ ] Finance▐            6  -5");
	shows(pty, "- Dana Ilves ▐ Revenue model  Can Edit  Can View  Snowflake");
	keys(pty, "<F8>");
	is_unchanged(store, before);
	leave(pty);
}

/* What the verb refuses or warns of is the same here: one command is made. */
TEST(adding_and_removing_is_one_event)
{
	const char *store = demo_store("event");
	struct pty *pty = open_store(&small, store);
	char *text;

	keys(pty, "2/slack<Enter>S");
	shows(pty, "Groups with access: SLACK_WEBHOOK");
	cursor_on(pty, "[x] Workspace");
	keys(pty, "<Space><Down><Space><Down><Down><Space>");
	shows(pty, "[ ] Workspace         Viewers, Editors, Admins   34  -25");
	keys(pty, "<F8>");
	shows(pty, "Saved: ");
	has_access(store, "a-slack", "workspace", false);
	has_access(store, "a-slack", "workspace_guests", true);
	has_access(store, "a-slack", "g-data", true);
	assert_int_equal(run(&text, (const char *const[]){ "--store", store,
			     "audit", "list", "--format", "csv", NULL }), 0);
	assert_non_null(strstr(text, "secret access"));
	assert_null(strstr(strstr(text, "secret access") + 1,
			   "secret access"));
	free(text);
	leave(pty);
}

TEST(every_kind_has_it)
{
	static const struct { const char *go, *title; } kind[] = {
		{ "1/orders<Enter>", "Groups with access: Orders replica" },
		{ "2/stripe<Enter>", "Groups with access: STRIPE_KEY" },
		{ "3/ml-utils<Enter>", "Groups with access: ml-utils" },
		{ "3/s3 lake<Enter>", "Groups with access: S3 lake" },
	};
	struct pty *pty;
	size_t i;

	for (i = 0; i < sizeof(kind) / sizeof(kind[0]); i++) {
		pty = open_demo(&large);
		keys(pty, kind[i].go);
		keys(pty, "S");
		shows(pty, kind[i].title);
		keys(pty, "<Esc>");
		shows_not(pty, kind[i].title);
		leave(pty);
	}
}

TEST(the_palette_asks_which_one)
{
	struct pty *pty = open_demo(&large);

	keys(pty, ":files access<Enter>");
	shows(pty, "Finance drop");
	keys(pty, "s3 lake<Enter>");
	shows(pty, "Groups with access: S3 lake");
	keys(pty, "<Esc>");
	leave(pty);
}

TEST(nobody_ticked_means_Admins_only)
{
	const char *store = demo_store("admins");
	struct pty *pty = open_store(&large, store);

	keys(pty, "1/snow<Enter>S<Down><Down><Down>");
	cursor_on(pty, "[x] Data Team");
	keys(pty, "<Space>");
	shows(pty, "Admins only: no group is ticked.");
	shows(pty, "[ ] Data Team▐          6  -6");
	shows(pty, "9 -> 3 of 40.");
	keys(pty, "<C-s>");
	shows(pty, "Saved: ");
	has_access(store, "a-snow", "g-data", false);
	leave(pty);
}

TEST(public_covers_the_others)
{
	struct pty *pty = open_demo(&large);

	keys(pty, "1/snow<Enter>S<Down><Down><Space>");
	cursor_on(pty, "[x] Public");
	shows(pty, "[x] Data Team           6  by Public");
	shows(pty, "Have access: 9 -> 38 of 40.");
	keys(pty, "<F5>");
	shows_not(pty, "by Public");
	shows(pty, "As stored.");
	keys(pty, "<Esc>");
	leave(pty);
}

/* The interview: a Guest with Can Edit who could not use the connection. */
TEST(guests_are_hinted_at)
{
	struct pty *pty = open_demo(&large);

	keys(pty, "1/snow<Enter>S");
	shows(pty, "[ ] Workspace guests    4  1 is held");
	keys(pty, "<Down>");
	shows(pty, "granted Can Edit where it is");
	keys(pty, "<Space>");
	cursor_on(pty, "[x] Workspace guests");
	shows_not(pty, "is held");
	keys(pty, "<F5><Esc>");
	leave(pty);
}

TEST(Esc_keeps_a_draft)
{
	const char *store = demo_store("draft");
	struct pty *pty = open_store(&large, store);
	char *before = dump(store);

	keys(pty, "1/snow<Enter>S<Space><Esc>");
	shows(pty, "Draft kept until you leave: Groups with access: Snowflake prod");
	is_unchanged(store, before);
	keys(pty, "S");
	shows(pty, "[x] Workspace▐ ");
	shows(pty, "unsaved");
	keys(pty, "<F5>");
	shows(pty, "[ ] Workspace▐ ");
	keys(pty, "<Esc>");
	leave(pty);
}

TEST(another_console_is_noticed)
{
	const char *store = demo_store("two");
	struct pty *pty = open_store(&large, store);

	keys(pty, "1/snow<Enter>S<Space>");
	/* another row: both changes hold */
	MUST("--store", store, "connection", "access", "a-snow", "--add",
	     "g-fin");
	assert_true(pty_await(pty, "[x] Finance"));
	shows(pty, "[x] Workspace");
	/* the same row, the same way: nothing is left to save */
	MUST("--store", store, "connection", "access", "a-snow", "--add",
	     "workspace");
	assert_true(pty_await(pty, "who has access"));
	keys(pty, "<Space>");
	cursor_on(pty, "[ ] Workspace");
	keys(pty, "<F8>");
	shows(pty, "Saved: ");
	has_access(store, "a-snow", "workspace", false);
	has_access(store, "a-snow", "g-fin", true);
	leave(pty);
}

TEST(small_and_tiny_and_without_colour)
{
	const char *env[] = { "NO_COLOR=1", NULL };
	const struct pty_options mono = { .rows = 24, .cols = 80, .env = env };
	struct pty *pty = open_demo(&small), *other = open_demo(&mono);
	char *one, *two;

	keys(pty, "1/snow<Enter>S<Space>");
	shows(pty, "34  +25");
	shows(pty, "[ Save  F8 ]");
	is_fresh(pty);
	keys(other, "1/snow<Enter>S<Space>");
	one = pty_screen(pty);
	two = pty_screen(other);
	assert_string_equal(one, two);
	free(one);
	free(two);
	keys(pty, "<F5><Esc>");
	keys(other, "<F5><Esc>");
	leave(pty);
	leave(other);
	pty = open_demo(&tiny);
	keys(pty, "2S");
	shows(pty, "▌ [ ] Workspace");
	keys(pty, "<Down><Down><Down>");
	cursor_on(pty, "▌ [x] Marketing");
	shows(pty, "Save  F8");
	is_fresh(pty);
	keys(pty, "<Esc>");
	leave(pty);
}

/* D15: with a lower plan it can be looked at. */
TEST(a_plan_locks_it)
{
	const char *store = demo_store("plan");
	struct pty *pty;
	char *before;

	MUST("--store", store, "workspace", "plan", "professional");
	before = dump(store);
	pty = open_store(&large, store);
	keys(pty, "3/ml-utils<Enter>S");
	shows(pty, "read only");
	shows(pty, "need the plan Team");
	keys(pty, "<Space><F8>");
	shows(pty, "[x] Workspace▐");
	keys(pty, "<Esc>");
	is_unchanged(store, before);
	leave(pty);
}

TEST(others_may_not)
{
	const char *store = import_store("other", in_source("data/demo.json"));
	const char *argv[] = { program(), "--store", store, "--as",
			       "dana@acme.example", NULL };
	struct pty *pty = pty_start(&large, argv);

	keys(pty, "1S");
	shows(pty, "Change Groups with access: acting as dana@acme.example only "
	      "reads");
	leave(pty);
}

/* A47, A53: below the groups, however small the screen. */
TEST(the_tip_and_the_warning_stand_at_all_sizes)
{
	static const int sizes[][2] = { { 50, 160 }, { 40, 120 }, { 30, 100 },
		{ 24, 80 }, { 20, 60 }, { 12, 40 } };
	static const char *const assets[] = { "1/snow<Enter>", "2/stripe<Enter>",
		"3/ml-utils<Enter>", "3/s3 lake<Enter>" };
	struct pty_options options = { .rows = 0 };
	struct pty *pty;
	size_t i, k;

	for (i = 0; i < sizeof(sizes) / sizeof(*sizes); i++) {
		options.rows = sizes[i][0];
		options.cols = sizes[i][1];
		pty = open_demo(&options);
		for (k = 0; k < sizeof(assets) / sizeof(*assets); k++) {
			keys(pty, assets[k]);
			keys(pty, "S<End>");
			if (!says_in_all(pty, "Results are not hidden."))
				shows(pty, "Results are not hidden.");
			keys(pty, "<Tab>");
			if (!says_in_all(pty, "start with Workspace, the default"))
				shows(pty, "start with Workspace, the default");
			keys(pty, "<Esc><Esc>");
		}
		leave(pty);
	}
}

RUN(CASE(the_tip_and_the_warning_stand_at_all_sizes),
    CASE(a_group_is_given_access_and_loses_it), CASE(who_moves_is_said_at_every_width),
    CASE(adding_and_removing_is_one_event), CASE(every_kind_has_it),
    CASE(the_palette_asks_which_one), CASE(nobody_ticked_means_Admins_only),
    CASE(public_covers_the_others), CASE(guests_are_hinted_at),
    CASE(Esc_keeps_a_draft), CASE(another_console_is_noticed),
    CASE(small_and_tiny_and_without_colour), CASE(a_plan_locks_it),
    CASE(others_may_not))
