/* app_event.h: an event as this session makes it. */
#ifndef ACTION_CORE_APP_EVENT_H
#define ACTION_CORE_APP_EVENT_H

#include "action/core/app.h"
#include "base/newid.h"
#include "store/store.h"

/* Of now, with an operation of its own (op_id has its text); what was done is for the
 * caller to fill in. */
struct event app_event(const struct app *app, char op_id[NEWID_TEXT]);

#endif
