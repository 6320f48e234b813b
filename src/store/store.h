/* store.h: the workspace on disk.  All SQL is in this room.
 *
 * Rules W1 and W2 (one lock file, manual checkpoints; no statement left open)
 * are kept here; nobody else can break them. */
#ifndef STORE_STORE_H
#define STORE_STORE_H

#include <stdint.h>

#include "base/arena.h"
#include "base/error.h"
#include "model/edit.h"
#include "model/facts.h"

struct store;
struct event;

enum store_mode { STORE_READ, STORE_WRITE };

/* Open an existing store.  STORE_WRITE falls back to reading where the file or
 * its folder cannot be written (store_readonly).  Missing: ERROR_NOT_FOUND;
 * damaged, foreign, newer, busy, on a network file system: ERROR_STORE with code
 * STORE_DAMAGED, STORE_FOREIGN, STORE_NEWER, STORE_BUSY, STORE_NETWORK_FS; also
 * STORE_LINK (the file is a symbolic link), STORE_WAL (changes wait in a folder
 * that cannot be written), STORE_IO.  Older schemas are migrated (STORE_OLDER
 * where the file cannot be written). */
struct store *store_open(const char *path, enum store_mode mode,
			 struct error *err) MUST_CHECK;
/* Make a new one with the login of its operator, holding these facts as one event
 * (both NULL: an empty workspace, no event).  Whole or not at all, whatever ends
 * the program meanwhile; nothing is replaced (ERROR_CONFLICT if it exists).
 * demo: the flag of INTERFACES 2. */
bool store_make(const char *path, const char *operator_login, bool demo,
		const struct facts *facts, struct event *event,
		struct error *err) MUST_CHECK;
void store_close(struct store *store);

bool store_readonly(const struct store *store);	/* asked for, or so it is */
bool store_demo(const struct store *store);
const char *store_path(const struct store *store);
const char *store_operator(const struct store *store);	/* login */
/* An active Admin was linked once: as of the last load or commit. */
bool store_operator_ended(const struct store *store);
/* Does the path still lead to the file that was opened?  It can be read on; what is
 * written would be lost, and is refused. */
enum store_where { STORE_THERE, STORE_REMOVED, STORE_REPLACED };
enum store_where store_where(const struct store *store);
const char *store_exposed(const struct store *store);	/* its folder, if others write there */
/* Uid that owns the file. */
bool store_owner_uid(const struct store *store, uint32_t *uid);

/* Number of the last event: grows by one with each committed change. */
bool store_revision(struct store *store, int64_t *out, struct error *err) MUST_CHECK;

/* Fill empty facts from the tables. */
bool store_load(struct store *store, struct facts *facts, struct error *err) MUST_CHECK;
/* The same, quicker: from an image of them beside the store and the events since, where
 * there is one that fits; else from the tables, and an image is left for the next. */
bool store_facts(struct store *store, struct facts *facts, struct error *err) MUST_CHECK;
/* Bring facts of this store up to date by the events after theirs: what was deleted stays
 * as gone.  False where that cannot be: read them anew. */
bool store_follow(struct store *store, struct facts *facts) MUST_CHECK;

/* One write at a time in the world: takes the lock file and BEGIN IMMEDIATE. */
bool store_begin(struct store *store, struct error *err) MUST_CHECK;
void store_rollback(struct store *store);

struct event {
	int64_t seq, time;
	const char *op_id;		/* unique */
	const char *actor;		/* e-mail, or operator:LOGIN */
	const char *acting_as;		/* e-mail or NULL */
	const char *login, *client, *tty;	/* of the session; may be NULL */
	const char *verb;		/* "project share" */
	const char *targets;		/* text ids, comma-joined */
	const char *summary;		/* one line for people */
	const char *edits;		/* JSON array of edit_json objects */
	const char *reason;		/* in the words of who did it; may be NULL */
	const char *hash;		/* hex; filled by the store */
	const char *prev;		/* of the one before; where it is read */
};

/* Commit with exactly one event, in the same transaction.  event->seq and ->hash
 * are filled in.  A commit that fails is looked up by op_id before it is
 * called failed (SECURITY 1, 2); STORE_UNKNOWN where that cannot be told.  On
 * failure the transaction is rolled back.  No active Admin left: LAST_ADMIN;
 * no active Admin with a login where there was one: LAST_LOGIN (not in a demo).
 * Assets whose name or fields changed, trashed projects and the switch of
 * editors get the event's time and actor here.  A checkpoint is written, or nothing is
 * changed (checkpoints.h). */
bool store_commit(struct store *store, struct event *event, struct error *err) MUST_CHECK;

/* Write one edit; numbers refer to `facts`, which already has it applied. */
bool store_apply(struct store *store, const struct facts *facts,
		 const struct edit *edit, struct error *err) MUST_CHECK;
/* Make the store hold exactly these facts (import); sealed values of
 * things that stay, by kind and id, are kept. */
bool store_replace(struct store *store, const struct facts *facts,
		   struct error *err) MUST_CHECK;

/* Events newest first, at most `limit` (0: all) below `before` (0: newest);
 * *more says whether there are older ones. */
bool store_events(struct store *store, int64_t before, size_t limit,
		  struct arena *arena, struct event **out, size_t *n, bool *more,
		  struct error *err) MUST_CHECK;
bool store_event(struct store *store, int64_t seq, struct arena *arena,
		 struct event *out, struct error *err) MUST_CHECK;

/* One moment for several readings, beside any writer; in a change, the change's.
 * The end takes what the beginning gave. */
bool store_moment(struct store *store, bool *began, struct error *err) MUST_CHECK;
void store_moment_end(struct store *store, bool began);

/* Findings of `workspace verify`: integrity, foreign keys, schema fingerprint,
 * settings read back, hash chain, modes and owner of the file. */
struct finding { const char *what, *detail; bool good; };
bool store_verify(struct store *store, struct arena *arena,
		  struct finding **out, size_t *n, struct error *err) MUST_CHECK;

/* The permission rules once more, as one SQL statement over the tables: the
 * second opinion.  Calls back for every pair of user and project until that
 * returns false: project by project, in each the users in the order of the facts. */
bool store_second_opinion(struct store *store,
			  bool (*pair)(void *ctx, const char *user_id,
				       const char *project_id, int granted,
				       int effective),
			  void *ctx, struct error *err) MUST_CHECK;

/* Copy to a new file (0600), consistent, fsynced, whole or not at all; no store is
 * replaced.  Its checkpoints, and what was signed, come beside it. */
bool store_backup(struct store *store, const char *path, struct error *err) MUST_CHECK;

/* What a store holds now, its events too, kept in memory: read it like a store
 * (store_load), free it with store_kept_free (NULL: nothing).  NULL: *err. */
struct store *store_keep(struct store *store, struct error *err) MUST_CHECK;
/* Make a demo store hold exactly that again; any other is refused: its events are
 * never taken back.  Load the facts anew afterwards. */
bool store_put_back(struct store *store, struct store *kept, struct error *err)
	MUST_CHECK;
void store_kept_free(struct store *kept);

/* Is this the name of a store, or of what stands beside one (-wal, -shm,
 * -journal, .lock)?  Nobody else writes there. */
bool store_place(const char *path);

/* Readable when anybody commits (inotify on the -wal file), or -1; drain after poll. */
int store_watch(struct store *store);
void store_watch_drain(struct store *store);

#endif
