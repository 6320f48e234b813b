/* edit.c: see edit.h.  An edit sets a value, sets a text, points somewhere else,
 * adds, deletes, or changes what a project has of its own; each of the six has
 * one way forth and one way back. */
#include "model/edit.h"

#include <assert.h>
#include <string.h>

#include "model/edit_priv.h"
#include "model/facts_priv.h"

enum way { SETS_VALUE, SETS_TEXT, POINTS, ADDS, DELETES, OWNS };

static const struct {
	const char *name;
	enum way way;
} kinds[EDIT_KINDS] = {
	[EDIT_WORKSPACE_NAME] = { "workspace_name", SETS_TEXT },
	[EDIT_PLAN] = { "plan", SETS_VALUE },
	[EDIT_SETTING] = { "setting", SETS_VALUE },
	[EDIT_DEFAULT_ASSET] = { "default_asset", POINTS },
	[EDIT_USER_ADD] = { "user_add", ADDS },
	[EDIT_USER_NAME] = { "user_name", SETS_TEXT },
	[EDIT_USER_LOGIN] = { "user_login", SETS_TEXT },
	[EDIT_USER_ROLE] = { "user_role", SETS_VALUE },
	[EDIT_USER_ACTIVE] = { "user_active", SETS_VALUE },
	[EDIT_USER_DELETE] = { "user_delete", DELETES },
	[EDIT_GROUP_ADD] = { "group_add", ADDS },
	[EDIT_GROUP_NAME] = { "group_name", SETS_TEXT },
	[EDIT_GROUP_DELETE] = { "group_delete", DELETES },
	[EDIT_MEMBER] = { "member", SETS_VALUE },
	[EDIT_ASSET_ADD] = { "asset_add", ADDS },
	[EDIT_ASSET_NAME] = { "asset_name", SETS_TEXT },
	[EDIT_ASSET_TYPE] = { "asset_type", SETS_TEXT },
	[EDIT_ASSET_CONFIG] = { "asset_config", SETS_TEXT },
	[EDIT_ASSET_DESCRIPTION] = { "asset_description", SETS_TEXT },
	[EDIT_ASSET_STATUS] = { "asset_status", SETS_TEXT },
	[EDIT_ASSET_DELETE] = { "asset_delete", DELETES },
	[EDIT_ASSET_GROUP] = { "asset_group", SETS_VALUE },
	[EDIT_ASSET_BUILTIN] = { "asset_builtin", SETS_VALUE },
	[EDIT_PROJECT_ADD] = { "project_add", ADDS },
	[EDIT_PROJECT_TITLE] = { "project_title", SETS_TEXT },
	[EDIT_PROJECT_DESCRIPTION] = { "project_description", SETS_TEXT },
	[EDIT_PROJECT_STATUS] = { "project_status", SETS_TEXT },
	[EDIT_PROJECT_CATEGORIES] = { "project_categories", SETS_TEXT },
	[EDIT_PROJECT_STATE] = { "project_state", SETS_VALUE },
	[EDIT_PROJECT_OWNER] = { "project_owner", POINTS },
	[EDIT_PROJECT_EDITORS] = { "project_editors", SETS_VALUE },
	[EDIT_PROJECT_WORKSPACE] = { "project_workspace", SETS_VALUE },
	[EDIT_PROJECT_PUBLIC] = { "project_public", SETS_VALUE },
	[EDIT_PROJECT_DELETE] = { "project_delete", DELETES },
	[EDIT_GRANT_USER] = { "grant_user", SETS_VALUE },
	[EDIT_GRANT_GROUP] = { "grant_group", SETS_VALUE },
	[EDIT_IMPORT] = { "import", SETS_VALUE },
	[EDIT_OWN_ADD] = { "own_add", OWNS },
	[EDIT_OWN_NAME] = { "own_name", OWNS },
	[EDIT_OWN_TYPE] = { "own_type", OWNS },
	[EDIT_OWN_CONFIG] = { "own_config", OWNS },
	[EDIT_OWN_DELETE] = { "own_delete", OWNS },
};

const char *edit_kind_name(enum edit_kind kind)
{
	return kinds[kind].name;
}

struct edit edit_of(enum edit_kind kind)
{
	return (struct edit){
		.kind = kind, .user = NOBODY, .group = NOBODY,
		.asset = NOBODY, .project = NOBODY, .old_number = NOBODY
	};
}

/* What it names must be there. */
static void check_numbers(const struct facts *facts, const struct edit *edit)
{
	assert(edit->user == NOBODY || edit->user < facts->n_users);
	assert(edit->group == NOBODY || edit->group < facts->n_groups);
	assert(edit->asset == NOBODY || edit->asset < facts->n_assets);
	assert(edit->project == NOBODY || edit->project < facts->n_projects);
	(void)facts;
	(void)edit;
}

/* ---- values ---------------------------------------------------------------- */

static int setting_value(const struct facts *facts, const char *name)
{
	if (strcmp(name, "share_to_web") == 0)
		return facts->share_to_web;
	if (strcmp(name, "api_access") == 0)
		return facts->api_access;
	if (strcmp(name, "show_secret_values") == 0)
		return facts->show_secret_values;
	assert(strcmp(name, "token_max_days") == 0);
	return facts->token_max_days;
}

static void set_setting(struct facts *facts, const char *name, int value)
{
	if (strcmp(name, "share_to_web") == 0)
		facts->share_to_web = value;
	else if (strcmp(name, "api_access") == 0)
		facts->api_access = value;
	else if (strcmp(name, "show_secret_values") == 0)
		facts->show_secret_values = value;
	else if (strcmp(name, "token_max_days") == 0)
		facts->token_max_days = value;
	else
		assert(false && "the name of a setting");
}

static int grant_value(const struct facts *facts, const struct edit *edit)
{
	bool group = edit->kind == EDIT_GRANT_GROUP;
	const struct fact_grant *grant = facts_grant(facts, edit->project,
		group, group ? edit->group : edit->user);

	return grant ? grant->level : LEVEL_NONE;
}

static int value_of(const struct facts *facts, const struct edit *edit)
{
	const struct fact_project *project = edit->project == NOBODY ? NULL :
		&facts->projects[edit->project];

	switch (edit->kind) {
	case EDIT_PLAN:
		return (int)facts->plan;
	case EDIT_SETTING:
		return setting_value(facts, edit->text);
	case EDIT_USER_ROLE:
		return (int)facts->users[edit->user].role;
	case EDIT_USER_ACTIVE:
		return facts->users[edit->user].active;
	case EDIT_MEMBER:
		return numbers_has(&facts->groups[edit->group].members,
				   edit->user);
	case EDIT_ASSET_GROUP:
		return numbers_has(&facts->assets[edit->asset].groups,
				   edit->group);
	case EDIT_ASSET_BUILTIN:
		return (int)facts->assets[edit->asset].builtin;
	case EDIT_PROJECT_STATE:
		return (int)project->state;
	case EDIT_PROJECT_EDITORS:
		return project->editors_may_share;
	case EDIT_PROJECT_WORKSPACE:
		return project->workspace;
	case EDIT_PROJECT_PUBLIC:
		return project->public_web;
	case EDIT_GRANT_USER:
	case EDIT_GRANT_GROUP:
		return grant_value(facts, edit);
	case EDIT_IMPORT:
		return numbers_has(&project->assets, edit->asset);
	default:
		assert(false && "an edit that sets a value");
		return 0;
	}
}

static void set_value(struct facts *facts, const struct edit *edit, int value)
{
	struct fact_project *project = edit->project == NOBODY ? NULL :
		&facts->projects[edit->project];

	switch (edit->kind) {
	case EDIT_PLAN:
		facts->plan = (enum plan)value;
		break;
	case EDIT_SETTING:
		set_setting(facts, edit->text, value);
		break;
	case EDIT_USER_ROLE:
		facts->users[edit->user].role = (enum role)value;
		break;
	case EDIT_USER_ACTIVE:
		facts->users[edit->user].active = value;
		break;
	case EDIT_MEMBER:
		facts_set_member(facts, edit->group, edit->user, value);
		break;
	case EDIT_ASSET_GROUP:
		facts_set_access(facts, edit->asset, edit->group, value);
		break;
	case EDIT_ASSET_BUILTIN:
		facts->assets[edit->asset].builtin = (unsigned)value;
		break;
	case EDIT_PROJECT_STATE:
		project->state = (enum state)value;
		break;
	case EDIT_PROJECT_EDITORS:
		project->editors_may_share = value;
		break;
	case EDIT_PROJECT_WORKSPACE:
		project->workspace = (uint8_t)value;
		break;
	case EDIT_PROJECT_PUBLIC:
		assert(value <= LEVEL_CAN_VIEW);	/* D24 */
		project->public_web = (uint8_t)value;
		break;
	case EDIT_GRANT_USER:
		facts_set_grant(facts, edit->project, false, edit->user,
				(enum level)value);
		break;
	case EDIT_GRANT_GROUP:
		facts_set_grant(facts, edit->project, true, edit->group,
				(enum level)value);
		break;
	case EDIT_IMPORT:
		facts_set_import(facts, edit->project, edit->asset, value);
		break;
	default:
		assert(false && "an edit that sets a value");
	}
}

/* ---- additions, deletions ---------------------------------------------------- */

static void add(struct facts *facts, struct edit *edit)
{
	struct fact_asset *asset;

	switch (edit->kind) {
	case EDIT_USER_ADD:
		edit->user = facts_add_user(facts, edit->text, edit->text2,
			edit->text3 ? edit->text3 : "", (enum role)edit->value);
		break;
	case EDIT_GROUP_ADD:
		edit->group = facts_add_group(facts, edit->text, edit->text2);
		break;
	case EDIT_ASSET_ADD:
		edit->asset = facts_add_asset(facts, edit->text,
			(uint32_t)edit->value, edit->text2);
		asset = &facts->assets[edit->asset];
		if (edit->text3 && *edit->text3)
			asset->type = arena_strdup(&facts->text, edit->text3);
		if (edit->text4 && *edit->text4)
			asset->config = arena_strdup(&facts->text, edit->text4);
		asset->status = facts_asset_status(asset);
		break;
	case EDIT_PROJECT_ADD:
		edit->project = facts_add_project(facts, edit->text,
						  edit->text2, edit->user);
		break;
	default:
		assert(false && "an edit that adds");
	}
}

static void drop(struct facts *facts, const struct edit *edit)
{
	switch (edit->kind) {
	case EDIT_USER_ADD:
		assert(edit->user == facts->n_users - 1);
		facts_drop_user(facts);
		break;
	case EDIT_GROUP_ADD:
		assert(edit->group == facts->n_groups - 1);
		facts_drop_group(facts);
		break;
	case EDIT_ASSET_ADD:
		assert(edit->asset == facts->n_assets - 1);
		facts_drop_asset(facts);
		break;
	case EDIT_PROJECT_ADD:
		assert(edit->project == facts->n_projects - 1);
		facts_drop_project(facts);
		break;
	default:
		assert(false && "an edit that adds");
	}
}

static bool is_gone(const struct facts *facts, const struct edit *edit)
{
	switch (edit->kind) {
	case EDIT_USER_DELETE:
		return facts->users[edit->user].gone;
	case EDIT_GROUP_DELETE:
		return facts->groups[edit->group].gone;
	case EDIT_ASSET_DELETE:
		return facts->assets[edit->asset].gone;
	default:
		assert(edit->kind == EDIT_PROJECT_DELETE);
		return facts->projects[edit->project].gone;
	}
}

static void set_gone(struct facts *facts, const struct edit *edit, bool gone)
{
	if (is_gone(facts, edit) == gone)
		return;
	if (edit->kind == EDIT_USER_DELETE)
		facts_hide_user(facts, edit->user, gone);
	else if (edit->kind == EDIT_GROUP_DELETE)
		facts_hide_group(facts, edit->group, gone);
	else if (edit->kind == EDIT_ASSET_DELETE)
		facts_hide_asset(facts, edit->asset, gone);
	else
		facts_hide_project(facts, edit->project, gone);
}

/* ---- forth and back ----------------------------------------------------------- */

/* Where it points now, and where it is to point. */
static uint32_t pointed(const struct facts *facts, const struct edit *edit)
{
	return edit->kind == EDIT_DEFAULT_ASSET ? facts->default_asset :
		facts->projects[edit->project].owner;
}

static void point(struct facts *facts, const struct edit *edit, uint32_t to)
{
	if (edit->kind == EDIT_DEFAULT_ASSET)
		facts->default_asset = to;
	else
		facts_set_owner(facts, edit->project, to);
}

static uint32_t aim(const struct edit *edit)
{
	return edit->kind == EDIT_DEFAULT_ASSET ? edit->asset : edit->user;
}

void edit_apply(struct facts *facts, struct edit *edit)
{
	assert(edit->kind < EDIT_KINDS);
	facts_moved(facts);
	if (kinds[edit->kind].way == ADDS) {
		add(facts, edit);
		edit_stamp_set(facts, edit);
		return;
	}
	check_numbers(facts, edit);
	switch (kinds[edit->kind].way) {
	case SETS_VALUE:
		edit->old_value = value_of(facts, edit);
		set_value(facts, edit, edit->value);
		break;
	case SETS_TEXT:
		edit_text_set(facts, edit);
		break;
	case POINTS:
		edit->old_number = pointed(facts, edit);
		point(facts, edit, aim(edit));
		break;
	case DELETES:
		edit->old_value = is_gone(facts, edit);
		set_gone(facts, edit, true);
		break;
	case OWNS:
		edit_own_apply(facts, edit);
		break;
	case ADDS:
		break;
	}
	edit_stamp_set(facts, edit);
}

void edit_revert(struct facts *facts, struct edit *edit)
{
	facts_moved(facts);
	check_numbers(facts, edit);
	edit_stamp_unset(facts, edit);
	switch (kinds[edit->kind].way) {
	case SETS_VALUE:
		set_value(facts, edit, edit->old_value);
		break;
	case SETS_TEXT:
		edit_text_unset(facts, edit);
		break;
	case POINTS:
		point(facts, edit, edit->old_number);
		break;
	case ADDS:
		drop(facts, edit);
		break;
	case DELETES:
		set_gone(facts, edit, edit->old_value);
		break;
	case OWNS:
		edit_own_revert(facts, edit);
		break;
	}
}

bool edit_deletes(const struct edit *edit)
{
	return kinds[edit->kind].way == DELETES;
}

bool edit_changes(const struct facts *facts, const struct edit *edit)
{
	switch (kinds[edit->kind].way) {
	case SETS_VALUE:
		return value_of(facts, edit) != edit->value;
	case SETS_TEXT:
		return edit_text_changes(facts, edit);
	case POINTS:
		return pointed(facts, edit) != aim(edit);
	case DELETES:
		return !is_gone(facts, edit);
	case OWNS:
		return edit_own_changes(facts, edit);
	case ADDS:
		return true;
	}
	return true;
}
