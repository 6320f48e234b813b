/* sign_in_page.c: see sign_in_page.h. */
#include "screen/pages/sign_in_page.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "action/check/check_which.h"
#include "action/check/signing.h"
#include "base/glyph.h"
#include "base/large_text.h"
#include "base/text.h"
#include "model/config.h"
#include "model/provider.h"
#include "screen/frame/chrome.h"
#include "screen/frame/copy.h"
#include "screen/frame/keymap.h"
#include "screen/pages/secret_page.h"
#include "ui/loop.h"

enum { CODE = 64, ADDRESS = 512, LABEL = 10, SECOND = 1000, MINUTE = 60, RIGHT = 48,
       ROW_LIMIT = 4096, TITLE_LIMIT = 1024,
       LARGE_ROWS = 14,			/* of the page, for a code in large letters */
       TWICE_ROWS = 22 };		/* ... and in letters twice as large */

enum phase { ASKING, WAITING, CONNECTED, BROKEN, CANCELLED };

struct sign_in {
	struct page page;
	struct screen *screen;
	struct request request;		/* of it, to be asked again */
	struct signing signing;
	bool begun;
	struct ear ear;
	enum phase state;
	struct error why;		/* it is broken */
	char code[CODE], address[ADDRESS];
	int64_t until;			/* the code holds, by loop_now() */
	struct lines lines;
};

static const struct check_subject nobody = { OF_NOTHING, NOBODY };

static struct check_subject provider_of(const struct sign_in *self)
{
	const struct request *request = &self->request;
	struct check_subject provider = { OF_PROVIDER, NOBODY };
	struct error ignored;

	error_clear(&ignored);
	return app_find_record(self->screen->app, OF_PROVIDER, arg_text(request->action,
			       &request->args, "provider"), &provider.n, &ignored) ?
		provider : nobody;
}

/* ---- what is on the page ----------------------------------------------------------- */

/* The code as letters of blocks, so many times as large; none where it has no room. */
static void add_large(struct sign_in *self, const struct area *area)
{
	int cols = (int)strlen(self->code) * LARGE_TEXT_COLS, room = area->cols - LINES_MARK;
	int times = area->rows >= TWICE_ROWS && 2 * cols <= room ? 2 :
		area->rows >= LARGE_ROWS && cols <= room ? 1 : 0, row, i;
	struct buf dots, line;
	const char *at;

	buf_init(&dots, ROW_LIMIT);
	buf_init(&line, ROW_LIMIT);
	for (row = 0; times && row < LARGE_TEXT_ROWS; row++) {
		buf_reset(&dots);
		buf_reset(&line);
		large_text(self->code, row, &dots);
		for (at = buf_text(&dots); *at; at++)
			for (i = 0; i < times; i++)
				buf_adds(&line, *at == '#' ? glyph(GLYPH_BAR) : " ");
		for (i = 0; i < times; i++)
			lines_add(&self->lines, "%s", buf_text(&line))->style = STYLE_BOLD;
	}
	if (times)
		lines_blank(&self->lines);
	buf_release(&dots);
	buf_release(&line);
}

static void add_code(struct sign_in *self, const struct area *area)
{
	bool tight = area->rows < LARGE_ROWS;

	(void)lines_add(&self->lines, "Open in a browser, on any machine:");
	lines_add(&self->lines, "  %s", self->address)->style = STYLE_BOLD;
	if (!tight)
		lines_blank(&self->lines);
	(void)lines_add(&self->lines, "and enter this code:");
	if (!tight)
		lines_blank(&self->lines);
	add_large(self, area);
	lines_add(&self->lines, "  %s", self->code)->style = STYLE_BOLD;
	if (!tight)
		lines_blank(&self->lines);
}

static void add_state(struct sign_in *self)
{
	int64_t left = (self->until - loop_now() + SECOND - 1) / SECOND;
	struct lines *lines = &self->lines;

	left = left < 0 ? 0 : left;
	switch (self->state) {
	case ASKING:
		(void)lines_pair(lines, LABEL, "State", "not connected: a code is asked for");
		break;
	case WAITING:
		(void)lines_pair(lines, LABEL, "State", "waiting; it holds %lld:%02lld more", (long long)(left / MINUTE),
				 (long long)(left % MINUTE));
		break;
	case CONNECTED:
		(void)lines_pair(lines, LABEL, "State", "connected: what was given is in the "
				 "vault");
		break;
	case CANCELLED:
		(void)lines_pair(lines, LABEL, "State", "not connected: cancelled");
		break;
	default:
		lines_pair(lines, LABEL, "State", "broken: %s", self->why.text)->style =
			STYLE_RED;
		if (self->why.remedy[0])
			(void)lines_pair(lines, LABEL, "Do this", "%s", self->why.remedy);
	}
}

static void fill(struct sign_in *self, const struct area *area)
{
	struct check_subject provider = provider_of(self);
	struct arena arena = { 0 };
	const char *config, *endpoint;

	lines_clear(&self->lines);
	if (self->state == WAITING)
		add_code(self, area);
	add_state(self);
	if (provider.n != NOBODY) {
		config = check_about(self->screen->app, provider).config;
		endpoint = config_get(config, "endpoint", &arena);
		if (!provider_approved(config, &arena))
			(void)lines_pair(&self->lines, LABEL, "Approval", "pending: an "
					 "administrator of the repositories must approve the "
					 "access there as well");
		if (endpoint && *endpoint)
			(void)lines_pair(&self->lines, LABEL, "Test", "a test endpoint is "
					 "asked, not the real host: %s", endpoint);
	}
	arena_release(&arena);
}

/* ---- what is heard ------------------------------------------------------------------ */

static void show(void *ctx, const char *code, const char *address, int64_t seconds)
{
	struct sign_in *self = ctx;
	struct buf safe;

	buf_init(&safe, ROW_LIMIT);
	text_safe(&safe, code);
	snprintf(self->code, sizeof(self->code), "%s", buf_text(&safe));
	buf_reset(&safe);
	text_safe(&safe, address);
	snprintf(self->address, sizeof(self->address), "%s", buf_text(&safe));
	buf_release(&safe);
	self->until = loop_now() + seconds * SECOND;
	self->state = WAITING;
}

static void end(struct sign_in *self)
{
	pages_deaf(self->screen->pages, &self->ear);
	if (self->begun)
		signing_release(&self->signing);
	self->begun = false;
	self->screen->pages->dirty = true;
}

/* Whose account is it, and what does it reach?  In the place of this page. */
static void check(struct sign_in *self)
{
	struct screen *screen = self->screen;
	const char *const words[] = { "provider", "verify",
				      self->signing.checking.v[0].check.id };

	if (screen->pages->stack[screen->pages->n - 1] != &self->page) {
		end(self);
		return;				/* something lies over it */
	}
	request_go(screen, words, COUNT_OF(words));
	pages_pop(screen->pages);		/* frees self */
	pages_toast(screen->pages, "Signed in; what was given is in the vault.");
	screen->pages->wake_at = loop_now();	/* no key carries it out */
}

static void finish(struct sign_in *self)
{
	error_clear(&self->why);
	(void)screen_reload(self->screen, true);
	if (signing_good(&self->signing, &self->why)) {
		self->state = CONNECTED;
		check(self);
		return;
	}
	self->state = BROKEN;
	end(self);
}

static void heard(void *ctx)
{
	struct sign_in *self = ctx;
	struct checking *checking = &self->signing.checking;
	bool more = checking_step(checking);
	int64_t left = checking_left(checking);

	/* It says how long it holds. */
	self->ear.at = loop_now() + (more ? 0 : left < SECOND ? left : SECOND);
	self->screen->pages->dirty = true;
	if (checking_over(checking))
		finish(self);			/* may free self */
}

static bool begin(struct sign_in *self, struct error *err)
{
	const struct request *request = &self->request;
	struct app *app = self->screen->app;
	struct check_subject provider = { OF_PROVIDER, NOBODY };
	const char *why;

	if (!app_find_record(app, OF_PROVIDER, arg_text(request->action, &request->args,
							"provider"), &provider.n, err))
		return false;
	if (!signing_is(app, provider, &why)) {
		error_set(err, ERROR_CONFLICT, "NO_SIGN_IN", "it signs in with what is in the "
			  "vault, not with a code");
		return error_remedy(err, "%s, then Sign in with: a device code",
				    key_said(CMD_EDIT));
	}
	if (why) {
		error_set(err, ERROR_CONFLICT, "FIELD_MISSING", "%s is missing, through which "
			  "one signs in", why);
		return error_remedy(err, "e sets it");
	}
	if (!check_may_now(app, true, err))
		return false;
	if (!app->vault) {
		error_set(err, ERROR_LOCKED, "VAULT_LOCKED", "the vault is locked, into which "
			  "the token goes");
		return error_remedy(err, "unlock it (: vault unlock), then try again");
	}
	if (!signing_begin(&self->signing, app, provider, show, self,
			   (int64_t)SIGNING_SECONDS * SECOND, err)) {
		signing_release(&self->signing);
		return false;
	}
	self->begun = true;
	self->state = ASKING;
	self->code[0] = self->address[0] = '\0';
	self->ear = (struct ear){ .fd = checking_fd(&self->signing.checking),
				  .at = loop_now(), .heard = heard, .ctx = self };
	pages_listen(self->screen->pages, &self->ear);
	self->screen->pages->dirty = true;
	return true;
}

/* ---- the page ------------------------------------------------------------------------ */

static void stop(struct sign_in *self)
{
	if (!self->begun)
		return;
	checking_cancel(&self->signing.checking);
	end(self);
	self->state = CANCELLED;
	pages_toast(self->screen->pages, "Cancelled: nobody is signed in.");
}

static void again(struct sign_in *self)
{
	struct error err;

	error_clear(&err);
	if (!begin(self, &err))
		request_toast(self->screen, "", &err);
}

static void draw(struct page *page, struct canvas *canvas)
{
	const struct hint waiting[] = { chrome_hint(CMD_COPY_CODE),
		chrome_key(CMD_COPY, "copy the address"), chrome_hint(CMD_CANCEL),
		{ "Esc", "cancel and back" }, { NULL, NULL } };
	static const struct hint over[] = { { "Enter", "start again" }, { "Esc", "back" },
					    { NULL, NULL } };
	struct sign_in *self = (struct sign_in *)page;
	struct check_subject provider = provider_of(self);
	struct area area;
	struct buf title;

	buf_init(&title, TITLE_LIMIT);
	buf_adds(&title, "Sign in");
	if (provider.n != NOBODY) {
		buf_adds(&title, ": ");
		text_safe(&title, check_about(self->screen->app, provider).name);
	}
	if (chrome_page(self->screen, canvas, self->begun ? waiting + (self->state == ASKING ?
			2 : 0) : over, buf_text(&title), "", &area)) {
		fill(self, &area);
		lines_draw(&self->lines, canvas, &area, true);
	}
	buf_release(&title);
}

static bool copy(struct sign_in *self, const struct key *key, enum command command)
{
	if (self->state == WAITING && key_does(key, CMD_COPY_CODE))
		copy_text(self->screen, "the code", self->code);
	else if (self->state == WAITING && command == CMD_COPY)
		copy_text(self->screen, "the address", self->address);
	else
		return copy_command(self->screen, command, "the page", &self->lines);
	return true;
}

static bool key(struct page *page, struct pages *pages, const struct key *key)
{
	struct sign_in *self = (struct sign_in *)page;
	enum command command = keys_command(key);

	if (command == CMD_ESC || command == CMD_BACK || command == CMD_QUIT) {
		stop(self);
		pages_pop(pages);
	} else if (key_does(key, CMD_CANCEL)) {
		stop(self);
	} else if (command == CMD_OPEN && !self->begun) {
		again(self);
	} else {
		return copy(self, key, command) || lines_key(&self->lines, key);
	}
	return true;
}

static void release(struct page *page)
{
	struct sign_in *self = (struct sign_in *)page;

	end(self);
	lines_release(&self->lines);
	request_release(&self->request);
	free(self);
}

static const struct page_ops ops = { .draw = draw, .key = key, .free = release };

bool sign_in_page_is(const struct action *action)
{
	return action->noun && strcmp(action->noun, "provider") == 0 &&
		strcmp(action->verb, "sign-in") == 0;
}

bool sign_in_page_push(struct screen *screen, struct request *request, struct error *err)
{
	struct sign_in *self = page_new(sizeof(*self), &ops);

	self->screen = screen;
	self->request = *request;
	memset(request, 0, sizeof(*request));
	if (begin(self, err)) {
		pages_push(screen->pages, &self->page);
		return true;
	}
	*request = self->request;
	memset(&self->request, 0, sizeof(self->request));
	release(&self->page);
	return strcmp(err->code, "VAULT_LOCKED") == 0 &&
		secret_page_unlock(screen, request, err);
}
