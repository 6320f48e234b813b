/* sealed.h: a secret value in the store.  It opens only in the place that it was sealed
 * for; the plain value exists inside sealed_use and nowhere else. */
#ifndef VAULT_SEALED_H
#define VAULT_SEALED_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/error.h"
#include "vault/vault_key.h"

enum { SEALED_MOST = 64 * 1024, SEALED_PAD = 64 };

/* What a value is bound to. */
struct sealed_place {
	const char *store, *table, *row, *field;	/* ids */
	const char *origin;	/* where it may be sent ("https://host:443"), or "" */
	int64_t version;
};

/* Lengths are hidden to SEALED_PAD bytes.  ERROR_INVALID: too long. */
bool sealed_make(const struct vault_key *key, const struct sealed_place *place,
		 const void *value, size_t n, struct buf *out,
		 struct error *err) MUST_CHECK;
/* The epoch it was sealed in, 0: no sealed value of ours. */
int64_t sealed_epoch(const void *bytes, size_t n);
/* Calls use with the value, which is wiped when it returns; its answer, or false with
 * ERROR_STORE VAULT_FORMAT, or VAULT_TAMPERED (changed, moved from another place, or of
 * another time), or VAULT_EPOCH. */
bool sealed_use(const struct vault_key *key, const struct sealed_place *place,
		const void *bytes, size_t n,
		bool (*use)(void *ctx, const char *value, size_t n), void *ctx,
		struct error *err) MUST_CHECK;

#endif
