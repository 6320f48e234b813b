/* lost_test.c: the session is lost at any moment: by a signal, by a line that is gone, by
 * one that is gone where the signal is ignored.  The console is gone within a second,
 * what was typed is kept, the store is whole. */
#include <signal.h>
#include <unistd.h>

#include "tests/torture/torture.h"
#include "tests/tty/console.h"

enum { SECOND = 1000, TYPED = 12 };

static const char *const way[] = { "SIGHUP", "line gone", "line gone, HUP ignored" };

static struct pty *start(const char *store, bool ignore_hup)
{
	static char state_home[1300];
	static const char *env[] = { state_home, NULL };
	const struct pty_options options = {
		.rows = 24, .cols = 80, .env = env, .ignore_hup = ignore_hup
	};

	snprintf(state_home, sizeof(state_home), "XDG_STATE_HOME=%s", in_room("state"));
	return open_store(&options, store);
}

/* Planted: deaf to all of it. */
static struct pty *start_deaf(void)
{
	static const char *const argv[] = {
		"sh", "-c", "trap '' HUP TERM; echo deaf; while :; do read line || sleep 1; done", NULL
	};
	const struct pty_options options = { .ignore_hup = true, .no_marker = true };

	struct pty *pty = pty_start(&options, argv);

	assert_true(pty_await(pty, "deaf"));
	return pty;
}

static void lose(struct pty *pty, unsigned how)
{
	if (how == 0)
		kill(pty_pid(pty), SIGHUP);
	else
		pty_hangup(pty);
}

/* Typed and drawn; then more, of which nobody knows how much was read. */
static void type(struct pty *pty, struct lot *lot, char name[TYPED + 1])
{
	uint32_t n = toss(lot, 60), i;

	for (i = 0; i < TYPED; i++)
		name[i] = (char)('a' + toss(lot, 26));
	name[TYPED] = '\0';
	keys(pty, ":group create<Enter>");
	keys(pty, name);
	for (i = 0; i < n; i++)
		pty_feed(pty, toss(lot, 3) ? "z" : "\t", 1);
}

static bool draft_has(const char *name)
{
	char path[200], *text;
	bool has;
	size_t n;

	snprintf(path, sizeof(path), "%.150s/gatehouse/drafts", in_room("state"));
	if (access(path, R_OK) != 0)
		return false;
	text = read_file(path, &n);
	has = strstr(text, name) != NULL;
	free(text);
	return has;
}

static void one_loss(struct losses *tally, struct lot *lot, const char *store)
{
	unsigned how = toss(lot, 3);
	struct pty *pty = tally->planted ? start_deaf() : start(store, how == 2);
	char name[TYPED + 1] = "";

	if (!tally->planted)
		type(pty, lot, name);
	lose(pty, how);
	tally->kills++;
	if (pty_end(pty, SECOND) < 0)
		loss(tally, "round %ld, %s: still there after a second",
			   tally->rounds, way[how]);
	else if (!draft_has(name))
		loss(tally, "round %ld, %s: no draft of %s", tally->rounds, way[how],
			   name);
	tally->rounds++;
	pty_stop(pty);
}

static void lose_sessions(bool planted, long rounds)
{
	struct losses tally = { .what = "lost session", .planted = planted };
	struct lot lot = { torture_seed(600) };
	char store[200];

	snprintf(store, sizeof(store), "%s", import_store(planted ? "deaf" : "lost",
							   in_source("data/demo.json")));
	while (tally.rounds < rounds && !losses_done(&tally)) {
		one_loss(&tally, &lot, store);
		unlink(in_room("state/gatehouse/drafts"));
	}
	MUST("--store", store, "workspace", "verify");
	losses_judge(&tally);
}

TEST(it_is_gone_within_a_second_and_the_draft_is_kept)
{
	lose_sessions(false, torture_number("SESSIONS", 20));
}

TEST(one_that_stays_is_found_out)
{
	lose_sessions(true, 1);
}

RUN(CASE(it_is_gone_within_a_second_and_the_draft_is_kept),
    CASE(one_that_stays_is_found_out))
