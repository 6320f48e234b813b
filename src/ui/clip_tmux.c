/* clip_tmux.c: "tmux load-buffer -w -" with the text at its input. */
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

#include "ui/clip.h"

enum { TMUX_WAIT = 1000 };	/* ms for each step; it takes a few */

struct pipe { int read, write; };

static bool make_pipe(struct pipe *out)
{
	int fd[2];

	if (pipe(fd) < 0)
		return false;
	fcntl(fd[0], F_SETFD, FD_CLOEXEC);
	fcntl(fd[1], F_SETFD, FD_CLOEXEC);
	*out = (struct pipe){ fd[0], fd[1] };
	return true;
}

/* Its input from one pipe; its output, which is none, into the other: that closes
 * when it ends. */
static bool start(const struct pipe *in, const struct pipe *out, char *const argv[],
		  pid_t *pid)
{
	posix_spawn_file_actions_t files;
	bool good;

	if (posix_spawn_file_actions_init(&files) != 0)
		return false;
	good = posix_spawn_file_actions_adddup2(&files, in->read, 0) == 0 &&
		posix_spawn_file_actions_adddup2(&files, out->write, 1) == 0 &&
		posix_spawn_file_actions_addopen(&files, 2, "/dev/null",
						 O_WRONLY, 0) == 0 &&
		posix_spawnp(pid, argv[0], &files, NULL, argv, environ) == 0;
	posix_spawn_file_actions_destroy(&files);
	return good;
}

static bool wait_for(int fd, short events)
{
	struct pollfd at = { fd, events, 0 };
	int n;

	do {
		n = poll(&at, 1, TMUX_WAIT);
	} while (n < 0 && errno == EINTR);
	return n == 1;
}

static bool send_all(int fd, const char *text, size_t n)
{
	ssize_t done;

	fcntl(fd, F_SETFL, O_NONBLOCK);
	while (n) {
		if (!wait_for(fd, POLLOUT))
			return false;
		done = write(fd, text, n);	/* SIGPIPE is ignored */
		if (done < 0 && errno != EAGAIN && errno != EINTR)
			return false;
		text += done > 0 ? done : 0;
		n -= done > 0 ? (size_t)done : 0;
	}
	return true;
}

/* Whatever hangs is killed: the console does not wait for it. */
static bool ended_well(pid_t pid, bool sent, int out)
{
	int status = -1;

	if (!sent || !wait_for(out, POLLIN))
		kill(pid, SIGKILL);
	while (waitpid(pid, &status, 0) < 0 && errno == EINTR)
		;
	return sent && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

static bool run(char *const argv[], const char *text, size_t n)
{
	struct pipe in, out;
	bool started, sent;
	pid_t pid;

	if (!make_pipe(&in))
		return false;
	if (!make_pipe(&out)) {
		close(in.read);
		close(in.write);
		return false;
	}
	started = start(&in, &out, argv, &pid);
	close(in.read);
	close(out.write);
	sent = started && send_all(in.write, text, n);
	close(in.write);
	if (started)
		sent = ended_well(pid, sent, out.read);
	close(out.read);
	return sent;
}

/* posix_spawn takes no constant words. */
enum { NAME = 40 };

bool clip_tmux(const char *text, size_t n, const char *buffer)
{
	static char load[] = "load-buffer", w[] = "-w", b[] = "-b", dash[] = "-",
		    tmux[] = "tmux";
	char name[NAME];
	char *plain[] = { tmux, load, w, dash, NULL };
	char *named[] = { tmux, load, w, b, name, dash, NULL };

	if (!buffer)
		return run(plain, text, n);
	snprintf(name, sizeof(name), "%s", buffer);
	return run(named, text, n);
}

bool clip_tmux_forget(const char *buffer)
{
	static char drop[] = "delete-buffer", b[] = "-b", tmux[] = "tmux";
	char name[NAME];
	char *argv[] = { tmux, drop, b, name, NULL };

	snprintf(name, sizeof(name), "%s", buffer);
	return run(argv, "", 0);
}
