/* vault_place.h: which place a sealed value is bound to. */
#ifndef ACTION_VAULT_VAULT_PLACE_H
#define ACTION_VAULT_VAULT_PLACE_H

#include "base/arena.h"
#include "store/vault_rows.h"
#include "vault/sealed.h"

/* Of this row, with its version and origin; strings are the row's, or the arena's. */
void vault_place(const struct vault_rows *rows, const struct vault_value_row *row,
		 struct arena *arena, struct sealed_place *out);

#endif
