/* event_rows.h: audit events as rows and as JSON objects. */
#ifndef ACTION_UNDO_EVENT_ROWS_H
#define ACTION_UNDO_EVENT_ROWS_H

#include "action/core/result.h"
#include "base/json_write.h"
#include "store/store.h"

/* state: with a column of what became of it; then each row has it, else NULL. */
void event_rows_columns(struct result *out, bool state);
void event_rows_add(struct result *out, const struct event *event, const char *state);
/* Every field, for an export. */
void event_rows_all_columns(struct result *out);
void event_rows_add_all(struct result *out, const struct event *event);
/* The whole event as one object. */
void event_rows_json(struct json *json, const struct event *event);

#endif
