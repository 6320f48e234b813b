/* file_write.c: facts as a workspace file, byte-identical for equal content:
 * every list in order of id, defaults written out, what is gone left out. */
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/json_write.h"
#include "base/mem.h"
#include "model/config.h"
#include "model/edit_field.h"
#include "model/facts_priv.h"
#include "model/kind.h"
#include "model/workspace_file.h"

/* What is sorted: users before groups, then ids. */
struct item {
	const char *id;
	uint32_t number;
	bool group;
	uint8_t level;
};

struct items {
	struct item *v;
	size_t n, cap;
};

static void items_add(struct items *items, const char *id, uint32_t number)
{
	items->v = mem_grow(items->v, items->n, &items->cap,
			    sizeof(*items->v));
	items->v[items->n++] = (struct item){ .id = id, .number = number };
}

static int by_id(const void *a, const void *b)
{
	const struct item *x = a, *y = b;

	if (x->group != y->group)
		return x->group ? 1 : -1;
	return strcmp(x->id, y->id);
}

static void items_sort(struct items *items)
{
	if (items->n > 1)
		qsort(items->v, items->n, sizeof(*items->v), by_id);
}

static void items_release(struct items *items)
{
	free(items->v);
	memset(items, 0, sizeof(*items));
}

/* Sorted ids as strings into the open list; forgets the items. */
static void items_json(struct json *json, struct items *items)
{
	items_sort(items);
	for (size_t i = 0; i < items->n; i++)
		jsonw_string(json, items->v[i].id);
	items_release(items);
}

static void time_json(struct json *json, const char *key, int64_t time)
{
	char text[CLOCK_TEXT];

	if (time == 0)
		return;
	clock_rfc3339(time, text);
	jsonw_kstring(json, key, text);
}

static void optional_json(struct json *json, const char *key, const char *text)
{
	if (text && *text)
		jsonw_kstring(json, key, text);
}

/* The top fields of the kind stand beside "config", the rest in it. */
static void fields_json(struct json *json, const char *config,
			const struct kind_field *fields)
{
	struct arena arena = { 0 };
	const char *rest = config_rest(config, fields, &arena), *value;

	for (; fields && fields->name; fields++) {
		value = fields->top ? config_json(config, fields->name, &arena)
			: NULL;
		if (!value)
			continue;
		jsonw_key(json, fields->name);
		jsonw_raw(json, value);
	}
	if (strcmp(rest, "{}") != 0) {
		jsonw_key(json, "config");
		jsonw_raw(json, rest);
	}
	arena_release(&arena);
}

/* ---- users, groups, providers ---------------------------------------------------- */

/* All that are not gone of a sort, in order of id. */
static void things_json(struct json *json, const struct facts *facts,
			enum whose whose,
			void (*one_json)(struct json *json,
					 const struct facts *facts, uint32_t n))
{
	struct items items = { 0 };

	for (uint32_t i = 0; i < whose_n(facts, whose); i++)
		if (!*whose_gone(facts, whose, i))
			items_add(&items, whose_id(facts, whose, i), i);
	items_sort(&items);
	jsonw_key(json, whose_table(whose));
	jsonw_array(json);
	for (size_t i = 0; i < items.n; i++)
		one_json(json, facts, items.v[i].number);
	jsonw_array_end(json);
	items_release(&items);
}

static void user_json(struct json *json, const struct facts *facts, uint32_t n)
{
	const struct fact_user *user = &facts->users[n];

	jsonw_object(json);
	jsonw_kstring(json, "id", user->id);
	jsonw_kstring(json, "email", user->email);
	jsonw_kstring(json, "name", user->name);
	jsonw_kstring(json, "role", role_code(user->role));
	jsonw_kbool(json, "active", user->active);
	optional_json(json, "unix_login", user->login);
	time_json(json, "last_login", user->last_login);
	jsonw_object_end(json);
}

static void group_json(struct json *json, const struct facts *facts, uint32_t n)
{
	const struct fact_group *group = &facts->groups[n];
	struct items members = { 0 };

	jsonw_object(json);
	jsonw_kstring(json, "id", group->id);
	jsonw_kstring(json, "name", group->name);
	jsonw_key(json, "members");
	jsonw_array(json);
	for (uint32_t i = 0; i < group->members.n; i++)
		if (!facts->users[group->members.v[i]].gone)
			items_add(&members, facts->users[group->members.v[i]].id,
				  0);
	items_json(json, &members);
	jsonw_array_end(json);
	jsonw_object_end(json);
}

static void record_json(struct json *json, const struct fact_record *one)
{
	jsonw_object(json);
	jsonw_kstring(json, "id", one->id);
	jsonw_kstring(json, "type", one->type);
	jsonw_kstring(json, "name", one->name);
	fields_json(json, one->config, NULL);
	jsonw_object_end(json);
}

static void provider_json(struct json *json, const struct facts *facts, uint32_t n)
{
	record_json(json, &facts->providers[n]);
}

static void token_json(struct json *json, const struct facts *facts, uint32_t n)
{
	record_json(json, &facts->tokens[n]);
}

/* Neither of them stands in files that have none. */
static void records_json(struct json *json, const struct facts *facts)
{
	if (whose_any(facts, OF_PROVIDER))
		things_json(json, facts, OF_PROVIDER, provider_json);
	if (whose_any(facts, OF_TOKEN))
		things_json(json, facts, OF_TOKEN, token_json);
}

/* ---- assets ---------------------------------------------------------------------- */

static void access_json(struct json *json, const struct facts *facts,
			const struct fact_asset *asset)
{
	struct items groups = { 0 };
	const struct fact_group *group;

	jsonw_key(json, "access");
	jsonw_array(json);
	for (size_t i = 0; i < BUILTINS; i++)
		if (asset->builtin & builtin_all[i])
			jsonw_string(json, builtin_code(builtin_all[i]));
	for (uint32_t i = 0; i < asset->groups.n; i++) {
		group = &facts->groups[asset->groups.v[i]];
		if (!group->gone)
			items_add(&groups, group->id, 0);
	}
	items_json(json, &groups);
	jsonw_array_end(json);
}

static void asset_json(struct json *json, const struct facts *facts, uint32_t n)
{
	const struct fact_asset *asset = &facts->assets[n];
	const struct asset_kind *kind = kind_at(asset->kind);

	jsonw_object(json);
	jsonw_kstring(json, "id", asset->id);
	jsonw_kstring(json, "kind", kind->code);
	jsonw_kstring(json, "name", asset->name);
	optional_json(json, "type", asset->type);
	fields_json(json, asset->config, kind->fields);
	optional_json(json, "description", asset->description);
	if (strcmp(asset->status, facts_asset_status(asset)) != 0)
		optional_json(json, "status", asset->status);
	time_json(json, "created_at", asset->created);
	optional_json(json, "created_by", asset->created_by);
	time_json(json, "updated_at", asset->updated);
	optional_json(json, "updated_by", asset->updated_by);
	time_json(json, "refreshed_at", asset->refreshed);
	if (asset->refresh_asks)
		jsonw_kint(json, "refresh_asks", asset->refresh_asks);
	time_json(json, "refresh_asked_at", asset->refresh_asked);
	optional_json(json, "refresh_asked_by", asset->refresh_asked_by);
	access_json(json, facts, asset);
	jsonw_object_end(json);
}

/* ---- projects -------------------------------------------------------------------- */

static void grants_json(struct json *json, const struct facts *facts,
			const struct fact_project *project)
{
	const struct fact_grant *grant;
	struct items items = { 0 };

	for (uint32_t i = 0; i < project->n_grants; i++) {
		grant = &project->grants[i];
		if (grant->group ? facts->groups[grant->who].gone :
		    facts->users[grant->who].gone)
			continue;
		items_add(&items, grant->group ? facts->groups[grant->who].id :
			  facts->users[grant->who].id, 0);
		items.v[items.n - 1].group = grant->group;
		items.v[items.n - 1].level = grant->level;
	}
	items_sort(&items);
	jsonw_key(json, "grants");
	jsonw_array(json);
	for (size_t i = 0; i < items.n; i++) {
		jsonw_object(json);
		jsonw_kstring(json, items.v[i].group ? "group" : "user",
			     items.v[i].id);
		jsonw_kstring(json, "level",
			     level_code((enum level)items.v[i].level));
		jsonw_object_end(json);
	}
	jsonw_array_end(json);
	items_release(&items);
}

static void imports_json(struct json *json, const struct facts *facts,
			 const struct fact_project *project)
{
	struct items items = { 0 };
	const struct fact_asset *asset;

	for (uint32_t i = 0; i < project->assets.n; i++) {
		asset = &facts->assets[project->assets.v[i]];
		if (!asset->gone)
			items_add(&items, asset->id, 0);
	}
	jsonw_key(json, "assets");
	jsonw_array(json);
	items_json(json, &items);
	jsonw_array_end(json);
}

static void own_json(struct json *json, const struct fact_project *project)
{
	const struct fact_own *own;
	struct items items = { 0 };

	if (project->n_own == 0)
		return;
	for (uint32_t i = 0; i < project->n_own; i++)
		items_add(&items, project->own[i].id, i);
	items_sort(&items);
	jsonw_key(json, "own");
	jsonw_array(json);
	for (size_t i = 0; i < items.n; i++) {
		own = &project->own[items.v[i].number];
		jsonw_object(json);
		jsonw_kstring(json, "id", own->id);
		jsonw_kstring(json, "kind", kind_at(own->kind)->code);
		jsonw_kstring(json, "name", own->name);
		optional_json(json, "type", own->type);
		fields_json(json, own->config ? own->config : "{}",
			    kind_at(own->kind)->fields);
		jsonw_object_end(json);
	}
	jsonw_array_end(json);
	items_release(&items);
}

static void categories_json(struct json *json, const char *joined)
{
	const char *end;
	char *one;

	if (!*joined)
		return;
	jsonw_key(json, "categories");
	jsonw_array(json);
	for (; joined; joined = *end ? end + 1 : NULL) {
		end = strchrnul(joined, ',');
		one = mem_array((size_t)(end - joined) + 1, 1);
		memcpy(one, joined, (size_t)(end - joined));
		jsonw_string(json, one);
		free(one);
	}
	jsonw_array_end(json);
}

static void project_json(struct json *json, const struct facts *facts, uint32_t n)
{
	const struct fact_project *project = &facts->projects[n];
	const struct edit_field *field = NULL;

	jsonw_object(json);
	jsonw_kstring(json, "id", project->id);
	jsonw_kstring(json, "title", project->title);
	optional_json(json, "description", project->description);
	jsonw_kstring(json, "owner", facts->users[project->owner].id);
	jsonw_kstring(json, "state", state_code(project->state));
	if (project->state == STATE_TRASHED)
		time_json(json, "trashed_at", project->trashed);
	optional_json(json, "status", project->status);
	categories_json(json, project->categories);
	while ((field = edit_field_plain(OF_PROJECT, field)))
		optional_json(json, field->column, field_text(field, project));
	jsonw_kbool(json, "editors_may_share", project->editors_may_share);
	grants_json(json, facts, project);
	jsonw_kstring(json, "workspace",
		     level_code((enum level)project->workspace));
	jsonw_kstring(json, "public_web",
		     level_code((enum level)project->public_web));
	imports_json(json, facts, project);
	own_json(json, project);
	jsonw_object_end(json);
}

static void workspace_json(struct json *json, const struct facts *facts)
{
	jsonw_key(json, "workspace");
	jsonw_object(json);
	jsonw_kstring(json, "name", facts->name);
	jsonw_kstring(json, "plan", plan_code(facts->plan));
	jsonw_key(json, "settings");
	jsonw_object(json);
	jsonw_kbool(json, "share_to_web", facts->share_to_web);
	jsonw_kbool(json, "api_access", facts->api_access);
	jsonw_kint(json, "token_max_days", facts->token_max_days);
	jsonw_kbool(json, "show_secret_values", facts->show_secret_values);
	optional_json(json, "ssh_public_key", facts->ssh_public_key);
	jsonw_object_end(json);
	jsonw_object_end(json);
}

void workspace_write_json(struct buf *out, const struct facts *facts)
{
	uint32_t asset = facts->default_asset;
	struct json json;

	jsonw_init(&json, out, 2);
	jsonw_object(&json);
	jsonw_kstring(&json, "format", "gatehouse-workspace");
	jsonw_kint(&json, "version", 1);
	workspace_json(&json, facts);
	things_json(&json, facts, OF_USER, user_json);
	things_json(&json, facts, OF_GROUP, group_json);
	records_json(&json, facts);
	things_json(&json, facts, OF_ASSET, asset_json);
	jsonw_kstring(&json, "default_connection",
		     asset == NOBODY || facts->assets[asset].gone ? NULL :
		     facts->assets[asset].id);
	things_json(&json, facts, OF_PROJECT, project_json);
	jsonw_object_end(&json);
	buf_addc(out, '\n');
}
