/* load.c: the tables as facts.  Rows are read in the order of their numbers, so
 * that every list of the facts only ever grows at its end. */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "model/kind.h"
#include "store/store_priv.h"

/* The numbers of rows in the order in which they became facts. */
struct keys {
	int64_t *v;
	size_t n, cap;
};

struct load {
	struct store *store;
	struct facts *facts;
	struct error *err;
	struct keys users, groups, assets;
};

static void keys_add(struct keys *keys, int64_t key)
{
	keys->v = mem_grow(keys->v, keys->n, &keys->cap, sizeof(*keys->v));
	keys->v[keys->n++] = key;
}

/* Without deletions, row n is fact n - 1. */
static uint32_t keys_find(const struct keys *keys, int64_t key)
{
	size_t low = 0, high = keys->n, mid;

	if (key > 0 && (uint64_t)key <= keys->n && keys->v[key - 1] == key)
		return (uint32_t)(key - 1);
	while (low < high) {
		mid = low + (high - low) / 2;
		if (keys->v[mid] < key)
			low = mid + 1;
		else
			high = mid;
	}
	return low < keys->n && keys->v[low] == key ? (uint32_t)low : NOBODY;
}

static uint32_t key_at(const struct keys *keys, sqlite3_stmt *stmt, int column)
{
	return keys_find(keys, sqlite3_column_int64(stmt, column));
}

/* Never NULL where the schema says NOT NULL; a damaged file may differ. */
static const char *text_at(sqlite3_stmt *stmt, int column)
{
	const char *text = (const char *)sqlite3_column_text(stmt, column);

	return text ? text : "";
}

static const char *keep(struct load *load, sqlite3_stmt *stmt, int column)
{
	const char *text = text_at(stmt, column);

	return *text ? arena_strdup(&load->facts->text, text) : "";
}

static int64_t time_at(sqlite3_stmt *stmt, int column)
{
	int64_t t = sqlite3_column_int64(stmt, column);

	return t < 0 ? 0 : t;
}

static bool bad_row(struct load *load, const char *table)
{
	return store_damaged(load->store, load->err,
			     "a row of table %s does not fit", table);
}

/* Run the statement, a call for each row. */
static bool each(struct load *load, const char *sql,
		 bool (*row)(struct load *load, sqlite3_stmt *stmt))
{
	sqlite3_stmt *stmt = sql_prepare(load->store, load->err, sql);
	int more = stmt ? 1 : -1;

	while (more > 0) {
		more = sql_next(load->store, load->err, stmt);
		if (more > 0 && !row(load, stmt))
			more = -1;
	}
	sqlite3_finalize(stmt);
	return more == 0;
}

/* Plain ASCII, and the key is the e-mail folded: what nearly all rows are. */
static bool is_plain_key(const char *email, const char *key)
{
	unsigned char c;

	for (; *email; email++, key++) {
		c = (unsigned char)*email;
		if (c >= 'A' && c <= 'Z')
			c = (unsigned char)(c - 'A' + 'a');
		if (c >= 0x80 || c != (unsigned char)*key)
			return false;
	}
	return *key == '\0';
}

static bool email_taken(const struct facts *facts, const char *email,
			const char *key)
{
	uint32_t user;

	if (is_plain_key(email, key))
		return strmap_get(&facts->emails, key, &user);
	return facts_user_by_email(facts, email) != NOBODY;
}

static bool user_row(struct load *load, sqlite3_stmt *stmt)
{
	struct facts *facts = load->facts;
	struct fact_user *user;
	uint32_t number;
	enum role role;

	if (!role_from_code(text_at(stmt, 5), &role) ||
	    facts_user(facts, text_at(stmt, 1)) != NOBODY ||
	    email_taken(facts, text_at(stmt, 2), text_at(stmt, 8)))
		return bad_row(load, "users");
	keys_add(&load->users, sqlite3_column_int64(stmt, 0));
	number = facts_add_user(facts, text_at(stmt, 1), text_at(stmt, 2),
				text_at(stmt, 3), role);
	user = &facts->users[number];
	user->active = sqlite3_column_int(stmt, 6);
	if (sqlite3_column_type(stmt, 4) != SQLITE_NULL)
		user->login = keep(load, stmt, 4);
	user->last_login = time_at(stmt, 7);
	return true;
}

static bool group_row(struct load *load, sqlite3_stmt *stmt)
{
	if (facts_group(load->facts, text_at(stmt, 1)) != NOBODY)
		return bad_row(load, "groups");
	keys_add(&load->groups, sqlite3_column_int64(stmt, 0));
	(void)facts_add_group(load->facts, text_at(stmt, 1), text_at(stmt, 2));
	return true;
}

static bool member_row(struct load *load, sqlite3_stmt *stmt)
{
	uint32_t group = key_at(&load->groups, stmt, 0);
	uint32_t user = key_at(&load->users, stmt, 1);

	if (group == NOBODY || user == NOBODY)
		return bad_row(load, "members");
	numbers_append(&load->facts->groups[group].members, user);
	numbers_append(&load->facts->users[user].groups, group);
	return true;
}

static bool asset_row(struct load *load, sqlite3_stmt *stmt)
{
	struct facts *facts = load->facts;
	struct fact_asset *asset;
	uint32_t number;
	size_t kind;

	if (!kind_find(text_at(stmt, 2), &kind) ||
	    facts_asset(facts, text_at(stmt, 1)) != NOBODY)
		return bad_row(load, "assets");
	keys_add(&load->assets, sqlite3_column_int64(stmt, 0));
	number = facts_add_asset(facts, text_at(stmt, 1), (uint32_t)kind,
				 text_at(stmt, 3));
	asset = &facts->assets[number];
	asset->type = keep(load, stmt, 4);
	asset->config = keep(load, stmt, 5);
	asset->description = keep(load, stmt, 6);
	asset->status = keep(load, stmt, 7);
	asset->updated = time_at(stmt, 8);
	asset->updated_by = keep(load, stmt, 9);
	asset->refreshed = time_at(stmt, 10);
	asset->builtin = (unsigned)sqlite3_column_int(stmt, 11) & 7;
	return true;
}

static bool asset_group_row(struct load *load, sqlite3_stmt *stmt)
{
	uint32_t asset = key_at(&load->assets, stmt, 0);
	uint32_t group = key_at(&load->groups, stmt, 1);

	if (asset == NOBODY || group == NOBODY)
		return bad_row(load, "asset_groups");
	numbers_append(&load->facts->assets[asset].groups, group);
	numbers_append(&load->facts->groups[group].assets, asset);
	return true;
}

static bool provider_row(struct load *load, sqlite3_stmt *stmt)
{
	struct facts *facts = load->facts;
	size_t cap = facts->cap_providers;

	facts->providers = mem_grow(facts->providers, facts->n_providers, &cap,
				    sizeof(*facts->providers));
	facts->cap_providers = (uint32_t)cap;
	facts->providers[facts->n_providers++] = (struct fact_provider){
		.id = keep(load, stmt, 0), .type = keep(load, stmt, 1),
		.name = keep(load, stmt, 2), .config = keep(load, stmt, 3)
	};
	return true;
}

static bool workspace_row(struct load *load, sqlite3_stmt *stmt)
{
	struct facts *facts = load->facts;

	if (!plan_from_code(text_at(stmt, 1), &facts->plan))
		return bad_row(load, "workspace");
	facts->name = keep(load, stmt, 0);
	facts->share_to_web = sqlite3_column_int(stmt, 2);
	facts->api_access = sqlite3_column_int(stmt, 3);
	facts->show_secret_values = sqlite3_column_int(stmt, 4);
	facts->token_max_days = sqlite3_column_int(stmt, 5);
	if (sqlite3_column_type(stmt, 6) != SQLITE_NULL)
		facts->default_asset = key_at(&load->assets, stmt, 6);
	facts->revision = sqlite3_column_int64(stmt, 7);
	return true;
}

/* ---- projects: five tables read abreast -------------------------------------- */

/* What belongs to a project, in the order of projects. */
struct part {
	const char *table, *sql;
	bool (*row)(struct load *load, uint32_t project, sqlite3_stmt *stmt);
	sqlite3_stmt *stmt;
	int more;
};

static bool grant_user_row(struct load *load, uint32_t project,
			   sqlite3_stmt *stmt)
{
	uint32_t who = key_at(&load->users, stmt, 1);
	int level = sqlite3_column_int(stmt, 2);

	if (who == NOBODY || level <= LEVEL_NONE || level >= LEVELS)
		return bad_row(load, "grant_users");
	facts_set_grant(load->facts, project, false, who, (enum level)level);
	return true;
}

static bool grant_group_row(struct load *load, uint32_t project,
			    sqlite3_stmt *stmt)
{
	uint32_t who = key_at(&load->groups, stmt, 1);
	int level = sqlite3_column_int(stmt, 2);

	if (who == NOBODY || level <= LEVEL_NONE || level >= LEVELS)
		return bad_row(load, "grant_groups");
	facts_set_grant(load->facts, project, true, who, (enum level)level);
	return true;
}

static bool import_row(struct load *load, uint32_t project, sqlite3_stmt *stmt)
{
	uint32_t asset = key_at(&load->assets, stmt, 1);

	if (asset == NOBODY)
		return bad_row(load, "imports");
	numbers_append(&load->facts->projects[project].assets, asset);
	numbers_append(&load->facts->assets[asset].projects, project);
	return true;
}

static bool own_row(struct load *load, uint32_t project, sqlite3_stmt *stmt)
{
	struct fact_project *one = &load->facts->projects[project];
	size_t cap = one->cap_own, kind;

	if (!kind_find(text_at(stmt, 2), &kind))
		return bad_row(load, "own_assets");
	one->own = mem_grow(one->own, one->n_own, &cap, sizeof(*one->own));
	one->cap_own = (uint32_t)cap;
	one->own[one->n_own++] = (struct fact_own){
		.id = keep(load, stmt, 1), .kind = (uint32_t)kind,
		.name = keep(load, stmt, 3), .type = keep(load, stmt, 4),
		.config = keep(load, stmt, 5)
	};
	return true;
}

static bool read_part(struct load *load, struct part *part, int64_t key,
		      uint32_t project)
{
	while (part->more > 0 && sqlite3_column_int64(part->stmt, 0) == key) {
		if (!part->row(load, project, part->stmt))
			return false;
		part->more = sql_next(load->store, load->err, part->stmt);
	}
	return part->more >= 0;
}

static bool project_row(struct load *load, sqlite3_stmt *stmt, uint32_t *number)
{
	struct facts *facts = load->facts;
	uint32_t owner = key_at(&load->users, stmt, 6);
	struct fact_project *project;
	enum state state;
	int workspace = sqlite3_column_int(stmt, 12);
	int public_web = sqlite3_column_int(stmt, 13);

	if (owner == NOBODY || !state_from_code(text_at(stmt, 7), &state) ||
	    workspace < 0 || workspace >= LEVELS || public_web < 0 ||
	    public_web > LEVEL_CAN_VIEW ||
	    facts_project(facts, text_at(stmt, 1)) != NOBODY)
		return bad_row(load, "projects");
	*number = facts_add_project(facts, text_at(stmt, 1), text_at(stmt, 2),
				    owner);
	project = &facts->projects[*number];
	project->description = keep(load, stmt, 3);
	project->status = keep(load, stmt, 4);
	project->categories = keep(load, stmt, 5);
	project->state = state;
	project->trashed = time_at(stmt, 8);
	project->editors_may_share = sqlite3_column_int(stmt, 9);
	project->share_switched = time_at(stmt, 10);
	project->share_switched_by = keep(load, stmt, 11);
	project->workspace = (uint8_t)workspace;
	project->public_web = (uint8_t)public_web;
	return true;
}

static bool read_projects(struct load *load, struct part *parts, size_t n,
			  sqlite3_stmt *stmt)
{
	uint32_t number = 0;
	int64_t key;
	int more;

	while ((more = sql_next(load->store, load->err, stmt)) > 0) {
		key = sqlite3_column_int64(stmt, 0);
		if (!project_row(load, stmt, &number))
			return false;
		for (size_t i = 0; i < n; i++)
			if (!read_part(load, &parts[i], key, number))
				return false;
	}
	for (size_t i = 0; more == 0 && i < n; i++)
		if (parts[i].more > 0)
			return bad_row(load, parts[i].table);
	return more == 0;
}

static bool load_projects(struct load *load)
{
	struct part parts[] = {
		{ "grant_users", "SELECT project_n, user_n, level "
		  "FROM grant_users ORDER BY project_n, user_n",
		  grant_user_row, NULL, 0 },
		{ "grant_groups", "SELECT project_n, group_n, level "
		  "FROM grant_groups ORDER BY project_n, group_n",
		  grant_group_row, NULL, 0 },
		{ "imports", "SELECT project_n, asset_n FROM imports "
		  "ORDER BY project_n, asset_n", import_row, NULL, 0 },
		{ "own_assets", "SELECT project_n, id, kind, name, type, config "
		  "FROM own_assets ORDER BY project_n, id", own_row, NULL, 0 },
	};
	sqlite3_stmt *stmt = sql_prepare(load->store, load->err,
		"SELECT n, id, title, description, status, categories, owner_n, "
		"state, trashed, editors_may_share, share_switched, "
		"share_switched_by, workspace, public_web "
		"FROM projects ORDER BY n");
	bool good = stmt != NULL;

	for (size_t i = 0; good && i < COUNT_OF(parts); i++) {
		parts[i].stmt = sql_prepare(load->store, load->err, parts[i].sql);
		parts[i].more = parts[i].stmt ?
			sql_next(load->store, load->err, parts[i].stmt) : -1;
		good = parts[i].more >= 0;
	}
	good = good && read_projects(load, parts, COUNT_OF(parts), stmt);
	for (size_t i = 0; i < COUNT_OF(parts); i++)
		sqlite3_finalize(parts[i].stmt);
	sqlite3_finalize(stmt);
	return good;
}

static bool load_all(struct load *load)
{
	return each(load, "SELECT n, id, email, name, unix_login, role, active, "
		    "last_login, email_key FROM users ORDER BY n", user_row) &&
		each(load, "SELECT n, id, name FROM groups ORDER BY n",
		     group_row) &&
		each(load, "SELECT group_n, user_n FROM members "
		     "ORDER BY group_n, user_n", member_row) &&
		each(load, "SELECT n, id, kind, name, type, config, "
		     "description, status, updated, updated_by, refreshed, "
		     "builtin FROM assets ORDER BY n", asset_row) &&
		each(load, "SELECT asset_n, group_n FROM asset_groups "
		     "ORDER BY asset_n, group_n", asset_group_row) &&
		load_projects(load) &&
		each(load, "SELECT id, type, name, config FROM providers "
		     "ORDER BY n", provider_row) &&
		each(load, "SELECT name, plan, share_to_web, api_access, "
		     "show_secret_values, token_max_days, default_n, "
		     "(SELECT max(seq) FROM events) FROM workspace",
		     workspace_row);
}

bool store_load(struct store *store, struct facts *facts, struct error *err)
{
	struct load load = { .store = store, .facts = facts, .err = err };
	bool began, good;

	if (!store_moment(store, &began, err))
		return false;
	good = load_all(&load);
	store_moment_end(store, began);
	free(load.users.v);
	free(load.groups.v);
	free(load.assets.v);
	return good;
}
