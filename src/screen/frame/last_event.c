/* last_event.c: see last_event.h. */
#include "screen/frame/last_event.h"

#include <string.h>

#include "action/core/action.h"
#include "action/run/run.h"

static size_t column_of(const struct result *result, const char *name)
{
	size_t c;

	for (c = 0; c < result->n_columns; c++)
		if (strcmp(result->column[c], name) == 0)
			return c;
	return 0;
}

/* The newest event; false where the subject may not read the log. */
static bool newest_event(struct screen *screen, struct result *result)
{
	static const char *const words[] = { "audit", "list", "--limit", "1" };
	struct arena *arena = screen_scratch(screen);
	const struct action *action;
	struct options opts = { 0 };
	struct error err;
	struct args args;

	error_clear(&err);
	result_init(result);
	return args_parse((int)COUNT_OF(words), words, arena, &action, &args,
			  &opts, &err) &&
		action_run(screen->app, action, &args, &opts, result, &err) &&
		result->n_rows > 0;
}

static void add_actor(const struct result *result, struct buf *out)
{
	const char *as = result->cells[column_of(result, "acting_as")];
	const char *who = as && *as ? as :
		result->cells[column_of(result, "actor")];

	buf_add(out, who, strcspn(who, "@"));
}

bool last_event_words(struct screen *screen, struct buf *out)
{
	struct result result;
	bool ok = newest_event(screen, &result);

	if (ok) {
		add_actor(&result, out);
		buf_printf(out, ": %s", result.cells[column_of(&result,
							       "summary")]);
	}
	result_release(&result);
	return ok;
}

void last_event_actor(struct screen *screen, struct buf *out)
{
	struct result result;

	if (newest_event(screen, &result))
		add_actor(&result, out);
	else
		buf_adds(out, "somebody");
	result_release(&result);
}
