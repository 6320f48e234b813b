/* integrations.c: the Hex API, Git package import, external file integrations:
 * blocks under their headings (F-3 to F-5). */
#include "screen/tabs/asset_cells.h"
#include "screen/frame/keymap.h"
#include "screen/tabs/tokens.h"

#include <string.h>

#include "action/asset/token_rows.h"
#include "base/clock.h"
#include "model/config.h"
#include "model/kind.h"
#include "model/provider.h"

enum { NAME, TYPE, DETAIL, GROUPS, USAGE, STATUS };

static const char home[] = "Settings > Integrations > ";

static const struct list_column columns[] = {
	[NAME] = { "INTEGRATION", "name", 20, 30, 0, false, false, false },
	[TYPE] = { "TYPE", "type", 10, 0, 4, false, false, false },
	[DETAIL] = { "DETAIL", "detail", 15, 0, 2, false, false, false },
	[GROUPS] = { "GROUPS", "groups", 9, 0, 3, false, true, false },
	[USAGE] = { "USAGE", "usage", 5, 5, 1, true, true, false },
	[STATUS] = { "STATUS", "status", 10, 16, 0, false, false, false },
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
	const struct provider_type *one = provider_type(type);

	return one ? one->label : type;
}

/* Those of a type, or (NULL) of none that is offered. */
static bool add_providers(struct screen *screen, const char *type, struct rows *out)
{
	const struct seen *seen = app_seen(screen->app);
	const struct fact_record *one;
	bool there = false;
	uint32_t p;

	for (p = 0; p < seen_n_records(seen, OF_PROVIDER); p++) {
		one = seen_record(seen, OF_PROVIDER, p);
		if (!sees_record(seen, OF_PROVIDER, p) ||
		    (type ? strcmp(one->type, type) != 0 :
		     provider_type(one->type) != NULL))
			continue;
		rows_add(out, THING_PROVIDER, p);
		there = true;
	}
	return there;
}

/* A21: the table of providers; what is not connected is a row as well. */
static void load_providers(struct screen *screen, struct rows *out)
{
	const struct provider_type *all;
	size_t n, i;

	if (!app_is_admin(screen->app) && app_subject(screen->app) != NOBODY)
		return;
	all = provider_types(&n);
	for (i = 0; i < n; i++)
		if (!add_providers(screen, all[i].code, out) || !all[i].single)
			rows_add(out, THING_SETTING, SETTING_OFFER + (uint32_t)i);
	(void)add_providers(screen, NULL, out);		/* however it came here */
}

static void load(struct screen *screen, struct rows *out)
{
	size_t kind;

	rows_add(out, THING_HEADING, 0);
	rows_add(out, THING_SETTING, SETTING_API);
	rows_add(out, THING_SETTING, SETTING_EXPIRY);
	for (kind = 0; kind < kind_count(); kind++) {
		if (!block(kind))
			continue;
		rows_add(out, THING_HEADING, (uint32_t)kind + 1);
		if (kind_field_of(kind_at(kind), &value_provider))
			load_providers(screen, out);
		rows_assets(screen, out, kind_at(kind)->home);
	}
}

/* F037: what ends soon is said where one comes by. */
static void tokens_cell(struct screen *screen, size_t column, struct buf *out,
			unsigned *style)
{
	const struct seen *seen = app_seen(screen->app);
	size_t soon = token_ending(seen, clock_now());
	uint32_t n = seen_count_records(seen, OF_TOKEN);

	if (column == DETAIL && n)
		buf_printf(out, "%u API token%s registered: %s", n, n == 1 ? "" : "s",
			   key_said(CMD_OTHER));
	else if (column == DETAIL)
		buf_printf(out, "%s: API tokens", key_said(CMD_OTHER));
	else if (column == STATUS && soon) {
		buf_printf(out, "%zu end%s soon", soon, soon == 1 ? "s" : "");
		*style |= STYLE_RED;
	}
}

static void heading_cell(struct screen *screen, uint32_t n, size_t column,
			 struct buf *out, unsigned *style)
{
	const struct asset_kind *kind = n ? kind_at(n - 1) : NULL;

	*style |= STYLE_BOLD | STYLE_UNDERLINE;
	if (column == NAME)
		buf_adds(out, kind ? block(n - 1) : "Hex API");
	else if (!kind)
		tokens_cell(screen, column, out, style);
	else if (column == DETAIL && seen_workspace(app_seen(screen->app)).plan < kind->plan)
		buf_printf(out, "needs %s", plan_label(kind->plan));
}

/* "API access: on" of the plan's own switches; what the plan has not says so. */
static void api_cell(struct screen *screen, uint32_t n, size_t column,
		     struct buf *out)
{
	const struct seen_workspace w = seen_workspace(app_seen(screen->app));
	bool locked = w.plan < PLAN_TEAM;

	if (column == NAME)
		buf_adds(out, n == SETTING_API ? "  API access" :
			 "  Personal tokens expire");
	else if (column == TYPE)
		buf_adds(out, "setting");
	else if (column == DETAIL && locked)
		buf_adds(out, "not on this plan");
	else if (column == STATUS && locked)
		buf_printf(out, "needs %s", plan_label(PLAN_TEAM));
	else if (column == DETAIL && n == SETTING_EXPIRY)
		buf_printf(out, w.token_max_days ? "after %d days at most" :
			   "after the plan's %d days",
			   token_days_of(w.token_max_days));
	else if (column == STATUS && n == SETTING_API)
		buf_adds(out, w.api_access ? "on" : "off");
	else if (column == STATUS)
		buf_printf(out, "%d days", token_days_of(w.token_max_days));
}

static void offer_cell(struct screen *screen, size_t offer, size_t column,
		       struct buf *out)
{
	const struct seen *seen = app_seen(screen->app);
	const struct provider_type *one;
	size_t n;

	one = &provider_types(&n)[offer];
	if (column == NAME)
		buf_printf(out, "  %s", one->label);
	else if (column == TYPE)
		buf_adds(out, "provider");
	else if (column == DETAIL)
		buf_adds(out, one->notes);
	else if (column == STATUS)
		buf_adds(out, seen_workspace(seen).plan < one->plan ? "locked" :
			 "not set up");
}

static void setting_cell(struct screen *screen, uint32_t n, size_t column,
			 struct buf *out)
{
	if (n >= SETTING_OFFER)
		offer_cell(screen, n - SETTING_OFFER, column, out);
	else
		api_cell(screen, n, column, out);
}

/* The notes of the table (A21), and whether the other side has approved (A22). */
static void provider_cell(struct screen *screen, uint32_t n, size_t column,
			  struct buf *out, unsigned *style)
{
	const struct fact_record *one = seen_record(app_seen(screen->app),
						    OF_PROVIDER, n);
	const struct provider_type *type = provider_type(one->type);
	struct check_badge badge = { .word = "unverified" };
	struct arena arena = { 0 };

	if (column == NAME)
		buf_printf(out, "  %s %s", offer_name(one->type), one->name);
	else if (column == TYPE)
		buf_adds(out, "provider");
	else if (column == DETAIL)
		buf_printf(out, "%s%s", type ? type->notes : "",
			   provider_is_test(one->config, &arena) ? ", test endpoint" : "");
	else if (column == STATUS) {
		if (!check_badge(screen->app, (struct check_subject){ OF_PROVIDER, n },
				 &arena, &badge))
			badge.word = "unverified";
		if (!badge.bad && !provider_approved(one->config, &arena))
			badge.word = "pending";
		else if (strcmp(badge.word, "ok") == 0)
			badge.word = "connected";
		cell_badge(screen, &badge, out);
		*style |= badge.bad ? STYLE_RED : 0;
	}
	arena_release(&arena);
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
	p = id ? whose_find(seen_judged(seen), OF_PROVIDER, id) : NOBODY;
	if (p != NOBODY)
		buf_printf(out, "%s ", offer_name(seen_record(seen, OF_PROVIDER,
							      p)->type));
	arena_release(&arena);
}

/* "main @ 4ed7209, 2 h ago, acme/ml-utils", once it was looked up. */
static bool add_resolved(struct screen *screen, uint32_t n, struct buf *out)
{
	const struct fact_asset *asset = seen_asset(app_seen(screen->app), n);
	struct check_badge badge;
	struct arena arena = { 0 };
	const char *repository;
	bool is;

	is = check_badge(screen->app, (struct check_subject){ OF_ASSET, n }, &arena,
			 &badge) && badge.ref;
	repository = config_get(asset->config, "repository", &arena);
	if (is) {
		buf_printf(out, "%s, ", badge.ref);
		add_provider(screen, asset, out);
		buf_adds(out, repository ? repository : "");
	}
	arena_release(&arena);
	return is;
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
	if (column == DETAIL && add_resolved(screen, n, out))
		return;
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
	if (row->kind == THING_HEADING)
		heading_cell(screen, row->n, column, out, style);
	else if (row->kind == THING_SETTING)
		setting_cell(screen, row->n, column, out);
	else if (row->kind == THING_ASSET)
		cell_of_asset(screen, row->n, column, out, style);
	else
		provider_cell(screen, row->n, column, out, style);
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
		 (focus->kind == THING_SETTING && n >= SETTING_OFFER))
		for (kind = 0; kind < kind_count() && !kind_field_of(
		     kind_at(kind), &value_provider); kind++)
			;
	return kind == kind_count() ? NULL : asset_create(kind);
}

/* The settings have a form; a provider is connected page by page. */
static const char *change_of(struct screen *screen, const struct thing *focus,
			     const char **why)
{
	uint32_t n = thing_number(screen->app, focus);

	*why = NULL;
	if (focus->kind == THING_HEADING && n == 0)
		return "workspace set";
	if (focus->kind == THING_SETTING && n < SETTING_OFFER)
		return "workspace set";
	if (n == NOBODY || (focus->kind == THING_HEADING &&
			    !kind_field_of(kind_at(n - 1), &value_provider)))
		return NULL;
	return focus->kind == THING_SETTING || focus->kind == THING_HEADING ?
		"provider connect" : NULL;
}

static const struct tab_view view = {
	.title = "Integrations",
	.one = "integration",
	.columns = columns,
	.n_columns = COUNT_OF(columns),
	.of_admins = 1u << GROUPS | 1u << USAGE,
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
	.views = { &view, &tab_view_tokens },
};
