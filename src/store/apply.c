/* apply.c: one edit as one statement.  What an edit names is found by its text
 * id, so that a thing that somebody deleted meanwhile is a conflict. */
#include <assert.h>
#include <string.h>

#include "model/kind.h"
#include "store/store_priv.h"

#define USER "(SELECT n FROM users WHERE id = ?2)"
#define GROUP "(SELECT n FROM groups WHERE id = ?2)"
#define ASSET "(SELECT n FROM assets WHERE id = ?2)"
#define PROJECT "(SELECT n FROM projects WHERE id = ?1)"
#define OWN "WHERE project_n = " PROJECT " AND id = ?2"

static const char *user_id(const struct facts *facts, const struct edit *edit)
{
	return facts->users[edit->user].id;
}

static const char *group_id(const struct facts *facts, const struct edit *edit)
{
	return facts->groups[edit->group].id;
}

static const char *asset_id(const struct facts *facts, const struct edit *edit)
{
	return facts->assets[edit->asset].id;
}

static const char *project_id(const struct facts *facts, const struct edit *edit)
{
	return facts->projects[edit->project].id;
}

static bool apply_setting(struct store *store, const struct edit *edit,
			  struct error *err)
{
	static const struct {
		const char *name, *sql;
	} settings[] = {
		{ "share_to_web", "UPDATE workspace SET share_to_web = ?1" },
		{ "api_access", "UPDATE workspace SET api_access = ?1" },
		{ "show_secret_values",
		  "UPDATE workspace SET show_secret_values = ?1" },
		{ "token_max_days", "UPDATE workspace SET token_max_days = ?1" },
	};

	for (size_t i = 0; i < COUNT_OF(settings); i++)
		if (strcmp(settings[i].name, edit->text) == 0)
			return sql_change(store, err, settings[i].sql, "d",
					  edit->value);
	return error_set(err, ERROR_INVALID, NULL, "no setting is called %s",
			 edit->text);
}

static bool apply_workspace(struct store *store, const struct facts *facts,
			    const struct edit *edit, struct error *err)
{
	switch (edit->kind) {
	case EDIT_WORKSPACE_NAME:
		return sql_change(store, err, "UPDATE workspace SET name = ?1",
				  "t", edit->text);
	case EDIT_PLAN:
		return sql_change(store, err, "UPDATE workspace SET plan = ?1",
				  "t", plan_code((enum plan)edit->value));
	case EDIT_SETTING:
		return apply_setting(store, edit, err);
	default:
		assert(edit->kind == EDIT_DEFAULT_ASSET);
	}
	if (edit->asset == NOBODY)
		return sql_change(store, err,
			"UPDATE workspace SET default_n = NULL", "");
	return sql_change(store, err, "UPDATE workspace SET default_n = assets.n "
			  "FROM assets WHERE assets.id = ?1", "t",
			  asset_id(facts, edit));
}

static bool apply_user(struct store *store, const struct facts *facts,
		       const struct edit *edit, struct error *err)
{
	const char *id = user_id(facts, edit);

	switch (edit->kind) {
	case EDIT_USER_ADD:
		return row_add(store, ROW_USER, facts, edit->user, err);
	case EDIT_USER_NAME:
		return sql_change(store, err, "UPDATE users SET name = ?2 "
				  "WHERE id = ?1", "tt", id, edit->text);
	case EDIT_USER_LOGIN:
		return sql_change(store, err, "UPDATE users SET unix_login = ?2 "
				  "WHERE id = ?1", "tt", id, edit->text);
	case EDIT_USER_ROLE:
		return sql_change(store, err, "UPDATE users SET role = ?2 "
				  "WHERE id = ?1", "tt", id,
				  role_code((enum role)edit->value));
	case EDIT_USER_ACTIVE:
		return sql_change(store, err, "UPDATE users SET active = ?2 "
				  "WHERE id = ?1", "td", id, edit->value != 0);
	default:
		assert(edit->kind == EDIT_USER_DELETE);
		return edit->old_value || sql_change(store, err,
			"DELETE FROM users WHERE id = ?1", "t", id);
	}
}

static bool apply_group(struct store *store, const struct facts *facts,
			const struct edit *edit, struct error *err)
{
	const char *id = group_id(facts, edit);

	switch (edit->kind) {
	case EDIT_GROUP_ADD:
		return row_add(store, ROW_GROUP, facts, edit->group, err);
	case EDIT_GROUP_NAME:
		return sql_change(store, err, "UPDATE groups SET name = ?2 "
				  "WHERE id = ?1", "tt", id, edit->text);
	case EDIT_GROUP_DELETE:
		return edit->old_value || sql_change(store, err,
			"DELETE FROM groups WHERE id = ?1", "t", id);
	default:
		assert(edit->kind == EDIT_MEMBER);
	}
	if (edit->value)
		return sql_do(store, err, "INSERT INTO members (group_n, user_n) "
			"VALUES ((SELECT n FROM groups WHERE id = ?1), " USER ") "
			"ON CONFLICT DO NOTHING", "tt", id, user_id(facts, edit));
	return sql_do(store, err, "DELETE FROM members WHERE group_n = "
		      "(SELECT n FROM groups WHERE id = ?1) AND user_n = " USER,
		      "tt", id, user_id(facts, edit));
}

static int64_t said_when(const struct edit *edit)
{
	return edit->when == EDIT_NEVER ? 0 : edit->when;
}

/* Who changed it and when, is known at the commit, or said by the edit. */
static bool stamp_asset(struct store *store, const char *id,
			const struct edit *edit, struct error *err)
{
	if (edit->when)
		return sql_change(store, err, "UPDATE assets SET updated = ?2, "
				  "updated_by = ?3 WHERE id = ?1", "tit", id,
				  said_when(edit), edit->by ? edit->by : "");
	store->stamps = true;
	return sql_change(store, err, "UPDATE assets SET updated = ?2 "
			  "WHERE id = ?1", "td", id, WAITS_FOR_COMMIT);
}

/* What it is, by the facts that have the edit already. */
static bool describe_asset(struct store *store, const struct facts *facts,
			   const struct edit *edit, struct error *err)
{
	const struct fact_asset *asset = &facts->assets[edit->asset];

	return sql_change(store, err, "UPDATE assets SET type = ?2, config = ?3, "
			  "description = ?4, status = ?5 WHERE id = ?1", "ttttt",
			  asset->id, asset->type, asset->config,
			  asset->description, asset->status) &&
		stamp_asset(store, asset->id, edit, err);
}

static bool share_asset(struct store *store, const struct facts *facts,
			const struct edit *edit, struct error *err)
{
	const char *asset = asset_id(facts, edit), *group = group_id(facts, edit);

	if (edit->value)
		return sql_do(store, err, "INSERT INTO asset_groups "
			"(group_n, asset_n) VALUES "
			"((SELECT n FROM groups WHERE id = ?1), " ASSET ") "
			"ON CONFLICT DO NOTHING", "tt", group, asset);
	return sql_do(store, err, "DELETE FROM asset_groups WHERE group_n = "
		      "(SELECT n FROM groups WHERE id = ?1) AND asset_n = "
		      ASSET, "tt", group, asset);
}

static bool apply_asset(struct store *store, const struct facts *facts,
			const struct edit *edit, struct error *err)
{
	const char *id = asset_id(facts, edit);

	switch (edit->kind) {
	case EDIT_ASSET_ADD:
		return row_add(store, ROW_ASSET, facts, edit->asset, err) &&
			stamp_asset(store, id, edit, err);
	case EDIT_ASSET_NAME:
		return sql_change(store, err, "UPDATE assets SET name = ?2 "
				  "WHERE id = ?1", "tt", id, edit->text) &&
			stamp_asset(store, id, edit, err);
	case EDIT_ASSET_TYPE:
	case EDIT_ASSET_CONFIG:
	case EDIT_ASSET_DESCRIPTION:
	case EDIT_ASSET_STATUS:
		return describe_asset(store, facts, edit, err);
	case EDIT_ASSET_DELETE:
		return edit->old_value || sql_change(store, err,
			"DELETE FROM assets WHERE id = ?1", "t", id);
	case EDIT_ASSET_GROUP:
		return share_asset(store, facts, edit, err);
	default:
		assert(edit->kind == EDIT_ASSET_BUILTIN);
		return sql_change(store, err, "UPDATE assets SET builtin = ?2 "
				  "WHERE id = ?1", "td", id, edit->value);
	}
}

static bool set_state(struct store *store, const char *id,
		      const struct edit *edit, struct error *err)
{
	enum state state = (enum state)edit->value;
	int64_t trashed = 0;

	if (state == STATE_TRASHED)
		trashed = edit->when ? said_when(edit) : WAITS_FOR_COMMIT;
	if (trashed == WAITS_FOR_COMMIT)
		store->stamps = true;
	return sql_change(store, err, "UPDATE projects SET state = ?2, "
			  "trashed = ?3 WHERE id = ?1", "tti", id,
			  state_code(state), trashed);
}

static bool set_editors(struct store *store, const char *id,
			const struct edit *edit, struct error *err)
{
	if (edit->when)
		return sql_change(store, err, "UPDATE projects SET "
			"editors_may_share = ?2, share_switched = ?3, "
			"share_switched_by = ?4 WHERE id = ?1", "tdit", id,
			edit->value, said_when(edit),
			edit->by ? edit->by : "");
	store->stamps = true;
	return sql_change(store, err, "UPDATE projects SET "
			  "editors_may_share = ?2, share_switched = ?3 "
			  "WHERE id = ?1", "tdd", id, edit->value,
			  WAITS_FOR_COMMIT);
}

static bool apply_project(struct store *store, const struct facts *facts,
			  const struct edit *edit, struct error *err)
{
	const char *id = project_id(facts, edit);

	switch (edit->kind) {
	case EDIT_PROJECT_ADD:
		return row_add(store, ROW_PROJECT, facts, edit->project, err);
	case EDIT_PROJECT_TITLE:
		return sql_change(store, err, "UPDATE projects SET title = ?2 "
				  "WHERE id = ?1", "tt", id, edit->text);
	case EDIT_PROJECT_DESCRIPTION:
		return sql_change(store, err, "UPDATE projects SET description = "
				  "?2 WHERE id = ?1", "tt", id, edit->text);
	case EDIT_PROJECT_STATUS:
		return sql_change(store, err, "UPDATE projects SET status = ?2 "
				  "WHERE id = ?1", "tt", id, edit->text);
	case EDIT_PROJECT_CATEGORIES:
		return sql_change(store, err, "UPDATE projects SET categories = "
				  "?2 WHERE id = ?1", "tt", id, edit->text);
	case EDIT_PROJECT_STATE:
		return set_state(store, id, edit, err);
	case EDIT_PROJECT_OWNER:
		return sql_change(store, err, "UPDATE projects SET owner_n = "
				  USER " WHERE id = ?1", "tt", id,
				  user_id(facts, edit));
	case EDIT_PROJECT_EDITORS:
		return set_editors(store, id, edit, err);
	case EDIT_PROJECT_WORKSPACE:
		return sql_change(store, err, "UPDATE projects SET workspace = "
				  "?2 WHERE id = ?1", "td", id, edit->value);
	case EDIT_PROJECT_PUBLIC:
		return sql_change(store, err, "UPDATE projects SET public_web = "
				  "?2 WHERE id = ?1", "td", id, edit->value);
	default:
		assert(edit->kind == EDIT_PROJECT_DELETE);
		return edit->old_value || sql_change(store, err,
			"DELETE FROM projects WHERE id = ?1", "t", id);
	}
}

static bool apply_grant(struct store *store, const struct facts *facts,
			const struct edit *edit, struct error *err)
{
	bool group = edit->kind == EDIT_GRANT_GROUP;
	const char *who = group ? group_id(facts, edit) : user_id(facts, edit);
	const char *project = project_id(facts, edit);

	if (edit->value == LEVEL_NONE)
		return sql_do(store, err, group ?
			"DELETE FROM grant_groups WHERE project_n = " PROJECT
			" AND group_n = " GROUP :
			"DELETE FROM grant_users WHERE project_n = " PROJECT
			" AND user_n = " USER, "tt", project, who);
	return sql_do(store, err, group ?
		"INSERT INTO grant_groups (project_n, group_n, level) VALUES "
		"(" PROJECT ", " GROUP ", ?3) ON CONFLICT (project_n, group_n) "
		"DO UPDATE SET level = ?3" :
		"INSERT INTO grant_users (project_n, user_n, level) VALUES "
		"(" PROJECT ", " USER ", ?3) ON CONFLICT (project_n, user_n) "
		"DO UPDATE SET level = ?3", "ttd", project, who, edit->value);
}

static bool apply_import(struct store *store, const struct facts *facts,
			 const struct edit *edit, struct error *err)
{
	const char *project = project_id(facts, edit);

	if (edit->value)
		return sql_do(store, err, "INSERT INTO imports "
			"(project_n, asset_n) VALUES (" PROJECT ", " ASSET ") "
			"ON CONFLICT DO NOTHING", "tt", project,
			asset_id(facts, edit));
	return sql_do(store, err, "DELETE FROM imports WHERE project_n = " PROJECT
		      " AND asset_n = " ASSET, "tt", project,
		      asset_id(facts, edit));
}

/* A project's own: no level hangs on it (F096). */
static bool apply_own(struct store *store, const struct facts *facts,
		      const struct edit *edit, struct error *err)
{
	const char *project = project_id(facts, edit);

	switch (edit->kind) {
	case EDIT_OWN_ADD:
		return sql_do(store, err, "INSERT INTO own_assets "
			"(project_n, id, kind, name, type, config) VALUES "
			"(" PROJECT ", ?2, ?3, ?4, ?5, ?6)", "tttttt", project,
			edit->text, kind_at((size_t)edit->value)->code,
			edit->text2, edit->text3 ? edit->text3 : "",
			edit->text4 && *edit->text4 ? edit->text4 : "{}");
	case EDIT_OWN_NAME:
		return sql_change(store, err, "UPDATE own_assets SET name = ?3 "
				  OWN, "ttt", project, edit->text, edit->text2);
	case EDIT_OWN_TYPE:
		return sql_change(store, err, "UPDATE own_assets SET type = ?3 "
				  OWN, "ttt", project, edit->text, edit->text2);
	case EDIT_OWN_CONFIG:
		return sql_change(store, err, "UPDATE own_assets SET config = ?3 "
				  OWN, "ttt", project, edit->text, edit->text2);
	default:
		assert(edit->kind == EDIT_OWN_DELETE);
		return edit->old_value || sql_change(store, err,
			"DELETE FROM own_assets " OWN, "tt", project,
			edit->text);
	}
}

bool store_apply(struct store *store, const struct facts *facts,
		 const struct edit *edit, struct error *err)
{
	assert(store->lock >= 0);
	if (edit->kind <= EDIT_DEFAULT_ASSET)
		return apply_workspace(store, facts, edit, err);
	if (edit->kind <= EDIT_USER_DELETE)
		return apply_user(store, facts, edit, err);
	if (edit->kind <= EDIT_MEMBER)
		return apply_group(store, facts, edit, err);
	if (edit->kind <= EDIT_ASSET_BUILTIN)
		return apply_asset(store, facts, edit, err);
	if (edit->kind <= EDIT_PROJECT_DELETE)
		return apply_project(store, facts, edit, err);
	if (edit->kind >= EDIT_OWN_ADD)
		return apply_own(store, facts, edit, err);
	if (edit->kind == EDIT_IMPORT)
		return apply_import(store, facts, edit, err);
	assert(edit->kind == EDIT_GRANT_USER || edit->kind == EDIT_GRANT_GROUP);
	return apply_grant(store, facts, edit, err);
}
