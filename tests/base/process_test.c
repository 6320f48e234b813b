/* process_test.c: what process_harden leaves of the process it is called in. */
#include "tests/expect.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/attr.h"
#include "base/process.h"

/* In a child, as the first thing there; what it answers is its exit status. */
static int in_child(int (*look)(void))
{
	int status;
	pid_t pid;

	fflush(NULL);
	pid = fork();
	assert_true(pid >= 0);
	if (pid == 0)
		_exit(look());
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_true(WIFEXITED(status));
	return WEXITSTATUS(status);
}

static void harden(const char *const *words, int n)
{
	char *argv[8] = { NULL };
	int i;

	for (i = 0; i < n; i++)
		argv[i] = strdup(words[i]);
	process_harden(n, argv);
}

#define HARDEN(...) do { \
	const char *const words_[] = { "gatehouse", __VA_ARGS__ }; \
	harden(words_, (int)COUNT_OF(words_)); } while (0)

static int look_at_limits(void)
{
	struct rlimit core = { 1, 1 };

	umask(0);
	if (prctl(PR_GET_DUMPABLE, 0, 0, 0, 0) != 1)
		return 1;
	HARDEN("user", "list");
	if (prctl(PR_GET_DUMPABLE, 0, 0, 0, 0) != 0)
		return 2;
	if (getrlimit(RLIMIT_CORE, &core) != 0 || core.rlim_cur || core.rlim_max)
		return 3;
	return umask(0) == 077 ? 0 : 4;
}

TEST(no_core_no_tracer_and_files_of_ones_own)
{
	assert_int_equal(in_child(look_at_limits), 0);
}

static const char *const left[] = {
	"TERM=xterm", "LC_ALL=C", "LANG=C", "TZ=UTC", "HOME=/h", "XDG_DATA_HOME=/x",
	"GATEHOUSE_STORE=/s", "NO_COLOR=1", "TMUX=/t", "STY=1", "MOSH_KEY=1",
	"SSH_CLIENT=1", "SSH_CONNECTION=1", "SUDO_UID=1", "PATH=/bin", "TMPDIR=/tmp",
	"COLORFGBG=1"
}, *const taken[] = {
	"AWS_SECRET_ACCESS_KEY=planted", "LD_PRELOAD=x", "SSLKEYLOGFILE=/k",
	"https_proxy=http://x", "TERMCAP=x", "PATHS=x", "LC=x", "SQLITE_TMPDIR=/x",
	"NCURSES_TRACE=1", "HOMES=x", "MALLOC_TRACE=/x", "GCONV_PATH=/x", "XDG=1",
	"SSH_AUTH_SOCK=/x", "=odd", "odd", ""
};

static int look_at_environment(void)
{
	char *all[COUNT_OF(left) + COUNT_OF(taken) + 1] = { NULL };
	size_t i, n = 0;

	for (i = 0; i < COUNT_OF(taken); i++)	/* one of each in turn */
		if (i < COUNT_OF(left))
			all[n++] = strdup(left[i]), all[n++] = strdup(taken[i]);
	environ = all;
	{
		char *before[COUNT_OF(all)];

		memcpy(before, all, sizeof(all));
		HARDEN("user", "list");
		for (i = 0; i < n; i += 2)
			if (!environ[i / 2] || strcmp(environ[i / 2], left[i / 2]) != 0)
				return 1;
		if (environ[n / 2])
			return 2;
		for (i = 1; i < n; i += 2)
			if (*before[i] && memcmp(before[i], "\0\0", strlen(taken[i / 2]) > 1 ?
						 2 : 1) != 0)
				return 3;
	}
	return 0;
}

TEST(of_the_environment_what_is_read)
{
	size_t i;

	for (i = 0; i < COUNT_OF(left); i++)
		assert_true(process_keeps(left[i]));
	for (i = 0; i < COUNT_OF(taken); i++)
		assert_false(process_keeps(taken[i]));
	assert_int_equal(COUNT_OF(left), COUNT_OF(taken));
	assert_int_equal(in_child(look_at_environment), 0);
}

static bool is_open(int fd)
{
	return fcntl(fd, F_GETFD) >= 0;
}

static void open_some(void)
{
	int fd;

	for (fd = 3; fd < 40; fd++)
		dup2(2, fd);
	setenv("TERM", "xterm", 1);
	unsetenv("GATEHOUSE_PLAIN");
}

static int look_at_named(void)
{
	int fd;

	open_some();
	HARDEN("--passphrase-fd", "5", "--value-fd=password=17", "a=30x", "/dev/fd/33");
	for (fd = 3; fd < 40; fd++) {
		if (is_open(fd) != (fd == 5 || fd == 17 || fd == 33))
			return fd;
		if (is_open(fd) && !(fcntl(fd, F_GETFD) & FD_CLOEXEC))
			return 100 + fd;
	}
	return is_open(0) && is_open(1) && is_open(2) ? 0 : 99;
}

static int look_at_none_named(void)
{
	int fd;

	open_some();
	HARDEN("--store", "");
	for (fd = 3; fd < 40; fd++)
		if (is_open(fd))
			return fd;
	return 0;
}

static int look_at_plain(void)
{
	int fd;

	open_some();
	HARDEN("--plain");
	for (fd = 3; fd < 40; fd++)
		if (!is_open(fd) || !(fcntl(fd, F_GETFD) & FD_CLOEXEC))
			return fd;
	return 0;
}

TEST(of_the_descriptors_what_is_named)
{
	assert_int_equal(in_child(look_at_named), 0);
	assert_int_equal(in_child(look_at_none_named), 0);
	assert_int_equal(in_child(look_at_plain), 0);
}

static int look_at_standard(void)
{
	char byte = 0;

	close(0);
	close(1);
	close(2);
	HARDEN("user", "list");
	if (!is_open(0) || !is_open(1) || !is_open(2))
		return 1;
	if (read(0, &byte, 1) >= 0 || errno != EBADF)
		return 2;
	if (write(1, "x", 1) >= 0 || errno != EBADF || write(2, "x", 1) >= 0)
		return 3;
	return open("/dev/null", O_RDONLY) > 2 ? 0 : 4;
}

TEST(no_file_becomes_standard_output)
{
	assert_int_equal(in_child(look_at_standard), 0);
}

RUN(CASE(no_core_no_tracer_and_files_of_ones_own),
    CASE(of_the_environment_what_is_read),
    CASE(of_the_descriptors_what_is_named),
    CASE(no_file_becomes_standard_output))
