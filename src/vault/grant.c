/* grant.c: see grant.h.  Kept bytes:
 *	"GHG1"  crypto_box_seal(epoch 8, key 32) 88  signature 64 */
#include "vault/grant.h"

#include <sodium.h>
#include <string.h>

#include "vault/fields.h"
#include "vault/locked.h"

enum {
	INNER = 8 + VAULT_KEY,
	SEALED = INNER + crypto_box_SEALBYTES
};

static void signed_part(const struct grant_ends *ends, int64_t epoch,
			const struct identity_public *to, const uint8_t commitment[32],
			const uint8_t sealed[SEALED], uint8_t hash[FIELDS_HASH])
{
	struct fields fields;

	fields_begin(&fields, "gatehouse grant 1");
	fields_text(&fields, ends->store);
	fields_number(&fields, (uint64_t)epoch);
	fields_text(&fields, ends->to);
	fields_bytes(&fields, to->box, sizeof(to->box));
	fields_text(&fields, ends->by);
	fields_bytes(&fields, commitment, FIELDS_HASH);
	fields_bytes(&fields, sealed, SEALED);
	fields_end(&fields, hash);
}

void grant_make(const struct vault_key *key, const struct grant_ends *ends,
		const struct identity_public *to, const struct identity *by,
		struct buf *out)
{
	uint8_t *inner = locked_new(INNER);
	uint8_t sealed[SEALED], commitment[FIELDS_HASH], hash[FIELDS_HASH];
	uint8_t sign[IDENTITY_SIGN];
	int i;

	for (i = 0; i < 8; i++)
		inner[i] = (uint8_t)((uint64_t)key->epoch >> (8 * i));
	memcpy(inner + 8, key->key, VAULT_KEY);
	crypto_box_seal(sealed, inner, INNER, to->box);
	locked_free(inner);
	vault_key_commitment(key, commitment);
	signed_part(ends, key->epoch, to, commitment, sealed, hash);
	identity_sign(by, hash, sign);
	buf_reset(out);
	buf_adds(out, "GHG1");
	buf_add(out, sealed, sizeof(sealed));
	buf_add(out, sign, sizeof(sign));
}

static void *refused(struct error *err, const struct grant_ends *ends, const char *why)
{
	error_set(err, ERROR_STORE, "VAULT_TAMPERED",
		  "the vault key of %s was changed: %s", ends->to, why);
	(void)error_remedy(err, "do not enter secrets here; restore a backup and look "
			   "at audit verify");
	return NULL;
}

/* Is it this epoch's, and the one that was committed to? */
static bool is_it(struct vault_key *key, const uint8_t *inner, int64_t epoch,
		  const uint8_t commitment[32])
{
	uint8_t is[FIELDS_HASH];
	uint64_t said = 0;
	int i;

	for (i = 7; i >= 0; i--)
		said = said << 8 | inner[i];
	key->epoch = epoch;
	memcpy(key->key, inner + 8, VAULT_KEY);
	vault_key_commitment(key, is);
	return said == (uint64_t)epoch && sodium_memcmp(is, commitment, sizeof(is)) == 0;
}

struct vault_key *grant_open(const void *data, size_t n, int64_t epoch,
			     const struct grant_ends *ends, const struct identity *me,
			     const struct identity_public *by,
			     const uint8_t commitment[32], struct error *err)
{
	struct bytes bytes = { data, n, false };
	uint8_t sealed[SEALED], sign[IDENTITY_SIGN], hash[FIELDS_HASH];
	struct vault_key *key;
	uint8_t *inner;
	bool good;

	if (!bytes_begin(&bytes, "GHG1")) {
		error_set(err, ERROR_STORE, "VAULT_FORMAT",
			  "the vault key of %s is none of this version", ends->to);
		return NULL;
	}
	bytes_take(&bytes, sealed, sizeof(sealed));
	bytes_take(&bytes, sign, sizeof(sign));
	if (!bytes_end(&bytes))
		return refused(err, ends, "its length is wrong");
	signed_part(ends, epoch, identity_public(me), commitment, sealed, hash);
	if (!identity_signed(by, hash, sign))
		return refused(err, ends, "the signature of who gave it does not hold");
	inner = locked_new(INNER);
	key = locked_new(sizeof(*key));
	good = crypto_box_seal_open(inner, sealed, sizeof(sealed),
				    identity_public(me)->box,
				    identity_box_secret(me)) == 0 &&
		is_it(key, inner, epoch, commitment);
	locked_free(inner);
	if (good)
		return key;
	locked_free(key);
	return refused(err, ends, "it is not the key of this epoch");
}
