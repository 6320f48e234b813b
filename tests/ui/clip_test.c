/* clip_test.c: what goes to the terminal for its clipboard. */
#include "tests/expect.h"

#include "ui/clip.h"

static void sequence(const char *text, enum clip_through through,
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
	(void)state;
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

	(void)state;
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
	(void)state;
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

	(void)state;
	assert_false(clip_copy(text, sizeof(text)));
}

RUN(CASE(base64_of_any_length), CASE(screen_gets_pieces),
    CASE(what_stands_between_is_in_the_environment), CASE(too_much_is_not_sent))
