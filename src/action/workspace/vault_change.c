/* vault_change.c: see vault_change.h. */
#include "action/workspace/vault_change.h"

#include <string.h>

#include "action/core/app_event.h"
#include "action/run/allowed.h"
#include "action/run/app_open.h"
#include "action/vault/vault_place.h"
#include "vault/grant.h"
#include "vault/sealed.h"

enum { GRANT_ROOM = 4096 };

bool vault_may(struct app *app, const struct action *action, struct error *err)
{
	if (app->acting_as != NOBODY) {
		error_set(err, ERROR_DENIED, "ACTING_AS",
			  "the vault is never used as somebody else");
		return error_remedy(err, "act as yourself");
	}
	if (app->what_if)
		return error_set(err, ERROR_CONFLICT, "WHAT_IF",
				 "the vault cannot be changed in what-if");
	if (app->opts && app->opts->dry_run)
		return error_set(err, ERROR_INVALID, "NO_PREVIEW",
				 "a change of the vault moves nobody's level: there is "
				 "nothing to preview");
	return action_allowed(app, action, err) && vault_holder(app, err);
}

/* The rows as they are under the lock. */
static bool begin(struct vault_change *change, bool fresh, struct error *err)
{
	struct app *app = change->app;
	struct arena *arena = &change->out->arena;

	if (!app_refresh(app, NULL, err) || !action_allowed(app, change->action, err))
		return false;
	change->revision = app->facts.revision + 1;
	if (!fresh)
		return vault_rows(app, arena, &change->rows, err) &&
			(!app->vault || vault_session_follow(app, &change->rows, err));
	if (!store_vault(app->store, arena, &change->rows, err) || !change->rows.id)
		return !change->rows.id;
	error_set(err, ERROR_CONFLICT, "VAULT_EXISTS", "there is a vault already");
	return error_remedy(err, "gatehouse vault status shows who holds its keys");
}

bool vault_change(struct vault_change *change, bool fresh,
		  bool (*deed)(struct vault_change *change, struct error *err),
		  struct error *err)
{
	struct app *app = change->app;
	char op_id[NEWID_TEXT];
	struct event event;

	if (!store_begin(app->store, err))
		return false;
	if (!begin(change, fresh, err) || !deed(change, err)) {
		store_rollback(app->store);
		return false;
	}
	event = app_event(app, op_id);
	event.verb = action_name(change->action, &change->out->arena);
	event.summary = change->summary;
	if (change->edits)
		event.edits = change->edits;
	if (change->targets)
		event.targets = change->targets;
	if (!store_commit(app->store, &event, err))
		return false;
	change->out->event = event.seq;
	change->out->irreversible = true;
	return app_refresh(app, NULL, err);
}

/* ---- what deeds are made of ----------------------------------------------------------- */

int64_t vault_next_key(const struct vault_rows *rows)
{
	return rows->n_keys ? rows->keys[rows->n_keys - 1].n + 1 : 1;
}

void vault_key_row(struct vault_key_row *row, int64_t n, const char *who,
		   const struct identity *identity, const struct buf *kept,
		   int64_t revision)
{
	const struct identity_public *is = identity_public(identity);

	*row = (struct vault_key_row){ .n = n, .who = who, .made = revision };
	memcpy(row->box, is->box, sizeof(row->box));
	memcpy(row->sign, is->sign, sizeof(row->sign));
	if (kept)
		row->kept = (struct vault_bytes){ (const unsigned char *)kept->data,
						  kept->len };
}

bool vault_sign_key(struct vault_change *change, const struct vault_session *by,
		    struct vault_key_row *row, struct error *err)
{
	uint8_t hash[FIELDS_HASH];

	row->since = change->revision;
	row->until = 0;
	row->by = by->key;
	roster_key_hash(&change->rows, row, hash);
	identity_sign(by->identity, hash, row->signature);
	return store_vault_key(change->app->store, row, err);
}

bool vault_end_key(struct vault_change *change, const struct vault_key_row *row,
		   struct error *err)
{
	struct vault_key_row old = *row;

	if (!row->by)
		return store_vault_drop(change->app->store, row->n, err);
	old.until = change->revision;
	return store_vault_key(change->app->store, &old, err);
}

static bool grant(struct vault_change *change, const struct vault_session *by,
		  const struct vault_key *key, const struct vault_key_row *to,
		  struct error *err)
{
	const struct vault_key_row *giver = roster_row(&change->rows, by->key);
	struct arena *arena = &change->out->arena;
	struct identity_public is = roster_public(to);
	struct vault_grant_row row = { .epoch = key->epoch, .to = to->n, .by = by->key };
	struct grant_ends ends = { change->rows.id, vault_end(to, arena),
				   vault_end(giver, arena) };
	struct buf value;
	bool done;

	buf_init(&value, GRANT_ROOM);
	grant_make(key, &ends, &is, by->identity, &value);
	row.value = (struct vault_bytes){ (const unsigned char *)value.data, value.len };
	done = store_vault_grant(change->app->store, &row, err);
	buf_release(&value);
	return done;
}

bool vault_grant_now(struct vault_change *change, const struct vault_session *by,
		     const struct vault_key_row *to, struct error *err)
{
	return grant(change, by, by->now, to, err);
}

/* ---- a new epoch ------------------------------------------------------------------------ */

struct resealing {
	struct vault_change *change;
	const struct vault_key *key;		/* the new one */
	const struct vault_value_row *row;
	struct error *err;
};

static bool reseal(void *ctx, const char *value, size_t n)
{
	struct resealing *at = ctx;
	struct vault_value_row row = *at->row;
	struct sealed_place place;
	struct buf sealed;
	bool done;

	row.version++;
	row.epoch = at->key->epoch;
	vault_place(&at->change->rows, &row, &at->change->out->arena, &place);
	buf_init(&sealed, SEALED_MOST + GRANT_ROOM);
	done = sealed_make(at->key, &place, value, n, &sealed, at->err);
	row.value = (struct vault_bytes){ (const unsigned char *)sealed.data, sealed.len };
	done = done && store_vault_put(at->change->app->store, &row, at->err);
	buf_release(&sealed);
	return done;
}

static bool reseal_all(struct vault_change *change, const struct vault_key *old,
		       const struct vault_key *key, struct error *err)
{
	bool good = true;
	size_t i;

	for (i = 0; good && i < change->rows.n_values; i++) {
		const struct vault_value_row *row = &change->rows.values[i];
		struct resealing at = { change, key, row, err };
		struct sealed_place place;

		vault_place(&change->rows, row, &change->out->arena, &place);
		good = sealed_use(old, &place, row->value.at, row->value.n, reseal, &at,
				  err);
	}
	return good;
}

/* The record over all who hold from this revision on. */
static bool record(struct vault_change *change, const struct vault_session *by,
		   const struct vault_key *key, struct error *err)
{
	struct vault_epoch_row row = { .epoch = key->epoch, .made = change->revision,
				       .by = by->key };
	uint8_t hash[FIELDS_HASH];

	vault_key_commitment(key, row.commitment);
	roster_epoch_hash(&change->rows, &row, hash);
	identity_sign(by->identity, hash, row.signature);
	return store_vault_epoch(change->app->store, &row, err);
}

bool vault_new_epoch(struct vault_change *change, struct vault_session *by,
		     size_t *resealed, struct error *err)
{
	const struct vault_epoch_row *now = roster_now(&change->rows);
	struct vault_key *key = vault_key_new(now ? now->epoch + 1 : 1);
	struct store *store = change->app->store;
	bool good;
	size_t i;

	/* What was written to the keys in this change, too. */
	good = store_vault(store, &change->out->arena, &change->rows, err) &&
		record(change, by, key, err);
	for (i = 0; good && i < change->rows.n_keys; i++)
		if (roster_held(&change->rows.keys[i], change->revision))
			good = grant(change, by, key, &change->rows.keys[i], err);
	good = good && (!by->now || reseal_all(change, by->now, key, err)) &&
		store_vault_forget(store, key->epoch, err);
	*resealed = change->rows.n_values;
	vault_key_free(by->now);
	by->now = key;
	return good;
}

bool vault_found(struct vault_change *change, struct vault_session *session, const char *id,
		 const char *holder, const struct buf *kept,
		 const struct identity *recovery, struct error *err)
{
	struct vault_key_row root, sheet;
	size_t none;

	change->rows.id = id;
	vault_key_row(&root, 1, holder, session->identity, kept, change->revision);
	vault_key_row(&sheet, 2, VAULT_RECOVERY, recovery, NULL, change->revision);
	session->key = 1;
	return vault_sign_key(change, session, &root, err) &&
		vault_sign_key(change, session, &sheet, err) &&
		store_vault_make(change->app->store, id, 1, err) &&
		vault_new_epoch(change, session, &none, err);
}
