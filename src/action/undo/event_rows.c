/* event_rows.c: one event, one row. */
#include "action/undo/event_rows.h"

#include "base/clock.h"

void event_rows_columns(struct result *out, bool state)
{
	result_columns(out, state ? 9 : 8, "seq", "SEQ", CELL_NUMBER,
		       "time", "TIME", CELL_CODE,
		       "actor", "ACTOR", CELL_CODE,
		       "acting_as", "AS", CELL_CODE,
		       "login", "LOGIN", CELL_CODE,
		       "verb", "VERB", CELL_CODE,
		       "targets", "TARGETS", CELL_CODE,
		       "summary", "WHAT", CELL_TEXT,
		       "state", "STATE", CELL_TEXT);
}

void event_rows_add(struct result *out, const struct event *event)
{
	char time[CLOCK_TEXT];

	clock_rfc3339(event->time, time);
	result_row(out);
	result_cellf(out, 0, "%lld", (long long)event->seq);
	result_cell(out, 1, time);
	result_cell(out, 2, event->actor);
	result_cell(out, 3, event->acting_as);
	result_cell(out, 4, event->login);
	result_cell(out, 5, event->verb);
	result_cell(out, 6, event->targets);
	result_cell(out, 7, event->summary);
}

void event_rows_json(struct json *json, const struct event *event)
{
	char time[CLOCK_TEXT];

	clock_rfc3339(event->time, time);
	jsonw_object(json);
	jsonw_kint(json, "seq", event->seq);
	jsonw_kstring(json, "time", time);
	jsonw_kstring(json, "op_id", event->op_id);
	jsonw_kstring(json, "actor", event->actor);
	jsonw_kstring(json, "acting_as", event->acting_as);
	jsonw_kstring(json, "login", event->login);
	jsonw_kstring(json, "client", event->client);
	jsonw_kstring(json, "tty", event->tty);
	jsonw_kstring(json, "verb", event->verb);
	jsonw_kstring(json, "targets", event->targets);
	jsonw_kstring(json, "summary", event->summary);
	jsonw_key(json, "edits");
	jsonw_raw(json, event->edits && *event->edits ? event->edits : "[]");
	jsonw_kstring(json, "hash", event->hash);
	jsonw_object_end(json);
}
