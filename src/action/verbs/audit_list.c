/* audit_list.c: what was changed, newest first. */
#include <stdlib.h>

#include "action/core/action.h"
#include "action/undo/event_filter.h"
#include "action/undo/event_rows.h"

enum { DEFAULT_LIMIT = 50 };

static int64_t number(const struct action *self, const struct args *args,
		      const char *name, int64_t fallback)
{
	const char *text = arg_text(self, args, name);

	return text ? strtoll(text, NULL, 10) : fallback;
}

static bool run(const struct action *self, struct app *app,
		const struct args *args, struct result *out, struct error *err)
{
	int64_t before = number(self, args, "before", 0);
	size_t limit = (size_t)number(self, args, "limit", DEFAULT_LIMIT), n, i;
	struct event_filter filter;
	struct event *events;

	if (!event_filter_of(self, app, args, &filter, err) ||
	    !event_filter_read(app, &filter, before, limit, &out->arena, &events, &n,
			       &out->more, err))
		return false;
	event_rows_columns(out, false);
	for (i = 0; i < n; i++)
		event_rows_add(out, &events[i], NULL);
	if (out->more && n)
		out->message = arena_printf(&out->arena, "There are older "
			"ones: --before %lld, or --limit 0 for all.",
			(long long)events[n - 1].seq);
	return true;
}

const struct action action_audit_list = {
	.noun = "audit", .verb = "list",
	.summary = "List what was changed, when and by whom",
	.help = "Filters are all of them asked at once.  In the console the history takes "
		"the same, typed after /: by:maya verb:share since:2026-11-01.",
	.example = "audit list --by maya@acme.example --verb share --since 2026-11-01",
	.synonyms = "log history events journal",
	.params = {
		{ .name = "limit", .label = "Limit",
		  .help = "how many, newest first; 0: all (50)",
		  .type = PARAM_NUMBER, .option = true },
		{ .name = "before", .label = "Before",
		  .help = "only events older than this one",
		  .type = PARAM_NUMBER, .option = true },
		PARAMS_EVENT_FILTER,
	},
	.flags = ACTION_ADMIN | ACTION_ROWS,
	.run = run,
};
