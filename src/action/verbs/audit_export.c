/* audit_export.c: every event with all its fields, oldest first. */
#include "action/judge/answers.h"
#include "action/undo/event_filter.h"
#include "action/undo/event_rows.h"

static bool run(const struct action *self, struct app *app,
		const struct args *args, struct result *out, struct error *err)
{
	struct event_filter filter;
	struct event *events;
	struct json json;
	size_t n, i;
	bool more;

	if (!event_filter_of(self, app, args, &filter, err) ||
	    !event_filter_read(app, &filter, 0, 0, &out->arena, &events, &n, &more, err))
		return false;
	if (answers_format(app) != FORMAT_JSON) {
		event_rows_all_columns(out);
		for (i = n; i > 0; i--)
			event_rows_add_all(out, &events[i - 1]);
		return true;
	}
	jsonw_begin(&json, &out->json);
	jsonw_karray(&json, "events");
	for (i = n; i > 0; i--)
		event_rows_json(&json, &events[i - 1]);
	jsonw_array_end(&json);
	jsonw_kbool(&json, "complete", !more);
	jsonw_object_end(&json);
	return true;
}

const struct action action_audit_export = {
	.noun = "audit", .verb = "export",
	.summary = "Write all events, oldest first",
	.help = "As JSON or as CSV, with the edits and the hashes of the chain.",
	.example = "audit export --format json",
	.synonyms = "log save",
	.params = { PARAMS_EVENT_FILTER },
	.flags = ACTION_ADMIN | ACTION_ROWS,
	.run = run,
};
