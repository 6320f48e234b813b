/* bulk_priv.h: the page of bulk.c, tried and run by bulk_try.c (which knows batches, and
 * no keys). */
#ifndef SCREEN_PAGES_BULK_PRIV_H
#define SCREEN_PAGES_BULK_PRIV_H

#include "screen/frame/lines.h"
#include "screen/pages/bulk.h"

struct batch;

enum outcome { BULK_CHANGES, BULK_SAME, BULK_BLOCKED, BULK_OUTCOMES };

struct bulk {
	struct page page;		/* first */
	struct screen *screen;
	struct request request;
	struct view *view;		/* whose marks they are */
	struct one {
		struct thing thing;
		enum outcome outcome;
		const char *text;	/* what it would do, or why not */
		const char *done;	/* what it then is, for the event */
	} *v;
	size_t n, count[BULK_OUTCOMES];
	struct arena arena;		/* of the texts */
	struct lines lines;
	struct batch *batch;		/* of those that change something */
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
