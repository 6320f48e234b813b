/* s3_said.c: see s3_said.h. */
#include "tests/expect.h"
#include "tests/courier/s3_said.h"

#include <poll.h>
#include <unistd.h>

#include "base/buf.h"
#include "post/post.h"

enum { LINES = 4 << 20, LETTER = 4096, SOON = 30000 };

static const char *folder(void)
{
	static char path[4096];

	snprintf(path, sizeof(path), "%s/src", getenv("builddir_abs") ?
		 getenv("builddir_abs") : ".");
	return path;
}

/* All lines, as text. */
static struct buf heard;

static json_t *hear(struct post *post)
{
	struct pollfd wait = { post_fd(post), POLLIN, 0 };
	json_t *all = json_array(), *one;
	enum post_news news;
	const char *line;
	size_t n;

	buf_release(&heard);
	buf_init(&heard, LINES);
	for (;;) {
		news = post_read(post, &line, &n);
		if (news == POST_LINE_READ) {
			buf_add(&heard, line, n);
			buf_addc(&heard, '\n');
			one = json_loadb(line, n, JSON_REJECT_DUPLICATES, NULL);
			if (!one || json_array_append_new(all, one) != 0)
				fail_msg("no line: %.*s", (int)n, line);
		} else if (news == POST_WAITS && post_left(post)) {
			(void)poll(&wait, 1, (int)post_left(post));
		} else {
			break;
		}
	}
	post_free(post);
	if (strstr(buf_text(&heard), "c4nary"))
		fail_msg("a secret was said: %s", buf_text(&heard));
	return all;
}

/* more: further fields, "" or ",\"writeback\":\"true\""; secrets: the same. */
const char *said_text(void)
{
	return buf_text(&heard);
}

json_t *said(const char *origin, const char *job, const char *more, const char *secrets)
{
	char letter[LETTER];
	struct post *post;
	struct error err;

	error_clear(&err);
	post_folder(folder());
	snprintf(letter, sizeof(letter), "{\"type\":\"s3\",\"job\":\"%s\",\"timeout_ms\":%d,"
		 "\"fields\":{\"region\":\"eu-west-3\",\"access_key_id\":\"AKIDEXAMPLE1\","
		 "\"endpoint\":\"%s\"%s%s},\"secrets\":{"
		 "\"secret_access_key\":\"" SECRET "\"%s},\"ask\":{\"prefix\":\"raw/\"}}", job,
		 SOON, origin, strstr(more, "\"bucket\"") ? "" : ",\"bucket\":\"acme-lake\"",
		 more, secrets);
	post = post_start("gatehouse-courier", letter, strlen(letter), SOON, &err);
	if (!post)
		fail_msg("%s", err.text);
	return hear(post);
}

static const json_t *step(const json_t *all, const char *name)
{
	const json_t *line;
	const char *is;
	size_t i;

	json_array_foreach(all, i, line) {
		is = json_string_value(json_object_get(line, "step"));
		if (is && strcmp(is, name) == 0)
			return line;
	}
	fail_msg("there is no step %s: %s", name, buf_text(&heard));
	return NULL;
}

const char *said_of(const json_t *all, const char *name, const char *what)
{
	const char *text = json_string_value(json_object_get(step(all, name), what));

	return text ? text : "";
}

long said_status(const json_t *all, const char *name)
{
	return (long)json_integer_value(json_object_get(step(all, name), "http"));
}

void said_ends(const json_t *all, const char *name, const char *status, const char *reason)
{
	if (strcmp(said_of(all, name, "status"), status) != 0 ||
	    strcmp(said_of(all, name, "reason"), reason) != 0)
		fail_msg("%s is not %s %s: %s", name, status, reason, buf_text(&heard));
}

void said_has(const json_t *all, const char *name, const char *what, const char *text)
{
	if (!strstr(said_of(all, name, what), text))
		fail_msg("%s of %s has no \"%s\": %s", what, name, text, buf_text(&heard));
}

struct web said_serve(const struct web_answer *answers, size_t n)
{
	struct web web = { .answers = answers, .n = n };

	web_start(&web);
	return web;
}
