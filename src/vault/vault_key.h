/* vault_key.h: the key that all values of an epoch are sealed under.  An epoch ends
 * when an admin loses the right to read: the next one has a new key. */
#ifndef VAULT_VAULT_KEY_H
#define VAULT_VAULT_KEY_H

#include <stdint.h>

#include "base/attr.h"

enum { VAULT_KEY = 32 };

struct vault_key {		/* in locked memory */
	int64_t epoch;
	uint8_t key[VAULT_KEY];
};

struct vault_key *vault_key_new(int64_t epoch) MUST_CHECK;
void vault_key_free(struct vault_key *key);
/* What may stand in the store: it tells this key from others, and nothing about it. */
void vault_key_commitment(const struct vault_key *key, uint8_t out[32]);
/* The key of one row (keyed BLAKE2b of its name). */
void vault_key_of_row(const struct vault_key *key, const char *table, const char *row,
		      uint8_t out[VAULT_KEY]);

#endif
