/* lines.h: a page of text of which some lines lead somewhere: cards, the
 * explanation, the project page.  The cursor walks on those that do. */
#ifndef SCREEN_FRAME_LINES_H
#define SCREEN_FRAME_LINES_H

#include "screen/frame/spot.h"
#include "ui/canvas.h"
#include "ui/key.h"

enum { LINES_MARK = 2 };		/* cells before each line, for the cursor */

struct area { int row, col, rows, cols; };

struct line {
	const char *label;	/* left column, or "" */
	const char *middle;	/* a column of its own between them, or NULL */
	const char *text;	/* wrapped in what is left */
	unsigned style, label_style;
	unsigned middle_style;	/* of its cells from middle_plain on */
	int indent, label_cols, middle_cols, middle_plain;
	struct thing link;	/* Enter goes there; THING_NONE: nowhere */
	const struct spot *spot;	/* ... or, where not NULL, there */
	const struct spot *other;	/* o goes there; or NULL */
	bool past;		/* Enter shows what was before */
	int fix;		/* Enter and `f N` run this fix; 0: none */
};

struct lines {
	struct arena arena;
	struct line *v;
	size_t n, cap;
	size_t cursor;		/* a line that leads somewhere, if any does */
	int top;		/* first row shown */
	int page;		/* rows of the last drawing */
	struct area drawn;	/* where it stood */
};

void lines_release(struct lines *lines);
void lines_clear(struct lines *lines);	/* the cursor stays where it can */
/* Add a line; change its other members through the pointer, at once. */
struct line *lines_add(struct lines *lines, const char *fmt, ...)
	PRINTF_LIKE(2, 3);
/* With a label in a column of label_cols cells. */
struct line *lines_pair(struct lines *lines, int label_cols, const char *label,
			const char *fmt, ...) PRINTF_LIKE(4, 5);
void lines_blank(struct lines *lines);
void lines_head(struct lines *lines, const char *fmt, ...) PRINTF_LIKE(2, 3);

/* Rows needed at this width. */
int lines_rows(const struct lines *lines, int cols);
/* Move or scroll, by keys or mouse; true if used. */
bool lines_key(struct lines *lines, const struct key *key);
/* Would Down (1) or Up (-1) neither move nor scroll any more? */
bool lines_ends(const struct lines *lines, int by);
/* The cursor to a line that leads somewhere, as drawing does. */
void lines_settle(struct lines *lines);
/* The line under the cursor if it leads somewhere, else NULL. */
const struct line *lines_current(const struct lines *lines);
/* All of what the row in focus says, under a rule below the rows of a list, where enough
 * of them stay; the area is what is left of it. */
void lines_foot(struct canvas *canvas, const char *text, struct area *area);
void lines_draw(struct lines *lines, struct canvas *canvas,
		const struct area *area, bool focused);

#endif
