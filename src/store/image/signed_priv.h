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

#endif
