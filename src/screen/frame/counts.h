/* counts.h: of each project, how many were granted editing and how many hold it; of
 * each secret, how many see its value.
 *
 * Made once for the facts of an age.  A key and a frame may count only so much: what is
 * asked beyond that is counted in the background (ui/work.h), what was asked last, the
 * rows in sight, first. */
#ifndef SCREEN_FRAME_COUNTS_H
#define SCREEN_FRAME_COUNTS_H

#include "access/edit_granted.h"
#include "action/core/app.h"
#include "ui/page.h"

/* Of one project, over the users that the subject sees. */
struct counts {
	bool known;
	bool waits;		/* to be counted */
	uint32_t given_edit;	/* granted Can Edit or more */
	uint32_t hold_edit;	/* and hold it; the others are held at Can View */
};

struct counting {
	const struct app *app;
	struct pages *pages;
	struct counts *of;	/* by project number, then by asset number; NULL:
				 * nothing was asked yet */
	uint32_t n_projects;
	uint32_t *asked;	/* what waits, the next one last */
	size_t n_asked, cap_asked, n_waits;
	struct editors editors;
	bool *sees;		/* by user: room for one asset, */
	struct value_seers seers;	/* which is this one, as far as it was counted */
	bool halfway;		/* it is being counted */
	struct job job;
	size_t left;		/* steps left to this key or frame, */
	unsigned long turn;	/* which is this one */
	unsigned long missed;	/* how often somebody was told: not yet */
	unsigned long told;	/* how often more is known since */
	unsigned long stops;	/* how often it was stopped */
};

void counts_init(struct counting *counting, const struct app *app,
		 struct pages *pages);
void counts_release(struct counting *counting);
void counts_forget(struct counting *counting);	/* the facts moved */
/* Now, whatever it takes. */
const struct counts *counts_now(struct counting *counting, uint32_t project);
/* NULL: it is to be counted; counting->told changes when there is more. */
const struct counts *counts_soon(struct counting *counting, uint32_t project);
/* The same of who sees the value of a secret: hold_edit. */
const struct counts *counts_seers_soon(struct counting *counting, uint32_t asset);

#endif
