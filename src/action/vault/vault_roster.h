/* vault_roster.h: whose keys count.  A row of the store says who a key is, but only a
 * signature makes it so: the one who made the vault is the root, whose key is bound into
 * what each passphrase opens; every other key is signed by one who held theirs then, and
 * the record of each epoch by one who held it, over all who hold at that moment.  So a
 * key that was added, exchanged or brought back by hand is seen (SECURITY 4). */
#ifndef ACTION_VAULT_VAULT_ROSTER_H
#define ACTION_VAULT_VAULT_ROSTER_H

#include "store/vault_rows.h"
#include "vault/fields.h"
#include "vault/identity.h"

#define VAULT_RECOVERY "recovery"

/* The recovery key, which nobody keeps here: whatever the ids of people are. */
static inline bool roster_is_recovery(const struct vault_key_row *row)
{
	return !row->kept.n;
}
const struct vault_key_row *roster_recovery(const struct vault_rows *rows);
/* NULL: there is no such row. */
const struct vault_key_row *roster_row(const struct vault_rows *rows, int64_t n);
/* The one that this person has now, signed or not, or NULL. */
const struct vault_key_row *roster_of(const struct vault_rows *rows, const char *who);
const struct vault_epoch_row *roster_now(const struct vault_rows *rows);	/* newest */
struct identity_public roster_public(const struct vault_key_row *row);
/* Did this key hold right after that revision? */
bool roster_held(const struct vault_key_row *row, int64_t revision);
static inline bool roster_holds(const struct vault_key_row *row)
{
	return row->by && !row->until;
}

/* What a passphrase's key is bound to: whose it is, in which vault, and its root. */
const char *roster_whose(const struct vault_rows *rows, const char *who,
			 struct arena *arena);

/* What is signed. */
void roster_key_hash(const struct vault_rows *rows, const struct vault_key_row *row,
		     uint8_t hash[FIELDS_HASH]);
void roster_epoch_hash(const struct vault_rows *rows, const struct vault_epoch_row *epoch,
		       uint8_t hash[FIELDS_HASH]);

/* Does every signature hold, from the root on?  ERROR_STORE VAULT_TAMPERED names the
 * first that does not. */
bool roster_check(const struct vault_rows *rows, struct error *err) MUST_CHECK;

#endif
