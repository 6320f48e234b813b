/* choose.c: see choose.h. */
#include "screen/pages/choose.h"

#include <stdlib.h>

#include "screen/frame/chrome.h"
#include "screen/frame/finder.h"
#include "screen/frame/verb.h"
#include "ui/input.h"

struct choose {
	struct page page;
	struct screen *screen;
	const struct action *action;
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

	return verb_fits(self->screen->app, self->action, thing) ? NULL :
		"not for this one";
}

static void draw(struct page *page, struct canvas *canvas)
{
	static const struct hint hints[] = {
		{ "Enter", "this one" }, { "arrows", "move" },
		{ "Esc", "back" }, { NULL, NULL }
	};
	struct choose *self = (struct choose *)page;
	int cols = canvas->cols < 76 ? canvas->cols : 76, rows = FORM_FOUND + 5;
	int row = canvas->rows < 20 ? 0 : 2, col = (canvas->cols - cols) / 2;
	size_t i;

	if (canvas->cols < CHROME_COLS || canvas->rows < CHROME_ROWS)
		return;
	if (rows > canvas->rows - row - 1)
		rows = canvas->rows - row - 1;
	canvas_box(canvas, row, col, rows, cols, self->action->summary);
	canvas_printf(canvas, row + 1, col + 2, cols - 4, STYLE_BOLD, "%s:",
		      self->action->params[0].label);
	for (i = 0; i < self->found.n && (int)i < rows - 4; i++) {
		int at = row + 2 + (int)i;

		canvas_text(canvas, at, col + 4, cols / 2 - 5, 0,
			    self->found.v[i].text);
		if (i == self->at)
			canvas_focus(canvas, at, col + 2, cols / 2 - 4, true);
		canvas_text(canvas, at, col + cols / 2, cols / 2 - 2, 0,
			    self->found.v[i].greyed ? self->found.v[i].greyed :
			    self->found.v[i].detail);
	}
	canvas_printf(canvas, row + rows - 2, col + 2, cols - 4, 0,
		      self->found.total ? "%zu found; more letters narrow it." :
		      "Nothing is called so.", self->found.total);
	if (canvas->rows >= 20 || !self->screen->pages->toast[0])
		chrome_hints(self->screen, canvas, hints);
	input_draw(&self->input, canvas, row + 1, col + 12, cols - 14, true);
}

static void enter(struct choose *self, struct pages *pages)
{
	struct go go = { .kind = GO_VERB_ON, .action = self->action };

	if (self->at >= self->found.n || self->found.v[self->at].greyed ||
	    !finder_thing(self->found.v[self->at].id, &go.thing))
		return;
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
	finder_release(&((struct choose *)page)->finder);
	free(page);
}

static const struct page_ops ops = {
	.overlay = true, .draw = draw, .key = key, .changed = changed,
	.free = release
};

void choose_push(struct screen *screen, const struct action *action)
{
	struct choose *self = page_new(sizeof(*self), &ops);
	const struct param *param = &action->params[0];

	self->screen = screen;
	self->action = action;
	self->finder = (struct finder){ .screen = screen, .gone_too = true,
		.greyed = greyed, .ctx = self,
		.what = param->type == PARAM_PROJECT ? FIND_PROJECTS :
			param->type == PARAM_USER ? FIND_USERS :
			param->type == PARAM_GROUP ? FIND_GROUPS : FIND_ASSETS };
	if (param->type == PARAM_ASSET)
		self->finder.noun = action->noun;
	search(self);
	pages_push(screen->pages, &self->page);
}
