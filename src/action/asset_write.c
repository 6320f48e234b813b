/* asset_write.c: shared assets are made, changed and deleted by Admins. */
#include "action/asset_write.h"

#include <string.h>

#include "action/asset_fields.h"
#include "action/asset_name.h"
#include "action/word_list.h"
#include "base/newid.h"
#include "base/text.h"
#include "model/config.h"
#include "model/kind.h"

enum { NAMED = 20, DESCRIPTION_MOST = 65536 };

static bool kind_of(const struct edit_plan *plan, uint32_t *kind,
		    struct error *err)
{
	size_t found;

	if (!kind_find(plan->action->noun, &found))
		return error_set(err, ERROR_BUG, NULL, "no kind %s",
				 plan->action->noun);
	*kind = (uint32_t)found;
	return true;
}

/* ---- what is asked for --------------------------------------------------------- */

static bool type_good(struct edit_plan *plan, const struct asset_kind *kind,
		      struct asset_wish *wish, bool was_draft, struct error *err)
{
	const char *type = plan_text(plan, "type");

	if (!type || strcmp(type, wish->type) == 0)
		return true;
	if (*wish->type && !was_draft) {
		error_set(err, ERROR_CONFLICT, "TYPE_FIXED", "the type stays %s: "
			  "only a draft can become another",
			  kind_type(kind, wish->type)->label);
		error_field(err, "type");
		return error_remedy(err, "make a new one, or --draft");
	}
	wish->type = type;
	return true;
}

static bool incomplete(const struct edit_plan *plan, const char *list,
		       const char *first, struct error *err)
{
	error_set(err, ERROR_INVALID, "FIELD_MISSING", "missing: %s", list);
	error_field(err, "%s", first);
	if (strcmp(first, "type") == 0)
		return error_remedy(err, "--type TYPE, or --draft to finish it "
				    "later");
	if (strcmp(plan->action->noun, "package") == 0)
		return error_remedy(err, "--%s VALUE", first);
	return error_remedy(err, "--field %s=VALUE, or --draft to finish it "
			    "later", first);
}

bool asset_wish_take(struct edit_plan *plan, uint32_t number,
		     struct asset_wish *wish, struct error *err)
{
	const struct asset_kind *kind = kind_at(number);
	bool fresh = !wish->name, draft = plan_text(plan, "draft") != NULL;
	struct asset_fields fields = { plan, kind, NULL, wish->config };
	const char *list, *first;
	size_t before, missing;

	if (plan_text(plan, "name"))
		wish->name = plan_text(plan, "name");
	if (!type_good(plan, kind, wish, wish->draft || draft, err))
		return false;
	fields.type = wish->type;
	before = fresh ? 0 : asset_fields_missing(&fields, &list, &first);
	asset_fields_trim(&fields);
	if (!asset_fields_take(&fields, err))
		return false;
	if (!draft && (fresh || wish->draft))
		asset_fields_default(&fields);
	asset_fields_trim(&fields);
	missing = asset_fields_missing(&fields, &list, &first);
	/* What came in a file without them may go on without them. */
	if (missing > before && !draft && !wish->draft)
		return incomplete(plan, list, first, err);
	wish->draft = draft || (wish->draft && missing);
	wish->config = fields.config;
	if (wish->draft && missing)
		plan_warn(plan, "DRAFT", "a draft: still missing %s", list);
	if (fresh)
		asset_fields_warn(&fields);
	return true;
}

bool asset_wish_given(struct edit_plan *plan, uint32_t kind, struct error *err)
{
	static const char *const names[] = { "name", "type", "description",
					     "draft" };
	size_t i;

	for (i = 0; i < COUNT_OF(names); i++)
		if (plan_text(plan, names[i]))
			return true;
	if (asset_fields_given(plan, kind_at(kind)))
		return true;
	error_set(err, ERROR_INVALID, NULL, "nothing to change is given");
	return error_remedy(err, "gatehouse %s %s --help shows what can be given",
			    plan->action->noun, plan->action->verb);
}

static bool description_good(const struct edit_plan *plan, struct error *err)
{
	const char *text = plan_text(plan, "description");

	if (!text || strlen(text) <= DESCRIPTION_MOST)
		return true;
	error_set(err, ERROR_INVALID, "TOO_LONG",
		  "the description is longer than 64 KiB");
	return error_field(err, "description");
}

/* ---- packages -------------------------------------------------------------------- */

static const struct fact_provider *find_provider(const struct facts *facts,
						 const char *text)
{
	const struct fact_provider *found = NULL;
	uint32_t i;

	for (i = 0; i < facts->n_providers; i++)
		if (strcmp(facts->providers[i].id, text) == 0)
			return &facts->providers[i];
	for (i = 0; i < facts->n_providers; i++)
		if (text_casecmp(facts->providers[i].name, text) == 0) {
			if (found)
				return NULL;
			found = &facts->providers[i];
		}
	return found;
}

static bool provider_good(struct edit_plan *plan, const char **config,
			  struct error *err)
{
	const struct facts *facts = &plan->app->facts;
	const char *text = config_get(*config, "provider", plan->arena);
	const struct fact_provider *provider;

	if (!text)
		return true;
	provider = find_provider(facts, text);
	if (!provider) {
		error_set(err, ERROR_NOT_FOUND, "NOT_FOUND",
			  "there is no Git provider \"%s\"",
			  word_cut(plan->arena, text));
		error_field(err, "provider");
		return error_remedy(err, "gatehouse provider list shows what "
				    "there is");
	}
	*config = config_set(*config, "provider", provider->id, plan->arena);
	return strcmp(provider->type, "github_enterprise") != 0 ||
		plan_needs_plan(plan, PLAN_ENTERPRISE, "Packages of GitHub "
				"Enterprise Server", err);
}

/* A36: a commit pins by its SHA; names of branches and tags have no blanks. */
static bool ref_good(struct edit_plan *plan, const char *config,
		     struct error *err)
{
	const char *kind = config_get(config, "ref_kind", plan->arena);
	const char *ref = config_get(config, "ref", plan->arena);
	size_t n = ref ? strlen(ref) : 0;
	bool commit = kind && strcmp(kind, "commit") == 0;

	if (!ref || (commit ? n >= 7 && n <= 64 &&
		     strspn(ref, "0123456789abcdefABCDEF") == n :
		     strcspn(ref, " ~^:?*[\\") == n))
		return true;
	error_set(err, ERROR_INVALID, "BAD_VALUE", commit ?
		  "\"%s\" is not the SHA of a commit" :
		  "\"%s\" is not the name of a branch or tag",
		  word_cut(plan->arena, ref));
	error_field(err, "ref");
	return error_remedy(err, commit ? "7 to 64 hexadecimal digits" :
			    "for example main or v1.2.0");
}

static bool package_good(struct edit_plan *plan, uint32_t kind,
			 struct asset_wish *wish, struct error *err)
{
	if (strcmp(kind_at(kind)->noun, "package") != 0)
		return true;
	return provider_good(plan, &wish->config, err) &&
		ref_good(plan, wish->config, err);
}

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

/* A draft that is complete is one no more. */
static void describe(struct edit_plan *plan, uint32_t asset, bool was_draft,
		     bool draft)
{
	struct edit edit = edit_of(EDIT_ASSET_DESCRIPTION);

	edit.asset = asset;
	edit.text = plan_text(plan, "description");
	if (edit.text)
		plan_edit(plan, edit);
	edit = edit_of(EDIT_ASSET_STATUS);
	edit.asset = asset;
	edit.text = draft ? "draft" : "untested";
	if (draft || was_draft)
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

static bool create(struct edit_plan *plan, uint32_t kind, struct error *err)
{
	const struct asset_kind *k = kind_at(kind);
	struct asset_wish wish = { NULL, "", "{}", false };
	const struct facts *facts = &plan->app->facts;
	uint32_t asset;

	if (!plan_needs_admin(plan, err) ||
	    !plan_needs_plan(plan, k->plan, k->plural, err) ||
	    !asset_wish_take(plan, kind, &wish, err) ||
	    !asset_name_good(k, wish.name, err) ||
	    !asset_name_free(plan, kind, NOBODY, wish.name, err) ||
	    !description_good(plan, err) ||
	    !package_good(plan, kind, &wish, err))
		return false;
	asset = add(plan, kind, &wish);
	describe(plan, asset, false, wish.draft);
	if (!share_new(plan, asset, err))
		return false;
	plan_message(plan, "Created the %s %s (%s), shared with %s.", k->label,
		     word_cut(plan->arena, wish.name), facts->assets[asset].id,
		     access_shared_with(facts, asset, plan->arena));
	plan_target(plan, facts->assets[asset].id);
	return true;
}

bool asset_create_plan(struct edit_plan *plan, struct error *err)
{
	uint32_t kind;

	if (!kind_of(plan, &kind, err))
		return false;
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
	describe(plan, asset, was_draft, wish->draft);
}

static bool edit_shared(struct edit_plan *plan, uint32_t kind, struct error *err)
{
	const struct asset_kind *k = kind_at(kind);
	const struct fact_asset *a;
	struct asset_wish wish;
	uint32_t asset;
	bool was_draft;

	if (!plan_needs_admin(plan, err) ||
	    !plan_asset_at(plan, "asset", 0, &asset, err) ||
	    !plan_needs_plan(plan, k->plan, k->plural, err) ||	/* D15 */
	    !asset_wish_given(plan, kind, err))
		return false;
	a = &plan->app->facts.assets[asset];
	was_draft = k->types && strcmp(a->status, "draft") == 0;
	wish = (struct asset_wish){ a->name, a->type, a->config, was_draft };
	if (!asset_wish_take(plan, kind, &wish, err) ||
	    !asset_name_good(k, wish.name, err) ||
	    !asset_name_free(plan, kind, asset, wish.name, err) ||
	    !description_good(plan, err) ||
	    !package_good(plan, kind, &wish, err))
		return false;
	write_wish(plan, asset, was_draft, &wish);
	plan_message(plan, "Changed the %s %s.", k->label,
		     word_cut(plan->arena, wish.name));
	plan_target(plan, plan->app->facts.assets[asset].id);
	return true;
}

bool asset_edit_plan(struct edit_plan *plan, struct error *err)
{
	uint32_t kind;

	if (!kind_of(plan, &kind, err))
		return false;
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
				       word_cut(plan->arena, project->title),
				       word_user(plan->arena, facts,
						 project->owner)));
	}
	*n = words.n;
	return words_done(&words, plan->arena);
}

static bool delete_shared(struct edit_plan *plan, struct error *err)
{
	const struct facts *facts = &plan->app->facts;
	struct edit gone = edit_of(EDIT_ASSET_DELETE);
	const char *name, *list, *label;
	bool was_default;
	size_t n;

	if (!plan_needs_admin(plan, err) ||
	    !plan_asset_at(plan, "asset", 0, &gone.asset, err))
		return false;
	name = word_asset(plan->arena, facts, gone.asset);
	label = kind_at(facts->assets[gone.asset].kind)->label;
	was_default = facts->default_asset == gone.asset;
	list = users_of(plan, gone.asset, &n);
	plan_target(plan, facts->assets[gone.asset].id);
	if (was_default) {	/* D18 */
		plan_edit(plan, edit_of(EDIT_DEFAULT_ASSET));
		plan_warn(plan, "DEFAULT_CLEARED", "%s is the default connection; "
			  "there will be none", name);
	}
	if (n)
		plan_warn(plan, "ASSET_USED", "removed from %zu project%s: %s; "
			  "this cannot be undone", n, n == 1 ? "" : "s", list);
	plan_edit(plan, gone);
	if (n)
		plan_message(plan, "Deleted the %s %s, removed from %zu "
			     "project%s: %s.", label, name, n, n == 1 ? "" : "s",
			     list);
	else
		plan_message(plan, "Deleted the %s %s, which no project used.",
			     label, name);
	return true;
}

bool asset_delete_plan(struct edit_plan *plan, struct error *err)
{
	uint32_t kind;

	if (!kind_of(plan, &kind, err))
		return false;
	return plan_text(plan, "project") ? own_delete_plan(plan, kind, err) :
		delete_shared(plan, err);
}
