/* vault_change.h: a change of the vault: keys, epochs, grants and values, with its event,
 * whole or not at all.  It is no list of edits: nothing undoes it. */
#ifndef ACTION_WORKSPACE_VAULT_CHANGE_H
#define ACTION_WORKSPACE_VAULT_CHANGE_H

#include "action/core/action.h"
#include "action/vault/vault_session.h"

struct vault_change {
	struct app *app;
	const struct action *action;
	struct result *out;
	struct vault_rows rows;		/* as they are, under the lock */
	int64_t revision;		/* that this change will be */
	const char *summary;		/* for the event; may be set by the deed */
	const char *targets;		/* ids; or NULL */
	const char *edits;		/* JSON, or NULL: none */
	void *ctx;			/* the verb's own */
};

/* An Admin of this session, who may write; never as somebody else, in what-if or in a
 * dry run. */
bool vault_may(struct app *app, const struct action *action, struct error *err) MUST_CHECK;
/* Take the lock, read the rows, let `deed` write, commit with the event.  fresh: there
 * is no vault yet.  Where the vault is unlocked, its keys are those of the rows. */
bool vault_change(struct vault_change *change, bool fresh,
		  bool (*deed)(struct vault_change *change, struct error *err),
		  struct error *err) MUST_CHECK;

/* ---- for deeds: written in this change -------------------------------------------------- */

int64_t vault_next_key(const struct vault_rows *rows);
/* A row of these keys, not signed yet; kept: the seed under a passphrase, or NULL. */
void vault_key_row(struct vault_key_row *row, int64_t n, const char *who,
		   const struct identity *identity, const struct buf *kept,
		   int64_t revision);
/* Signed by the session's keys. */
bool vault_sign_key(struct vault_change *change, const struct vault_session *by,
		    struct vault_key_row *row, struct error *err) MUST_CHECK;
/* The present epoch's key for this one. */
bool vault_grant_now(struct vault_change *change, const struct vault_session *by,
		     const struct vault_key_row *to, struct error *err) MUST_CHECK;
/* A signed key ends, one that waits goes. */
bool vault_end_key(struct vault_change *change, const struct vault_key_row *row,
		   struct error *err) MUST_CHECK;
/* The vault itself, of this id: the session's identity, whose seed is kept so, is the
 * root, which signs itself and the recovery key; epoch 1 is for both. */
bool vault_found(struct vault_change *change, struct vault_session *session, const char *id,
		 const char *holder, const struct buf *kept,
		 const struct identity *recovery, struct error *err) MUST_CHECK;
/* A new epoch with a new key for all who hold, and every value sealed anew: *resealed of
 * them. */
bool vault_new_epoch(struct vault_change *change, struct vault_session *by,
		     size_t *resealed, struct error *err) MUST_CHECK;

#endif
