/* status_test.c: exit statuses, bad input, no terminal, identity, help. */
#include "tests/cli/program.h"
#include "tests/cli/small_workspace.h"

struct wrong {
	const char *line;
	int status;
	const char *says;
};

static const struct wrong wrongs[] = {
	{ "nonsense", 2, "no command" },
	{ "project", 2, "needs a verb" },
	{ "project|sahre", 2, "did you mean \"project share\"" },
	{ "project|list|--nope", 2, "--nope" },
	{ "project|list|--format|xml", 2, "text, json or csv" },
	{ "--store", 2, "needs a value" },
	{ "project|share|p-rev|--user|u-eve", 2, "--level is missing" },
	{ "project|share|p-rev|--user|u-eve|--level|boss", 2, "can_view" },
	{ "project|share|nowhere|--user|u-eve|--level|can_view", 4, "nowhere" },
	{ "project|show|p-nowhere", 4, "project list" },
	{ "user|add|not-an-address|--role|viewer", 2, "not-an-address" },
	{ "user|add|bob@a.example|--role|viewer", 5, "bob@a.example" },
	{ "group|create|Workspace", 2, "Workspace" },
	{ "audit|show|99", 4, "99" },
	{ "history|", 2, "thing is empty" },
	{ "access|preview|project|list", 2, "preview" },
	{ "access|preview|nonsense", 2, "no command" },
	{ "access|check|bob@a.example|p-rev|can_edit", 1, NULL },
	{ "workspace|import|/nowhere/at/all.json|--yes", 4, "/nowhere" },
	{ "workspace|set|share_to_web|maybe", 2, "on or off" },
	{ "workspace|set", 2, "share_to_web" },
	{ "connection|show|a-key", 4, "data connection" },
	{ "completion|tcsh", 2, "bash" },
	{ "vault|status", 4, "vault init" },
	{ "vault|rotate|--dry-run", 2, "preview" },
	{ "--as|bob@a.example|vault|unlock", 3, "only reads" },
	{ "help|nonsense", 2, "nonsense" },
	{ "--as|bob@a.example|access|report", 3, "Admins" },
	{ "--as|bob@a.example|group|create|X", 3, "only reads" },
	{ "--as|nobody@a.example|user|list", 4, "nobody@a.example" },
	{ "--as|bob@a.example|project|show|p-odd", 4, "p-odd" },
	{ "--as|bob@a.example|connection|show|a-snow", 4, "a-snow" },
	{ "--as|gil@g.example|group|show|g-fin", 4, "g-fin" },
};

TEST(each_wrong_line_is_named_and_changes_nothing)
{
	struct program p;
	char *before;
	size_t i;

	program_open(&p, small_workspace);
	RUNS(&p, "workspace|export", 0);
	before = strdup(p.out);
	for (i = 0; i < COUNT_OF(wrongs); i++) {
		const char *newline;

		RUNS(&p, wrongs[i].line, wrongs[i].status);
		if (!wrongs[i].says)
			continue;
		if (!strstr(p.err, wrongs[i].says))
			fail_msg("%s: %s", wrongs[i].line, p.err);
		assert_string_equal(p.out, "");
		assert_int_equal(strncmp(p.err, "gatehouse: ", 11), 0);
		newline = strchr(p.err, '\n');
		assert_non_null(newline);
		assert_int_equal(newline[1], '\0');	/* one line */
	}
	RUNS(&p, "workspace|export", 0);
	assert_string_equal(p.out, before);
	RUNS(&p, "workspace|show|--format|json", 0);
	assert_non_null(strstr(p.out, "\"revision\":1,"));
	free(before);
	program_close(&p);
}

TEST(without_a_store)
{
	struct program p;

	program_open(&p, NULL);
	RUNS(&p, "project|list", 4);
	assert_non_null(strstr(p.err, "workspace init"));
	RUNS(&p, "group|create|X", 4);
	RUNS(&p, "", 2);
	assert_non_null(strstr(p.err, "workspace init"));
	assert_int_equal(access(p.store, F_OK), -1);
	RUNS(&p, "help", 0);
	RUNS(&p, "--version", 0);
	assert_int_equal(strncmp(p.out, "gatehouse ", 10), 0);
	RUNS(&p, "workspace|init|--name|Acme|--plan|team|--admin|a@b.example",
	     0);
	RUNS(&p, "workspace|init|--name|Acme|--admin|a@b.example", 5);
	RUNS(&p, "user|list|--format|csv", 0);
	assert_non_null(strstr(p.out, "a@b.example,,admin,true"));
	RUNS(&p, "", 2);
	assert_non_null(strstr(p.err, "needs a terminal"));
	RUNS(&p, "workspace|verify", 0);
	program_close(&p);
}

TEST(a_store_that_is_none)
{
	struct program p;
	char *is;

	program_open(&p, NULL);
	program_put(&p, "w.db", "this is a letter to somebody, not a store\n");
	RUNS(&p, "project|list", 8);
	RUNS(&p, "group|create|X", 8);
	RUNS(&p, "workspace|init|--name|N|--admin|a@b.example", 5);
	is = program_slurp(p.store);
	assert_string_equal(is, "this is a letter to somebody, not a store\n");
	free(is);
	program_close(&p);
}

TEST(what_asks_needs_a_yes_without_a_terminal)
{
	struct program p;
	char line[300];

	program_open(&p, small_workspace);
	snprintf(line, sizeof(line), "workspace|import|%s",
		 program_file(&p, "in2.json"));
	program_put(&p, "in2.json",
		    "{\"format\":\"gatehouse-workspace\",\"version\":1,"
		    "\"workspace\":{\"name\":\"B\"},\"users\":[{\"id\":\"u-ada\","
		    "\"email\":\"ada@a.example\",\"role\":\"admin\"}]}");
	RUNS(&p, line, 2);
	assert_non_null(strstr(p.err, "--yes"));
	assert_non_null(strstr(p.err, "users: 0 added, 1 changed, 4 removed"));
	RUNS(&p, "user|list|--format|csv", 0);
	assert_non_null(strstr(p.out, "bob@a.example"));
	/* More than a tenth would go: their number, too. */
	snprintf(line, sizeof(line), "workspace|import|%s|--yes",
		 program_file(&p, "in2.json"));
	RUNS(&p, line, 2);
	if (!strstr(p.err, "--removing 6"))
		fail_msg("%s", p.err);
	snprintf(line, sizeof(line), "workspace|import|%s|--yes|--removing|6",
		 program_file(&p, "in2.json"));
	RUNS(&p, line, 0);
	RUNS(&p, "user|list|--format|csv", 0);
	assert_null(strstr(p.out, "bob@a.example"));
	program_close(&p);
}

TEST(nothing_raw_and_no_colour_on_a_pipe)
{
	static const char *const line[] = { "project|list", "project|show|p-odd",
		"access|project|p-odd", "access|user|u-eve",
		"--format|csv|project|list", "--format|json|project|list",
		"access|explain|u-eve|p-odd", "workspace|export",
		"project|share|p-odd|--user|u-bob|--level|can_view",
		"project|import|p-odd|--asset|\\x1b" };
	struct program p;
	size_t i;

	program_open(&p, small_workspace);
	for (i = 0; i < COUNT_OF(line); i++) {
		program_run(&p, line[i]);
		assert_null(strchr(p.out, '\x1b'));
		assert_null(strchr(p.err, '\x1b'));
		assert_null(strstr(p.out, "\xe2\x80\xae"));
		assert_null(strstr(p.err, "\xe2\x80\xae"));
	}
	RUNS(&p, "project|show|p-odd|--format|json", 0);
	assert_non_null(strstr(p.out, "Odd \\u001b[31m\\u202e"));
	program_close(&p);
}

/* The reader goes away: silence, also where SIGPIPE is ignored by the caller. */
TEST(a_closed_pipe_ends_silently)
{
	struct program p;
	int ends[2], status, err;
	pid_t child;

	program_open(&p, small_workspace);
	assert_int_equal(pipe(ends), 0);
	close(ends[0]);
	child = fork();
	if (child == 0) {
		err = open(program_file(&p, "err2"), O_WRONLY | O_CREAT, 0600);
		dup2(ends[1], 1);
		dup2(err, 2);
		setenv("GATEHOUSE_STORE", p.store, 1);
		execl(program_path(), "gatehouse", "user", "list",
		      (char *)NULL);
		_exit(127);
	}
	close(ends[1]);
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFEXITED(status));
	assert_int_equal(WEXITSTATUS(status), 0);
	free(p.err);
	p.err = program_slurp(program_file(&p, "err2"));
	assert_string_equal(p.err, "");
	program_close(&p);
}

/* The kernel's login uid comes first; SUDO_UID only where there is none. */
TEST(who_one_is)
{
	struct program p;
	char *uid = program_slurp("/proc/self/loginuid");
	bool unset = strcmp(uid, "4294967295") == 0;

	program_open(&p, small_workspace);
	setenv("SUDO_UID", "54321", 1);
	if (unset) {
		RUNS(&p, "project|list", 3);
		assert_non_null(strstr(p.err, "user edit EMAIL --unix-login "
				       "54321"));
		RUNS(&p, "group|create|X", 3);
	} else {
		RUNS(&p, "project|list", 0);
	}
	unsetenv("SUDO_UID");
	RUNS(&p, "user|edit|ada@a.example|--unix-login|54321", 0);
	RUNS(&p, "audit|list|--limit|1|--format|csv", 0);
	assert_non_null(strstr(p.out, ",operator:"));
	setenv("SUDO_UID", "54321", 1);
	if (unset) {
		RUNS(&p, "group|create|X", 0);
		RUNS(&p, "audit|list|--limit|1|--format|csv", 0);
		assert_non_null(strstr(p.out, ",ada@a.example,,54321,"));
	}
	unsetenv("SUDO_UID");
	free(uid);
	program_close(&p);
}

TEST(help_man_and_completion_know_every_verb)
{
	static const char *const some[] = { "project share", "access explain",
		"workspace import", "group add", "scenario check", "demo" };
	struct program p;
	char word[64];
	size_t i;

	program_open(&p, small_workspace);
	RUNS(&p, "help|--man", 0);
	assert_int_equal(strncmp(p.out, ".TH GATEHOUSE 1", 15), 0);
	assert_non_null(strstr(p.out, ".SH \"EXIT STATUS\"") ?
			strstr(p.out, ".SH \"EXIT STATUS\"") :
			strstr(p.out, ".SH EXIT STATUS"));
	for (i = 0; i < COUNT_OF(some); i++) {
		snprintf(word, sizeof(word), ".B %s", some[i]);
		if (!strstr(p.out, word))
			fail_msg("%s is not in the man page", some[i]);
	}
	RUNS(&p, "completion|words|--|project|sha", 0);
	assert_string_equal(p.out, "share\nshare-web\nshare-workspace\n");
	RUNS(&p, "completion|words|--|project|share|p-rev|--level|can_", 0);
	assert_string_equal(p.out, "can_view\ncan_edit\n");
	RUNS(&p, "completion|words|--|project|share|p-r", 0);
	assert_string_equal(p.out, "p-rev\n");
	/* what a person reads, where it says which; the id where that is begun */
	RUNS(&p, "--as|bob@a.example|completion|words|--|project|show|", 0);
	assert_string_equal(p.out, "Revenue model\n");
	RUNS(&p, "completion|bash", 0);
	assert_non_null(strstr(p.out, "complete "));
	RUNS(&p, "completion|zsh", 0);
	assert_non_null(strstr(p.out, "#compdef gatehouse"));
	RUNS(&p, "project|share|--help", 0);
	assert_non_null(strstr(p.out, "--level"));
	RUNS(&p, "project|--help", 0);
	assert_non_null(strstr(p.out, "take-access"));
	RUNS(&p, "help|keys", 0);
	program_close(&p);
}

RUN(CASE(each_wrong_line_is_named_and_changes_nothing),
    CASE(without_a_store), CASE(a_store_that_is_none),
    CASE(what_asks_needs_a_yes_without_a_terminal),
    CASE(nothing_raw_and_no_colour_on_a_pipe),
    CASE(a_closed_pipe_ends_silently), CASE(who_one_is),
    CASE(help_man_and_completion_know_every_verb))
