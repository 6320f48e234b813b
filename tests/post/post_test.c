/* post_test.c: a courier is cancelled at any moment, and nothing of it is left. */
#include "tests/expect.h"

#include <dirent.h>
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "post/post.h"

enum { TIMES = 1000, LONG = 60000 /* ms */, GIVE_UP = 120 /* s: a hang is a fault */ };

static struct post *started(const char *letter, int64_t ms)
{
	struct error err;
	struct post *post;

	error_clear(&err);
	post = post_start("stuck", letter, strlen(letter), ms, &err);
	if (!post)
		fail_msg("%s", err.text);
	return post;
}

static size_t descriptors(void)
{
	DIR *folder = opendir("/proc/self/fd");
	size_t n = 0;

	assert_non_null(folder);
	while (readdir(folder))
		n++;
	closedir(folder);
	return n;
}

/* Those that were left to this process: each was killed; returns how many. */
static size_t orphans(void)
{
	size_t n = 0;
	int status;
	pid_t pid;

	while ((pid = waitpid(-1, &status, 0)) > 0) {
		assert_true(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);
		n++;
	}
	assert_int_equal(errno, ECHILD);
	return n;
}

/* So many lines of it; waits for each. */
static void lines(struct post *post, size_t most)
{
	struct pollfd wait = { post_fd(post), POLLIN, 0 };
	enum post_news news;
	const char *line;
	size_t n;

	while (most) {
		news = post_read(post, &line, &n);
		if (news == POST_LINE_READ)
			most--;
		else if (news == POST_WAITS)
			assert_int_equal(poll(&wait, 1, LONG), 1);
		else
			return;
	}
}

TEST(a_thousand_started_and_cancelled_leave_nothing)
{
	static const char *const letters[] = { "h", "l", "g", "e", "c" };
	size_t before, i, with_child = 0;

	before = descriptors();
	for (i = 0; i < TIMES; i++) {
		const char *letter = letters[i % 5];
		struct post *post = started(letter, LONG);
		bool child = *letter == 'c' && i % 2;

		/* Cancelled before it runs, while it speaks, when it has a child. */
		lines(post, *letter == 'l' ? i % 3 : child ? 3 : 0);
		with_child += child;
		post_free(post);
	}
	assert_int_equal(descriptors(), before);
	/* The child of a courier went with it, also where the courier was first. */
	assert_true(orphans() >= with_child);
}

TEST(twenty_at_once_are_cancelled_at_once)
{
	struct post *posts[20];
	size_t before = descriptors(), i;

	for (i = 0; i < 20; i++)
		posts[i] = started(i % 2 ? "h" : "l", LONG);
	for (i = 0; i < 20; i++)
		post_free(posts[i]);
	assert_int_equal(descriptors(), before);
	assert_int_equal(orphans(), 0);
}

/* Reading never waits, whatever the courier does. */
TEST(nobody_waits_for_one_that_hangs)
{
	struct post *post = started("h", LONG);
	const char *line;
	size_t n;

	assert_int_equal(post_read(post, &line, &n), POST_WAITS);
	assert_true(post_left(post) > 0);
	post_free(post);
	post = started("h", 0);
	assert_int_equal(post_left(post), 0);
	assert_int_equal(post_read(post, &line, &n), POST_WAITS);
	post_free(post);
	assert_int_equal(orphans(), 0);
}

TEST(one_that_says_too_much_broke)
{
	static const char *const letters[] = { "g", "s" };
	size_t i, n, all;

	for (i = 0; i < 2; i++) {
		struct post *post = started(letters[i], LONG);
		struct pollfd wait = { post_fd(post), POLLIN, 0 };
		enum post_news news;
		const char *line;

		all = 0;
		while ((news = post_read(post, &line, &n)) != POST_BROKE) {
			assert_int_not_equal(news, POST_ENDED);
			if (news == POST_WAITS)
				assert_int_equal(poll(&wait, 1, LONG), 1);
			else
				all += n + 1;
			assert_true(all <= POST_ALL + POST_LINE);
		}
		post_free(post);
	}
	assert_int_equal(orphans(), 0);
}

TEST(the_longest_letter_is_taken_and_a_longer_one_is_not)
{
	static char letter[POST_LETTER + 1];
	struct error err;
	size_t before = descriptors();
	struct post *post;

	memset(letter, 'h', sizeof(letter));
	post = post_start("stuck", letter, POST_LETTER, LONG, &err);
	assert_non_null(post);
	post_free(post);
	error_clear(&err);
	assert_null(post_start("stuck", letter, POST_LETTER + 1, LONG, &err));
	assert_int_equal(err.kind, ERROR_NETWORK);
	assert_int_equal(descriptors(), before);
	assert_int_equal(orphans(), 0);
}

FIXTURE(set_up)
{
	static char path[4096];

	snprintf(path, sizeof(path), "%s/tests/post", getenv("builddir_abs") ?
		 getenv("builddir_abs") : ".");
	post_folder(path);
	alarm(GIVE_UP);
	return prctl(PR_SET_CHILD_SUBREAPER, 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		CASE(a_thousand_started_and_cancelled_leave_nothing),
		CASE(twenty_at_once_are_cancelled_at_once),
		CASE(nobody_waits_for_one_that_hangs), CASE(one_that_says_too_much_broke),
		CASE(the_longest_letter_is_taken_and_a_longer_one_is_not),
	};

	return cmocka_run_group_tests(tests, set_up, NULL);
}
