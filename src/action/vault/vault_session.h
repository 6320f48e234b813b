/* vault_session.h: the vault opened with one admin's passphrase: that admin's keys and
 * the key of every epoch, in locked memory, until it is locked again. */
#ifndef ACTION_VAULT_VAULT_SESSION_H
#define ACTION_VAULT_VAULT_SESSION_H

#include "action/core/app.h"
#include "action/vault/vault_roster.h"
#include "vault/vault_key.h"

struct locked_text;

/* The vault that a demo has, and its passphrase, which stands on the screen. */
#define VAULT_DEMO "v-demo"
#define VAULT_DEMO_WORDS "seven green bottles"


struct vault_session {
	int64_t key;			/* n of the row that was opened */
	const char *vault;		/* its id */
	const char *whose;		/* roster_whose: it has the root's key */
	struct identity *identity;
	struct vault_key *now;		/* of the present epoch */
	bool compared;			/* the tables, with what was signed (vault_door.h) */
	int64_t newest;			/* epoch that the store had when it was last read */
	struct arena arena;
};

/* The id of the person whose passphrase counts: the actor, never one who is acted as.
 * NULL, ERROR_DENIED: an operator or outsider has no key. */
const char *vault_holder(const struct app *app, struct error *err) MUST_CHECK;
/* All that the store has of it: else ERROR_NOT_FOUND NO_VAULT. */
bool vault_rows(struct app *app, struct arena *arena, struct vault_rows *out,
		struct error *err) MUST_CHECK;
/* Is it the vault of a demo? */
bool vault_is_demo(struct app *app);
bool vault_is_there(struct app *app, struct error *err) MUST_CHECK;
/* Has the actor a key that was signed?  ERROR_DENIED NO_KEY. */
bool vault_holds(struct app *app, struct error *err) MUST_CHECK;
/* Who makes keys of passphrases, as the face of the session has it. */
struct kdf_maker vault_maker_of(const struct app *app);
/* Open it for the holder; every signature is checked first.  Takes half a second.
 * ERROR_DENIED: no key, not yet signed, revoked, or the wrong passphrase; ERROR_STORE:
 * VAULT_TAMPERED; what the maker answers. */
bool vault_unlock(struct app *app, const struct locked_text *passphrase,
		  struct error *err) MUST_CHECK;
/* The session by these rows, which are as of now: another may have begun a new epoch, or
 * revoked the key, or somebody else acts here by now: then it is locked, and
 * ERROR_LOCKED; also where a signature does not hold or an epoch is gone: ERROR_STORE
 * VAULT_TAMPERED. */
bool vault_session_follow(struct app *app, const struct vault_rows *rows,
			  struct error *err) MUST_CHECK;
/* Open the present epoch's key for these keys: what recovery does, too. */
bool vault_session_open(struct vault_session *session, const struct vault_rows *rows,
			const struct vault_key_row *row, struct error *err) MUST_CHECK;
/* The public half in the store is that of the keys that were opened. */
bool vault_session_same(const struct vault_session *session,
			const struct vault_key_row *row, struct error *err) MUST_CHECK;
/* Wipes what is in it. */
void vault_session_empty(struct vault_session *session);
void vault_lock(struct app *app);
/* What a grant is bound to: "u-maya key 1". */
const char *vault_end(const struct vault_key_row *row, struct arena *arena);

#endif
