/* popup.h: a small frame over the page, with entries to choose one from: where it
 * stands, which entries show, and what keys and mouse mean in it.  The owner draws
 * the entries. */
#ifndef UI_POPUP_H
#define UI_POPUP_H

#include "ui/canvas.h"
#include "ui/key.h"

struct popup {
	int head;		/* lines above the entries, the owner's to draw */
	size_t most;		/* entries shown at most; 0: as many as fit */
	int right;		/* it stays left of this column; 0: of the canvas's end */
	size_t at, top, n;	/* entry of the cursor, first one shown, all */
	int row, col, rows, cols;	/* of the frame, in the last drawing */
	size_t shown;
};

enum popup_answer {
	POPUP_NONE,		/* not its key */
	POPUP_USED,
	POPUP_TAKE,		/* Enter, or a click: the entry at the cursor */
	POPUP_CLOSE		/* a click outside */
};

/* Draw the frame for n entries of so many cells, its corner at row and col if there
 * is room, else shifted; foot stands in the last foot_rows lines inside. */
void popup_draw(struct popup *popup, struct canvas *canvas, int row, int col,
		size_t n, int cells, const char *title, const char *foot,
		int foot_rows);
/* Where an entry stands: false when it is not shown. */
bool popup_place(const struct popup *popup, size_t entry, int *row, int *col,
		 int *cols);
enum popup_answer popup_key(struct popup *popup, const struct key *key);

#endif
