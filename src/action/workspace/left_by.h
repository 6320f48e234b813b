/* left_by.h: what people left behind by an event of the log, told again from the states
 * before and after it. */
#ifndef ACTION_WORKSPACE_LEFT_BY_H
#define ACTION_WORKSPACE_LEFT_BY_H

#include "action/workspace/leaving.h"
#include "store/store.h"

struct left { const struct plan_row *rows; size_t n; };

/* Of all who were deactivated by it, in the arena; none where an earlier state is looked
 * at already, or where these states cannot be told. */
struct left left_by(struct app *app, const struct event *event, struct arena *arena);
/* ... of the event of this number; none where there is no such. */
struct left left_by_number(struct app *app, int64_t seq, struct arena *arena);

#endif
