/* replace.c: make the store hold exactly these facts.  The numbers of the facts
 * become those of the rows, so that relations need no look-up. */
#include <assert.h>

#include "model/kind.h"
#include "store/rows.h"

/* Sealed values wait outside while what they belong to is written anew; and last checks
 * with how that was set, for they tell nothing of what is set otherwise now. */
static const char empty[] =
	"CREATE TEMP TABLE kept AS SELECT * FROM vault_values;"
	"CREATE TEMP TABLE kept_checks AS SELECT c.*, a.type, a.config FROM checks AS c"
	" JOIN assets AS a ON a.kind = c.kind AND a.id = c.thing UNION ALL"
	" SELECT c.*, p.type, p.config FROM checks AS c"
	" JOIN providers AS p ON c.kind = 'provider' AND p.id = c.thing;"
	"UPDATE workspace SET default_n = NULL;"
	"DELETE FROM grant_users; DELETE FROM grant_groups;"
	"DELETE FROM imports; DELETE FROM own_assets;"
	"DELETE FROM asset_groups; DELETE FROM members;"
	"DELETE FROM projects; DELETE FROM assets; DELETE FROM groups;"
	"DELETE FROM users; DELETE FROM providers; DELETE FROM tokens;"
	"DELETE FROM requests;";
static const char unseal[] =
	"INSERT INTO vault_values SELECT * FROM kept AS k WHERE"
	" CASE WHEN project <> '' THEN EXISTS (SELECT 1 FROM own_assets AS o JOIN"
	" projects AS p ON p.n = project_n WHERE p.id = project AND o.id = thing"
	" AND o.kind = k.kind)"
	" WHEN kind = 'provider' THEN thing IN (SELECT id FROM providers)"
	" WHEN kind = 'token' THEN thing IN (SELECT id FROM tokens)"
	" ELSE EXISTS (SELECT 1 FROM assets AS a WHERE a.id = thing"
	" AND a.kind = k.kind) END;"
	"DROP TABLE kept;"
	"INSERT INTO checks (kind, thing, checked, fields, status, answer)"
	" SELECT kind, thing, checked, fields, status, answer FROM kept_checks AS k WHERE"
	" EXISTS (SELECT 1 FROM assets AS a WHERE a.id = thing AND a.kind = k.kind"
	" AND a.type = k.type AND a.config = k.config) OR (kind = 'provider' AND"
	" EXISTS (SELECT 1 FROM providers AS p WHERE p.id = thing AND p.type = k.type"
	" AND p.config = k.config));"
	"DROP TABLE kept_checks;";

static int64_t key(uint32_t number)
{
	return (int64_t)number + 1;
}

static bool put_rows(struct store *store, const struct facts *facts,
		     enum whose whose, struct error *err)
{
	sqlite3_stmt *stmt = row_insert(store, whose, err);
	uint32_t n = whose_n(facts, whose);
	bool good = stmt != NULL;

	for (uint32_t i = 0; good && i < n; i++)
		if (!*whose_gone(facts, whose, i))
			good = row_put(store, stmt, whose, facts, i, key(i), err);
	sqlite3_finalize(stmt);
	return good;
}

/* A relation: from every row of one kind to a set of another. */
static const struct relation {
	const char *sql;
	enum whose from, to;
} relations[] = {
	{ "INSERT INTO members (group_n, user_n) VALUES (?1, ?2)",
	  OF_GROUP, OF_USER },
	{ "INSERT INTO asset_groups (asset_n, group_n) VALUES (?1, ?2)",
	  OF_ASSET, OF_GROUP },
	{ "INSERT INTO imports (project_n, asset_n) VALUES (?1, ?2)",
	  OF_PROJECT, OF_ASSET },
};

static bool put_relation(struct store *store, const struct facts *facts,
			 const struct relation *one, struct error *err)
{
	sqlite3_stmt *stmt = sql_prepare(store, err, one->sql);
	uint32_t n = whose_n(facts, one->from);
	const struct numbers *set;
	bool good = stmt != NULL;

	for (uint32_t i = 0; good && i < n; i++) {
		if (*whose_gone(facts, one->from, i))
			continue;
		set = whose_set(facts, one->from, i, 0);
		for (uint32_t j = 0; good && j < set->n; j++)
			if (!*whose_gone(facts, one->to, set->v[j]))
				good = sql_run(store, err, stmt, "ii", key(i),
					       key(set->v[j]));
	}
	sqlite3_finalize(stmt);
	return good;
}

static bool put_grants(struct store *store, const struct facts *facts,
		       bool groups, struct error *err)
{
	sqlite3_stmt *stmt = sql_prepare(store, err, groups ?
		"INSERT INTO grant_groups (project_n, group_n, level) "
		"VALUES (?1, ?2, ?3)" :
		"INSERT INTO grant_users (project_n, user_n, level) "
		"VALUES (?1, ?2, ?3)");
	const struct fact_project *project;
	const struct fact_grant *grant;
	bool good = stmt != NULL;

	for (uint32_t i = 0; good && i < facts->n_projects; i++) {
		project = &facts->projects[i];
		for (uint32_t j = 0; good && j < project->n_grants; j++) {
			grant = &project->grants[j];
			if (project->gone || grant->group != groups ||
			    *whose_gone(facts, groups ? OF_GROUP : OF_USER,
					grant->who))
				continue;
			good = sql_run(store, err, stmt, "iid", key(i),
				       key(grant->who), (int)grant->level);
		}
	}
	sqlite3_finalize(stmt);
	return good;
}

static bool put_own(struct store *store, const struct facts *facts,
		    struct error *err)
{
	sqlite3_stmt *stmt = sql_prepare(store, err,
		"INSERT INTO own_assets (project_n, id, kind, name, type, config)"
		" VALUES (?1, ?2, ?3, ?4, ?5, ?6)");
	const struct fact_project *project;
	const struct fact_own *own;
	bool good = stmt != NULL;

	for (uint32_t i = 0; good && i < facts->n_projects; i++) {
		project = &facts->projects[i];
		for (uint32_t j = 0; good && j < project->n_own; j++) {
			own = &project->own[j];
			good = project->gone ||
				sql_run(store, err, stmt, "ittttt", key(i),
					own->id, kind_at(own->kind)->code,
					own->name, own->type, own->config);
		}
	}
	sqlite3_finalize(stmt);
	return good;
}

bool store_replace(struct store *store, const struct facts *facts,
		   struct error *err)
{
	assert(store->lock >= 0);
	if (!sql_script(store, err, empty))
		return false;
	for (enum whose whose = OF_USER; whose <= OF_PROJECT; whose++)
		if (!put_rows(store, facts, whose, err))
			return false;
	for (size_t i = 0; i < COUNT_OF(relations); i++)
		if (!put_relation(store, facts, &relations[i], err))
			return false;
	return put_grants(store, facts, false, err) &&
		put_grants(store, facts, true, err) &&
		put_own(store, facts, err) &&
		row_workspace(store, facts, err) &&
		sql_script(store, err, unseal);
}
