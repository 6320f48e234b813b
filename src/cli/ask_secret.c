/* ask_secret.c: see ask_secret.h. */
#include "cli/ask_secret.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "base/attr.h"
#include "base/buf.h"
#include "base/error.h"
#include "base/json_write.h"
#include "base/text.h"

enum { ESCAPED = 8, ROOM = 256 };	/* what a byte may become, and what is around it */

static const int ends[] = { SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP };
static struct termios before, mode;
static struct sigaction old[COUNT_OF(ends)];
static volatile sig_atomic_t continued;
static char *typed;			/* what is being typed, while it is; or NULL */
static size_t typed_most;

static const struct sigaction *old_of(int sig)
{
	size_t i = 0;

	while (i + 1 < COUNT_OF(ends) && ends[i] != sig)
		i++;
	return &old[i];
}

/* What ends us, or stops us, must not leave the terminal without an echo.  Whoever was
 * there before is next. */
static void restore(int sig)
{
	struct sigaction ours;
	int saved = errno;
	sigset_t only;

	tcsetattr(STDIN_FILENO, TCSAFLUSH, &before);
	if (typed)
		explicit_bzero(typed, typed_most);
	sigaction(sig, old_of(sig), &ours);
	raise(sig);
	sigemptyset(&only);
	sigaddset(&only, sig);
	sigprocmask(SIG_UNBLOCK, &only, NULL);	/* ends, or stops, here */
	sigprocmask(SIG_BLOCK, &only, NULL);
	sigaction(sig, &ours, NULL);
	tcsetattr(STDIN_FILENO, TCSAFLUSH, &mode);
	continued = 1;
	errno = saved;
}

static bool quiet(void)
{
	struct sigaction act = { .sa_handler = restore };
	size_t i;

	if (tcgetattr(STDIN_FILENO, &before) != 0)
		return false;
	mode = before;
	mode.c_lflag &= ~(tcflag_t)(ECHO | ECHONL);
	mode.c_lflag |= ICANON | ISIG;
	continued = 0;
	for (i = 0; i < COUNT_OF(ends); i++)
		sigaction(ends[i], &act, &old[i]);
	return tcsetattr(STDIN_FILENO, TCSAFLUSH, &mode) == 0;
}

static void loud(void)
{
	size_t i;

	tcsetattr(STDIN_FILENO, TCSAFLUSH, &before);
	for (i = 0; i < COUNT_OF(ends); i++)
		sigaction(ends[i], &old[i], NULL);
}

static void put(const char *text)
{
	if (write(STDERR_FILENO, text, strlen(text)) < 0)
		return;			/* the answer will not come either */
}

static void say(const char *what)
{
	put(what);
	put(": ");
}

/* A line, a byte at a time: nothing of it stays in a buffer of stdio.  Asked again where
 * one comes back from the shell. */
static bool read_line(const char *what, char *at, size_t most, size_t *n)
{
	ssize_t got;
	char c = 0;

	for (*n = 0;;) {
		got = read(STDIN_FILENO, &c, 1);
		/* What was typed before is wiped, and a line that ends just then is no answer. */
		if (continued) {
			continued = 0;
			*n = 0;
			say(what);
			if (got <= 0 || c == '\n' || c == '\r')
				continue;
		}
		if (got < 0 && errno == EINTR)
			continue;
		if (got <= 0 || c == 4)
			return false;
		if (c == '\n' || c == '\r')
			break;
		if (*n < most)
			at[(*n)++] = c;
	}
	at[*n] = '\0';
	return true;
}

static bool prompt(const char *what, char *at, size_t most, size_t *n, struct error *err)
{
	bool got;

	if (!quiet())		/* before it is asked for: an answer may come at once */
		return error_set(err, ERROR_INVALID, "TERMINAL",
				 "the terminal cannot be kept from showing what is typed");
	say(what);
	typed_most = most;
	typed = at;
	got = read_line(what, at, most, n);
	typed = NULL;
	loud();
	put("\n");
	if (!got)
		explicit_bzero(at, most);
	return got || error_set(err, ERROR_INVALID, "NOT_CONFIRMED",
				"nothing was typed; nothing was changed");
}

static bool ask(void *ctx, const char *name, const char *what, char *at, size_t most, size_t *n,
		struct error *err)
{
	(void)ctx;
	(void)name;
	return prompt(what, at, most, n, err);
}

static bool written(bool good, struct error *err)
{
	return (good && fflush(stdout) == 0) ||
		error_set(err, ERROR_STORE, "OUTPUT",
			  "standard output could not be written");
}

static bool show(void *ctx, const char *name, const char *title, const char *text,
		 struct error *err)
{
	(void)ctx;
	(void)name;
	return written(printf("%s:\n\n    %s\n\n", title, text) >= 0, err);
}

/* Only letters, digits and dashes are shown: nothing to escape. */
static bool show_json(void *ctx, const char *name, const char *title, const char *text,
		      struct error *err)
{
	(void)ctx;
	(void)title;
	return written(printf("{\"%s\":\"%s\"}\n", name, text) >= 0, err);
}

/* Past stdio, whose buffer would keep it. */
static bool put_out(const char *bytes, size_t n)
{
	ssize_t put;

	if (fflush(stdout) != 0)
		return false;
	while (n) {
		put = write(STDOUT_FILENO, bytes, n);
		if (put < 0 && errno == EINTR)
			continue;
		if (put <= 0)
			return false;
		bytes += put;
		n -= (size_t)put;
	}
	return true;
}

/* Room at once, so that no copy is left behind where it grows. */
static void room_for(struct buf *buf, size_t n)
{
	buf_init(buf, ESCAPED * n + ROOM);
	buf_pad(buf, '\0', ESCAPED * n + ROOM - 1);
	buf_reset(buf);
}

static bool put_and_wipe(struct buf *buf)
{
	bool good = !buf->overflow && put_out(buf->data, buf->len);

	buf_wipe(buf);
	return good;
}

/* Alone on a line; as it is into a pipe, made safe for a terminal. */
static bool reveal(void *ctx, const char *name, const char *value, size_t n)
{
	struct buf line;

	(void)ctx;
	(void)name;
	if (!isatty(STDOUT_FILENO))
		return put_out(value, n) && put_out("\n", 1);
	room_for(&line, n);
	text_safe(&line, value);
	buf_addc(&line, '\n');
	return put_and_wipe(&line);
}

static bool reveal_json(void *ctx, const char *name, const char *value, size_t n)
{
	struct buf line;
	struct json json;

	(void)ctx;
	(void)name;
	room_for(&line, n);
	jsonw_begin(&json, &line);
	jsonw_kstring(&json, "value", value);
	jsonw_object_end(&json);
	buf_addc(&line, '\n');
	return put_and_wipe(&line);
}

const struct secret_face *ask_secret_face(bool json)
{
	static struct secret_face face;

	face.ask = isatty(STDIN_FILENO) && isatty(STDERR_FILENO) ? ask : NULL;
	face.show = json ? show_json : show;
	face.reveal = json ? reveal_json : reveal;
	face.pipe = !isatty(STDOUT_FILENO);
	return &face;
}
