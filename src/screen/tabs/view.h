/* view.h: a tab's list while it is open: rows, cursor, filter, sort.  Everything
 * is remembered while other tabs are looked at. */
#ifndef SCREEN_TABS_VIEW_H
#define SCREEN_TABS_VIEW_H

#include "screen/frame/lines.h"
#include "screen/tabs/tab.h"
#include "ui/input.h"

struct view {
	struct screen *screen;
	const struct tab *tab;
	const struct tab_view *spec;
	struct rows rows;
	struct list list;
	struct input filter;
	bool loaded;		/* rows are of the present facts */
	int64_t *numbers;	/* of the rows, in the column ... */
	size_t numbered;	/* ... before this one; 0: of none yet */
	bool guessed;		/* some of them are not counted yet */
	struct job filtering;	/* goes on with the filter while nobody types */
	bool drawing;
	bool partial;		/* filter or order are of what is counted so far */
	unsigned long told;	/* when that was looked at: screen->counting.told, */
	unsigned long stops;	/* and .stops */
};

void view_init(struct view *view, struct screen *screen, const struct tab *tab,
	       const struct tab_view *spec);
void view_release(struct view *view);
/* Make the rows if they are not of the present facts; the cursor stays on its
 * thing. */
void view_ready(struct view *view);
void view_stale(struct view *view);
void view_filter(struct view *view, const char *text);
/* The focused row as a thing; THING_NONE when nothing is shown. */
struct thing view_focus(struct view *view);
bool view_goto(struct view *view, const struct thing *thing);
bool view_holds(struct view *view, const struct thing *thing);
/* The marked rows as things, in the list's own order; at most `most`.  hidden[i]: the
 * filter does not show it; may be NULL. */
size_t view_marked(struct view *view, struct thing *out, bool *hidden,
		   size_t most);
/* Where two are marked: the one marked first, and the other.  How many are; 3: more. */
size_t view_marked_two(struct view *view, struct thing out[2]);
/* Cells that it uses of `most`, drawn on so many rows. */
int view_natural(struct view *view, int rows, int most);
/* What it has no room to show of the row in focus, "type redshift, status ok" (left_out.c);
 * as it was drawn or asked for its width last. */
void view_left_out(struct view *view, struct buf *out);
/* view_head.c: of a view that is ready: the line over the rows, in the area's first
 * row; the rows that are no headings; and whether what is made here needs a plan that this workspace has not. */
void view_head_draw(struct view *view, struct canvas *canvas, const struct area *area,
		    bool typing);
/* Cells for the last two parts of the path, the plan and the count. */
int view_head_cols(struct view *view);
void view_count(struct view *view, size_t *shown, size_t *total);
bool view_wants_plan(const struct view *view, enum plan *wanted);
/* Filter line, header and rows.  typing: the cursor is in the filter. */
void view_draw(struct view *view, struct canvas *canvas,
	       const struct area *area, bool focused, bool typing);

#endif
