/* consequence_draw.c: what a change would do, below what is typed or beside it. */
#include "screen/preview/consequence_priv.h"

#include <stdio.h>

#include "base/text.h"
#include "screen/frame/chrome.h"

enum {
	VERDICT_MOST = 3,	/* rows */
	ROWS_LEAST = 4,		/* titles and people, whatever is explained */
	ROWS_USUAL = 6,		/* kept free: what stands below does not jump */
	TITLE_EDGES = 6, LIST_EDGES = 16,	/* of the rule, with the key of the list */
	RULED_FROM = 6,		/* a rule without words is left out before rows are */
	THREE_FROM = 98, EXPLAINED_LEAST = 36	/* cells of a third pane */
};

static struct area below(const struct area *area, int rows)
{
	return (struct area){ area->row + rows, area->col, area->rows - rows,
			      area->cols };
}

/* The rows, and who is not among them; returns the rows taken. */
static int draw_rows(struct consequence *self, struct canvas *canvas,
		     const struct area *area, bool titles)
{
	int rest = *self->rest && area->rows > (int)self->n + titles;
	int rows = cells_least((int)self->n + titles, area->rows - rest);

	self->drawn = (struct area){ area->row, area->col, 0, area->cols };
	if (!self->n || rows < 1)
		return 0;
	consequence_columns(self, area->cols, titles);
	self->rows.bare = !titles;
	self->drawn.rows = rows;
	list_draw(&self->rows, canvas, area->row, area->col, rows, area->cols,
		  self->zone == CONSEQUENCE_ROWS);
	if (rest)
		canvas_text(canvas, area->row + rows, area->col + 3,
			    area->cols - 4, 0, self->rest);
	return rows + rest;
}

/* What is said above the rows; where there are none it has all the room. */
static int draw_lines(struct consequence *self, struct canvas *canvas,
		      const struct area *area, int least)
{
	struct area at = *area;
	int wish = lines_rows(&self->lines, area->cols);

	at.rows = cells_least(wish, self->n ? cells_most(1, area->rows - least) :
			      area->rows);
	self->lines.drawn = (struct area){ area->row, area->col, 0, area->cols };
	if (!self->lines.n || at.rows < 1)
		return 0;
	lines_draw(&self->lines, canvas, &at, self->zone == CONSEQUENCE_ROWS &&
		   !self->n);
	return at.rows;
}

static void draw_explained(struct consequence *self, struct canvas *canvas,
			   const struct area *area)
{
	self->explained.drawn = (struct area){ area->row, area->col, 0,
					       area->cols };
	if (area->rows > 0 && self->explained.n)
		lines_draw(&self->explained, canvas, area,
			   self->zone == CONSEQUENCE_WAYS);
}

/* ---- below what is typed ---------------------------------------------------------------- */

/* Rows of what the row in focus needs: the ways always, a sentence while the keys are
 * here. */
static int explained_rows(struct consequence *self, int cols)
{
	consequence_explain(self);
	if (!self->n_ways && self->zone == CONSEQUENCE_AWAY)
		return 0;
	return lines_rows(&self->explained, cols);
}

/* On the rule; else the verdict has lines of its own, for it is never cut. */
static bool title_fits(const struct consequence *self, int cols)
{
	return (int)text_width(self->title) <= cols - (self->list ? LIST_EDGES :
						       TITLE_EDGES);
}

int consequence_rows(struct consequence *self, int cols)
{
	int title = title_fits(self, cols) ? 0 : cells_least(VERDICT_MOST,
		canvas_wrap_rows(cols - 4, self->title));

	return 1 + title + lines_rows(&self->lines, cols - 1) + (int)self->n +
		(*self->rest != '\0') + explained_rows(self, cols - 1);
}

/* Of those that say something; of others one. */
static int rows_least(const struct consequence *self)
{
	int n = 0;

	while (n < 3 && n < (int)self->n && self->v[n].mark < CONSEQUENCE_SAME)
		n++;
	return cells_most(n, self->n ? 1 : 0);
}

bool consequence_ruled(const struct consequence *self, const struct area *area)
{
	return area->rows > 0 && (area->rows >= RULED_FROM ||
				  title_fits(self, area->cols));
}

void consequence_draw(struct consequence *self, struct canvas *canvas,
		      const struct area *area, const char *full)
{
	bool ruled = consequence_ruled(self, area);
	struct area rest = below(area, ruled), rows;
	char right[48] = "";
	int explained = explained_rows(self, area->cols - 1), least;
	bool fits = title_fits(self, area->cols);

	if (area->rows < 1)
		return;
	rest.cols--;			/* a margin to the frame */
	if (self->list)
		snprintf(right, sizeof(right), "%s all", full);
	if (ruled)
		chrome_rule(canvas, area->row, area->col, area->cols, fits ?
			    self->title : "", right, STYLE_BOLD);
	if (!fits)
		rest = below(&rest, canvas_wrap(canvas, rest.row, rest.col + 2,
			cells_least(VERDICT_MOST, rest.rows), rest.cols - 3,
			STYLE_BOLD, self->title));
	least = self->zone == CONSEQUENCE_WAYS ? 0 : rows_least(self);
	rest = below(&rest, draw_lines(self, canvas, &rest, least));
	explained = cells_most(0, cells_least(explained, rest.rows - least));
	rows = rest;
	rows.rows -= explained;
	rest = below(&rest, draw_rows(self, canvas, &rows, false));
	rest.rows = explained;
	draw_explained(self, canvas, &rest);
}

/* ---- beside it ---------------------------------------------------------------------------- */

static int draw_verdict(struct consequence *self, struct canvas *canvas,
			const struct area *area)
{
	int rows = cells_least(VERDICT_MOST, area->rows);

	return !*self->verdict ? 0 :
		canvas_wrap(canvas, area->row, area->col + 1, rows,
			    area->cols - 2, STYLE_BOLD, self->verdict);
}

void consequence_beside(struct consequence *self, struct canvas *canvas,
			const struct area *area, const char *title)
{
	struct area left = *area, right, rows;
	bool three = area->cols >= THREE_FROM;
	int explained, used;

	if (three)
		left.cols = cells_least(area->cols - EXPLAINED_LEAST - 1,
			cells_most(area->cols / 2, consequence_wish(self) + 1));
	right = (struct area){ area->row, area->col + left.cols + 1, area->rows,
			       area->cols - left.cols - 1 };
	left.cols -= three;		/* a margin to the line */
	canvas_text(canvas, left.row, left.col + 1, left.cols - 2, STYLE_BOLD,
		    title);
	left = below(&left, 1);
	left = below(&left, draw_verdict(self, canvas, &left));
	left = below(&left, draw_lines(self, canvas, &left, ROWS_LEAST));
	consequence_explain(self);
	if (three) {
		canvas_vline(canvas, area->row, right.col - 1, area->rows);
		(void)draw_rows(self, canvas, &left, true);
		draw_explained(self, canvas, &right);
		return;
	}
	explained = lines_rows(&self->explained, left.cols);
	rows = left;
	if (explained)
		rows.rows = cells_most(left.rows - explained - 1,
				       cells_least(ROWS_LEAST, left.rows));
	used = draw_rows(self, canvas, &rows, true);
	used = cells_least(cells_most(used, ROWS_USUAL), rows.rows);
	if (!explained || left.rows - used < 2) {
		self->explained.drawn.rows = 0;
		return;
	}
	canvas_hline(canvas, left.row + used, left.col, left.cols);
	right = below(&left, used + 1);
	draw_explained(self, canvas, &right);
}
