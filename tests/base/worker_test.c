/* worker_test.c: what is done on a thread is done once, told, and released once: by who
 * began it, or by the thread where nobody wants it any more. */
#include <pthread.h>
#include <signal.h>
#include <unistd.h>

#include "tests/expect.h"

#include "base/worker.h"

static int told[2], gone[2];	/* pipes: nothing here sleeps */

struct deed { int go[2]; int sum; bool signals; };

static void work(void *ctx)
{
	struct deed *deed = ctx;
	sigset_t blocked;
	char c;

	pthread_sigmask(SIG_SETMASK, NULL, &blocked);
	deed->signals = !sigismember(&blocked, SIGWINCH);
	assert_int_equal(read(deed->go[0], &c, 1), 1);
	deed->sum = 42;
}

static void done(void)
{
	assert_int_equal(write(told[1], "d", 1), 1);
}

static void release(void *ctx)
{
	struct deed *deed = ctx;

	deed->sum = -deed->sum;
	assert_int_equal(write(gone[1], "g", 1), 1);
}

static void wait_for(int fd)
{
	char c;

	assert_int_equal(read(fd, &c, 1), 1);
}

static struct worker *start(struct deed *deed)
{
	struct worker *worker;

	*deed = (struct deed){ .sum = 0 };
	assert_int_equal(pipe(deed->go), 0);
	worker = worker_start(work, done, release, deed);
	assert_non_null(worker);
	return worker;
}

static void close_all(struct deed *deed)
{
	close(deed->go[0]);
	close(deed->go[1]);
}

TEST(it_ends_and_is_told)
{
	struct deed deed;
	struct worker *worker;

	assert_int_equal(pipe(told) + pipe(gone), 0);
	worker = start(&deed);
	assert_false(worker_ended(worker));
	assert_int_equal(write(deed.go[1], "g", 1), 1);
	wait_for(told[0]);
	assert_true(worker_ended(worker));
	assert_int_equal(deed.sum, 42);
	assert_false(deed.signals);
	worker_drop(worker);
	wait_for(gone[0]);
	assert_int_equal(deed.sum, -42);
	close_all(&deed);
}

TEST(what_nobody_wants_is_released_when_it_ends)
{
	struct deed deed;
	struct worker *worker = start(&deed);

	worker_drop(worker);			/* does not wait */
	assert_int_equal(deed.sum, 0);
	assert_int_equal(write(deed.go[1], "g", 1), 1);
	wait_for(gone[0]);
	assert_int_equal(deed.sum, -42);
	worker_drop(NULL);
	close_all(&deed);
}

RUN(CASE(it_ends_and_is_told), CASE(what_nobody_wants_is_released_when_it_ends))
