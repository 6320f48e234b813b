/* share_priv.h: the share dialog's own state, and what share_rows.c does for it:
 * the effective level beside each grant, and the ways round what blocks one. */
#ifndef SCREEN_DIALOGS_SHARE_PRIV_H
#define SCREEN_DIALOGS_SHARE_PRIV_H

#include "screen/dialog/picker.h"

enum { SHARE_WAYS = CONSEQUENCE_WAYS_MOST };

/* A way to save although somebody lacks an asset: an edit that goes along with the
 * grant, or a lower grant. */
struct share_way {
	const char *id;		/* of the row in "also"; NULL: lower the grant */
	const char *text, *effects;
	const char *row;	/* of the grant */
	int choice;		/* ... lowered to */
};

/* A grant that the rules stop. */
struct share_stop {
	const char *row;	/* of the grant */
	const char *name, *now, *why, *said;
	bool added;
};

struct share {
	struct picker picker;		/* of whom to add */
	const char *levels[LEVELS - 1];		/* App Only .. Full Access */
	const char *links[LEVELS];		/* No access .. */
	const char *means[LEVELS];		/* ... what they are */
	/* Of the last look; texts in page->notes. */
	struct share_way ways[SHARE_WAYS];
	size_t n_ways;
	const char *ask;		/* whom to ask where nothing else helps; "" */
	struct share_stop *stops;
	size_t n_stops;
};

/* The field of what goes along. */
void share_rows_add(struct form *form);
/* The commands that go along. */
bool share_rows_commands(struct form *form, struct batch *batch,
			 struct error *err) MUST_CHECK;
/* Until the next look: nothing is offered. */
void share_rows_hide(struct dialog_page *page, struct form *form);
/* Notes beside all grants, who is blocked, and the ways for the first of them. */
void share_rows_look(struct dialog_page *page, struct form *form,
		     uint32_t project);

/* share_stops.c */
/* Who is blocked and the ways round it, above what the others' grants would do; they
 * are in rest. */
void share_stops_tell(struct dialog_page *page, struct batch *rest);
/* Is this grant one that the rules stop? */
bool share_stops_row(const struct share *self, const char *row);
void share_stops_pick(struct dialog_page *page, size_t way);

#endif
