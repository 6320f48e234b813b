/* opinion.c: the permission rules (DOMAIN 4.1, 5) once more, as one statement a
 * project over the tables.  It shares nothing with the engine, so that each can catch
 * the other's mistakes. */

#include "store/store_priv.h"

/* Levels are 0 none, 1 app_only, 2 can_view, 3 can_edit, 4 full_access.
 *
 * Of one project.  given: what was given to people by name or through groups; the
 * owner counts as given Full Access.  reached: the best source that reaches each
 * user.  A deactivated user is reached by the public link alone (D22), a Guest not
 * by the workspace (B14). */
static const char opinion[] =
	"WITH given(user_n, level) AS ("
	"  SELECT owner_n, 4 FROM projects WHERE n = ?1"
	"  UNION ALL SELECT user_n, level FROM grant_users WHERE project_n = ?1"
	"  UNION ALL SELECT user_n, level"
	"    FROM grant_groups JOIN members USING (group_n)"
	"    WHERE project_n = ?1"
	"), best(user_n, level) AS MATERIALIZED ("
	"  SELECT user_n, max(level) FROM given GROUP BY user_n"
	"), reached(user_n, user_id, role, state, level) AS ("
	"  SELECT u.n, u.id, u.role, p.state, max("
	"    CASE WHEN u.active THEN coalesce(best.level, 0) ELSE 0 END,"
	"    CASE WHEN u.active AND u.role <> 'guest'"
	"      THEN p.workspace ELSE 0 END,"
	"    CASE WHEN p.state <> 'trashed' AND"
	"        (SELECT share_to_web FROM workspace)"
	"      THEN p.public_web ELSE 0 END)"
	"  FROM projects AS p CROSS JOIN users AS u"
	"  LEFT JOIN best ON best.user_n = u.n WHERE p.n = ?1"
	") "
	/* Ceilings: the state for all, the role, then missing assets. */
	"SELECT user_id, level, CASE"
	"  WHEN level <= 2 THEN level"
	"  WHEN state <> 'active' THEN 2"
	"  WHEN role IN ('viewer', 'explorer') THEN 2"
	"  WHEN role = 'admin' THEN level"
	"  WHEN EXISTS (SELECT 1 FROM imports JOIN assets ON n = asset_n"
	"    WHERE imports.project_n = ?1"
	"    AND (builtin & 4) = 0"
	"    AND (builtin & CASE role WHEN 'guest' THEN 2 ELSE 1 END) = 0"
	"    AND NOT EXISTS (SELECT 1 FROM asset_groups"
	"      JOIN members USING (group_n)"
	"      WHERE asset_groups.asset_n = imports.asset_n"
	"      AND members.user_n = reached.user_n)) THEN 2"
	"  ELSE level END "
	"FROM reached ORDER BY user_n";

/* The statement asked about one project; 0 where the caller has enough. */
static int ask(struct store *store, sqlite3_stmt *stmt, const char *project,
	       bool (*pair)(void *ctx, const char *user_id,
			    const char *project_id, int granted, int effective),
	       void *ctx, struct error *err)
{
	const char *user;
	int more;

	while ((more = sql_next(store, err, stmt)) > 0) {
		if (!sql_text(store, err, stmt, 0, &user))
			return -1;
		if (!pair(ctx, user ? user : "", project,
			  sqlite3_column_int(stmt, 1),
			  sqlite3_column_int(stmt, 2)))
			return 0;
	}
	return more < 0 ? -1 : 1;
}

bool store_second_opinion(struct store *store,
			  bool (*pair)(void *ctx, const char *user_id,
				       const char *project_id, int granted,
				       int effective),
			  void *ctx, struct error *err)
{
	sqlite3_stmt *all = sql_prepare(store, err,
		"SELECT n, id FROM projects ORDER BY n");
	sqlite3_stmt *stmt = all ? sql_prepare(store, err, opinion) : NULL;
	const char *project;
	int more = stmt ? 1 : -1;

	while (more > 0 && (more = sql_next(store, err, all)) > 0) {
		sqlite3_reset(stmt);
		if (!sql_text(store, err, all, 1, &project))
			more = -1;
		else if (sqlite3_bind_int64(stmt, 1,
				sqlite3_column_int64(all, 0)) != SQLITE_OK)
			more = sql_fail(store, err) ? 0 : -1;
		else
			more = ask(store, stmt, project ? project : "", pair,
				   ctx, err);
	}
	sqlite3_finalize(stmt);
	sqlite3_finalize(all);
	return more >= 0;
}
