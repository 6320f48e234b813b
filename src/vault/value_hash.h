/* value_hash.h: of a secret value, what an event may keep: by it a value is told from
 * another one of the same place and epoch, and without the vault's key it tells nothing,
 * of a short value either. */
#ifndef VAULT_VALUE_HASH_H
#define VAULT_VALUE_HASH_H

#include "vault/sealed.h"

enum { VALUE_HASH = 33 };	/* hex, and its NUL */

/* Where it may be sent, and its version, do not count. */
void value_hash(const struct vault_key *key, const struct sealed_place *place,
		const void *value, size_t n, char out[VALUE_HASH]);

#endif
