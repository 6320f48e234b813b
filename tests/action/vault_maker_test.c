/* vault_maker_test.c: keys of passphrases are made one at a time, however many were begun
 * and given up. */
#include "tests/expect.h"

#include <semaphore.h>
#include <stdio.h>
#include <string.h>

#include "action/vault/vault_maker.h"
#include "vault/kdf.h"
#include "vault/locked.h"

enum { GIVEN_UP = 6 };

static sem_t made;

static void wake(void)
{
	sem_post(&made);
}

/* What was resident at most, in KiB. */
static long most(void)
{
	FILE *file = fopen("/proc/self/status", "r");
	char line[256];
	long kib = 0;

	assert_non_null(file);
	while (fgets(line, sizeof(line), file))
		if (sscanf(line, "VmHWM: %ld", &kib) == 1)
			break;
	fclose(file);
	assert_true(kib > 0);
	return kib;
}

/* True: made; false: to come back for. */
static bool ask(struct vault_maker *maker, struct kdf *kdf, const char *words,
		unsigned char *key)
{
	struct error err;
	bool done;

	error_clear(&err);
	done = vault_maker_key(maker, kdf, false, words, strlen(words), key, &err);
	if (!done)
		assert_string_equal(err.code, "WORKING");
	return done;
}

TEST(one_is_made_at_a_time)
{
	static const char words[] = "ada has seven goats";
	unsigned char key[KDF_KEY], same[KDF_KEY];
	struct vault_maker *maker;
	struct error err;
	struct kdf kdf;
	long before;
	int i;

	assert_true(vault_start());
	assert_int_equal(sem_init(&made, 0, 0), 0);
	error_clear(&err);
	kdf_new(&kdf, KDF_MIB_LEAST);
	before = most();
	maker = vault_maker_new(wake);
	for (i = 0; i < GIVEN_UP; i++) {
		assert_false(ask(maker, &kdf, "another that is given up", key));
		vault_maker_forget(maker);
	}
	assert_false(ask(maker, &kdf, words, key));
	while (sem_wait(&made) != 0)
		;
	assert_true(ask(maker, &kdf, words, key));
	assert_true(most() - before < KDF_MIB_LEAST * 1024 * 3 / 2);
	assert_true(kdf_key(&kdf, words, strlen(words), same, &err));
	assert_memory_equal(key, same, sizeof(key));
	vault_maker_free(maker);
}

RUN(CASE(one_is_made_at_a_time))
