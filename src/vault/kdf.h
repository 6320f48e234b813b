/* kdf.h: from a passphrase to a key: Argon2id (RFC 9106) with the parameters that
 * stand beside what it protects, judged before any work is done with them. */
#ifndef VAULT_KDF_H
#define VAULT_KDF_H

#include <stddef.h>
#include <stdint.h>

#include "base/error.h"

enum {
	KDF_SALT = 16, KDF_KEY = 32,
	KDF_PASSES = 3,			/* and no fewer */
	KDF_PASSES_MOST = 10,
	KDF_MIB = 256,			/* what a new one takes */
	KDF_MIB_LEAST = 64,		/* a smaller one is refused, also from a file */
	KDF_MIB_MOST = 1024,		/* a store must not make us take all memory */
	PASSPHRASE_LEAST = 12,		/* bytes */
	PASSPHRASE_MOST = 1024
};

struct kdf {
	uint32_t passes, mib;
	uint8_t salt[KDF_SALT];
};

/* Who makes keys instead of kdf_key, such as a thread: may answer that it is not ready
 * yet.  fresh: the salt may be another one than asked for. */
struct kdf_maker {
	bool (*make)(void *ctx, struct kdf *kdf, bool fresh, const char *passphrase,
		     size_t n, uint8_t *key, struct error *err);
	void *ctx;
};

/* With a new salt. */
void kdf_new(struct kdf *kdf, uint32_t mib);
/* Long enough, not blank, not one letter again and again?  ERROR_INVALID says what. */
bool passphrase_fits(const char *passphrase, size_t n, struct error *err) MUST_CHECK;
/* Within the bounds?  ERROR_INVALID VAULT_KDF. */
bool kdf_fits(const struct kdf *kdf, struct error *err) MUST_CHECK;
/* ERROR_INVALID, code VAULT_KDF: parameters outside the bounds, or the memory is not
 * there (which names how much it is).  Takes about half a second: for a worker.
 * key is wiped where it fails. */
bool kdf_key(const struct kdf *kdf, const char *passphrase, size_t n,
	     uint8_t key[KDF_KEY], struct error *err) MUST_CHECK;

#endif
