/* program.h: run the built program, without a terminal, and keep what it says. */
#ifndef TESTS_PROGRAM_H
#define TESTS_PROGRAM_H

#include "tests/expect.h"

#include "base/attr.h"

#include <errno.h>
#include <fcntl.h>
#include <jansson.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

enum { PROGRAM_WORDS = 40 };

struct program {
	char dir[64];			/* a folder of its own */
	char store[96];
	char *out, *err;		/* of the last run */
};

static inline char *program_slurp(const char *path)
{
	FILE *file = fopen(path, "r");
	size_t n = 0, cap = 1 << 16;
	char *text = malloc(cap);

	assert_non_null(file);
	assert_non_null(text);
	for (;;) {
		n += fread(text + n, 1, cap - n - 1, file);
		if (n + 1 < cap)
			break;
		cap *= 2;
		text = realloc(text, cap);
		assert_non_null(text);
	}
	fclose(file);
	text[n] = '\0';
	return text;
}

static inline const char *program_path(void)
{
	static char path[4096];
	const char *build = getenv("builddir_abs");

	snprintf(path, sizeof(path), "%s/src/gatehouse", build ? build : ".");
	return path;
}

static inline const char *program_file(const struct program *p,
				       const char *name)
{
	static char path[4][256];
	static unsigned at;

	at = (at + 1) % 4;
	snprintf(path[at], sizeof(path[at]), "%s/%s", p->dir, name);
	return path[at];
}

static inline void program_put(const struct program *p, const char *name,
			       const char *text)
{
	FILE *file = fopen(program_file(p, name), "w");

	assert_non_null(file);
	fputs(text, file);
	assert_int_equal(fclose(file), 0);
}

/* err: a descriptor for standard error. */
static inline void program_child(struct program *p, const char *const *words,
				 int n, int err)
{
	const char *argv[PROGRAM_WORDS + 2];
	int out = open(program_file(p, "out"), O_WRONLY | O_CREAT | O_TRUNC, 0600);
	int in = open("/dev/null", O_RDONLY);

	argv[0] = program_path();
	memcpy(argv + 1, words, (size_t)n * sizeof(*argv));
	argv[n + 1] = NULL;
	dup2(in, 0);
	dup2(out, 1);
	dup2(err, 2);
	setenv("GATEHOUSE_STORE", p->store, 1);
	setenv("HOME", p->dir, 1);
	setenv("TMPDIR", p->dir, 1);
	execv(argv[0], (char *const *)(uintptr_t)argv);
	_exit(127);
}

/* Words parted by '|': the exit status. */
static inline int program_run(struct program *p, const char *line)
{
	char copy[4096], *rest = copy, *word;
	const char *words[PROGRAM_WORDS];
	int n = 0, status;
	pid_t child;

	assert_true(strlen(line) < sizeof(copy));
	memcpy(copy, line, strlen(line) + 1);
	while (*line && (word = strsep(&rest, "|"))) {
		assert_true(n < PROGRAM_WORDS);
		words[n++] = word;
	}
	fflush(NULL);
	child = fork();
	assert_true(child >= 0);
	if (child == 0)
		program_child(p, words, n, open(program_file(p, "err"),
			O_WRONLY | O_CREAT | O_TRUNC, 0600));
	assert_int_equal(waitpid(child, &status, 0), child);
	free(p->out);
	free(p->err);
	p->out = program_slurp(program_file(p, "out"));
	p->err = program_slurp(program_file(p, "err"));
	if (!WIFEXITED(status))
		fail_msg("%s: ended by signal %d: %s", line, WTERMSIG(status),
			 p->err);
	return WEXITSTATUS(status);
}

#define RUNS(p, line, status) do { \
	int got_ = program_run(p, line); \
	if (got_ != (status)) \
		print_error("%s\n%s%s", line, (p)->out, (p)->err); \
	assert_int_equal(got_, status); \
} while (0)

/* Standard output as JSON; release with json_decref. */
static inline json_t *program_json(struct program *p, const char *line,
				   int status)
{
	json_error_t error;
	json_t *json;

	RUNS(p, line, status);
	json = json_loads(p->out, 0, &error);
	if (!json)
		fail_msg("%s: %s: %s", line, error.text, p->out);
	return json;
}

static inline void program_open(struct program *p, const char *workspace)
{
	char line[400];

	memset(p, 0, sizeof(*p));
	snprintf(p->dir, sizeof(p->dir), "/tmp/gatehouse-cli-XXXXXX");
	assert_non_null(mkdtemp(p->dir));
	snprintf(p->store, sizeof(p->store), "%s/w.db", p->dir);
	if (!workspace)
		return;
	program_put(p, "in.json", workspace);
	snprintf(line, sizeof(line), "workspace|import|%s/in.json", p->dir);
	RUNS(p, line, 0);
}

static inline void program_close(struct program *p)
{
	char line[200];
	pid_t child;
	int status;

	snprintf(line, sizeof(line), "%s", p->dir);
	child = fork();
	if (child == 0) {
		execlp("rm", "rm", "-rf", line, (char *)NULL);
		_exit(127);
	}
	waitpid(child, &status, 0);
	free(p->out);
	free(p->err);
}

#endif
