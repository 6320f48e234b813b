/* console_noise_test.c: seeded random keys on all pages and in the dialogs of all
 * actions: it lives, the screen is what a fresh drawing is, and a store that is
 * only read stays as it is.  GATEHOUSE_NOISE: how many keys at least (make noise
 * presses 100,000), GATEHOUSE_SEED: where the dice begin. */
#include "tests/tty/console.h"

#include <sys/stat.h>
#include <unistd.h>

#include "action/core/action.h"

enum { KEYS_A_PAGE = 1000, KEYS_READ_ONLY = 500, KEYS_A_DIALOG = 8 };

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
	"\033]11;rgb:0/0/0\033\\", "\033[?1;2c", "\033[99~", "\033[1;5A",
	/* forms: save, all changes, as stored, away, help, numbers of ways */
	"\033[19~", "\033[20~", "\033[15~", "\033[3~", "\023", "*", "+", ".",
	"l", "R", "4f", "C", "O"
};

static size_t number(const char *name, size_t otherwise)
{
	const char *text = getenv(name);

	return text && *text ? strtoull(text, NULL, 10) : otherwise;
}

/* The seed of a case; said, so that it can be had again. */
static uint64_t seed_of(uint64_t own)
{
	uint64_t seed = own + number("GATEHOUSE_SEED", 0);

	print_message("# seed %llu\n", (unsigned long long)seed);
	return seed;
}

/* It ended: with what, and what it said last (a sanitizer says why). */
static void has_died(struct pty *pty, int at, uint64_t seed)
{
	enum { LAST = 12000 };
	size_t n;
	const char *said;

	fprintf(stderr, "after key %d of seed %llu: %d\n", at,
		(unsigned long long)seed, pty_end(pty, SOON));
	said = pty_stream(pty, &n);
	fprintf(stderr, "%s\n", n > LAST ? said + n - LAST : said);
	fail();
}

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
		if (!pty_send(pty, bytes, n))
			has_died(pty, i, seed);
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

	make_noise(pty, seed, KEYS_A_PAGE);
	keys(pty, "<Resize:81x25>");
	leave(pty);
	MUST("--store", store, "workspace", "verify");
}

/* ---- dialogs ---------------------------------------------------------------- */

/* Where the things of this noun are listed; a row of them by chance. */
static void go_to(struct pty *pty, const struct action *action,
		  struct dice *dice)
{
	static const struct { const char *noun, *keys; } home[] = {
		{ "connection", "1" }, { "secret", "2" },
		{ "package", "3/lib<Enter>" }, { "files", "3/s3<Enter>" },
		{ "provider", "3/git<Enter>" }, { "token", "3" },
		{ "user", "4" }, { "group", "4o" },
	};
	const char *noun = action->noun ? action->noun : "";
	size_t i;

	for (i = 0; i < sizeof(home) / sizeof(home[0]); i++)
		if (strcmp(home[i].noun, noun) == 0)
			break;
	keys(pty, i < sizeof(home) / sizeof(home[0]) ? home[i].keys : "5");
	for (i = roll(dice, 6); i > 0; i--)
		keys(pty, "<Down>");
}

/* All layers away, the same list in front and unfiltered. */
static void go_home(struct pty *pty)
{
	static const char back[] = "\003\007\007\007\007\007\007\007\007";

	assert_true(pty_send(pty, back, sizeof(back) - 1));
	keys(pty, "5<C-g>");
}

/* The action by its name in the palette, its thing by chance; then keys into what
 * it opened. */
static void one_dialog(struct pty *pty, const struct action *action,
		       struct dice *dice, size_t times)
{
	uint64_t seed = dice->state;
	char *before, *after, name[80];

	go_to(pty, action, dice);
	before = pty_screen(pty);
	snprintf(name, sizeof(name), ":%s%s%s", action->noun ? action->noun : "",
		 action->noun ? " " : "", action->verb);
	assert_true(pty_send(pty, name, strlen(name)));
	keys(pty, "<Enter>");
	after = pty_screen(pty);
	if (strcmp(before, after) == 0) {
		fprintf(stderr, "%s opens nothing on:\n%s", name, after);
		fail();
	}
	free(before);
	free(after);
	if (roll(dice, 2))
		keys(pty, "<Enter>");	/* the first one that is offered */
	make_noise(pty, seed, (int)times);
	keys(pty, "<Resize:100x30>");
	go_home(pty);
}

static size_t in_dialogs(const char *store, uint64_t seed, size_t times)
{
	const struct pty_options options = { .rows = 30, .cols = 100 };
	struct pty *pty = open_store(&options, store);
	struct dice dice = { seed };
	const struct action *const *all;
	size_t n, i, opened = 0;

	all = actions(&n);
	for (i = 0; i < n; i++)
		if ((all[i]->flags & ACTION_WRITES) && all[i]->plan) {
			one_dialog(pty, all[i], &dice, times);
			opened++;
		}
	leave(pty);
	MUST("--store", store, "workspace", "verify");
	return opened;
}

TEST(a_few_keys_in_the_dialog_of_each_action)
{
	size_t opened = in_dialogs(demo_store("dialogs"), seed_of(5),
				   KEYS_A_DIALOG);

	print_message("# %zu actions\n", opened);
	assert_true(opened > 40);
}

/* What noise found: the web visitor, in focus, is nobody whom verbs are about. */
TEST(the_visitor_is_nobody_to_edit)
{
	struct pty *pty = open_demo(NULL);

	keys(pty, "/revenue mod<Enter><Tab>/anyone<Enter>");
	cursor_on(pty, "▌ anyone (web)");
	keys(pty, ":user edit<Enter>");
	shows(pty, "Amir Haddad");	/* one is chosen from all */
	keys(pty, "<Esc>:user deactivate<Enter>");
	shows(pty, "Amir Haddad");
	keys(pty, "<Esc>");
	leave(pty);
}

/* make noise: as many keys as are asked for, a third of them in dialogs. */
TEST(as_many_keys_as_are_asked_for)
{
	static const int size[][2] = { { 24, 80 }, { 40, 120 }, { 10, 40 } };
	size_t wanted = number("GATEHOUSE_NOISE", 0), pressed = 0;
	uint64_t seed = wanted ? seed_of(100) : 0;

	for (; pressed < wanted; seed++) {
		print_message("# %zu keys so far, seed %llu\n", pressed,
			      (unsigned long long)seed);
		noise_on(size[seed % 3][0], size[seed % 3][1], seed);
		noise_on(size[seed % 3][0], size[seed % 3][1], ~seed);
		pressed += 2 * KEYS_A_PAGE;
		pressed += 25 * in_dialogs(demo_store("more"), seed, 25);
	}
}

TEST(a_thousand_keys_at_80x24)
{
	noise_on(24, 80, seed_of(1));
}

TEST(a_thousand_keys_at_120x40)
{
	noise_on(40, 120, seed_of(2));
}

/* Bytes that are no keys at all. */
TEST(random_bytes)
{
	struct dice dice = { 3 };
	struct pty *pty = open_demo(NULL);
	char bytes[256];
	size_t i, round;

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

	for (i = 0; i < sizeof(down) / sizeof(down[0]); i++)
		pty_feed(pty, down[i], 1);
	assert_true(pty_settle(pty));
	cursor_on(pty, "▌ Board pack");
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

	before = read_file(store, &n);
	pty = open_as_nobody(store);
	row_shows(pty, 0, "READ-ONLY");
	keys(pty, ":project share");
	shows(pty, "not now: ");
	keys(pty, "<Esc>f1");
	shows_not(pty, "Saved");
	keys(pty, "y<Esc>");
	shows_not(pty, "Saved");
	make_noise(pty, seed_of(4), KEYS_READ_ONLY);
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
    CASE(a_few_keys_in_the_dialog_of_each_action),
    CASE(the_visitor_is_nobody_to_edit),
    CASE(as_many_keys_as_are_asked_for),
    CASE(random_bytes), CASE(keys_in_pieces),
    CASE(a_read_only_store_stays_as_it_is))
