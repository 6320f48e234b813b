/* told.c: see told.h. */
#include "tests/courier/told.h"

#include "tests/expect.h"

#include <jansson.h>
#include <poll.h>

#include "base/buf.h"
#include "post/post.h"

enum { SOON = 30000 /* ms */, SAID_MOST = 1 << 20, LETTER_MOST = 64 << 10 };

static void start_where(void)
{
	static char path[4096];

	snprintf(path, sizeof(path), "%s/src", getenv("builddir_abs") ?
		 getenv("builddir_abs") : ".");
	post_folder(path);
}

static void hear(struct post *post, struct buf *said)
{
	struct pollfd wait = { post_fd(post), POLLIN, 0 };
	enum post_news news = POST_WAITS;
	const char *line;
	size_t n;

	while (news == POST_LINE_READ || (news == POST_WAITS && post_left(post))) {
		news = post_read(post, &line, &n);
		if (news == POST_LINE_READ) {
			buf_add(said, line, n);
			buf_addc(said, '\n');
		} else if (news == POST_WAITS) {
			(void)poll(&wait, 1, (int)post_left(post));
		}
	}
	if (news != POST_ENDED || !strstr(buf_text(said), "{\"done\":true}\n"))
		fail_msg("it did not end well: %s", buf_text(said));
}

const char *told(const char *letter, const char *origin)
{
	static struct buf said;
	struct buf text;
	struct post *post;
	struct error err;

	start_where();
	buf_release(&said);
	buf_init(&said, SAID_MOST);
	buf_init(&text, LETTER_MOST);
	for (; *letter; letter++)
		if (*letter == '@')
			buf_adds(&text, origin);
		else
			buf_addc(&text, *letter);
	error_clear(&err);
	post = post_start("gatehouse-courier", buf_text(&text), text.len, SOON, &err);
	if (!post)
		fail_msg("%s", err.text);
	hear(post, &said);
	post_free(post);
	buf_release(&text);
	return buf_text(&said);
}

static bool has(const json_t *line, const char *key, const char *words)
{
	const char *text = json_string_value(json_object_get(line, key));

	return !words || strstr(text ? text : "", words);
}

void told_step(const char *said, const char *step, const char *status, const char *reason,
	       const char *detail, const char *fix)
{
	const char *at, *end, *is;
	json_t *line, *found = NULL;
	bool good;

	for (at = said; (end = strchr(at, '\n')) != NULL; at = end + 1) {
		line = json_loadb(at, (size_t)(end - at), JSON_REJECT_DUPLICATES, NULL);
		is = json_string_value(json_object_get(line, "step"));
		if (is && strcmp(is, step) == 0) {
			json_decref(found);
			found = json_incref(line);
		}
		json_decref(line);
	}
	is = json_string_value(json_object_get(found, "reason"));
	good = found && has(found, "status", status) && has(found, "detail", detail) &&
		has(found, "fix", fix) && strcmp(is ? is : "", reason ? reason : "") == 0;
	json_decref(found);
	if (!good)
		fail_msg("%s: not %s %s (%s; %s): %s", step, status, reason ? reason : "",
			 detail ? detail : "", fix ? fix : "", said);
}

unsigned told_count(const char *said, const char *begin)
{
	const char *at, *end;
	unsigned n = 0;

	for (at = said; (end = strchr(at, '\n')) != NULL; at = end + 1)
		n += strncmp(at, begin, strlen(begin)) == 0;
	return n;
}
