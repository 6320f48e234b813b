/* storm_test.c: keys and new sizes on every screen, several before any is answered; what
 * is on the screen at last is what a fresh drawing is. */
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "tests/torture/torture.h"
#include "tests/tty/console.h"
#include "tests/tty/pty_priv.h"

/* Each screen; the keys that lead there from the list of projects. */
static const char *const screen[] = {
	"", "1", "2", "3", "4", "4o", "w", "s", "D", "P", "?", ":", ":share", "<Enter>",
	"<Tab>", "S", "A", "/rev", ".", "4<Enter>", "1<Enter>", "2n", "4n", "n", "h", "I",
	":access report<Enter>", ":audit list<Enter>", ":group create<Enter>",
	":workspace set<Enter>", ":vault status<Enter>", ":user add<Enter>", "x", "!"
};

/* None that leaves the console, and none that saves. */
static const char *const key[] = {
	"j", "k", "g", "G", "\033[A", "\033[B", "\033[C", "\033[D", "\033[5~", "\033[6~",
	"\t", "\033[Z", "\177", "a", "b", " ", "\xc3\xa9", "\xe6\xbc\xa2", "1", "5", "w",
	"/", "?", "\033[H", "\033[F", "\033[<65;30;10M", "\001", "\005", "\025"
};

struct storm { struct pty *pty; struct lot lot; struct losses tally; };

/* The kernel tells the program; nobody waits for its answer. */
static void new_size(struct storm *storm)
{
	static const int size[][2] = { { 24, 80 }, { 40, 120 }, { 10, 40 }, { 50, 160 },
				       { 8, 30 }, { 25, 81 } };
	const int *one = size[toss(&storm->lot, sizeof(size) / sizeof(size[0]))];
	int rows = one[0] + (int)toss(&storm->lot, 3), cols = one[1] + (int)toss(&storm->lot, 3);

	if (!pty_resize(storm->pty, rows, cols))
		loss(&storm->tally, "round %ld: dead after a new size",
			   storm->tally.rounds);
}

static void blow(struct storm *storm, long times)
{
	char bytes[256];
	const char *one;
	size_t n = 0;
	long i;

	for (i = 0; i < times; i++) {
		one = key[toss(&storm->lot, sizeof(key) / sizeof(key[0]))];
		memcpy(bytes + n, one, strlen(one));
		n += strlen(one);
		if (toss(&storm->lot, 4) && i + 1 < times && n < sizeof(bytes) - 32)
			continue;
		pty_feed(storm->pty, bytes, n);
		n = 0;
		if (toss(&storm->lot, 3) == 0)
			new_size(storm);
	}
	/* A size may still wait behind what was answered: keys that are nothing, after it. */
	if (!pty_settle(storm->pty) || !pty_send(storm->pty, "\033[99~", 5) ||
	    !pty_send(storm->pty, "\033[99~", 5))
		loss(&storm->tally, "round %ld: dead", storm->tally.rounds);
}

/* Something else writes on the same terminal. */
static void scribble(struct pty *pty)
{
	int fd = open(ptsname(pty->fd), O_WRONLY | O_NOCTTY | O_CLOEXEC);

	assert_true(fd >= 0);
	assert_int_equal(write(fd, "\033[5;5Hplanted", 13), 13);
	close(fd);
	assert_true(pty_await(pty, "planted"));
}

static void one_screen(struct storm *storm, const char *way, long times)
{
	static const char back[] = "\003\007\007\007\007\007\007\007";

	keys(storm->pty, way);
	blow(storm, times);
	if (storm->tally.planted)
		scribble(storm->pty);
	if (!draws_afresh(storm->pty))
		loss(&storm->tally, "round %ld, screen \"%s\": not as drawn afresh",
			   storm->tally.rounds, way);
	storm->tally.rounds += times;
	assert_true(pty_send(storm->pty, back, sizeof(back) - 1));
	keys(storm->pty, "<Resize:90x26>5<C-g>");
}

static void storm(bool planted, long wanted)
{
	enum { SCREENS = sizeof(screen) / sizeof(screen[0]) };
	struct storm it = { .tally = { .what = "keys and sizes", .planted = planted } };
	long each = wanted / SCREENS + 1;
	size_t i;

	it.lot.state = torture_seed(500);
	each = each > 120 ? 120 : each;
	while (it.tally.rounds < wanted && !losses_done(&it.tally)) {
		it.pty = open_demo(NULL);
		for (i = 0; i < SCREENS && !losses_done(&it.tally); i++)
			one_screen(&it, screen[i], each);
		leave(it.pty);
	}
	losses_judge(&it.tally);
}

TEST(after_any_storm_the_screen_is_a_fresh_one)
{
	storm(false, torture_number("KEYS", 2000));
}

TEST(a_screen_that_is_not_as_drawn_is_found_out)
{
	storm(true, 40);
}

RUN(CASE(after_any_storm_the_screen_is_a_fresh_one),
    CASE(a_screen_that_is_not_as_drawn_is_found_out))
