/* check_page.c: see check_page.h. */
#include "screen/pages/check_page.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "action/check/check_which.h"
#include "model/check/check.h"
#include "screen/frame/chrome.h"
#include "screen/pages/secret_page.h"
#include "screen/panel/check_lines.h"
#include "ui/loop.h"

enum { TITLE = 96, RIGHT = 48 };

struct check_page {
	struct page page;
	struct screen *screen;
	struct request request;		/* of it, to be asked again */
	struct arena arena;
	struct checking checking;
	struct ear ear;
	struct lines lines;
	bool over;
};

static void fill(struct check_page *self)
{
	size_t i;

	lines_clear(&self->lines);
	for (i = 0; i < self->checking.n; i++) {
		if (i)
			lines_blank(&self->lines);
		check_lines(&self->lines, &self->checking.v[i].check);
	}
	self->screen->pages->dirty = true;
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
	if (!checking_begin(&self->checking, app, wish.subjects, wish.n, wish.ms, err))
		return false;
	self->over = false;
	self->ear = (struct ear){ .fd = checking_fd(&self->checking), .at = loop_now(),
				  .heard = heard, .ctx = self };
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

static void draw(struct page *page, struct canvas *canvas)
{
	struct check_page *self = (struct check_page *)page;
	const struct hint during[] = { { "x", "cancel" }, { "Esc", "cancel and back" },
				       { NULL, NULL } };
	const struct hint after[] = { { "T", "again" }, { "Esc", "back" },
				      { NULL, NULL } };
	char right[RIGHT];
	struct area area;

	snprintf(right, sizeof(right), "%zu of %zu done", self->checking.ended,
		 self->checking.n);
	if (chrome_page(self->screen, canvas, self->over ? after : during,
			"Connection check", right, &area))
		lines_draw(&self->lines, canvas, &area, true);
}

static bool key(struct page *page, struct pages *pages, const struct key *key)
{
	struct check_page *self = (struct check_page *)page;
	enum command command = keys_command(key);

	if (command == CMD_ESC || command == CMD_BACK) {
		stop(self);
		pages_pop(pages);
	} else if (key->code == 'x' && !key->mods) {
		stop(self);
	} else if (key->code == 'T' && !key->mods && self->over) {
		again(self);
	} else {
		return lines_key(&self->lines, key);
	}
	return true;
}

static const struct page_ops ops = { .draw = draw, .key = key, .free = release };

bool check_page_push(struct screen *screen, struct request *request, struct error *err)
{
	struct check_page *self = page_new(sizeof(*self), &ops);

	self->screen = screen;
	self->checking.fd = -1;
	self->request = *request;
	memset(request, 0, sizeof(*request));
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
