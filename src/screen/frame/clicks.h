/* clicks.h: what can be clicked around a page (tabs, hints), and the key each stands
 * for: the mouse can do nothing that keys cannot. */
#ifndef SCREEN_FRAME_CLICKS_H
#define SCREEN_FRAME_CLICKS_H

#include <stdbool.h>
#include <stddef.h>

#include "ui/page.h"

enum { CLICKS = 48, CLICK_KEY = 12 };

struct clicks {
	struct click { int row, col, cols; char key[CLICK_KEY]; } v[CLICKS];
	size_t n;
	bool down;		/* a button was pressed, */
	int row, col;		/* there */
	int rows;		/* of the screen then */
	/* bars.h: the arrows are on one of these; of which page, on a screen of how
	 * many rows, on which row, the how manieth. */
	struct {
		bool on, bottom;
		const struct page *page;
		int rows, row;
		size_t at;
	} bar;
};

/* Names that are no key are left out. */
void clicks_add(struct clicks *clicks, int row, int col, int cols, const char *key);
/* A press on one of these: its key; says how to select text when somebody drags. */
bool clicks_click(struct clicks *clicks, struct pages *pages,
		  const struct key *mouse, struct key *key);

#endif
