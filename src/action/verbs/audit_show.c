/* audit_show.c: one event with all its fields. */
#include <stdlib.h>

#include "action/judge/answers.h"
#include "action/undo/event_rows.h"
#include "base/clock.h"

static void row(struct result *out, const char *field, const char *value)
{
	if (!value || !*value)
		return;
	result_row(out);
	result_cell(out, 0, field);
	result_cell(out, 1, value);
}

static void as_rows(struct result *out, const struct event *event)
{
	char time[CLOCK_TEXT];

	clock_rfc3339(event->time, time);
	result_columns(out, 2, "field", "FIELD", CELL_CODE,
		       "value", "VALUE", CELL_TEXT);
	row(out, "event", arena_printf(&out->arena, "%lld",
				       (long long)event->seq));
	row(out, "time", time);
	row(out, "actor", event->actor);
	row(out, "acting as", event->acting_as);
	row(out, "login", event->login);
	row(out, "client", event->client);
	row(out, "terminal", event->tty);
	row(out, "verb", event->verb);
	row(out, "targets", event->targets);
	row(out, "summary", event->summary);
	row(out, "edits", event->edits);
	row(out, "hash", event->hash);
}

static bool run(const struct action *self, struct app *app,
		const struct args *args, struct result *out, struct error *err)
{
	const char *seq = arg_text(self, args, "event");
	struct event event;
	struct json json;

	if (!store_event(app->store, strtoll(seq, NULL, 10), &out->arena,
			 &event, err))
		return false;
	if (answers_format(app) == FORMAT_JSON) {
		jsonw_init(&json, &out->json, 0);
		past_json(&json, &event);
	} else {
		as_rows(out, &event);
	}
	return true;
}

const struct action action_audit_show = {
	.noun = "audit", .verb = "show",
	.summary = "Show one event with its changes",
	.example = "audit show 12 --format json",
	.params = {
		{ .name = "event", .label = "Event", .help = "its number",
		  .type = PARAM_NUMBER, .required = true },
	},
	.flags = ACTION_ADMIN | ACTION_ROWS,
	.run = run,
};
