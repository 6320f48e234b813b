/* rows.c: things of the facts as rows of their tables: what every thing of the sort
 * has, then its fields and who changed them (edit_field.h), in that order. */
#include <string.h>

#include "base/text.h"
#include "model/kind.h"
#include "store/rows.h"

enum { KEY_LIMIT = 4096, SQL_LIMIT = 4096 };	/* bytes of a folded e-mail */

/* What no edit sets. */
static const char *const fixed[] = {
	[OF_WORKSPACE] = "n, (SELECT coalesce(max(seq), 0) FROM events) "
		"AS revision",
	[OF_USER] = "n, id, email, email_key, last_login",
	[OF_GROUP] = "n, id",
	[OF_ASSET] = "n, id, kind, refreshed, created, created_by",
	[OF_PROVIDER] = "n, id",
	[OF_TOKEN] = "n, id",
	[OF_REQUEST] = "n, id",
	[OF_PROJECT] = "n, id",
};

/* The folded e-mail follows from the other one. */
static const char user_read[] = "n, id, email, last_login";

const struct field_stamp *row_stamp(const struct edit_field *field)
{
	const struct edit_field *next = edit_field_next(field->whose, field);

	return next && next->stamp == field->stamp ? NULL : field->stamp;
}

void row_columns(struct buf *out, enum whose whose, bool to_read)
{
	const struct edit_field *field = NULL;
	const struct field_stamp *stamp;

	buf_adds(out, to_read && whose == OF_USER ? user_read : fixed[whose]);
	while ((field = edit_field_next(whose, field))) {
		buf_printf(out, ", %s", field->column);
		stamp = row_stamp(field);
		if (stamp)
			buf_printf(out, ", %s", stamp->when_column);
		if (stamp && stamp->by_column)
			buf_printf(out, ", %s", stamp->by_column);
	}
}

/* A row of an owner is found by the id, for the number in the store is not that of the
 * facts. */
sqlite3_stmt *row_insert(struct store *store, enum whose whose, struct error *err)
{
	struct buf columns, sql;
	sqlite3_stmt *stmt;
	const char *at, *end;
	int n = 0;

	buf_init(&columns, SQL_LIMIT);
	buf_init(&sql, SQL_LIMIT);
	row_columns(&columns, whose, false);
	buf_printf(&sql, "INSERT INTO %s (%s) VALUES (", whose_table(whose),
		   buf_text(&columns));
	for (at = buf_text(&columns); *at; at = *end ? end + 2 : end) {
		end = strchrnul(at, ',');
		buf_printf(&sql, strncmp(at, "owner_n", 7) == 0 ?
			   "%s(SELECT n FROM users WHERE id = ?)" :
			   n ? "%s?" : "%snullif(?, 0)", n ? ", " : "");
		n++;
	}
	buf_adds(&sql, ")");
	stmt = sql_prepare(store, err, buf_text(&sql));
	buf_release(&columns);
	buf_release(&sql);
	return stmt;
}

/* ---- values --------------------------------------------------------------------- */

struct binding {
	sqlite3_stmt *stmt;
	int n, rc;
};

static void bind_text(struct binding *to, const char *text)
{
	int rc = sqlite3_bind_text(to->stmt, ++to->n, text, -1, SQLITE_TRANSIENT);

	if (to->rc == SQLITE_OK)
		to->rc = rc;
}

static void bind_number(struct binding *to, int64_t number)
{
	int rc = sqlite3_bind_int64(to->stmt, ++to->n, number);

	if (to->rc == SQLITE_OK)
		to->rc = rc;
}

static void bind_fixed(struct binding *to, const struct facts *facts,
		       enum whose whose, uint32_t number)
{
	const struct fact_user *user;
	struct buf folded;

	if (whose == OF_ASSET) {
		bind_text(to, kind_at(facts->assets[number].kind)->code);
		bind_number(to, facts->assets[number].refreshed);
		bind_number(to, facts->assets[number].created);
		bind_text(to, facts->assets[number].created_by);
	}
	if (whose != OF_USER)
		return;
	user = &facts->users[number];
	buf_init(&folded, KEY_LIMIT);
	text_fold(&folded, user->email);
	bind_text(to, user->email);
	bind_text(to, buf_text(&folded));
	bind_number(to, user->last_login);
	buf_release(&folded);
}

static void bind_field(struct binding *to, const struct facts *facts,
		       const struct edit_field *field, const void *thing)
{
	const struct field_stamp *stamp = row_stamp(field);
	const char *text = field_code(field, field_value(field, thing));

	if (field_is_text(field))
		bind_text(to, field_text(field, thing));
	else if (field->holds == HOLDS_THING)
		bind_text(to, whose_id(facts, field->other,
				       field_number(field, thing)));
	else if (text && field->holds != HOLDS_LEVEL)
		bind_text(to, text);
	else
		bind_number(to, field_value(field, thing));
	if (stamp)
		bind_number(to, field_when(stamp, thing));
	if (stamp && stamp->by_column)
		bind_text(to, field_by(stamp, thing));
}

bool row_put(struct store *store, sqlite3_stmt *stmt, enum whose whose,
	     const struct facts *facts, uint32_t number, int64_t key,
	     struct error *err)
{
	const void *thing = whose_thing(facts, whose, number);
	const struct edit_field *field = NULL;
	struct binding to = { .stmt = stmt, .rc = SQLITE_OK };

	bind_number(&to, key);
	bind_text(&to, whose_id(facts, whose, number));
	bind_fixed(&to, facts, whose, number);
	while ((field = edit_field_next(whose, field)))
		bind_field(&to, facts, field, thing);
	if (to.rc != SQLITE_OK)
		return sql_fail(store, err);
	return sql_run(store, err, stmt, "");
}

bool row_add(struct store *store, enum whose whose, const struct facts *facts,
	     uint32_t number, struct error *err)
{
	sqlite3_stmt *stmt = row_insert(store, whose, err);
	bool good;

	if (!stmt)
		return false;
	good = row_put(store, stmt, whose, facts, number, 0, err);
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
		"share_to_web, api_access, show_secret_values, token_max_days, "
		"ssh_public_key) "
		"VALUES (1, ?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT (n) DO UPDATE "
		"SET name = ?1, plan = ?2, share_to_web = ?3, api_access = ?4, "
		"show_secret_values = ?5, token_max_days = ?6, "
		"ssh_public_key = ?7", "ttddddt",
		facts->name, plan_code(facts->plan), (int)facts->share_to_web,
		(int)facts->api_access, (int)facts->show_secret_values,
		facts->token_max_days, facts->ssh_public_key) &&
		sql_do(store, err, "UPDATE workspace SET default_n = "
		       "(SELECT n FROM assets WHERE id = ?1)", "t", chosen);
}
