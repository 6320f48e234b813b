/* signed_priv.h: for signed_file.c and signed_rows.c. */
#ifndef STORE_IMAGE_SIGNED_PRIV_H
#define STORE_IMAGE_SIGNED_PRIV_H

#include "store/image/signed_state.h"
#include "store/store_priv.h"

/* The rows of the vault and of what else no facts have, as bytes; release it in every
 * case. */
bool state_rows(struct store *store, struct buf *out, struct error *err) MUST_CHECK;
/* Those of the state (n bytes at data) against those of now: fills rows, n_rows. */
void state_compare(struct store *store, struct signed_state *state, const char *data, size_t n,
		   const struct buf *now, struct arena *arena);

/* "password of data_connection a-pg in p-1" */
const char *state_value_name(struct arena *arena, const char *field, const char *kind,
			     const char *thing, const char *project);
/* What the events since a revision tell of values; free(v).  uncovered: the event, where
 * no line covers it that a key signed; else 0. */
struct told_value { const char *name; int64_t uncovered; };
struct state_told {
	struct told_value *v;		/* given anew; oldest first */
	size_t n, cap;
	size_t resealed;		/* how often all were sealed anew */
	int64_t reseal_uncovered;
};
void state_told_read(struct store *store, int64_t revision, struct arena *arena,
		     struct state_told *told);
/* The newest of that name, or NULL. */
const struct told_value *state_told_of(const struct state_told *told, const char *name);

#endif
