/* vault_key.c: see vault_key.h. */
#include "vault/vault_key.h"

#include <sodium.h>
#include <string.h>

#include "vault/fields.h"
#include "vault/locked.h"

struct vault_key *vault_key_new(int64_t epoch)
{
	struct vault_key *key = locked_new(sizeof(*key));

	key->epoch = epoch;
	randombytes_buf(key->key, sizeof(key->key));
	return key;
}

void vault_key_free(struct vault_key *key)
{
	locked_free(key);
}

void vault_key_commitment(const struct vault_key *key, uint8_t out[32])
{
	static const char what[] = "gatehouse vault key 1";

	crypto_generichash(out, FIELDS_HASH, (const uint8_t *)what, sizeof(what) - 1,
			   key->key, sizeof(key->key));
}

void vault_key_of_row(const struct vault_key *key, const char *table, const char *row,
		      uint8_t out[VAULT_KEY])
{
	uint8_t name[FIELDS_HASH];
	struct fields fields;

	fields_begin(&fields, "gatehouse row key 1");
	fields_text(&fields, table);
	fields_text(&fields, row);
	fields_end(&fields, name);
	crypto_generichash(out, VAULT_KEY, name, sizeof(name), key->key,
			   sizeof(key->key));
}
