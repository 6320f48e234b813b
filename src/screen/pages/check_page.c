/* check_page.c: see check_page.h. */
#include "screen/pages/check_page.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "action/check/check_which.h"
#include "action/check/signing.h"
#include "base/text.h"
#include "model/check/check.h"
#include "model/config.h"
#include "model/kind.h"
#include "model/provider.h"
#include "model/value_web.h"
#include "screen/frame/chrome.h"
#include "screen/frame/copy.h"
#include "screen/pages/secret_page.h"
#include "screen/panel/check_lines.h"
#include "ui/loop.h"

enum { RIGHT = 48, TITLE = 64, FIX_LIMIT = 64 * 1024 };

struct check_page {
	struct page page;
	struct screen *screen;
	struct request request;		/* of it, to be asked again */
	struct arena arena;
	struct checking checking;
	struct ear ear;
	struct lines lines;
	bool over;
	char news[TOAST_MAX];		/* of the save before it; "" */
};

/* A stand-in on this machine answers for the real host. */
static void say_test(struct check_page *self, const struct checking_one *one)
{
	const struct app *app = self->screen->app;
	struct check_subject asked = check_present(app, one->task.subject.whose,
						   one->check.id);
	struct arena arena = { 0 };
	const char *endpoint = NULL;

	if (asked.n != NOBODY)
		asked = check_asked(app, asked);
	if (asked.n != NOBODY)
		endpoint = config_get(check_about(app, asked).config, "endpoint", &arena);
	if (endpoint && web_is_here(endpoint))
		(void)lines_add(&self->lines, "A test endpoint was asked, not the real "
				"host: %s", endpoint);
	arena_release(&arena);
}

/* Is it one provider, at which one signs in with a code? */
static bool signs_in(const struct check_page *self)
{
	const struct checking_one *one = self->checking.v;
	struct check_subject provider;
	const char *why;

	if (!self->over || self->checking.n != 1 || one->task.subject.whose != OF_PROVIDER)
		return false;
	provider = check_present(self->screen->app, OF_PROVIDER, one->check.id);
	return provider.n != NOBODY && signing_is(self->screen->app, provider, &why) && !why;
}

static void fill(struct check_page *self)
{
	const char *way = signs_in(self) ? "s" : NULL;
	size_t i;

	lines_clear(&self->lines);
	for (i = 0; i < self->checking.n; i++) {
		if (i)
			lines_blank(&self->lines);
		check_lines(&self->lines, &self->checking.v[i].check, way);
		say_test(self, &self->checking.v[i]);
	}
	self->screen->pages->dirty = true;
}

/* ---- what to do, to be pasted elsewhere --------------------------------------------- */

/* The JSON in it, which is what somebody else is to paste; else all of it. */
static void add_fix(const char *fix, struct buf *out)
{
	const char *from = strchr(fix, '{'), *at = from;
	struct arena arena = { 0 };
	int depth = 0;

	do {
		depth += at && *at == '{' ? 1 : at && *at == '}' ? -1 : 0;
	} while (at && *at++ && depth);
	text_safe(out, from && !depth ?
		  arena_printf(&arena, "%.*s", (int)(at - from), from) : fix);
	buf_addc(out, '\n');
	arena_release(&arena);
}

static size_t fixes(const struct check_page *self, struct buf *out)
{
	const struct check *check;
	size_t i, k, n = 0;

	for (i = 0; i < self->checking.n; i++) {
		check = &self->checking.v[i].check;
		for (k = 0; k < check->n_steps; k++)
			if (check->steps[k].fix) {
				if (self->checking.n > 1)
					buf_printf(out, "%s: ", check->name);
				add_fix(check->steps[k].fix, out);
				n++;
			}
	}
	return n;
}

static bool copy_fixes(struct check_page *self, enum command command)
{
	struct buf text;
	size_t n;

	buf_init(&text, FIX_LIMIT);
	n = command == CMD_COPY ? fixes(self, &text) : 0;
	if (n)
		copy_text(self->screen, strchr(buf_text(&text), '{') ? "what is to be pasted "
			  "there" : "what to do", buf_text(&text));
	buf_release(&text);
	return n || copy_command(self->screen, command, "the check", &self->lines);
}

static void finish(struct check_page *self)
{
	const struct checking *checking = &self->checking;
	size_t i, count[CHECK_SKIP + 1] = { 0 };
	struct error err;

	error_clear(&err);
	self->over = true;
	pages_deaf(self->screen->pages, &self->ear);
	for (i = 0; i < checking->n; i++)
		count[checking->v[i].check.status]++;
	if (!checking_keep(&self->checking, &err))
		request_toast(self->screen, "It is not kept: ", &err);
	else if (checking->n == 1)
		pages_toast(self->screen->pages, "%s: %s.", checking->v[0].check.name,
			    check_status_code(checking->v[0].check.status));
	else
		pages_toast(self->screen->pages, "%zu ok, %zu warn, %zu fail, %zu skip.",
			    count[CHECK_OK], count[CHECK_WARN], count[CHECK_FAIL],
			    count[CHECK_SKIP]);
	pages_changed(self->screen->pages);	/* lists and cards tell of it */
}

static void heard(void *ctx)
{
	struct check_page *self = ctx;
	bool more = checking_step(&self->checking);

	self->ear.at = loop_now() + (more ? 0 : checking_left(&self->checking));
	if (checking_over(&self->checking))	/* also where nobody had to be asked */
		finish(self);
	else if (!more)
		return;
	fill(self);
}

static void stop(struct check_page *self)
{
	if (self->over)
		return;
	checking_cancel(&self->checking);
	finish(self);
	pages_toast(self->screen->pages, "Cancelled.");
	fill(self);
}

static void forget(struct check_page *self)
{
	pages_deaf(self->screen->pages, &self->ear);
	checking_release(&self->checking);
	arena_release(&self->arena);
}

static void release(struct page *page)
{
	struct check_page *self = (struct check_page *)page;

	forget(self);
	lines_release(&self->lines);
	request_release(&self->request);
	free(self);
}

static bool begin(struct check_page *self, struct error *err)
{
	struct app *app = self->screen->app;
	struct check_wish wish = { .app = app, .action = self->request.action,
				   .args = &self->request.args, .arena = &self->arena };

	if (!check_which(&wish, err) || !check_may(&wish, err))
		return false;
	if (!app->vault && checking_needs_vault(app, wish.subjects, wish.n)) {
		error_set(err, ERROR_LOCKED, "VAULT_LOCKED",
			  "the vault is locked, and what it signs in with is in it");
		return error_remedy(err, "unlock it (: vault unlock), then try again");
	}
	if (!checking_begin(&self->checking, app, wish.subjects, wish.n, wish.all, wish.ms,
			    err))
		return false;
	self->over = false;
	self->ear = (struct ear){ .fd = checking_fd(&self->checking), .at = loop_now(),
				  .heard = heard, .ctx = self };
	if (checking_over(&self->checking))
		finish(self);		/* all of it is known without asking */
	else
		pages_listen(self->screen->pages, &self->ear);
	fill(self);
	return true;
}

static void again(struct check_page *self)
{
	struct error err;

	error_clear(&err);
	forget(self);
	if (!begin(self, &err)) {
		self->over = true;
		request_toast(self->screen, "", &err);
	}
}

/* "Connection check", of the noun's kind. */
static void title_of(const struct check_page *self, char out[TITLE])
{
	const struct asset_kind *kind = &provider_kind;
	size_t n;

	if (kind_find(self->request.action->noun, &n))
		kind = kind_at(n);
	snprintf(out, TITLE, "%s check", kind->argument ? kind->argument : kind->title);
}

static void draw(struct page *page, struct canvas *canvas)
{
	struct check_page *self = (struct check_page *)page;
	const struct hint during[] = { chrome_hint(CMD_CANCEL), { "Esc", "cancel and back" },
				       { NULL, NULL } };
	struct hint after[5] = { chrome_key(CMD_CHECK, "again"), { NULL, NULL } };
	char right[RIGHT], title[TITLE];
	struct buf text;
	size_t n = 1;
	struct area area;

	title_of(self, title);
	buf_init(&text, FIX_LIMIT);
	if (signs_in(self))
		after[n++] = chrome_hint(CMD_SIGN_IN);
	after[n++] = chrome_key(CMD_COPY, fixes(self, &text) ?
				"copy what to do" : "copy");
	after[n++] = (struct hint){ "Esc", "back" };
	after[n] = (struct hint){ NULL, NULL };
	buf_release(&text);
	snprintf(right, sizeof(right), "%zu of %zu done", self->checking.ended,
		 self->checking.n);
	if (chrome_page(self->screen, canvas, self->over ? after : during,
			title, right, &area))
		lines_draw(&self->lines, canvas, &area, true);
}

static void sign_in(struct check_page *self)
{
	const char *const words[] = { "provider", "sign-in", self->checking.v[0].check.id };

	request_go(self->screen, words, COUNT_OF(words));
	pages_pop(self->screen->pages);		/* frees self */
}

static bool key(struct page *page, struct pages *pages, const struct key *key)
{
	struct check_page *self = (struct check_page *)page;
	enum command command = keys_command(key);

	if (command == CMD_ESC || command == CMD_BACK) {
		stop(self);
		if (self->news[0])	/* what was saved, and what comes next */
			pages_hint(pages, "%s", self->news);
		pages_pop(pages);
	} else if (key_does(key, CMD_CANCEL)) {
		stop(self);
	} else if (key_does(key, CMD_CHECK) && self->over) {
		again(self);
	} else if (key_does(key, CMD_SIGN_IN) && signs_in(self)) {
		sign_in(self);
	} else {
		return copy_fixes(self, command) || lines_key(&self->lines, key);
	}
	return true;
}

static const struct page_ops ops = { .draw = draw, .key = key, .free = release };

bool check_page_runs(const struct pages *pages)
{
	bool runs = false;
	int i;

	for (i = 0; i < pages->n; i++)
		if (pages->stack[i]->ops == &ops)
			runs = runs || !((struct check_page *)pages->stack[i])->over;
	return runs;
}

bool check_page_push(struct screen *screen, struct request *request, struct error *err)
{
	struct check_page *self = page_new(sizeof(*self), &ops);

	self->screen = screen;
	self->checking.fd = -1;
	self->request = *request;
	memset(request, 0, sizeof(*request));
	if (self->request.after_save)
		snprintf(self->news, sizeof(self->news), "%s", screen->pages->toast);
	if (begin(self, err)) {
		pages_push(screen->pages, &self->page);
		return true;
	}
	*request = self->request;
	memset(&self->request, 0, sizeof(self->request));
	release(&self->page);
	/* It is opened here, and the check begins anew. */
	return strcmp(err->code, "VAULT_LOCKED") == 0 &&
		secret_page_unlock(screen, request, err);
}
