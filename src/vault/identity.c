/* identity.c: see identity.h.  Kept bytes:
 *	"GHI1"  passes 8  MiB 8  salt 16  commitment 32  nonce 24  sealed seed 32 + 16
 * Everything before the sealed seed, and whose it is, is associated data.  The
 * commitment tells a wrong passphrase from changed bytes, and XChaCha20-Poly1305 alone
 * does not commit to its key. */
#include "vault/identity.h"

#include <sodium.h>
#include <string.h>

#include "vault/fields.h"
#include "vault/locked.h"

enum {
	NONCE = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES,
	TAG = crypto_aead_xchacha20poly1305_ietf_ABYTES,
	SEALED = IDENTITY_SEED + TAG
};

struct identity {
	uint8_t seed[IDENTITY_SEED];
	uint8_t box[crypto_box_SECRETKEYBYTES], sign[crypto_sign_SECRETKEYBYTES];
	struct identity_public is;
};

struct identity *identity_of_seed(const uint8_t seed[IDENTITY_SEED])
{
	struct identity *identity = locked_new(sizeof(*identity));
	uint8_t *part = locked_new(IDENTITY_SEED);

	memcpy(identity->seed, seed, IDENTITY_SEED);
	crypto_kdf_derive_from_key(part, IDENTITY_SEED, 1, "ghX25519", seed);
	crypto_box_seed_keypair(identity->is.box, identity->box, part);
	crypto_kdf_derive_from_key(part, IDENTITY_SEED, 2, "ghEd2551", seed);
	crypto_sign_seed_keypair(identity->is.sign, identity->sign, part);
	locked_free(part);
	return identity;
}

struct identity *identity_new(void)
{
	uint8_t *seed = locked_new(IDENTITY_SEED);
	struct identity *identity;

	randombytes_buf(seed, IDENTITY_SEED);
	identity = identity_of_seed(seed);
	locked_free(seed);
	return identity;
}

void identity_free(struct identity *identity)
{
	locked_free(identity);
}

const struct identity_public *identity_public(const struct identity *identity)
{
	return &identity->is;
}

const uint8_t *identity_seed(const struct identity *identity)
{
	return identity->seed;
}

const uint8_t *identity_box_secret(const struct identity *identity)
{
	return identity->box;
}

void identity_fingerprint(const struct identity_public *is,
			  char out[IDENTITY_FINGERPRINT])
{
	static const char digits[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
	uint8_t hash[FIELDS_HASH];
	struct fields fields;
	size_t i, at = 0;

	fields_begin(&fields, "gatehouse fingerprint 1");
	fields_bytes(&fields, is->box, sizeof(is->box));
	fields_bytes(&fields, is->sign, sizeof(is->sign));
	fields_end(&fields, hash);
	for (i = 0; i < 32; i++) {
		size_t bit = i * 5;
		unsigned two = (unsigned)hash[bit / 8] << 8 | hash[bit / 8 + 1];

		if (i && i % 4 == 0)
			out[at++] = '-';
		out[at++] = digits[two >> (11 - bit % 8) & 31];
	}
	out[at] = '\0';
}

/* ---- under a passphrase -------------------------------------------------------- */

static void commitment(const uint8_t key[KDF_KEY], uint8_t out[FIELDS_HASH])
{
	static const char what[] = "gatehouse passphrase 1";

	crypto_generichash(out, FIELDS_HASH, (const uint8_t *)what, sizeof(what) - 1,
			   key, KDF_KEY);
}

/* What the sealed seed is bound to. */
static void bound(const void *head, size_t n, const char *whose,
		  uint8_t out[FIELDS_HASH])
{
	struct fields fields;

	fields_begin(&fields, "gatehouse identity 1");
	fields_bytes(&fields, head, n);
	fields_text(&fields, whose);
	fields_end(&fields, out);
}

static bool make_key(const struct kdf_maker *maker, struct kdf *kdf, bool fresh,
		     const char *passphrase, size_t n, uint8_t *key, struct error *err)
{
	return maker && maker->make ?
		maker->make(maker->ctx, kdf, fresh, passphrase, n, key, err) :
		kdf_key(kdf, passphrase, n, key, err);
}

bool identity_wrap(const struct identity *identity, const char *whose,
		   const struct kdf *wanted, const struct kdf_maker *maker,
		   const char *passphrase, size_t n, struct buf *out, struct error *err)
{
	struct kdf made = *wanted, *kdf = &made;
	uint8_t *key = locked_new(KDF_KEY);
	uint8_t commit[FIELDS_HASH], about[FIELDS_HASH], nonce[NONCE], sealed[SEALED];
	bool done = passphrase_fits(passphrase, n, err) &&
		make_key(maker, kdf, true, passphrase, n, key, err);

	buf_reset(out);
	if (done) {
		commitment(key, commit);
		randombytes_buf(nonce, sizeof(nonce));
		buf_adds(out, "GHI1");
		bytes_number(out, kdf->passes);
		bytes_number(out, kdf->mib);
		buf_add(out, kdf->salt, sizeof(kdf->salt));
		buf_add(out, commit, sizeof(commit));
		buf_add(out, nonce, sizeof(nonce));
		bound(out->data, out->len, whose, about);
		crypto_aead_xchacha20poly1305_ietf_encrypt(sealed, NULL, identity->seed,
			IDENTITY_SEED, about, sizeof(about), NULL, nonce, key);
		buf_add(out, sealed, sizeof(sealed));
	}
	locked_free(key);
	return done;
}

struct parts {
	struct kdf kdf;
	uint8_t commit[FIELDS_HASH], nonce[NONCE], sealed[SEALED];
	size_t head;		/* bytes before the sealed seed */
};

static bool take_apart(const void *data, size_t n, struct parts *parts)
{
	struct bytes bytes = { data, n, false };
	uint64_t passes, mib;

	if (!bytes_begin(&bytes, "GHI1"))
		return false;
	passes = bytes_take_number(&bytes);
	mib = bytes_take_number(&bytes);
	parts->kdf.passes = passes > UINT32_MAX ? UINT32_MAX : (uint32_t)passes;
	parts->kdf.mib = mib > UINT32_MAX ? UINT32_MAX : (uint32_t)mib;
	bytes_take(&bytes, parts->kdf.salt, sizeof(parts->kdf.salt));
	bytes_take(&bytes, parts->commit, sizeof(parts->commit));
	bytes_take(&bytes, parts->nonce, sizeof(parts->nonce));
	parts->head = n - bytes.left;
	bytes_take(&bytes, parts->sealed, sizeof(parts->sealed));
	return bytes_end(&bytes);
}

bool identity_kdf(const void *bytes, size_t n_bytes, struct kdf *kdf)
{
	struct parts parts;

	if (!take_apart(bytes, n_bytes, &parts))
		return false;
	*kdf = parts.kdf;
	return true;
}

static bool tampered(struct error *err)
{
	error_set(err, ERROR_STORE, "VAULT_TAMPERED", "the key was changed, or is "
		  "another's: it does not open with its passphrase");
	return error_remedy(err, "restore a backup of the store, or have another Admin "
			    "add the key anew");
}

struct identity *identity_unwrap(const void *bytes, size_t n_bytes, const char *whose,
				 const struct kdf_maker *maker, const char *passphrase,
				 size_t n, struct error *err)
{
	struct identity *identity = NULL;
	uint8_t commit[FIELDS_HASH], about[FIELDS_HASH], *key, *seed;
	struct parts parts;

	if (!take_apart(bytes, n_bytes, &parts)) {
		error_set(err, ERROR_STORE, "VAULT_FORMAT",
			  "the key is none of this version");
		return NULL;
	}
	key = locked_new(KDF_KEY);
	seed = locked_new(IDENTITY_SEED);
	if (!make_key(maker, &parts.kdf, false, passphrase, n, key, err))
		goto out;
	commitment(key, commit);
	if (sodium_memcmp(commit, parts.commit, sizeof(commit)) != 0) {
		error_set(err, ERROR_DENIED, "PASSPHRASE",
			  "this is not the passphrase of this key");
		goto out;
	}
	bound(bytes, parts.head, whose, about);
	if (crypto_aead_xchacha20poly1305_ietf_decrypt(seed, NULL, NULL, parts.sealed,
		    sizeof(parts.sealed), about, sizeof(about), parts.nonce, key) != 0)
		(void)tampered(err);
	else
		identity = identity_of_seed(seed);
out:
	locked_free(key);
	locked_free(seed);
	return identity;
}

/* ---- signing -------------------------------------------------------------------- */

void identity_sign(const struct identity *identity, const uint8_t hash[32],
		   uint8_t out[IDENTITY_SIGN])
{
	crypto_sign_detached(out, NULL, hash, FIELDS_HASH, identity->sign);
}

bool identity_signed(const struct identity_public *by, const uint8_t hash[32],
		     const uint8_t sign[IDENTITY_SIGN])
{
	return crypto_sign_verify_detached(sign, hash, FIELDS_HASH, by->sign) == 0;
}
