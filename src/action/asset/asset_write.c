/* asset_write.c: shared assets are made, changed and deleted by Admins. */
#include "action/asset/asset_write.h"

#include <string.h>

#include "access/words.h"
#include "action/core/word_list.h"
#include "action/judge/asset_name.h"
#include "action/judge/files.h"
#include "action/asset/asset_values.h"
#include "action/judge/asset_wish.h"
#include "action/judge/may_workspace.h"
#include "action/judge/names.h"
#include "base/newid.h"
#include "model/kind.h"

enum { NAMED = 20 };

/* ---- create ------------------------------------------------------------------------ */

static bool share_one(struct edit_plan *plan, uint32_t asset, size_t i,
		      unsigned *builtin, struct error *err)
{
	const char *text = arg_at(plan->action, plan->args, "group", i);
	struct edit edit = edit_of(EDIT_ASSET_GROUP);
	enum builtin one;

	if (builtin_parse(text, &one)) {
		*builtin |= one;
		return true;
	}
	edit.asset = asset;
	edit.value = 1;
	if (!app_find_group(plan->app, text, &edit.group, err))
		return error_field(err, "group");
	plan_edit(plan, edit);
	return true;
}

/* A45: with the workspace, unless groups are named, or nobody. */
static bool share_new(struct edit_plan *plan, uint32_t asset, struct error *err)
{
	struct edit edit = edit_of(EDIT_ASSET_BUILTIN);
	size_t i, n = plan_count(plan, "group");
	bool nobody = plan_text(plan, "nobody") != NULL;
	unsigned builtin = n || nobody ? 0 : BUILTIN_WORKSPACE;

	if (n && nobody) {
		error_set(err, ERROR_INVALID, "BOTH",
			  "--group and --nobody exclude each other");
		return error_field(err, "nobody");
	}
	for (i = 0; i < n; i++)
		if (!share_one(plan, asset, i, &builtin, err))
			return false;
	edit.asset = asset;
	edit.value = (int)builtin;
	plan_edit(plan, edit);
	return true;
}

static void describe(struct edit_plan *plan, uint32_t asset)
{
	struct edit edit = edit_of(EDIT_ASSET_DESCRIPTION);

	edit.asset = asset;
	edit.text = plan_text(plan, "description");
	if (edit.text)
		plan_edit(plan, edit);
}

/* A draft that is complete is one no more; a test says nothing of what was changed
 * after it. */
static void set_status(struct edit_plan *plan, uint32_t asset, bool was_draft,
		       const struct asset_wish *wish)
{
	struct edit edit = edit_of(EDIT_ASSET_STATUS);
	const char *now = plan->app->facts.assets[asset].status;
	bool tested = strcmp(now, "ok") == 0 || strcmp(now, "error") == 0;

	edit.asset = asset;
	edit.text = wish->draft ? "draft" : "untested";
	if (wish->draft || was_draft || (tested && wish->untested))
		plan_edit(plan, edit);
}

static uint32_t add(struct edit_plan *plan, uint32_t kind,
		    const struct asset_wish *wish)
{
	struct edit edit = edit_of(EDIT_ASSET_ADD);
	char id[NEWID_TEXT];

	newid(id, "a");
	edit.text = arena_strdup(plan->arena, id);
	edit.text2 = wish->name;
	edit.text3 = wish->type;
	edit.text4 = wish->config;
	edit.value = (int)kind;
	plan_edit(plan, edit);
	return facts_asset(&plan->app->facts, id);
}

static struct asset_values values_of(const struct edit_plan *plan, uint32_t kind,
				     uint32_t asset, const struct asset_wish *wish)
{
	return (struct asset_values){ kind_at(kind), kind_at(kind)->code, wish->type,
		wish->config, "", plan->app->facts.assets[asset].id, NULL };
}

static bool create(struct edit_plan *plan, uint32_t kind, struct error *err)
{
	const struct asset_kind *k = kind_at(kind);
	struct asset_wish wish = { .type = "", .config = "{}" };
	const struct facts *facts = &plan->app->facts;
	struct asset_values values;
	uint32_t asset;

	if (!plan_needs_admin(plan, err) ||
	    !plan_needs_plan(plan, k->plan, k->plural, err) ||
	    !asset_wish_take(plan, kind, &wish, err) ||
	    !asset_name_good(k, wish.name, err) ||
	    !asset_name_free(plan, kind, NOBODY, wish.name, err) ||
	    !length_good(plan, "description", err) ||
	    !asset_rules_good(plan, kind, &wish, err))
		return false;
	asset = add(plan, kind, &wish);
	describe(plan, asset);
	set_status(plan, asset, kind_has_types(k), &wish);
	if (!share_new(plan, asset, err))
		return false;
	plan_message(plan, TENSE("Created", "Would create") " the %s %s"
		     TENSE(" (%s)", "") ", shared with %s.", k->label,
		     word_cut(plan->arena, wish.name), facts->assets[asset].id,
		     access_shared_with(app_seen(plan->app), asset, plan->arena));
	plan_target(plan, facts->assets[asset].id);
	values = values_of(plan, kind, asset, &wish);
	asset_values_warn(plan, &values);
	return asset_values_take(plan, &values, err);
}

bool asset_create_plan(struct edit_plan *plan, struct error *err)
{
	uint32_t kind = (uint32_t)plan->action->kind;

	return plan_text(plan, "project") ? own_create_plan(plan, kind, err) :
		create(plan, kind, err);
}

/* ---- edit -------------------------------------------------------------------------- */

static void set_text(struct edit_plan *plan, enum edit_kind kind, uint32_t asset,
		     const char *text)
{
	struct edit edit = edit_of(kind);

	edit.asset = asset;
	edit.text = text;
	plan_edit(plan, edit);
}

static void write_wish(struct edit_plan *plan, uint32_t asset,
		       bool was_draft, const struct asset_wish *wish)
{
	set_text(plan, EDIT_ASSET_NAME, asset, wish->name);
	set_text(plan, EDIT_ASSET_TYPE, asset, wish->type);
	set_text(plan, EDIT_ASSET_CONFIG, asset, wish->config);
	describe(plan, asset);
	set_status(plan, asset, was_draft, wish);
}

/* New SQL cells do not start with what is unfinished. */
static bool default_good(struct edit_plan *plan, uint32_t asset, bool was_draft,
			 const struct asset_wish *wish, struct error *err)
{
	return !wish->draft || was_draft || may_be_draft(plan, asset, err);
}

static bool edit_shared(struct edit_plan *plan, uint32_t kind, struct error *err)
{
	const struct asset_kind *k = kind_at(kind);
	const struct fact_asset *a;
	struct asset_wish wish = { 0 };
	struct asset_values values;
	size_t before = plan->n;
	uint32_t asset;
	bool was_draft;

	if (!plan_needs_admin(plan, err) ||
	    !plan_asset_at(plan, "asset", 0, &asset, err) ||
	    !plan_needs_plan(plan, k->plan, k->plural, err) ||	/* D15 */
	    !asset_wish_given(plan, kind, err))
		return false;
	a = &plan->app->facts.assets[asset];
	was_draft = kind_has_types(k) && strcmp(a->status, "draft") == 0;
	wish.name = a->name;
	wish.type = a->type;
	wish.config = a->config;
	wish.draft = was_draft;
	if (!asset_wish_take(plan, kind, &wish, err) ||
	    !asset_name_good(k, wish.name, err) ||
	    !asset_name_free(plan, kind, asset, wish.name, err) ||
	    !length_good(plan, "description", err) ||
	    !asset_rules_good(plan, kind, &wish, err) ||
	    !default_good(plan, asset, was_draft, &wish, err))
		return false;
	wish.untested = wish.untested || asset_values_given(plan);
	write_wish(plan, asset, was_draft, &wish);
	if (plan->n > before || asset_values_given(plan))
		plan_message(plan, TENSE("Changed", "Would change") " the %s %s.", k->label,
			     word_cut(plan->arena, wish.name));
	plan_target(plan, plan->app->facts.assets[asset].id);
	values = values_of(plan, kind, asset, &wish);
	return asset_values_take(plan, &values, err);
}

bool asset_edit_plan(struct edit_plan *plan, struct error *err)
{
	uint32_t kind = (uint32_t)plan->action->kind;

	return plan_text(plan, "project") ? own_edit_plan(plan, kind, err) :
		edit_shared(plan, kind, err);
}

/* ---- delete ------------------------------------------------------------------------ */

/* A10: the projects that lose it, with their owners. */
static const char *users_of(struct edit_plan *plan, uint32_t asset, size_t *n)
{
	const struct facts *facts = &plan->app->facts;
	const struct numbers *projects = &facts->assets[asset].projects;
	const struct fact_project *project;
	struct words words;
	uint32_t i;

	words_init(&words, NAMED);
	for (i = 0; i < projects->n; i++) {
		project = &facts->projects[projects->v[i]];
		if (project->gone)
			continue;
		words_add(&words, words.n >= NAMED ? "" :
			  arena_printf(plan->arena, "%s (%s)",
				       word_title(plan->arena, app_seen(plan->app),
						  projects->v[i], project->title),
				       plan_word(plan, OF_USER, project->owner)));
	}
	*n = words.n;
	return words_done(&words, plan->arena);
}

/* What projects name of it has nowhere to be read from any more: ", with 3 files". */
static const char *drop_files(struct edit_plan *plan, uint32_t asset)
{
	const struct facts *facts = &plan->app->facts;
	uint32_t p, n = 0;

	if (!kind_has_files(kind_at(facts->assets[asset].kind)))
		return "";
	for (p = 0; p < facts->n_projects; p++)
		n += files_drop(plan, p, asset);
	return !n ? "" : arena_printf(plan->arena, ", with %u file%s of it that projects "
				      "name", n, n == 1 ? "" : "s");
}

/* A10, A04 */
static void say_deleted(struct edit_plan *plan, uint32_t asset, const char *name)
{
	const char *label = kind_at(plan->app->facts.assets[asset].kind)->label;
	const char *list, *files = drop_files(plan, asset);
	size_t n;

	list = users_of(plan, asset, &n);
	if (n == 0) {
		plan_message(plan, TENSE("Deleted", "Would delete")
			     " the %s %s, which no project " TENSE("used", "uses")
			     "%s.", label, name, files);
		return;
	}
	plan_warn(plan, "ASSET_USED", "it is removed from %s, and this cannot be "
		  "undone: %s", n == 1 ? "the one project that uses it" :
		  arena_printf(plan->arena, "all %zu projects that use it", n),
		  list);
	plan_message(plan, TENSE("Deleted", "Would delete") " the %s %s, "
		     TENSE("removed", "removing it") " from %zu project%s%s.", label,
		     name, n, n == 1 ? "" : "s", files);
}

static bool delete_shared(struct edit_plan *plan, struct error *err)
{
	const struct facts *facts = &plan->app->facts;
	struct edit gone = edit_of(EDIT_ASSET_DELETE);
	const char *name;

	if (!plan_needs_admin(plan, err) ||
	    !plan_asset_at(plan, "asset", 0, &gone.asset, err))
		return false;
	name = plan_word(plan, OF_ASSET, gone.asset);
	plan_confirm(plan, facts->assets[gone.asset].name);
	plan_target(plan, facts->assets[gone.asset].id);
	if (facts->default_asset == gone.asset) {	/* D18 */
		plan_edit(plan, edit_of(EDIT_DEFAULT_ASSET));
		plan_warn(plan, "DEFAULT_CLEARED", "%s is the default connection; "
			  "there will be none", name);
	}
	say_deleted(plan, gone.asset, name);
	plan_edit(plan, gone);
	return true;
}

bool asset_delete_plan(struct edit_plan *plan, struct error *err)
{
	uint32_t kind = (uint32_t)plan->action->kind;

	return plan_text(plan, "project") ? own_delete_plan(plan, kind, err) :
		delete_shared(plan, err);
}
