/* vault_maker.c: see vault_maker.h. */
#include "action/vault/vault_maker.h"

#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/worker.h"
#include "vault/kdf.h"
#include "vault/locked.h"
#include "vault/locked_text.h"

/* The thread's alone until it has ended. */
struct making {
	struct making *next;
	struct worker *worker;
	struct kdf kdf;
	bool fresh, good;
	atomic_bool unwanted;		/* of both threads */
	struct locked_text passphrase;
	unsigned char *key;
	struct error err;
};

struct vault_maker {
	struct making *first;
	void (*wake)(void);
};

struct vault_maker *vault_maker_new(void (*wake)(void))
{
	struct vault_maker *maker = mem_alloc(sizeof(*maker));

	maker->wake = wake;
	return maker;
}

static void make(void *ctx)
{
	struct making *one = ctx;

	one->good = !atomic_load(&one->unwanted) &&
		kdf_key(&one->kdf, one->passphrase.at, one->passphrase.n, one->key,
			&one->err);
}

/* Each takes as much memory as it may.  What was given up while it stood in line is not
 * made any more. */
static void work(void *ctx)
{
	worker_alone(make, ctx);
}

static void release(void *ctx)
{
	struct making *one = ctx;

	locked_text_release(&one->passphrase);
	locked_free(one->key);
	free(one);
}

void vault_maker_forget(struct vault_maker *maker)
{
	struct making *one;

	while (maker && (one = maker->first)) {
		maker->first = one->next;
		atomic_store(&one->unwanted, true);
		worker_drop(one->worker);
	}
}

void vault_maker_free(struct vault_maker *maker)
{
	vault_maker_forget(maker);
	free(maker);
}

bool vault_maker_waits(const struct vault_maker *maker, bool *new_one)
{
	const struct making *one;

	for (one = maker->first; one; one = one->next)
		if (!worker_ended(one->worker)) {
			*new_one = one->fresh;
			return true;
		}
	return false;
}

static bool is_it(const struct making *one, const struct kdf *kdf, bool fresh,
		  const char *passphrase, size_t n)
{
	return one->fresh == fresh && one->kdf.passes == kdf->passes &&
		one->kdf.mib == kdf->mib && one->passphrase.n == n &&
		memcmp(one->passphrase.at, passphrase, n) == 0 &&
		(fresh || memcmp(one->kdf.salt, kdf->salt, KDF_SALT) == 0);
}

static bool answer(const struct making *one, struct kdf *kdf, unsigned char *key,
		   struct error *err)
{
	if (!worker_ended(one->worker))
		return error_set(err, ERROR_LOCKED, "WORKING",
				 "the key is being made from the passphrase");
	if (one->good) {
		*kdf = one->kdf;
		memcpy(key, one->key, KDF_KEY);
	} else {
		*err = one->err;
	}
	return one->good;
}

static struct making *making_of(const struct kdf *kdf, bool fresh, const char *passphrase,
				size_t n)
{
	struct making *one = mem_alloc(sizeof(*one));

	one->kdf = *kdf;
	one->fresh = fresh;
	locked_text_init(&one->passphrase, n);
	memcpy(one->passphrase.at, passphrase, n);
	one->passphrase.n = n;
	one->key = locked_new(KDF_KEY);
	error_clear(&one->err);
	return one;
}

bool vault_maker_key(struct vault_maker *maker, struct kdf *kdf, bool fresh,
		     const char *passphrase, size_t n, unsigned char *key,
		     struct error *err)
{
	struct making *one = maker->first;

	while (one && !is_it(one, kdf, fresh, passphrase, n))
		one = one->next;
	if (one)
		return answer(one, kdf, key, err);
	if (!kdf_fits(kdf, err))
		return false;
	one = making_of(kdf, fresh, passphrase, n);
	one->worker = worker_start(work, maker->wake, release, one);
	if (!one->worker) {		/* no thread: then here */
		release(one);
		return kdf_key(kdf, passphrase, n, key, err);
	}
	one->next = maker->first;
	maker->first = one;
	return answer(one, kdf, key, err);
}
