/* tokens.c: the API tokens that are registered here, the first to end first (F037). */
#include "screen/tabs/tokens.h"

#include <string.h>

#include "action/asset/token_rows.h"
#include "base/clock.h"

enum { NAME, STATE, TYPE, TOKEN, OWNER, EXPIRES, SCOPES };

static const struct list_column columns[] = {
	[NAME] = { "TOKEN", "name", 14, 24, 0, false, false, false },
	[STATE] = { "STATE", "state", 12, 12, 0, false, false, false },
	[TYPE] = { "KIND", "type", 9, 9, 2, false, false, false },
	[TOKEN] = { "BEGINS, ENDS", "token", 12, 12, 3, false, false, false },
	[OWNER] = { "OWNER", "owner", 12, 20, 1, false, false, false },
	[EXPIRES] = { "EXPIRES", "expires", 10, 10, 4, false, false, false },
	[SCOPES] = { "SCOPES", "scopes", 12, 0, 5, false, false, false },
};

static void load(struct screen *screen, struct rows *out)
{
	struct arena arena = { 0 };
	const uint32_t *order;
	size_t n, i;

	order = token_order(app_seen(screen->app), clock_now(), &arena, &n);
	for (i = 0; i < n; i++)
		rows_add(out, THING_TOKEN, order[i]);
	arena_release(&arena);
}

static void add_scopes(const char *scopes, struct buf *out)
{
	for (; *scopes; scopes++)
		if (*scopes == '\n')
			buf_adds(out, ", ");
		else
			buf_addc(out, *scopes);
}

static void add_state(struct screen *screen, uint32_t n, struct arena *arena,
		      struct buf *out, unsigned *style)
{
	const struct seen *seen = app_seen(screen->app);
	int64_t now = clock_now();

	buf_adds(out, token_badge(seen, n, now, arena));
	if (token_state(seen_record(seen, OF_TOKEN, n), now) == TOKEN_SOON)
		*style |= STYLE_RED;
}

static void cell(struct screen *screen, const struct row *row, size_t column,
		 struct buf *out, unsigned *style)
{
	const struct seen *seen = app_seen(screen->app);
	const struct fact_record *one = seen_record(seen, OF_TOKEN, row->n);
	struct arena arena = { 0 };

	if (column == NAME)
		buf_adds(out, one->name);
	else if (column == STATE)
		add_state(screen, row->n, &arena, out, style);
	else if (column == TYPE)
		buf_adds(out, one->type);
	else if (column == TOKEN)
		buf_adds(out, token_short(one, &arena));
	else if (column == OWNER)
		buf_adds(out, token_owner(seen, row->n) == NOBODY ? "-" :
			 seen_user_label(seen, token_owner(seen, row->n)));
	else if (column == EXPIRES)
		buf_printf(out, "%.10s", *token_get(one, "expires", &arena) ?
			   token_get(one, "expires", &arena) : "never");
	else
		add_scopes(token_get(one, "scopes", &arena), out);
	arena_release(&arena);
}

const struct tab_view tab_view_tokens = {
	.title = "API tokens",
	.one = "token",
	.columns = columns,
	.n_columns = COUNT_OF(columns),
	.unsorted = true,
	.aside = true,
	.carded = true,
	.most = 53,
	.load = load,
	.cell = cell,
	.empty = "No API tokens to see.",
	.first = "{new} registers one that was made in Hex; its value is not kept.",
	.create = "token register",
};
