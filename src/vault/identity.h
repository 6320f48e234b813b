/* identity.h: an admin's own keys.  From a seed of 32 bytes come an X25519 pair, which
 * opens what was sealed for this admin, and an Ed25519 pair, which signs (crypto_kdf).
 * The seed is kept under a key made from the admin's passphrase; nothing is shared. */
#ifndef VAULT_IDENTITY_H
#define VAULT_IDENTITY_H

#include <stdint.h>

#include "base/buf.h"
#include "base/error.h"
#include "vault/kdf.h"

enum {
	IDENTITY_SEED = 32, IDENTITY_KEY = 32, IDENTITY_SIGN = 64,
	IDENTITY_FINGERPRINT = 40	/* "7K2Q-..." and NUL */
};

struct identity;		/* secret; in locked memory */

/* What others may know of it. */
struct identity_public {
	uint8_t box[IDENTITY_KEY], sign[IDENTITY_KEY];
};

struct identity *identity_new(void) MUST_CHECK;
struct identity *identity_of_seed(const uint8_t seed[IDENTITY_SEED]) MUST_CHECK;
void identity_free(struct identity *identity);
const struct identity_public *identity_public(const struct identity *identity);
const uint8_t *identity_seed(const struct identity *identity);
const uint8_t *identity_box_secret(const struct identity *identity);

/* To be read aloud and compared: 32 letters and digits (160 bits) in eights of four,
 * without I L O U. */
void identity_fingerprint(const struct identity_public *is,
			  char out[IDENTITY_FINGERPRINT]);

/* The seed under the passphrase, bound to whose it is (a user's id): the bytes to
 * keep.  maker: who makes the key; NULL: kdf_key, here. */
bool identity_wrap(const struct identity *identity, const char *whose,
		   const struct kdf *kdf, const struct kdf_maker *maker,
		   const char *passphrase, size_t n, struct buf *out,
		   struct error *err) MUST_CHECK;
/* How its key is made from the passphrase; false: nothing of this version. */
bool identity_kdf(const void *bytes, size_t n_bytes, struct kdf *kdf) MUST_CHECK;
/* NULL: ERROR_DENIED PASSPHRASE (it is not the one), ERROR_STORE VAULT_FORMAT (nothing
 * of ours, or of a later version), VAULT_TAMPERED (changed since, or another's),
 * ERROR_INVALID VAULT_KDF. */
struct identity *identity_unwrap(const void *bytes, size_t n_bytes, const char *whose,
				 const struct kdf_maker *maker, const char *passphrase,
				 size_t n, struct error *err) MUST_CHECK;

/* Of a hash that fields_end made. */
void identity_sign(const struct identity *identity, const uint8_t hash[32],
		   uint8_t out[IDENTITY_SIGN]);
bool identity_signed(const struct identity_public *by, const uint8_t hash[32],
		     const uint8_t sign[IDENTITY_SIGN]) MUST_CHECK;

#endif
