/* clip_test.c: what goes to the terminal for its clipboard. */
#include "tests/expect.h"

#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include "ui/clip.h"

static void sequence(const char *text, enum clip_way through,
		     const char *want)
{
	struct buf out;

	buf_init(&out, 1 << 20);
	clip_sequence(&out, text, strlen(text), through);
	assert_string_equal(buf_text(&out), want);
	buf_release(&out);
}

TEST(base64_of_any_length)
{
	sequence("", CLIP_DIRECT, "\033]52;c;\a");
	sequence("f", CLIP_DIRECT, "\033]52;c;Zg==\a");
	sequence("fo", CLIP_DIRECT, "\033]52;c;Zm8=\a");
	sequence("foo", CLIP_TMUX, "\033]52;c;Zm9v\a");
	sequence("foob", CLIP_DIRECT, "\033]52;c;Zm9vYg==\a");
	sequence("\xff\xfe\xfd", CLIP_DIRECT, "\033]52;c;//79\a");
}

/* screen takes at most so much in one string; put together it is the same. */
TEST(screen_gets_pieces)
{
	char text[200], *at, *end;
	struct buf out, whole, joined;
	size_t piece;

	memset(text, 'x', sizeof(text));
	buf_init(&out, 1 << 20);
	buf_init(&whole, 1 << 20);
	buf_init(&joined, 1 << 20);
	clip_sequence(&whole, text, sizeof(text), CLIP_DIRECT);
	clip_sequence(&out, text, sizeof(text), CLIP_SCREEN);
	for (at = out.data; *at; at = end + 2) {
		assert_memory_equal(at, "\033P", 2);
		end = strstr(at, "\033\\");
		assert_non_null(end);
		piece = (size_t)(end - at) - 2;
		assert_in_range(piece, 1, 76);
		buf_add(&joined, at + 2, piece);
	}
	assert_string_equal(buf_text(&joined), buf_text(&whole));
	buf_release(&out);
	buf_release(&whole);
	buf_release(&joined);
}

TEST(what_stands_between_is_in_the_environment)
{
	unsetenv("TMUX");
	unsetenv("STY");
	assert_int_equal(clip_through(), CLIP_DIRECT);
	setenv("STY", "1.pts", 1);
	assert_int_equal(clip_through(), CLIP_SCREEN);
	setenv("TMUX", "/tmp/tmux,1,0", 1);
	assert_int_equal(clip_through(), CLIP_TMUX);
}

TEST(too_much_is_not_sent)
{
	static char text[CLIP_MAX + 1];

	assert_int_equal(clip_copy(text, sizeof(text)), CLIP_TOO_LONG);
}

/* A tmux that does this. */
static void tmux_does(const char *script)
{
	FILE *file = fopen("clip_test.d/tmux", "w");

	assert_non_null(file);
	fprintf(file, "#!/bin/sh\n%s\n", script);
	assert_int_equal(fclose(file), 0);
	assert_int_equal(chmod("clip_test.d/tmux", 0700), 0);
}

TEST(tmux_loads_its_buffer)
{
	static char much[CLIP_MAX], back[CLIP_MAX + 1];
	char *path = strdup(getenv("PATH")), both[4096];
	FILE *file;

	signal(SIGPIPE, SIG_IGN);		/* as the terminal's room does */
	memset(much, 'x', sizeof(much));
	snprintf(both, sizeof(both), "./clip_test.d:%s", path);
	assert_true(mkdir("clip_test.d", 0700) == 0);
	setenv("PATH", both, 1);
	tmux_does("[ \"$*\" = \"load-buffer -w -\" ] || exit 1\n"
		  "exec cat >clip_test.d/got");
	assert_true(clip_tmux(much, sizeof(much), NULL));	/* more than a pipe holds */
	file = fopen("clip_test.d/got", "r");
	assert_non_null(file);
	assert_int_equal(fread(back, 1, sizeof(back), file), sizeof(much));
	assert_memory_equal(back, much, sizeof(much));
	fclose(file);
	tmux_does("[ \"$*\" = \"load-buffer -w -b mine -\" ] || exit 1\n"
		  "exec cat >clip_test.d/got");
	assert_true(clip_tmux("x", 1, "mine"));
	tmux_does("[ \"$*\" = \"delete-buffer -b mine\" ] || exit 1");
	assert_true(clip_tmux_forget("mine"));
	tmux_does("cat >/dev/null; exit 1");
	assert_false(clip_tmux("x", 1, NULL));
	tmux_does("exit 0");			/* does not read */
	assert_false(clip_tmux(much, sizeof(much), NULL));
	setenv("PATH", "./clip_test.d/none", 1);
	assert_false(clip_tmux("x", 1, NULL));
	setenv("PATH", path, 1);
	free(path);
	unlink("clip_test.d/tmux");
	unlink("clip_test.d/got");
	assert_int_equal(rmdir("clip_test.d"), 0);
}

RUN(CASE(base64_of_any_length), CASE(screen_gets_pieces),
    CASE(what_stands_between_is_in_the_environment), CASE(too_much_is_not_sent),
    CASE(tmux_loads_its_buffer))
