/* answered.h: which answers to one's own requests one has not looked at yet (D32).  What
 * was looked at is no fact of the workspace, and no event: it stands in the state folder
 * of the login (state_file.h), a line for each, "ID TIME" of when it was answered.  Where
 * that cannot be written, and of a demo that is thrown away, it holds for the session. */
#ifndef ACTION_ASKING_ANSWERED_H
#define ACTION_ASKING_ANSWERED_H

#include "action/core/app.h"
#include "base/buf.h"
#include "model/asked/level_request.h"

/* All zero is empty. */
struct answered {
	struct buf seen;
	bool loaded;
};

void answered_release(struct answered *self);
/* Was it granted, in part or whole, or declined, and not looked at? */
bool answered_is_new(struct answered *self, const struct access_request *one);
/* How many of the subject's own are; none while one looks at what is past. */
uint32_t answered_count(struct answered *self, const struct app *app);
/* It is looked at; nothing where it is no answer. */
void answered_mark(struct answered *self, const struct app *app,
		   const struct access_request *one);

#endif
