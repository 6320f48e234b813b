/* vault_rows.c: see vault_rows.h. */
#include "store/vault_rows.h"

#include <string.h>

#include "store/store_priv.h"

/* ---- reading ------------------------------------------------------------------- */

struct reading {
	struct store *store;
	struct arena *arena;
	struct error *err;
	sqlite3_stmt *stmt;
	bool bad;
};

static const char *text(struct reading *at, int column)
{
	const char *text;

	if (!sql_text(at->store, at->err, at->stmt, column, &text))
		at->bad = true;
	return text && !at->bad ? arena_strdup(at->arena, text) : NULL;
}

static struct vault_bytes bytes(struct reading *at, int column)
{
	const void *from = sqlite3_column_blob(at->stmt, column);
	struct vault_bytes out = { NULL, 0 };
	unsigned char *copy;

	out.n = (size_t)sqlite3_column_bytes(at->stmt, column);
	if (!from || !out.n)
		return (struct vault_bytes){ NULL, 0 };
	copy = arena_array(at->arena, out.n, 1);
	memcpy(copy, from, out.n);
	out.at = copy;
	return out;
}

/* What the tables allow no other length of. */
static void fixed(struct reading *at, int column, unsigned char *out, size_t n)
{
	const void *from = sqlite3_column_blob(at->stmt, column);

	if (from && (size_t)sqlite3_column_bytes(at->stmt, column) == n)
		memcpy(out, from, n);
	else if (sqlite3_column_type(at->stmt, column) != SQLITE_NULL)
		at->bad = !store_damaged(at->store, at->err, "a key of the vault has "
					 "another length");
}

/* Reads rows of `size` bytes; the array, *n of them. */
static void *rows(struct reading *at, const char *sql, size_t size, size_t *n,
		  void (*take)(struct reading *at, void *row))
{
	struct vault_rows_array { char *v; size_t cap; } all = { NULL, 0 };
	int more = 0;

	*n = 0;
	if (at->bad)
		return NULL;
	at->stmt = sql_prepare(at->store, at->err, sql);
	while (at->stmt && !at->bad &&
	       (more = sql_next(at->store, at->err, at->stmt)) > 0) {
		if (*n == all.cap) {
			size_t cap = all.cap ? all.cap * 2 : 16;
			char *larger = arena_array(at->arena, cap, size);

			if (*n)
				memcpy(larger, all.v, *n * size);
			all.v = larger;
			all.cap = cap;
		}
		take(at, all.v + (*n)++ * size);
	}
	at->bad = at->bad || !at->stmt || more < 0;
	sqlite3_finalize(at->stmt);
	at->stmt = NULL;
	return all.v;
}

static void take_vault(struct reading *at, void *row)
{
	struct vault_rows *out = row;

	out->id = text(at, 0);
	out->root = sqlite3_column_int64(at->stmt, 1);
}

static void take_key(struct reading *at, void *to)
{
	struct vault_key_row *row = to;

	row->n = sqlite3_column_int64(at->stmt, 0);
	row->who = text(at, 1);
	fixed(at, 2, row->box, sizeof(row->box));
	fixed(at, 3, row->sign, sizeof(row->sign));
	row->kept = bytes(at, 4);
	row->made = sqlite3_column_int64(at->stmt, 5);
	row->since = sqlite3_column_int64(at->stmt, 6);
	row->until = sqlite3_column_int64(at->stmt, 7);
	row->by = sqlite3_column_int64(at->stmt, 8);
	fixed(at, 9, row->signature, sizeof(row->signature));
}

static void take_epoch(struct reading *at, void *to)
{
	struct vault_epoch_row *row = to;

	row->epoch = sqlite3_column_int64(at->stmt, 0);
	fixed(at, 1, row->commitment, sizeof(row->commitment));
	row->made = sqlite3_column_int64(at->stmt, 2);
	row->by = sqlite3_column_int64(at->stmt, 3);
	fixed(at, 4, row->signature, sizeof(row->signature));
}

static void take_grant(struct reading *at, void *to)
{
	struct vault_grant_row *row = to;

	row->epoch = sqlite3_column_int64(at->stmt, 0);
	row->to = sqlite3_column_int64(at->stmt, 1);
	row->by = sqlite3_column_int64(at->stmt, 2);
	row->value = bytes(at, 3);
}

static void take_value(struct reading *at, void *to)
{
	struct vault_value_row *row = to;

	row->kind = text(at, 0);
	row->project = text(at, 1);
	row->thing = text(at, 2);
	row->field = text(at, 3);
	row->version = sqlite3_column_int64(at->stmt, 4);
	row->epoch = sqlite3_column_int64(at->stmt, 5);
	row->origin = text(at, 6);
	row->set_at = sqlite3_column_int64(at->stmt, 7);
	row->set_by = text(at, 8);
	row->value = bytes(at, 9);
}

bool store_vault(struct store *store, struct arena *arena, struct vault_rows *out,
		 struct error *err)
{
	struct reading at = { store, arena, err, NULL, false };
	struct vault_rows *one;
	bool began;
	size_t n;

	memset(out, 0, sizeof(*out));
	if (!store_moment(store, &began, err))
		return false;
	one = rows(&at, "SELECT id, root_n FROM vault", sizeof(*one), &n, take_vault);
	if (n && !at.bad)
		*out = *one;
	out->keys = rows(&at, "SELECT n, who, public_box, public_sign, kept, made, since, "
			 "until, by_n, signature FROM vault_keys ORDER BY n",
			 sizeof(*out->keys), &out->n_keys, take_key);
	out->epochs = rows(&at, "SELECT epoch, commitment, made, by_n, signature "
			   "FROM vault_epochs ORDER BY epoch", sizeof(*out->epochs),
			   &out->n_epochs, take_epoch);
	out->grants = rows(&at, "SELECT epoch, key_n, by_n, value FROM vault_grants "
			   "ORDER BY epoch, key_n", sizeof(*out->grants),
			   &out->n_grants, take_grant);
	out->values = rows(&at, "SELECT kind, project, thing, field, version, epoch, "
			   "origin, set_at, set_by, value FROM vault_values "
			   "ORDER BY kind, project, thing, field",
			   sizeof(*out->values), &out->n_values, take_value);
	store_moment_end(store, began);
	return !at.bad;
}

/* Of what the event keeps: "field":"password"; "" of an event that is older than that. */
static const char *opened_field(struct reading *at, const char *edits)
{
	static const char name[] = "\"field\":\"";
	const char *found = edits ? strstr(edits, name) : NULL;

	found = found ? found + strlen(name) : "";
	return arena_strndup(at->arena, found, strcspn(found, "\""));
}

static void take_use(struct reading *at, void *to)
{
	struct vault_use_row *row = to;

	row->event = sqlite3_column_int64(at->stmt, 0);
	row->time = sqlite3_column_int64(at->stmt, 1);
	row->actor = text(at, 2);
	row->verb = text(at, 3);
	row->thing = text(at, 4);
	row->field = opened_field(at, text(at, 5));
}

bool store_vault_uses(struct store *store, struct arena *arena,
		      struct vault_use_row **out, size_t *n, struct error *err)
{
	struct reading at = { store, arena, err, NULL, false };

	*out = rows(&at, "SELECT seq, time, actor, verb, targets, edits FROM events WHERE verb IN "
		    "('secret reveal', 'secret copy', 'token reveal', 'token copy', "
		    "'connection reveal', 'connection copy', 'files reveal', 'files copy', "
		    "'provider reveal', 'provider copy') ORDER BY seq",
		    sizeof(**out), n, take_use);
	return !at.bad;
}

static void take_leaver(struct reading *at, void *to)
{
	struct vault_leaver_row *row = to;

	row->n = sqlite3_column_int64(at->stmt, 0);
	row->who = text(at, 1);
	row->email = text(at, 2);
	row->kind = text(at, 3);
	row->project = text(at, 4);
	row->thing = text(at, 5);
	row->field = text(at, 6);
	row->name = text(at, 7);
	row->since = sqlite3_column_int64(at->stmt, 8);
	row->until = sqlite3_column_int64(at->stmt, 9);
	row->opened = sqlite3_column_int64(at->stmt, 10);
	row->done = sqlite3_column_int64(at->stmt, 11);
	row->done_by = text(at, 12);
	row->how = text(at, 13);
}

bool store_vault_leavers(struct store *store, struct arena *arena,
			 struct vault_leaver_row **out, size_t *n, struct error *err)
{
	struct reading at = { store, arena, err, NULL, false };

	*out = rows(&at, "SELECT n, who, email, kind, project, thing, field, name, since, "
		    "until, opened, done, done_by, how FROM vault_leavers ORDER BY "
		    "done NOTNULL, until DESC, email, name, field, n", sizeof(**out), n,
		    take_leaver);
	return !at.bad;
}

bool store_event_time(struct store *store, int64_t seq, int64_t *time, struct error *err)
{
	sqlite3_stmt *stmt = sql_prepare(store, err, "SELECT time FROM events WHERE "
					 "seq = ?1");
	int more;

	*time = 0;
	if (!stmt)
		return false;
	sqlite3_bind_int64(stmt, 1, seq);
	more = sql_next(store, err, stmt);
	if (more > 0)
		*time = sqlite3_column_int64(stmt, 0);
	sqlite3_finalize(stmt);
	return more >= 0;
}

/* ---- writing -------------------------------------------------------------------- */

bool store_vault_make(struct store *store, const char *id, int64_t root,
		      struct error *err)
{
	return sql_do(store, err, "INSERT INTO vault (one, id, root_n) VALUES (1, ?1, ?2)",
		      "ti", id, root);
}

bool store_vault_key(struct store *store, const struct vault_key_row *row,
		     struct error *err)
{
	return sql_do(store, err, "INSERT INTO vault_keys (n, who, public_box, "
		      "public_sign, kept, made, since, until, by_n, signature) VALUES "
		      "(?1, ?2, ?3, ?4, ?5, ?6, nullif(?7, 0), nullif(?8, 0), "
		      "nullif(?9, 0), ?10) ON CONFLICT (n) DO UPDATE SET "
		      "kept = ?5, since = nullif(?7, 0), until = nullif(?8, 0), "
		      "by_n = nullif(?9, 0), signature = ?10", "itbbbiiiib",
		      row->n, row->who, row->box, sizeof(row->box), row->sign,
		      sizeof(row->sign), row->kept.at, row->kept.n, row->made,
		      row->since, row->until, row->by,
		      row->by ? row->signature : NULL, sizeof(row->signature));
}

bool store_vault_forget(struct store *store, int64_t epoch, struct error *err)
{
	return sql_do(store, err, "DELETE FROM vault_grants WHERE epoch < ?1", "i", epoch);
}

bool store_vault_drop(struct store *store, int64_t n, struct error *err)
{
	return sql_change(store, err, "DELETE FROM vault_keys WHERE n = ?1 AND "
			  "by_n IS NULL", "i", n);
}

bool store_vault_epoch(struct store *store, const struct vault_epoch_row *row,
		       struct error *err)
{
	return sql_do(store, err, "INSERT INTO vault_epochs (epoch, commitment, made, "
		      "by_n, signature) VALUES (?1, ?2, ?3, ?4, ?5)", "ibiib", row->epoch,
		      row->commitment, sizeof(row->commitment), row->made, row->by,
		      row->signature, sizeof(row->signature));
}

bool store_vault_grant(struct store *store, const struct vault_grant_row *row,
		       struct error *err)
{
	return sql_do(store, err, "INSERT INTO vault_grants (epoch, key_n, by_n, value) "
		      "VALUES (?1, ?2, ?3, ?4) ON CONFLICT (epoch, key_n) DO UPDATE SET "
		      "by_n = ?3, value = ?4", "iiib", row->epoch, row->to, row->by,
		      row->value.at, row->value.n);
}

bool store_vault_put(struct store *store, const struct vault_value_row *row,
		     struct error *err)
{
	if (!row->value.n)
		return sql_do(store, err, "DELETE FROM vault_values WHERE kind = ?1 AND "
			      "project = ?2 AND thing = ?3 AND field = ?4", "tttt",
			      row->kind, row->project, row->thing, row->field);
	return sql_do(store, err, "INSERT INTO vault_values (kind, project, thing, field, "
		      "version, epoch, origin, set_at, set_by, value) VALUES (?1, ?2, ?3, "
		      "?4, ?5, ?6, ?7, ?8, ?9, ?10) ON CONFLICT (kind, project, thing, "
		      "field) DO UPDATE SET version = ?5, epoch = ?6, origin = ?7, "
		      "set_at = ?8, set_by = ?9, value = ?10", "ttttiititb", row->kind,
		      row->project, row->thing, row->field, row->version, row->epoch,
		      row->origin, row->set_at, row->set_by, row->value.at, row->value.n);
}

bool store_vault_leaver(struct store *store, const struct vault_leaver_row *row,
			struct error *err)
{
	return sql_do(store, err, "INSERT INTO vault_leavers (who, email, kind, project, "
		      "thing, field, name, since, until, opened) VALUES (?1, ?2, ?3, ?4, "
		      "?5, ?6, ?7, ?8, ?9, ?10) ON CONFLICT DO NOTHING", "tttttttiii",
		      row->who, row->email, row->kind, row->project, row->thing, row->field,
		      row->name, row->since, row->until, row->opened);
}

bool store_vault_leaver_done(struct store *store, const struct vault_leaver_row *row,
			     size_t *n, struct error *err)
{
	bool good = sql_do(store, err, "UPDATE vault_leavers SET done = ?1, done_by = ?2, "
			   "how = ?3 WHERE done IS NULL AND kind = ?4 AND project = ?5 AND "
			   "thing = ?6 AND (field = ?7 OR ?7 IS NULL)", "itttttt", row->done,
			   row->done_by, row->how, row->kind, row->project, row->thing,
			   row->field);

	*n = good ? (size_t)sqlite3_changes(store->db) : 0;
	return good;
}
