/* outside_test.c: what another process of the same user gets of the running program:
 * not its memory, not its core, nothing of an open file; and what it makes is for its
 * owner only.  Each look is held against a program that is not closed. */
#include "tests/cli/program.h"
#include "tests/cli/small_workspace.h"

#include <poll.h>
#include <signal.h>
#include <sys/ptrace.h>
#include <sys/resource.h>

enum { NOBODY_ID = 65534, SMALL_PIPE = 4096 };

/* A program that waits: its answer does not fit into the pipe. */
struct waiting {
	pid_t pid;
	int out;		/* of its standard output */
};

/* Root sees all, so nobody does it. */
static void be_nobody(void)
{
	if (geteuid() == 0 && (setgid(NOBODY_ID) != 0 || setuid(NOBODY_ID) != 0))
		_exit(126);
}

/* Its path may be closed to nobody: by a descriptor. */
static void become(const char *path, const char *const *argv, int out)
{
	int file = open(path, O_RDONLY | O_CLOEXEC);

	setenv("AWS_SECRET_ACCESS_KEY", "planted", 1);
	setenv("TERM", "xterm", 1);
	umask(0);
	be_nobody();
	dup2(out, 1);
	close(out);
	fexecve(file, (char *const *)(uintptr_t)argv, environ);
	_exit(127);
}

/* After the first byte it is at work, and stays. */
static struct waiting start(const char *path, const char *const *argv)
{
	struct waiting it;
	int ends[2];
	char byte;

	assert_int_equal(pipe2(ends, O_CLOEXEC), 0);
	assert_true(fcntl(ends[1], F_SETPIPE_SZ, SMALL_PIPE) > 0);
	fflush(NULL);
	it.pid = fork();
	assert_true(it.pid >= 0);
	if (it.pid == 0)
		become(path, argv, ends[1]);
	close(ends[1]);
	it.out = ends[0];
	assert_int_equal(read(it.out, &byte, 1), 1);
	assert_int_equal(waitpid(it.pid, NULL, WNOHANG), 0);
	return it;
}

static int stop(struct waiting *it, int sig)
{
	int status;

	/* Till now it lived: what was seen was not that of one that had ended. */
	assert_int_equal(waitpid(it->pid, NULL, WNOHANG), 0);
	kill(it->pid, sig);
	assert_int_equal(waitpid(it->pid, &status, 0), it->pid);
	close(it->out);
	return status;
}

static struct waiting start_ours(void)
{
	static const char *const argv[] = { "gatehouse", "--store", "/x/8", "help", "man", NULL };

	return start(program_path(), argv);
}

static struct waiting start_other(void)
{
	static const char *const argv[] = { "yes", NULL };

	return start("/usr/bin/yes", argv);
}

static uid_t owner(pid_t pid)
{
	char path[64];
	struct stat st;

	snprintf(path, sizeof(path), "/proc/%d/mem", (int)pid);
	assert_int_equal(stat(path, &st), 0);
	return st.st_uid;
}

TEST(its_memory_belongs_to_root)
{
	struct waiting ours = start_ours(), other = start_other();
	uid_t me = geteuid() ? geteuid() : NOBODY_ID;

	assert_int_equal(owner(other.pid), me);
	assert_int_equal(owner(ours.pid), 0);
	stop(&ours, SIGKILL);
	stop(&other, SIGKILL);
}

/* By its parent, who may where anybody may.  0: attached. */
static int attach(struct waiting (*begin)(void))
{
	struct waiting it;
	int status;
	pid_t pid;

	fflush(NULL);
	pid = fork();
	if (pid == 0) {
		/* The child of nobody's, started before this is nobody itself. */
		it = begin();
		be_nobody();
		status = ptrace(PTRACE_ATTACH, it.pid, NULL, NULL) == 0 ? 0 :
			errno == EPERM ? 1 : 2;
		kill(it.pid, SIGKILL);
		_exit(status);
	}
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_true(WIFEXITED(status));
	return WEXITSTATUS(status);
}

TEST(nobody_traces_it)
{
	assert_int_equal(attach(start_other), 0);
	assert_int_equal(attach(start_ours), 1);
}

TEST(it_leaves_no_core)
{
	struct rlimit most = { 0, 0 };
	char folder[] = "/tmp/gatehouse-core-XXXXXX", was[4096];
	struct waiting ours, other;

	assert_int_equal(getrlimit(RLIMIT_CORE, &most), 0);
	most.rlim_cur = most.rlim_max;
	assert_int_equal(setrlimit(RLIMIT_CORE, &most), 0);
	assert_non_null(mkdtemp(folder));
	assert_int_equal(chmod(folder, 0777), 0);
	assert_non_null(getcwd(was, sizeof(was)));
	assert_int_equal(chdir(folder), 0);
	other = start_other();
	ours = start_ours();
	/* Where no limit forbids it, the other leaves one. */
	if (most.rlim_max)
		assert_true(WCOREDUMP(stop(&other, SIGSEGV)));
	else
		stop(&other, SIGSEGV);
	assert_false(WCOREDUMP(stop(&ours, SIGSEGV)));
	assert_int_equal(chdir(was), 0);
	(void)unlinkat(AT_FDCWD, folder, AT_REMOVEDIR);
	{
		char command[64];

		snprintf(command, sizeof(command), "%s", folder);
		if (fork() == 0) {
			execlp("rm", "rm", "-rf", command, (char *)NULL);
			_exit(127);
		}
		wait(NULL);
	}
}

static bool ended(int fd)
{
	struct pollfd at = { fd, POLLIN, 0 };

	return poll(&at, 1, 0) == 1 && (at.revents & POLLHUP);
}

/* 7 is inherited, and named by no word; 8 is. */
TEST(it_holds_no_file_that_was_not_named)
{
	int seven[2], eight[2];
	struct waiting ours;

	assert_int_equal(pipe2(seven, O_CLOEXEC), 0);
	assert_int_equal(pipe2(eight, O_CLOEXEC), 0);
	assert_int_equal(fcntl(seven[0], F_DUPFD_CLOEXEC, 50) >= 50, 1);
	seven[0] = 50;
	assert_int_equal(fcntl(eight[0], F_DUPFD_CLOEXEC, 51), 51);
	eight[0] = 51;
	assert_int_equal(fcntl(seven[1], F_DUPFD_CLOEXEC, 52), 52);
	assert_int_equal(fcntl(eight[1], F_DUPFD_CLOEXEC, 53), 53);
	close_range(3, 49, 0);
	assert_int_equal(dup2(52, 7), 7);
	assert_int_equal(dup2(53, 8), 8);
	close(52);
	close(53);
	ours = start_ours();
	close(7);
	close(8);
	assert_true(ended(seven[0]));
	assert_false(ended(eight[0]));
	stop(&ours, SIGKILL);
	assert_true(ended(eight[0]));
}

TEST(what_it_makes_is_for_its_owner)
{
	static const char *const made[] = { "w.db", "w.db-wal", "w.db.lock", "out.json" };
	struct program p;
	char line[200];
	mode_t was = umask(0);
	struct stat st;
	size_t i, there = 0;

	program_open(&p, small_workspace);
	RUNS(&p, "group|create|Night", 0);
	snprintf(line, sizeof(line), "workspace|export|%s/out.json", p.dir);
	RUNS(&p, line, 0);
	for (i = 0; i < COUNT_OF(made); i++)
		if (stat(program_file(&p, made[i]), &st) == 0) {
			there++;
			if (st.st_mode & 077)
				fail_msg("%s: %o", made[i], (unsigned)st.st_mode);
		}
	assert_true(there >= 2);
	umask(was);
	program_close(&p);
}

RUN(CASE(its_memory_belongs_to_root), CASE(nobody_traces_it), CASE(it_leaves_no_core),
    CASE(it_holds_no_file_that_was_not_named), CASE(what_it_makes_is_for_its_owner))
