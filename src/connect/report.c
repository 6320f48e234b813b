/* report.c: see report.h. */
#include "connect/report.h"

#include <stdarg.h>
#include <stdio.h>
#include <time.h>
#include <unistd.h>

#include "base/json_write.h"
#include "connect/letter.h"

/* What is read of a line (POST_LINE), its end too. */
enum { LINE_LIMIT = 16 * 1024 - 1 };

static const char *under_way;
static struct timespec since;

static void end(const char *status, const struct net_fault *fault);

/* Half a line says nothing: the step under way fails, which ends it all. */
static void too_long(struct buf *line)
{
	const struct net_fault fault = { .reason = "too-big",
		.detail = "something in the answer is longer than a line of the check" };

	buf_wipe(line);
	end("fail", &fault);
	report_done();
	_exit(0);
}

/* Whole lines, at once: who reads them waits for each. */
static void say(struct buf *line, struct json *json)
{
	const char *at;
	size_t left;
	ssize_t sent;

	jsonw_object_end(json);
	buf_addc(line, '\n');
	if (line->overflow)
		too_long(line);
	at = buf_text(line);
	for (left = line->len; left; left -= (size_t)sent, at += sent) {
		sent = write(STDOUT_FILENO, at, left);
		if (sent <= 0)
			_exit(1);	/* nobody is there any more */
	}
	buf_wipe(line);
}

static void begin(struct buf *line, struct json *json)
{
	buf_init(line, LINE_LIMIT);
	jsonw_begin(json, line);
}

static void say_text(const char *key, const char *text)
{
	struct json json;
	struct buf line;

	begin(&line, &json);
	jsonw_kstring(&json, key, text);
	say(&line, &json);
}

void report_plan(const char *const *steps, size_t n)
{
	struct json json;
	struct buf line;
	size_t i;

	begin(&line, &json);
	jsonw_karray(&json, "plan");
	for (i = 0; i < n; i++)
		jsonw_string(&json, steps[i]);
	jsonw_array_end(&json);
	say(&line, &json);
}

void report_begin(const char *step)
{
	under_way = step;
	clock_gettime(CLOCK_MONOTONIC, &since);
	say_text("begin", step);
}

static double ms_since(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)(now.tv_sec - since.tv_sec) * 1e3 +
		(double)(now.tv_nsec - since.tv_nsec) / 1e6;
}

static void end(const char *status, const struct net_fault *fault)
{
	struct json json;
	struct buf line;
	char ms[32];

	snprintf(ms, sizeof(ms), "%.3f", under_way ? ms_since() : 0);
	begin(&line, &json);
	jsonw_kstring(&json, "step", under_way ? under_way : "config");
	jsonw_kstring(&json, "status", status);
	jsonw_kstring(&json, "reason", fault->reason);
	jsonw_kstring(&json, "native", *fault->native ? fault->native : NULL);
	jsonw_kstring(&json, "detail", *fault->detail ? fault->detail : NULL);
	jsonw_key(&json, "http");
	if (fault->http)
		jsonw_int(&json, fault->http);
	else
		jsonw_null(&json);
	jsonw_kstring(&json, "fix", *fault->fix ? fault->fix : NULL);
	jsonw_key(&json, "ms");
	jsonw_raw(&json, ms);
	say(&line, &json);
}

void report_ok(const char *detail)
{
	struct net_fault good = { .reason = NULL };

	snprintf(good.detail, sizeof(good.detail), "%s", detail);
	letter_hide(good.detail);
	end("ok", &good);
}

/* A server may repeat what it was given: it is not repeated here. */
void report_fault(const char *status, const struct net_fault *fault)
{
	struct net_fault said = *fault;

	letter_hide(said.native);
	letter_hide(said.detail);
	letter_hide(said.fix);
	end(status, &said);
}

/* Others' words, too. */
static void say_foreign(const char *key, const char *text)
{
	char said[NET_TEXT];

	snprintf(said, sizeof(said), "%s", text);
	letter_hide(said);
	say_text(key, said);
}

void report_server(const char *text)
{
	say_foreign("server", text);
}

void report_identity(const char *text)
{
	say_foreign("identity", text);
}

void report_expires(const char *when)
{
	say_text("expires", when);
}

const char REPORT_TRUE[] = "true", REPORT_FALSE[] = "false";

void report_row(const char *key, ...)
{
	const char *value;
	struct json json;
	struct buf line;
	va_list list;

	begin(&line, &json);
	jsonw_kobject(&json, "row");
	va_start(list, key);
	for (; key; key = va_arg(list, const char *)) {
		value = va_arg(list, const char *);
		if (value == REPORT_TRUE || value == REPORT_FALSE)
			jsonw_kbool(&json, key, value == REPORT_TRUE);
		else
			jsonw_kstring(&json, key, value);
	}
	va_end(list);
	jsonw_object_end(&json);
	say(&line, &json);
}

void report_ref(const char *kind, const char *name, const char *commit)
{
	struct json json;
	struct buf line;

	begin(&line, &json);
	jsonw_kobject(&json, "ref");
	jsonw_kstring(&json, "kind", kind);
	jsonw_kstring(&json, "name", name);
	jsonw_kstring(&json, "commit", commit);
	jsonw_object_end(&json);
	say(&line, &json);
}

void report_device(const char *user_code, const char *address, int64_t expires_in)
{
	struct json json;
	struct buf line;

	begin(&line, &json);
	jsonw_kobject(&json, "device");
	jsonw_kstring(&json, "user_code", user_code);
	jsonw_kstring(&json, "verification_uri", address);
	jsonw_kint(&json, "expires_in", expires_in);
	jsonw_object_end(&json);
	say(&line, &json);
}

static void say_pair(const char *what, const char *field, const char *value)
{
	struct json json;
	struct buf line;

	begin(&line, &json);
	jsonw_kobject(&json, what);
	jsonw_kstring(&json, "field", field);
	jsonw_kstring(&json, "value", value);
	jsonw_object_end(&json);
	say(&line, &json);
}

void report_fact(const char *field, const char *value)
{
	say_pair("fact", field, value);
}

void report_secret(const char *field, const char *value)
{
	say_pair("secret", field, value);
}

void report_done(void)
{
	struct json json;
	struct buf line;

	begin(&line, &json);
	jsonw_kbool(&json, "done", true);
	say(&line, &json);
}
