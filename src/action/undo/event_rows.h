/* event_rows.h: audit events as rows and as JSON objects. */
#ifndef ACTION_UNDO_EVENT_ROWS_H
#define ACTION_UNDO_EVENT_ROWS_H

#include "action/core/result.h"
#include "base/json_write.h"
#include "store/store.h"

/* state: a column more, which is filled by whoever asks for it. */
void event_rows_columns(struct result *out, bool state);
void event_rows_add(struct result *out, const struct event *event);
/* Every field, for an export. */
void event_rows_all_columns(struct result *out);
void event_rows_add_all(struct result *out, const struct event *event);
/* The whole event as one object. */
void event_rows_json(struct json *json, const struct event *event);

#endif
