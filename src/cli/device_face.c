/* device_face.c: see device_face.h. */
#include "cli/device_face.h"

#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <termios.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/json_write.h"
#include "base/large_text.h"
#include "base/text.h"

enum { LINE_LIMIT = 8192, MINUTE = 60 };

static volatile sig_atomic_t stopped;

/* The second time it is meant for what comes after. */
static void stop(int sig)
{
	if (stopped) {
		signal(sig, SIG_DFL);
		raise(sig);
	}
	stopped = 1;
}

static void as_json(const char *code, const char *address, int64_t seconds,
		    struct buf *out)
{
	struct json json;

	jsonw_begin(&json, out);
	jsonw_kstring(&json, "user_code", code);
	jsonw_kstring(&json, "verification_uri", address);
	jsonw_kint(&json, "expires_in", seconds);
	jsonw_object_end(&json);
	buf_addc(out, '\n');
}

static void as_text(const char *code, const char *address, int64_t seconds,
		    struct buf *out)
{
	int row;

	buf_adds(out, "Open this address in a browser, on any machine:\n\n    ");
	text_safe(out, address);
	buf_adds(out, "\n\nand enter this code:\n\n");
	for (row = 0; row < LARGE_TEXT_ROWS; row++) {
		buf_adds(out, "    ");
		large_text(code, row, out);
		buf_addc(out, '\n');
	}
	buf_adds(out, "\n    ");
	text_safe(out, code);
	buf_printf(out, "\n\nIt holds for %lld minutes. Waiting; x or ^C gives up.\n",
		   (long long)((seconds + MINUTE - 1) / MINUTE));
}

static void show(void *ctx, const char *code, const char *address, int64_t seconds)
{
	struct sigaction act = { .sa_handler = stop };
	const enum format *format = ctx;
	struct buf out;

	sigaction(SIGINT, &act, NULL);
	buf_init(&out, LINE_LIMIT);
	if (*format == FORMAT_JSON)
		as_json(code, address, seconds, &out);
	else
		as_text(code, address, seconds, &out);
	fputs(buf_text(&out), stdout);
	fflush(stdout);
	buf_release(&out);
}

/* A key at a time, unseen; false: there is no terminal to be read. */
static bool by_keys(struct termios *before)
{
	struct termios mode;

	if (!isatty(STDIN_FILENO) || tcgetattr(STDIN_FILENO, before) != 0)
		return false;
	mode = *before;
	mode.c_lflag &= ~(tcflag_t)(ICANON | ECHO);
	return tcsetattr(STDIN_FILENO, TCSANOW, &mode) == 0;
}

static bool said_x(void)
{
	char key;

	return read(STDIN_FILENO, &key, 1) == 1 && (key == 'x' || key == 'X');
}

static bool wait_for(void *ctx, int fd, int64_t ms)
{
	struct pollfd polled[2] = { { fd, POLLIN, 0 }, { STDIN_FILENO, POLLIN, 0 } };
	struct termios mode;
	bool keys = by_keys(&mode);

	(void)ctx;
	if (!stopped && poll(polled, keys ? 2 : 1, (int)ms) > 0 && keys &&
	    polled[1].revents && said_x())
		stopped = 1;
	if (keys)
		tcsetattr(STDIN_FILENO, TCSANOW, &mode);
	return !stopped;
}

const struct device_face *device_face(enum format format)
{
	static enum format said;
	static struct device_face face = { .show = show, .wait = wait_for, .ctx = &said };

	said = format;
	return &face;
}
