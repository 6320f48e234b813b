/* sealed.c: see sealed.h.  Kept bytes:
 *	"GHS1"  epoch 8  commitment 32  nonce 24  padded value, and 16
 * What stands before the value, and its place, is associated data; the commitment is to
 * the key of the row. */
#include "vault/sealed.h"

#include <sodium.h>
#include <string.h>

#include "vault/fields.h"
#include "vault/locked.h"

enum {
	NONCE = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES,
	TAG = crypto_aead_xchacha20poly1305_ietf_ABYTES,
	HEAD = 4 + 8 + FIELDS_HASH + NONCE
};

static void bound(const struct sealed_place *place, const void *head, uint8_t out[32])
{
	struct fields fields;

	fields_begin(&fields, "gatehouse value 1");
	fields_bytes(&fields, head, HEAD);
	fields_text(&fields, place->store);
	fields_text(&fields, place->table);
	fields_text(&fields, place->row);
	fields_text(&fields, place->field);
	fields_text(&fields, place->origin);
	fields_number(&fields, (uint64_t)place->version);
	fields_end(&fields, out);
}

static void commitment(const uint8_t row[VAULT_KEY], uint8_t out[32])
{
	static const char what[] = "gatehouse row 1";

	crypto_generichash(out, FIELDS_HASH, (const uint8_t *)what, sizeof(what) - 1,
			   row, VAULT_KEY);
}

bool sealed_make(const struct vault_key *key, const struct sealed_place *place,
		 const void *value, size_t n, struct buf *out, struct error *err)
{
	uint8_t commit[FIELDS_HASH], nonce[NONCE], about[FIELDS_HASH], *row, *plain;
	size_t padded = 0, was;

	if (n > SEALED_MOST)
		return error_set(err, ERROR_INVALID, "TOO_LONG",
				 "a secret value has at most %d bytes", SEALED_MOST);
	row = locked_new(VAULT_KEY);
	plain = locked_new(n + SEALED_PAD);
	memcpy(plain, value, n);
	(void)sodium_pad(&padded, plain, n, SEALED_PAD, n + SEALED_PAD);
	vault_key_of_row(key, place->table, place->row, row);
	commitment(row, commit);
	randombytes_buf(nonce, sizeof(nonce));
	buf_reset(out);
	buf_adds(out, "GHS1");
	bytes_number(out, (uint64_t)key->epoch);
	buf_add(out, commit, sizeof(commit));
	buf_add(out, nonce, sizeof(nonce));
	bound(place, out->data, about);
	was = out->len;
	buf_pad(out, '\0', padded + TAG);
	if (!out->overflow)
		crypto_aead_xchacha20poly1305_ietf_encrypt((uint8_t *)out->data + was,
			NULL, plain, padded, about, sizeof(about), NULL, nonce, row);
	locked_free(row);
	locked_free(plain);
	return !out->overflow || error_set(err, ERROR_INVALID, "TOO_LONG",
					   "the value does not fit");
}

int64_t sealed_epoch(const void *data, size_t n)
{
	struct bytes bytes = { data, n, false };
	uint64_t epoch;

	if (n < HEAD + SEALED_PAD + TAG || (n - HEAD - TAG) % SEALED_PAD != 0 ||
	    !bytes_begin(&bytes, "GHS1"))
		return 0;
	epoch = bytes_take_number(&bytes);
	return epoch < INT64_MAX ? (int64_t)epoch : 0;
}

static bool refused(struct error *err, const struct sealed_place *place, const char *code,
		    const char *why)
{
	error_set(err, ERROR_STORE, code, "the value of %s cannot be opened: %s",
		  place->row, why);
	return error_remedy(err, "restore a backup, or set the value anew");
}

bool sealed_use(const struct vault_key *key, const struct sealed_place *place,
		const void *data, size_t n,
		bool (*use)(void *ctx, const char *value, size_t n), void *ctx,
		struct error *err)
{
	const uint8_t *bytes = data;
	uint8_t commit[FIELDS_HASH], about[FIELDS_HASH], *row, *plain;
	size_t length = 0;
	int64_t epoch = sealed_epoch(data, n);
	bool opened, done = false;

	if (!epoch)
		return refused(err, place, "VAULT_FORMAT", "it is none of this version");
	if (epoch != key->epoch)
		return refused(err, place, "VAULT_EPOCH", "it is of another epoch");
	row = locked_new(VAULT_KEY);
	plain = locked_new(n - HEAD);
	vault_key_of_row(key, place->table, place->row, row);
	commitment(row, commit);
	bound(place, bytes, about);
	opened = sodium_memcmp(commit, bytes + 12, sizeof(commit)) == 0 &&
		crypto_aead_xchacha20poly1305_ietf_decrypt(plain, NULL, NULL,
			bytes + HEAD, n - HEAD, about, sizeof(about),
			bytes + HEAD - NONCE, row) == 0 &&
		sodium_unpad(&length, plain, n - HEAD - TAG, SEALED_PAD) == 0;
	if (opened) {
		plain[length] = '\0';	/* the padding's first byte stood there */
		done = use(ctx, (const char *)plain, length);
	} else {
		(void)refused(err, place, "VAULT_TAMPERED", "it was changed, moved here "
			      "from elsewhere, or is an older one");
	}
	locked_free(row);
	locked_free(plain);
	return done;
}
