/* data_sources.c: the shared data connections (F-1). */
#include "screen/tabs/tab.h"

#include "base/glyph.h"

enum { NAME, TYPE, GROUPS, USAGE, DEFAULT, STATUS, AUTH, REFRESHED };

static const struct list_column columns[] = {
	[NAME] = { "CONNECTION", "name", 16, 24, 0, false, false, false },
	[TYPE] = { "TYPE", "type", 10, 0, 2, false, false, false },
	[GROUPS] = { "GROUPS WITH ACCESS|GROUPS", "groups", 12, 30, 0, false, true, false },
	[USAGE] = { "USAGE", "usage", 5, 5, 0, true, true, false },
	[DEFAULT] = { "DEFAULT", "default", 7, 7, 1, false, false, false },
	[STATUS] = { "STATUS", "status", 6, 8, 3, false, false, false },
	[AUTH] = { "AUTH", "auth", 8, 12, 5, false, false, false },
	[REFRESHED] = { "SCHEMA REFRESH", "refreshed", 16, 16, 4, false, false, false },
};

static const enum asset_cell cells[] = {
	ASSET_NAME, ASSET_TYPE, ASSET_GROUPS, ASSET_USAGE, ASSET_DEFAULT,
	ASSET_STATUS, ASSET_AUTH, ASSET_REFRESHED
};

/* A53, and what SSH servers must know (DOMAIN 3.5): for Admins. */
static bool foot(struct screen *screen, int line, struct buf *out)
{
	const char *key = seen_workspace(app_seen(screen->app)).ssh_public_key;

	if (!app_is_admin(screen->app))
		return false;
	if (line == 0) {
		buf_adds(out, "Tip: start with the default sharing, Workspace; S "
			 "narrows it.");
		if (!screen->default_apart &&
		    seen_workspace(app_seen(screen->app)).has_default)
			buf_printf(out, " %s is the default connection.",
				   glyph(GLYPH_DEFAULT));
	} else
		buf_printf(out, "Public key for SSH: %s", *key ? key :
			   "not kept here yet (: workspace set)");
	return true;
}

static const struct tab_view view = {
	.title = "Data connections",
	.one = "connection",
	.columns = columns,
	.most = 53,
	.n_columns = COUNT_OF(columns),
	.assets = cells,
	.create = "connection create",
	.links = { [GROUPS] = LINK_ACCESS, [USAGE] = LINK_USAGE },
	.foot = foot,
	.empty = "No data connections yet.",
	.unseen = "No data connections to see.",
	.first = "{new} creates the first one. Then {import} on a project brings it in. "
		"Sharing it with Workspace is a good start; {share} names groups "
		"where data is sensitive.",
};

const struct tab tab_data_sources = {
	.name = "data_sources",
	.title = "Data sources",
	.brief = "Data src",
	.path = "Settings > Data sources",
	.views = { &view },
};
