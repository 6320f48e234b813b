/* popup.c: see popup.h. */
#include "ui/popup.h"

#include <stdio.h>

#include "base/glyph.h"
#include "ui/walk.h"

enum { FRAME = 2, SIDES = 4, ROWS_MAX = 200 };

static void scroll(struct popup *popup)
{
	if (popup->at >= popup->n)
		popup->at = popup->n ? popup->n - 1 : 0;
	popup->top = walk_top(popup->top, popup->at, popup->shown, popup->n);
}

static size_t least(size_t a, size_t b)
{
	return a < b ? a : b;
}

/* In the frame: how many entries are out of sight there. */
static void say_more(const struct popup *popup, struct canvas *canvas, int row,
		     enum glyph way, size_t n)
{
	char text[40];

	if (!n)
		return;
	snprintf(text, sizeof(text), " %s %zu more ", glyph(way), n);
	canvas_right(canvas, row, popup->col + popup->cols - 2,
		     popup->cols - SIDES, STYLE_BOLD, text);
}

void popup_draw(struct popup *popup, struct canvas *canvas, int row, int col,
		size_t n, int cells, const char *title, const char *foot,
		int foot_rows)
{
	size_t most = popup->most ? popup->most : ROWS_MAX;
	int around = FRAME + popup->head + foot_rows;
	int rows = (int)(n < most ? n : most) + around;
	int right = popup->right ? cells_least(popup->right, canvas->cols) :
		canvas->cols;

	popup->n = n;
	popup->cols = cells_least(cells + SIDES, right);
	popup->rows = cells_least(rows, canvas->rows);
	popup->row = cells_least(row, canvas->rows - popup->rows);
	popup->col = cells_least(col, right - popup->cols);
	popup->row = popup->row < 0 ? 0 : popup->row;
	popup->col = popup->col < 0 ? 0 : popup->col;
	popup->shown = popup->rows > around ? (size_t)(popup->rows - around) : 0;
	scroll(popup);
	canvas_box(canvas, popup->row, popup->col, popup->rows, popup->cols,
		   title);
	canvas_wrap(canvas, popup->row + popup->rows - 1 - foot_rows,
		    popup->col + 2, foot_rows, popup->cols - SIDES, 0, foot);
	say_more(popup, canvas, popup->row + popup->rows - 1, GLYPH_MORE_BELOW,
		 popup->n - least(popup->n, popup->top + popup->shown));
	say_more(popup, canvas, popup->row, GLYPH_MORE_ABOVE, popup->top);
}

bool popup_place(const struct popup *popup, size_t entry, int *row, int *col,
		 int *cols)
{
	if (entry < popup->top || entry >= popup->top + popup->shown ||
	    entry >= popup->n)
		return false;
	*row = popup->row + 1 + popup->head + (int)(entry - popup->top);
	*col = popup->col + 2;
	*cols = popup->cols - SIDES;
	return true;
}

static void move(struct popup *popup, long by)
{
	size_t n = (size_t)(by < 0 ? -by : by);

	if (by < 0)
		popup->at -= n < popup->at ? n : popup->at;
	else
		popup->at += n;
	scroll(popup);
}

static enum popup_answer click(struct popup *popup, const struct key *key)
{
	int row = key->row - popup->row, col = key->col - popup->col;
	size_t entry;

	if (walk_wheel(key)) {
		move(popup, walk_wheel(key));
		return POPUP_USED;
	}
	/* The second press of two was not meant for what the first one opened. */
	if (key->release || key->button != 0 || key->twice)
		return POPUP_USED;
	if (row < 0 || row >= popup->rows || col < 0 || col >= popup->cols)
		return POPUP_CLOSE;
	row -= 1 + popup->head;
	if (row < 0 || (size_t)row >= popup->shown)
		return POPUP_USED;
	entry = popup->top + (size_t)row;
	if (entry >= popup->n)
		return POPUP_USED;
	popup->at = entry;
	return POPUP_TAKE;
}

enum popup_answer popup_key(struct popup *popup, const struct key *key)
{
	long by = walk_key(key, popup->shown > 1 ? (long)popup->shown - 1 : 1);

	if (key->code == KEY_MOUSE)
		return click(popup, key);
	if (key->code == KEY_ENTER && !key->mods)
		return popup->n ? POPUP_TAKE : POPUP_USED;
	if (!by)
		return POPUP_NONE;
	move(popup, by);
	return POPUP_USED;
}
