/* opinion.c: the permission rules (DOMAIN 4.1, 5) once more, as one statement
 * over the tables.  It shares nothing with the engine, so that each can catch
 * the other's mistakes. */
#include <string.h>

#include "store/store_priv.h"

/* Levels are 0 none, 1 app_only, 2 can_view, 3 can_edit, 4 full_access.
 *
 * given: what was given to people by name or through groups; the owner counts
 * as given Full Access.  reached: the best source that reaches each user of
 * each project.  A deactivated user is reached by the public link alone (D22),
 * a Guest not by the workspace (B14). */
static const char opinion[] =
	"WITH given(user_n, project_n, level) AS ("
	"  SELECT owner_n, n, 4 FROM projects"
	"  UNION ALL SELECT user_n, project_n, level FROM grant_users"
	"  UNION ALL SELECT members.user_n, grant_groups.project_n,"
	"    grant_groups.level"
	"    FROM grant_groups JOIN members USING (group_n)"
	"), best(user_n, project_n, level) AS MATERIALIZED ("
	"  SELECT user_n, project_n, max(level) FROM given"
	"  GROUP BY user_n, project_n"
	"), reached(user_n, user_id, role, project_n, project_id, state, level)"
	" AS ("
	"  SELECT u.n, u.id, u.role, p.n, p.id, p.state, max("
	"    CASE WHEN u.active THEN coalesce(best.level, 0) ELSE 0 END,"
	"    CASE WHEN u.active AND u.role <> 'guest'"
	"      THEN p.workspace ELSE 0 END,"
	"    CASE WHEN p.state <> 'trashed' AND"
	"        (SELECT share_to_web FROM workspace)"
	"      THEN p.public_web ELSE 0 END)"
	"  FROM users AS u CROSS JOIN projects AS p"
	"  LEFT JOIN best ON best.user_n = u.n AND best.project_n = p.n"
	") "
	/* Ceilings: the state for all, the role, then missing assets. */
	"SELECT user_id, project_id, level, CASE"
	"  WHEN level <= 2 THEN level"
	"  WHEN state <> 'active' THEN 2"
	"  WHEN role IN ('viewer', 'explorer') THEN 2"
	"  WHEN role = 'admin' THEN level"
	"  WHEN EXISTS (SELECT 1 FROM imports JOIN assets ON n = asset_n"
	"    WHERE imports.project_n = reached.project_n"
	"    AND (builtin & 4) = 0"
	"    AND (builtin & CASE role WHEN 'guest' THEN 2 ELSE 1 END) = 0"
	"    AND NOT EXISTS (SELECT 1 FROM asset_groups"
	"      JOIN members USING (group_n)"
	"      WHERE asset_groups.asset_n = imports.asset_n"
	"      AND members.user_n = reached.user_n)) THEN 2"
	"  ELSE level END "
	"FROM reached";

bool store_second_opinion(struct store *store,
			  bool (*pair)(void *ctx, const char *user_id,
				       const char *project_id, int granted,
				       int effective),
			  void *ctx, struct error *err)
{
	sqlite3_stmt *stmt = sql_prepare(store, err, opinion);
	const char *user, *project;
	int more;

	if (!stmt)
		return false;
	while ((more = sql_next(store, err, stmt)) > 0) {
		if (!sql_text(store, err, stmt, 0, &user) ||
		    !sql_text(store, err, stmt, 1, &project)) {
			more = -1;
			break;
		}
		if (!pair(ctx, user ? user : "", project ? project : "",
			  sqlite3_column_int(stmt, 2),
			  sqlite3_column_int(stmt, 3)))
			break;
	}
	sqlite3_finalize(stmt);
	return more >= 0;
}
