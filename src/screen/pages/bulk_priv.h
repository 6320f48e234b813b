/* bulk_priv.h: the page of bulk.c, tried and run by bulk_try.c (which knows batches, and
 * no keys). */
#ifndef SCREEN_PAGES_BULK_PRIV_H
#define SCREEN_PAGES_BULK_PRIV_H

#include "action/run/each.h"
#include "screen/frame/lines.h"
#include "screen/pages/bulk.h"

struct bulk {
	struct page page;		/* first */
	struct screen *screen;
	struct request request;
	struct view *view;		/* whose marks they are */
	struct thing *v;
	size_t n;
	struct each each;		/* of the last look; v in the same order */
	struct arena arena;		/* of the texts */
	struct lines lines;
	bool left_out;			/* the blocked ones, with consent */
	bool irreversible, refused;	/* refused: all together it fails */
	struct input typed;		/* the count, where nothing undoes it */
};

/* Try each by itself, then all together; fills the lines. */
void bulk_look(struct bulk *bulk);
size_t bulk_commands(const struct bulk *bulk);	/* that change something */
bool bulk_run(struct bulk *bulk, struct result *out, struct error *err)
	MUST_CHECK;
void bulk_forget(struct bulk *bulk);	/* of what bulk_look made */

#endif
