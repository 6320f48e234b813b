/* event_rows.h: audit events as rows and as JSON objects. */
#ifndef ACTION_UNDO_EVENT_ROWS_H
#define ACTION_UNDO_EVENT_ROWS_H

#include "action/core/action.h"
#include "store/store.h"

void past_columns(struct result *out);
void past_row(struct result *out, const struct event *event);
/* The whole event as one object. */
void past_json(struct json *json, const struct event *event);

#endif
