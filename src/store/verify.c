/* verify.c: everything that can be looked at, each as a finding. */
#include <sodium.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/mem.h"
#include "store/checkpoint_file.h"
#include "store/page/page_sum.h"
#include "store/store_priv.h"

struct findings {
	struct store *store;
	struct arena *arena;
	struct finding *v;
	size_t n, cap;
	bool memory;		/* it ran out: nothing was found out */
};

static void found(struct findings *all, const char *what, bool good,
		  const char *detail)
{
	struct finding *grown;

	if (all->n == all->cap) {
		all->cap = all->cap ? all->cap * 2 : 16;
		grown = arena_array(all->arena, all->cap, sizeof(*grown));
		if (all->n > 0)
			memcpy(grown, all->v, all->n * sizeof(*grown));
		all->v = grown;
	}
	all->v[all->n++] = (struct finding){
		.what = what, .detail = detail, .good = good };
}

static void found_error(struct findings *all, const char *what,
			const struct error *err)
{
	if (strcmp(err->code, "NO_MEMORY") == 0)
		all->memory = true;
	found(all, what, false, arena_strdup(all->arena, err->text));
}

/* ---- the database ------------------------------------------------------------- */

static void check_integrity(struct findings *all)
{
	struct error err;
	sqlite3_stmt *stmt = sql_prepare(all->store, &err,
					 "PRAGMA integrity_check(20)");
	int more = stmt ? 1 : -1;
	size_t bad = 0;
	const char *said;

	while (more > 0 &&
	       (more = sql_fault(all->store, &err, stmt, &said)) > 0) {
		bad++;
		found(all, "integrity", false, arena_strdup(all->arena,
			said ? said : "unreadable"));
	}
	sqlite3_finalize(stmt);
	if (more < 0)
		found_error(all, "integrity", &err);
	else if (bad == 0)
		found(all, "integrity", true, "every page and index is sound");
}

/* Each page was read, and judged by its sum, for the integrity above. */
static void check_sums(struct findings *all)
{
	found(all, "sums", true, page_sum_there(all->store->db) ?
	      "each page carries a sum" :
	      "made by an earlier version, whose pages carry no sums");
}

static void check_references(struct findings *all)
{
	struct error err;
	sqlite3_stmt *stmt = sql_prepare(all->store, &err,
					 "PRAGMA foreign_key_check");
	int more = stmt ? 1 : -1;
	const char *from, *to;
	size_t bad = 0;

	while (more > 0 && (more = sql_next(all->store, &err, stmt)) > 0) {
		if (!sql_text(all->store, &err, stmt, 0, &from) ||
		    !sql_text(all->store, &err, stmt, 2, &to))
			more = -1;
		else if (bad++ < 20)
			found(all, "references", false, arena_printf(all->arena,
				"a row of %s names one of %s that is not there",
				from ? from : "?", to ? to : "?"));
	}
	sqlite3_finalize(stmt);
	if (more < 0)
		found_error(all, "references", &err);
	else if (bad == 0)
		found(all, "references", true, "every reference leads somewhere");
}

static void check_schema(struct findings *all)
{
	struct error err;
	bool same = false;
	int version = 0;

	if (!migrate_version(all->store, &version, &err) ||
	    !migrate_fingerprint(all->store, version, &same, &err))
		found_error(all, "schema", &err);
	else
		found(all, "schema", same, arena_printf(all->arena, same ?
			"tables and rules are those of version %d" :
			"tables or rules differ from version %d", version));
}

static void check_settings(struct findings *all)
{
	struct error err;

	if (connect_check(all->store, &err))
		found(all, "settings", true,
		      "every safety setting reads back as it was set");
	else
		found_error(all, "settings", &err);
}

static void check_admins(struct findings *all)
{
	struct error err;
	int64_t wrong;

	if (!sql_int(all->store, &err, "SELECT count(*) FROM last_admin "
		"WHERE witness_n IS NOT (SELECT n FROM users WHERE n = witness_n"
		" AND role = 'admin' AND active = 1)"
		" OR (witness_n IS NULL AND EXISTS (SELECT 1 FROM users"
		" WHERE role = 'admin' AND active = 1))", &wrong))
		found_error(all, "admins", &err);
	else
		found(all, "admins", wrong == 0, wrong == 0 ?
		      "the rule of the last Admin is kept" :
		      "the rule of the last Admin is broken");
}

/* ---- the chain of events ------------------------------------------------------- */

struct chain {
	unsigned char last[STORE_HASH];
	int64_t n;
	const char *fault;
};

static void follow(struct chain *chain, sqlite3_stmt *stmt,
		   const struct event *event, struct arena *arena)
{
	enum { HASH_COLUMN = 13, PREV_COLUMN = 14 };
	unsigned char hash[STORE_HASH];
	const unsigned char *kept = sql_hash(stmt, HASH_COLUMN);
	const unsigned char *prev = sql_hash(stmt, PREV_COLUMN);

	if (event->seq != chain->n + 1) {
		chain->fault = arena_printf(arena, "event %lld is missing",
					    (long long)chain->n + 1);
		return;
	}
	event_hash(chain->last, event, hash);
	if (!prev || memcmp(prev, chain->last, STORE_HASH) != 0)
		chain->fault = arena_printf(arena,
			"event %lld does not follow event %lld",
			(long long)event->seq, (long long)chain->n);
	else if (!kept || memcmp(kept, hash, STORE_HASH) != 0)
		chain->fault = arena_printf(arena, "event %lld was altered",
					    (long long)event->seq);
	memcpy(chain->last, hash, STORE_HASH);
	chain->n++;
}

static void check_chain(struct findings *all)
{
	struct chain chain = { .n = 0 };
	struct event event;
	struct error err;
	sqlite3_stmt *stmt = sql_prepare(all->store, &err,
		"SELECT " EVENT_COLUMNS " FROM events ORDER BY seq");
	int more = stmt ? 1 : -1;

	while (more > 0 && !chain.fault &&
	       (more = sql_next(all->store, &err, stmt)) > 0) {
		if (event_row(all->store, &err, stmt, NULL, &event))
			follow(&chain, stmt, &event, all->arena);
		else
			more = -1;
	}
	sqlite3_finalize(stmt);
	if (chain.fault)
		found(all, "events", false, chain.fault);
	else if (more < 0)
		found_error(all, "events", &err);
	else
		found(all, "events", true, arena_printf(all->arena,
			"the chain of %lld events holds",
			(long long)chain.n));
}

/* ---- the files ------------------------------------------------------------------ */

static void check_mode(struct findings *all, const char *path, const char *what,
		       mode_t allowed)
{
	struct stat st;
	mode_t mode;

	if (lstat(path, &st) != 0)
		return;
	mode = st.st_mode & 07777;
	if (S_ISLNK(st.st_mode))
		found(all, what, false, arena_printf(all->arena,
			"%s is a symbolic link", path));
	else if (mode & ~allowed)
		found(all, what, false, arena_printf(all->arena,
			"%s has mode %04o: chmod %o", path, (unsigned)mode,
			(unsigned)(mode & allowed)));
	else
		found(all, what, true, arena_printf(all->arena,
			"%s has mode %04o", path, (unsigned)mode));
}

static void check_owner(struct findings *all)
{
	struct stat st;

	if (lstat(all->store->file, &st) != 0) {
		found(all, "owner", false, "the file is not there any more");
		return;
	}
	found(all, "owner", st.st_uid == geteuid(), arena_printf(all->arena,
		st.st_uid == geteuid() ? "the file is owned by you (uid %u)" :
		"the file is owned by uid %u", (unsigned)st.st_uid));
	found(all, "links", st.st_nlink == 1, st.st_nlink == 1 ?
	      "the file has one name" :
	      "the file has further names (hard links)");
}

/* A folder of everybody with the sticky bit is no danger to the names in it. */
const char *store_exposed(const struct store *store)
{
	struct stat st;

	return stat(store->folder, &st) == 0 && (st.st_mode & 022) &&
		!(st.st_mode & S_ISVTX) ? store->folder : NULL;
}

static void check_folder(struct findings *all)
{
	const char *folder = all->store->folder, *network;
	bool exposed = store_exposed(all->store) != NULL;

	if (access(folder, F_OK) != 0)
		return;
	found(all, "folder", !exposed, arena_printf(all->arena,
		exposed ? "others may write in %s: chmod go-w" :
		"others may not replace files in %s", folder));
	network = place_network(folder);
	found(all, "file system", !network, network ? network :
	      "the file lies on a local file system");
}

bool store_verify(struct store *store, struct arena *arena,
		  struct finding **out, size_t *n, struct error *err)
{
	struct findings all = { .store = store, .arena = arena };
	bool began;

	if (!store_moment(store, &began, err))
		return false;
	check_integrity(&all);
	check_sums(&all);
	check_references(&all);
	check_schema(&all);
	check_settings(&all);
	check_admins(&all);
	check_chain(&all);
	store_moment_end(store, began);
	check_mode(&all, store->file, "mode", 0600);
	check_mode(&all, store->wal, "mode of -wal", 0600);
	check_mode(&all, store->lock_name, "mode of .lock", 0600);
	check_mode(&all, checkpoint_path(store), "mode of checkpoints",
		   store->checkpoints ? 0664 : 0600);
	check_owner(&all);
	check_folder(&all);
	*out = all.v;
	*n = all.n;
	return !all.memory || sql_no_memory(store, err);
}

bool store_verify_chain(struct store *store, struct arena *arena,
			struct finding *out, struct error *err)
{
	struct findings all = { .store = store, .arena = arena };
	bool began;

	if (!store_moment(store, &began, err))
		return false;
	check_chain(&all);
	store_moment_end(store, began);
	if (all.memory)
		return sql_no_memory(store, err);
	*out = all.v[0];
	return true;
}
