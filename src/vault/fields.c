/* fields.c: see fields.h. */
#include "vault/fields.h"

#include <sodium.h>
#include <string.h>

_Static_assert(sizeof(crypto_generichash_state) <= sizeof(struct fields),
	       "the state of BLAKE2b fits");

static crypto_generichash_state *state(struct fields *fields)
{
	return (crypto_generichash_state *)(void *)fields->state;
}

static void number(uint8_t out[8], uint64_t n)
{
	int i;

	for (i = 0; i < 8; i++)
		out[i] = (uint8_t)(n >> (8 * i));
}

void fields_begin(struct fields *fields, const char *what)
{
	crypto_generichash_init(state(fields), NULL, 0, FIELDS_HASH);
	fields_text(fields, what);
}

void fields_bytes(struct fields *fields, const void *bytes, size_t n)
{
	uint8_t length[8];

	number(length, n);
	crypto_generichash_update(state(fields), length, sizeof(length));
	crypto_generichash_update(state(fields), bytes, n);
}

void fields_text(struct fields *fields, const char *text)
{
	fields_bytes(fields, text, strlen(text));
}

void fields_number(struct fields *fields, uint64_t n)
{
	uint8_t bytes[8];

	number(bytes, n);
	fields_bytes(fields, bytes, sizeof(bytes));
}

void fields_end(struct fields *fields, uint8_t hash[FIELDS_HASH])
{
	crypto_generichash_final(state(fields), hash, FIELDS_HASH);
	sodium_memzero(fields->state, sizeof(fields->state));
}

void bytes_number(struct buf *out, uint64_t n)
{
	uint8_t bytes[8];

	number(bytes, n);
	buf_add(out, bytes, sizeof(bytes));
}

void bytes_take(struct bytes *bytes, void *out, size_t n)
{
	if (bytes->bad || n > bytes->left) {
		bytes->bad = true;
		memset(out, 0, n);
		return;
	}
	memcpy(out, bytes->at, n);
	bytes->at += n;
	bytes->left -= n;
}

uint64_t bytes_take_number(struct bytes *bytes)
{
	uint8_t in[8];
	uint64_t n = 0;
	int i;

	bytes_take(bytes, in, sizeof(in));
	for (i = 7; i >= 0; i--)
		n = n << 8 | in[i];
	return n;
}

bool bytes_begin(struct bytes *bytes, const char magic[4])
{
	char in[4];

	bytes_take(bytes, in, sizeof(in));
	bytes->bad = bytes->bad || memcmp(in, magic, sizeof(in)) != 0;
	return !bytes->bad;
}

bool bytes_end(const struct bytes *bytes)
{
	return !bytes->bad && bytes->left == 0;
}
