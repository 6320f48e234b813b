/* stand.h: the program beside a courier that says what the test has laid ready, whatever
 * it is asked, and shows the letters that it was sent. */
#ifndef TESTS_TTY_STAND_H
#define TESTS_TTY_STAND_H

#include <sys/stat.h>
#include <unistd.h>

#include "tests/tty/console.h"

#define STAND_WORDS "four words are enough"
#define STAND_TOKEN "ghp_plantedtoken"
#define STAND_OK(step) "{\"step\":\"" step "\",\"status\":\"ok\",\"ms\":1}\n"
#define STAND_DONE "{\"done\":true}\n"

/* The lines for a job: "verify". */
static inline void stand_says(const char *job, const char *lines)
{
	char name[64];

	snprintf(name, sizeof(name), "stand.%s", job);
	put_file(in_room(name), lines, strlen(lines));
}

/* It goes on living after its lines, or no more. */
static inline void stand_hangs(bool hangs)
{
	if (hangs)
		put_file(in_room("slow"), "", 0);
	else
		unlink(in_room("slow"));
}

/* What it was told for the job last; free it. */
static inline char *stand_letter(const char *job)
{
	char name[64];

	snprintf(name, sizeof(name), "letter.%s", job);
	return read_file(in_room(name), NULL);
}

/* Once for a test program: the copy of the program, and the courier. */
static inline const char *stand_program(void)
{
	static char path[512];
	char script[1024];
	size_t n;
	char *bytes;

	if (path[0])
		return path;
	snprintf(path, sizeof(path), "%s", in_room("gatehouse"));
	bytes = read_file(program(), &n);
	put_file(path, bytes, n);
	free(bytes);
	assert_int_equal(chmod(path, 0755), 0);
	snprintf(script, sizeof(script), "#!/bin/sh\ncd %s || exit 1\ncat >part.$$\n"
		 "job=$(sed 's/.*\"job\":\"\\([a-z_]*\\)\".*/\\1/' part.$$)\n"
		 "mv part.$$ letter.$job\ncat stand.$job\n[ -f slow ] && exec sleep 60\n"
		 "exit 0\n", room());
	put_file(in_room("gatehouse-courier"), script, strlen(script));
	assert_int_equal(chmod(in_room("gatehouse-courier"), 0755), 0);
	return path;
}

static inline struct pty *stand_open(const struct pty_options *options, const char *store)
{
	const char *argv[] = { stand_program(), "--store", store, NULL };
	struct pty *pty = pty_start(options, argv);

	assert_true(pty_frames(pty) > 0);
	return pty;
}

static inline void stand_shell(const char *line, const char *store)
{
	char command[1200];

	snprintf(command, sizeof(command), "%s --store %s %s >/dev/null", program(), store,
		 line);
	if (system(command) != 0)
		fail_msg("%s", command);
}

/* A demo store with a vault, in which the GitHub provider has a token; it is unlocked
 * with STAND_WORDS. */
static inline const char *stand_store(const char *name)
{
	static char store[512];

	snprintf(store, sizeof(store), "%s", demo_store(name));
	put_file(in_room("words"), STAND_WORDS, strlen(STAND_WORDS));
	put_file(in_room("token"), STAND_TOKEN, strlen(STAND_TOKEN));
	setenv("WORDS", in_room("words"), 1);
	setenv("TOKEN", in_room("token"), 1);
	stand_shell("vault init --memory 64 --format json --new-passphrase-fd 3 3<$WORDS",
		    store);
	stand_shell("provider edit pr-github --auth token --draft --value-fd token=4 "
		    "--passphrase-fd 3 3<$WORDS 4<$TOKEN", store);
	return store;
}

#endif
