/* make.c: a new store is there whole, or not at all. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/beside.h"
#include "store/checkpoint_file.h"
#include "store/rows.h"

bool making_begin(struct store *store, const char *path, struct error *err)
{
	char *name;

	store->making = -1;
	if (!place_new(store, path, err))
		return false;
	store->target = store->file;
	(void)sweep(store, store->target);
	name = arena_printf(&store->text, "%s" MAKING "%ld-XXXXXX",
			    store->target, (long)getpid());
	store->making = mkostemp(name, O_CLOEXEC);
	if (store->making < 0)
		return place_refused(store, err);
	place_name(store, name);
	if (flock(store->making, LOCK_EX | LOCK_NB) != 0 ||
	    fstat(store->making, &store->st) != 0)
		return place_refused(store, err);
	store->trusted = true;
	return true;
}

/* Where the kernel or the file system has no such rename, two names for a moment. */
static bool rename_new(const char *from, const char *to)
{
	if (renameat2(AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0)
		return true;
	if (errno != EINVAL && errno != ENOSYS)
		return false;
	return link(from, to) == 0 && unlink(from) == 0;
}

/* What a copy brings along (checkpoint_copy.h): after it, so that nothing is replaced
 * where it does not get its name. */
static bool bring_beside(struct store *store)
{
	static const char *const ends[] = { SIGNED_END, CHECKPOINTS_END };
	struct stat st;

	for (size_t i = 0; i < COUNT_OF(ends); i++) {
		const char *name = arena_printf(&store->text, "%s%s", store->file, ends[i]);

		if (lstat(name, &st) == 0 && rename(name, arena_printf(&store->text,
				"%s%s", store->target, ends[i])) != 0)
			return false;
	}
	return true;
}

bool making_end(struct store *store, struct error *err)
{
	bool told;

	if (!place_sync(store->file))
		return error_set(err, ERROR_STORE, "STORE_IO",
				 "%s: the disk did not confirm a write",
				 store->path);
	if (!rename_new(store->file, store->target)) {
		if (errno != EEXIST)
			return place_refused(store, err);
		error_set(err, ERROR_CONFLICT, "STORE_EXISTS",
			  "%s exists already", store->path);
		return error_remedy(err, "name another file");
	}
	told = bring_beside(store);
	making_drop(store);		/* its lock file */
	place_name(store, store->target);
	if (!told)
		return error_set(err, ERROR_STORE, "STORE_IO", "%s is made, but what tells "
				 "of its history is not beside it", store->path);
	if (place_sync(store->folder))
		return true;
	error_set(err, ERROR_STORE, "STORE_UNKNOWN", "%s is made, but the disk "
		  "did not confirm its name", store->path);
	return error_remedy(err, "look after the disk, then run gatehouse "
			    "workspace verify");
}

/* ---- a store ------------------------------------------------------------------- */

static bool tables(struct store *store, const char *login, bool demo,
		   struct error *err)
{
	struct facts none;
	bool good;

	facts_init(&none);
	good = store_begin(store, err) &&
		migrate_run(store, 0, migrate_latest(), err) &&
		sql_do(store, err, "INSERT INTO origin (n, operator, demo) "
		       "VALUES (1, ?1, ?2)", "td", login, (int)demo) &&
		row_workspace(store, &none, err) &&
		sql_script(store, err, "COMMIT");
	facts_release(&none);
	if (!good)
		store_rollback(store);
	lock_drop(store);
	return good;
}

static bool fill(struct store *store, const struct facts *facts,
		 struct event *event, struct error *err)
{
	if (!facts)
		return true;
	if (!store_begin(store, err))
		return false;
	if (store_replace(store, facts, err))
		return store_commit(store, event, err);
	store_rollback(store);
	return false;
}

/* All of it into the one file. */
static bool settle(struct store *store, struct error *err)
{
	struct stat st;
	int rc = sqlite3_wal_checkpoint_v2(store->db, NULL,
		SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL);

	if (rc != SQLITE_OK)
		return sql_fail(store, err);
	store_disconnect(store);
	return lstat(store->wal, &st) != 0 || error_set(err, ERROR_STORE,
		"STORE_IO", "%s: its changes could not be written back",
		store->path);
}

/* The first line about it, once it has its name.  What lies there of a store that was
 * removed stays. */
static void tell(struct store *store, const struct event *event)
{
	struct error ignored;
	int fd = checkpoint_open(store, &ignored);

	if (fd >= 0)
		checkpoint_append(store, fd, CHECKPOINT_COMMIT, NULL, event);
}

bool store_make(const char *path, const char *operator_login, bool demo,
		const struct facts *facts, struct event *event,
		struct error *err)
{
	mode_t mask = umask(077);	/* for what SQLite and we make beside it */
	struct store *store = store_new();
	bool good = making_begin(store, path, err) && connect_open(store, err) &&
		tables(store, operator_login, demo, err) &&
		fill(store, facts, event, err) && settle(store, err) &&
		making_end(store, err);

	if (good && facts)
		tell(store, event);
	umask(mask);
	store_close(store);
	return good;
}
