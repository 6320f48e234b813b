/* clicks.h: what can be clicked around a page (tabs, hints), and the key each stands
 * for: the mouse can do nothing that keys cannot. */
#ifndef SCREEN_FRAME_CLICKS_H
#define SCREEN_FRAME_CLICKS_H

#include <stdbool.h>
#include <stddef.h>

#include "ui/page.h"

enum { HITS = 48, HIT_KEY = 12 };

struct clicks {
	struct hit { int row, col, cols; char key[HIT_KEY]; } v[HITS];
	size_t n;
	bool down;		/* a button was pressed, */
	int row, col;		/* there */
};

/* Names that are no key are left out. */
void clicks_add(struct clicks *hits, int row, int col, int cols, const char *key);
/* A press on one of these: its key; says how to select text when somebody drags. */
bool clicks_click(struct clicks *hits, struct pages *pages,
		  const struct key *mouse, struct key *key);

#endif
