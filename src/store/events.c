/* events.c: transactions, each with its one event; reading events. */
#include <assert.h>
#include <sodium.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/checkpoint_file.h"

static void hash_int(crypto_generichash_state *state, int64_t value)
{
	unsigned char bytes[8];

	for (int i = 0; i < 8; i++)
		bytes[i] = (unsigned char)((uint64_t)value >> (8 * i));
	crypto_generichash_update(state, bytes, sizeof(bytes));
}

/* Length first, so that no two events read the same; -1 for NULL. */
static void hash_text(crypto_generichash_state *state, const char *text)
{
	size_t n = text ? strlen(text) : 0;

	hash_int(state, text ? (int64_t)n : -1);
	if (n > 0)
		crypto_generichash_update(state, (const unsigned char *)text, n);
}

void event_hash(const unsigned char prev[STORE_HASH], const struct event *event,
		unsigned char out[STORE_HASH])
{
	crypto_generichash_state state;

	crypto_generichash_init(&state, NULL, 0, STORE_HASH);
	crypto_generichash_update(&state, prev, STORE_HASH);
	hash_int(&state, event->seq);
	hash_int(&state, event->time);
	hash_text(&state, event->op_id);
	hash_text(&state, event->actor);
	hash_text(&state, event->acting_as);
	hash_text(&state, event->login);
	hash_text(&state, event->client);
	hash_text(&state, event->tty);
	hash_text(&state, event->verb);
	hash_text(&state, event->targets);
	hash_text(&state, event->summary);
	hash_text(&state, event->edits);
	if (event->reason)		/* an older store has none */
		hash_text(&state, event->reason);
	crypto_generichash_final(&state, out, STORE_HASH);
}

/* ---- writing ------------------------------------------------------------------ */

/* After a restore by hand the name may lead to another file than ours. */
static bool is_in_place(struct store *store, struct error *err)
{
	enum store_where place = store_where(store);

	if (place == STORE_THERE)
		return true;
	if (place == STORE_REPLACED) {
		error_set(err, ERROR_STORE, "STORE_REPLACED",
			  "%s was replaced by another file", store->path);
		return error_remedy(err, "start gatehouse again");
	}
	error_set(err, ERROR_STORE, "STORE_REMOVED", "%s was removed",
		  store->path);
	return error_remedy(err, "put it back, or take a backup: gatehouse "
			    "workspace restore BACKUP");
}

bool store_begin(struct store *store, struct error *err)
{
	assert(store->lock < 0);
	if (store->reading) {
		error_set(err, ERROR_STORE, "STORE_READONLY",
			  "%s is open for reading only", store->path);
		return error_remedy(err, "its owner may change it");
	}
	if (store->broken) {
		error_set(err, ERROR_STORE, "STORE_IO",
			  "%s: the disk did not confirm a write", store->path);
		return error_remedy(err, "start gatehouse again");
	}
	/* Before, so that no lock is left where the store was. */
	if (!is_in_place(store, err) || !lock_take(store, STORE_WAIT, err))
		return false;
	store->stamps = false;
	if (is_in_place(store, err) && sql_script(store, err, "BEGIN IMMEDIATE"))
		return true;
	lock_drop(store);
	return false;
}

void store_rollback(struct store *store)
{
	if (!sqlite3_get_autocommit(store->db))
		sqlite3_exec(store->db, "ROLLBACK", NULL, NULL, NULL);
	lock_drop(store);
}

/* Rows that waited for the time and the actor. */
static bool stamp(struct store *store, const struct event *event,
		  struct error *err)
{
	if (!store->stamps)
		return true;
	return sql_do(store, err, "UPDATE assets SET updated = ?1, "
		"updated_by = ?2 WHERE updated = ?3", "itd", event->time,
		event->actor, WAITS_FOR_COMMIT) &&
		sql_do(store, err, "UPDATE assets SET created = ?1, "
		"created_by = ?2 WHERE created = ?3", "itd", event->time,
		event->actor, WAITS_FOR_COMMIT) &&
		sql_do(store, err, "UPDATE assets SET refresh_asked = ?1, "
		"refresh_asked_by = ?2 WHERE refresh_asked = ?3", "itd",
		event->time, event->actor, WAITS_FOR_COMMIT) &&
		sql_do(store, err, "UPDATE projects SET trashed = ?1 "
		"WHERE trashed = ?2", "id", event->time, WAITS_FOR_COMMIT) &&
		sql_do(store, err, "UPDATE projects SET share_switched = ?1, "
		"share_switched_by = ?2 WHERE share_switched = ?3", "itd",
		event->time, event->actor, WAITS_FOR_COMMIT);
}

static bool has_admin(struct store *store, struct error *err)
{
	int64_t fallen;

	if (!sql_int(store, err, "SELECT count(*) FROM last_admin "
		     "WHERE witness_n = 0", &fallen))
		return false;
	if (fallen == 0)
		return true;
	error_set(err, ERROR_CONFLICT, "LAST_ADMIN",
		  "the workspace would have no active Admin");
	return error_remedy(err, "make somebody else an Admin first");
}

/* Whoever made the store has no right any more: somebody must be able to act. */
static bool has_login(struct store *store, bool *ended, struct error *err)
{
	int64_t has, lost;

	if (!sql_int(store, err, "SELECT ended FROM origin", &has) ||
	    !sql_int(store, err, "SELECT count(*) FROM origin WHERE ended = 1 "
		     "AND demo = 0 AND NOT EXISTS (SELECT 1 FROM users "
		     "WHERE role = 'admin' AND active = 1 "
		     "AND unix_login IS NOT NULL)", &lost))
		return false;
	*ended = has != 0;
	if (lost == 0)
		return true;
	error_set(err, ERROR_CONFLICT, "LAST_LOGIN",
		  "no active Admin would be linked to a login any more");
	return error_remedy(err, "link another one first: gatehouse user edit "
			    "EMAIL --unix-login LOGIN");
}

static bool last_hash(struct store *store, int64_t *seq,
		      unsigned char prev[STORE_HASH], struct error *err)
{
	sqlite3_stmt *stmt = sql_prepare(store, err,
		"SELECT seq, hash FROM events ORDER BY seq DESC LIMIT 1");
	const unsigned char *hash;
	int more;

	*seq = 0;
	memset(prev, 0, STORE_HASH);
	if (!stmt)
		return false;
	more = sql_next(store, err, stmt);
	if (more > 0) {
		*seq = sqlite3_column_int64(stmt, 0);
		hash = sql_hash(stmt, 1);
		if (hash)
			memcpy(prev, hash, STORE_HASH);
		else
			store_damaged(store, err, "event %lld has no hash",
				      (long long)*seq);
		more = hash ? 1 : -1;
	}
	sqlite3_finalize(stmt);
	return more >= 0;
}

static bool append(struct store *store, struct event *event, struct error *err)
{
	unsigned char prev[STORE_HASH], hash[STORE_HASH];

	if (!last_hash(store, &event->seq, prev, err))
		return false;
	event->seq++;
	event_hash(prev, event, hash);
	sodium_bin2hex(store->hash, sizeof(store->hash), hash, sizeof(hash));
	event->hash = store->hash;
	return sql_do(store, err, "INSERT INTO events (seq, time, op_id, actor, "
		"acting_as, login, client, tty, verb, targets, summary, edits, "
		"reason, prev, hash) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, "
		"?11, ?12, ?13, ?14, ?15)", "iittttttttttthh", event->seq, event->time,
		event->op_id, event->actor, event->acting_as, event->login,
		event->client, event->tty, event->verb, event->targets,
		event->summary, event->edits, event->reason, prev, hash);
}

static bool unknown(struct store *store, const struct event *event,
		    struct error *err)
{
	error_set(err, ERROR_STORE, "STORE_UNKNOWN",
		  "%s: it is not known whether the change was stored (%s)",
		  store->path, event->op_id);
	return error_remedy(err, "start gatehouse again and look for it with "
			    "gatehouse audit list");
}

/* A failed COMMIT is "unknown", not "no": the event itself tells.  But not
 * after a failed sync: whoever opens the store next may find the change in the
 * -wal file that we no longer see. */
static bool is_stored(struct store *store, const struct event *event,
		      struct error *err)
{
	struct error ignored;
	sqlite3_stmt *stmt;
	int more = -1;

	if (!sqlite3_get_autocommit(store->db))
		sqlite3_exec(store->db, "ROLLBACK", NULL, NULL, NULL);
	if (store->broken)
		return unknown(store, event, err);
	stmt = sql_prepare(store, &ignored,
			   "SELECT 1 FROM events WHERE op_id = ?1");
	if (stmt && sqlite3_bind_text(stmt, 1, event->op_id, -1,
				      SQLITE_STATIC) == SQLITE_OK)
		more = sql_next(store, &ignored, stmt);
	sqlite3_finalize(stmt);
	return more < 0 ? unknown(store, event, err) : more > 0;
}

static void checkpoint(struct store *store)
{
	struct stat st;

	if (stat(store->wal, &st) != 0 || st.st_size <= STORE_WAL_LIMIT)
		return;
	/* A reader may be in the way: then the next commit does it. */
	sqlite3_busy_timeout(store->db, 50);
	sqlite3_wal_checkpoint_v2(store->db, NULL, SQLITE_CHECKPOINT_TRUNCATE,
				  NULL, NULL);
	sqlite3_busy_timeout(store->db, STORE_WAIT);
}

bool store_commit(struct store *store, struct event *event, struct error *err)
{
	bool ended, tells = store->making < 0;
	int fd = -1;

	assert(store->lock >= 0);
	if ((tells && (fd = checkpoint_open(store, err)) < 0) || !stamp(store, event, err) || !has_admin(store, err) ||
	    !has_login(store, &ended, err) || !append(store, event, err) ||
	    (!sql_script(store, err, "COMMIT") && !is_stored(store, event, err))) {
		store_rollback(store);
		if (fd >= 0)
			close(fd);
		return false;
	}
	if (fd >= 0)
		checkpoint_append(store, fd, CHECKPOINT_COMMIT, NULL, event);
	store->ended = ended;
	store->own.n++;
	store->own.last = event->seq;
	if (!store->broken)
		checkpoint(store);
	lock_drop(store);
	return true;
}

struct store_own store_own(const struct store *store)
{
	return store->own;
}

/* ---- reading ------------------------------------------------------------------ */

bool store_revision(struct store *store, int64_t *out, struct error *err)
{
	return sql_int(store, err, "SELECT max(seq) FROM events", out);
}

static const char *hex(sqlite3_stmt *stmt, int i, struct arena *arena)
{
	const unsigned char *hash = sql_hash(stmt, i);
	char *text;

	if (!arena || !hash)
		return NULL;
	text = arena_alloc(arena, STORE_HASH_HEX);
	return sodium_bin2hex(text, STORE_HASH_HEX, hash, STORE_HASH);
}

bool event_row(struct store *store, struct error *err, sqlite3_stmt *stmt,
	       struct arena *arena, struct event *event)
{
	const char **texts[] = {
		&event->op_id, &event->actor, &event->acting_as, &event->login,
		&event->client, &event->tty, &event->verb, &event->targets,
		&event->summary, &event->edits, &event->reason,
	};

	event->seq = sqlite3_column_int64(stmt, 0);
	event->time = sqlite3_column_int64(stmt, 1);
	for (size_t i = 0; i < COUNT_OF(texts); i++) {
		if (!sql_text(store, err, stmt, (int)i + 2, texts[i]))
			return false;
		if (*texts[i] && arena)
			*texts[i] = arena_strdup(arena, *texts[i]);
	}
	event->hash = hex(stmt, (int)COUNT_OF(texts) + 2, arena);
	event->prev = hex(stmt, (int)COUNT_OF(texts) + 3, arena);
	return true;
}

/* Grows within the arena: old copies are small beside the texts. */
static struct event *make_room(struct arena *arena, struct event *events,
			       size_t n, size_t *cap)
{
	struct event *grown;

	if (n < *cap)
		return events;
	*cap = *cap ? *cap * 2 : 32;
	grown = arena_array(arena, *cap, sizeof(*grown));
	if (n > 0)
		memcpy(grown, events, n * sizeof(*grown));
	return grown;
}

bool store_events(struct store *store, int64_t before, size_t limit,
		  struct arena *arena, struct event **out, size_t *n, bool *more,
		  struct error *err)
{
	sqlite3_stmt *stmt = sql_prepare(store, err, "SELECT " EVENT_COLUMNS
		" FROM events WHERE seq < ?1 ORDER BY seq DESC");
	size_t cap = 0;
	int next = -1;

	*out = NULL;
	*n = 0;
	*more = false;
	if (!stmt)
		return false;
	if (sqlite3_bind_int64(stmt, 1, before > 0 ? before : INT64_MAX) ==
	    SQLITE_OK)
		next = 1;
	else
		sql_fail(store, err);
	while (next > 0 && (next = sql_next(store, err, stmt)) > 0) {
		if (limit > 0 && *n == limit) {
			*more = true;
			next = 0;
			break;
		}
		*out = make_room(arena, *out, *n, &cap);
		if (!event_row(store, err, stmt, arena, &(*out)[(*n)++]))
			next = -1;
	}
	sqlite3_finalize(stmt);
	return next == 0;
}

bool store_event(struct store *store, int64_t seq, struct arena *arena,
		 struct event *out, struct error *err)
{
	struct event *events;
	size_t n;
	bool more;

	if (seq > 0 && seq < INT64_MAX) {
		if (!store_events(store, seq + 1, 1, arena, &events, &n, &more,
				  err))
			return false;
		if (n == 1 && events[0].seq == seq) {
			*out = events[0];
			return true;
		}
	}
	return error_set(err, ERROR_NOT_FOUND, NULL, "there is no event %lld",
			 (long long)seq);
}
