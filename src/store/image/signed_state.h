/* signed_state.h: what the tables held at a revision, signed by an Admin who had the vault open,
 * in a file beside the store (.signed).  With what the events since have done to it, it is
 * what the tables must hold now: rows that somebody wrote by hand are named
 * (SECURITY 3; 5).  To look needs no key.
 *
 * The signature is over a hash of all that follows it: a head, the facts as a block
 * (facts_image.h) and the rows of the vault.  A line about it stands among the
 * checkpoints, so that an older file, or none, is noticed. */
#ifndef STORE_IMAGE_SIGNED_STATE_H
#define STORE_IMAGE_SIGNED_STATE_H

#include "store/store.h"

enum state_found {
	STATE_NONE,		/* nobody has signed one yet */
	STATE_BAD,		/* there should be one, or it is forged: `said` */
	STATE_OTHER,		/* it cannot be compared any more: `said` */
	STATE_UNSIGNED,		/* the same, by an event that no key of the vault
				 * signed: `said` */
	STATE_THERE
};

struct signed_state {
	enum state_found found;
	const char *said;
	int64_t revision, time;		/* of the signing */
	const char *who;		/* id of the Admin whose key signed it */
	int64_t newest;			/* revision of the store, and of `facts` */
	struct facts facts;		/* as they should be now; THERE alone */
	const char **rows;		/* of the vault: what was done to it by hand */
	size_t n_rows;
};

/* Fills *out; the texts are the arena's.  state_release() in every case. */
bool store_signed_state(struct store *store, struct arena *arena, struct signed_state *out,
		 struct error *err) MUST_CHECK;
void state_release(struct signed_state *state);

/* Sign what the tables hold now, with store_sign_with's key; nothing where nobody
 * signs. */
bool store_state_sign(struct store *store, struct error *err) MUST_CHECK;

#endif
