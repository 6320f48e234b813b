/* vault_status.c: who holds keys of the vault, since when, and how it is made. */
#include <string.h>

#include "action/core/action.h"
#include "action/vault/vault_people.h"
#include "action/vault/vault_session.h"
#include "base/clock.h"
#include "store/store.h"
#include "vault/kdf.h"

struct status {
	struct app *app;
	struct result *out;
	struct vault_rows rows;
};

static const char *state_of(const struct vault_key_row *row)
{
	return row->until ? "ended" : row->by ? "holds" : "waits";
}

/* When the event with this number was; NULL: there is none. */
static const char *time_of(const struct status *at, int64_t revision)
{
	struct event event;
	char time[CLOCK_TEXT];

	if (!revision || !store_event(at->app->store, revision, &at->out->arena, &event,
				      NULL))
		return NULL;
	clock_rfc3339(event.time, time);
	return arena_strdup(&at->out->arena, time);
}

static const char *made_with(const struct status *at, const struct vault_key_row *row)
{
	struct kdf kdf;

	if (!row->kept.n)
		return "256 random bits";
	if (!identity_kdf(row->kept.at, row->kept.n, &kdf))
		return "unknown to this version";
	return arena_printf(&at->out->arena, "Argon2id, %u passes over %u MiB", kdf.passes,
			    kdf.mib);
}

static const char *signer(const struct status *at, const struct vault_key_row *row)
{
	const struct vault_key_row *by = roster_row(&at->rows, row->by);

	return !by ? NULL : by == row ? "itself" : vault_name(at->app, by->who);
}

static void holder(const struct status *at, const struct vault_key_row *row)
{
	struct identity_public is = roster_public(row);
	struct result *out = at->out;
	char fingerprint[IDENTITY_FINGERPRINT];

	identity_fingerprint(&is, fingerprint);
	result_row(out);
	result_cell(out, 0, roster_is_recovery(row) ? "recovery key" :
		    vault_name(at->app, row->who));
	result_cell(out, 1, state_of(row));
	result_cell(out, 2, fingerprint);
	result_cell(out, 3, time_of(at, row->by ? row->since : row->made));
	result_cell(out, 4, time_of(at, row->until));
	result_cell(out, 5, signer(at, row));
	result_cell(out, 6, made_with(at, row));
	result_cell(out, 7, vault_note(at->app, row));
}

static const char *locked_word(const struct app *app)
{
	if (!app->vault)
		return "locked here";
	return !app->keys_swap ? "unlocked here, in memory that is not swapped" :
		"unlocked here; this system does not keep memory out of swap";
}

static bool run(const struct action *self, struct app *app, const struct args *args,
		struct result *out, struct error *err)
{
	struct status at = { .app = app, .out = out };
	const struct vault_epoch_row *now;
	size_t i;

	(void)self;
	(void)args;
	if (!vault_rows(app, &out->arena, &at.rows, err) || !roster_check(&at.rows, err))
		return false;
	now = roster_now(&at.rows);
	result_columns(out, 8, "holder", "HOLDER", CELL_TEXT, "state", "STATE", CELL_CODE,
		       "fingerprint", "FINGERPRINT", CELL_CODE, "since", "SINCE", CELL_CODE,
		       "until", "UNTIL", CELL_CODE, "signed_by", "SIGNED BY", CELL_TEXT,
		       "key", "KEY", CELL_TEXT, "note", "NOTE", CELL_TEXT);
	for (i = 0; i < at.rows.n_keys; i++)
		holder(&at, &at.rows.keys[i]);
	out->message = arena_printf(&out->arena, "The vault is %s. Epoch %lld since %s, %zu "
		"sealed value%s. Values: XChaCha20-Poly1305 under a key of each row; keys: "
		"X25519, signed with Ed25519; every signature holds.", locked_word(app),
		(long long)now->epoch, time_of(&at, now->made), at.rows.n_values,
		at.rows.n_values == 1 ? "" : "s");
	return true;
}


const struct action action_vault_status = {
	.noun = "vault", .verb = "status",
	.summary = "Show who holds keys of the vault, and how they are made",
	.help = "Each key with its fingerprint, since when it holds, by whom it was signed, "
		"and how it is made from a passphrase.  Every signature is checked.  What it "
		"holds: vault list.",
	.example = "vault status",
	.synonyms = "holders fingerprint epoch keys locked",
	.flags = ACTION_ADMIN | ACTION_ROWS,
	.run = run,
};
