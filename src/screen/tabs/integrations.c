/* integrations.c: the Hex API, Git package import, external file integrations:
 * blocks under their headings (F-3 to F-5). */
#include "screen/tabs/asset_cells.h"

#include <string.h>

#include "model/config.h"
#include "model/kind.h"

enum { NAME, TYPE, DETAIL, GROUPS, USAGE, STATUS };
enum setting { SET_API, SET_EXPIRY, SET_OFFER /* + place in offers */ };

static const char home[] = "Settings > Integrations > ";

static const struct list_column columns[] = {
	[NAME] = { "INTEGRATION", "name", 20, 30, 0, false, false, false },
	[TYPE] = { "TYPE", "type", 10, 0, 4, false, false, false },
	[DETAIL] = { "DETAIL", "detail", 15, 0, 2, false, false, false },
	[GROUPS] = { "GROUPS", "groups", 9, 0, 3, false, true, false },
	[USAGE] = { "USAGE", "usage", 5, 5, 1, true, true, false },
	[STATUS] = { "STATUS", "status", 10, 10, 0, false, false, false },
};

/* A21: what may be connected. */
static const struct { const char *type, *name, *notes; } offers[] = {
	{ "github", "GitHub", "github.com only" },
	{ "github_enterprise", "GitHub Enterprise Server", "plan Enterprise" },
	{ "gitlab", "GitLab", "gitlab.com only" },
	{ "bitbucket", "Bitbucket", "bitbucket.org only" },
};

/* The heading of a kind's block: the last part of its home. */
static const char *block(size_t kind)
{
	const char *at = kind_at(kind)->home;

	return strncmp(at, home, sizeof(home) - 1) == 0 ?
		at + sizeof(home) - 1 : NULL;
}

static const char *offer_name(const char *type)
{
	size_t i;

	for (i = 0; i < COUNT_OF(offers); i++)
		if (strcmp(offers[i].type, type) == 0)
			return offers[i].name;
	return type;
}

static bool is_offered(const char *type)
{
	size_t i;

	for (i = 0; i < COUNT_OF(offers); i++)
		if (strcmp(offers[i].type, type) == 0)
			return true;
	return false;
}

static void load_providers(struct screen *screen, struct rows *out)
{
	const struct seen *seen = app_seen(screen->app);
	uint32_t i, p;
	bool there;

	if (!app_is_admin(screen->app) && app_subject(screen->app) != NOBODY)
		return;
	for (i = 0; i < COUNT_OF(offers); i++) {
		there = false;
		for (p = 0; p < seen_n_providers(seen); p++)
			if (strcmp(seen_provider(seen, p)->type,
				   offers[i].type) == 0) {
				rows_add(out, THING_PROVIDER, p);
				there = true;
			}
		if (!there)
			rows_add(out, THING_SETTING, SET_OFFER + i);
	}
	for (p = 0; p < seen_n_providers(seen); p++)	/* however it came here */
		if (!is_offered(seen_provider(seen, p)->type))
			rows_add(out, THING_PROVIDER, p);
}

static void load(struct screen *screen, struct rows *out)
{
	size_t kind;

	rows_add(out, THING_HEADING, 0);
	rows_add(out, THING_SETTING, SET_API);
	rows_add(out, THING_SETTING, SET_EXPIRY);
	for (kind = 0; kind < kind_count(); kind++) {
		if (!block(kind))
			continue;
		rows_add(out, THING_HEADING, (uint32_t)kind + 1);
		if (kind_field_of(kind_at(kind), &value_provider))
			load_providers(screen, out);
		rows_assets(screen, out, kind_at(kind)->home);
	}
}

static void heading_cell(struct screen *screen, uint32_t n, size_t column,
			 struct buf *out, unsigned *style)
{
	const struct asset_kind *kind = n ? kind_at(n - 1) : NULL;

	*style |= STYLE_BOLD | STYLE_UNDERLINE;
	if (column == NAME)
		buf_adds(out, kind ? block(n - 1) : "Hex API");
	else if (column == DETAIL && kind && seen_workspace(app_seen(screen->app)).plan < kind->plan)
		buf_printf(out, "needs %s", plan_label(kind->plan));
}

static void setting_cell(struct screen *screen, uint32_t n, size_t column,
			 struct buf *out)
{
	const struct seen *seen = app_seen(screen->app);
	size_t offer = n - SET_OFFER;

	if (n >= SET_OFFER && column == NAME)
		buf_printf(out, "  %s", offers[offer].name);
	else if (n >= SET_OFFER && column == DETAIL)
		buf_adds(out, offers[offer].notes);
	else if (n >= SET_OFFER && column == STATUS)
		buf_adds(out, "not set up");
	else if (n >= SET_OFFER && column == TYPE)
		buf_adds(out, "provider");
	else if (column == NAME)
		buf_adds(out, n == SET_API ? "  API access" :
			 "  Personal tokens expire");
	else if (column == STATUS && n == SET_API)
		buf_adds(out, seen_workspace(seen).api_access ? "on" : "off");
	else if (column == STATUS && n == SET_EXPIRY && seen_workspace(seen).token_max_days)
		buf_printf(out, "%d days", seen_workspace(seen).token_max_days);
	else if (column == STATUS && n == SET_EXPIRY)
		buf_adds(out, "no limit");
	else if (column == TYPE)
		buf_adds(out, "setting");
}

/* "GitHub  ": where it comes from, before what it is. */
static void add_provider(struct screen *screen, const struct fact_asset *asset,
			 struct buf *out)
{
	const struct seen *seen = app_seen(screen->app);
	const struct kind_field *field = kind_field_of(kind_at(asset->kind),
						       &value_provider);
	struct arena arena = { 0 };
	const char *id;
	uint32_t p;

	id = field ? config_get(asset->config, field->name, &arena) : NULL;
	for (p = 0; id && p < seen_n_providers(seen); p++)
		if (strcmp(seen_provider(seen, p)->id, id) == 0)
			buf_printf(out, "%s ",
				   offer_name(seen_provider(seen, p)->type));
	arena_release(&arena);
}

static void cell_of_asset(struct screen *screen, uint32_t n, size_t column,
			  struct buf *out, unsigned *style)
{
	static const enum asset_cell cells[] = {
		ASSET_NAME, ASSET_TYPE, ASSET_DETAIL, ASSET_GROUPS,
		ASSET_USAGE, ASSET_STATUS
	};
	const struct fact_asset *asset = seen_asset(app_seen(screen->app), n);

	if (column == NAME)
		buf_adds(out, "  ");
	if (column == DETAIL)
		add_provider(screen, asset, out);
	if (column == TYPE && !asset->type[0])
		buf_adds(out, kind_at(asset->kind)->noun);
	else
		asset_cell(screen, n, cells[column], out, style);
}

static void cell(struct screen *screen, const struct row *row, size_t column,
		 struct buf *out, unsigned *style)
{
	const struct fact_provider *provider;

	if (row->kind == THING_HEADING) {
		heading_cell(screen, row->n, column, out, style);
	} else if (row->kind == THING_SETTING) {
		setting_cell(screen, row->n, column, out);
	} else if (row->kind == THING_ASSET) {
		cell_of_asset(screen, row->n, column, out, style);
	} else {
		provider = seen_provider(app_seen(screen->app), row->n);
		if (column == NAME)
			buf_printf(out, "  %s", offer_name(provider->type));
		else if (column == TYPE)
			buf_adds(out, "provider");
		else if (column == DETAIL)
			buf_adds(out, provider->name);
		else if (column == STATUS)
			buf_adds(out, "connected");
	}
}

/* n: one more of the block that the cursor is in. */
static const char *create_of(struct screen *screen, const struct thing *focus)
{
	uint32_t n = thing_number(screen->app, focus);
	size_t kind = kind_count();

	if (n == NOBODY)
		return NULL;
	if (focus->kind == THING_HEADING && n > 0)
		kind = n - 1;
	else if (focus->kind == THING_ASSET)
		kind = seen_asset(app_seen(screen->app), n)->kind;
	else if (focus->kind == THING_PROVIDER ||
		 (focus->kind == THING_SETTING && n >= SET_OFFER))
		for (kind = 0; kind < kind_count() && !kind_field_of(
		     kind_at(kind), &value_provider); kind++)
			;
	return kind == kind_count() ? NULL : asset_create(kind);
}

/* The settings have a form; a provider is connected elsewhere. */
static const char *change_of(struct screen *screen, const struct thing *focus,
			     const char **why)
{
	uint32_t n = thing_number(screen->app, focus);

	if (focus->kind == THING_HEADING && n == 0)
		return "workspace set";
	if (focus->kind == THING_SETTING && n < SET_OFFER)
		return "workspace set";
	if (focus->kind == THING_SETTING && n != NOBODY)
		*why = "Git providers are not connected from here yet; a "
			"workspace file that is imported brings them.";
	return NULL;
}

static const struct tab_view view = {
	.title = "Integrations",
	.one = "integration",
	.columns = columns,
	.n_columns = COUNT_OF(columns),
	.unsorted = true,
	.most = 53,
	.load = load,
	.cell = cell,
	.links = { [GROUPS] = LINK_ACCESS, [USAGE] = LINK_USAGE },
	.empty = "Nothing is connected.",
	.create_of = create_of,
	.change_of = change_of,
};

const struct tab tab_integrations = {
	.name = "integrations",
	.title = "Integrations",
	.brief = "Integr.",
	.path = "Settings > Integrations",
	.views = { &view },
};
