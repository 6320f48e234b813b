/* fuzz_envelope.c: what the vault keeps, by anybody's hand: a sealed value, a grant, an
 * admin's wrapped keys, the recovery key.  Changed anywhere it is refused. */
#include "tests/fuzz/fuzz.h"

#include "vault/grant.h"
#include "vault/locked.h"
#include "vault/recovery.h"
#include "vault/sealed.h"

static const struct sealed_place place = {
	.store = "s", .table = "assets", .row = "a-one", .field = "value", .origin = "",
	.version = 3
};
static const struct grant_ends ends = { .store = "s", .to = "u-a", .by = "u-b" };
static const char plain[] = "planted value";

static struct {
	struct vault_key *key;
	struct identity *to, *by;
	uint8_t commitment[32];
	struct buf value, grant;
} good;

static void begin(void)
{
	uint8_t seed[IDENTITY_SEED] = { 1 };
	struct error err;

	if (good.key)
		return;
	HOLDS(vault_start());
	good.key = vault_key_new(1);
	memset(good.key->key, 7, sizeof(good.key->key));
	good.to = identity_of_seed(seed);
	seed[0] = 2;
	good.by = identity_of_seed(seed);
	vault_key_commitment(good.key, good.commitment);
	buf_init(&good.value, 1 << 16);
	buf_init(&good.grant, 1 << 16);
	HOLDS(sealed_make(good.key, &place, plain, sizeof(plain), &good.value, &err));
	grant_make(good.key, &ends, identity_public(good.to), good.by, &good.grant);
}

static bool is_plain(void *ctx, const char *value, size_t n)
{
	(void)ctx;
	return n == sizeof(plain) && memcmp(value, plain, n) == 0;
}

static bool opens_value(const uint8_t *bytes, size_t n)
{
	struct error err = { 0 };
	bool opened = sealed_use(good.key, &place, bytes, n, is_plain, NULL, &err);

	HOLDS(opened || (*err.code && *err.text));
	return opened;
}

static bool opens_grant(const uint8_t *bytes, size_t n)
{
	struct error err = { 0 };
	struct vault_key *key = grant_open(bytes, n, 1, &ends, good.to,
					   identity_public(good.by), good.commitment, &err);
	bool opened = key != NULL;

	HOLDS(opened || (*err.code && *err.text));
	vault_key_free(key);
	return opened;
}

/* Changed or cut it does not open, and else it does. */
static void changed(const struct buf *from, const uint8_t *data, size_t n, size_t cut,
		    bool (*opens)(const uint8_t *bytes, size_t n))
{
	size_t size = from->len - cut % (from->len + 1), bad;
	uint8_t *bytes = malloc(size + 1);

	HOLDS(bytes);
	memcpy(bytes, from->data, size);
	bad = size ? fuzz_patch(bytes, size, data, n) : 1;
	HOLDS(opens(bytes, size) == (!bad && size == from->len));
	free(bytes);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct identity *identity;
	struct error err = { 0 };
	struct kdf kdf;

	begin();
	HOLDS(!opens_value(data, n) && !opens_grant(data, n));
	(void)sealed_epoch(data, n);
	if (identity_kdf(data, n, &kdf))
		HOLDS(n > KDF_SALT);
	identity = recovery_read((const char *)data, n, &err);
	HOLDS(identity || *err.text);
	identity_free(identity);
	if (n) {
		changed(&good.value, data + 1, n - 1, data[0] < 128 ? 0 : data[0], opens_value);
		changed(&good.grant, data + 1, n - 1, data[0] < 128 ? 0 : data[0], opens_grant);
	}
	return 0;
}
