/* secrets.c: the shared secrets, values always masked (F-2). */
#include "screen/tabs/tab.h"

enum { NAME, VALUE, GROUPS, USAGE, SEEN, UPDATED, BY, CREATED, CREATED_BY };

static const struct list_column columns[] = {
	[NAME] = { "SECRET", "name", 13, 24, 0, false, false, false },
	[VALUE] = { "VALUE", "value", 8, 0, 4, false, false, false },
	[GROUPS] = { "GROUPS WITH ACCESS|GROUPS", "groups", 12, 30, 0, false, true, false },
	[USAGE] = { "USAGE", "usage", 5, 5, 0, true, true, false },
	[SEEN] = { "SEEN BY", "seen", 7, 7, 1, true, false, false },
	[UPDATED] = { "UPDATED", "updated", 16, 16, 2, false, false, false },
	[BY] = { "BY", "by", 8, 18, 5, false, false, false },
	[CREATED] = { "CREATED", "created", 16, 16, 3, false, false, false },
	[CREATED_BY] = { "CREATED BY", "created-by", 10, 18, 6, false, false, false },
};

static const enum asset_cell cells[] = {
	ASSET_NAME, ASSET_VALUE, ASSET_GROUPS, ASSET_USAGE, ASSET_SEEN_BY,
	ASSET_UPDATED, ASSET_BY, ASSET_CREATED, ASSET_CREATED_BY
};

static const struct tab_view view = {
	.title = "Secrets",
	.one = "secret",
	.columns = columns,
	.n_columns = COUNT_OF(columns),
	.assets = cells,
	.create = "secret create",
	.links = { [GROUPS] = LINK_ACCESS, [USAGE] = LINK_USAGE },
	.empty = "No shared secrets yet.",
	.unseen = "No secrets to see.",
	.first = "{new} creates the first one. Then {import} on a project brings it in: who "
		"can edit that project sees its value.",
};

const struct tab tab_secrets = {
	.name = "secrets",
	.title = "Secrets",
	.brief = "Secrets",
	.path = "Settings > Secrets",
	.views = { &view },
};
