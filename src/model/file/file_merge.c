/* file_merge.c: what a file adds and changes (import --merge): nothing goes. */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "model/edit_field.h"
#include "model/facts_priv.h"
#include "model/file/file_priv.h"
#include "model/kind.h"
#include "model/provider.h"

/* Numbers of `from` -> numbers of `into`. */
struct merge {
	struct facts *into;
	const struct facts *from;
	uint32_t *user, *group, *asset;
	struct error *err;
};

static char *kept(struct merge *merge, const char *text)
{
	return arena_strdup(&merge->into->text, text);
}

static bool conflict(struct merge *merge, const char *what, const char *id,
		     const char *text, const char *fault)
{
	struct quote a, b;

	error_set(merge->err, ERROR_CONFLICT, NULL, "%s %s: %s %s", what,
		  quote(&a, id), quote(&b, text), fault);
	error_field(merge->err, "%s", id);
	return error_remedy(merge->err, "change the file, or the workspace");
}

/* Every value; of the texts those that the file says. */
static void merge_known(struct merge *merge, enum whose whose, void *thing,
			const void *from)
{
	const struct edit_field *field = NULL;
	const char *text;

	while ((field = edit_field_next(whose, field))) {
		text = field_is_text(field) ? field_text(field, from) : NULL;
		if (text && *text)
			field_set_text(field, thing, kept(merge, text));
		else if (!field_is_text(field) && field->holds != HOLDS_THING)
			field_set_value(field, thing, field_value(field, from));
	}
}

static void merge_workspace(struct merge *merge)
{
	struct facts *into = merge->into;
	const struct facts *from = merge->from;

	if (!*from->name)		/* a file without a head */
		return;
	merge_known(merge, OF_WORKSPACE, into, from);
}

/* ---- users and groups --------------------------------------------------------- */

static bool merge_user(struct merge *merge, uint32_t number)
{
	const struct fact_user *from = &merge->from->users[number];
	uint32_t there = facts_user(merge->into, from->id);
	uint32_t holder = facts_user_by_email(merge->into, from->email);
	struct fact_user *user;

	if (holder != NOBODY && holder != there)
		return conflict(merge, "user", from->id, from->email,
				"is the e-mail of another user");
	if (there == NOBODY)
		there = facts_add_user(merge->into, from->id, from->email,
				       from->name, from->role);
	else if (strcmp(merge->into->users[there].email, from->email) != 0)
		facts_set_email(merge->into, there, from->email);
	merge->user[number] = there;
	user = &merge->into->users[there];
	merge_known(merge, OF_USER, user, from);
	if (from->last_login)
		user->last_login = from->last_login;
	return true;
}

static void merge_group(struct merge *merge, uint32_t number)
{
	const struct fact_group *from = &merge->from->groups[number];
	uint32_t there = facts_group(merge->into, from->id);

	if (there == NOBODY)
		there = facts_add_group(merge->into, from->id, from->name);
	merge->group[number] = there;
	merge->into->groups[there].name = kept(merge, from->name);
	for (uint32_t i = 0; i < from->members.n; i++)
		facts_set_member(merge->into, there,
				 merge->user[from->members.v[i]], true);
}

/* ---- assets, providers, tokens ------------------------------------------------------- */

/* What the file does not say of an asset stays. */
static void merge_fields(struct merge *merge, struct fact_asset *asset,
			 const struct fact_asset *from)
{
	bool tested = strcmp(from->status, facts_asset_status(from)) != 0;

	asset->name = kept(merge, from->name);
	if (*from->type)
		asset->type = kept(merge, from->type);
	if (strcmp(from->config, "{}") != 0)
		asset->config = kept(merge, from->config);
	if (*from->description)
		asset->description = kept(merge, from->description);
	if (*from->updated_by)
		asset->updated_by = kept(merge, from->updated_by);
	if (from->updated)
		asset->updated = from->updated;
	if (from->refreshed)
		asset->refreshed = from->refreshed;
	if (from->created) {
		asset->created = from->created;
		asset->created_by = kept(merge, from->created_by);
	}
	if (from->refresh_asked) {
		asset->refresh_asks = from->refresh_asks;
		asset->refresh_asked = from->refresh_asked;
		asset->refresh_asked_by = kept(merge, from->refresh_asked_by);
	}
	if (tested)
		asset->status = from->status;
	else if (strcmp(asset->status, "draft") == 0)
		asset->status = facts_asset_status(asset);
}

static bool merge_asset(struct merge *merge, uint32_t number)
{
	const struct fact_asset *from = &merge->from->assets[number];
	uint32_t there = facts_asset(merge->into, from->id);
	struct fact_asset *asset;

	if (there == NOBODY)
		there = facts_add_asset(merge->into, from->id, from->kind,
					from->name);
	merge->asset[number] = there;
	asset = &merge->into->assets[there];
	if (asset->kind != from->kind)
		return conflict(merge, "asset", from->id,
				kind_at(asset->kind)->code,
				"is its kind in the workspace");
	merge_fields(merge, asset, from);
	asset->builtin |= from->builtin;
	for (uint32_t i = 0; i < from->groups.n; i++)
		facts_set_access(merge->into, there,
				 merge->group[from->groups.v[i]], true);
	return true;
}

static void merge_record(struct merge *merge, enum whose whose, uint32_t number)
{
	const struct fact_record *from = whose_thing(merge->from, whose, number);
	uint32_t there = whose_find(merge->into, whose, from->id);
	struct fact_record *one;

	if (there == NOBODY) {
		(void)facts_add_record(merge->into, whose, from);
		return;
	}
	one = whose_thing(merge->into, whose, there);
	one->type = kept(merge, from->type);
	one->name = kept(merge, from->name);
	one->config = kept(merge, from->config);
}

/* A24, A32: one account a workspace. */
static bool check_accounts(struct merge *merge)
{
	const struct facts *facts = merge->into;
	struct arena arena = { 0 };
	const struct fact_record *one;
	bool good = true;
	uint32_t other;

	for (uint32_t i = 0; i < facts->n_providers && good; i++) {
		one = &facts->providers[i];
		other = one->gone ? NOBODY : provider_rival(facts, one, i, &arena);
		good = other == NOBODY ||
			conflict(merge, "provider", one->id,
				 facts->providers[other].name,
				 "is connected already: one account a workspace");
	}
	arena_release(&arena);
	return good;
}

/* ---- projects ------------------------------------------------------------------- */

static void merge_own(struct merge *merge, uint32_t project,
		      const struct fact_own *from)
{
	struct fact_project *into = &merge->into->projects[project];
	struct fact_own *one = NULL;

	for (uint32_t i = 0; i < into->n_own && !one; i++)
		if (strcmp(into->own[i].id, from->id) == 0)
			one = &into->own[i];
	if (!one)
		one = facts_new_own(merge->into, project);
	one->id = kept(merge, from->id);
	one->name = kept(merge, from->name);
	one->type = kept(merge, from->type);
	one->config = kept(merge, from->config);
	one->kind = from->kind;
}

static void merge_project_lists(struct merge *merge, uint32_t there,
				const struct fact_project *from)
{
	const struct fact_grant *grant;

	for (uint32_t i = 0; i < from->n_grants; i++) {
		grant = &from->grants[i];
		facts_set_grant(merge->into, there, grant->group,
				grant->group ? merge->group[grant->who] :
				merge->user[grant->who],
				(enum level)grant->level);
	}
	for (uint32_t i = 0; i < from->assets.n; i++)
		facts_set_import(merge->into, there,
				 merge->asset[from->assets.v[i]], true);
	for (uint32_t i = 0; i < from->n_own; i++)
		merge_own(merge, there, &from->own[i]);
}

static void merge_project(struct merge *merge, const struct fact_project *from)
{
	uint32_t owner = merge->user[from->owner];
	uint32_t there = facts_project(merge->into, from->id);
	struct fact_project *project;

	if (there == NOBODY)
		there = facts_add_project(merge->into, from->id, from->title,
					  owner);
	else
		facts_set_owner(merge->into, there, owner);
	project = &merge->into->projects[there];
	project->trashed = from->trashed;
	merge_known(merge, OF_PROJECT, project, from);
	merge_project_lists(merge, there, from);
}

/* ---- what must hold afterwards ----------------------------------------------------- */

static bool check_logins(struct merge *merge)
{
	struct strmap logins = { 0 };
	const struct fact_user *user;
	bool good = true;

	for (uint32_t i = 0; i < merge->into->n_users && good; i++) {
		user = &merge->into->users[i];
		if (user->login && !user->gone)
			good = strmap_add(&logins, user->login, i, NULL) ||
				conflict(merge, "user", user->id, user->login,
					 "is the login of another user");
	}
	strmap_release(&logins);
	return good;
}

static bool check_secrets(struct merge *merge)
{
	struct strmap names = { 0 };
	const struct fact_asset *asset;
	bool good = true;

	for (uint32_t i = 0; i < merge->into->n_assets && good; i++) {
		asset = &merge->into->assets[i];
		if (!asset->gone && kind_at(asset->kind)->secret_name)
			good = strmap_add(&names, asset->name, i, NULL) ||
				conflict(merge, "asset", asset->id, asset->name,
					 "is the name of another secret");
	}
	strmap_release(&names);
	return good;
}

static bool check_admin(struct merge *merge)
{
	if (facts_active_admins(merge->into) > 0)
		return true;
	error_set(merge->err, ERROR_CONFLICT, "LAST_ADMIN",
		  "no user would be an active Admin");
	return error_remedy(merge->err, "leave one Admin active");
}

static bool merge_all(struct merge *merge)
{
	const struct facts *from = merge->from;

	merge_workspace(merge);
	for (uint32_t i = 0; i < from->n_users; i++)
		if (!from->users[i].gone && !merge_user(merge, i))
			return false;
	for (uint32_t i = 0; i < from->n_groups; i++)
		if (!from->groups[i].gone)
			merge_group(merge, i);
	for (uint32_t i = 0; i < from->n_assets; i++)
		if (!from->assets[i].gone && !merge_asset(merge, i))
			return false;
	for (uint32_t i = 0; i < from->n_providers; i++)
		merge_record(merge, OF_PROVIDER, i);
	for (uint32_t i = 0; i < from->n_tokens; i++)
		merge_record(merge, OF_TOKEN, i);
	for (uint32_t i = 0; i < from->n_projects; i++)
		if (!from->projects[i].gone)
			merge_project(merge, &from->projects[i]);
	if (from->default_asset != NOBODY)
		merge->into->default_asset = merge->asset[from->default_asset];
	return check_logins(merge) && check_secrets(merge) &&
		check_accounts(merge) && check_admin(merge);
}

bool workspace_merge(struct facts *into, const struct facts *from,
		     struct error *err)
{
	struct merge merge = { .into = into, .from = from, .err = err };
	bool good;

	merge.user = mem_array(from->n_users + 1, sizeof(*merge.user));
	merge.group = mem_array(from->n_groups + 1, sizeof(*merge.group));
	merge.asset = mem_array(from->n_assets + 1, sizeof(*merge.asset));
	good = merge_all(&merge);
	free(merge.user);
	free(merge.group);
	free(merge.asset);
	return good;
}
