/* history.c: what happened to one thing, or to all, newest first. */
#include <string.h>

#include "action/event_rows.h"

extern const struct action action_history;

/* The id of what is named, of any sort; the text itself for what is gone. */
static bool id_of(const struct app *app, const char *text, const char **id)
{
	const struct facts *facts = &app->facts;
	struct error err;
	uint32_t n;

	if (app_find_project(app, text, &n, &err))
		*id = facts->projects[n].id;
	else if (app_find_user(app, text, &n, &err))
		*id = facts->users[n].id;
	else if (app_find_group(app, text, &n, &err))
		*id = facts->groups[n].id;
	else if (app_find_asset(app, NULL, text, &n, &err))
		*id = facts->assets[n].id;
	else
		return false;
	return true;
}

/* Is the id one of the comma-joined targets, or quoted in the edits? */
static bool concerns(const struct event *event, const char *id)
{
	const char *at = event->targets ? event->targets : "";
	size_t n = strlen(id), len;
	const char *found;

	for (; *at; at += len + (at[len] == ',')) {
		len = strcspn(at, ",");
		if (len == n && memcmp(at, id, n) == 0)
			return true;
	}
	found = event->edits ? strstr(event->edits, id) : NULL;
	for (; found; found = strstr(found + 1, id))
		if (found > event->edits && found[-1] == '"' &&
		    found[n] == '"')
			return true;
	return false;
}

static bool run(struct app *app, const struct args *args, struct result *out,
		struct error *err)
{
	const char *text = arg_text(&action_history, args, "thing");
	const char *id = text;
	struct event *events;
	bool more, known;
	size_t n, i;

	if (!store_events(app->store, 0, 0, &out->arena, &events, &n, &more,
			  err))
		return false;
	known = !text || id_of(app, text, &id);
	past_columns(out);
	for (i = 0; i < n; i++)
		if (!id || concerns(&events[i], id))
			past_row(out, &events[i]);
	if (!out->n_rows && known)
		out->message = "Nothing was done to it by itself.";
	if (out->n_rows || known)
		return true;
	error_set(err, ERROR_NOT_FOUND, "NOT_FOUND",
		  "nothing is known to have happened to \"%.60s\"", text);
	return error_remedy(err, "gatehouse history lists all there is");
}

const struct action action_history = {
	.verb = "history",
	.summary = "List what happened to a thing, newest first",
	.help = "Without a thing: everything.  Also finds what was deleted, by "
		"its id.",
	.example = "history p-rev",
	.synonyms = "audit log changes past",
	.params = {
		{ .name = "thing", .label = "Thing",
		  .help = "a project, person, group or asset",
		  .type = PARAM_TEXT },
	},
	.flags = ACTION_ADMIN | ACTION_ROWS,
	.run = run,
};
