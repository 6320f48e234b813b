/* vault_session.c: see vault_session.h. */
#include "action/vault/vault_session.h"

#include <stdlib.h>
#include <string.h>

#include "action/core/options.h"
#include "base/mem.h"
#include "store/checkpoints.h"
#include "vault/grant.h"
#include "vault/locked.h"
#include "vault/locked_text.h"

const char *vault_holder(const struct app *app, struct error *err)
{
	if (app->actor_kind == ACTOR_USER && app->actor != NOBODY)
		return app->facts.users[app->actor].id;
	error_set(err, ERROR_DENIED, "NOT_LINKED",
		  "keys of the vault are held by Admins with a login of their own");
	(void)error_remedy(err, "link one: gatehouse user edit EMAIL --unix-login %s",
			   app->login ? app->login : "LOGIN");
	return NULL;
}

bool vault_rows(struct app *app, struct arena *arena, struct vault_rows *out,
		struct error *err)
{
	if (!vault_start())
		return error_set(err, ERROR_BUG, "NO_RANDOM",
				 "the system gives no random numbers");
	if (!store_vault(app->store, arena, out, err))
		return false;
	if (out->id)
		return true;
	error_set(err, ERROR_NOT_FOUND, "NO_VAULT", "there is no vault yet");
	return error_remedy(err, app->demo ? "reveal a secret, which makes the "
			    "demo's; or gatehouse vault init" :
			    "an Admin makes it: gatehouse vault init");
}

bool vault_is_demo(struct app *app)
{
	struct arena arena = { 0 };
	struct vault_rows rows;
	bool demo = app->demo && store_vault(app->store, &arena, &rows, NULL) && rows.id &&
		strcmp(rows.id, VAULT_DEMO) == 0;

	arena_release(&arena);
	return demo;
}

bool vault_is_there(struct app *app, struct error *err)
{
	struct arena arena = { 0 };
	struct vault_rows rows;
	bool there = vault_rows(app, &arena, &rows, err);

	arena_release(&arena);
	return there;
}

const char *vault_end(const struct vault_key_row *row, struct arena *arena)
{
	return arena_printf(arena, "%s key %lld", row->who, (long long)row->n);
}

void vault_session_empty(struct vault_session *session)
{
	vault_key_free(session->now);
	identity_free(session->identity);
	arena_release(&session->arena);
	memset(session, 0, sizeof(*session));
}

/* Checkpoints of the log carry this key's signature while it is open. */
static void sign(void *ctx, const unsigned char hash[32], unsigned char out[64])
{
	identity_sign(ctx, hash, out);
}

static void sign_log(struct app *app, const char *who)
{
	struct vault_session *session = app->vault;
	struct checkpoint_signing signing = {
		.sign = sign, .ctx = session->identity,
		.key = identity_public(session->identity)->sign,
		.who = arena_strdup(&session->arena, who),
	};

	store_sign_with(app->store, &signing);
}

void vault_lock(struct app *app)
{
	if (app->store)
		store_sign_with(app->store, NULL);
	if (app->vault)
		vault_session_empty(app->vault);
	free(app->vault);
	app->vault = NULL;
}

/* ---- the key of the present epoch ----------------------------------------------------- */

static bool tampered(struct error *err, const char *what, const char *who)
{
	error_set(err, ERROR_STORE, "VAULT_TAMPERED", "the vault was changed by hand: %s %s",
		  what, who);
	return error_remedy(err, "restore a backup, and look at the history");
}

static const struct vault_grant_row *grant_for(const struct vault_rows *rows,
					       const struct vault_key_row *row,
					       int64_t epoch)
{
	size_t i;

	for (i = 0; i < rows->n_grants; i++)
		if (rows->grants[i].to == row->n && rows->grants[i].epoch == epoch)
			return &rows->grants[i];
	return NULL;
}

bool vault_session_open(struct vault_session *session, const struct vault_rows *rows,
			const struct vault_key_row *row, struct error *err)
{
	const struct vault_epoch_row *now = roster_now(rows);
	const struct vault_grant_row *grant = now ? grant_for(rows, row, now->epoch) : NULL;
	const struct vault_key_row *by = grant ? roster_row(rows, grant->by) : NULL;
	struct identity_public is;
	struct grant_ends ends;

	if (!by || !by->by)
		return tampered(err, "the key of the present epoch is not there for",
				row->who);
	session->key = row->n;
	session->newest = now->epoch;
	session->vault = arena_strdup(&session->arena, rows->id);
	session->whose = roster_whose(rows, row->who, &session->arena);
	is = roster_public(by);
	ends = (struct grant_ends){ rows->id, vault_end(row, &session->arena),
				    vault_end(by, &session->arena) };
	vault_key_free(session->now);
	session->now = grant_open(grant->value.at, grant->value.n, grant->epoch, &ends,
				  session->identity, &is, now->commitment, err);
	return session->now != NULL;
}

bool vault_session_same(const struct vault_session *session,
			const struct vault_key_row *row, struct error *err)
{
	struct identity_public is = roster_public(row);

	return memcmp(&is, identity_public(session->identity), sizeof(is)) == 0 ||
		tampered(err, "the public key is not that of the passphrase of", row->who);
}

/* ---- unlocking -------------------------------------------------------------------------- */

static const struct vault_key_row *holding(const struct app *app,
					   const struct vault_rows *rows,
					   const char *who, struct error *err)
{
	const struct vault_key_row *row = roster_of(rows, who);

	if (row && row->by)
		return row;
	error_set(err, ERROR_DENIED, "NO_KEY", row ?
		  "your key waits for an Admin who holds one to sign it" :
		  "you hold no key of the vault");
	(void)error_remedy(err, row ? "ask for: gatehouse vault admin-add %s" :
			   "make yours: gatehouse vault passphrase; then ask an Admin "
			   "for: gatehouse vault admin-add %s",
			   app->facts.users[app->actor].email);
	return NULL;
}

bool vault_holds(struct app *app, struct error *err)
{
	const char *who = vault_holder(app, err);
	struct arena arena = { 0 };
	struct vault_rows rows;
	bool holds = who && vault_rows(app, &arena, &rows, err) &&
		holding(app, &rows, who, err);

	arena_release(&arena);
	return holds;
}

struct kdf_maker vault_maker_of(const struct app *app)
{
	const struct secret_face *face = app->opts ? app->opts->secrets : NULL;

	return (struct kdf_maker){ face ? face->key : NULL, face ? face->ctx : NULL };
}

bool vault_unlock(struct app *app, const struct locked_text *passphrase,
		  struct error *err)
{
	const struct kdf_maker maker = vault_maker_of(app);
	struct vault_session *session = mem_alloc(sizeof(*session));
	const char *who = vault_holder(app, err);
	const struct vault_key_row *row;
	struct vault_rows rows;

	vault_lock(app);
	app->vault = session;
	if (!who || !vault_rows(app, &session->arena, &rows, err))
		goto locked;
	row = holding(app, &rows, who, err);
	if (!row || !roster_check(&rows, err))
		goto locked;
	session->identity = identity_unwrap(row->kept.at, row->kept.n,
		roster_whose(&rows, who, &session->arena), &maker, passphrase->at,
		passphrase->n, err);
	if (session->identity && vault_session_same(session, row, err) &&
	    vault_session_open(session, &rows, row, err)) {
		app->keys_swap = !locked_holds();
		sign_log(app, who);
		return true;
	}
locked:
	vault_lock(app);
	return false;
}

bool vault_session_follow(struct app *app, const struct vault_rows *rows,
			  struct error *err)
{
	struct vault_session *session = app->vault;
	const struct vault_epoch_row *now = roster_now(rows);
	const struct vault_key_row *row;
	const char *who;
	bool good;

	if (!session) {
		error_set(err, ERROR_LOCKED, "VAULT_LOCKED", "the vault is locked");
		return error_remedy(err, "unlock it with your passphrase");
	}
	who = vault_holder(app, NULL);
	row = roster_row(rows, session->key);
	if (!row || row->until || strcmp(rows->id, session->vault) != 0 ||
	    !who || strcmp(row->who, who) != 0 ||
	    strcmp(roster_whose(rows, row->who, &session->arena), session->whose) != 0) {
		vault_lock(app);
		error_set(err, ERROR_LOCKED, "VAULT_LOCKED", "your key of the vault was "
			  "revoked, or the vault or you are another: it is locked");
		return error_remedy(err, "gatehouse vault status shows who holds its keys");
	}
	if (now && now->epoch < session->newest)
		good = tampered(err, "an older one stands in its place, without the newest "
				"epoch:", rows->id);
	else
		good = roster_check(rows, err) && vault_session_same(session, row, err) &&
			vault_session_open(session, rows, row, err);
	if (!good)
		vault_lock(app);
	return good;
}
