/* secret_page.c: see secret_page.h. */
#include "screen/pages/secret_page.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "action/run/run.h"
#include "action/vault/vault_maker.h"
#include "base/mem.h"
#include "screen/frame/chrome.h"
#include "screen/frame/keymap.h"
#include "screen/frame/text_page.h"
#include "screen/pages/reveal_page.h"
#include "screen/preview/receipt.h"
#include "ui/clip.h"
#include "ui/input.h"
#include "ui/loop.h"
#include "ui/term.h"

/* While it is locked, or one is away, nothing that was typed is kept. */
#define WIPED "What was typed is wiped: type it again."

enum { WIDTH = 72, EDGES = 4, ANSWERS = 4, SHOWN = 128, WHAT = 96, LEAST_ROWS = 10,
       CLEAR_SECONDS = 30, THOUSAND = 1000,
       TEXT_LIMIT = 16 << 20 };

struct secret_page {
	struct page page;
	struct screen *screen;
	struct request request;
	struct request *then;		/* what it is done for; or NULL */
	struct job job;			/* runs it, when the key is made that it waits for */
	struct vault_maker *maker;
	struct answer_kept { char name[WHAT]; struct input text; } answers[ANSWERS];
	size_t n;
	char name[WHAT], what[WHAT];	/* what is asked for now */
	struct input input;
	char said[TOAST_MAX];		/* what was wrong; or the question */
	bool question, working, pushed;
	bool wiped;			/* it asks again, and says why */
	char title[WHAT], shown[SHOWN];	/* what is shown once */
	char *revealed, *revealed_name;
	bool copied;
	enum clip_way way;
};

bool secret_page_is(const struct action *action)
{
	size_t i;

	if (action->flags & (ACTION_WRITES | ACTION_WHOLE | ACTION_FILES))
		return false;
	if (action->flags & ACTION_VAULT ||
	    (action->noun && strcmp(action->noun, "vault") == 0 &&
	     !(action->flags & ACTION_ROWS)))
		return true;
	for (i = 0; i < ACTION_PARAMS && action->params[i].name; i++)
		if (action->params[i].type == PARAM_FD)
			return true;
	return false;
}

/* ---- the face of the action --------------------------------------------------------- */

static bool ask(void *ctx, const char *name, const char *what, char *at, size_t most,
		size_t *n, struct error *err)
{
	struct secret_page *self = ctx;
	size_t i;

	for (i = 0; i < self->n; i++) {
		const struct input *text = &self->answers[i].text;

		if (strcmp(self->answers[i].name, name) != 0)
			continue;
		*n = text->n < most ? text->n : most;
		memcpy(at, text->text, *n);
		at[*n] = '\0';
		return true;
	}
	snprintf(self->name, sizeof(self->name), "%s", name);
	snprintf(self->what, sizeof(self->what), "%s", what);
	return error_set(err, ERROR_LOCKED, "ASKED", "%s", what);
}

static bool show(void *ctx, const char *name, const char *title, const char *text,
		 struct error *err)
{
	struct secret_page *self = ctx;

	(void)name;
	(void)err;
	snprintf(self->title, sizeof(self->title), "%s", title);
	snprintf(self->shown, sizeof(self->shown), "%s", text);
	return true;
}

static bool reveal(void *ctx, const char *name, const char *value, size_t n)
{
	struct secret_page *self = ctx;

	(void)n;
	self->revealed = mem_strdup(value);
	self->revealed_name = mem_strdup(name);
	return true;
}

/* Shorter for who says so, as for the lock. */
static int64_t clear_ms(void)
{
	const char *text = getenv("GATEHOUSE_CLEAR_SECONDS");
	long n = text ? strtol(text, NULL, 10) : 0;

	return THOUSAND * (n > 0 && n < CLEAR_SECONDS ? n : CLEAR_SECONDS);
}

static bool copy(void *ctx, const char *name, const char *value, size_t n)
{
	struct secret_page *self = ctx;
	struct screen *screen = self->screen;

	self->way = clip_secret(value, n);
	if (self->way == CLIP_LOST || self->way == CLIP_TOO_LONG)
		return false;
	snprintf(screen->clip.name, sizeof(screen->clip.name), "%s", name);
	screen->clip.known = self->copied = true;
	screen->clip.at = loop_now() + clear_ms();
	return true;
}

/* What it is, by what stands between. */
static const char *copies_to(void)
{
	return clip_through() == CLIP_TMUX ?
		"a buffer of tmux, for all who reach this tmux, and by OSC 52 into the "
		"clipboard of your terminal, which it and what is between can read" :
		"the clipboard of your terminal, by OSC 52: the terminal and all that is "
		"between it and here can read it";
}

static bool make_key(void *ctx, struct kdf *kdf, bool fresh, const char *passphrase, size_t n,
		     unsigned char *key, struct error *err)
{
	struct secret_page *self = ctx;

	return vault_maker_key(self->maker, kdf, fresh, passphrase, n, key, err);
}

/* ---- what comes of it ---------------------------------------------------------------- */

static void forget(struct secret_page *self)
{
	explicit_bzero(self->answers, sizeof(self->answers));
	vault_maker_forget(self->maker);
	self->n = 0;
	input_set(&self->input, "");
	explicit_bzero(self->input.text, sizeof(self->input.text));
}

static void release(struct page *page)
{
	struct secret_page *self = (struct secret_page *)page;

	work_drop(&self->screen->pages->work, &self->job);
	vault_maker_free(self->maker);
	if (self->revealed) {
		explicit_bzero(self->revealed, strlen(self->revealed));
		free(self->revealed);
	}
	free(self->revealed_name);
	request_release(&self->request);
	if (self->then)
		request_release(self->then);
	free(self->then);
	explicit_bzero(self, sizeof(*self));
	free(self);
}

/* Rows that it answers. */
static void show_rows(struct screen *screen, const char *title, const struct result *result)
{
	struct buf text;

	if (!result->n_rows)
		return;
	buf_init(&text, TEXT_LIMIT);
	request_text(result, (size_t)screen->pages->cols, &text);
	text_page_go(screen, title, buf_text(&text));
	buf_release(&text);
}

/* Done: what it said, on the message line; what it showed, on a page of its own. */
static void finish(struct secret_page *self, const struct result *result)
{
	struct screen *screen = self->screen;
	struct pages *pages = screen->pages;
	char *revealed = self->revealed, *name = self->revealed_name;
	const bool copied = self->copied, tmux = self->way == CLIP_TMUX;
	const char *summary = self->request.action->summary;
	struct request *then = self->then;
	const bool to_save = self->request.to_save;
	char title[WHAT], shown[SHOWN];

	self->then = NULL;
	self->revealed = self->revealed_name = NULL;
	memcpy(title, self->title, sizeof(title));
	memcpy(shown, self->shown, sizeof(shown));
	receipt_note(screen, result);
	if (self->pushed)
		pages_pop(pages);		/* frees self */
	else
		release(&self->page);
	screen_aged(screen);
	pages->wake_at = loop_now();	/* it may be open now: for how long */
	if (result->message)
		pages_toast(pages, "%s", result->message);
	show_rows(screen, summary, result);
	if (copied)
		pages_toast(pages, "Copied, not shown: the value of %s is in %s. %s clears it.",
			    screen->clip.name, tmux ? "tmux and the terminal's clipboard" :
			    "the terminal's clipboard (OSC 52)", key_said(CMD_CLEAR));
	if (shown[0]) {
		text_page_go(screen, title, shown);
		explicit_bzero(shown, sizeof(shown));
	}
	if (revealed) {
		reveal_go(screen, name, revealed);
		explicit_bzero(revealed, strlen(revealed));
		free(revealed);
		free(name);
	}
	if (then)
		screen->go = (struct go){ .kind = GO_REQUEST, .request = then };
	else if (to_save)
		screen->go = (struct go){ .kind = GO_SAVE };
}

static void told(void *ctx, bool last);

static bool step(void *ctx)
{
	(void)ctx;
	return false;
}

static bool ready(void *ctx)
{
	const struct secret_page *self = ctx;
	bool new_one;

	return !vault_maker_waits(self->maker, &new_one);
}

/* Run it again: after the frame that says so, and when the key is there. */
static void work(struct secret_page *self)
{
	self->working = true;
	self->screen->pages->dirty = true;
	self->job = (struct job){ .step = step, .told = told, .ready = ready, .ctx = self,
				  .quiet = true };
	work_start(&self->screen->pages->work, &self->job);
}

/* Not done: it waits, it asks, or something is wrong. */
static bool go_on(struct secret_page *self, const struct error *err)
{
	bool asked = strcmp(err->code, "ASKED") == 0;

	self->screen->pages->dirty = true;
	if (strcmp(err->code, "WORKING") == 0) {
		work(self);
		return true;
	}
	self->question = strcmp(err->code, "YES_NEEDED") == 0;
	self->working = false;
	self->said[0] = '\0';
	if (asked && self->wiped)
		snprintf(self->said, sizeof(self->said), WIPED);
	self->wiped = false;
	if (!asked) {
		snprintf(self->said, sizeof(self->said), "%.*s",
			 (int)sizeof(self->said) - 1, err->text);
		if (!self->question)
			forget(self);
	}
	return asked || self->question;
}

static bool run(struct secret_page *self, struct error *err)
{
	const struct secret_face face = { .ask = ask, .show = show, .reveal = reveal,
					  .copy = copy,
					  .copies_to = copies_to(),
					  .copy_known = self->screen->clip.known,
					  .key = make_key, .ctx = self };
	struct request *request = &self->request;
	struct result result;
	bool done;

	error_clear(err);
	request->opts.secrets = &face;
	done = action_run(self->screen->app, request->action, &request->args,
			  &request->opts, &result, err);
	request->opts.secrets = NULL;
	if (done)
		finish(self, &result);
	result_release(&result);
	return done;
}

/* The job is over by then: where it is done, the page is freed. */
static void told(void *ctx, bool last)
{
	struct secret_page *self = ctx;
	struct error err;

	if (last && !run(self, &err) && !go_on(self, &err) && !self->name[0])
		pages_toast(self->screen->pages, "%s", err.text);
}

/* ---- the page ------------------------------------------------------------------------ */

static const char *doing(const struct secret_page *self)
{
	bool new_one = false;

	if (!vault_maker_waits(self->maker, &new_one))
		return "A moment...";
	return new_one ? "Making a key from the passphrase...   Esc back" :
		"Opening the vault...   Esc back";
}

static void draw(struct page *page, struct canvas *canvas)
{
	struct secret_page *self = (struct secret_page *)page;
	const struct hint hints[] = {
		{ self->question ? command_key_name(CMD_YES) : "Enter", self->question ? "do it" : "go on" },
		{ "Esc", "back" }, { NULL, NULL }
	}, *shown = self->working ? hints + 1 : hints;
	int cols = canvas->cols < WIDTH + 4 ? canvas->cols - 2 : WIDTH, text, what, row, col;
	int rows;

	if (canvas->rows < LEAST_ROWS || canvas->cols < 30)
		return;
	what = self->working || self->question ? 1 :
		canvas_wrap_rows(cols - EDGES, self->what);
	text = canvas_wrap_rows(cols - EDGES, self->said) + what + 4;
	rows = text < canvas->rows - 2 ? text : canvas->rows - 2;
	row = (canvas->rows - rows) / 2;
	col = (canvas->cols - cols) / 2;
	chrome_hints(self->screen, canvas, shown);
	canvas_box(canvas, row, col, rows, cols, self->request.action->summary);
	canvas_wrap(canvas, row + 1, col + 2, rows - 4 - what, cols - EDGES, 0, self->said);
	row += rows - 3;
	if (self->working) {
		canvas_text(canvas, row, col + 2, cols - EDGES, STYLE_BOLD,
			    doing(self));
		canvas_cursor(canvas, row, col + 2);
	} else if (self->question) {
		canvas_printf(canvas, row, col + 2, cols - EDGES, STYLE_BOLD,
			      "%sdo it   Esc back", command_key_before(CMD_YES));
		canvas_cursor(canvas, row, col + 2);
	} else {
		canvas_wrap(canvas, row - what, col + 2, what, cols - EDGES, STYLE_BOLD,
			    self->what);
		input_draw(&self->input, canvas, row, col + 2, cols - EDGES, true);
	}
}

static void answer(struct secret_page *self)
{
	struct answer_kept *kept = &self->answers[self->n];

	if (self->n == ANSWERS)
		return;
	memcpy(kept->name, self->name, sizeof(kept->name));
	kept->text = self->input;
	self->n++;
	input_set(&self->input, "");
	explicit_bzero(self->input.text, sizeof(self->input.text));
	work(self);
}

static bool key(struct page *page, struct pages *pages, const struct key *key)
{
	struct secret_page *self = (struct secret_page *)page;

	if (keys_command(key) == CMD_ESC || key->code == KEY_F10) {
		if (self->request.to_save)
			pages_toast(pages, "Not saved: the vault stays locked.");
		pages_pop(pages);	/* what is being made is wiped when it is */
	} else if (self->working) {
		return true;
	} else if (self->question) {
		self->request.opts.yes = key_does(key, CMD_YES);
		if (self->request.opts.yes)
			work(self);
		else if (key->code != KEY_MOUSE)
			screen_unknown(self->screen, key);
	} else if (key->code == KEY_ENTER) {
		if (self->input.n)
			answer(self);
	} else {
		(void)input_key(&self->input, key);
	}
	return true;
}

/* While a key is made of them they are needed: then they go with what becomes of it.
 * Else it asks from its start again. */
static size_t secrets(struct page *page, bool wipe)
{
	struct secret_page *self = (struct secret_page *)page;
	size_t n = self->working ? 0 : self->n + (self->input.n > 0);
	bool again = self->n > 0;

	if (!wipe || !n)
		return n;
	forget(self);
	self->wiped = again;
	if (again)
		work(self);
	else
		snprintf(self->said, sizeof(self->said), WIPED);
	return n;
}

static const struct page_ops ops = {
	.overlay = true, .draw = draw, .key = key, .free = release, .secrets = secrets
};

static bool push(struct screen *screen, struct request *request, struct request *then,
		 struct error *err)
{
	struct secret_page *self = page_new(sizeof(*self), &ops);

	self->screen = screen;
	self->maker = vault_maker_new(term_wake);
	self->then = then;
	self->request = *request;
	self->input.secret = true;
	memset(request, 0, sizeof(*request));
	if (run(self, err))
		return true;
	if (!go_on(self, err)) {
		release(&self->page);
		return false;
	}
	self->pushed = true;
	pages_push(screen->pages, &self->page);
	return true;
}

bool secret_page_push(struct screen *screen, struct request *request,
		       struct error *err)
{
	return push(screen, request, NULL, err);
}

bool secret_page_unlock(struct screen *screen, struct request *request,
			struct error *err)
{
	static const char *const words[] = { "vault", "unlock" };
	struct request unlock = { .n = 0 }, *then;

	request_words(&unlock, words, COUNT_OF(words));
	if (!request_parse(&unlock, screen, err)) {
		request_release(&unlock);
		return false;
	}
	then = mem_alloc(sizeof(*then));
	*then = *request;
	memset(request, 0, sizeof(*request));
	return push(screen, &unlock, then, err);
}
