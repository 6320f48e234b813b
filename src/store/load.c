/* load.c: the tables as facts.  Rows are read in the order of their numbers, so
 * that every list of the facts only ever grows at its end. */
#include <assert.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "model/facts_put.h"
#include "model/kind.h"
#include "store/load.h"
#include "store/rows.h"

enum { SQL_LIMIT = 4096, MANY = 1 << 21 };

/* ---- the fields of a thing ------------------------------------------------------- */

static bool is_status(const char *text)
{
	static const char *const all[] = { "draft", "untested", "ok", "error" };

	for (size_t i = 0; i < COUNT_OF(all); i++)
		if (strcmp(text, all[i]) == 0)
			return true;
	return false;
}

static void text_field(struct load *load, sqlite3_stmt *stmt, int column,
		       const struct edit_field *field, void *thing)
{
	const char *text = NULL;

	if (!field->may_be_null ||
	    sqlite3_column_type(stmt, column) != SQLITE_NULL)
		text = keep(load, stmt, column);
	if (field->kind == EDIT_ASSET_STATUS && !is_status(text))
		(void)bad(load, stmt, column, "is no status");
	field_set_text(field, thing, text);
}

static int value_at(struct load *load, sqlite3_stmt *stmt, int column,
		    const struct edit_field *field)
{
	static const char *const none[] = { [HOLDS_PLAN] = "is no plan",
		[HOLDS_ROLE] = "is no role", [HOLDS_STATE] = "is no state" };
	int code = 0;

	switch (field->holds) {
	case HOLDS_PLAN:
	case HOLDS_ROLE:
	case HOLDS_STATE:
		if (!field_from_code(field, text_at(load, stmt, column), &code))
			(void)bad(load, stmt, column, none[field->holds]);
		return code;
	case HOLDS_NUMBER:
		return (int)number_at(load, stmt, column, 0, INT_MAX);
	case HOLDS_LEVEL:
		return (int)number_at(load, stmt, column, 0,
				      field->most ? field->most : LEVELS - 1);
	case HOLDS_BUILTINS:
		return (int)number_at(load, stmt, column, 0, 7);
	default:
		return flag_at(load, stmt, column);
	}
}

/* From this column on, as row_columns lists them; an owner is known already. */
static void fields_at(struct load *load, sqlite3_stmt *stmt, int column,
		      void *thing)
{
	const struct edit_field *field;
	const struct field_stamp *stamp;
	int64_t when;

	for (size_t i = 0; i < load->n_fields; i++) {
		field = load->fields[i].field;
		if (field_is_text(field))
			text_field(load, stmt, column, field, thing);
		else if (field->holds != HOLDS_THING)
			field_set_value(field, thing,
					value_at(load, stmt, column, field));
		else if (field->may_be_null &&
			 sqlite3_column_type(stmt, column) != SQLITE_NULL)
			field_set_value(field, thing, (int)key_at(load,
					&load->assets, stmt, column));
		column++;
		stamp = load->fields[i].stamp;
		if (!stamp)
			continue;
		when = time_at(load, stmt, column++);
		field_set_stamp(stamp, thing, when, stamp->by_column ?
				keep(load, stmt, column++) : "");
	}
}

/* Looked up once, not in each row. */
static void list_fields(struct load *load, enum whose whose)
{
	const struct edit_field *field = NULL;

	load->n_fields = 0;
	while ((field = edit_field_next(whose, field))) {
		assert(load->n_fields < LOAD_FIELDS);
		load->fields[load->n_fields].stamp = row_stamp(field);
		load->fields[load->n_fields++].field = field;
	}
}

static sqlite3_stmt *select_things(struct load *load, enum whose whose)
{
	struct buf sql;
	sqlite3_stmt *stmt;

	list_fields(load, whose);
	buf_init(&sql, SQL_LIMIT);
	buf_adds(&sql, "SELECT ");
	row_columns(&sql, whose, true);
	buf_printf(&sql, " FROM %s ORDER BY n", whose_table(whose));
	stmt = sql_prepare(load->store, load->err, buf_text(&sql));
	buf_release(&sql);
	return stmt;
}

/* Run the statement, a call for each row. */
static bool each_row(struct load *load, const char *table, sqlite3_stmt *stmt,
		     void (*row)(struct load *load, sqlite3_stmt *stmt))
{
	int more = stmt ? 1 : -1;

	load->table = table;
	while (more > 0) {
		more = sql_next(load->store, load->err, stmt);
		if (more <= 0)
			break;
		row(load, stmt);
		if (!fine(load))
			more = -1;
	}
	sqlite3_finalize(stmt);
	return more == 0;
}

static bool each(struct load *load, const char *table, const char *sql,
		 void (*row)(struct load *load, sqlite3_stmt *stmt))
{
	return each_row(load, table, sql_prepare(load->store, load->err, sql),
			row);
}

/* The folded e-mail is not read: it follows from the other one. */
static void user_row(struct load *load, sqlite3_stmt *stmt)
{
	struct facts *facts = load->facts;
	const char *id = text_at(load, stmt, 1), *email = text_at(load, stmt, 2);
	struct fact_user *user;
	uint32_t number;
	bool id_twice;

	if (!*id)
		(void)bad(load, stmt, 1, "is empty");
	keys_add(load, &load->users, stmt);
	if (load->bad.why)
		return;
	number = facts_put_user(facts, id, email, &id_twice);
	if (number == NOBODY) {
		(void)bad(load, stmt, id_twice ? 1 : 2, "is there twice");
		return;
	}
	user = &facts->users[number];
	user->last_login = time_at(load, stmt, 3);
	fields_at(load, stmt, 4, user);
}

static void group_row(struct load *load, sqlite3_stmt *stmt)
{
	const char *id = id_at(load, stmt, 1, facts_group);
	uint32_t number;

	keys_add(load, &load->groups, stmt);
	if (load->bad.why)
		return;
	number = facts_add_group(load->facts, id, "");
	fields_at(load, stmt, 2, &load->facts->groups[number]);
}

static void asset_row(struct load *load, sqlite3_stmt *stmt)
{
	const char *id = id_at(load, stmt, 1, facts_asset);
	struct fact_asset *asset;
	uint32_t number;
	size_t kind = 0;

	if (!kind_find(text_at(load, stmt, 2), &kind))
		(void)bad(load, stmt, 2, "is no kind");
	keys_add(load, &load->assets, stmt);
	if (load->bad.why)
		return;
	number = facts_add_asset(load->facts, id, (uint32_t)kind, "");
	asset = &load->facts->assets[number];
	asset->refreshed = time_at(load, stmt, 3);
	asset->created = time_at(load, stmt, 4);
	asset->created_by = keep(load, stmt, 5);
	fields_at(load, stmt, 6, asset);
}

static void member_row(struct load *load, sqlite3_stmt *stmt)
{
	uint32_t group = key_at(load, &load->groups, stmt, 0);
	uint32_t user = key_at(load, &load->users, stmt, 1);

	if (!load->bad.why && !links_add(&load->members, group, user))
		(void)bad(load, stmt, 1, "is out of its order");
}

static void asset_group_row(struct load *load, sqlite3_stmt *stmt)
{
	uint32_t asset = key_at(load, &load->assets, stmt, 0);
	uint32_t group = key_at(load, &load->groups, stmt, 1);

	if (load->bad.why)
		return;
	numbers_append(&load->facts->assets[asset].groups, group);
	numbers_append(&load->facts->groups[group].assets, asset);
}

static uint32_t find_provider(const struct facts *facts, const char *id)
{
	return whose_find(facts, OF_PROVIDER, id);
}

static uint32_t find_token(const struct facts *facts, const char *id)
{
	return whose_find(facts, OF_TOKEN, id);
}

static uint32_t find_request(const struct facts *facts, const char *id)
{
	return whose_find(facts, OF_REQUEST, id);
}

static void record_row(struct load *load, sqlite3_stmt *stmt, enum whose whose)
{
	struct fact_record one = { .id = id_at(load, stmt, 1, whose == OF_TOKEN ?
		find_token : whose == OF_REQUEST ? find_request : find_provider) };
	uint32_t number;

	if (load->bad.why)
		return;
	number = facts_add_record(load->facts, whose, &one);
	fields_at(load, stmt, 2, whose_thing(load->facts, whose, number));
}

static void provider_row(struct load *load, sqlite3_stmt *stmt)
{
	record_row(load, stmt, OF_PROVIDER);
}

static void token_row(struct load *load, sqlite3_stmt *stmt)
{
	record_row(load, stmt, OF_TOKEN);
}

static void request_row(struct load *load, sqlite3_stmt *stmt)
{
	record_row(load, stmt, OF_REQUEST);
}

static void workspace_row(struct load *load, sqlite3_stmt *stmt)
{
	load->workspaces++;
	load->facts->revision = number_at(load, stmt, 1, 0, INT64_MAX / 2);
	fields_at(load, stmt, 2, load->facts);
}

/* ---- projects: five tables read abreast -------------------------------------- */

/* What belongs to a project, in the order of projects. */
struct part {
	const char *table, *sql;
	void (*row)(struct load *load, uint32_t project, sqlite3_stmt *stmt);
	sqlite3_stmt *stmt;
	int more;
};

static void grant_user_row(struct load *load, uint32_t project,
			   sqlite3_stmt *stmt)
{
	uint32_t who = key_at(load, &load->users, stmt, 1);
	int64_t level = number_at(load, stmt, 2, LEVEL_NONE + 1, LEVELS - 1);

	if (!load->bad.why)
		facts_set_grant(load->facts, project, false, who,
				(enum level)level);
}

static void grant_group_row(struct load *load, uint32_t project,
			    sqlite3_stmt *stmt)
{
	uint32_t who = key_at(load, &load->groups, stmt, 1);
	int64_t level = number_at(load, stmt, 2, LEVEL_NONE + 1, LEVELS - 1);

	if (!load->bad.why)
		facts_set_grant(load->facts, project, true, who,
				(enum level)level);
}

static void import_row(struct load *load, uint32_t project, sqlite3_stmt *stmt)
{
	uint32_t asset = key_at(load, &load->assets, stmt, 1);

	if (load->bad.why)
		return;
	numbers_append(&load->facts->projects[project].assets, asset);
	numbers_append(&load->facts->assets[asset].projects, project);
}

static void own_row(struct load *load, uint32_t project, sqlite3_stmt *stmt)
{
	struct fact_project *one = &load->facts->projects[project];
	size_t cap = one->cap_own, kind = 0;

	if (!kind_find(text_at(load, stmt, 2), &kind))
		(void)bad(load, stmt, 2, "is no kind");
	one->own = mem_grow(one->own, one->n_own, &cap, sizeof(*one->own));
	one->cap_own = (uint32_t)cap;
	one->own[one->n_own++] = (struct fact_own){
		.id = keep(load, stmt, 1), .kind = (uint32_t)kind,
		.name = keep(load, stmt, 3), .type = keep(load, stmt, 4),
		.config = keep(load, stmt, 5)
	};
}

static bool read_part(struct load *load, struct part *part, int64_t key,
		      uint32_t project)
{
	while (part->more > 0 && sqlite3_column_int64(part->stmt, 0) == key) {
		load->table = part->table;
		part->row(load, project, part->stmt);
		if (!fine(load))
			return false;
		part->more = sql_next(load->store, load->err, part->stmt);
	}
	return part->more >= 0;
}

static bool project_row(struct load *load, sqlite3_stmt *stmt, uint32_t *number)
{
	struct facts *facts = load->facts;
	const char *id = id_at(load, stmt, 1, facts_project);
	uint32_t owner = key_at(load, &load->users, stmt, load->owner);

	load->table = "projects";
	if (!fine(load))
		return false;
	*number = facts_add_project(facts, id, "", owner);
	fields_at(load, stmt, 2, &facts->projects[*number]);
	return fine(load);
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
		if (parts[i].more > 0) {
			load->table = parts[i].table;
			(void)bad(load, parts[i].stmt, 0,
				  "names something that is not there");
			return fine(load);
		}
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
	sqlite3_stmt *stmt = select_things(load, OF_PROJECT);
	bool good = stmt != NULL;

	while (good && strcmp(sqlite3_column_name(stmt, load->owner),
			      "owner_n") != 0)
		load->owner++;
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

/* A hint only: whoever says too much gets room that is never touched. */
static bool expect_users(struct load *load)
{
	int64_t n;

	if (!sql_int(load->store, load->err,
		     "SELECT coalesce(max(n), 0) FROM users", &n))
		return false;
	n = n > MANY ? MANY : n;
	strmap_reserve(&load->facts->user_ids, (size_t)n);
	strmap_reserve(&load->facts->emails, (size_t)n);
	return true;
}

static bool load_all(struct load *load)
{
	return expect_users(load) &&
		each_row(load, "users", select_things(load, OF_USER), user_row) &&
		each_row(load, "groups", select_things(load, OF_GROUP),
			 group_row) &&
		each(load, "members", "SELECT group_n, user_n FROM members "
		     "ORDER BY group_n, user_n", member_row) &&
		links_members(&load->members, load->facts) &&
		each_row(load, "assets", select_things(load, OF_ASSET),
			 asset_row) &&
		each(load, "asset_groups", "SELECT asset_n, group_n "
		     "FROM asset_groups ORDER BY asset_n, group_n",
		     asset_group_row) &&
		load_projects(load) &&
		each_row(load, "providers", select_things(load, OF_PROVIDER),
			 provider_row) &&
		each_row(load, "tokens", select_things(load, OF_TOKEN),
			 token_row) &&
		each_row(load, "requests", select_things(load, OF_REQUEST),
			 request_row) &&
		each_row(load, "workspace", select_things(load, OF_WORKSPACE),
			 workspace_row);
}

bool load_ended(struct store *store, struct error *err)
{
	int64_t ended;

	if (!sql_int(store, err, "SELECT ended FROM origin", &ended))
		return false;
	store->ended = ended != 0;
	return true;
}

bool store_load(struct store *store, struct facts *facts, struct error *err)
{
	struct load load = { .store = store, .facts = facts, .err = err };
	bool began, good;

	if (!store_moment(store, &began, err))
		return false;
	good = load_all(&load) && load_ended(store, err);
	if (good && load.workspaces != 1)
		good = store_damaged(store, err, "table workspace has %zu rows "
				     "and not one", load.workspaces);
	store_moment_end(store, began);
	links_release(&load.members);
	free(load.users.v);
	free(load.groups.v);
	free(load.assets.v);
	return good;
}
