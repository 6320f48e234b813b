/* token_list.c: the API tokens registered here, the first to end first. */
#include <string.h>

#include "action/asset/token_rows.h"
#include "action/core/action.h"
#include "base/clock.h"

static void token_row(struct result *out, const struct seen *seen, uint32_t n,
		      int64_t now)
{
	const struct fact_record *one = seen_record(seen, OF_TOKEN, n);
	const char *scopes = token_get(one, "scopes", &out->arena);
	uint32_t owner = token_owner(seen, n);
	char *list = arena_strdup(&out->arena, scopes), *at = list;

	while ((at = strchr(at, '\n')))
		*at = ' ';
	result_cells(out, one->id, one->name, one->type, token_prefix(one->type),
		     token_get(one, "last_four", &out->arena),
		     owner == NOBODY ? NULL : seen_user(seen, owner)->email, list,
		     *token_get(one, "expires", &out->arena) ?
		     token_get(one, "expires", &out->arena) : NULL,
		     token_badge(seen, n, now, &out->arena));
}

static bool run(const struct action *self, struct app *app,
		const struct args *args, struct result *out, struct error *err)
{
	const struct seen *seen = app_seen(app);
	int64_t now = clock_now();
	const uint32_t *order;
	size_t n, i;

	(void)self;
	(void)args;
	(void)err;
	result_columns(out, 9, "id", "ID", CELL_CODE,
		       "name", "NAME", CELL_TEXT,
		       "type", "TYPE", CELL_CODE,
		       "prefix", "PREFIX", CELL_CODE,
		       "last_four", "LAST FOUR", CELL_CODE,
		       "owner", "OWNER", CELL_CODE,
		       "scopes", "SCOPES", CELL_CODE,
		       "expiry", "EXPIRY", CELL_CODE,
		       "state", "STATE", CELL_TEXT);
	order = token_order(seen, now, &out->arena, &n);
	for (i = 0; i < n; i++)
		token_row(out, seen, order[i], now);
	n = token_ending(seen, now);
	if (n)
		out->message = arena_printf(&out->arena, "%zu token%s within %d days.", n,
					    n == 1 ? " ends" : "s end", TOKEN_DAYS_SOON);
	return true;
}

const struct action action_token_list = {
	.noun = "token", .verb = "list",
	.summary = "List the API tokens registered here",
	.help = "The one that ends first stands first; whoever reads it is warned of "
		"those that end within three days. Never a value.",
	.example = "token list",
	.synonyms = "api key personal workspace expiry scopes",
	.flags = ACTION_ADMIN | ACTION_ROWS,
	.run = run,
};
