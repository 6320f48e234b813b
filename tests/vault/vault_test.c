/* vault_test.c: what is sealed opens for whom it was meant, in its place, and for
 * nobody else; every changed byte is refused, and by name. */
#include <sodium.h>
#include <stdlib.h>
#include <string.h>

#include "tests/expect.h"
#include "vault/fields.h"
#include "vault/grant.h"
#include "vault/identity.h"
#include "vault/locked.h"
#include "vault/recovery.h"
#include "vault/sealed.h"
#include "vault/value_hash.h"

static const char words[] = "correct horse battery", wrong[] = "correct horse batterz";

static const struct sealed_place here = {
	.store = "s-1", .table = "secrets", .row = "a-stripe", .field = "value",
	.origin = "https://api.example:443", .version = 7
};

/* A refusal, by its code. */
static void is_refused(const struct error *err, enum error_kind kind, const char *code)
{
	assert_int_equal(err->kind, kind);
	assert_string_equal(err->code, code);
	assert_true(strlen(err->text) > 10);
}

static struct identity *wrapped(struct buf *out)
{
	struct identity *identity = identity_new();
	struct error err;
	struct kdf kdf;

	buf_init(out, 4096);
	kdf_new(&kdf, KDF_MIB_LEAST);
	assert_true(identity_wrap(identity, "u-maya", &kdf, NULL, words, strlen(words), out, &err));
	return identity;
}

static bool is_stripe(void *ctx, const char *value, size_t n)
{
	*(bool *)ctx = n == 11 && memcmp(value, "sk_live_123", 12) == 0;
	return true;
}

/* ---- an admin's keys ------------------------------------------------------------- */

TEST(a_passphrase_opens_the_same_keys)
{
	struct identity *identity, *again;
	struct error err;
	struct buf kept;

	identity = wrapped(&kept);
	again = identity_unwrap(kept.data, kept.len, "u-maya", NULL, words, strlen(words), &err);
	assert_non_null(again);
	assert_memory_equal(identity_public(again), identity_public(identity),
			    sizeof(struct identity_public));
	identity_free(again);
	assert_null(identity_unwrap(kept.data, kept.len, "u-maya", NULL, wrong, strlen(wrong), &err));
	is_refused(&err, ERROR_DENIED, "PASSPHRASE");
	/* Put under another's name it is refused as such. */
	assert_null(identity_unwrap(kept.data, kept.len, "u-bob", NULL, words, strlen(words), &err));
	is_refused(&err, ERROR_STORE, "VAULT_TAMPERED");
	assert_null(memmem(kept.data, kept.len, identity_seed(identity), IDENTITY_SEED));
	identity_free(identity);
	buf_release(&kept);
}

/* One bit in a byte; parameters out of bounds are refused before any work.  Each other
 * one takes the time of a passphrase: every fifth is tried. */
TEST(the_bytes_of_a_kept_key_count)
{
	struct identity *identity;
	struct error err;
	struct buf kept;
	size_t i;

	identity = wrapped(&kept);
	assert_int_equal(kept.len, 4 + 8 + 8 + 16 + 32 + 24 + 48);
	for (i = 0; i < kept.len; i += i < 20 ? 1 : 5) {
		kept.data[i] ^= 0x20;
		assert_null(identity_unwrap(kept.data, kept.len, "u-maya", NULL, words,
					    strlen(words), &err));
		if (i < 4)
			is_refused(&err, ERROR_STORE, "VAULT_FORMAT");
		else if (i < 20 && i != 12)	/* 96 MiB may be: another key */
			is_refused(&err, ERROR_INVALID, "VAULT_KDF");
		else if (i < 36 + 32)
			is_refused(&err, ERROR_DENIED, "PASSPHRASE");
		else
			is_refused(&err, ERROR_STORE, "VAULT_TAMPERED");
		kept.data[i] ^= 0x20;
	}
	for (i = 0; i < kept.len; i++) {
		assert_null(identity_unwrap(kept.data, i, "u-maya", NULL, words, strlen(words),
					    &err));
		is_refused(&err, ERROR_STORE, "VAULT_FORMAT");
	}
	identity_free(identity);
	buf_release(&kept);
}

TEST(weak_passphrases_and_parameters_are_refused)
{
	static const char *const weak[] = { "", "short", "12345678901", "aaaaaaaaaaaaaaaa" };
	static const struct kdf bad[] = {
		{ .passes = 1, .mib = 256 }, { .passes = 3, .mib = 63 },
		{ .passes = 3, .mib = 1025 }, { .passes = 11, .mib = 64 },
	};
	uint8_t key[KDF_KEY];
	struct error err;
	size_t i;

	for (i = 0; i < COUNT_OF(weak); i++) {
		assert_false(passphrase_fits(weak[i], strlen(weak[i]), &err));
		is_refused(&err, ERROR_INVALID, "PASSPHRASE");
	}
	assert_true(passphrase_fits(words, strlen(words), &err));
	for (i = 0; i < COUNT_OF(bad); i++) {
		assert_false(kdf_key(&bad[i], words, strlen(words), key, &err));
		is_refused(&err, ERROR_INVALID, "VAULT_KDF");
	}
}

TEST(a_fingerprint_is_of_both_keys)
{
	struct identity *identity = identity_new();
	struct identity_public other = *identity_public(identity);
	char one[IDENTITY_FINGERPRINT], two[IDENTITY_FINGERPRINT];

	identity_fingerprint(&other, one);
	assert_int_equal(strlen(one), 32 + 7);
	assert_int_equal(strspn(one, "0123456789ABCDEFGHJKMNPQRSTVWXYZ-"), 39);
	other.sign[31] ^= 1;
	identity_fingerprint(&other, two);
	assert_string_not_equal(one, two);
	other = *identity_public(identity);
	other.box[0] ^= 1;
	identity_fingerprint(&other, two);
	assert_string_not_equal(one, two);
	identity_free(identity);
}

/* ---- grants ------------------------------------------------------------------------ */

struct three { struct identity *maya, *bob, *eve; struct vault_key *key; uint8_t commit[32]; };

static struct three three(void)
{
	struct three is = { identity_new(), identity_new(), identity_new(),
			    vault_key_new(2), { 0 } };

	vault_key_commitment(is.key, is.commit);
	return is;
}

static void three_free(struct three *is)
{
	identity_free(is->maya);
	identity_free(is->bob);
	identity_free(is->eve);
	vault_key_free(is->key);
}

static const struct grant_ends to_bob = { "s-1", "u-bob", "u-maya" };

TEST(a_grant_opens_for_whom_it_was_made)
{
	struct three is = three();
	struct vault_key *key;
	struct error err;
	struct buf grant;

	buf_init(&grant, 4096);
	grant_make(is.key, &to_bob, identity_public(is.bob), is.maya, &grant);
	key = grant_open(grant.data, grant.len, 2, &to_bob, is.bob,
			 identity_public(is.maya), is.commit, &err);
	assert_non_null(key);
	assert_memory_equal(key->key, is.key->key, VAULT_KEY);
	assert_int_equal(key->epoch, 2);
	vault_key_free(key);
	assert_null(grant_open(grant.data, grant.len, 2, &to_bob, is.eve,
			       identity_public(is.maya), is.commit, &err));
	is_refused(&err, ERROR_STORE, "VAULT_TAMPERED");
	assert_null(memmem(grant.data, grant.len, is.key->key, VAULT_KEY));
	buf_release(&grant);
	three_free(&is);
}

TEST(a_writer_of_the_store_cannot_give_a_key_of_their_own)
{
	static const struct grant_ends moved[] = {
		{ "s-2", "u-bob", "u-maya" }, { "s-1", "u-eve", "u-maya" },
		{ "s-1", "u-bob", "u-eve" },
	};
	struct three is = three();
	struct vault_key *evil = vault_key_new(2);
	struct error err;
	struct buf grant;
	size_t i;

	buf_init(&grant, 4096);
	/* Eve signs as Maya. */
	grant_make(evil, &to_bob, identity_public(is.bob), is.eve, &grant);
	assert_null(grant_open(grant.data, grant.len, 2, &to_bob, is.bob,
			       identity_public(is.maya), is.commit, &err));
	is_refused(&err, ERROR_STORE, "VAULT_TAMPERED");
	/* Even Maya cannot give another one than was committed to. */
	grant_make(evil, &to_bob, identity_public(is.bob), is.maya, &grant);
	assert_null(grant_open(grant.data, grant.len, 2, &to_bob, is.bob,
			       identity_public(is.maya), is.commit, &err));
	is_refused(&err, ERROR_STORE, "VAULT_TAMPERED");
	/* A good one somewhere else, or of another epoch. */
	grant_make(is.key, &to_bob, identity_public(is.bob), is.maya, &grant);
	for (i = 0; i < COUNT_OF(moved); i++)
		assert_null(grant_open(grant.data, grant.len, 2, &moved[i], is.bob,
				       identity_public(is.maya), is.commit, &err));
	assert_null(grant_open(grant.data, grant.len, 1, &to_bob, is.bob,
			       identity_public(is.maya), is.commit, &err));
	for (i = 0; i < grant.len; i++) {
		grant.data[i] ^= 1;
		assert_null(grant_open(grant.data, grant.len, 2, &to_bob, is.bob,
				       identity_public(is.maya), is.commit, &err));
		is_refused(&err, ERROR_STORE, i < 4 ? "VAULT_FORMAT" : "VAULT_TAMPERED");
		grant.data[i] ^= 1;
	}
	for (i = 0; i < grant.len; i++)
		assert_null(grant_open(grant.data, i, 2, &to_bob, is.bob,
				       identity_public(is.maya), is.commit, &err));
	vault_key_free(evil);
	buf_release(&grant);
	three_free(&is);
}

/* ---- values -------------------------------------------------------------------------- */

TEST(a_value_opens_in_its_place_only)
{
	struct vault_key *key = vault_key_new(3), *other = vault_key_new(3),
		*later = vault_key_new(4);
	struct sealed_place at;
	struct error err;
	struct buf kept;
	bool same = false;
	int change;

	buf_init(&kept, 4096);
	assert_true(sealed_make(key, &here, "sk_live_123", 11, &kept, &err));
	assert_int_equal(sealed_epoch(kept.data, kept.len), 3);
	assert_null(memmem(kept.data, kept.len, "sk_live", 7));
	assert_true(sealed_use(key, &here, kept.data, kept.len, is_stripe, &same, &err));
	assert_true(same);
	for (change = 0; change < 7; change++) {
		same = false;
		at = here;
		if (change == 0)
			at.store = "s-2";
		if (change == 1)
			at.table = "providers";
		if (change == 2)
			at.row = "a-other";
		if (change == 3)
			at.field = "token";
		if (change == 4)
			at.origin = "https://evil.example:443";
		if (change == 5)
			at.version = 6;
		if (change == 6) {	/* the border between two parts moved */
			at.table = "secretsa";
			at.row = "-stripe";
		}
		assert_false(sealed_use(key, &at, kept.data, kept.len, is_stripe, &same,
					&err));
		is_refused(&err, ERROR_STORE, "VAULT_TAMPERED");
		assert_false(same);
	}
	assert_false(sealed_use(other, &here, kept.data, kept.len, is_stripe, &same, &err));
	is_refused(&err, ERROR_STORE, "VAULT_TAMPERED");
	assert_false(sealed_use(later, &here, kept.data, kept.len, is_stripe, &same, &err));
	is_refused(&err, ERROR_STORE, "VAULT_EPOCH");
	vault_key_free(key);
	vault_key_free(other);
	vault_key_free(later);
	buf_release(&kept);
}

TEST(every_bit_of_a_value_counts)
{
	struct vault_key *key = vault_key_new(3);
	struct error err;
	struct buf kept;
	bool same = false;
	size_t i;

	buf_init(&kept, 4096);
	assert_true(sealed_make(key, &here, "sk_live_123", 11, &kept, &err));
	for (i = 0; i < kept.len * 8; i++) {
		kept.data[i / 8] ^= (char)(1 << i % 8);
		assert_false(sealed_use(key, &here, kept.data, kept.len, is_stripe, &same,
					&err));
		kept.data[i / 8] ^= (char)(1 << i % 8);
	}
	for (i = 0; i < kept.len; i++) {
		assert_false(sealed_use(key, &here, kept.data, i, is_stripe, &same, &err));
		is_refused(&err, ERROR_STORE, "VAULT_FORMAT");
	}
	assert_false(same);
	vault_key_free(key);
	buf_release(&kept);
}

static bool is_long(void *ctx, const char *value, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (value[i] != (char)('a' + i % 26))
			return false;
	*(size_t *)ctx = n;
	return true;
}

/* Of its length only the step of 64 is seen. */
TEST(lengths_are_hidden_and_limited)
{
	struct vault_key *key = vault_key_new(1);
	size_t n, got, last = 0, steps = 0;
	char *text = malloc(SEALED_MOST + 1);
	struct error err;
	struct buf kept;

	buf_init(&kept, SEALED_MOST + 4096);
	for (n = 0; n <= SEALED_MOST; n++)
		text[n] = (char)('a' + n % 26);
	for (n = 0; n <= 300; n++) {
		assert_true(sealed_make(key, &here, text, n, &kept, &err));
		steps += kept.len != last;
		last = kept.len;
		got = 9999;
		assert_true(sealed_use(key, &here, kept.data, kept.len, is_long, &got, &err));
		assert_int_equal(got, n);
	}
	assert_int_equal(steps, 300 / SEALED_PAD + 1);
	assert_true(sealed_make(key, &here, text, SEALED_MOST, &kept, &err));
	assert_true(sealed_use(key, &here, kept.data, kept.len, is_long, &got, &err));
	assert_int_equal(got, SEALED_MOST);
	assert_false(sealed_make(key, &here, text, SEALED_MOST + 1, &kept, &err));
	is_refused(&err, ERROR_INVALID, "TOO_LONG");
	free(text);
	vault_key_free(key);
	buf_release(&kept);
}

/* The answer of use is the answer; equal values are never equal bytes. */
static bool refuses(void *ctx, const char *value, size_t n)
{
	(void)ctx;
	(void)value;
	return n == 99;
}

TEST(use_answers_and_no_two_are_alike)
{
	struct vault_key *key = vault_key_new(1);
	struct buf one, two;
	struct error err;

	buf_init(&one, 4096);
	buf_init(&two, 4096);
	assert_true(sealed_make(key, &here, "same", 4, &one, &err));
	assert_true(sealed_make(key, &here, "same", 4, &two, &err));
	assert_int_equal(one.len, two.len);
	assert_memory_not_equal(one.data, two.data, one.len);
	assert_false(sealed_use(key, &here, one.data, one.len, refuses, NULL, &err));
	vault_key_free(key);
	buf_release(&one);
	buf_release(&two);
}

/* ---- recovery ------------------------------------------------------------------------ */

/* Told apart by place and key, and by nothing else that an event has not. */
TEST(a_hash_of_a_value_tells_it_from_another)
{
	struct vault_key *key = vault_key_new(1), *other = vault_key_new(1);
	struct sealed_place place = { .store = "v", .table = "secret", .row = "a-key",
		.field = "value", .origin = "", .version = 1 };
	char one[VALUE_HASH], two[VALUE_HASH];

	value_hash(key, &place, "1234", 4, one);
	place.version = 2;
	place.origin = "https://a.example:443";
	value_hash(key, &place, "1234", 4, two);
	assert_string_equal(one, two);
	assert_int_equal(strlen(one), VALUE_HASH - 1);
	value_hash(key, &place, "1235", 4, two);
	assert_string_not_equal(one, two);
	value_hash(other, &place, "1234", 4, two);
	assert_string_not_equal(one, two);
	place.row = "a-two";
	value_hash(key, &place, "1234", 4, two);
	assert_string_not_equal(one, two);
	vault_key_free(key);
	vault_key_free(other);
}

TEST(the_sheet_of_paper_gives_the_keys_back)
{
	struct identity *identity = identity_new(), *again;
	char *text = locked_new(RECOVERY_TEXT), worse[RECOVERY_TEXT];
	size_t i, slips = 0;
	struct error err;

	recovery_text(identity, text);
	assert_int_equal(strlen(text), 56 + 13);
	again = recovery_read(text, strlen(text), &err);
	assert_non_null(again);
	assert_memory_equal(identity_seed(again), identity_seed(identity), IDENTITY_SEED);
	identity_free(again);
	for (i = 0; text[i]; i++)	/* as somebody types it */
		worse[i] = text[i] == '-' ? ' ' : text[i] == '0' ? 'o' :
			text[i] == '1' ? 'l' : text[i] >= 'A' ? (char)(text[i] | 32) : text[i];
	again = recovery_read(worse, i, &err);
	assert_non_null(again);
	identity_free(again);
	for (i = 0; text[i]; i++) {
		char was = text[i];

		if (was == '-')
			continue;
		text[i] = was == '7' ? '8' : '7';
		again = recovery_read(text, strlen(text), &err);
		assert_null(again);
		is_refused(&err, ERROR_INVALID, "RECOVERY_KEY");
		text[i] = was;
		slips++;
	}
	assert_int_equal(slips, 56);
	assert_null(recovery_read(text, strlen(text) - 1, &err));
	assert_non_null(strstr(err.text, "these are 55"));
	text[7] = 'U';
	assert_null(recovery_read(text, strlen(text), &err));
	assert_non_null(strstr(err.text, "group 2"));
	locked_free(text);
	identity_free(identity);
}

TEST(keys_are_kept_out_of_swap_or_it_is_said)
{
	struct identity *identity = identity_new();

	/* Either answer may be the system's; with nothing asked it is yes. */
	(void)locked_holds();
	identity_free(identity);
	assert_true(locked_holds());
}

static int start(void **state)
{
	(void)state;
	return vault_start() ? 0 : -1;
}

int main(void)
{
	const struct CMUnitTest cases[] = {
		CASE(a_passphrase_opens_the_same_keys),
		CASE(the_bytes_of_a_kept_key_count),
		CASE(weak_passphrases_and_parameters_are_refused),
		CASE(a_fingerprint_is_of_both_keys),
		CASE(a_grant_opens_for_whom_it_was_made),
		CASE(a_writer_of_the_store_cannot_give_a_key_of_their_own),
		CASE(a_value_opens_in_its_place_only),
		CASE(every_bit_of_a_value_counts),
		CASE(lengths_are_hidden_and_limited),
		CASE(use_answers_and_no_two_are_alike),
		CASE(a_hash_of_a_value_tells_it_from_another),
    CASE(the_sheet_of_paper_gives_the_keys_back),
		CASE(keys_are_kept_out_of_swap_or_it_is_said),
	};

	return cmocka_run_group_tests(cases, start, NULL);
}
