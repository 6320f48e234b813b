/* event_rows.c: one event, one row. */
#include "action/undo/event_rows.h"

#include "base/clock.h"

void event_rows_columns(struct result *out, bool state)
{
	static const char *const last[][2] = { { "reason", "WHY" }, { "state", "STATE" } };

	result_columns(out, state ? 10 : 9, "seq", "SEQ", CELL_NUMBER,
		       "time", "TIME", CELL_CODE,
		       "actor", "ACTOR", CELL_CODE,
		       "acting_as", "AS", CELL_CODE,
		       "login", "LOGIN", CELL_CODE,
		       "verb", "VERB", CELL_CODE,
		       "targets", "TARGETS", CELL_CODE,
		       "summary", "WHAT", CELL_TEXT,
		       last[state][0], last[state][1], CELL_TEXT,
		       "reason", "WHY", CELL_TEXT);
}

void event_rows_add(struct result *out, const struct event *event, const char *state)
{
	char time[CLOCK_TEXT];

	clock_rfc3339(event->time, time);
	result_cells(out, arena_printf(&out->arena, "%lld", (long long)event->seq),
		     time, event->actor, event->acting_as, event->login,
		     event->verb, event->targets, event->summary);
	if (state)
		result_cell(out, 8, state);
	result_cell(out, state ? 9 : 8, event->reason);
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
	jsonw_kstring(json, "reason", event->reason);
	jsonw_key(json, "edits");
	jsonw_raw(json, event->edits && *event->edits ? event->edits : "[]");
	jsonw_kstring(json, "prev", event->prev);
	jsonw_kstring(json, "hash", event->hash);
	jsonw_object_end(json);
}

void event_rows_all_columns(struct result *out)
{
	result_columns(out, 15, "seq", "SEQ", CELL_NUMBER, "time", "TIME", CELL_CODE,
		       "op_id", "OPERATION", CELL_CODE, "actor", "ACTOR", CELL_CODE,
		       "acting_as", "AS", CELL_CODE, "login", "LOGIN", CELL_CODE,
		       "client", "CLIENT", CELL_CODE, "tty", "TERMINAL", CELL_CODE,
		       "verb", "VERB", CELL_CODE, "targets", "TARGETS", CELL_CODE,
		       "summary", "WHAT", CELL_TEXT, "reason", "WHY", CELL_TEXT,
		       "edits", "EDITS", CELL_TEXT, "prev", "PREVIOUS", CELL_CODE,
		       "hash", "HASH", CELL_CODE);
}

void event_rows_add_all(struct result *out, const struct event *event)
{
	char time[CLOCK_TEXT];

	clock_rfc3339(event->time, time);
	result_cells(out, arena_printf(&out->arena, "%lld", (long long)event->seq),
		     time, event->op_id, event->actor, event->acting_as, event->login,
		     event->client, event->tty, event->verb, event->targets,
		     event->summary, event->reason, event->edits, event->prev,
		     event->hash);
}
