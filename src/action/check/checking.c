/* checking.c: see checking.h. */
#include "action/check/checking.h"

#include <string.h>
#include <sys/epoll.h>
#include <unistd.h>

#include "action/check/check_hits.h"
#include "action/check/check_settle.h"
#include "action/core/accounts.h"
#include "action/vault/vault_door.h"
#include "action/vault/vault_session.h"
#include "action/vault/vault_values.h"
#include "base/clock.h"
#include "model/check/check_reason.h"
#include "post/post.h"
#include "store/check/check_rows.h"
#include "store/vault_rows.h"

enum { ANSWER_LIMIT = 64 * 1024, WAIT_MOST = 1000 /* ms */ };

bool checking_needs_vault(const struct app *app, const struct check_subject *subjects,
			  size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (check_needs_vault(app, subjects[i]))
			return true;
	return false;
}

/* Facts that were read anew have other numbers. */
static struct check_subject present(const struct checking *checking,
				    const struct checking_one *one)
{
	return check_present(checking->app, one->task.subject.whose, one->check.id);
}

/* ---- credentials that come ------------------------------------------------------------ */

static bool hear_secret(void *ctx, const char *field, const char *value, size_t n)
{
	struct checking_one *one = ctx;

	return check_secrets_take(&one->secrets, field, value, n);
}

static void hear_device(void *ctx, const char *code, const char *address, int64_t seconds)
{
	const struct checking_one *one = ctx;
	const struct check_ear *ear = one->task.ear;

	ear->device(ear->ctx, code, address, seconds);
}

/* Only who signs in at a Git provider is given another credential: that one's, which goes
 * where this one is sent, whatever is edited meanwhile. */
static void note_lender(const struct checking *checking, struct checking_one *one,
			struct arena *arena)
{
	struct check_subject from = check_asked(checking->app, one->task.subject);
	struct check_about about;

	one->lender = NULL;
	if (from.whose != OF_PROVIDER || from.n == NOBODY)
		return;
	about = check_about(checking->app, from);
	one->lender = arena_strdup(arena, about.id);
	one->origin = check_secrets_origin(&about, arena);
}

static void listen(struct checking_one *one)
{
	const struct check_ear *ear = one->task.ear;

	one->ear = (struct check_ear){ .list = ear ? ear->list : NULL,
		.device = ear && ear->device ? hear_device : NULL,
		.secret = one->lender ? hear_secret : NULL, .ctx = one };
}

/* What took the place of another holds from now on: it is kept before anything else is
 * asked with it. */
static void keep_secrets(struct checking *checking, struct checking_one *one)
{
	struct app *app = checking->app;
	struct check_subject provider = check_present(app, OF_PROVIDER, one->lender);
	bool done, signs_in = one->task.job && strcmp(one->task.job, "sign_in") == 0;
	struct error err;

	error_clear(&err);
	done = provider.n != NOBODY ?
		check_secrets_keep(app, &one->secrets, provider, one->origin, signs_in ?
				   "provider sign-in" : "provider verify",
				   one->check.checked, &err) :
		error_set(&err, ERROR_NOT_FOUND, "NOT_FOUND",
			  "its Git provider was disconnected meanwhile");
	done = done &&
		vault_rows(app, &checking->arena, checking->rows, &err);
	check_secrets_release(&one->secrets);
	if (!done)
		check_only(&one->check, "keep", CHECK_FAIL, "internal", err.text,
			   &checking->arena);
}

/* ---- somebody else renewed it meanwhile ------------------------------------------------- */

static int64_t refresh_version(const struct checking *checking, const char *lender)
{
	const struct vault_value_row *row = !checking->rows || !lender ? NULL :
		vault_value_find(checking->rows, "provider", "", lender, "refresh_token");

	return row ? row->version : 0;
}

/* A refresh token holds once.  Where another console has used it while this one asked, the
 * vault has the next one by now: then it is asked once more with that, and nothing was lost. */
static bool renewed_elsewhere(struct checking *checking, struct checking_one *one)
{
	const struct check *was = &one->check;
	struct vault_rows *rows;
	struct error ignored;

	if (one->again || one->cancelled || one->secrets.n || !one->renewable ||
	    was->status != CHECK_FAIL || !was->reason || strncmp(was->reason, "auth", 4) != 0 ||
	    !checking->app->vault)
		return false;
	rows = arena_alloc(&checking->arena, sizeof(*rows));
	if (!vault_rows(checking->app, &checking->arena, rows, &ignored) ||
	    !vault_session_follow(checking->app, rows, &ignored))
		return false;
	checking->rows = rows;
	if (refresh_version(checking, one->lender) <= one->renewable)
		return false;
	one->again = true;
	one->check = (struct check){ .id = was->id, .name = was->name, .kind = was->kind,
				     .type = was->type };
	post_free(one->post);
	one->post = NULL;
	return true;
}

/* ---- one of them ---------------------------------------------------------------------- */

/* What to do, in words, and who is hit. */
static void finish(struct checking *checking, struct checking_one *one)
{
	struct check_subject subject = present(checking, one);
	const char *config = subject.n == NOBODY ? "{}" :
		check_about(checking->app, check_asked(checking->app, subject)).config;
	const struct check_reason *reason;
	struct check_step *step = one->check.steps;
	size_t i;

	post_free(one->post);
	one->post = NULL;
	one->check.checked = clock_now();
	if (one->secrets.n && subject.n != NOBODY && checking->rows)
		keep_secrets(checking, one);
	if (subject.n != NOBODY && !checking->asks && !one->cancelled)
		check_settle(checking->app, subject, &one->check, &checking->arena);
	for (i = 0; i < one->check.n_steps; i++, step++) {
		reason = check_reason_at(step->step, step->reason);
		if (reason && !step->fix)
			step->fix = check_reason_fix(reason, config, &checking->arena);
	}
	if (subject.n != NOBODY)
		check_hits(checking->app, subject, &one->check);
	checking->ended++;
}

static bool open_with(struct checking *checking, struct app *app, size_t n,
		      int64_t timeout, struct error *err)
{
	*checking = (struct checking){ .app = app, .n = n, .timeout = timeout,
				       .fd = epoll_create1(EPOLL_CLOEXEC) };
	if (checking->fd < 0)
		return error_set(err, ERROR_NETWORK, "COURIER", "no more descriptors");
	checking->v = arena_array(&checking->arena, n + 1, sizeof(*checking->v));
	if (app->vault) {
		checking->rows = arena_alloc(&checking->arena, sizeof(*checking->rows));
		if (!vault_rows(app, &checking->arena, checking->rows, err) ||
		    !vault_session_follow(app, checking->rows, err) ||
		    !vault_door(app, err))
			return false;
	}
	return true;
}

static void begin(struct checking *checking, struct checking_one *one)
{
	const struct check_about about = check_about(checking->app, one->task.subject);
	struct arena *arena = &checking->arena;

	one->fields = about.fields;
	one->check.id = arena_strdup(arena, about.id);
	one->check.name = arena_strdup(arena, about.name);
	one->check.type = arena_strdup(arena, about.type);
	one->check.kind = about.kind;
	one->courier = check_courier(checking->app, &one->task, &one->check, arena);
	if (!one->courier)
		finish(checking, one);
}

bool checking_begin(struct checking *checking, struct app *app,
		    const struct check_subject *subjects, size_t n, bool all,
		    int64_t timeout, struct error *err)
{
	size_t i;

	if (!open_with(checking, app, n, timeout, err))
		return false;
	for (i = 0; i < n; i++) {
		checking->v[i].task.subject = subjects[i];
		checking->v[i].task.all = all;
		begin(checking, &checking->v[i]);
	}
	return true;
}

bool checking_ask(struct checking *checking, struct app *app,
		  const struct check_task *task, int64_t timeout, struct error *err)
{
	if (!open_with(checking, app, 1, timeout, err))
		return false;
	checking->asks = true;
	checking->v[0].task = *task;
	begin(checking, &checking->v[0]);
	return true;
}

static void start(struct checking *checking, struct checking_one *one)
{
	struct epoll_event event = { .events = EPOLLIN };

	one->task.subject = present(checking, one);
	note_lender(checking, one, &checking->arena);
	one->renewable = refresh_version(checking, one->lender);
	listen(one);
	if (one->task.subject.n == NOBODY)
		check_only(&one->check, "config", CHECK_SKIP, "config",
			   "it was deleted meanwhile", &checking->arena);
	else
		one->post = check_start(checking->app, &one->task, one->courier,
					checking->rows, checking->timeout, &one->check,
					&checking->arena);
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
		if (check_hear(&one->check, &one->ear, line, n, &checking->arena))
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
	if (!renewed_elsewhere(checking, one))
		finish(checking, one);
	return true;
}

/* A credential that holds once is used by one alone: the next takes what came of it. */
static bool must_wait(const struct checking *checking, const struct checking_one *one)
{
	const struct app *app = checking->app;
	struct check_subject from = check_asked(app, present(checking, one)), other;
	size_t i;

	if (from.whose != OF_PROVIDER || from.n == NOBODY ||
	    !app_value(app, "provider", "", check_about(app, from).id, "refresh_token"))
		return false;
	for (i = 0; i < checking->n; i++) {
		other = checking->v[i].post ?
			check_asked(app, present(checking, &checking->v[i])) :
			(struct check_subject){ OF_NOTHING, NOBODY };
		if (other.whose == OF_PROVIDER && other.n == from.n)
			return true;
	}
	return false;
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
		    running < CHECKING_AT_ONCE && !must_wait(checking, one)) {
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

static const char *answer_of(const struct check *check, struct arena *arena)
{
	const char *text;
	struct json json;
	struct buf out;

	buf_init(&out, ANSWER_LIMIT);
	jsonw_init(&json, &out, 0);
	check_json(check, &json);
	text = arena_strdup(arena, buf_text(&out));
	buf_release(&out);
	return text;
}

bool checking_keep(struct checking *checking, struct error *err)
{
	struct check_row *rows = arena_array(&checking->arena, checking->n + 1,
					     sizeof(*rows));
	const struct checking_one *one;
	bool accounts = false;
	size_t i, n = 0;

	for (i = 0; i < checking->n && !checking->asks; i++) {
		one = &checking->v[i];
		if (!one->check.done || one->cancelled)
			continue;
		accounts |= one->task.subject.whose == OF_PROVIDER;
		rows[n++] = (struct check_row){
			one->task.subject.whose == OF_PROVIDER ? "provider" :
			one->check.kind, one->check.id, one->check.checked, one->fields,
			check_status_code(one->check.status),
			answer_of(&one->check, &checking->arena) };
	}
	if (n && !(store_checks_put(checking->app->store, rows, n, err) &&
		   app_checks_read(checking->app, NULL, err)))
		return false;
	if (accounts)
		accounts_note(checking->app, &checking->app->facts);
	return true;
}

void checking_release(struct checking *checking)
{
	size_t i;

	for (i = 0; i < checking->n; i++) {
		post_free(checking->v[i].post);
		check_secrets_release(&checking->v[i].secrets);
	}
	if (checking->fd > 0)
		close(checking->fd);
	checking->fd = -1;
	arena_release(&checking->arena);
	checking->n = 0;
}
