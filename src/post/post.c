/* post.c: see post.h. */
#include "post/post.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/mem.h"

enum { PATH_MOST = 4096, THOUSAND = 1000, MILLION = 1000000 };

struct post {
	pid_t pid;
	int from;			/* its standard output */
	int64_t until;			/* ms, by now_ms() */
	char line[POST_LINE];
	size_t used, taken, all;	/* bytes of line, of them said; ever read */
	bool ended;
};

static char only_folder[PATH_MOST];

void post_folder(const char *folder)
{
	snprintf(only_folder, sizeof(only_folder), "%s", folder ? folder : "");
}

static int64_t now_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * THOUSAND + t.tv_nsec / MILLION;
}

/* The folder of this program. */
static bool beside(char *out, size_t size)
{
	ssize_t n = readlink("/proc/self/exe", out, size - 1);
	char *slash;

	if (n <= 0)
		return false;
	out[n] = '\0';
	slash = strrchr(out, '/');
	if (!slash)
		return false;
	*slash = '\0';
	return true;
}

static bool find(const char *program, char out[PATH_MOST])
{
	char folder[PATH_MOST - 64];

	if (*only_folder)
		return snprintf(out, PATH_MOST, "%s/%s", only_folder, program) < PATH_MOST &&
			access(out, X_OK) == 0;
	if (beside(folder, sizeof(folder)) &&
	    snprintf(out, PATH_MOST, "%s/%s", folder, program) < PATH_MOST &&
	    access(out, X_OK) == 0)
		return true;
	return snprintf(out, PATH_MOST, "%s/%s", LIBEXEC_FOLDER, program) < PATH_MOST &&
		access(out, X_OK) == 0;
}

bool post_has(const char *program)
{
	char path[PATH_MOST];

	return find(program, path);
}

static bool start_failed(const char *program, int why, struct error *err)
{
	return error_set(err, ERROR_NETWORK, "COURIER", "%s cannot be started: %s",
			 program, strerror(why));
}

/* Everything of ours is closed on exec; in is its letter, out its answer. */
static int spawn(const char *path, const char *program, int in, int out, pid_t *pid)
{
	static char language[] = "LANG=C.UTF-8", home[] = "HOME=/nonexistent";
	char *const environment[] = { language, home, NULL };
	char *name = mem_strdup(program);
	char *const words[] = { name, NULL };
	posix_spawn_file_actions_t actions;
	posix_spawnattr_t attributes;
	sigset_t none, usual;
	int rc;

	sigemptyset(&none);
	sigfillset(&usual);
	posix_spawn_file_actions_init(&actions);
	posix_spawn_file_actions_adddup2(&actions, in, STDIN_FILENO);
	posix_spawn_file_actions_adddup2(&actions, out, STDOUT_FILENO);
	posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
	posix_spawnattr_init(&attributes);
	posix_spawnattr_setsigmask(&attributes, &none);
	posix_spawnattr_setsigdefault(&attributes, &usual);
	posix_spawnattr_setpgroup(&attributes, 0);	/* ^C is for this process */
	posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK |
				 POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP);
	rc = posix_spawn(pid, path, &actions, &attributes, words, environment);
	posix_spawnattr_destroy(&attributes);
	posix_spawn_file_actions_destroy(&actions);
	free(name);
	return rc;
}

/* A socket, for a courier that died is no signal then; and it takes the letter whole,
 * so that nobody waits. */
static bool hand_over(int to, const char *letter, size_t n)
{
	ssize_t sent = send(to, letter, n, MSG_NOSIGNAL | MSG_DONTWAIT);

	return sent >= 0 && (size_t)sent == n && shutdown(to, SHUT_WR) == 0;
}

struct post *post_start(const char *program, const char *letter, size_t n,
			int64_t deadline, struct error *err)
{
	int in[2] = { -1, -1 }, out[2] = { -1, -1 }, rc = 0;
	char path[PATH_MOST];
	struct post *post = mem_alloc(sizeof(*post));

	post->from = -1;
	post->until = now_ms() + deadline;
	if (n > POST_LETTER)
		rc = E2BIG;
	else if (!find(program, path))
		rc = ENOENT;
	else if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, in) != 0 ||
		 pipe2(out, O_CLOEXEC) != 0)
		rc = errno;
	else
		rc = spawn(path, program, in[0], out[1], &post->pid);
	if (!rc && !hand_over(in[1], letter, n))
		rc = EPIPE;
	if (in[0] >= 0)
		close(in[0]);
	if (in[1] >= 0)
		close(in[1]);
	if (out[1] >= 0)
		close(out[1]);
	post->from = out[0];
	if (!rc && fcntl(post->from, F_SETFL, O_NONBLOCK) == 0)
		return post;
	post_free(post);
	(void)start_failed(program, rc ? rc : errno, err);
	return NULL;
}

int post_pid(const struct post *post)
{
	return (int)post->pid;
}

int post_fd(const struct post *post)
{
	return post->from;
}

int64_t post_left(const struct post *post)
{
	int64_t left = post->until - now_ms();

	return left > 0 ? left : 0;
}

/* The next line of what was read; NULL: none is whole. */
static const char *next_line(struct post *post, size_t *n)
{
	char *at = post->line + post->taken;
	char *end = memchr(at, '\n', post->used - post->taken);

	if (!end)
		return NULL;
	*n = (size_t)(end - at);
	post->taken += *n + 1;
	return at;
}

enum post_news post_read(struct post *post, const char **line, size_t *n)
{
	ssize_t got;

	for (;;) {
		*line = next_line(post, n);
		if (*line)
			return POST_LINE_READ;
		if (post->ended)
			return post->used == post->taken ? POST_ENDED : POST_BROKE;
		memmove(post->line, post->line + post->taken, post->used - post->taken);
		post->used -= post->taken;
		post->taken = 0;
		if (post->used == sizeof(post->line) || post->all > POST_ALL)
			return POST_BROKE;
		got = read(post->from, post->line + post->used,
			   sizeof(post->line) - post->used);
		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0)
			return errno == EAGAIN ? POST_WAITS : POST_BROKE;
		post->ended = got == 0;
		post->used += (size_t)got;
		post->all += (size_t)got;
	}
}

void post_free(struct post *post)
{
	if (!post)
		return;
	if (post->from >= 0)
		close(post->from);
	if (post->pid > 0) {
		/* Its group is its own: what it started goes, too.  It is not waited for
		 * yet, so that nobody else has its number. */
		kill(-post->pid, SIGKILL);
		while (waitpid(post->pid, NULL, 0) < 0 && errno == EINTR)
			;
	}
	explicit_bzero(post->line, sizeof(post->line));	/* of a credential, perhaps */
	free(post);
}
