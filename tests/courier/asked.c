/* asked.c: see asked.h. */
#include "tests/expect.h"
#include "tests/courier/asked.h"

#include <poll.h>

const char *asked_folder(void)
{
	static char path[4096];

	snprintf(path, sizeof(path), "%s/src", getenv("builddir_abs") ?
		 getenv("builddir_abs") : ".");
	return path;
}

void asked_hear(struct post *post, struct asked *asked)
{
	struct pollfd wait = { post_fd(post), POLLIN, 0 };
	const char *line;
	enum post_news news;
	size_t n;

	for (;;) {
		news = post_read(post, &line, &n);
		if (news == POST_LINE_READ) {
			if (!check_line(&asked->check, line, n, &asked->arena))
				fail_msg("no line: %.*s", (int)n, line);
		} else if (news == POST_WAITS && post_left(post)) {
			(void)poll(&wait, 1, (int)post_left(post));
		} else {
			break;
		}
	}
	check_end(&asked->check, news == POST_WAITS ? "timeout" : "internal",
		  &asked->arena);
	post_free(post);
}

void ask(const char *program, const char *host, const char *port, const char *secrets,
	 const char *more, int64_t ms, struct asked *asked)
{
	static char letter[POST_LETTER];
	struct post *post;
	struct error err;

	error_clear(&err);
	memset(asked, 0, sizeof(*asked));
	snprintf(letter, sizeof(letter), "{\"type\":\"t\",\"timeout_ms\":%lld,\"fields\":{"
		 "\"host\":\"%s\",\"port\":\"%s\",\"username\":\"reader\",\"database\":"
		 "\"orders\"%s},\"secrets\":{%s}}", (long long)ms, host, port, more, secrets);
	post = post_start(program, letter, strlen(letter), ms, &err);
	if (!post)
		fail_msg("%s", err.text);
	asked_hear(post, asked);
}

static const struct check_step *step_of(const struct asked *asked, const char *step)
{
	size_t i;

	for (i = 0; i < asked->check.n_steps; i++)
		if (strcmp(asked->check.steps[i].step, step) == 0)
			return &asked->check.steps[i];
	fail_msg("there is no step %s", step);
	return NULL;
}

void asked_is(const struct asked *asked, const char *step, const char *status,
	      const char *reason)
{
	const struct check_step *one = step_of(asked, step);

	if (strcmp(check_status_code(one->status), status) != 0 ||
	    strcmp(one->reason ? one->reason : "", reason) != 0)
		fail_msg("%s: %s %s %s, not %s %s", step, check_status_code(one->status),
			 one->reason ? one->reason : "", one->detail ? one->detail : "",
			 status, reason);
}

const char *asked_detail(const struct asked *asked, const char *step)
{
	const char *detail = step_of(asked, step)->detail;

	return detail ? detail : "";
}

void asked_forget(struct asked *asked)
{
	arena_release(&asked->arena);
}
