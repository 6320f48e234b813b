/* choose.h: a thing found by typing: what an action is about, where nothing fitting is
 * in focus; as whom one acts. */
#ifndef SCREEN_PAGES_CHOOSE_H
#define SCREEN_PAGES_CHOOSE_H

#include "action/core/action.h"
#include "screen/frame/screen.h"

/* Enter answers with the action, on what was chosen. */
void choose_push(struct screen *screen, const struct action *action);

struct choice {
	const char *title, *label;	/* of the box; before what is typed */
	unsigned what;			/* FIND_USERS and so on (finder.h) */
	/* Why this one cannot be had, or NULL. */
	const char *(*greyed)(struct screen *screen, const struct thing *thing);
	struct go go;			/* the answer, with what was chosen in it */
	struct request *request;	/* ... or this, which is taken: the id of what was
					 * chosen becomes its word `slot` */
	size_t slot;
};
/* Of what is chosen for anything else; as the answer of a key's handler. */
void choose_one_push(struct screen *screen, const struct choice *choice);
void choose_one_go(struct screen *screen, const struct choice *choice);

#endif
