/* edit_json.c: an edit as the audit event carries it: text ids, before and
 * after, and of what is deleted all that stood there. */
#include <string.h>

#include "model/edit_priv.h"
#include "model/kind.h"

static void builtins_json(struct json *json, int bits)
{
	static const enum builtin all[] = {
		BUILTIN_WORKSPACE, BUILTIN_GUESTS, BUILTIN_PUBLIC };

	jsonw_array(json);
	for (size_t i = 0; i < COUNT_OF(all); i++)
		if (bits & (int)all[i])
			jsonw_string(json, builtin_code(all[i]));
	jsonw_array_end(json);
}

static void value_json(struct json *json, const struct edit *edit, int value)
{
	switch (edit->kind) {
	case EDIT_PLAN:
		jsonw_string(json, plan_code((enum plan)value));
		break;
	case EDIT_USER_ROLE:
		jsonw_string(json, role_code((enum role)value));
		break;
	case EDIT_PROJECT_STATE:
		jsonw_string(json, state_code((enum state)value));
		break;
	case EDIT_PROJECT_WORKSPACE:
	case EDIT_PROJECT_PUBLIC:
	case EDIT_GRANT_USER:
	case EDIT_GRANT_GROUP:
		jsonw_string(json, level_code((enum level)value));
		break;
	case EDIT_ASSET_BUILTIN:
		builtins_json(json, value);
		break;
	case EDIT_SETTING:
		if (strcmp(edit->text, "token_max_days") == 0) {
			jsonw_int(json, value);
			break;
		}
		jsonw_bool(json, value);
		break;
	default:
		jsonw_bool(json, value);
	}
}

static void values_json(struct json *json, const struct edit *edit)
{
	if (edit->kind == EDIT_SETTING)
		jsonw_kstring(json, "setting", edit->text);
	jsonw_key(json, "before");
	value_json(json, edit, edit->old_value);
	jsonw_key(json, "after");
	value_json(json, edit, edit->value);
}

/* Who had changed it last, and when; and now, unless it is the event's own. */
static void stamp_json(struct json *json, const struct edit *edit)
{
	if (!edit_has_stamp(edit->kind))
		return;
	if (edit->old_when)
		jsonw_kint(json, "old_when", edit->old_when);
	if (edit->old_by && *edit->old_by)
		jsonw_kstring(json, "old_by", edit->old_by);
	if (!edit->when)
		return;
	jsonw_kint(json, "when", edit->when == EDIT_NEVER ? 0 : edit->when);
	if (edit->by && *edit->by)
		jsonw_kstring(json, "by", edit->by);
}

static void text_json(struct json *json, const struct edit *edit,
		      const char *key, const char *text)
{
	jsonw_key(json, key);
	if (edit->kind == EDIT_ASSET_CONFIG || edit->kind == EDIT_OWN_CONFIG)
		jsonw_raw(json, text && *text ? text : "{}");
	else
		jsonw_string(json, text);
}

static const char *pointed_id(const struct facts *facts,
			      const struct edit *edit, uint32_t number)
{
	if (number == NOBODY)
		return NULL;
	return edit->kind == EDIT_DEFAULT_ASSET ? facts->assets[number].id :
		facts->users[number].id;
}

static void pointers_json(struct json *json, const struct facts *facts,
			  const struct edit *edit)
{
	uint32_t after = edit->kind == EDIT_DEFAULT_ASSET ? edit->asset :
		edit->user;

	jsonw_kstring(json, "before",
		     pointed_id(facts, edit, edit->old_number));
	jsonw_kstring(json, "after", pointed_id(facts, edit, after));
}

static void asset_json(struct json *json, const struct fact_asset *asset)
{
	jsonw_kstring(json, "kind", kind_at(asset->kind)->code);
	jsonw_kstring(json, "name", asset->name);
	jsonw_kstring(json, "type", asset->type);
	jsonw_key(json, "config");
	jsonw_raw(json, *asset->config ? asset->config : "{}");
}

static void own_json(struct json *json, const struct fact_own *own)
{
	jsonw_kstring(json, "kind", kind_at(own->kind)->code);
	jsonw_kstring(json, "name", own->name);
	jsonw_kstring(json, "type", own->type);
	jsonw_key(json, "config");
	jsonw_raw(json, own->config && *own->config ? own->config : "{}");
}

/* One of a project's own: what was added, or was there, or before and after. */
static void own_edit_json(struct json *json, const struct edit *edit)
{
	jsonw_kstring(json, "own", edit->text);
	switch (edit->kind) {
	case EDIT_OWN_ADD:
		own_json(json, &(struct fact_own){
			.kind = (uint32_t)edit->value, .name = edit->text2,
			.type = edit->text3 ? edit->text3 : "",
			.config = edit->text4 });
		break;
	case EDIT_OWN_DELETE:
		if (!edit->old_value)
			own_json(json, &edit->old_own);
		break;
	default:
		text_json(json, edit, "before", edit->old_text);
		text_json(json, edit, "after", edit->text2);
	}
}

static void owns_json(struct json *json, const struct fact_project *project)
{
	jsonw_key(json, "own");
	jsonw_array(json);
	for (uint32_t i = 0; i < project->n_own; i++) {
		jsonw_object(json);
		jsonw_kstring(json, "id", project->own[i].id);
		own_json(json, &project->own[i]);
		jsonw_object_end(json);
	}
	jsonw_array_end(json);
}

static void added_json(struct json *json, const struct facts *facts,
		       const struct edit *edit)
{
	switch (edit->kind) {
	case EDIT_USER_ADD:
		jsonw_kstring(json, "email", edit->text2);
		jsonw_kstring(json, "name", edit->text3 ? edit->text3 : "");
		jsonw_kstring(json, "role", role_code((enum role)edit->value));
		break;
	case EDIT_GROUP_ADD:
		jsonw_kstring(json, "name", edit->text2);
		break;
	case EDIT_ASSET_ADD:
		jsonw_kstring(json, "kind", kind_at((size_t)edit->value)->code);
		jsonw_kstring(json, "name", edit->text2);
		jsonw_kstring(json, "type", edit->text3 ? edit->text3 : "");
		jsonw_key(json, "config");
		jsonw_raw(json, edit->text4 && *edit->text4 ? edit->text4 : "{}");
		break;
	default:
		jsonw_kstring(json, "title", edit->text2);
		jsonw_kstring(json, "owner", facts->users[edit->user].id);
	}
}

static void user_gone_json(struct json *json, const struct fact_user *user)
{
	jsonw_kstring(json, "email", user->email);
	jsonw_kstring(json, "name", user->name);
	jsonw_kstring(json, "role", role_code(user->role));
}

static void group_gone_json(struct json *json, const struct facts *facts,
			    uint32_t number)
{
	const struct fact_group *group = &facts->groups[number];
	uint32_t project;

	jsonw_kstring(json, "name", group->name);
	jsonw_key(json, "members");
	jsonw_array(json);
	for (uint32_t i = 0; i < group->members.n; i++)
		jsonw_string(json, facts->users[group->members.v[i]].id);
	jsonw_array_end(json);
	jsonw_key(json, "grants");
	jsonw_array(json);
	for (uint32_t i = 0; i < group->projects.n; i++) {
		project = group->projects.v[i];
		if (facts->projects[project].gone)
			continue;
		jsonw_object(json);
		jsonw_kstring(json, "project", facts->projects[project].id);
		jsonw_kstring(json, "level", level_code((enum level)
			facts_grant(facts, project, true, number)->level));
		jsonw_object_end(json);
	}
	jsonw_array_end(json);
	jsonw_key(json, "assets");
	jsonw_array(json);
	for (uint32_t i = 0; i < group->assets.n; i++)
		if (!facts->assets[group->assets.v[i]].gone)
			jsonw_string(json, facts->assets[group->assets.v[i]].id);
	jsonw_array_end(json);
}

static void asset_gone_json(struct json *json, const struct facts *facts,
			    const struct fact_asset *asset)
{
	asset_json(json, asset);
	jsonw_kstring(json, "description", asset->description);
	jsonw_kstring(json, "status", asset->status);
	if (asset->updated)
		jsonw_kint(json, "updated", asset->updated);
	if (*asset->updated_by)
		jsonw_kstring(json, "updated_by", asset->updated_by);
	if (asset->refreshed)
		jsonw_kint(json, "refreshed", asset->refreshed);
	jsonw_key(json, "builtin");
	builtins_json(json, (int)asset->builtin);
	jsonw_key(json, "groups");
	jsonw_array(json);
	for (uint32_t i = 0; i < asset->groups.n; i++)
		if (!facts->groups[asset->groups.v[i]].gone)
			jsonw_string(json, facts->groups[asset->groups.v[i]].id);
	jsonw_array_end(json);
	jsonw_key(json, "projects");
	jsonw_array(json);
	for (uint32_t i = 0; i < asset->projects.n; i++)
		if (!facts->projects[asset->projects.v[i]].gone)
			jsonw_string(json,
				    facts->projects[asset->projects.v[i]].id);
	jsonw_array_end(json);
}

static void grant_json(struct json *json, const struct facts *facts,
		       const struct fact_grant *grant)
{
	if (grant->group && facts->groups[grant->who].gone)
		return;
	jsonw_object(json);
	jsonw_kstring(json, grant->group ? "group" : "user",
		     grant->group ? facts->groups[grant->who].id :
		     facts->users[grant->who].id);
	jsonw_kstring(json, "level", level_code((enum level)grant->level));
	jsonw_object_end(json);
}

static void project_gone_json(struct json *json, const struct facts *facts,
			      const struct fact_project *project)
{
	jsonw_kstring(json, "title", project->title);
	jsonw_kstring(json, "description", project->description);
	jsonw_kstring(json, "status", project->status);
	jsonw_kstring(json, "categories", project->categories);
	jsonw_kstring(json, "owner", facts->users[project->owner].id);
	jsonw_kstring(json, "state", state_code(project->state));
	if (project->trashed)
		jsonw_kint(json, "trashed", project->trashed);
	jsonw_kbool(json, "editors_may_share", project->editors_may_share);
	if (project->share_switched)
		jsonw_kint(json, "share_switched", project->share_switched);
	if (*project->share_switched_by)
		jsonw_kstring(json, "share_switched_by",
			      project->share_switched_by);
	jsonw_kstring(json, "workspace",
		     level_code((enum level)project->workspace));
	jsonw_kstring(json, "public_web",
		     level_code((enum level)project->public_web));
	jsonw_key(json, "grants");
	jsonw_array(json);
	for (uint32_t i = 0; i < project->n_grants; i++)
		grant_json(json, facts, &project->grants[i]);
	jsonw_array_end(json);
	jsonw_key(json, "assets");
	jsonw_array(json);
	for (uint32_t i = 0; i < project->assets.n; i++)
		if (!facts->assets[project->assets.v[i]].gone)
			jsonw_string(json,
				    facts->assets[project->assets.v[i]].id);
	jsonw_array_end(json);
	owns_json(json, project);
}

/* The things it speaks of; what it points at (owner, default) comes apart. */
static void ids_json(struct json *json, const struct facts *facts,
		     const struct edit *edit)
{
	bool points = edit->kind == EDIT_PROJECT_OWNER ||
		edit->kind == EDIT_PROJECT_ADD;

	if (edit->project != NOBODY)
		jsonw_kstring(json, "project", facts->projects[edit->project].id);
	if (edit->asset != NOBODY && edit->kind != EDIT_DEFAULT_ASSET)
		jsonw_kstring(json, "asset", facts->assets[edit->asset].id);
	if (edit->group != NOBODY)
		jsonw_kstring(json, "group", facts->groups[edit->group].id);
	if (edit->user != NOBODY && !points)
		jsonw_kstring(json, "user", facts->users[edit->user].id);
}

void edit_json(struct json *json, const struct facts *facts,
	       const struct edit *edit)
{
	jsonw_object(json);
	jsonw_kstring(json, "edit", edit_kind_name(edit->kind));
	ids_json(json, facts, edit);
	switch (edit->kind) {
	case EDIT_USER_ADD:
	case EDIT_GROUP_ADD:
	case EDIT_ASSET_ADD:
	case EDIT_PROJECT_ADD:
		added_json(json, facts, edit);
		break;
	case EDIT_USER_DELETE:
		user_gone_json(json, &facts->users[edit->user]);
		break;
	case EDIT_GROUP_DELETE:
		group_gone_json(json, facts, edit->group);
		break;
	case EDIT_ASSET_DELETE:
		asset_gone_json(json, facts, &facts->assets[edit->asset]);
		break;
	case EDIT_PROJECT_DELETE:
		project_gone_json(json, facts, &facts->projects[edit->project]);
		break;
	case EDIT_WORKSPACE_NAME:
	case EDIT_USER_NAME:
	case EDIT_USER_LOGIN:
	case EDIT_GROUP_NAME:
	case EDIT_ASSET_NAME:
	case EDIT_ASSET_TYPE:
	case EDIT_ASSET_CONFIG:
	case EDIT_ASSET_DESCRIPTION:
	case EDIT_ASSET_STATUS:
	case EDIT_PROJECT_TITLE:
	case EDIT_PROJECT_DESCRIPTION:
	case EDIT_PROJECT_STATUS:
	case EDIT_PROJECT_CATEGORIES:
		text_json(json, edit, "before", edit->old_text);
		text_json(json, edit, "after", edit->text);
		break;
	case EDIT_DEFAULT_ASSET:
	case EDIT_PROJECT_OWNER:
		pointers_json(json, facts, edit);
		break;
	case EDIT_OWN_ADD:
	case EDIT_OWN_NAME:
	case EDIT_OWN_TYPE:
	case EDIT_OWN_CONFIG:
	case EDIT_OWN_DELETE:
		own_edit_json(json, edit);
		break;
	default:
		values_json(json, edit);
	}
	stamp_json(json, edit);
	jsonw_object_end(json);
}
