/* checking.c: see checking.h. */
#include "action/check/checking.h"

#include <string.h>
#include <sys/epoll.h>
#include <unistd.h>

#include "action/check/check_hits.h"
#include "action/check/check_letter.h"
#include "action/vault/vault_session.h"
#include "base/clock.h"
#include "model/check/check_reason.h"
#include "model/kind.h"
#include "model/whose.h"
#include "post/post.h"
#include "store/check/check_rows.h"
#include "store/vault_rows.h"

enum { ANSWER_LIMIT = 64 * 1024, WAIT_MOST = 1000 /* ms */ };

bool checking_needs_vault(const struct app *app, const uint32_t *assets, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (check_needs_vault(app, assets[i]))
			return true;
	return false;
}

/* Its number now: facts that were read anew have others.  NOBODY: it is gone. */
static uint32_t present(const struct checking *checking, const struct checking_one *one)
{
	return whose_find(seen_judged(app_seen(checking->app)), OF_ASSET, one->check.id);
}

/* What to do, in words, and who is hit. */
static void finish(struct checking *checking, struct checking_one *one)
{
	uint32_t a = present(checking, one);
	const struct fact_asset *asset = seen_asset(app_seen(checking->app), a);
	const struct check_reason *reason;
	struct check_step *step = one->check.steps;
	size_t i;

	post_free(one->post);
	one->post = NULL;
	one->check.checked = clock_now();
	for (i = 0; i < one->check.n_steps; i++, step++) {
		reason = check_reason_at(step->step, step->reason);
		if (reason && !step->fix)
			step->fix = check_reason_fix(reason, asset->config,
						     &checking->arena);
	}
	if (a != NOBODY)
		check_hits(checking->app, a, &one->check);
	checking->ended++;
}

bool checking_begin(struct checking *checking, struct app *app, const uint32_t *assets,
		    size_t n, int64_t timeout, struct error *err)
{
	struct checking_one *one;
	const struct fact_asset *asset;
	size_t i;

	*checking = (struct checking){ .app = app, .n = n, .timeout = timeout,
				       .fd = epoll_create1(EPOLL_CLOEXEC) };
	if (checking->fd < 0)
		return error_set(err, ERROR_NETWORK, "COURIER", "no more descriptors");
	checking->v = arena_array(&checking->arena, n + 1, sizeof(*checking->v));
	if (app->vault) {
		checking->rows = arena_alloc(&checking->arena, sizeof(*checking->rows));
		if (!vault_rows(app, &checking->arena, checking->rows, err) ||
		    !vault_session_follow(app, checking->rows, err))
			return false;
	}
	for (i = 0; i < n; i++) {
		one = &checking->v[i];
		one->asset = assets[i];
		asset = seen_asset(app_seen(app), assets[i]);
		one->fields = app_check_fields(asset);
		one->check.id = arena_strdup(&checking->arena, asset->id);
		one->check.name = arena_strdup(&checking->arena, asset->name);
		one->check.type = arena_strdup(&checking->arena, asset->type);
		one->check.kind = kind_at(asset->kind)->code;
		one->courier = check_courier(app, assets[i], &one->check,
					     &checking->arena);
		if (!one->courier)
			finish(checking, one);
	}
	return true;
}

static void start(struct checking *checking, struct checking_one *one)
{
	struct epoll_event event = { .events = EPOLLIN };
	uint32_t a = present(checking, one);

	if (a == NOBODY)
		check_only(&one->check, "config", CHECK_SKIP, "config",
			   "it was deleted meanwhile", &checking->arena);
	one->post = a == NOBODY ? NULL : check_start(checking->app, a, one->courier,
				checking->rows,
				checking->timeout, &one->check, &checking->arena);
	if (!one->post || epoll_ctl(checking->fd, EPOLL_CTL_ADD, post_fd(one->post),
				    &event) != 0)
		finish(checking, one);
}

static bool hear(struct checking *checking, struct checking_one *one)
{
	const char *line, *reason = NULL;
	enum post_news news;
	bool heard = false;
	size_t n;

	while ((news = post_read(one->post, &line, &n)) == POST_LINE_READ) {
		heard = true;
		if (check_line(&one->check, line, n, &checking->arena))
			continue;
		news = POST_BROKE;
		break;
	}
	if (news == POST_BROKE || (news == POST_ENDED && !one->check.done))
		reason = "internal";
	else if (news == POST_WAITS && !post_left(one->post))
		reason = "timeout";
	if (!reason && !one->check.done)
		return heard;
	if (reason)
		check_end(&one->check, reason, &checking->arena);
	else
		check_judge(&one->check);
	finish(checking, one);
	return true;
}

bool checking_step(struct checking *checking)
{
	size_t i, running = 0;
	bool heard = false, started = false;

	for (i = 0; i < checking->n; i++)
		running += checking->v[i].post != NULL;
	for (i = 0; i < checking->n; i++) {
		struct checking_one *one = &checking->v[i];

		/* One a step: a key may wait. */
		if (!one->check.done && !one->post && !started &&
		    running < CHECKING_AT_ONCE) {
			start(checking, one);
			heard = started = true;
		}
		if (one->post && hear(checking, one))
			heard = true;
	}
	return heard;
}

bool checking_over(const struct checking *checking)
{
	return checking->ended == checking->n;
}

int checking_fd(const struct checking *checking)
{
	return checking->fd;
}

int64_t checking_left(const struct checking *checking)
{
	int64_t left = WAIT_MOST;
	size_t i;

	for (i = 0; i < checking->n; i++)
		if (checking->v[i].post && post_left(checking->v[i].post) < left)
			left = post_left(checking->v[i].post) + 1;
	return left;
}

void checking_wait(struct checking *checking)
{
	struct epoll_event event;

	(void)epoll_wait(checking->fd, &event, 1, (int)checking_left(checking));
}

void checking_cancel(struct checking *checking)
{
	size_t i;

	for (i = 0; i < checking->n; i++) {
		struct checking_one *one = &checking->v[i];

		if (one->check.done)
			continue;
		one->cancelled = true;
		check_judge(&one->check);
		one->check.done = true;
		finish(checking, one);
	}
}

bool checking_keep(struct checking *checking, struct error *err)
{
	struct check_row *rows = arena_array(&checking->arena, checking->n + 1,
					     sizeof(*rows));
	size_t i, n = 0;
	struct buf text;

	for (i = 0; i < checking->n; i++) {
		const struct check *check = &checking->v[i].check;
		struct json json;

		if (!check->done || checking->v[i].cancelled)
			continue;
		buf_init(&text, ANSWER_LIMIT);
		jsonw_init(&json, &text, 0);
		check_json(check, &json);
		rows[n++] = (struct check_row){ check->kind, check->id, check->checked,
			checking->v[i].fields, check_status_code(check->status),
			arena_strdup(&checking->arena, buf_text(&text)) };
		buf_release(&text);
	}
	return n == 0 || (store_checks_put(checking->app->store, rows, n, err) &&
			  app_checks_read(checking->app, NULL, err));
}

void checking_release(struct checking *checking)
{
	size_t i;

	for (i = 0; i < checking->n; i++)
		post_free(checking->v[i].post);
	if (checking->n || checking->fd > 0)
		close(checking->fd);
	checking->fd = -1;
	arena_release(&checking->arena);
	checking->n = 0;
}
