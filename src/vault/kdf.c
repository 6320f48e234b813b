/* kdf.c: see kdf.h. */
#include "vault/kdf.h"

#include <sodium.h>
#include <string.h>

void kdf_new(struct kdf *kdf, uint32_t mib)
{
	kdf->passes = KDF_PASSES;
	kdf->mib = mib;
	randombytes_buf(kdf->salt, sizeof(kdf->salt));
}

bool passphrase_fits(const char *passphrase, size_t n, struct error *err)
{
	size_t i, same = 0;

	if (n > PASSPHRASE_MOST) {
		error_set(err, ERROR_INVALID, "PASSPHRASE",
			  "a passphrase has at most %d bytes", PASSPHRASE_MOST);
		return false;
	}
	for (i = 0; i < n; i++)
		same += passphrase[i] == passphrase[0];
	if (n >= PASSPHRASE_LEAST && same < n && !memchr(passphrase, '\0', n))
		return true;
	error_set(err, ERROR_INVALID, "PASSPHRASE",
		  "the passphrase is too weak: at least %d bytes, not all the same",
		  PASSPHRASE_LEAST);
	return error_remedy(err, "four or five unrelated words are easy to keep "
			    "and hard to guess");
}

bool kdf_fits(const struct kdf *kdf, struct error *err)
{
	return (kdf->passes >= KDF_PASSES && kdf->passes <= KDF_PASSES_MOST &&
		kdf->mib >= KDF_MIB_LEAST && kdf->mib <= KDF_MIB_MOST) ||
		error_set(err, ERROR_INVALID, "VAULT_KDF",
			  "the key of this passphrase would be made with %u passes over "
			  "%u MiB; %d to %d passes over %d to %d MiB are taken",
			  kdf->passes, kdf->mib, KDF_PASSES, KDF_PASSES_MOST,
			  KDF_MIB_LEAST, KDF_MIB_MOST);
}

bool kdf_key(const struct kdf *kdf, const char *passphrase, size_t n,
	     uint8_t key[KDF_KEY], struct error *err)
{
	if (!kdf_fits(kdf, err)) {
		sodium_memzero(key, KDF_KEY);
		return false;
	}
	if (crypto_pwhash(key, KDF_KEY, passphrase, n, kdf->salt, kdf->passes,
			  (size_t)kdf->mib << 20, crypto_pwhash_ALG_ARGON2ID13) == 0)
		return true;
	sodium_memzero(key, KDF_KEY);
	error_set(err, ERROR_INVALID, "VAULT_KDF",
		  "there are no %u MiB of memory to make a key from a passphrase",
		  kdf->mib);
	return error_remedy(err, "end something else, or raise the limit of this "
			    "session's memory");
}
