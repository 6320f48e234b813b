/* pty.c: the program's line: start, send, take, settle, end. */
#include "tests/tty/pty_priv.h"

#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

static long now_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

static void *need(void *p)
{
	if (!p) {
		fputs("pty: out of memory\n", stderr);
		abort();
	}
	return p;
}

/* The environment of the child: what a build needs, what the test fixes. */
static void set_environment(const struct pty *pty,
			    const struct pty_options *options)
{
	static const char *const keep[] = {
		"PATH", "ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS",
		"LD_LIBRARY_PATH", "TERMINFO", "TMPDIR", "builddir_abs",
		"srcdir_abs"
	};
	const char *value[sizeof(keep) / sizeof(keep[0])];
	size_t i;

	for (i = 0; i < sizeof(keep) / sizeof(keep[0]); i++)
		value[i] = getenv(keep[i]);
	clearenv();
	for (i = 0; i < sizeof(keep) / sizeof(keep[0]); i++)
		if (value[i])
			setenv(keep[i], value[i], 1);
	setenv("HOME", pty->home, 1);
	setenv("TZ", "UTC", 1);
	setenv("LC_ALL", options->locale ? options->locale : "C.UTF-8", 1);
	if (!options->term)
		setenv("TERM", "xterm-256color", 1);
	else if (*options->term)
		setenv("TERM", options->term, 1);
	if (!options->no_marker)
		setenv("GATEHOUSE_TEST", "1", 1);
	for (i = 0; options->env && options->env[i]; i++)
		putenv((char *)(uintptr_t)options->env[i]);
	if (pty->tally)
		pty_tally_load(pty);
}

static void start_child(struct pty *pty, const struct pty_options *options,
			const char *const argv[])
{
	struct winsize size = { .ws_row = (unsigned short)pty->rows,
				.ws_col = (unsigned short)pty->cols };

	if (options->count_writes)
		pty_tally_open(pty);
	pty->pid = forkpty(&pty->fd, NULL, NULL, &size);
	if (pty->pid < 0) {
		perror("pty: forkpty");
		abort();
	}
	if (pty->pid > 0) {
		if (pty->tally)
			close(pty->tally_fd);
		return;
	}
	/* what runs in the background of a shell has these ignored */
	signal(SIGINT, SIG_DFL);
	signal(SIGQUIT, SIG_DFL);
	signal(SIGHUP, options->ignore_hup ? SIG_IGN : SIG_DFL);
	set_environment(pty, options);
	execvp(argv[0], (char *const *)(uintptr_t)argv);
	perror(argv[0]);
	_exit(127);
}

static int on_cursor(VTermPos pos, VTermPos old, int visible, void *user)
{
	struct pty *pty = user;

	(void)old;
	(void)visible;
	pty->cursor_row = pos.row;
	pty->cursor_col = pos.col;
	return 1;
}

static int on_property(VTermProp property, VTermValue *value, void *user)
{
	struct pty *pty = user;

	if (property == VTERM_PROP_CURSORVISIBLE)
		pty->cursor_visible = value->boolean;
	else if (property == VTERM_PROP_ALTSCREEN)
		pty->alternate = value->boolean;
	return 1;
}

static void start_screen(struct pty *pty)
{
	static VTermScreenCallbacks callbacks;

	callbacks.movecursor = on_cursor;
	callbacks.settermprop = on_property;
	pty->vt = need(vterm_new(pty->rows, pty->cols));
	vterm_set_utf8(pty->vt, 1);
	pty->screen = vterm_obtain_screen(pty->vt);
	vterm_screen_enable_altscreen(pty->screen, 1);
	vterm_screen_set_callbacks(pty->screen, &callbacks, pty);
	vterm_screen_reset(pty->screen, 1);
}

struct pty *pty_start(const struct pty_options *options,
		      const char *const argv[])
{
	static const struct pty_options plain;
	struct pty *pty = need(calloc(1, sizeof(*pty)));
	const char *tmp = getenv("TMPDIR");

	if (!options)
		options = &plain;
	pty->rows = options->rows ? options->rows : 24;
	pty->cols = options->cols ? options->cols : 80;
	pty->row = need(malloc((size_t)pty->cols * 32 + 1));
	snprintf(pty->home, sizeof(pty->home), "%s/pty-home-XXXXXX",
		 tmp && strlen(tmp) < 40 ? tmp : "/tmp");
	need(mkdtemp(pty->home));
	start_screen(pty);
	start_child(pty, options, argv);
	if (!options->no_marker)
		pty_settle(pty);
	return pty;
}

static int remove_one(const char *path, const struct stat *info, int type,
		      struct FTW *ftw)
{
	(void)info;
	(void)type;
	(void)ftw;
	return remove(path);
}

void pty_stop(struct pty *pty)
{
	if (!pty)
		return;
	if (!pty->reaped) {
		kill(pty->pid, SIGKILL);
		waitpid(pty->pid, NULL, 0);
	}
	if (pty->fd >= 0)
		close(pty->fd);
	pty_tally_close(pty);
	nftw(pty->home, remove_one, 16, FTW_DEPTH | FTW_PHYS);
	vterm_free(pty->vt);
	free(pty->stream);
	free(pty->row);
	free(pty);
}

const char *pty_home(const struct pty *pty)
{
	return pty->home;
}

int pty_pid(const struct pty *pty)
{
	return pty->pid;
}

long pty_status(const struct pty *pty, const char *word)
{
	char path[64], line[256];
	long value = -1;
	size_t n = strlen(word);
	FILE *file;

	snprintf(path, sizeof(path), "/proc/%d/status", pty->pid);
	file = fopen(path, "r");
	while (file && fgets(line, sizeof(line), file))
		if (strncmp(line, word, n) == 0 && line[n] == ':')
			value = strtol(line + n + 1, NULL, 10);
	if (file)
		fclose(file);
	return value;
}

static void show(struct pty *pty, const char *bytes, size_t n)
{
	if (pty->n_stream + n + 1 > pty->cap_stream) {
		pty->cap_stream = (pty->n_stream + n + 1) * 2;
		pty->stream = need(realloc(pty->stream, pty->cap_stream));
	}
	memcpy(pty->stream + pty->n_stream, bytes, n);
	pty->n_stream += n;
	pty->stream[pty->n_stream] = '\0';
	pty->bytes += n;
	vterm_input_write(pty->vt, bytes, n);
}

/* Cut markers out of the stream, also where a read tore them. */
static void take_byte(struct pty *pty, char c)
{
	static const char head[] = "\033]7777;";
	const size_t n_head = sizeof(head) - 1;
	unsigned long frame;
	size_t consumed;

	pty->held[pty->n_held++] = c;
	if (pty->n_held <= n_head) {
		if (c == head[pty->n_held - 1])
			return;
		/* not one; c may begin the next */
		show(pty, pty->held, pty->n_held - 1);
		pty->held[0] = c;
		pty->n_held = c == head[0];
		if (c != head[0])
			show(pty, &c, 1);
		return;
	}
	if (c == '\\' && pty->held[pty->n_held - 2] == '\033') {
		pty->held[pty->n_held - 2] = '\0';
		if (sscanf(pty->held + n_head, "%zu;%lu", &consumed, &frame) == 2) {
			pty->consumed = consumed;
			pty->frames = frame;
			pty->markers++;
		}
		pty->n_held = 0;
	} else if (pty->n_held == sizeof(pty->held)) {
		show(pty, pty->held, pty->n_held);
		pty->n_held = 0;
	}
}

/* Take what is there, waiting for it; false at the end of time or of the line. */
static bool take(struct pty *pty, long until)
{
	struct pollfd in = { pty->fd, POLLIN, 0 };
	long left = until - now_ms();
	char bytes[65536];
	ssize_t n, i;

	if (pty->ended || pty->fd < 0 || left < 0)
		return false;
	if (poll(&in, 1, (int)left) <= 0)
		return false;
	n = read(pty->fd, bytes, sizeof(bytes));
	if (n <= 0) {
		pty->ended = true;
		return false;
	}
	pty->taken += (size_t)n;
	for (i = 0; i < n; i++)
		take_byte(pty, bytes[i]);
	return true;
}

static bool complain(struct pty *pty, const char *what)
{
	char *screen = pty_screen(pty);

	fprintf(stderr, "pty: %s; sent %zu, consumed %zu, frame %lu\n%s", what,
		pty->sent, pty->consumed, pty->frames, screen);
	free(screen);
	return false;
}

/* More than `markers` came, and the last says that all was consumed. */
static bool settle_after(struct pty *pty, unsigned long markers)
{
	long until = now_ms() + PTY_DEADLINE;

	while (pty->markers <= markers || pty->consumed < pty->sent)
		if (!take(pty, until))
			return pty->ended ? false :
				complain(pty, "does not settle");
	return true;
}

bool pty_settle(struct pty *pty)
{
	return settle_after(pty, pty->consumed < pty->sent || !pty->markers ?
			    pty->markers : 0);
}

void pty_feed(struct pty *pty, const char *bytes, size_t n)
{
	ssize_t done;

	pty->sent += n;
	while (n > 0) {
		done = write(pty->fd, bytes, n);
		if (done < 0)
			return;
		bytes += done;
		n -= (size_t)done;
	}
}

bool pty_send(struct pty *pty, const char *bytes, size_t n)
{
	unsigned long markers = pty->markers;

	pty_feed(pty, bytes, n);
	return settle_after(pty, markers);
}

bool pty_resize(struct pty *pty, int rows, int cols)
{
	struct winsize size = { .ws_row = (unsigned short)rows,
				.ws_col = (unsigned short)cols };
	unsigned long markers = pty->markers;

	if (rows == pty->rows && cols == pty->cols)
		return true;	/* the kernel would not tell the program */
	pty->rows = rows;
	pty->cols = cols;
	pty->row = need(realloc(pty->row, (size_t)cols * 32 + 1));
	vterm_set_size(pty->vt, rows, cols);
	ioctl(pty->fd, TIOCSWINSZ, &size);
	return settle_after(pty, markers);
}

void pty_listen(struct pty *pty, int ms)
{
	long until = now_ms() + ms;

	while (take(pty, until))
		;
}

void pty_hangup(struct pty *pty)
{
	if (pty->fd >= 0)
		close(pty->fd);
	pty->fd = -1;
	pty->ended = true;
}

static bool reap(struct pty *pty)
{
	int status;

	if (!pty->reaped && waitpid(pty->pid, &status, WNOHANG) == pty->pid) {
		pty->reaped = true;
		pty->status = WIFEXITED(status) ? WEXITSTATUS(status) :
			      128 + WTERMSIG(status);
	}
	return pty->reaped;
}

int pty_end(struct pty *pty, int ms)
{
	long until = now_ms() + ms;

	while (!reap(pty)) {
		if (now_ms() > until)
			return -1;
		if (!take(pty, now_ms() + 20) && pty->ended)
			poll(NULL, 0, 2);
	}
	while (take(pty, now_ms() + 20))	/* what it said last */
		;
	return pty->status;
}

int pty_end_unread(struct pty *pty, int ms)
{
	long until = now_ms() + ms;

	while (!reap(pty)) {
		if (now_ms() > until)
			return -1;
		poll(NULL, 0, 2);
	}
	return pty->status;
}

bool pty_await(struct pty *pty, const char *text)
{
	long until = now_ms() + PTY_DEADLINE;

	while (!pty_has(pty, text))
		if (!take(pty, until))
			return pty->ended ? pty_has(pty, text) :
				complain(pty, "does not show what it should");
	return true;
}

bool pty_is_cooked(const struct pty *pty)
{
	struct termios modes;

	return tcgetattr(pty->fd, &modes) == 0 && modes.c_lflag & ECHO &&
	       modes.c_lflag & ICANON && modes.c_oflag & OPOST;
}

size_t pty_bytes(const struct pty *pty)
{
	return pty->bytes;
}

unsigned long pty_frames(const struct pty *pty)
{
	return pty->frames;
}

const char *pty_stream(const struct pty *pty, size_t *n)
{
	if (n)
		*n = pty->n_stream;
	return pty->n_stream ? pty->stream : "";
}

void pty_forget(struct pty *pty)
{
	pty->n_stream = 0;
}
