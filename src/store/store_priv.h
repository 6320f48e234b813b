/* store_priv.h: what the files of this room share. */
#ifndef STORE_STORE_PRIV_H
#define STORE_STORE_PRIV_H

#include <sqlite3.h>
#include <sys/stat.h>

#include "base/buf.h"
#include "model/edit_field.h"
#include "store/checkpoints.h"
#include "store/sql.h"
#include "store/store.h"

enum {
	STORE_APPLICATION = 0x47485345,	/* "GHSE" */
	STORE_HASH = 32,		/* bytes of BLAKE2b */
	STORE_HASH_HEX = 2 * STORE_HASH + 1,
	STORE_WAIT = 2000,		/* ms until a lock is called busy */
	STORE_WAL_LIMIT = 1 << 20,	/* bytes; more is checkpointed */
	STORE_HOLDER = 96,
};

struct store {
	sqlite3 *db;
	const char *path;		/* as it was given */
	const char *file;		/* real folder and name */
	const char *folder;
	const char *wal, *lock_name;	/* files beside it */
	const char *operator_login;
	const char *checkpoints;	/* chosen, or NULL: beside the store */
	const char *checkpoints_beside;
	struct checkpoint_signing signing;	/* where `signs` */
	bool signs;
	const char *untold;		/* why the last checkpoint was not written */
	struct arena text;		/* of the strings above */
	bool demo;
	bool ended;			/* the operator's right */
	bool fixed;			/* the file or its folder cannot be written */
	bool reading;			/* no changes, for whatever reason */
	bool immutable;			/* opened without locks */
	bool broken;			/* an fsync failed: nothing goes on */
	bool building;			/* it may be given its tables */
	bool stamps;			/* rows wait for time and actor */
	bool waits;			/* there were changes in the -wal file */
	bool trusted;			/* all that is looked at in opening held */
	struct stat st;			/* of the file that was opened */
	int lock, watch, watched;	/* descriptors, -1 where there is none */
	int making;			/* of the file being made; -1 */
	const char *target;		/* its place */
	char holder[STORE_HOLDER];	/* what we write into the lock file */
	char hash[STORE_HASH_HEX];	/* of the event written last */
	struct store_own own;
};

/* store.c */
struct store *store_new(void);
void store_disconnect(struct store *store);

/* rescue.c: the way out of damage: away with it, back with the newest backup
 * beside it. */
bool damaged_remedy(struct store *store, struct error *err);
bool foreign_remedy(struct store *store, struct error *err);
bool missing_remedy(struct store *store, struct error *err);

/* place.c: the file in its folder.  Fills path, file, folder. */
bool place_find(struct store *store, const char *path, struct error *err)
	MUST_CHECK;
bool place_check(struct store *store, struct error *err) MUST_CHECK;
/* The file, and what errno says of it; returns false. */
bool place_refused(const struct store *store, struct error *err);
/* no_room.c: "the disk is full", or NULL where it is another error. */
const char *place_no_room(int error);
/* STORE_FULL, and its way out; false where it is another error. */
bool place_full(const struct store *store, int error, struct error *err);
/* ENOSPC where the file system has next to nothing left, else 0. */
int place_room(const struct store *store);
/* Fills path, file, folder of a store that is not there; its folder is made. */
bool place_new(struct store *store, const char *path, struct error *err)
	MUST_CHECK;
/* The name under which it is opened, and those beside it. */
void place_name(struct store *store, const char *file);
bool place_sync(const char *path);

/* NULL, or the name of a network file system that holds the folder. */
const char *place_network(const char *folder);
/* Are there changes in the -wal file? */
bool place_waits(const struct store *store);

/* clean.c: found clean once, a file is looked through again when it has changed.
 * The note is an extended attribute of the file: it is where the file is, and who
 * may write it may write the file.  It is believed while device, inode (a copy is
 * another file), size and mtime are those of the note and the tables are still this
 * program's; while nothing waits in the -wal file; while nothing has touched the file
 * after the note, by its ctime, which nobody sets back; and for a day, for a disk may
 * fail without a write.  It is made only of a file that was the same before and after
 * the look and has rested for longer than the clock of files has steps.  A commit
 * makes none, also our own: the next opening looks, once.  Where none can be made,
 * each opening looks. */
bool clean_known(const struct store *store);
void clean_note(const struct store *store);

/* connect.c: the connection and its settings (SECURITY 1).
 * The guard: on every connection of this room nothing is compiled but reading; with
 * the lock of lock.c held rows are written; where store->building says so tables are
 * made; of PRAGMAs those of this room alone, with its values. */
int connect_db(struct store *store, const char *name, int flags, sqlite3 **db)
	MUST_CHECK;
bool connect_open(struct store *store, struct error *err) MUST_CHECK;
/* The file without the changes that wait; NULL where that cannot be had. */
sqlite3 *connect_alone(struct store *store);
/* Reads every setting back; names the first that does not hold. */
bool connect_check(struct store *store, struct error *err) MUST_CHECK;

/* lock.c: rule W1.  wait: ms; then the error names the holder. */
bool lock_take(struct store *store, int wait, struct error *err) MUST_CHECK;
void lock_drop(struct store *store);

/* migrate.c */
int migrate_latest(void);
/* Bring the tables from version `from` to `to`; no transaction of its own. */
bool migrate_run(struct store *store, int from, int to, struct error *err)
	MUST_CHECK;
bool migrate_version(struct store *store, int *version, struct error *err)
	MUST_CHECK;
/* Are the tables exactly those of that version? */
bool migrate_fingerprint(struct store *store, int version, bool *same,
			 struct error *err) MUST_CHECK;
/* Foreign, newer, other tables (unless known): refused; older: brought up to date. */
bool migrate_open(struct store *store, bool known, struct error *err) MUST_CHECK;
/* What this program knows of tables, in short. */
void migrate_mark(unsigned char out[STORE_HASH]);

/* events.c: the hash of an event, after that of the one before it. */
void event_hash(const unsigned char prev[STORE_HASH], const struct event *event,
		unsigned char out[STORE_HASH]);
/* Read a row of EVENT_COLUMNS; texts are copied to the arena, or (NULL) are
 * good until the next step. */
#define EVENT_COLUMNS "seq, time, op_id, actor, acting_as, login, client, " \
	"tty, verb, targets, summary, edits, reason, hash, prev"
bool event_row(struct store *store, struct error *err, sqlite3_stmt *stmt,
	       struct arena *arena, struct event *event) MUST_CHECK;

/* Say that a row waits for the time and the actor of the event. */
enum { WAITS_FOR_COMMIT = -1 };

#endif
