/* bulk_priv.h: the page of bulk.c, tried and run by bulk_try.c (which knows batches, and
 * no keys). */
#ifndef SCREEN_PAGES_BULK_PRIV_H
#define SCREEN_PAGES_BULK_PRIV_H

#include "access/preview.h"
#include "action/run/each.h"
#include "screen/pages/bulk.h"
#include "screen/pages/deed.h"

struct bulk {
	struct page page;		/* first */
	struct screen *screen;
	struct request request;
	struct view *view;		/* whose marks they are */
	struct thing *v;
	size_t n;
	struct each each;		/* of the last look; v in the same order */
	struct result preview;		/* of all together */
	struct deed deed;
	bool left_out;			/* the blocked ones, with consent */
	bool irreversible, refused;	/* refused: all together it fails */
	bool counting;			/* whom it moves: by the job */
	struct job job;
};

/* Try each by itself; then, by bulk_count, all together as long as there is patience: it
 * fills the words and what comes of it.  False: bulk->counting, it is not all. */
void bulk_look(struct bulk *bulk);
bool bulk_count(struct bulk *bulk, struct patience *patience);
size_t bulk_commands(const struct bulk *bulk);	/* that change something */
bool bulk_run(struct bulk *bulk, struct result *out, struct error *err)
	MUST_CHECK;

#endif
