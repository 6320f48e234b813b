/* golden_test.c: each screen of the demo as a picture one can read in a diff.
 * A test run never rewrites one; make golden does. */
#include "base/attr.h"
#include "tests/tty/console.h"

static const struct {
	const char *name, *keys;
} screens[] = {
	{ "data-sources", "1" }, { "secrets", "2" }, { "integrations", "3" },
	{ "users", "4" }, { "groups", "4o" }, { "projects", "" },
	{ "why", "/revenue mod<Enter><Tab>w" },
	{ "project", "/revenue mod<Enter><Enter>" },
	{ "findings", "!" },
	{ "leaves", "4/ravi<Enter>d<Up>amir<Enter><Tab><Tab><Enter>nina<Enter>" },
	{ "leave-together", "4+ravi<Enter>+cleo<Enter>d" },
	{ "compare", "4/dana<Enter><Space><Esc>/ravi<Enter><Space><Esc>=" },
	{ "ladders", "4/dana<Enter><Space><Esc>/ravi<Enter><Space><Esc>=<Down><Enter>" },
	{ "copy", "4/dana<Enter><Space><Esc>/ravi<Enter><Space><Esc>=<lt>" },
	{ "palette", ":share" }, { "help", "?" },
	{ "what-if", "t:group add g-data u-dana<Enter>y:user role u-bob editor"
	  "<Enter>y:group remove g-data u-amir<Enter>yt" },
	{ "provider-check", "3/acme-an<Enter>T" },
	{ "package-form", "3/ml-utils<Enter>e" },
	{ "pinned", "1/snow<Enter>P4t:group add g-data u-dana<Enter>y" }
};

static const struct pty_options sizes[] = {
	{ .rows = 24, .cols = 80 }, { .rows = 40, .cols = 120 }
};

static void path_of(char *out, size_t size, const char *name,
		    const struct pty_options *at)
{
	const char *top = getenv("srcdir_abs");

	snprintf(out, size, "%s/tests/tty/golden/%s-%dx%d.txt",
		 top ? top : ".", name, at->cols, at->rows);
}

static void keep(const char *path, const char *text)
{
	FILE *file = fopen(path, "w");

	assert_non_null(file);
	fputs(text, file);
	assert_int_equal(fclose(file), 0);
}

static void compare(const char *path, const char *text)
{
	static char want[65536];
	FILE *file = fopen(path, "r");
	size_t n;

	if (!file)
		fail_msg("%s is missing: make golden draws it", path);
	n = fread(want, 1, sizeof(want) - 1, file);
	want[n] = '\0';
	fclose(file);
	if (strcmp(want, text) == 0)
		return;
	fprintf(stderr, "%s wanted:\n%s\nis:\n%s\n", path, want, text);
	fail();
}

static void picture(struct pty *pty, const char *name, const struct pty_options *size)
{
	char path[4096], *text = pty_screen(pty);

	path_of(path, sizeof(path), name, size);
	if (getenv("GATEHOUSE_GOLDEN"))
		keep(path, text);
	else
		compare(path, text);
	free(text);
	pty_stop(pty);
}

static void look_at(size_t from, size_t to)
{
	for (size_t i = from; i < to; i++)
		for (size_t k = 0; k < COUNT_OF(sizes); k++) {
			struct pty *pty = open_demo(&sizes[k]);

			keys(pty, screens[i].keys);
			picture(pty, screens[i].name, &sizes[k]);
		}
}

TEST(the_five_tabs)
{
	look_at(0, 6);
}

TEST(why_a_project_palette_help)
{
	look_at(6, COUNT_OF(screens));
}

/* Somebody asks, somebody answers, and the answer is read. */
TEST(asking_and_answering)
{
	const char *store = demo_store("asking");
	size_t k;

	for (k = 0; k < COUNT_OF(sizes); k++) {
		struct pty *pty = open_as(&sizes[k], store, "bob@acme.example");

		keys(pty, "5/customer<Enter>S3");
		picture(pty, "ask", &sizes[k]);
	}
	MUST("--store", store, "--as", "bob@acme.example", "access", "request", "p-rev",
	     "can_edit", "--message", "for the Q3 close");
	MUST("--store", store, "--as", "bob@acme.example", "access", "request", "--role",
	     "editor");
	for (k = 0; k < COUNT_OF(sizes); k++) {
		struct pty *pty = open_store(&sizes[k], store);

		keys(pty, "W/revenue<Enter><Enter>2");
		picture(pty, "answer", &sizes[k]);
	}
	MUST("--store", store, "access", "answer", "bob@acme.example/role", "decline",
	     "--message", "ask after the audit");
	for (k = 0; k < COUNT_OF(sizes); k++) {
		struct pty *pty = open_as(&sizes[k], store, "bob@acme.example");

		keys(pty, "W");
		picture(pty, "requests", &sizes[k]);
	}
}

RUN(CASE(the_five_tabs), CASE(why_a_project_palette_help), CASE(asking_and_answering))
