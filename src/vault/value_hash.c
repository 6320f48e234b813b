/* value_hash.c: see value_hash.h. */
#include "vault/value_hash.h"

#include <sodium.h>

#include "vault/fields.h"
#include "vault/locked.h"

/* A key of its own for each place: the same value in two of them looks like two. */
void value_hash(const struct vault_key *key, const struct sealed_place *place,
		const void *value, size_t n, char out[VALUE_HASH])
{
	uint8_t name[FIELDS_HASH], hash[VALUE_HASH / 2], *own = locked_new(VAULT_KEY);
	struct fields fields;

	fields_begin(&fields, "gatehouse value hash 1");
	fields_text(&fields, place->store);
	fields_text(&fields, place->table);
	fields_text(&fields, place->row);
	fields_text(&fields, place->field);
	fields_end(&fields, name);
	crypto_generichash(own, VAULT_KEY, name, sizeof(name), key->key, sizeof(key->key));
	crypto_generichash(hash, sizeof(hash), value, n, own, VAULT_KEY);
	sodium_bin2hex(out, VALUE_HASH, hash, sizeof(hash));
	locked_free(own);
}
