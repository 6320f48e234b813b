/* checkpoints.h: what is told of the log outside of the store.  After each commit a line
 * (checkpoint/checkpoint_line.h) goes to a file that is only appended to, and to syslog
 * (SECURITY 1, 13; 5): who cuts the store back, or writes its history anew, would have to
 * change those too.  Where the file cannot be opened nothing is committed:
 * STORE_CHECKPOINT. */
#ifndef STORE_CHECKPOINTS_H
#define STORE_CHECKPOINTS_H

#include "store/checkpoint/checkpoint_line.h"
#include "store/store.h"

const char *store_checkpoints(struct store *store);	/* the file */
/* In a change: another file from now on; NULL: the one beside the store. */
bool store_checkpoints_to(struct store *store, const char *path, struct error *err)
	MUST_CHECK;
/* A line about the newest event now.  restored: the store was brought back on purpose,
 * or counts from here on as it is. */
bool store_checkpoint(struct store *store, bool restored, struct error *err) MUST_CHECK;
/* Why the line about the last commit could not be written, or NULL. */
const char *store_untold(const struct store *store);
/* Who signs them from now on, as long as the vault is open; NULL: nobody. */
void store_sign_with(struct store *store, const struct checkpoint_signing *signing);

/* The chain of events (verify.c), as a finding. */
bool store_verify_chain(struct store *store, struct arena *arena,
			struct finding *out, struct error *err) MUST_CHECK;
/* Every line of the file (NULL: where they go) against the chain and the keys of the
 * store.  Needs no key; not within a moment, in which others write lines
 * (check/checkpoint_check.c). */
bool store_verify_checkpoints(struct store *store, const char *file,
			      struct arena *arena, struct finding *out,
			      struct error *err) MUST_CHECK;
/* Are there no lines beside the store that begin with its first event, or with one that
 * was written on purpose?  Then nothing tells of what was before. */
bool store_checkpoints_missed(struct store *store) MUST_CHECK;
/* Is it a key of this store that the signer held at that revision? */
bool checkpoint_key_known(struct store *store, const struct checkpoint *point)
	MUST_CHECK;
/* *to: the newest revision that a line tells of which a key of this store signed, and with
 * it all before it; 0: there is none.  *from: lines are known from there on; 0 beside the
 * store, where they are missed if they are not there. */
void checkpoint_signed_span(struct store *store, int64_t *from, int64_t *to);
/* The newest line about the state of the tables that an Admin has signed, or false. */
bool checkpoint_last_state(struct store *store, struct arena *arena,
			   struct checkpoint *out) MUST_CHECK;

/* Of the events, those that were committed through this very `store`: how many, and the
 * number of the last (0: none). */
struct store_own { int64_t n, last; };
struct store_own store_own(const struct store *store);

#endif
