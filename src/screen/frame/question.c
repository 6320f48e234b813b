/* question.c: see question.h. */
#include "screen/frame/question.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "screen/frame/chrome.h"
#include "ui/input.h"

enum { WIDTH = 66, EDGES = 4 };

struct asking {
	struct page page;
	struct screen *screen;
	char *title, *text, *yes, *type;
	void (*run)(struct screen *screen);
	struct input typed;
};

static void draw(struct page *page, struct canvas *canvas)
{
	struct asking *self = (struct asking *)page;
	const struct hint hints[] = {
		{ self->type ? "Enter" : command_key_name(CMD_YES), self->type ? "do it, once typed" :
		  self->yes }, { "Esc", "back" }, HINTS_KEPT, { NULL, NULL }
	};
	int cols = canvas->cols < WIDTH + 4 ? canvas->cols - 2 : WIDTH;
	int text = canvas_wrap_rows(cols - EDGES, self->text);
	int rows = text + (self->type ? 5 : 4), row, col;

	if (canvas->rows < 8 || canvas->cols < 30)
		return;
	rows = rows < canvas->rows - 2 ? rows : canvas->rows - 2;
	row = (canvas->rows - rows) / 2;
	col = (canvas->cols - cols) / 2;
	chrome_hints(self->screen, canvas, hints);
	canvas_box(canvas, row, col, rows, cols, self->title);
	canvas_wrap(canvas, row + 1, col + 2, rows - 3, cols - EDGES, 0,
		    self->text);
	row += rows - 2;
	if (self->type) {
		canvas_printf(canvas, row - 1, col + 2, cols - EDGES,
			      STYLE_BOLD, "Type %s and Enter to %s; Esc back",
			      self->type, self->yes);
		input_draw(&self->typed, canvas, row, col + 2, cols - EDGES,
			   true);
		return;
	}
	canvas_printf(canvas, row, col + 2, cols - EDGES, STYLE_BOLD,
		      "%s %s   Esc back", command_key_name(CMD_YES), self->yes);
	canvas_cursor(canvas, row, col + 2);
}

static void answer(struct asking *self, struct pages *pages)
{
	void (*run)(struct screen *screen) = self->run;
	struct screen *screen = self->screen;

	pages_pop(pages);		/* frees self */
	run(screen);
}

static bool key(struct page *page, struct pages *pages, const struct key *key)
{
	struct asking *self = (struct asking *)page;
	enum command command = keys_command(key);

	if (command == CMD_ESC || key->code == KEY_F10 ||
	    (!self->type && (command == CMD_QUIT || key_does(key, CMD_NO)))) {
		pages_pop(pages);
		return true;
	}
	if (!self->type) {
		if (key_does(key, CMD_YES))
			answer(self, pages);
		else if (key->code != KEY_MOUSE)
			screen_unknown(self->screen, key);
	} else if (key->code == KEY_ENTER) {
		if (strcmp(self->typed.text, self->type) == 0)
			answer(self, pages);
	} else if (key->code == KEY_PASTE) {
		pages_toast(pages, "Type it: a paste does not count.");
	} else {
		(void)input_key(&self->typed, key);
	}
	return true;
}

static void release(struct page *page)
{
	struct asking *self = (struct asking *)page;

	free(self->title);
	free(self->text);
	free(self->yes);
	free(self->type);
	free(self);
}

static const struct page_ops ops = {
	.overlay = true, .draw = draw, .key = key, .free = release
};

void ask_go(struct screen *screen, const struct ask *ask)
{
	struct asking *self = page_new(sizeof(*self), &ops);

	self->screen = screen;
	self->title = mem_strdup(ask->title);
	self->text = mem_strdup(ask->text);
	self->yes = mem_strdup(ask->yes);
	self->type = ask->type ? mem_strdup(ask->type) : NULL;
	self->run = ask->run;
	screen_go_page(screen, &self->page);
}
