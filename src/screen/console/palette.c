/* palette.c: the palette's page: the line, the entries, running them. */
#include "screen/console/palette.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/mem.h"
#include "screen/console/palette_priv.h"
#include "screen/frame/chrome.h"
#include "screen/frame/request.h"
#include "ui/walk.h"

enum { LINE_MAX_BYTES = 2048 };

static void draw_entry(const struct palette *self, struct canvas *canvas,
		       int row, int col, int cols, size_t i)
{
	const struct entry *entry = &self->entry[i];
	bool on = i == self->cursor;
	int title = cols >= 90 ? cols * 55 / 100 : cols * 58 / 100;
	int key = 10;

	if (entry->kind == ENTRY_HEAD) {
		canvas_text(canvas, row, col, cols, STYLE_BOLD | STYLE_UNDERLINE,
			    entry->title);
		return;
	}
	if (entry->kind == ENTRY_RUN) {
		canvas_text(canvas, row, col + 2, cols - 3, 0, entry->title);
		if (on)
			canvas_focus(canvas, row, col, cols - 2, true);
		return;
	}
	canvas_text(canvas, row, col + 2, title - 3, 0, entry->title);
	canvas_text(canvas, row, col + title, key - 1, STYLE_BOLD,
		    entry->key);
	canvas_text(canvas, row, col + title + key, cols - title - key, 0,
		    entry->note);
	if (on)
		canvas_focus(canvas, row, col, title - 2, true);
}

static void draw_foot(const struct palette *self, struct canvas *canvas,
		      int row, int col, int cols)
{
	const struct entry *entry = self->cursor < self->n ?
		&self->entry[self->cursor] : NULL;
	char text[400];

	if (self->error[0])
		snprintf(text, sizeof(text), "%s", self->error);
	else if (!self->n)
		snprintf(text, sizeof(text), "Nothing is called so. Backspace "
			 "edits, Esc back.");
	else if (entry && entry->greyed)
		snprintf(text, sizeof(text), "%s", entry->note);
	else if (entry && entry->kind == ENTRY_RUN)
		snprintf(text, sizeof(text), "Enter %s. Esc back.",
			 entry->note);
	else
		snprintf(text, sizeof(text), "%zu found. More words narrow it; "
			 "arguments may follow a command. Enter runs, Tab "
			 "completes, Esc back.", self->matches);
	canvas_text(canvas, row, col, cols, self->error[0] ?
		    STYLE_RED | STYLE_BOLD : 0, text);
}

static void draw(struct page *page, struct canvas *canvas)
{
	static const struct hint hints[] = {
		{ "Enter", "run" }, { "Up Down", "choose" },
		{ "Tab", "complete" }, { "Esc", "back" }, HINTS_KEPT,
		{ NULL, NULL }
	};
	struct palette *self = (struct palette *)page;
	int cols = canvas->cols <= 120 ? canvas->cols : 116;
	int rows = canvas->rows - 3, col = (canvas->cols - cols) / 2, row = 1;
	size_t i, shown;

	if (canvas->cols < 30 || canvas->rows < 8)
		return;
	canvas_box(canvas, row, col, rows, cols, self->help ?
		   "Keys and help" : "Palette");
	canvas_text(canvas, row + 1, col + 2, 1, STYLE_BOLD, ":");
	shown = (size_t)rows - 5;
	if (self->cursor < self->top)
		self->top = self->cursor;
	if (self->cursor >= self->top + shown)
		self->top = self->cursor - shown + 1;
	/* The heading above the first entry stays in sight. */
	if (self->top == 1 && self->entry[0].kind == ENTRY_HEAD)
		self->top = self->cursor < shown ? 0 : 1;
	self->drawn = (struct area){ row + 3, col, (int)shown, cols };
	for (i = self->top; i < self->n && i < self->top + shown; i++)
		draw_entry(self, canvas, row + 3 + (int)(i - self->top),
			   col + 2, cols - 4, i);
	chrome_hints(self->screen, canvas, hints);
	draw_foot(self, canvas, row + rows - 2, col + 2, cols - 4);
	input_draw(&self->input, canvas, row + 1, col + 4, cols - 6, true);
}

/* Run what stands in the line. */
static void run_line(struct palette *self)
{
	struct request *request = mem_alloc(sizeof(*request));
	struct error err;

	error_clear(&err);
	self->screen->go = (struct go){ .kind = GO_REQUEST, .request = request };
	if (!request_split(request, self->input.text, &err)) {
		request_release(request);
		free(request);
		self->screen->go.kind = GO_NOTHING;
		(void)palette_refuse(self->screen, &err);
	}
}

static void begin(struct palette *self, const struct action *action)
{
	self->screen->go = (struct go){ .kind = GO_VERB, .thing = self->focus,
					.action = action };
}

/* Only the words of the action stand in the line. */
static bool is_bare(const struct palette *self, const struct action *action)
{
	char noun[64] = "", verb[64] = "", more[2] = "";
	int n = sscanf(self->input.text, " %63s %63s %1s", noun, verb, more);

	return n == (action->noun ? 2 : 1);
}

static void enter(struct palette *self)
{
	struct screen *screen = self->screen;
	struct entry entry;

	if (self->cursor >= self->n)
		return;
	entry = self->entry[self->cursor];
	if (entry.greyed) {
		snprintf(self->error, sizeof(self->error), "%s", entry.note);
		return;
	}
	switch (entry.kind) {
	case ENTRY_RUN:
		if ((entry.action->flags & ACTION_WRITES) &&
		    is_bare(self, entry.action))
			begin(self, entry.action);
		else
			run_line(self);
		break;
	case ENTRY_ACTION:
		begin(self, entry.action);
		break;
	case ENTRY_COMMAND:
		screen->go = (struct go){ .kind = GO_COMMAND,
					  .command = entry.command };
		pages_to_base(screen->pages);
		break;
	case ENTRY_GO:
		screen->go = (struct go){ .kind = GO_ROW, .thing = entry.thing };
		pages_to_base(screen->pages);
		break;
	default:
		break;
	}
}

static void complete(struct palette *self)
{
	const struct entry *entry = self->cursor < self->n ?
		&self->entry[self->cursor] : NULL;
	struct buf line;

	if (!entry || entry->kind != ENTRY_ACTION)
		return;
	buf_init(&line, LINE_MAX_BYTES);
	(void)palette_start(self->screen, entry->action, &self->focus, &line);
	input_set(&self->input, buf_text(&line));
	buf_release(&line);
	palette_fill(self);
}

static void step(struct palette *self, int by, size_t times)
{
	size_t i = self->cursor;

	while (times && (by < 0 ? i > 0 : i + 1 < self->n)) {
		i = by < 0 ? i - 1 : i + 1;
		if (self->entry[i].kind != ENTRY_HEAD) {
			self->cursor = i;
			times--;
		}
	}
}

/* A click on an entry runs it, one outside closes. */
static void mouse(struct palette *self, const struct key *key)
{
	const struct area *at = &self->drawn;
	int row = key->row - at->row, col = key->col - at->col;
	size_t i = self->top + (size_t)(row < 0 ? 0 : row);

	if (walk_wheel(key)) {
		step(self, walk_wheel(key), 3);
	} else if (key->button != 0 || key->release) {
		return;
	} else if (row >= 0 && row < at->rows && col >= 0 && col < at->cols &&
		   i < self->n) {
		if (self->entry[i].kind == ENTRY_HEAD)
			return;
		self->cursor = i;
		enter(self);
	} else if (col < 0 || col >= at->cols || row < -3 || row > at->rows + 1) {
		pages_pop(self->screen->pages);
	}
}

static bool key(struct page *page, struct pages *pages, const struct key *key)
{
	struct palette *self = (struct palette *)page;

	pages->dirty = true;
	if (keys_command(key) == CMD_ESC || key->code == KEY_F10 ||
	    (key->code == KEY_BACKSPACE && !self->input.n)) {
		pages_pop(pages);
		return true;
	}
	switch (key->code) {
	case KEY_MOUSE:
		mouse(self, key);
		break;
	case KEY_UP:
		step(self, -1, 1);
		break;
	case KEY_DOWN:
		step(self, 1, 1);
		break;
	case KEY_PGUP:
		step(self, -1, 10);
		break;
	case KEY_PGDN:
		step(self, 1, 10);
		break;
	case KEY_ENTER:
		enter(self);
		break;
	case KEY_TAB:
		complete(self);
		break;
	default:
		if (input_key(&self->input, key)) {
			self->error[0] = '\0';
			palette_fill(self);
		}
		break;
	}
	return true;
}

static void changed(struct page *page)
{
	palette_fill((struct palette *)page);
}

static void release(struct page *page)
{
	struct palette *self = (struct palette *)page;

	arena_release(&self->arena);
	free(self->entry);
	free(self);
}

static const struct page_ops ops = {
	.overlay = true, .draw = draw, .key = key, .changed = changed,
	.free = release
};

static struct palette *push(struct screen *screen, const struct thing *focus,
			    const char *text, bool help)
{
	struct palette *self = page_new(sizeof(*self), &ops);

	self->screen = screen;
	self->focus = *focus;
	self->help = help;
	input_set(&self->input, text);
	palette_fill(self);
	pages_push(screen->pages, &self->page);
	return self;
}

void palette_push(struct screen *screen, const struct thing *focus,
		  const char *text)
{
	(void)push(screen, focus, text, false);
}

void palette_push_help(struct screen *screen, const struct thing *focus)
{
	(void)push(screen, focus, "", true);
}

static struct palette *palette_at(const struct pages *pages, int place)
{
	struct page *page = place > 0 && place < PAGES_MAX ?
		pages->stack[place] : NULL;

	return page && page->ops == &ops ? (struct palette *)page : NULL;
}

bool palette_refuse(struct screen *screen, const struct error *err)
{
	struct palette *self = palette_at(screen->pages, screen->pages->n - 1);
	struct buf text;

	if (!self)
		return false;
	buf_init(&text, sizeof(self->error) - 1);
	request_error(err, &text);
	snprintf(self->error, sizeof(self->error), "%s", buf_text(&text));
	buf_release(&text);
	screen->pages->dirty = true;
	return true;
}

void palette_offer(struct screen *screen, const struct thing *focus,
		   const char *text)
{
	struct palette *self = palette_at(screen->pages, screen->pages->n - 1);

	if (!self)
		self = push(screen, focus, "", false);
	self->help = false;
	self->error[0] = '\0';
	input_set(&self->input, text);
	palette_fill(self);
}

void palette_leave(struct screen *screen)
{
	struct pages *pages = screen->pages;
	struct page *top = pages->stack[pages->n - 1];

	if (!palette_at(pages, pages->n - 2))
		return;
	pages->stack[pages->n - 1] = pages->stack[pages->n - 2];
	pages->stack[pages->n - 2] = top;
	pages_pop(pages);
}
