/* choose.c: see choose.h. */
#include "screen/pages/choose.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/glyph.h"
#include "base/text.h"
#include "screen/frame/chrome.h"
#include "screen/frame/finder.h"
#include "screen/frame/request.h"
#include "screen/frame/verb.h"
#include "ui/input.h"

enum { WIDE = 76, SIDES = 4, FRAME = 2, GAP = 2, COUNT = 8 };

struct choose {
	struct page page;
	struct screen *screen;
	struct choice choice;
	struct finder finder;
	struct input input;
	struct form_found found;
	size_t at;
};

static void search(struct choose *self)
{
	finder_search(&self->finder, self->input.text, &self->found);
	self->at = self->at < self->found.n ? self->at : 0;
}

static const char *greyed(void *ctx, const struct thing *thing)
{
	struct choose *self = ctx;
	const struct action *action = self->choice.go.action;

	if (self->choice.greyed)
		return self->choice.greyed(self->screen, thing);
	return verb_fits(self->screen->app, action, thing) ? NULL :
		"not for this one";
}

/* The column of names: as wide as the widest, so that what is beside stays readable. */
static int name_cols(const struct choose *self, int most)
{
	int widest = 8, wide;
	size_t i;

	for (i = 0; i < self->found.n; i++) {
		wide = (int)text_width(self->found.v[i].text);
		widest = cells_most(widest, wide);
	}
	return cells_least(widest, most);
}

static void draw_found(const struct choose *self, struct canvas *canvas, int row,
		       int col, int cols, int rows)
{
	int name = name_cols(self, cols * 3 / 5), at = col + 1 + name + GAP;
	char text[400];
	size_t i;

	for (i = 0; i < self->found.n && (int)i < rows; i++, row++) {
		canvas_text(canvas, row, col + 1, name, 0, self->found.v[i].text);
		if (i == self->at)
			canvas_focus(canvas, row, col, name, true);
		snprintf(text, sizeof(text), "%s%s", self->found.v[i].greyed ?
			 "not: " : "", self->found.v[i].greyed ?
			 self->found.v[i].greyed : self->found.v[i].detail);
		canvas_text(canvas, row, at, col + cols - at, 0, text);
	}
	if (!self->found.n)
		canvas_text(canvas, row, col + 1, cols - 1, 0,
			    "no match: Backspace edits");
}

static void draw_frame(const struct choose *self, struct canvas *canvas,
		       const struct area *area)
{
	size_t shown = (size_t)cells_most(0, area->rows - FRAME - 1);
	char text[60];

	canvas_box(canvas, area->row, area->col, area->rows, area->cols,
		   self->choice.title);
	shown = shown < self->found.n ? shown : self->found.n;
	if (self->found.total <= shown)
		return;
	snprintf(text, sizeof(text), " %s %zu more: type on ",
		 glyph(GLYPH_MORE_BELOW), self->found.total - shown);
	canvas_right(canvas, area->row + area->rows - 1,
		     area->col + area->cols - 2, area->cols - SIDES, STYLE_BOLD,
		     text);
}

static void draw(struct page *page, struct canvas *canvas)
{
	static const struct hint hints[] = {
		{ "Enter", "this one" }, { "letters", "find" },
		{ "arrows", "move" }, { "Esc", "back" }, { NULL, NULL }
	};
	struct choose *self = (struct choose *)page;
	const char *label = self->choice.label;
	int cols = cells_least(canvas->cols, WIDE), inner = cols - SIDES;
	int row = canvas->rows < 20 ? 0 : 2, col = (canvas->cols - cols) / 2;
	int rows = cells_least(FORM_FOUND + FRAME + 1, canvas->rows - row - 1);
	int typed = (int)text_width(label) + GAP;

	if (canvas->cols < CHROME_COLS || canvas->rows < CHROME_ROWS)
		return;
	draw_frame(self, canvas, &(struct area){ row, col, rows, cols });
	canvas_text(canvas, row + 1, col + 2, inner, STYLE_BOLD, label);
	canvas_printf(canvas, row + 1, col + 2 + inner - COUNT, COUNT, 0, "%*zu",
		      COUNT, self->found.total);
	draw_found(self, canvas, row + 2, col + 1, cols - FRAME - 1,
		   rows - FRAME - 1);
	if (canvas->rows >= 20 || !self->screen->pages->toast[0])
		chrome_hints(self->screen, canvas, hints);
	input_draw(&self->input, canvas, row + 1, col + 2 + typed,
		   inner - typed - COUNT - 1, true);
}

static void enter(struct choose *self, struct pages *pages)
{
	struct go go = self->choice.go;
	const char *why;

	if (self->at >= self->found.n ||
	    !finder_thing(self->found.v[self->at].id, &go.thing))
		return;
	why = self->found.v[self->at].greyed;
	if (why) {
		screen_refuse(self->screen, "%s: %s.",
			      self->found.v[self->at].text, why);
		return;
	}
	if (self->choice.request) {
		struct request *request = self->choice.request;

		request->word[self->choice.slot] = arena_strdup(&request->arena, go.thing.id);
		go = (struct go){ .kind = GO_REQUEST, .request = request };
		self->choice.request = NULL;
	}
	self->screen->go = go;
	pages_pop(pages);	/* frees self */
}

static bool key(struct page *page, struct pages *pages, const struct key *key)
{
	struct choose *self = (struct choose *)page;
	enum command command = keys_command(key);

	if (command == CMD_ESC || key->code == KEY_F10) {
		pages_pop(pages);
	} else if (key->code == KEY_ENTER) {
		enter(self, pages);
	} else if (key->code == KEY_UP || key->code == KEY_BACKTAB) {
		self->at -= self->at > 0;
	} else if (key->code == KEY_DOWN || key->code == KEY_TAB) {
		self->at += self->at + 1 < self->found.n;
	} else if (input_key(&self->input, key)) {
		self->at = 0;
		search(self);
	}
	return true;
}

static void changed(struct page *page)
{
	search((struct choose *)page);
}

static void release(struct page *page)
{
	struct choose *self = (struct choose *)page;

	finder_release(&self->finder);
	if (self->choice.request)
		request_release(self->choice.request);
	free(self->choice.request);
	free(self);
}

static const struct page_ops ops = {
	.overlay = true, .draw = draw, .key = key, .changed = changed,
	.free = release
};

static struct choose *make(struct screen *screen, const struct choice *choice)
{
	struct choose *self = page_new(sizeof(*self), &ops);

	self->screen = screen;
	self->choice = *choice;
	self->finder = (struct finder){ .screen = screen, .gone_too = true,
		.greyed = greyed, .ctx = self, .what = choice->what };
	return self;
}

void choose_push(struct screen *screen, const struct action *action)
{
	const struct param *param = &action->params[0];
	struct choose *self = make(screen, &(struct choice){
		.title = action->summary, .label = param->label,
		.what = param->type == PARAM_PROJECT ? FIND_PROJECTS :
			param->type == PARAM_USER ? FIND_USERS :
			param->type == PARAM_GROUP ? FIND_GROUPS :
			param->type == PARAM_PROVIDER ? FIND_PROVIDERS :
			param->type == PARAM_TOKEN ? FIND_TOKENS : FIND_ASSETS,
		.go = { .kind = GO_VERB_ON, .action = action } });

	if (param->type == PARAM_ASSET)
		self->finder.noun = action->noun;
	search(self);
	pages_push(screen->pages, &self->page);
}

void choose_one_push(struct screen *screen, const struct choice *choice)
{
	struct choose *self = make(screen, choice);

	search(self);
	pages_push(screen->pages, &self->page);
}

void choose_one_go(struct screen *screen, const struct choice *choice)
{
	struct choose *self = make(screen, choice);

	search(self);
	screen_go_page(screen, &self->page);
}
