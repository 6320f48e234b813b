/* progress_test.c: a slow verb says how far it is, on a terminal and nowhere else. */
#include "tests/cli/program.h"

enum { PROJECTS = 120, ROOM = 64 << 10 };

static void open_many(struct program *p)
{
	static char text[ROOM];
	int n = snprintf(text, sizeof(text), "{\"format\":\"gatehouse-workspace\","
		"\"version\":1,\"workspace\":{\"name\":\"Acme\"},\"users\":["
		"{\"id\":\"u\",\"email\":\"u@a.example\",\"role\":\"admin\"}],"
		"\"projects\":[");

	for (int i = 0; i < PROJECTS; i++)
		n += snprintf(text + n, sizeof(text) - (size_t)n, "%s{\"id\":\"p%d\","
			"\"title\":\"P%d\",\"owner\":\"u\"}", i ? "," : "", i, i);
	snprintf(text + n, sizeof(text) - (size_t)n, "]}");
	program_open(p, text);
}

/* All that verify writes to standard error, which is a terminal. */
static char *on_terminal(struct program *p, const char *term)
{
	static char text[ROOM];
	const char *words[] = { "workspace", "verify" };
	int end, master = posix_openpt(O_RDWR | O_NOCTTY);
	size_t n = 0;
	ssize_t got;
	pid_t child;

	assert_true(master >= 0 && grantpt(master) == 0 && unlockpt(master) == 0);
	end = open(ptsname(master), O_RDWR | O_NOCTTY);
	assert_true(end >= 0);
	fflush(NULL);
	child = fork();
	assert_true(child >= 0);
	if (child == 0) {
		setenv("TERM", term, 1);
		program_child(p, words, 2, end);
	}
	close(end);
	while (n + 1 < sizeof(text) &&
	       (got = read(master, text + n, sizeof(text) - n - 1)) > 0)
		n += (size_t)got;
	text[n] = '\0';
	close(master);
	assert_int_equal(waitpid(child, &end, 0), child);
	assert_int_equal(end, 0);
	return text;
}

TEST(on_a_terminal_and_gone_at_the_end)
{
	static const char gone[] = "\r\033[K";
	struct program p;
	char *text;

	open_many(&p);
	text = on_terminal(&p, "xterm");
	assert_non_null(strstr(text, "\rproject 60 of 120"));
	assert_true(strlen(text) > strlen(gone));
	assert_string_equal(text + strlen(text) - strlen(gone), gone);
	program_close(&p);
}

TEST(not_where_lines_stay)
{
	struct program p;

	open_many(&p);
	assert_string_equal(on_terminal(&p, "dumb"), "");
	RUNS(&p, "workspace|verify", 0);
	assert_string_equal(p.err, "");
	assert_non_null(strstr(p.out, "120 pairs, 0 judged differently"));
	program_close(&p);
}

RUN(CASE(on_a_terminal_and_gone_at_the_end),
    CASE(not_where_lines_stay))
