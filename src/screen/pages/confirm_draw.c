/* confirm_draw.c: the frame of the question before a write. */
#include "screen/pages/confirm_priv.h"

#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "screen/frame/chrome.h"

enum { WIDE = 92, PAD = 2, LOW = 20 };

static const char *confirm_word(const struct confirm *self)
{
	static const struct { const char *verb, *word; } words[] = {
		{ "delete", "Delete" }, { "archive", "Archive" },
		{ "unarchive", "Unarchive" }, { "restore", "Restore" },
		{ "deactivate", "Deactivate" }, { "reactivate", "Reactivate" },
		{ "duplicate", "Duplicate" }, { "import", "Import" }
	};
	size_t i;

	for (i = 0; i < COUNT_OF(words); i++)
		if (strcmp(words[i].verb, self->request.action->verb) == 0)
			return words[i].word;
	return "Do it";
}

bool confirm_ready(const struct confirm *self)
{
	return self->how == CONFIRM_NORMAL ||
		(self->how == CONFIRM_SEVERE &&
		 strcmp(self->typed.text, self->name) == 0);
}

static void draw_button(struct canvas *canvas, struct confirm_button *at,
			int row, int col, const char *text, bool on, bool awake)
{
	*at = (struct confirm_button){ row, col, (int)text_width(text) };
	canvas_text(canvas, row, col, at->cols, on ? STYLE_BOLD | STYLE_REVERSE :
		    awake ? STYLE_BOLD : 0, text);
	if (on)
		canvas_cursor(canvas, row, col + 2);
}

static void draw_buttons(struct confirm *self, struct canvas *canvas, int row,
			 int col, int cols)
{
	const char *word = confirm_word(self);
	bool refused = self->how == CONFIRM_REFUSED;
	const char *cancel = refused ? "[ Close  Esc ]" : "[ Cancel  Esc ]";
	char go[80] = "";
	int gap = 3, n = (int)text_width(cancel), n_go;

	if (self->how == CONFIRM_NORMAL)
		snprintf(go, sizeof(go), "[ y  %s ]", word);
	else if (!refused)
		snprintf(go, sizeof(go), "[ %s ]%s", word, confirm_ready(self) ?
			 "" : " (wakes when the name is typed)");
	n_go = (int)text_width(go);
	if (n + gap + n_go > cols && self->how == CONFIRM_SEVERE) {
		snprintf(go, sizeof(go), "[ %s ]", word);
		n_go = (int)text_width(go);
	}
	col += cells_most(0, (cols - n - (n_go ? gap + n_go : 0)) / 2);
	draw_button(canvas, &self->cancel, row, col, cancel,
		    self->at == AT_CANCEL, true);
	self->go = (struct confirm_button){ 0 };
	if (n_go)
		draw_button(canvas, &self->go, row, col + n + gap, go,
			    self->at == AT_DO, confirm_ready(self));
}

/* Where the name is typed. */
static void draw_name(struct confirm *self, struct canvas *canvas, int row,
		      int col, int cols)
{
	char ask[300];
	int room;

	snprintf(ask, sizeof(ask), "Type %s%s:", self->name, cols < 60 ? "" :
		 " to go on");
	room = cells_least((int)text_width(ask),
			   cells_most(cols * 2 / 3, cols - 24));
	canvas_text(canvas, row, col, room, STYLE_BOLD, ask);
	col += room + 1;
	room = cells_most(4, cols - room - 3);
	canvas_text(canvas, row, col, 1, STYLE_BOLD, "[");
	canvas_text(canvas, row, col + room + 1, 1, STYLE_BOLD, "]");
	input_draw(&self->typed, canvas, row, col + 1, room,
		   self->at == AT_NAME);
}

static const char *way_back(const struct confirm *self)
{
	if (self->screen->app->what_if)
		return "What-if: nothing will be saved before you apply it.";
	if (self->preview.has_plan)
		return "A backup is written first: it is the way back, u is "
			"not.";
	if (self->for_good)
		return "This cannot be undone.";
	return "Undo: u (now) or h history (later).";
}

static void draw_hints(const struct confirm *self, struct canvas *canvas)
{
	struct hint hints[8];
	size_t n = 0;

	if (self->how == CONFIRM_NORMAL)
		hints[n++] = (struct hint){ "y", "do it" };
	else if (self->how == CONFIRM_SEVERE)
		hints[n++] = (struct hint){ "Enter", "do it, once typed" };
	hints[n++] = (struct hint){ "Esc", "back, nothing changes" };
	if (self->how != CONFIRM_REFUSED)
		hints[n++] = (struct hint){ "Tab", "next" };
	if (self->consequence.list)
		hints[n++] = (struct hint){ self->at == AT_NAME ? "F9" : "v",
					    "all changes" };
	hints[n++] = (struct hint){ "arrows", "read on" };
	hints[n++] = HINTS_KEPT;
	hints[n] = (struct hint){ NULL, NULL };
	chrome_hints(self->screen, canvas, hints);
}

void confirm_draw(struct page *page, struct canvas *canvas)
{
	struct confirm *self = (struct confirm *)page;
	bool low = canvas->rows < LOW, severe = self->how == CONFIRM_SEVERE;
	int cols = cells_least(WIDE, canvas->cols), inner = cols - 2 * PAD;
	int col = (canvas->cols - cols) / 2, top = low ? 0 : 2;
	int room = canvas->rows - top - (low ? 1 : 2);
	int below = (self->how != CONFIRM_REFUSED && !low) + severe + 1;
	int wish = consequence_rows(&self->consequence, cols - 2), rows, at;
	struct area area;

	if (canvas->cols < CHROME_COLS || canvas->rows < CHROME_ROWS)
		return;		/* what lies below says so */
	rows = cells_least(room, wish + below + 2);
	canvas_box(canvas, top, col, rows, cols, self->title);
	if (self->for_good && !self->screen->app->what_if)
		canvas_right(canvas, top, col + cols - 2, cols - 4, STYLE_RED |
			     STYLE_BOLD, " cannot be undone ");
	area = (struct area){ top + 1, col + 1, rows - 2 - below, cols - 2 };
	consequence_draw(&self->consequence, canvas, &area, self->at == AT_NAME
			 ? "F9" : "v");
	at = area.row + area.rows;
	if (self->how != CONFIRM_REFUSED && !low)
		canvas_text(canvas, at++, col + PAD, inner, self->for_good &&
			    !self->screen->app->what_if ? STYLE_RED |
			    STYLE_BOLD : 0, way_back(self));
	if (severe)
		draw_name(self, canvas, at++, col + PAD, inner);
	draw_buttons(self, canvas, at, col + PAD, inner);
	if (!low || !self->screen->pages->toast[0])
		draw_hints(self, canvas);
}
