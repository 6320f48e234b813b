/* worklist_page.c: see worklist_page.h. */
#include "screen/pages/worklist_page.h"

#include <stdlib.h>
#include <string.h>

#include "action/run/run.h"
#include "base/glyph.h"
#include "screen/frame/bars.h"
#include "screen/frame/chrome.h"
#include "screen/frame/copy.h"
#include "screen/preview/receipt.h"

/* Columns of vault worklist. */
enum { ID = 1, NAME, FIELD, LEFT, SINCE, UNTIL, OPENED, DONE, DONE_BY, HOW };
enum { LABEL = 26, DATE = 10, TITLE_LIMIT = 4096 };

struct worklist {
	struct page page;
	struct screen *screen;
	struct request request;
	struct result result;
	struct lines lines;
	bool made;
};

static const char *cell(const struct worklist *self, size_t row, size_t column)
{
	const char *text = self->result.cells[row * self->result.n_columns + column];

	return text ? text : "";
}

static void add(struct worklist *self, size_t row)
{
	const char *opened = cell(self, row, OPENED), *label;
	struct line *line;
	bool done = *cell(self, row, DONE) != '\0';

	label = arena_printf(&self->lines.arena, "[%c] %s%s%s", done ? 'x' : ' ',
			     cell(self, row, NAME), strcmp(cell(self, row, FIELD), "value") ?
			     " " : "", strcmp(cell(self, row, FIELD), "value") ?
			     cell(self, row, FIELD) : "");
	if (done)
		line = lines_pair(&self->lines, LABEL, label, "%s, %.*s by %s",
				  strcmp(cell(self, row, HOW), "ticked") == 0 ? "changed" :
				  "has a new value", DATE, cell(self, row, DONE),
				  cell(self, row, DONE_BY));
	else
		line = lines_pair(&self->lines, LABEL, label, "%s could open it until "
				  "%.*s%s%s%s", cell(self, row, LEFT), DATE,
				  cell(self, row, UNTIL), strcmp(opened, "0") ?
				  "; did: " : "", strcmp(opened, "0") ? opened : "",
				  strcmp(opened, "0") == 0 ? "" :
				  strcmp(opened, "1") ? " times" : " time");
	line->fix = (int)row + 1;	/* the cursor walks on it */
}

static bool make(struct worklist *self, struct error *err)
{
	bool good;
	size_t i;

	result_release(&self->result);
	error_clear(err);
	good = action_run(self->screen->app, self->request.action, &self->request.args,
			  &self->request.opts, &self->result, err);
	lines_clear(&self->lines);
	if (!good)
		return false;
	(void)lines_add(&self->lines, "%s", self->result.message);
	lines_blank(&self->lines);
	for (i = 0; i < self->result.n_rows; i++)
		add(self, i);
	self->made = true;
	return true;
}

static void changed(struct page *page)
{
	((struct worklist *)page)->made = false;
}

static void draw(struct page *page, struct canvas *canvas)
{
	const struct hint hints[] = { chrome_key(CMD_MARK, "changed where it is used"),
		chrome_key(CMD_COPY, "copy"), { "Esc", "close" }, { NULL, NULL } };
	struct worklist *self = (struct worklist *)page;
	struct error err;
	struct area area;
	struct buf title;

	if (!self->made && !make(self, &err))
		(void)lines_add(&self->lines, "%s", err.text);
	buf_init(&title, TITLE_LIMIT);
	buf_printf(&title, "Vault %s Work list", glyph(GLYPH_PATH));
	if (chrome_page(self->screen, canvas, hints, buf_text(&title), "", &area))
		lines_draw(&self->lines, canvas, &area, !bars_on(self->screen));
	buf_release(&title);
}

static void tick(struct worklist *self)
{
	const struct line *line = lines_current(&self->lines);
	const struct action *done = action_find("vault", "done");
	struct options opts = { .yes = true };
	struct args args = { .of = { { NULL, 0 } } };
	struct result result;
	const char *id;
	struct error err;

	if (!line || !line->fix || !done)
		return;
	if (*cell(self, (size_t)line->fix - 1, DONE)) {
		screen_refuse(self->screen, "That is changed already.");
		return;
	}
	id = cell(self, (size_t)line->fix - 1, ID);
	args.of[0] = (struct arg){ &id, 1 };
	error_clear(&err);
	if (action_run(self->screen->app, done, &args, &opts, &result, &err)) {
		receipt_note(self->screen, &result);
		screen_aged(self->screen);
		pages_toast(self->screen->pages, "%s", result.message);
	} else {
		screen_refuse(self->screen, "%s", err.text);
	}
	result_release(&result);
	self->made = false;
	self->screen->pages->dirty = true;
}

static bool key(struct page *page, struct pages *pages, const struct key *key)
{
	struct worklist *self = (struct worklist *)page;
	enum command command = keys_command(key);

	if (copy_command(self->screen, command, "the work list", &self->lines) ||
	    bars_leave_lines(self->screen, &self->lines, key))
		return true;
	if (command == CMD_MARK || command == CMD_OPEN)
		tick(self);
	else if (command == CMD_ESC || command == CMD_QUIT || command == CMD_BACK)
		pages_pop(pages);
	else if (!lines_key(&self->lines, key))
		screen_unknown(self->screen, key);
	return true;
}

static void release(struct page *page)
{
	struct worklist *self = (struct worklist *)page;

	lines_release(&self->lines);
	result_release(&self->result);
	request_release(&self->request);
	free(self);
}

static const struct page_ops ops = {
	.draw = draw, .key = key, .changed = changed, .free = release
};

bool worklist_page_is(const struct action *action)
{
	return action->noun && strcmp(action->noun, "vault") == 0 &&
		strcmp(action->verb, "worklist") == 0;
}

bool worklist_page_push(struct screen *screen, struct request *request,
			struct error *err)
{
	struct worklist *self = page_new(sizeof(*self), &ops);

	self->screen = screen;
	self->request = *request;
	memset(request, 0, sizeof(*request));
	result_init(&self->result);
	if (!make(self, err)) {
		release(&self->page);
		return false;
	}
	pages_push(screen->pages, &self->page);
	return true;
}
