/* dialog_elsewhere_test.c: every page and every dialog, as who may write and as who
 * may only look, while another console saves.  What a page shows it owns: freed
 * memory is filled with Z (glibc's MALLOC_PERTURB_), which would be read on the
 * screen, and under the sanitizers it ends the program.  And none of them speaks of
 * options or commands of a shell. */
#include "tests/tty/stores.h"

#include "action/core/action.h"

enum { TWO = 2 };

static const char *const perturbed[] = { "MALLOC_PERTURB_=90", NULL };
static const struct pty_options wide = { .rows = 40, .cols = 120,
	.env = perturbed };

/* Something that stands nowhere near: each time another name. */
static void elsewhere(struct pty *pty, const char *store)
{
	static int n;
	char name[32];

	snprintf(name, sizeof(name), "Walter %d", ++n);
	MUST("--store", store, "user", "edit", "u-walt", "--name", name);
	keys(pty, "<C-l><C-l>");
}

static void is_whole(struct pty *pty, const char *what)
{
	if (!pty_has(pty, "ZZZ"))
		return;
	fprintf(stderr, "%s shows what is freed:\n%s", what, pty_screen(pty));
	fail();
}

/* On the screen a way out is a key or the palette, no line for a shell. */
static void speaks_no_shell(struct pty *pty, const char *what)
{
	static const char *const word[] = { "gatehouse ", " --", "(--",
		"{marked}", "(keep)", "can_edit", "can_view", "full_access", "app_only" };
	size_t i;

	if (pty_has(pty, "\342\224\202 : "))	/* the palette takes commands */
		return;
	for (i = 0; i < sizeof(word) / sizeof(word[0]); i++)
		if (pty_has(pty, word[i])) {
			fprintf(stderr, "%s says \"%s\":\n%s", what, word[i],
				pty_screen(pty));
			fail();
		}
}

/* The page that is open now, twice, and some keys into it. */
static void under(struct pty *pty, const char *store, const char *what)
{
	int i;

	for (i = 0; i < TWO; i++) {
		elsewhere(pty, store);
		is_whole(pty, what);
	}
	speaks_no_shell(pty, what);
	keys(pty, "<Tab><Down>");
	is_whole(pty, what);
	speaks_no_shell(pty, what);
	elsewhere(pty, store);
	keys(pty, "<F1><Esc><Up><S-Tab>");
	is_whole(pty, what);
}

/* Deep pages take their time: one Esc a layer. */
static void back(struct pty *pty)
{
	static const char away[] = "\003\007\007\007\007\007\007\007\007";

	assert_true(pty_send(pty, away, sizeof(away) - 1));
}

static const char *home_of(const struct action *action)
{
	static const struct { const char *noun, *keys; } home[] = {
		{ "connection", "1/snow<Enter>" }, { "secret", "2" },
		{ "package", "3/lib<Enter>" }, { "files", "3/s3<Enter>" },
		{ "provider", "3/git<Enter>" }, { "token", "3" },
		{ "user", "4/bob<Enter>" }, { "group", "4o/data t<Enter>" },
	};
	size_t i;

	for (i = 0; i < sizeof(home) / sizeof(home[0]); i++)
		if (action->noun && strcmp(home[i].noun, action->noun) == 0)
			return home[i].keys;
	return "5/revenue m<Enter>";
}

static void dialogs_as(const char *store, const char *who)
{
	struct pty *pty = open_as(&wide, store, who);
	const struct action *const *all;
	char name[80];
	size_t n, i;

	all = actions(&n);
	for (i = 0; i < n; i++) {
		if (!(all[i]->flags & ACTION_WRITES) || !all[i]->plan)
			continue;
		keys(pty, home_of(all[i]));
		snprintf(name, sizeof(name), ":%s%s%s",
			 all[i]->noun ? all[i]->noun : "",
			 all[i]->noun ? " " : "", all[i]->verb);
		assert_true(pty_send(pty, name, strlen(name)));
		keys(pty, "<Enter>");
		under(pty, store, name);
		back(pty);
		keys(pty, "5<Esc>");
	}
	leave(pty);
}

TEST(dialogs_of_an_admin)
{
	dialogs_as(demo_store("admin"), "maya@acme.example");
}

/* May edit some projects, and only look at others and at assets. */
TEST(dialogs_of_an_editor)
{
	dialogs_as(demo_store("editor"), "ravi@acme.example");
}

TEST(dialogs_of_a_viewer)
{
	dialogs_as(demo_store("viewer"), "bob@acme.example");
}

static void pages_as(const char *store, const char *who)
{
	static const char *const page[] = {
		"5<Enter>", "5S", "5i", "5e", "5w", "5<Tab>w", "5<Tab><Enter>",
		"5h", "5h<Enter>", "5t", "5.", "5:", "5?", "5v", "5:drafts<Enter>",
		"5P", "4<Enter>", "4.", "4o<Enter>", "4o<Tab>w", "1<Enter>", "1l",
		"1D", "1<Tab><Enter>", "2<Enter>", "3<Enter>",
		"5<Space>:project archive<Enter>", "5tS", "5tt", "5/rev"
	};
	struct pty *pty = open_as(&wide, store, who);
	size_t i;

	for (i = 0; i < sizeof(page) / sizeof(page[0]); i++) {
		keys(pty, page[i]);
		under(pty, store, page[i]);
		back(pty);
		keys(pty, "5<Esc>");
	}
	leave(pty);
}

TEST(pages_of_an_admin)
{
	pages_as(demo_store("pages"), "maya@acme.example");
}

TEST(pages_of_a_viewer)
{
	pages_as(demo_store("looks"), "bob@acme.example");
}

RUN(CASE(dialogs_of_an_admin), CASE(dialogs_of_an_editor),
    CASE(dialogs_of_a_viewer), CASE(pages_of_an_admin),
    CASE(pages_of_a_viewer))
