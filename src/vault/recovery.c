/* recovery.c: see recovery.h.  Thirteen groups of four digits of base 32 are the seed (256
 * bits and 4 that are 0), the fourteenth is 20 bits of BLAKE2b of it. */
#include "vault/recovery.h"

#include <sodium.h>
#include <string.h>

#include "vault/locked.h"

enum { DIGITS = 52, CHECK = 4, ALL = DIGITS + CHECK, RAW = (ALL * 5 + 7) / 8 };

static const char digits[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/* 32 bytes of seed, then the check in the next 20 bits after 4 that are 0. */
static void with_check(const uint8_t *seed, uint8_t *raw)
{
	static const char what[] = "gatehouse recovery 1";
	uint8_t hash[16];

	memcpy(raw, seed, IDENTITY_SEED);
	crypto_generichash(hash, sizeof(hash), seed, IDENTITY_SEED,
			   (const uint8_t *)what, sizeof(what) - 1);
	raw[32] = hash[0] & 0x0f;
	raw[33] = hash[1];
	raw[34] = hash[2];
}

static unsigned digit_at(const uint8_t *raw, size_t i)
{
	size_t bit = i * 5;
	unsigned two = (unsigned)raw[bit / 8] << 8;

	if (bit / 8 + 1 < RAW)
		two |= raw[bit / 8 + 1];
	return two >> (11 - bit % 8) & 31;
}

void recovery_text(const struct identity *identity, char *text)
{
	uint8_t *raw = locked_new(RAW);
	size_t i, at = 0;

	with_check(identity_seed(identity), raw);
	for (i = 0; i < ALL; i++) {
		if (i && i % 4 == 0)
			text[at++] = '-';
		text[at++] = digits[digit_at(raw, i)];
	}
	text[at] = '\0';
	locked_free(raw);
}

/* -1: no digit of ours. */
static int value_of(char c)
{
	const char *at;

	if (c >= 'a' && c <= 'z')
		c = (char)(c - 32);
	if (c == 'O')
		c = '0';
	if (c == 'I' || c == 'L')
		c = '1';
	at = c ? strchr(digits, c) : NULL;
	return at ? (int)(at - digits) : -1;
}

/* The digits into raw; how many there were, or -1 - group of one that is none. */
static int read_digits(const char *text, size_t n, uint8_t *raw)
{
	size_t i, bit = 0;
	int count = 0, value;

	for (i = 0; i < n; i++) {
		if (strchr("- \t\r\n", text[i]))
			continue;
		value = value_of(text[i]);
		if (value < 0)
			return -1 - count / 4;
		if (count++ >= ALL)
			continue;
		raw[bit / 8] |= (uint8_t)(value << 3 >> bit % 8);
		if (bit % 8 > 3)
			raw[bit / 8 + 1] |= (uint8_t)(value << (11 - bit % 8));
		bit += 5;
	}
	return count;
}

struct identity *recovery_read(const char *text, size_t n, struct error *err)
{
	uint8_t *raw = locked_new(RAW + 1), *good = locked_new(RAW);
	struct identity *identity = NULL;
	int count = read_digits(text, n, raw);

	if (count < 0)
		error_set(err, ERROR_INVALID, "RECOVERY_KEY", "group %d of the recovery "
			  "key has a sign that is neither letter nor digit of it", -count);
	else if (count != ALL)
		error_set(err, ERROR_INVALID, "RECOVERY_KEY", "the recovery key has %d "
			  "letters and digits; these are %d", ALL, count);
	else {
		with_check(raw, good);
		if (sodium_memcmp(raw, good, RAW) == 0)
			identity = identity_of_seed(raw);
		else
			error_set(err, ERROR_INVALID, "RECOVERY_KEY", "the recovery key "
				  "does not fit its last group: a letter is wrong");
	}
	locked_free(raw);
	locked_free(good);
	return identity;
}
