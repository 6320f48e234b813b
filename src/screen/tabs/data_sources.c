/* data_sources.c: the shared data connections (F-1). */
#include "screen/tabs/tab.h"

#include <string.h>

enum { NAME, TYPE, GROUPS, USAGE, DEFAULT, STATUS, AUTH, REFRESHED };

static const struct list_column columns[] = {
	[NAME] = { "CONNECTION", "name", 19, 0, 0, false, false },
	[TYPE] = { "TYPE", "type", 9, 10, 2, false, false },
	[GROUPS] = { "GROUPS WITH ACCESS", "groups", 12, 18, 0, false, true },
	[USAGE] = { "USAGE", "usage", 5, 5, 0, true, true },
	[DEFAULT] = { "DEFAULT", "default", 7, 7, 1, false, false },
	[STATUS] = { "STATUS", "status", 6, 8, 3, false, false },
	[AUTH] = { "AUTH", "auth", 8, 12, 5, false, false },
	[REFRESHED] = { "SCHEMA REFRESH", "refreshed", 16, 16, 4, false, false },
};

static void load(struct screen *screen, struct rows *out)
{
	rows_assets(screen, out, "Settings > Data sources");
}

static void cell(struct screen *screen, const struct row *row, size_t column,
		 struct buf *out, unsigned *style)
{
	const struct seen *seen = app_seen(screen->app);
	const struct fact_asset *asset = seen_asset(seen, row->n);

	if (column > TYPE && column != DEFAULT &&
	    sees_asset(seen, row->n) != SIGHT_ALL)
		return;			/* name and type are all one sees */
	switch (column) {
	case NAME:
		buf_adds(out, seen_asset_label(seen, row->n));
		break;
	case TYPE:
		buf_adds(out, asset->type);
		break;
	case AUTH:
		if (!asset_config(asset, "auth", out))
			buf_adds(out, asset_config(asset, "username", out) ?
				 " (user)" : "-");
		break;
	case GROUPS:
		cell_shared_with(screen, row->n, out);
		break;
	case DEFAULT:
		if (seen_workspace(seen).default_asset == row->n) {
			buf_adds(out, "default");
			*style |= STYLE_BOLD;
		}
		break;
	case USAGE:
		cell_usage(screen, row->n, out);
		break;
	case STATUS:
		cell_status(asset, out, style);
		break;
	default:
		cell_time(asset->refreshed, out);
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
	else if (column == REFRESHED)
		*order = compare_number(seen_asset(seen, a->n)->refreshed,
					seen_asset(seen, b->n)->refreshed);
	else
		return false;
	return true;
}

static const struct tab_view view = {
	.title = "Data connections",
	.one = "connection",
	.columns = columns,
	.n_columns = sizeof(columns) / sizeof(columns[0]),
	.share = 60,
	.load = load,
	.cell = cell,
	.compare = compare,
	.create = "connection create",
	.links = { [GROUPS] = LINK_ACCESS, [USAGE] = LINK_USAGE },
	.empty = "No data connections yet. :workspace import brings "
		"them in. Keep the default sharing (Workspace) to start "
		"with; name groups where data is sensitive.",
};

const struct tab tab_data_sources = {
	.name = "data_sources",
	.title = "Data sources",
	.brief = "Data src",
	.path = "Settings > Data sources",
	.kind = "data_connection",
	.views = { &view },
};
