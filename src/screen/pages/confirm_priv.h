/* confirm_priv.h: what the files of the question before a write share. */
#ifndef SCREEN_PAGES_CONFIRM_PRIV_H
#define SCREEN_PAGES_CONFIRM_PRIV_H

#include "screen/pages/confirm.h"
#include "screen/pages/deed.h"

enum confirm_how {
	CONFIRM_NORMAL,		/* y does it; what has the focus is Back */
	CONFIRM_SEVERE,		/* the name is typed first */
	CONFIRM_REFUSED,	/* it cannot be: why, and the way out */
	CONFIRM_NOTHING,	/* it is so already: it is only closed */
	CONFIRM_COUNTING	/* who moves is not known yet: nothing does it */
};

struct confirm {
	struct page page;		/* first */
	struct screen *screen;
	struct request request;
	struct deed deed;
	struct result preview;
	enum confirm_how how;
	bool for_good;			/* nothing undoes it */
	struct job job;			/* counts on while nobody types */
};

/* confirm_impact.c: what goes with a thing that is deleted, beyond levels; "" where
 * the preview's warnings say it all, NULL where its message does. */
const char *confirm_impact(const struct app *app, const struct thing *thing,
			   struct arena *arena);
/* Distinct people that the preview moves. */
uint32_t confirm_people(const struct app *app, const struct preview *preview);

#endif
