/* audit_show.c: one event with all its fields. */
#include <stdlib.h>

#include "action/judge/answers.h"
#include "action/run/run.h"
#include "action/undo/event_rows.h"
#include "action/undo/past_words.h"
#include "action/workspace/left_by.h"
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

/* Into the object that stands there. */
static void left_json(struct buf *out, const struct left *left)
{
	struct json json;
	size_t i;

	out->len--;			/* its closing brace */
	jsonw_init(&json, out, 0);
	jsonw_resume(&json, true);
	jsonw_karray(&json, "left");
	for (i = 0; i < left->n; i++)
		run_row_json(&json, &left->rows[i]);
	jsonw_array_end(&json);
	jsonw_object_end(&json);
}

static void left_rows(struct result *out, const struct left *left)
{
	size_t i;

	for (i = 0; i < left->n; i++)
		result_field(out, arena_printf(&out->arena, "left: %s", left->rows[i].what),
			     left->rows[i].told);
}

static bool run(const struct action *self, struct app *app,
		const struct args *args, struct result *out, struct error *err)
{
	const char *seq = arg_text(self, args, "event");
	struct event event;
	struct left left;
	struct json json;

	if (!store_event(app->store, strtoll(seq, NULL, 10), &out->arena,
			 &event, err))
		return false;
	left = left_by(app, &event, &out->arena);
	if (answers_format(app) == FORMAT_JSON) {
		jsonw_init(&json, &out->json, 0);
		event_rows_json(&json, &event);
		if (left.n)
			left_json(&out->json, &left);
	} else {
		as_rows(app, out, &event);
		left_rows(out, &left);
	}
	return true;
}

const struct action action_audit_show = {
	.noun = "audit", .verb = "show",
	.summary = "Show one event with its changes",
	.help = "Of a secret value it says whether it was changed or given again, by hashes "
		"under a key of the vault; never the value. Where it deactivated somebody, "
		"what they left behind is listed again: projects and who took them over, "
		"groups, grants, API tokens, requests, secret values that were seen; and "
		"whose levels moved.",
	.example = "audit show 12 --format json",
	.params = {
		{ .name = "event", .label = "Event", .help = "its number",
		  .type = PARAM_NUMBER, .required = true },
	},
	.flags = ACTION_ADMIN | ACTION_ROWS,
	.run = run,
};
