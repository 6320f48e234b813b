/* secrets.c: the shared secrets, values always masked (F-2). */
#include "screen/tabs/tab.h"

#include "access/rights.h"

enum { NAME, VALUE, GROUPS, USAGE, SEEN, UPDATED, BY };

static const struct list_column columns[] = {
	[NAME] = { "SECRET", "name", 16, 0, 0, false, false },
	[VALUE] = { "VALUE", "value", 8, 8, 4, false, false },
	[GROUPS] = { "GROUPS WITH ACCESS", "groups", 18, 26, 0, false, true },
	[USAGE] = { "USAGE", "usage", 5, 5, 0, true, true },
	[SEEN] = { "SEEN BY", "seen", 7, 7, 1, true, false },
	[UPDATED] = { "UPDATED", "updated", 16, 16, 2, false, false },
	[BY] = { "BY", "by", 8, 18, 5, false, false },
};

static void load(struct screen *screen, struct rows *out)
{
	rows_assets(screen, out, "Settings > Secrets");
}

static uint32_t seen_by(struct screen *screen, uint32_t asset)
{
	const struct seen *seen = app_seen(screen->app);
	struct verdict *verdicts = screen_verdicts(screen, seen_n_users(seen));
	struct arena arena = { 0 };
	bool *sees = arena_array(&arena, (size_t)seen_n_users(seen) + 1, 1);
	uint32_t n = right_value_seers(seen_judged(seen), asset, verdicts, sees);

	arena_release(&arena);
	return n;
}

static void cell(struct screen *screen, const struct row *row, size_t column,
		 struct buf *out, unsigned *style)
{
	const struct fact_asset *asset = seen_asset(app_seen(screen->app), row->n);

	(void)style;
	if (column > VALUE &&
	    sees_asset(app_seen(screen->app), row->n) != SIGHT_ALL)
		return;			/* the name is all one sees */
	switch (column) {
	case NAME:
		buf_adds(out, seen_asset_label(app_seen(screen->app), row->n));
		break;
	case VALUE:
		buf_adds(out, "********");
		break;
	case GROUPS:
		cell_shared_with(screen, row->n, out);
		break;
	case USAGE:
		cell_usage(screen, row->n, out);
		break;
	case SEEN:
		buf_printf(out, "%u", seen_by(screen, row->n));
		break;
	case UPDATED:
		cell_time(asset->updated, out);
		break;
	default:
		buf_adds(out, asset->updated_by[0] ? asset->updated_by : "-");
		break;
	}
}

static bool compare(struct screen *screen, const struct row *a,
		    const struct row *b, size_t column, int *order)
{
	const struct seen *seen = app_seen(screen->app);

	if (column == USAGE)
		*order = compare_number(asset_usage(seen, a->n),
					asset_usage(seen, b->n));
	else if (column == SEEN)
		*order = compare_number(seen_by(screen, a->n),
					seen_by(screen, b->n));
	else if (column == UPDATED)
		*order = compare_number(seen_asset(seen, a->n)->updated,
					seen_asset(seen, b->n)->updated);
	else
		return false;
	return true;
}

static const struct tab_view view = {
	.title = "Secrets",
	.one = "secret",
	.columns = columns,
	.n_columns = sizeof(columns) / sizeof(columns[0]),
	.share = 60,
	.load = load,
	.cell = cell,
	.compare = compare,
	.create = "secret create",
	.links = { [GROUPS] = LINK_ACCESS, [USAGE] = LINK_USAGE },
	.empty = "No shared secrets yet. :workspace import brings "
		"them in. A value is visible to whoever can edit a project that "
		"imports it.",
};

const struct tab tab_secrets = {
	.name = "secrets",
	.title = "Secrets",
	.brief = "Secrets",
	.path = "Settings > Secrets",
	.kind = "secret",
	.views = { &view },
};
