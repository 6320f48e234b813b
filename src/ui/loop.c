/* loop.c: see loop.h. */
#include "ui/loop.h"

#include <errno.h>
#include <limits.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/mem.h"
#include "ui/term.h"

enum {
	ESC_WAIT = 25, POLL_WAIT = 2000, RESIZE_WAIT = 30,	/* ms */
	TWICE_WAIT = 400,	/* ms between two clicks that are one */
	READ_MAX = 65536,	/* bytes of input taken for one frame */
	SLICE = 4,		/* ms of work between two looks at the line */
	BURST = 8		/* more printable bytes in one read: a paste */
};

enum { FD_INPUT, FD_WAKE, FD_WATCH, FD_OUTPUT, FDS, EARS = 16 };

struct loop {
	struct pages *pages;
	const struct loop_watch *watch;
	bool watch_dead;	/* its descriptor failed: not asked again */
	enum loop_marks marks;
	bool lost;
	struct canvas canvas;
	struct key_decoder decoder;
	unsigned char bytes[READ_MAX];
	unsigned long consumed, frames;	/* bytes read, frames shown */
	bool unmarked;		/* something happened since the last marker */
	bool winch;		/* came, and is not served yet */
	int64_t last_resize;	/* ms */
	struct { int row, col; int64_t when; } press;	/* of the mouse */
};

int64_t loop_now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

static void resize(struct loop *loop)
{
	int rows, cols;

	term_resized();
	term_size(&rows, &cols);
	canvas_release(&loop->canvas);
	canvas_init(&loop->canvas, rows, cols);
	loop->pages->dirty = true;
	loop->winch = false;
	loop->last_resize = loop_now();
}

static void draw(struct loop *loop)
{
	if (!loop->pages->dirty || !term_ready())
		return;		/* a slow line: the frame waits, and may be skipped */
	pages_draw(loop->pages, &loop->canvas);
	loop->lost = !term_show(&loop->canvas);
	loop->frames++;
	loop->unmarked = true;
}

static bool input_waits(void)
{
	struct pollfd in = { STDIN_FILENO, POLLIN, 0 };

	return poll(&in, 1, 0) == 1;
}

static bool wakes(const struct loop *loop)
{
	return loop->pages->wake_at && loop->pages->wake &&
		loop_now() >= loop->pages->wake_at;
}

/* Tell the test driver that all it sent is on the screen. */
static void mark(struct loop *loop)
{
	char text[80];
	int n;

	if (!loop->marks || !loop->unmarked || loop->pages->dirty ||
	    loop->winch || key_pending(&loop->decoder) || input_waits() || wakes(loop))
		return;
	if (loop->marks == LOOP_SETTLED && work_left(&loop->pages->work))
		return;
	n = snprintf(text, sizeof(text), "\033]7777;%lu;%lu\033\\",
		     loop->consumed, loop->frames);
	loop->lost = !term_send(text, (size_t)n) || loop->lost;
	loop->unmarked = false;
}

/* A second press soon after, where the first one was. */
static bool is_twice(struct loop *loop, const struct key *key)
{
	int64_t now;
	bool twice;

	if (key->code != KEY_MOUSE || key->release || key->button != 0)
		return false;
	now = loop_now();
	twice = key->row == loop->press.row && key->col == loop->press.col &&
		now - loop->press.when <= TWICE_WAIT;
	loop->press.row = twice ? -1 : key->row;	/* not thrice */
	loop->press.col = key->col;
	loop->press.when = now;
	return twice;
}

static void handle(struct loop *loop, const struct key *typed)
{
	struct pages *pages = loop->pages;
	struct key meant = *typed;
	const struct key *key = &meant;

	meant.twice = is_twice(loop, typed);

	if (pages->quit || pages->n == 0)
		return;
	if (key->mods == KEY_CTRL && key->code == 'l') {
		term_repaint();
		pages->dirty = true;
		return;
	}
	if (key->mods == KEY_CTRL && key->code == 'z') {
		if (pages->aside)
			pages->aside(pages);
		term_suspend();
		loop->winch = term_take_winch() || loop->winch;
		pages->dirty = true;
		return;
	}
	pages_key(pages, key);
}

/* Terminals without bracketed paste: many printable characters at once were not
 * typed, unless they are one key held down on a slow line. */
static bool is_burst(const unsigned char *bytes, size_t n)
{
	bool same = true;
	size_t i, tail = n;

	while (tail > 0 && (bytes[tail - 1] == '\r' || bytes[tail - 1] == '\n'))
		tail--;
	for (i = 0; i < tail; i++) {
		if (bytes[i] < 0x20 && !strchr("\t\r\n", bytes[i]))
			return false;
		if (bytes[i] == 0x7f)
			return false;
		same = same && bytes[i] == bytes[0];
	}
	return tail > BURST && !same;
}

static void feed(struct loop *loop, const unsigned char *bytes, size_t n)
{
	struct key key;
	size_t i;

	for (i = 0; i < n; i++)
		if (key_feed(&loop->decoder, bytes[i], &key)) {
			handle(loop, &key);
			if (key.code == KEY_PASTE)
				key_forget_paste(&loop->decoder);
		}
	explicit_bzero(&key, sizeof(key));
}

static void feed_burst(struct loop *loop, size_t n)
{
	static const unsigned char begin[] = "\033[200~", end[] = "\033[201~";

	feed(loop, begin, sizeof(begin) - 1);
	feed(loop, loop->bytes, n);
	feed(loop, end, sizeof(end) - 1);
}

/* Take all that is there, then act; one frame follows. */
static void read_input(struct loop *loop)
{
	ssize_t got;
	size_t n = 0, all;

	do {
		got = read(STDIN_FILENO, loop->bytes + n, READ_MAX - n);
		if (got < 0 && errno == EINTR)
			break;
		if (got <= 0) {
			loop->lost = true;	/* end of file, EIO */
			break;
		}
		n += (size_t)got;
	} while (n < READ_MAX && input_waits());
	all = n;
	loop->consumed += n;
	loop->unmarked = true;
	n = key_join_paste(loop->bytes, n);
	if (!loop->marks && key_is_ground(&loop->decoder) &&
	    is_burst(loop->bytes, n))
		feed_burst(loop, n);
	else
		feed(loop, loop->bytes, n);
	explicit_bzero(loop->bytes, all);	/* a passphrase may be among them */
}

static bool polls(const struct loop *loop)
{
	return loop->watch && loop->watch->fd < 0 && loop->watch->poll;
}

static bool watches(const struct loop *loop)
{
	return loop->watch && loop->watch->fd >= 0 && !loop->watch_dead;
}

/* Not longer than to the time of waking. */
static int until_wake(const struct loop *loop, int wait)
{
	const struct ear *ear = loop->pages->ears;
	int64_t at = loop->pages->wake_at, left;

	for (; ear; ear = ear->next)
		if (ear->at && (!at || ear->at < at))
			at = ear->at;
	left = at - loop_now();
	if (!at)
		return wait;
	left = left < 0 ? 0 : left > INT_MAX ? INT_MAX : left;
	return wait < 0 || left < wait ? (int)left : wait;
}

/* Ms until something must be done unasked; -1: nothing, sleep. */
static int timeout(const struct loop *loop)
{
	if (key_pending(&loop->decoder))
		return ESC_WAIT;
	if (loop->winch) {
		int64_t left = loop->last_resize + RESIZE_WAIT - loop_now();

		return left > 0 ? (int)left : 0;
	}
	if (work_on(&loop->pages->work))
		return 0;
	return until_wake(loop, polls(loop) ? POLL_WAIT : -1);
}

static void timed_out(struct loop *loop)
{
	struct key key;

	if (key_timeout(&loop->decoder, &key)) {
		loop->unmarked = true;
		handle(loop, &key);
	} else if (work_on(&loop->pages->work)) {
		work_slice(&loop->pages->work, SLICE);
	} else if (wakes(loop)) {
		loop->unmarked = true;
		loop->pages->wake(loop->pages);
	} else if (!loop->winch && polls(loop)) {
		loop->watch->poll(loop->pages, loop->watch->ctx);
	}
}

static void look_at_watch(struct loop *loop, short events)
{
	if (events & POLLIN && loop->watch->ready)
		loop->watch->ready(loop->pages, loop->watch->ctx);
	else if (events)
		loop->watch_dead = true;	/* else we would spin */
}

/* One that is heard may take others away: each is looked for again. */
static void listen_to(struct loop *loop, struct pollfd fds[EARS])
{
	struct ear *ear = loop->pages->ears, *next;
	int i = 0;

	for (; ear && i < EARS; ear = next, i++) {
		next = ear->next;
		if ((ear->fd >= 0 && fds[i].revents) ||
		    (ear->at && loop_now() >= ear->at)) {
			loop->unmarked = true;
			ear->heard(ear->ctx);
		}
	}
}

static void wait_and_handle(struct loop *loop)
{
	const struct ear *ear = loop->pages->ears;
	struct pollfd fds[FDS + EARS] = {
		[FD_INPUT] = { STDIN_FILENO, POLLIN, 0 },
		[FD_WAKE] = { term_wake_fd(), POLLIN, 0 },
		[FD_WATCH] = { watches(loop) ? loop->watch->fd : -1, POLLIN, 0 },
		[FD_OUTPUT] = { loop->pages->dirty ? STDOUT_FILENO : -1,
				POLLOUT, 0 }
	};
	int n, ears = 0;

	for (; ear && ears < EARS; ear = ear->next)
		fds[FDS + ears++] = (struct pollfd){ ear->fd, POLLIN, 0 };
	n = poll(fds, (nfds_t)(FDS + ears), timeout(loop));
	if (n < 0)
		return;			/* EINTR: the wake pipe tells why */
	listen_to(loop, fds + FDS);
	if (n == 0)
		timed_out(loop);
	if (fds[FD_WAKE].revents)
		term_wake_drain();
	if (term_take_winch())
		loop->winch = true;
	/* Stopped by another than Ctrl-Z: what had to go before goes now. */
	if (term_came_back() && loop->pages->aside)
		loop->pages->aside(loop->pages);
	if (fds[FD_INPUT].revents & POLLIN) {
		read_input(loop);
		if (polls(loop))
			loop->watch->poll(loop->pages, loop->watch->ctx);
	} else if (fds[FD_INPUT].revents) {
		loop->lost = true;	/* POLLHUP, POLLERR */
	}
	if (fds[FD_OUTPUT].revents & (POLLHUP | POLLERR | POLLNVAL))
		loop->lost = true;
	if (fds[FD_WATCH].revents)
		look_at_watch(loop, fds[FD_WATCH].revents);
	if (loop->winch && loop_now() >= loop->last_resize + RESIZE_WAIT)
		resize(loop);
}

static enum loop_end run(struct loop *loop)
{
	int sig;

	for (;;) {
		sig = term_take_signal();
		if (sig && sig != SIGHUP)
			return LOOP_SIGNAL;
		if (loop->lost || sig)
			return LOOP_LOST;
		if (loop->pages->quit || loop->pages->n == 0)
			return LOOP_QUIT;
		draw(loop);
		if (!loop->lost)
			mark(loop);
		if (!loop->lost)
			wait_and_handle(loop);
	}
}

enum loop_end loop_run(struct pages *pages, const struct loop_watch *watch,
		       enum loop_marks marks)
{
	struct loop *loop = mem_alloc(sizeof(*loop));
	enum loop_end end;

	loop->pages = pages;
	loop->watch = watch;
	loop->marks = marks;
	pages->work.key_waits = input_waits;
	loop->press.row = -1;
	key_init(&loop->decoder);
	resize(loop);
	end = run(loop);
	canvas_release(&loop->canvas);
	explicit_bzero(loop, sizeof(*loop));	/* passwords were typed */
	free(loop);
	return end;
}
