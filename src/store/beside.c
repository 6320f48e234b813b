/* beside.c: the files beside the store.  SQLite takes what lies there for its own:
 * so it must be what the store's owner and this program have put there. */
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "store/beside.h"

enum { LOOK_TRIES = 60, LOOK_PAUSE = 5 /* ms */ };

static bool refused(struct store *store, const char *end, const char *why,
		    struct error *err)
{
	error_set(err, ERROR_STORE, "STORE_BESIDE", "%s%s %s", store->path, end,
		  why);
	return error_remedy(err, "find out who put it there, then move it away: "
			    "mv %.60s%s %.60s%s.moved", store->path, end,
			    store->path, end);
}

bool beside_check(struct store *store, struct error *err)
{
	const char *const *ends = beside_ends;
	struct stat st;

	for (size_t i = 0; i < COUNT_OF(beside_ends); i++) {
		if (lstat(arena_printf(&store->text, "%s%s", store->file,
				       ends[i]), &st) != 0)
			continue;
		if (S_ISLNK(st.st_mode))
			return refused(store, ends[i], "is a symbolic link", err);
		if (!S_ISREG(st.st_mode))
			return refused(store, ends[i], "is no plain file", err);
		if (st.st_uid != store->st.st_uid)
			return refused(store, ends[i],
				       "is not of the store's owner", err);
		if (st.st_nlink > 1)
			return refused(store, ends[i], "has a second name: it "
				       "may belong to another store", err);
		if (strcmp(ends[i], "-journal") == 0 && st.st_size > 0)
			return refused(store, ends[i], "was left by another "
				       "program", err);
	}
	return true;
}

/* ---- whose changes wait in the -wal file? -------------------------------------- */

struct last {
	int64_t seq;			/* 0: no event */
	unsigned char hash[STORE_HASH];
};

/* 1: found; 0: there is none; -1: it could not be read. */
static int last_event(sqlite3 *db, int64_t seq, struct last *out)
{
	sqlite3_stmt *stmt = NULL;
	const unsigned char *hash;
	int rc = sqlite3_prepare_v2(db, seq ? "SELECT seq, hash FROM events "
		"WHERE seq = ?1" : "SELECT seq, hash FROM events "
		"WHERE ?1 = 0 ORDER BY seq DESC LIMIT 1", -1, &stmt, NULL);
	bool found = false;

	if (rc == SQLITE_OK)
		rc = sqlite3_bind_int64(stmt, 1, seq);
	if (rc == SQLITE_OK)
		rc = sqlite3_step(stmt);
	if (rc == SQLITE_ROW) {
		hash = sql_hash(stmt, 1);
		found = hash != NULL;
		if (found)
			memcpy(out->hash, hash, STORE_HASH);
		out->seq = sqlite3_column_int64(stmt, 0);
	}
	sqlite3_finalize(stmt);
	return found ? 1 : rc == SQLITE_DONE ? 0 : -1;
}

/* No checkpoint may run meanwhile: it would be read half done.  -1: nobody has
 * written here since the lock file went; -2: somebody writes, who has looked. */
static int hold(const struct store *store)
{
	const struct timespec pause = { 0, LOOK_PAUSE * 1000000L };
	int fd = open(store->lock_name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK |
		      O_CLOEXEC);

	for (int i = 0; fd >= 0 && i < LOOK_TRIES; i++) {
		if (flock(fd, LOCK_SH | LOCK_NB) == 0)
			return fd;
		nanosleep(&pause, NULL);
	}
	if (fd >= 0)
		close(fd);
	return fd >= 0 || errno == EACCES ? -2 : -1;
}

/* Events are only ever appended: the last one of the file itself must still be
 * there when the changes that wait are counted in.  A file that cannot be read
 * without them (a new one of an older gatehouse) says nothing. */
static bool is_ours(struct store *store, bool *ours, struct error *err)
{
	struct last there, now;
	sqlite3 *alone = connect_alone(store);
	int found = alone ? last_event(alone, 0, &there) : -1;
	bool memory = !alone || sqlite3_errcode(alone) == SQLITE_NOMEM;

	sqlite3_close(alone);
	*ours = true;
	if (found < 0 && memory)
		return sql_no_memory(store, err);
	if (found <= 0)
		return true;
	found = last_event(store->db, there.seq, &now);
	*ours = found > 0 && memcmp(now.hash, there.hash, STORE_HASH) == 0;
	return found >= 0 || sql_fail(store, err);
}

bool beside_check_wal(struct store *store, struct error *err)
{
	bool ours = true, good;
	int fd;

	if (store->immutable || !store->waits)
		return true;
	fd = hold(store);
	good = fd == -2 || is_ours(store, &ours, err);
	if (fd >= 0)
		close(fd);
	return good && (ours || refused(store, "-wal", "holds the changes of "
					"another store, or of another state of "
					"this one", err));
}
