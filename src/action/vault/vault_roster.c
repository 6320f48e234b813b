/* vault_roster.c: see vault_roster.h. */
#include "action/vault/vault_roster.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

const struct vault_key_row *roster_row(const struct vault_rows *rows, int64_t n)
{
	size_t i;

	for (i = 0; i < rows->n_keys; i++)
		if (rows->keys[i].n == n)
			return &rows->keys[i];
	return NULL;
}

const struct vault_key_row *roster_of(const struct vault_rows *rows, const char *who)
{
	size_t i;

	for (i = 0; i < rows->n_keys; i++)
		if (!rows->keys[i].until && !roster_is_recovery(&rows->keys[i]) &&
		    strcmp(rows->keys[i].who, who) == 0)
			return &rows->keys[i];
	return NULL;
}

const struct vault_key_row *roster_recovery(const struct vault_rows *rows)
{
	size_t i;

	for (i = 0; i < rows->n_keys; i++)
		if (!rows->keys[i].until && roster_is_recovery(&rows->keys[i]))
			return &rows->keys[i];
	return NULL;
}

const struct vault_epoch_row *roster_now(const struct vault_rows *rows)
{
	return rows->n_epochs ? &rows->epochs[rows->n_epochs - 1] : NULL;
}

struct identity_public roster_public(const struct vault_key_row *row)
{
	struct identity_public is;

	memcpy(is.box, row->box, sizeof(is.box));
	memcpy(is.sign, row->sign, sizeof(is.sign));
	return is;
}

bool roster_held(const struct vault_key_row *row, int64_t revision)
{
	return row->by && row->since <= revision &&
		(!row->until || row->until > revision);
}

const char *roster_whose(const struct vault_rows *rows, const char *who,
			 struct arena *arena)
{
	const struct vault_key_row *root = roster_row(rows, rows->root);
	char hex[2 * VAULT_ROW_KEY + 1] = "";
	size_t i;

	for (i = 0; root && i < VAULT_ROW_KEY; i++)
		snprintf(hex + 2 * i, 3, "%02x", root->sign[i]);
	return arena_printf(arena, "%s of %s root %s", who, rows->id, hex);
}

/* ---- what is signed --------------------------------------------------------------- */

void roster_key_hash(const struct vault_rows *rows, const struct vault_key_row *row,
		     uint8_t hash[FIELDS_HASH])
{
	struct fields fields;

	fields_begin(&fields, "gatehouse holder 1");
	fields_text(&fields, rows->id);
	fields_number(&fields, (uint64_t)row->n);
	fields_text(&fields, row->who);
	fields_bytes(&fields, row->box, sizeof(row->box));
	fields_bytes(&fields, row->sign, sizeof(row->sign));
	fields_number(&fields, (uint64_t)row->since);
	fields_number(&fields, (uint64_t)row->by);
	fields_end(&fields, hash);
}

void roster_epoch_hash(const struct vault_rows *rows, const struct vault_epoch_row *epoch,
		       uint8_t hash[FIELDS_HASH])
{
	struct fields fields;
	size_t i;

	fields_begin(&fields, "gatehouse epoch 1");
	fields_text(&fields, rows->id);
	fields_number(&fields, (uint64_t)epoch->epoch);
	fields_number(&fields, (uint64_t)epoch->made);
	fields_bytes(&fields, epoch->commitment, sizeof(epoch->commitment));
	fields_number(&fields, (uint64_t)epoch->by);
	for (i = 0; i < rows->n_keys; i++) {	/* by n */
		if (!roster_held(&rows->keys[i], epoch->made))
			continue;
		fields_number(&fields, (uint64_t)rows->keys[i].n);
		fields_bytes(&fields, rows->keys[i].sign, sizeof(rows->keys[i].sign));
	}
	fields_end(&fields, hash);
}

/* ---- checking ----------------------------------------------------------------------- */

static bool tampered(struct error *err, const char *what, const char *who)
{
	error_set(err, ERROR_STORE, "VAULT_TAMPERED", "the vault was changed by hand: %s %s "
		  "is signed by nobody who may", what, who);
	return error_remedy(err, "enter no passphrase and no secret; restore a backup and "
			    "look at the history");
}

static bool signed_by(const struct vault_rows *rows, const struct vault_key_row *row,
		      const struct vault_key_row *by)
{
	struct identity_public is = roster_public(by);
	uint8_t hash[FIELDS_HASH];

	roster_key_hash(rows, row, hash);
	return identity_signed(&is, hash, row->signature);
}

/* Every key ends with an epoch: what ended otherwise was ended by hand. */
static bool ends_well(const struct vault_rows *rows, const struct vault_key_row *row)
{
	size_t i;

	for (i = 0; row->until && i < rows->n_epochs; i++)
		if (rows->epochs[i].made == row->until)
			return true;
	return !row->until;
}

/* Only the sheet of paper keeps no seed here: whose it is not, was emptied. */
static bool kept_well(const struct vault_key_row *row)
{
	return !roster_is_recovery(row) || strcmp(row->who, VAULT_RECOVERY) == 0;
}

/* Sees which keys are reached from the root, round after round. */
static bool check_keys(const struct vault_rows *rows, bool *good, struct error *err)
{
	bool more = true;
	size_t i;

	while (more) {
		more = false;
		for (i = 0; i < rows->n_keys; i++) {
			const struct vault_key_row *row = &rows->keys[i];
			const struct vault_key_row *by = roster_row(rows, row->by);

			if (good[i] || !by || !roster_held(by, row->since))
				continue;
			if (row->n == rows->root ? by != row : !good[by - rows->keys])
				continue;
			good[i] = signed_by(rows, row, by);
			more = more || good[i];
		}
	}
	for (i = 0; i < rows->n_keys; i++)
		if (rows->keys[i].by && (!good[i] || !ends_well(rows, &rows->keys[i]) ||
					 !kept_well(&rows->keys[i])))
			return tampered(err, "the key of", rows->keys[i].who);
	return true;
}

/* By who held a key then; one after the other, also in time: whoever was revoked signs
 * for the past only, where there is no room for another. */
static bool check_epochs(const struct vault_rows *rows, struct error *err)
{
	uint8_t hash[FIELDS_HASH];
	int64_t before = 0;
	char name[32];
	size_t i;

	for (i = 0; i < rows->n_epochs; i++) {
		const struct vault_epoch_row *epoch = &rows->epochs[i];
		const struct vault_key_row *by = roster_row(rows, epoch->by);
		struct identity_public is;

		snprintf(name, sizeof(name), "%lld", (long long)epoch->epoch);
		if (!by || !roster_held(by, epoch->made) || epoch->made <= before ||
		    epoch->epoch != (int64_t)i + 1)
			return tampered(err, "the record of epoch", name);
		before = epoch->made;
		is = roster_public(by);
		roster_epoch_hash(rows, epoch, hash);
		if (!identity_signed(&is, hash, epoch->signature))
			return tampered(err, "the record of epoch", name);
	}
	return rows->n_epochs || tampered(err, "the record of epoch", "1");
}

bool roster_check(const struct vault_rows *rows, struct error *err)
{
	bool *good, done;

	if (!roster_row(rows, rows->root))
		return tampered(err, "the vault", rows->id);
	good = mem_array(rows->n_keys + 1, sizeof(*good));
	done = check_keys(rows, good, err) && check_epochs(rows, err);
	free(good);
	return done;
}
