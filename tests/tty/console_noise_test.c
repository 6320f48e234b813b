/* console_noise_test.c: seeded random keys on all pages: it lives, the screen is
 * what a fresh drawing is, and a store that is only read stays as it is. */
#include "tests/tty/console.h"

#include <sys/stat.h>
#include <unistd.h>

/* No q and F10: they leave, as they should. */
static const char *const key[] = {
	"j", "k", "g", "G", "h", "l", "\033[A", "\033[B", "\033[C", "\033[D",
	"\033[5~", "\033[6~", "\033[H", "\033[F", "\t", "\033[Z", "\r", "\r",
	"\r", "\177", "\177", "\033", "\033", "\003", "\007", "1", "2", "3",
	"4", "5", "\033OQ", "\033[17~", "/", "r", "e", "v", " ", "!", "%", ":",
	"s", "o", "p", "P", "w", "f", "1", "D", "?", "\033OP", "\020", "y", "n",
	"d", "S", "i", "F", "c", "x", "m", "u", "t", "\014", "\032", "\001",
	"\005", "\025", "\027", "\xc3\xa9", "\xe6\xbc\xa2", "-", "\"", "'",
	"\033[<0;10;5M\033[<0;10;5m", "\033[<65;30;20M", "\033[200~rev\nq\033[201~",
	"\033]11;rgb:0/0/0\033\\", "\033[?1;2c", "\033[99~", "\033[1;5A"
};

/* So many of them, a few at once; looked at now and then. */
static void make_noise(struct pty *pty, uint64_t seed, int times)
{
	struct dice dice = { seed };
	char bytes[512];
	const char *one;
	int i = 0;
	size_t n;
	uint32_t some;

	while (i < times) {
		n = 0;
		for (some = 1 + roll(&dice, 6); some > 0; some--, i++) {
			one = key[roll(&dice, sizeof(key) / sizeof(key[0]))];
			memcpy(bytes + n, one, strlen(one));
			n += strlen(one);
		}
		if (!pty_send(pty, bytes, n)) {
			fprintf(stderr, "after key %d of seed %llu: %d\n", i,
				(unsigned long long)seed, pty_end(pty, SOON));
			fail();
		}
		if (roll(&dice, 12) == 0)
			is_fresh(pty);
		if (roll(&dice, 30) == 0)
			pty_resize(pty, 8 + (int)roll(&dice, 40),
				   30 + (int)roll(&dice, 150));
	}
	is_fresh(pty);
}

static void noise_on(int rows, int cols, uint64_t seed)
{
	const struct pty_options options = { .rows = rows, .cols = cols };
	const char *store = demo_store("noise");
	struct pty *pty = open_store(&options, store);

	make_noise(pty, seed, 1000);
	keys(pty, "<Resize:81x25>");
	leave(pty);
	MUST("--store", store, "workspace", "verify");
}

TEST(a_thousand_keys_at_80x24)
{
	(void)state;
	noise_on(24, 80, 1);
}

TEST(a_thousand_keys_at_120x40)
{
	(void)state;
	noise_on(40, 120, 2);
}

/* Bytes that are no keys at all. */
TEST(random_bytes)
{
	struct dice dice = { 3 };
	struct pty *pty = open_demo(NULL);
	char bytes[256];
	size_t i, round;

	(void)state;
	for (round = 0; round < 30; round++) {
		for (i = 0; i < sizeof(bytes); i++) {
			bytes[i] = (char)roll(&dice, 256);
			if (bytes[i] == 'q')	/* also of F10: 21~ */
				bytes[i] = 'Q';
			if (bytes[i] == '~')
				bytes[i] = 'z';
		}
		pty_feed(pty, bytes, sizeof(bytes));
		pty_feed(pty, "\033\\\033[201z\003\003", 10);
		assert_true(pty_settle(pty));
	}
	keys(pty, "<Raw:1b5b3230317e><C-c><C-c>");
	is_fresh(pty);
	leave(pty);
}

/* A key torn at each of its bytes. */
TEST(keys_in_pieces)
{
	static const char *const down[] = { "\033", "[", "B" };
	struct pty *pty = open_demo(NULL);
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(down) / sizeof(down[0]); i++)
		pty_feed(pty, down[i], 1);
	assert_true(pty_settle(pty));
	cursor_on(pty, "> Board pack");
	keys(pty, "/");
	pty_feed(pty, "\xc3", 1);
	pty_feed(pty, "\xa9", 1);
	assert_true(pty_settle(pty));
	row_shows(pty, 1, "/ \xc3\xa9");
	keys(pty, "<Esc>");
	leave(pty);
}

/* ---- a store that may only be read ---------------------------------------- */

TEST(a_read_only_store_stays_as_it_is)
{
	const char *store = read_only_store("only");
	char *before, *after;
	size_t n, m;
	struct pty *pty;

	(void)state;
	before = read_file(store, &n);
	pty = open_as_nobody(store);
	row_shows(pty, 0, "READ-ONLY");
	keys(pty, ":project share");
	shows(pty, "not now: ");
	keys(pty, "<Esc>f1");
	shows_not(pty, "Saved");
	keys(pty, "y<Esc>");
	shows_not(pty, "Saved");
	make_noise(pty, 4, 500);
	keys(pty, "<Resize:81x25>");
	row_shows(pty, 0, "READ-ONLY");
	leave(pty);
	after = read_file(in_room("only/store"), &m);
	assert_int_equal(n, m);
	assert_memory_equal(before, after, n);
	assert_int_not_equal(access(in_room("only/store-wal"), F_OK), 0);
	free(before);
	free(after);
	chmod(in_room("only"), 0700);
}

RUN(CASE(a_thousand_keys_at_80x24), CASE(a_thousand_keys_at_120x40),
    CASE(random_bytes), CASE(keys_in_pieces),
    CASE(a_read_only_store_stays_as_it_is))
