/* canvas.h: a rectangle of cells.  Widgets draw here, never on curses, so that
 * every picture can be made and compared without a terminal.  All text that is
 * drawn is made safe (base/text.h) on the way in. */
#ifndef UI_CANVAS_H
#define UI_CANVAS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"

enum style {			/* bits; colours repeat what words say */
	STYLE_PLAIN = 0, STYLE_BOLD = 1, STYLE_UNDERLINE = 2, STYLE_REVERSE = 4,
	STYLE_RED = 8,		/* held, loses: the one colour */
	STYLE_SIGN = 16		/* with it, where a text is drawn: of its sign alone,
				 * as what follows is a name */
};

struct cell {
	uint32_t point[2];	/* base and at most one combining mark; 0: right
				 * half of a wide one */
	uint8_t style;
};

struct canvas {
	int rows, cols;
	struct cell *cell;
	int cursor_row, cursor_col;	/* -1: hidden */
	int clip;			/* rows above this one are not drawn on now */
};

void canvas_init(struct canvas *canvas, int rows, int cols);
void canvas_release(struct canvas *canvas);
void canvas_clear(struct canvas *canvas);
/* At most `width` cells, cut with an ellipsis; returns the cells used.  Anything
 * outside the canvas is clipped. */
int canvas_text(struct canvas *canvas, int row, int col, int width,
		unsigned style, const char *text);
/* Without an ellipsis, and without the first `skip` cells: fields that scroll. */
int canvas_clip(struct canvas *canvas, int row, int col, int width,
		unsigned style, const char *text, int skip);
int canvas_printf(struct canvas *canvas, int row, int col, int width,
		  unsigned style, const char *fmt, ...)
	__attribute__((format(printf, 6, 7)));
void canvas_right(struct canvas *canvas, int row, int end_col, int width,
		  unsigned style, const char *text);	/* ends before end_col */
void canvas_fill(struct canvas *canvas, int row, int col, int rows, int cols,
		 unsigned style);
/* Reverse becomes plain there, and the other way round. */
void canvas_invert(struct canvas *canvas, int row, int col, int cols);
void canvas_style(struct canvas *canvas, int row, int col, int cols,
		  unsigned style);	/* or-ed over what stands there */
void canvas_hline(struct canvas *canvas, int row, int col, int cols);
void canvas_vline(struct canvas *canvas, int row, int col, int rows);
void canvas_box(struct canvas *canvas, int row, int col, int rows, int cols,
		const char *title);	/* frame, blank inside; no half
					 * words beside it */
void canvas_cursor(struct canvas *canvas, int row, int col);
/* What the keys go to: the sign at `col`, its other half after the `cols` cells that
 * follow, and these in reverse; bold where the keys go to another zone. */
void canvas_focus(struct canvas *canvas, int row, int col, int cols, bool keys);
/* Red of this style, in bold, over the sign and the one word that begin there: never a whole line. */
void canvas_lead(struct canvas *canvas, int row, int col, int cols, unsigned style);
/* Text at several lines, broken at blanks; returns the rows used.  canvas NULL: only
 * counts.  A colour is that of how it begins. */
int canvas_wrap(struct canvas *canvas, int row, int col, int rows, int cols,
		unsigned style, const char *text);
int canvas_wrap_rows(int cols, const char *text);	/* rows it would need */

/* Of two places or sizes. */
int cells_least(int a, int b);
int cells_most(int a, int b);

#endif
