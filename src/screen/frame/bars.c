/* bars.c: see bars.h. */
#include "screen/frame/bars.h"

#include <stdlib.h>

#include "screen/frame/keys.h"

enum { TOP_ROWS = 4, BOTTOM_ROWS = 2 };

static bool covered(const struct screen *screen)
{
	const struct pages *pages = screen->pages;

	return pages->n > 1 && pages->stack[pages->n - 1]->ops->overlay;
}

static bool is_there(const struct clicks *clicks, const struct click *click,
		     enum bars which)
{
	return which == BARS_BOTTOM ? click->row >= clicks->rows - BOTTOM_ROWS :
		click->row < TOP_ROWS && click->row < clicks->rows - BOTTOM_ROWS;
}

/* Of a row, from left to right; the hints are one ring: the lowest line, then what
 * stands in the message line. */
static size_t collect(const struct clicks *clicks, enum bars which, int row,
		      size_t out[CLICKS])
{
	size_t i, n = 0;
	int r = which == BARS_BOTTOM ? clicks->rows - 1 : row;
	int end = which == BARS_BOTTOM ? clicks->rows - BOTTOM_ROWS : row;

	for (; r >= end; r--)
		for (i = 0; i < clicks->n; i++)
			if (clicks->v[i].row == r &&
			    is_there(clicks, &clicks->v[i], which))
				out[n++] = i;
	return n;
}

/* The nearest row of the top with something to press, from this one on. */
static int row_of(const struct clicks *clicks, int from, int by)
{
	size_t i;
	int row;

	for (row = from; row >= 0 && row < TOP_ROWS; row += by)
		for (i = 0; i < clicks->n; i++)
			if (clicks->v[i].row == row &&
			    is_there(clicks, &clicks->v[i], BARS_TOP))
				return row;
	return -1;
}

/* The tab one is on comes first. */
static void to_row(struct screen *screen, int row)
{
	struct clicks *clicks = &screen->clicks;
	size_t at[CLICKS], n = collect(clicks, BARS_TOP, row, at), i;

	clicks->bar.row = row;
	clicks->bar.at = 0;
	for (i = 0; i < n && row == 0; i++)
		if (clicks->v[at[i]].key[0] == (char)('1' + screen->around.at))
			clicks->bar.at = i;
}

bool bars_enter(struct screen *screen, enum bars which)
{
	struct clicks *clicks = &screen->clicks;
	size_t at[CLICKS];
	int row = which == BARS_TOP ? row_of(clicks, TOP_ROWS - 1, -1) :
		clicks->rows - 1;

	if (row < 0 || (which == BARS_TOP && covered(screen)) ||
	    (!collect(clicks, which, row, at) && which == BARS_TOP))
		return false;
	/* A message makes room for what it hides; :messages has it. */
	if (which == BARS_BOTTOM)
		screen->pages->toast[0] = '\0';
	clicks->bar.on = true;
	clicks->bar.bottom = which == BARS_BOTTOM;
	clicks->bar.rows = clicks->rows;
	clicks->bar.page = screen->pages->stack[screen->pages->n - 1];
	if (which == BARS_TOP) {
		to_row(screen, row);
	} else {
		clicks->bar.row = row;
		clicks->bar.at = 0;
	}
	return true;
}

bool bars_leave(struct screen *screen, const struct key *key, bool first, bool last)
{
	if (key->mods)
		return false;
	if (key->code == KEY_UP && first)
		return bars_enter(screen, BARS_TOP);
	return key->code == KEY_DOWN && last && bars_enter(screen, BARS_BOTTOM);
}

bool bars_leave_lines(struct screen *screen, const struct lines *lines,
		      const struct key *key)
{
	return bars_leave(screen, key, lines_ends(lines, -1),
			  lines_ends(lines, 1));
}

bool bars_leave_list(struct screen *screen, const struct list *list,
		     const struct key *key)
{
	return bars_leave(screen, key, list->cursor == 0,
			  list->cursor + 1 >= list->n_shown);
}

bool bars_on(const struct screen *screen)
{
	const struct clicks *clicks = &screen->clicks;
	const struct pages *pages = screen->pages;

	return clicks->bar.on && pages->n &&
		clicks->bar.page == pages->stack[pages->n - 1];
}

/* One row up or down among those on top; false: back to the page. */
static bool climb(struct screen *screen, int by)
{
	struct clicks *clicks = &screen->clicks;
	int row = row_of(clicks, clicks->bar.row + by, by);

	if (row >= 0)
		to_row(screen, row);
	return row >= 0 || by < 0;
}

static void step(struct clicks *clicks, size_t n, int by)
{
	clicks->bar.at = (clicks->bar.at + (by < 0 ? n - 1 : 1)) % n;
}

/* True: it stays there. */
static bool walk(struct screen *screen, const struct key *key, size_t n)
{
	struct clicks *clicks = &screen->clicks;

	switch (key->code) {
	case KEY_LEFT:
	case KEY_BACKTAB:
		step(clicks, n, -1);
		return true;
	case KEY_RIGHT:
	case KEY_TAB:
		step(clicks, n, 1);
		return true;
	case KEY_UP:
		return !clicks->bar.bottom && climb(screen, -1);
	case KEY_DOWN:
		return clicks->bar.bottom || climb(screen, 1);
	default:
		return false;
	}
}

/* A key while the arrows are there, as the key that it means for the page: code
 * KEY_NONE where it was only a step.  False: it is the page's. */
static bool arrow_key(struct screen *screen, const struct key *key,
		      struct key *meant)
{
	struct clicks *clicks = &screen->clicks;
	size_t at[CLICKS], n;

	if (!bars_on(screen) || key->mods || key->code == KEY_MOUSE) {
		clicks->bar.on = false;
		return false;
	}
	n = collect(clicks, clicks->bar.bottom ? BARS_BOTTOM : BARS_TOP,
		    clicks->bar.row, at);
	*meant = (struct key){ .code = KEY_NONE };
	if (n && walk(screen, key, n))
		return true;
	clicks->bar.on = false;
	if (key->code == KEY_UP || key->code == KEY_DOWN ||
	    keys_command(key) == CMD_ESC)
		return true;
	if (!n || key->code != KEY_ENTER)
		return false;
	return key_from_name(clicks->v[at[clicks->bar.at % n]].key, meant);
}

static bool around(struct pages *pages, const struct key *key, struct key *meant)
{
	struct screen *screen = pages->app;

	if (screen->passing && screen->passing == pages->toasts)
		pages->toast[0] = '\0';
	screen->passing = 0;
	screen->slow_esc = key->code == KEY_ESC && getenv("TMUX");
	return arrow_key(screen, key, meant) || (key->code == KEY_MOUSE &&
		clicks_click(&screen->clicks, pages, key, meant));
}

/* Light what the arrows are on; after all else is drawn. */
static void drawn(struct pages *pages, struct canvas *canvas)
{
	struct screen *screen = pages->app;
	struct clicks *clicks = &screen->clicks;
	const struct click *click;
	size_t at[CLICKS], n;

	clicks->rows = canvas->rows;
	if (!bars_on(screen) || clicks->bar.rows != canvas->rows) {
		clicks->bar.on = false;
		return;
	}
	n = collect(clicks, clicks->bar.bottom ? BARS_BOTTOM : BARS_TOP,
		    clicks->bar.row, at);
	clicks->bar.on = n > 0;
	if (!n)
		return;
	click = &clicks->v[at[clicks->bar.at % n]];
	if (click->row == 0 && screen->acted[0])	/* is in reverse itself */
		canvas_invert(canvas, click->row, click->col, click->cols);
	else
		canvas_style(canvas, click->row, click->col, click->cols,
			     STYLE_REVERSE | STYLE_BOLD);
	canvas_cursor(canvas, click->row, click->col);
}

void bars_watch(struct pages *pages)
{
	pages->around = around;
	pages->drawn = drawn;
}
