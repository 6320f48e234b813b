/* audit_show.c: one event with all its fields. */
#include <stdlib.h>

#include "action/judge/answers.h"
#include "action/undo/event_rows.h"
#include "action/undo/past_words.h"
#include "base/clock.h"

/* NULL: it is about none. */
static const char *values(const struct app *app, const struct event *event,
			  struct arena *arena)
{
	const char *text = NULL;
	struct past past;
	size_t i;

	if (!past_read(event->edits, arena, &past))
		return NULL;
	for (i = 0; i < past.n_values; i++)
		text = arena_printf(arena, "%s%s%s", text ? text : "", text ? "; " : "",
				    past_value_line(arena, app_seen(app),
						    &past.values[i]));
	return text;
}

static void as_rows(const struct app *app, struct result *out, const struct event *event)
{
	char time[CLOCK_TEXT];

	clock_rfc3339(event->time, time);
	result_fields(out);
	result_field(out, "event", arena_printf(&out->arena, "%lld",
				       (long long)event->seq));
	result_field(out, "time", time);
	result_field(out, "actor", event->actor);
	result_field(out, "acting as", event->acting_as);
	result_field(out, "login", event->login);
	result_field(out, "client", event->client);
	result_field(out, "terminal", event->tty);
	result_field(out, "verb", event->verb);
	result_field(out, "targets", event->targets);
	result_field(out, "summary", event->summary);
	result_field(out, "reason", event->reason);
	result_field(out, "operation", event->op_id);
	result_field(out, "edits", event->edits);
	result_field(out, "values", values(app, event, &out->arena));
	result_field(out, "previous", event->prev);
	result_field(out, "hash", event->hash);
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
		event_rows_json(&json, &event);
	} else {
		as_rows(app, out, &event);
	}
	return true;
}

const struct action action_audit_show = {
	.noun = "audit", .verb = "show",
	.summary = "Show one event with its changes",
	.help = "Of a secret value it says whether it was changed or given again, by hashes "
		"under a key of the vault; never the value.",
	.example = "audit show 12 --format json",
	.params = {
		{ .name = "event", .label = "Event", .help = "its number",
		  .type = PARAM_NUMBER, .required = true },
	},
	.flags = ACTION_ADMIN | ACTION_ROWS,
	.run = run,
};
