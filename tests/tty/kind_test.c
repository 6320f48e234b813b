/* kind_test.c: a kind of asset more, which is one file and one word (kind_build.sh):
 * the console has its block, its forms, its menu and its keys. */
#include "tests/tty/console.h"

#include <sys/wait.h>
#include <unistd.h>

static const struct pty_options large = { .rows = 44, .cols = 120 };

/* From here on program() is the one with the kind. */
static void build(void)
{
	char script[1200], dir[1200];
	int status;
	pid_t pid;

	snprintf(script, sizeof(script), "%s", in_source("tests/cli/kind_build.sh"));
	snprintf(dir, sizeof(dir), "%s", in_room("made"));
	pid = fork();
	assert_true(pid >= 0);
	if (pid == 0) {
		execl("/bin/sh", "sh", script, dir, (char *)NULL);
		_exit(99);
	}
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_int_equal(status, 0);
	setenv("builddir_abs", dir, 1);
}

static bool says(const char *store, const char *text)
{
	char *out;
	bool yes;

	assert_int_equal(run(&out, (const char *const[]){ "--store", store,
			     "outlet", "show", "Payments", NULL }), 0);
	yes = strstr(out, text) != NULL;
	free(out);
	return yes;
}

TEST(a_kind_more_is_in_the_console)
{
	const char *store;
	struct pty *pty;

	build();
	store = demo_store("kind");
	pty = open_store(&large, store);
	keys(pty, "3G");
	shows(pty, "Outlets");
	keys(pty, "n");
	shows(pty, "New outlet");
	shows(pty, "then it is given up");
	shows(pty, "[30s ");
	shows(pty, "Advanced: the call");
	shows(pty, "no value yet");
	keys(pty, "Payments<Tab>https://pay.example<Tab>");
	keys(pty, "<F1>");
	shows(pty, "As 30s, 1m 30s or 2h.");
	keys(pty, "<Esc>");
	keys(pty, "<C-u>soon<F8>");
	shows(pty, "a duration is from 1s to 24h");
	cursor_on(pty, "[soon");
	keys(pty, "<C-u>90<F8>");
	shows(pty, "Saved: Created the outlet Payments");
	shows(pty, "  Payments ");
	keys(pty, "pp");
	shows(pty, " outlet ");
	shows(pty, " https://pay.example ");
	keys(pty, "p");
	assert_true(says(store, "timeout     1m 30s"));
	keys(pty, "G.");
	shows(pty, "Groups with access  S");
	shows(pty, "Usage               l");
	keys(pty, "<Esc>S");
	shows(pty, "Groups with access: Payments");
	keys(pty, "<Space><F8>");
	shows(pty, "for Admins only");
	keys(pty, "e");
	shows(pty, "Edit Payments");
	shows(pty, "[1m 30s ");
	keys(pty, "<Tab><Tab><C-u>2h<F8>");
	shows(pty, "Saved: Changed the outlet Payments.");
	assert_true(says(store, "timeout     2h"));
	keys(pty, "l");
	shows(pty, "Payments › Usage");
	keys(pty, "<Esc>:payme");
	shows(pty, "Go to outlet Payments");
	keys(pty, "<Esc>5/revenue<Enter>i");
	shows(pty, "Outlets");
	shows(pty, "[ ] Payments");
	keys(pty, "<Esc>u");
	shows(pty, "Payments would have Timeout 1m 30s again");
	keys(pty, "y");
	assert_true(says(store, "timeout     1m 30s"));
	leave(pty);
}

RUN(CASE(a_kind_more_is_in_the_console))
