/* key_test.c: bytes to keys, however they are torn. */
#include "tests/expect.h"

#include "ui/key.h"

struct expected {
	const char *bytes;
	uint32_t code;
	unsigned mods;
};

static const struct expected sequences[] = {
	{ "a", 'a', 0 }, { "A", 'A', 0 }, { "\r", KEY_ENTER, 0 },
	{ "\n", KEY_ENTER, 0 }, { "\t", KEY_TAB, 0 },
	{ "\177", KEY_BACKSPACE, 0 }, { "\b", KEY_BACKSPACE, 0 },
	{ "\001", 'a', KEY_CTRL }, { "\003", 'c', KEY_CTRL },
	{ "\032", 'z', KEY_CTRL }, { "\037", '_', KEY_CTRL },
	{ "\303\274", 0xfc, 0 }, { "\342\202\254", 0x20ac, 0 },
	{ "\360\237\230\200", 0x1f600, 0 },
	{ "\033a", 'a', KEY_ALT }, { "\033\303\274", 0xfc, KEY_ALT },
	{ "\033\r", KEY_ENTER, KEY_ALT },
	{ "\033[A", KEY_UP, 0 }, { "\033OA", KEY_UP, 0 },
	{ "\033[B", KEY_DOWN, 0 }, { "\033[C", KEY_RIGHT, 0 },
	{ "\033[D", KEY_LEFT, 0 }, { "\033[H", KEY_HOME, 0 },
	{ "\033[F", KEY_END, 0 }, { "\033[1~", KEY_HOME, 0 },
	{ "\033[7~", KEY_HOME, 0 }, { "\033[4~", KEY_END, 0 },
	{ "\033[8~", KEY_END, 0 }, { "\033[2~", KEY_INSERT, 0 },
	{ "\033[3~", KEY_DELETE, 0 }, { "\033[5~", KEY_PGUP, 0 },
	{ "\033[6~", KEY_PGDN, 0 }, { "\033[Z", KEY_BACKTAB, 0 },
	{ "\033OP", KEY_F1, 0 }, { "\033[11~", KEY_F1, 0 },
	{ "\033[[A", KEY_F1, 0 }, { "\033[[E", KEY_F5, 0 },
	{ "\033[15~", KEY_F5, 0 }, { "\033[17~", KEY_F6, 0 },
	{ "\033[21~", KEY_F10, 0 }, { "\033[24~", KEY_F12, 0 },
	{ "\033[1;5A", KEY_UP, KEY_CTRL }, { "\033[1;2B", KEY_DOWN, KEY_SHIFT },
	{ "\033[1;3C", KEY_RIGHT, KEY_ALT },
	{ "\033[3;5~", KEY_DELETE, KEY_CTRL },
	{ "\033[3^", KEY_DELETE, KEY_CTRL }, { "\033[3$", KEY_DELETE, KEY_SHIFT },
	{ "\033[a", KEY_UP, KEY_SHIFT }, { "\033Oa", KEY_UP, KEY_CTRL },
	{ "\033[1;5P", KEY_F1, KEY_CTRL }, { "\033OM", KEY_ENTER, 0 },
	{ "\033Ok", '+', 0 }, { "\033Oy", '9', 0 },
	{ "\033[97u", 'a', 0 }, { "\033[97;5u", 'a', KEY_CTRL },
	{ "\033[97;2u", 'A', 0 }, { "\033[27u", KEY_ESC, 0 },
	{ "\033[13;5u", KEY_ENTER, KEY_CTRL }, { "\033[9;2u", KEY_BACKTAB, 0 },
	{ "\033[127u", KEY_BACKSPACE, 0 }, { "\033[97:65;5:1u", 'a', KEY_CTRL },
	{ "\033[27;5;97~", 'a', KEY_CTRL }, { "\033[5;1;97~", KEY_PGUP, 0 },
	{ "\033[65u", 'A', 0 }, { "\033[65;5u", 'a', KEY_CTRL },
	{ "\033[1;A", KEY_UP, 0 }, { "\033[97:3u", 'a', 0 }
};

/* Replies of terminals, keys let go, motion: nothing of it is a key. */
static const char *const swallowed[] = {
	"\033[?1;2c", "\033[>41;354;0c", "\033[?2026;1$y", "\033[24;80R",
	"\033]11;rgb:0000/0000/0000\033\\", "\033]10;rgb:ffff/ffff/ffff\007",
	"\033P>|XTerm(379)\033\\", "\033_Gi=1;OK\033\\", "\033[97;1:3u",
	"\033[57441u", "\033[<35;10;10M", "\033[M !!", "\033[99x", "\033[I",
	"\033[1u", "\033[133u", "\033[0?~", "\033[<0;0;5M", "\033[<0;5;0M",
	"\033[<0;1;1u", "\033[2;2;2m"
};

static struct key_decoder decoder;

static size_t feed(const char *bytes, size_t n, struct key *key)
{
	struct key one;
	size_t i, keys = 0;

	memset(key, 0, sizeof(*key));
	for (i = 0; i < n; i++)
		if (key_feed(&decoder, (unsigned char)bytes[i], &one)) {
			*key = one;
			keys++;
		}
	return keys;
}

TEST(sequences_are_their_keys)
{
	struct key key;
	size_t i;

	for (i = 0; i < sizeof(sequences) / sizeof(sequences[0]); i++) {
		const struct expected *want = &sequences[i];

		key_init(&decoder);
		assert_int_equal(feed(want->bytes, strlen(want->bytes), &key), 1);
		assert_int_equal(key.code, want->code);
		assert_int_equal(key.mods, want->mods);
		assert_true(key_is_ground(&decoder));
	}
}

/* Torn at every byte, with a pause that is too long after an Esc: no key but the
 * one that was pressed may come out of it, at worst an Esc before it. */
TEST(sequences_survive_every_tear)
{
	struct key key;
	size_t i, cut;

	for (i = 0; i < sizeof(sequences) / sizeof(sequences[0]); i++) {
		const struct expected *want = &sequences[i];
		size_t n = strlen(want->bytes);

		for (cut = 1; cut < n; cut++) {
			bool late;

			key_init(&decoder);
			assert_int_equal(feed(want->bytes, cut, &key), 0);
			late = want->bytes[0] == '\033' && cut == 1 &&
			       want->bytes[1] == '[';
			if (late) {
				assert_true(key_timeout(&decoder, &key));
				assert_int_equal(key.code, KEY_ESC);
			} else if (cut > 1 && want->bytes[1] == '[') {
				assert_false(key_timeout(&decoder, &key));
			}
			assert_int_equal(feed(want->bytes + cut, n - cut, &key), 1);
			assert_int_equal(key.code, want->code);
			assert_int_equal(key.mods, want->mods);
		}
	}
}

TEST(replies_are_swallowed)
{
	struct key key;
	size_t i;

	for (i = 0; i < sizeof(swallowed) / sizeof(swallowed[0]); i++) {
		key_init(&decoder);
		assert_int_equal(feed(swallowed[i], strlen(swallowed[i]), &key), 0);
		assert_int_equal(feed("x", 1, &key), 1);
		assert_int_equal(key.code, 'x');
	}
}

TEST(a_lone_esc_waits_and_is_a_key)
{
	struct key key;

	key_init(&decoder);
	assert_int_equal(feed("\033", 1, &key), 0);
	assert_true(key_pending(&decoder));
	assert_true(key_timeout(&decoder, &key));
	assert_int_equal(key.code, KEY_ESC);
	assert_false(key_pending(&decoder));
	assert_false(key_timeout(&decoder, &key));
	/* two in a row: the first at once, the second after the wait */
	assert_int_equal(feed("\033\033", 2, &key), 1);
	assert_int_equal(key.code, KEY_ESC);
	assert_true(key_timeout(&decoder, &key));
	/* Alt-] is not the begin of a reply that never ends */
	assert_int_equal(feed("\033]", 2, &key), 0);
	assert_true(key_timeout(&decoder, &key));
	assert_int_equal(key.code, ']');
	assert_int_equal(key.mods, KEY_ALT);
}

TEST(a_control_ends_what_hangs)
{
	static const char *const hanging[] = { "\033[12", "\033]0;title",
					       "\033Pabc", "\303" };
	struct key key;
	size_t i;

	for (i = 0; i < sizeof(hanging) / sizeof(hanging[0]); i++) {
		key_init(&decoder);
		feed(hanging[i], strlen(hanging[i]), &key);
		assert_int_equal(feed("\003", 1, &key), 1);
		assert_int_equal(key.code, 'c');
		assert_int_equal(key.mods, KEY_CTRL);
	}
}

TEST(bad_utf8_is_replaced_or_dropped)
{
	struct key key;

	key_init(&decoder);
	assert_int_equal(feed("\200", 1, &key), 1);
	assert_int_equal(key.code, 0xfffd);
	assert_int_equal(feed("\303a", 2, &key), 1);
	assert_int_equal(key.code, 'a');
	assert_int_equal(feed("\303\033[A", 4, &key), 1);
	assert_int_equal(key.code, KEY_UP);
	assert_int_equal(feed("\355\240\200", 3, &key), 1);	/* a surrogate */
	assert_int_equal(key.code, 0xfffd);
	assert_int_equal(feed("\302\233A", 3, &key), 1);	/* C1 CSI */
	assert_int_equal(key.code, 'A');
}

TEST(a_paste_is_one_key_without_controls)
{
	static const char text[] = "\033[200~two\r\nwords\t\033[A\302\205 \303\274"
				   "\377\033[201~";
	struct key key;
	size_t cut;

	for (cut = 1; cut < sizeof(text) - 1; cut++) {
		key_init(&decoder);
		feed(text, cut, &key);
		key_timeout(&decoder, &key);	/* a pause does not end it */
		if (cut == 1)
			continue;	/* that was a lone Esc; [200~ is late */
		assert_int_equal(feed(text + cut, sizeof(text) - 1 - cut, &key), 1);
		assert_int_equal(key.code, KEY_PASTE);
		assert_string_equal(key.text, "two\nwords [A \303\274");
	}
}

TEST(a_paste_cannot_end_itself)
{
	unsigned char bytes[] =
		"\033[200~safe\033[201~rm\r\033[2\033[201~01~x\033[201~q"
		"\033[200~b\033[201~";
	static const char want[] =
		"\033[200~saferm\rx\033[201~q\033[200~b\033[201~";
	size_t n = key_join_paste(bytes, sizeof(bytes) - 1);

	assert_int_equal(n, sizeof(want) - 1);
	assert_memory_equal(bytes, want, n);
	assert_int_equal(key_join_paste(bytes, 0), 0);
}

TEST(a_paste_without_end_is_bounded)
{
	struct key key;
	size_t i;

	key_init(&decoder);
	feed("\033[200~", 6, &key);
	for (i = 0; i < 3 * sizeof(decoder.paste); i++)
		assert_int_equal(feed("x", 1, &key), 0);
	assert_int_equal(feed("\033[201~", 6, &key), 1);
	assert_int_equal(strlen(key.text), sizeof(decoder.paste) - 1);
}

TEST(the_mouse_has_a_place_and_a_button)
{
	struct key key;

	key_init(&decoder);
	assert_int_equal(feed("\033[<0;11;6M", 10, &key), 1);
	assert_int_equal(key.code, KEY_MOUSE);
	assert_int_equal(key.row, 5);
	assert_int_equal(key.col, 10);
	assert_int_equal(key.button, 0);
	assert_false(key.release);
	assert_int_equal(feed("\033[<65;1;1M", 10, &key), 1);
	assert_int_equal(key.button, 65);
	assert_int_equal(feed("\033[<16;1;1m", 10, &key), 1);
	assert_int_equal(key.mods, KEY_CTRL);
	assert_true(key.release);
	assert_int_equal(feed("\033[<0;0;0M", 9, &key), 0);
}

/* Noise of 100,000 bytes, seeded: it may mean anything, but afterwards the keyboard
 * works again. */
TEST(noise_does_no_harm)
{
	uint32_t seed = 20261125;
	struct key key;
	size_t i;

	key_init(&decoder);
	for (i = 0; i < 100000; i++) {
		unsigned char byte;

		seed = seed * 1664525u + 1013904223u;
		byte = (unsigned char)(seed >> 24);
		if (seed >> 20 & 1)	/* often what begins sequences */
			byte = (unsigned char)"\033[O]P0;~u?<M200m"[byte % 16];
		if (!key_feed(&decoder, byte, &key))
			continue;
		assert_true(key.code != KEY_NONE);
		assert_true(decoder.n < sizeof(decoder.seq) || decoder.n <= 4097);
	}
	feed("\033[201~\033\\\003\003", 10, &key);
	assert_int_equal(feed("x", 1, &key), 1);
	assert_int_equal(key.code, 'x');
}

RUN(CASE(sequences_are_their_keys), CASE(sequences_survive_every_tear),
    CASE(replies_are_swallowed), CASE(a_lone_esc_waits_and_is_a_key),
    CASE(a_control_ends_what_hangs), CASE(bad_utf8_is_replaced_or_dropped),
    CASE(a_paste_is_one_key_without_controls), CASE(a_paste_cannot_end_itself),
    CASE(a_paste_without_end_is_bounded),
    CASE(the_mouse_has_a_place_and_a_button), CASE(noise_does_no_harm))
