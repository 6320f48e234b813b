/* console_back_test.c: Backspace comes back through every layer: along each kind of link,
 * step by step, to the same row of the same pane. */
#include "tests/tty/console.h"

enum { DEEP = 8, MOST = 60 };

static const struct pty_options small = { .rows = 24, .cols = 80 };
static const struct pty_options wide = { .rows = 40, .cols = 120 };

/* to: on this row first, by arrows down; "": as it stands.  keys: follow.  there: what
 * the cursor is on then. */
struct step { const char *to, *keys, *there; };

/* All rows but the message line, and the cursor; free it. */
static char *picture(struct pty *pty)
{
	size_t n;
	char *text;
	FILE *out = open_memstream(&text, &n);
	int row;

	assert_non_null(out);
	for (row = 0; row < pty_rows(pty); row++)
		if (row != pty_rows(pty) - 2)
			fprintf(out, "%s\n", pty_row(pty, row));
	fprintf(out, "%d,%d\n", cursor_row(pty), cursor_col(pty));
	assert_int_equal(fclose(out), 0);
	return text;
}

static void down_to(struct pty *pty, const char *text)
{
	int i;

	for (i = 0; i < MOST && !strstr(pty_row(pty, cursor_row(pty)), text); i++)
		keys(pty, "<Down>");
	cursor_on(pty, text);
}

/* The rows that are others now. */
static void differs(const char *before, const char *now, const struct step *step)
{
	size_t a, b;

	for (; *before && *now; before += a + (before[a] == '\n'),
	     now += b + (now[b] == '\n')) {
		a = strcspn(before, "\n");
		b = strcspn(now, "\n");
		if (a != b || strncmp(before, now, a) != 0)
			fprintf(stderr, "was %.*s\nis  %.*s\n", (int)a, before,
				(int)b, now);
	}
	fail_msg("back from %s (%s)", step->there, step->keys);
}

static void walk(struct pty *pty, const char *start, const struct step *steps,
		 size_t n)
{
	char *before[DEEP], *now;
	size_t i;

	assert_true(n <= DEEP);
	keys(pty, start);
	for (i = 0; i < n; i++) {
		if (steps[i].to[0])
			down_to(pty, steps[i].to);
		before[i] = picture(pty);
		keys(pty, steps[i].keys);
		cursor_on(pty, steps[i].there);
	}
	while (n--) {
		keys(pty, "<Backspace>");
		now = picture(pty);
		if (strcmp(now, before[n]) != 0)
			differs(before[n], now, &steps[n]);
		free(now);
		free(before[n]);
	}
	keys(pty, "<Esc><Esc><Esc><Backspace>");
	shows(pty, "Nowhere to come back to.");
}

#define WALK(start, ...) do { \
	static const struct step steps_[] = { __VA_ARGS__ }; \
	walk(pty, start, steps_, sizeof(steps_) / sizeof(steps_[0])); \
} while (0)

static void each_link(const struct pty_options *size, const char *name)
{
	const char *store = demo_store(name);
	struct pty *pty;

	MUST("--store", store, "project", "share", "Board pack", "--user",
	     "dana@acme.example", "--level", "can_view");
	MUST("--store", store, "group", "add", "Finance", "maya@acme.example");
	MUST("--store", store, "user", "role", "bob@acme.example", "editor");
	MUST("--store", store, "user", "role", "bob@acme.example", "viewer");
	pty = open_store(size, store);
	/* project, why, source, grant */
	WALK("5/revenue mod<Enter><Tab>",
	     { "Bob Stein", "<Enter>", "group Finance" },
	     { "", "<Enter>", "Finance" });
	WALK("5/revenue mod<Enter><Tab>",
	     { "Bob Stein", "<Enter>", "group Finance" },
	     { "Snowflake prod", "<Enter>", "Workspace" });
	WALK("5/revenue mod<Enter><Tab>",
	     { "Bob Stein", "<Enter>", "group Finance" },
	     { "", "o", "Bob Stein" });
	/* the project's page: grant, owner, asset */
	WALK("5/revenue mod<Enter>",
	     { "", "<Enter>", "Owner" },
	     { "group Finance", "<Enter>", "Finance" });
	WALK("5/revenue mod<Enter>",
	     { "", "<Enter>", "Owner" },
	     { "", "<Enter>", "Maya Lindqvist" },
	     { "", "<Enter>", "Leadership" },
	     { "Finance", "<Enter>", "Finance" },
	     { "", "<Enter>", "Invoice audit" },
	     { "Quinn Baker", "<Enter>", "Quinn Baker" });
	WALK("5/revenue mod<Enter>",
	     { "", "<Enter>", "Owner" },
	     { "Snowflake prod", "<Enter>", "Snowflake prod" },
	     { "", "l", "Customer 360" },
	     { "Revenue forecast", "<Enter>", "Revenue forecast" },
	     { "", "<Enter>", "Owner" });
	/* person, group, member */
	WALK("4/bob<Enter>",
	     { "", "<Enter>", "Finance" },
	     { "", "<Enter>", "Finance" },
	     { "", "<Enter>", "Invoice audit" },
	     { "Bob Stein", "<Enter>", "Bob Stein" });
	/* asset, Groups with access */
	WALK("1/snowflake<Enter><Tab>",
	     { "Bob Stein", "<Enter>", "group Finance" },
	     { "Snowflake prod", "<Enter>", "Workspace" });
	WALK("1/snowflake<Enter>",
	     { "", "<Enter>", "Data Team" },
	     { "", "<Enter>", "Data Team" },
	     { "", "<Enter>", "Churn model" });
	/* history, event, thing */
	WALK("h",
	     { "Dana Ilves", "<Enter>", "Dana Ilves" },
	     { "", "<Enter>", "Dana Ilves" });
	WALK("h",
	     { "Maya Lindqvist is in", "<Enter>", "Maya Lindqvist" },
	     { "", "<Enter>", "Maya Lindqvist" });
	WALK("h",
	     { "Bob Stein", "<Enter>", "role of Bob Stein" },
	     { "", "<Enter>", "Bob Stein" },
	     { "", "<Enter>", "Finance" });
	/* from the palette, over a list and over a page */
	WALK("5/revenue mod<Enter>",
	     { "", ":group finance<Enter>", "Finance" },
	     { "", "<Enter>", "" },
	     { "", ":go churn<Enter>", "Churn model" },
	     { "", ":show churn<Enter>", "" });
	leave(pty);
}

TEST(each_kind_of_link_at_80x24)
{
	each_link(&small, "back-small");
}

TEST(each_kind_of_link_at_120x40)
{
	each_link(&wide, "back-wide");
}

/* What cannot be followed says so, and nothing moves. */
TEST(a_link_that_leads_nowhere_says_so)
{
	const char *store = demo_store("nowhere");
	struct pty *pty;
	char *before;

	MUST("--store", store, "group", "create", "Gone");
	MUST("--store", store, "group", "delete", "Gone", "--yes");
	pty = open_store(&small, store);
	keys(pty, "h<Enter>");
	before = picture(pty);
	keys(pty, "<Enter>");
	shows(pty, "This line leads nowhere.");
	free(before);
	leave(pty);
}

RUN(CASE(each_kind_of_link_at_80x24), CASE(each_kind_of_link_at_120x40),
    CASE(a_link_that_leads_nowhere_says_so))
