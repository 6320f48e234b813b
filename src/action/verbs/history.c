/* history.c: what happened to one thing, or to all, newest first. */
#include <string.h>

#include "action/judge/answers.h"
#include "action/undo/event_filter.h"
#include "action/undo/event_log.h"
#include "action/undo/event_rows.h"
#include "base/clock.h"

static void marks_json(struct json *json, const struct past_event *event,
		       bool redo)
{
	size_t i;

	jsonw_karray(json, redo ? "redoes" : "undoes");
	for (i = 0; i < event->n_marks; i++)
		if (event->marks[i].redo == redo)
			jsonw_int(json, event->marks[i].event);
	jsonw_array_end(json);
}

static void row_json(struct json *json, const struct past_event *event,
		     struct arena *arena)
{
	char time[CLOCK_TEXT];

	clock_rfc3339(event->time, time);
	jsonw_object(json);
	jsonw_kint(json, "seq", event->seq);
	jsonw_kstring(json, "time", time);
	jsonw_kstring(json, "actor", event->actor);
	jsonw_kstring(json, "acting_as", event->acting_as);
	jsonw_kstring(json, "login", event->login);
	jsonw_kstring(json, "verb", event->verb);
	jsonw_kstring(json, "targets", event->targets);
	jsonw_kstring(json, "summary", event->summary);
	jsonw_kstring(json, "reason", event->reason);
	jsonw_key(json, "undone_by");
	if (event->undone_by)
		jsonw_int(json, event->undone_by);
	else
		jsonw_null(json);
	marks_json(json, event, false);
	marks_json(json, event, true);
	jsonw_kbool(json, "reversible", event->turns ||
		    !event_log_irreversible(event, arena));
	jsonw_object_end(json);
}

/* Others read what they did themselves, where all that it names may be seen
 * (DOMAIN 6, 43). */
static bool is_shown(const struct app *app, const struct past_event *event,
		     const char *id)
{
	return event_log_may_read(app, event) && (!id || event_concerns(event->event, id));
}

static void write_json(const struct app *app, const struct event_log *log,
		       const char *id, struct result *out)
{
	struct json json;
	size_t i;

	jsonw_begin(&json, &out->json);
	jsonw_karray(&json, "rows");
	for (i = 0; i < log->n; i++)
		if (is_shown(app, &log->v[i], id))
			row_json(&json, &log->v[i], &out->arena);
	jsonw_array_end(&json);
	jsonw_kbool(&json, "complete", app_reads_all(app));
	jsonw_object_end(&json);
}

static bool run(const struct action *self, struct app *app,
		const struct args *args, struct result *out, struct error *err)
{
	const char *text = arg_text(self, args, "thing");
	const char *id = text;
	struct event_log log;
	bool known;
	size_t i;

	if (text && !*text) {
		error_set(err, ERROR_INVALID, "BAD_TEXT", "thing is empty");
		error_field(err, "thing");
		return error_remedy(err, "gatehouse history lists all there is");
	}
	if (!event_log_load(app, &out->arena, &log, err))
		return false;
	known = !text || event_thing(app, text, &id);
	event_rows_columns(out, true);
	for (i = 0; i < log.n; i++)
		if (is_shown(app, &log.v[i], id))
			event_rows_add(out, log.v[i].event,
				       event_log_state(&log.v[i], &out->arena));
	if (!out->n_rows && !known) {
		error_set(err, ERROR_NOT_FOUND, "NOT_FOUND", "nothing is known "
			  "to have happened to \"%.60s\"", text);
		return error_remedy(err, "gatehouse history lists all there is");
	}
	if (answers_format(app) == FORMAT_JSON)
		write_json(app, &log, id, out);
	if (!out->n_rows)
		out->message = text ? "Nothing was done to it by itself." :
			app_reads_all(app) ? "Nothing was done yet." :
			"You have done nothing yet; what others did is for Admins.";
	else if (!app_reads_all(app))
		out->message = "What you did yourself; all of it is for Admins.";
	out->more = !app_reads_all(app);
	return true;
}

const struct action action_history = {
	.verb = "history",
	.summary = "List what happened to a thing, newest first",
	.help = "Without a thing: everything.  Also finds what was deleted, by "
		"its id.  STATE says which event took which one back, and which "
		"cannot be undone.  Whoever is no Admin sees what they did "
		"themselves.",
	.example = "history p-rev",
	.synonyms = "audit log changes past undo",
	.params = {
		{ .name = "thing", .label = "Thing",
		  .help = "a project, person, group or asset",
		  .type = PARAM_TEXT },
	},
	.flags = ACTION_ROWS,
	.run = run,
};
