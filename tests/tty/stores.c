/* stores.c: see stores.h. */
#include "tests/tty/stores.h"

static char *exported(const char *store)
{
	char *out;

	assert_int_equal(run(&out, (const char *const[]){ "--store", store,
			     "workspace", "export", NULL }), 0);
	return out;
}

void same_stores(const char *a, const char *b)
{
	char *one = exported(a), *other = exported(b);

	assert_string_equal(one, other);
	free(one);
	free(other);
}

int events(const char *store)
{
	char *out, *at;
	int n = 0;

	assert_int_equal(run(&out, (const char *const[]){ "--store", store,
			     "audit", "list", "--format", "csv", NULL }), 0);
	for (at = out; (at = strchr(at, '\n')); at++)
		n++;
	free(out);
	return n;
}

static char *look(int rows, int cols, const char *const *env, const char *text,
		  const char *what)
{
	const struct pty_options options = { .rows = rows, .cols = cols,
		.env = env };
	struct pty *pty = open_demo(&options);
	char *screen;

	keys(pty, what);
	shows(pty, text);
	is_fresh(pty);
	screen = pty_screen(pty);
	leave(pty);
	return screen;
}

void fits(const char *what, const char *text)
{
	static const char *const env[] = { "NO_COLOR=1", NULL };
	static const int size[][2] = { { 40, 120 }, { 24, 80 }, { 10, 40 } };
	char *colour, *mono;
	size_t i;

	for (i = 0; i < sizeof(size) / sizeof(size[0]); i++) {
		colour = look(size[i][0], size[i][1], NULL, text, what);
		mono = look(size[i][0], size[i][1], env, text, what);
		assert_string_equal(colour, mono);
		free(colour);
		free(mono);
	}
}
