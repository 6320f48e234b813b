/* console_palette_test.c: the palette ranks, names what it would be done to, takes
 * arguments, and begins with what was done last. */
#include "tests/tty/console.h"

#include <sys/stat.h>

static const struct pty_options small = { .rows = 24, .cols = 80 };
static const struct pty_options wide = { .rows = 40, .cols = 120 };

/* All rows and the cursor; free it. */
static char *screen_text(struct pty *pty)
{
	size_t n;
	char *text;
	FILE *out = open_memstream(&text, &n);
	int row;

	assert_non_null(out);
	for (row = 0; row < pty_rows(pty); row++)
		fprintf(out, "%s\n", pty_row(pty, row));
	fprintf(out, "%d,%d\n", cursor_row(pty), cursor_col(pty));
	assert_int_equal(fclose(out), 0);
	return text;
}

static void is_screen(struct pty *pty, const char *before, const char *after)
{
	char *now = screen_text(pty);

	if (strcmp(now, before) != 0)
		fail_msg("after %s:\n%s", after, now);
	free(now);
}

/* The rows of two texts, from the top. */
static void stands_before(struct pty *pty, const char *first, const char *then)
{
	int row, a = -1, b = -1;

	for (row = 0; row < 40; row++) {
		if (a < 0 && col_of(pty, row, first) >= 0)
			a = row;
		if (b < 0 && col_of(pty, row, then) >= 0)
			b = row;
	}
	if (a < 0 || b < 0 || a >= b)
		fail_msg("\"%s\" at %d, \"%s\" at %d", first, a, then, b);
}

TEST(the_target_stands_in_the_entry)
{
	struct pty *pty = open_demo(&wide);

	keys(pty, ":sh rev mod");
	stands_before(pty, "Share Revenue model with people and groups...",
		      "Share Revenue model with the whole workspace...");
	stands_before(pty, "Share Revenue model to the web...",
		      "Show who can do what in Revenue model, and why");
	stands_before(pty, "Show Revenue model with owner",
		      "Go to project Revenue model");
	keys(pty, "<Enter>");
	shows(pty, "Save  F8");
	shows_not(pty, "Palette");
	keys(pty, "<Esc>");
	leave(pty);
}

TEST(better_fits_stand_first)
{
	struct pty *pty = open_demo(&wide);

	keys(pty, ":share");
	stands_before(pty, "Share Ad spend attribution with people",
		      "Let people with Can Edit share");
	stands_before(pty, "Let people with Can Edit share",
		      "List the shared secrets");
	keys(pty, "<C-u>revoke");
	stands_before(pty, "Take a grant on Ad spend attribution away",
		      "Move Ad spend attribution to the trash");
	keys(pty, "<C-u>downgraded");
	shows(pty, "Panel: only those held");
	shows(pty, "3 of ");
	keys(pty, "<Esc>");
	leave(pty);
}

/* A verb and names, as one would say it; of two that are called so both stand there. */
TEST(arguments_follow)
{
	const char *store = demo_store("args");
	struct pty *pty = open_store(&small, store);

	keys(pty, ":share revenue bob edit");
	shows(pty, "Share Revenue forecast: Bob Stein, Can Edit");
	shows(pty, "Share Revenue model: Bob Stein, Can Edit");
	keys(pty, "<Esc>:share \"Revenue model\" dana can view<Enter>");
	shows(pty, "If you do it");
	keys(pty, "<Esc><Esc>:role bob guest");
	shows(pty, "Change Bob Stein's role: Guest");
	keys(pty, "<C-u>share revenue bob zebra");
	shows_not(pty, "Share Revenue");
	keys(pty, "<Esc>");
	leave(pty);
}

TEST(tab_completes)
{
	struct pty *pty = open_demo(&small);

	keys(pty, ":sh rev mod<Tab>");
	shows(pty, ": project share \"Revenue model\"");
	keys(pty, "<C-u>share \"rev mo<Tab>bo<Tab>");
	shows(pty, ": share \"Revenue model\" \"Bob Stein\"");
	shows(pty, "then: Level");
	keys(pty, "ed<Tab>");
	shows(pty, "\"Bob Stein\" \"Can Edit\"");
	shows(pty, "Share Revenue model: Bob Stein, Can Edit");
	keys(pty, "<C-u>role bob g<Tab>");
	shows(pty, ": role bob Guest");
	keys(pty, "<C-u>project share \"Churn model\" fin<Tab>v<Tab>");
	shows(pty, ": project share \"Churn model\" Finance \"Vera Popov\"");
	keys(pty, "<C-u>ilves<Tab>");
	shows(pty, ": Dana Ilves");
	keys(pty, "<Esc>");
	leave(pty);
}

/* Whatever was chosen last stands first the next time, also after a restart; what is
 * gone does not. */
TEST(it_begins_with_the_last)
{
	char set[200];
	const char *env[] = { set, NULL };
	const struct pty_options options = { .rows = 40, .cols = 120, .env = env };
	const char *store = import_store("recent", in_source("data/demo.json"));
	struct pty *pty;

	snprintf(set, sizeof(set), "XDG_STATE_HOME=%.100s", in_room("state"));
	pty = open_store(&options, store);
	keys(pty, ":");
	shows_not(pty, "Recent");
	shows(pty, "With Ad spend attribution (project)");
	keys(pty, "group finance<Enter>:go dana<Enter>:sh rev mod<Enter><Esc>:");
	stands_before(pty, "Recent", "Share Revenue model with people");
	stands_before(pty, "Share Revenue model with people", "Go to Dana Ilves");
	stands_before(pty, "Go to Dana Ilves", "Go to group Finance");
	stands_before(pty, "Go to group Finance", "With Dana Ilves (");
	keys(pty, "<Esc>");
	leave(pty);
	MUST("--store", store, "group", "delete", "g-fin", "--yes");
	pty = open_store(&options, store);
	keys(pty, ":");
	stands_before(pty, "Share Revenue model with people", "Go to Dana Ilves");
	shows_not(pty, "Finance");
	keys(pty, "<Esc>");
	leave(pty);
}

TEST(names_of_all_kinds)
{
	static const struct { const char *typed, *finds; } names[] = {
		{ "bob@acme", "Go to Bob Stein" }, { "bs", "Go to Bob Stein" },
		{ "stripe key", "Go to secret STRIPE_KEY" },
		{ "go project churn", "Go to project Churn model" },
		{ "group fin", "Go to group Finance" },
		{ "snowf", "Go to data connection Snowflake prod" },
	};
	struct pty *pty = open_demo(&wide);
	size_t i;

	for (i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		keys(pty, ":");
		keys(pty, names[i].typed);
		shows(pty, names[i].finds);
		keys(pty, "<Esc>");
	}
	leave(pty);
}

/* No word is cut at the edge, and the row that has the focus says all. */
TEST(words_are_whole_at_every_width)
{
	struct pty_options at = small;
	struct pty *pty;

	for (at.cols = 60; at.cols <= 160; at.cols += 20) {
		pty = open_demo(&at);
		keys(pty, ":editors");
		row_shows(pty, 3, at.cols < 80 ? "share Ad spend \342\200\246" :
			  at.cols <= 100 ? "\342\200\246, or forbid it" :
			  "share Ad spend attribution, or forbid it");
		if (at.cols >= 80)
			row_shows(pty, 3, "needs Full Access");
		shows(pty, "changing Ad spend");
		if (at.cols < 80) {
			shows(pty, "Let people with Can Edit share Ad spend "
			      "attribution, or ");
			shows(pty, " forbid it...: changing Ad spend");
		}
		keys(pty, "<Esc>");
		leave(pty);
	}
}

/* What is refused of this thing says so; its form opens to be read, and names the way
 * out, which is taken there. */
TEST(greyed_entries_open_to_be_read)
{
	struct pty *pty = open_store(&small, demo_store("read-only"));

	keys(pty, ":share cust");
	row_shows(pty, 3, "Share Customer 360 with people");
	row_shows(pty, 3, "needs Can Edit");
	shows(pty, "sharing Customer 360 needs Can Edit; you have App Only");
	keys(pty, "<Enter>");
	shows(pty, "read only");
	shows(pty, "You have App Only on Customer 360. F takes Full Access (audited).");
	keys(pty, "F");
	shows(pty, "Take Full Access to Customer 360");
	keys(pty, "<Esc><Esc>:transfer cust<Enter>");
	shows(pty, "You have App Only on Customer 360. F takes Full Access (audited).");
	keys(pty, "<Esc>:describe legacy");
	shows(pty, "it is archived");
	keys(pty, "<C-u>archive customer<Enter>");	/* has no form */
	shows(pty, "archiving Customer 360 needs Full Access; you have App Only");
	keys(pty, "<Esc><Esc>/customer 360<Enter>.<Down><Enter>");
	shows(pty, "Share Customer 360");
	shows(pty, "read only");
	keys(pty, "<Esc>");
	leave(pty);
}

/* Everything that it has on the screen goes with it. */
TEST(esc_leaves_no_trace)
{
	static const char *const typed[] = {
		":<Esc>", ":share rev<Down><Down><Esc>", ":can bob edit revenue<Esc>",
		":archive cust<Down><Esc>", ":x<Backspace><Backspace>", "?<Esc>",
		":nothing is called so<Enter><Esc>", ":ilves<Tab><Esc>",
	};
	static const char *const from[] = { "", "<Tab>", "/re<Enter>", "w", "h" };
	struct pty *pty = open_demo(&small);
	char *before;
	size_t i, k;

	for (k = 0; k < sizeof(from) / sizeof(from[0]); k++) {
		keys(pty, from[k]);
		before = screen_text(pty);
		for (i = 0; i < sizeof(typed) / sizeof(typed[0]); i++) {
			keys(pty, typed[i]);
			is_screen(pty, before, typed[i]);
		}
		free(before);
		keys(pty, "<Esc>");
	}
	leave(pty);
}

RUN(CASE(the_target_stands_in_the_entry), CASE(better_fits_stand_first),
    CASE(arguments_follow), CASE(tab_completes), CASE(it_begins_with_the_last),
    CASE(names_of_all_kinds), CASE(words_are_whole_at_every_width),
    CASE(greyed_entries_open_to_be_read), CASE(esc_leaves_no_trace))
