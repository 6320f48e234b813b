/* rows.c: things of the facts as rows of their tables. */
#include "base/buf.h"
#include "base/text.h"
#include "model/kind.h"
#include "store/store_priv.h"

enum { KEY_LIMIT = 4096 };	/* bytes of a folded e-mail */

const char *const row_insert[ROWS] = {
	[ROW_USER] = "INSERT INTO users (n, id, email, email_key, name, "
		"unix_login, role, active, last_login) "
		"VALUES (nullif(?1, 0), ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
	[ROW_GROUP] = "INSERT INTO groups (n, id, name) "
		"VALUES (nullif(?1, 0), ?2, ?3)",
	[ROW_ASSET] = "INSERT INTO assets (n, id, kind, name, type, config, "
		"description, status, updated, updated_by, refreshed, builtin) "
		"VALUES (nullif(?1, 0), ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, "
		"?11, ?12)",
	[ROW_PROJECT] = "INSERT INTO projects (n, id, title, description, "
		"status, categories, owner_n, state, trashed, "
		"editors_may_share, share_switched, share_switched_by, "
		"workspace, public_web) "
		"VALUES (nullif(?1, 0), ?2, ?3, ?4, ?5, ?6, "
		"(SELECT n FROM users WHERE id = ?7), ?8, ?9, ?10, ?11, ?12, "
		"?13, ?14)",
};

static bool put_user(struct store *store, sqlite3_stmt *stmt,
		     const struct fact_user *user, int64_t key,
		     struct error *err)
{
	struct buf folded;
	bool good;

	buf_init(&folded, KEY_LIMIT);
	text_fold(&folded, user->email);
	good = sql_run(store, err, stmt, "ittttttdi", key, user->id,
		       user->email, buf_text(&folded), user->name, user->login,
		       role_code(user->role), (int)user->active,
		       user->last_login);
	buf_release(&folded);
	return good;
}

static bool put_asset(struct store *store, sqlite3_stmt *stmt,
		      const struct fact_asset *asset, int64_t key,
		      struct error *err)
{
	return sql_run(store, err, stmt, "itttttttitid", key, asset->id,
		kind_at(asset->kind)->code, asset->name, asset->type,
		asset->config, asset->description, asset->status,
		asset->updated, asset->updated_by, asset->refreshed,
		(int)asset->builtin);
}

static bool put_project(struct store *store, sqlite3_stmt *stmt,
			const struct facts *facts,
			const struct fact_project *project, int64_t key,
			struct error *err)
{
	return sql_run(store, err, stmt, "itttttttiditdd", key, project->id,
		project->title, project->description, project->status,
		project->categories, facts->users[project->owner].id,
		state_code(project->state), project->trashed,
		(int)project->editors_may_share, project->share_switched,
		project->share_switched_by, (int)project->workspace,
		(int)project->public_web);
}

bool row_put(struct store *store, sqlite3_stmt *stmt, enum row row,
	     const struct facts *facts, uint32_t number, int64_t key,
	     struct error *err)
{
	switch (row) {
	case ROW_USER:
		return put_user(store, stmt, &facts->users[number], key, err);
	case ROW_GROUP:
		return sql_run(store, err, stmt, "itt", key,
			       facts->groups[number].id,
			       facts->groups[number].name);
	case ROW_ASSET:
		return put_asset(store, stmt, &facts->assets[number], key, err);
	case ROW_PROJECT:
		return put_project(store, stmt, facts,
				   &facts->projects[number], key, err);
	case ROWS:
		break;
	}
	return error_set(err, ERROR_BUG, NULL, "no such row");
}

bool row_add(struct store *store, enum row row, const struct facts *facts,
	     uint32_t number, struct error *err)
{
	sqlite3_stmt *stmt = sql_prepare(store, err, row_insert[row]);
	bool good;

	if (!stmt)
		return false;
	good = row_put(store, stmt, row, facts, number, 0, err);
	sqlite3_finalize(stmt);
	return good;
}

/* The default asset may not be there yet: then a later edit sets it. */
bool row_workspace(struct store *store, const struct facts *facts,
		   struct error *err)
{
	const char *chosen = facts->default_asset == NOBODY ? NULL :
		facts->assets[facts->default_asset].id;

	return sql_do(store, err, "INSERT INTO workspace (n, name, plan, "
		"share_to_web, api_access, show_secret_values, token_max_days) "
		"VALUES (1, ?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT (n) DO UPDATE "
		"SET name = ?1, plan = ?2, share_to_web = ?3, api_access = ?4, "
		"show_secret_values = ?5, token_max_days = ?6", "ttdddd",
		facts->name, plan_code(facts->plan), (int)facts->share_to_web,
		(int)facts->api_access, (int)facts->show_secret_values,
		facts->token_max_days) &&
		sql_do(store, err, "UPDATE workspace SET default_n = "
		       "(SELECT n FROM assets WHERE id = ?1)", "t", chosen);
}
