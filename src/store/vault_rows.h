/* vault_rows.h: what the vault keeps in the store, as bytes that this room does not
 * understand.  People are named by their ids; "recovery" is the sheet of paper. */
#ifndef STORE_VAULT_ROWS_H
#define STORE_VAULT_ROWS_H

#include <stdint.h>

#include "store/store.h"

enum { VAULT_ROW_KEY = 32, VAULT_ROW_SIGN = 64 };

struct vault_bytes { const unsigned char *at; size_t n; };

struct vault_key_row {
	int64_t n;
	const char *who;
	unsigned char box[VAULT_ROW_KEY], sign[VAULT_ROW_KEY];
	struct vault_bytes kept;	/* the seed; n is 0 for recovery */
	int64_t made, since, until;	/* revisions; since 0: nobody signed it yet; until
					 * 0: it holds still */
	int64_t by;			/* key that signed it, or 0 */
	unsigned char signature[VAULT_ROW_SIGN];
};

struct vault_epoch_row {
	int64_t epoch, made, by;
	unsigned char commitment[VAULT_ROW_KEY], signature[VAULT_ROW_SIGN];
};

struct vault_grant_row {
	int64_t epoch, to, by;		/* keys */
	struct vault_bytes value;
};

struct vault_value_row {	/* a sealed value */
	const char *kind;		/* of an asset (its code), "provider" or "token" */
	const char *project;		/* id of the one whose own it is, or "" */
	const char *thing, *field;	/* id, and what of it */
	int64_t version, epoch;
	const char *origin;		/* where it may be sent, or "" */
	int64_t set_at;			/* the value, not its seal */
	const char *set_by;		/* e-mail */
	struct vault_bytes value;
};

struct vault_rows {
	const char *id;			/* of the vault; NULL: there is none */
	int64_t root;			/* the key that made it */
	struct vault_key_row *keys;	/* by n */
	struct vault_epoch_row *epochs;	/* oldest first */
	struct vault_grant_row *grants;
	struct vault_value_row *values;
	size_t n_keys, n_epochs, n_grants, n_values;
};

/* All of it, in the arena. */
bool store_vault(struct store *store, struct arena *arena, struct vault_rows *out,
		 struct error *err) MUST_CHECK;

/* Events by which somebody had a value: oldest first. */
struct vault_use_row {
	int64_t event, time;
	const char *actor, *verb;
	const char *thing;		/* id */
	const char *field;		/* "": an older event does not say */
};
bool store_vault_uses(struct store *store, struct arena *arena,
		      struct vault_use_row **out, size_t *n, struct error *err) MUST_CHECK;
/* When an event was; 0: there is none. */
bool store_event_time(struct store *store, int64_t seq, int64_t *time,
		      struct error *err) MUST_CHECK;

/* What somebody could open whose key was revoked. */
struct vault_leaver_row {
	int64_t n;
	const char *who, *email;	/* id, e-mail then */
	const char *kind, *project, *thing, *field, *name;	/* as then */
	int64_t since, until;		/* times */
	int64_t opened;			/* how often that person revealed or copied it */
	int64_t done;			/* time, or 0: it is still to be changed */
	const char *done_by, *how;	/* "ticked", "new value" */
};
bool store_vault_leavers(struct store *store, struct arena *arena,
			 struct vault_leaver_row **out, size_t *n,
			 struct error *err) MUST_CHECK;

/* Within a change (store_begin ... store_commit). */
bool store_vault_make(struct store *store, const char *id, int64_t root,
		      struct error *err) MUST_CHECK;
/* A new row, or in the place of the one with the same n. */
bool store_vault_key(struct store *store, const struct vault_key_row *row,
		     struct error *err) MUST_CHECK;
bool store_vault_epoch(struct store *store, const struct vault_epoch_row *row,
		       struct error *err) MUST_CHECK;
bool store_vault_grant(struct store *store, const struct vault_grant_row *row,
		       struct error *err) MUST_CHECK;
/* Grants of epochs before this one go. */
bool store_vault_forget(struct store *store, int64_t epoch, struct error *err) MUST_CHECK;
/* A key that nobody signed goes. */
bool store_vault_drop(struct store *store, int64_t n, struct error *err) MUST_CHECK;
/* One more of the list; n, done and what follows are not read. */
bool store_vault_leaver(struct store *store, const struct vault_leaver_row *row,
			struct error *err) MUST_CHECK;
/* All of this thing that are open are done; field NULL: of every field.  *n: how many. */
bool store_vault_leaver_done(struct store *store, const struct vault_leaver_row *row,
			     size_t *n, struct error *err) MUST_CHECK;
/* In the place of the one before; value.n 0: it goes.  That there is such a thing is
 * for the caller to know. */
bool store_vault_put(struct store *store, const struct vault_value_row *row,
		     struct error *err) MUST_CHECK;

#endif
