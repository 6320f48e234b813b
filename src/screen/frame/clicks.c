/* clicks.c: see clicks.h. */
#include "screen/frame/clicks.h"

#include <stdio.h>

#include "screen/frame/keys.h"

void clicks_add(struct clicks *hits, int row, int col, int cols, const char *key)
{
	struct key meant;
	struct hit *hit;

	if (hits->n == HITS || !key_from_name(key, &meant))
		return;
	hit = &hits->v[hits->n++];
	*hit = (struct hit){ row, col, cols, "" };
	snprintf(hit->key, sizeof(hit->key), "%s", key);
}

/* Press here, release there: text was to be selected. */
static void watch_drag(struct pages *pages, struct clicks *hits,
		       const struct key *mouse)
{
	if (mouse->button != 0)
		return;
	if (mouse->release && hits->down &&
	    (hits->row != mouse->row || hits->col != mouse->col))
		pages_toast(pages, "Selecting text? Hold Shift (Option on a Mac), "
			    "or m gives the mouse to the terminal; C shows bare "
			    "text.");
	hits->down = !mouse->release;
	hits->row = mouse->row;
	hits->col = mouse->col;
}

bool clicks_click(struct clicks *hits, struct pages *pages,
		  const struct key *mouse, struct key *key)
{
	size_t i;

	watch_drag(pages, hits, mouse);
	/* The second press of two was not meant for what the first one opened. */
	if (!pages->n || pages->stack[pages->n - 1]->ops->overlay ||
	    mouse->button != 0 || mouse->release || mouse->twice)
		return false;
	for (i = 0; i < hits->n; i++)
		if (mouse->row == hits->v[i].row &&
		    mouse->col >= hits->v[i].col &&
		    mouse->col < hits->v[i].col + hits->v[i].cols)
			return key_from_name(hits->v[i].key, key);
	return false;
}
