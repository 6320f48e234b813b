/* grant.h: an epoch's key, sealed for one admin (or for recovery) and signed by the
 * admin who gave it, so that nobody who can write the store can put a key of their own
 * in its place. */
#ifndef VAULT_GRANT_H
#define VAULT_GRANT_H

#include "base/buf.h"
#include "base/error.h"
#include "vault/identity.h"
#include "vault/vault_key.h"

/* From whom to whom, in which store: what a grant is bound to. */
struct grant_ends {
	const char *store;		/* its id */
	const char *to, *by;		/* users' ids, or "recovery" */
};

void grant_make(const struct vault_key *key, const struct grant_ends *ends,
		const struct identity_public *to, const struct identity *by,
		struct buf *out);
/* by and commitment come from what an admin has signed, never from beside the grant.
 * NULL: ERROR_STORE VAULT_FORMAT or VAULT_TAMPERED, by name. */
struct vault_key *grant_open(const void *bytes, size_t n, int64_t epoch,
			     const struct grant_ends *ends, const struct identity *me,
			     const struct identity_public *by,
			     const uint8_t commitment[32],
			     struct error *err) MUST_CHECK;

#endif
