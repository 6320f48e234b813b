/* demo_vault.c: see demo_vault.h. */
#include "action/workspace/demo_vault.h"

#include <stdio.h>
#include <string.h>

#include "action/vault/vault_values.h"
#include "action/workspace/vault_change.h"
#include "base/clock.h"
#include "vault/fields.h"
#include "vault/locked.h"

enum { KEPT = 140, VALUE = 128 };

static const char holder[] = "u-maya";
/* The seed below under VAULT_DEMO_WORDS, with 64 MiB (where it does not open, vault_demo_test
 * prints another). */
static const char kept_hex[] =
	"4748493103000000000000004000000000000000fdb02de756562c4513ccf146650d48"
	"51dedfef402d01b9cca6ca5a71b02190bc9d9a45993ab991c7deb4422645804c836dc1"
	"0039d19b273d9dccba290b41789bd2aa770ed395941c7832d9d9ed25e91068300000a1"
	"2218d37d857d645053fde35f205d539c9a5a3812dcf649803604e76f11e17aae8efa6f";

struct demo {
	struct vault_session session;
	struct identity *recovery;
	struct buf kept;
};

/* Nothing here is secret. */
static struct identity *known(const char *what)
{
	uint8_t seed[FIELDS_HASH];
	struct fields fields;

	fields_begin(&fields, what);
	fields_end(&fields, seed);
	return identity_of_seed(seed);
}

static unsigned digit(char c)
{
	return c <= '9' ? (unsigned)(c - '0') : (unsigned)(c - 'a') + 10;
}

static void read_kept(struct buf *out)
{
	const char *at;

	for (at = kept_hex; at[0] && at[1]; at += 2)
		buf_addc(out, (char)(digit(at[0]) << 4 | digit(at[1])));
}

static bool put_value(struct vault_change *change, const struct fact_asset *asset,
		      struct error *err)
{
	struct plan_value value = { .kind = kind_at(asset->kind)->code, .project = "",
		.thing = asset->id, .field = "value", .origin = "", .source = "" };
	struct locked_text text;
	bool done;

	locked_text_init(&text, VALUE);
	text.n = (size_t)snprintf(text.at, VALUE, "demo-%.80s-4711", asset->name);
	done = vault_value_put(change->app, &change->rows, &value, &text,
			       app_actor_text(change->app), clock_now(), err);
	locked_text_release(&text);
	return done;
}

/* As an open vault would. */
static bool put_values(struct vault_change *change, struct demo *demo, struct error *err)
{
	const struct facts *facts = &change->app->facts;
	bool good = true;
	uint32_t i;

	change->app->vault = &demo->session;
	for (i = 0; good && i < facts->n_assets; i++)
		if (!facts->assets[i].gone && kind_at(facts->assets[i].kind)->secret_name)
			good = put_value(change, &facts->assets[i], err);
	change->app->vault = NULL;
	return good;
}

static bool deed(struct vault_change *change, struct error *err)
{
	struct demo *demo = change->ctx;

	return vault_found(change, &demo->session, VAULT_DEMO, holder, &demo->kept,
			   demo->recovery, err) && put_values(change, demo, err);
}

static bool make(struct app *app, struct result *out, struct error *err)
{
	struct demo demo = { .recovery = known("gatehouse demo recovery 1") };
	struct vault_change change = { .app = app, .out = out, .ctx = &demo,
		.action = action_find("vault", "init"), .targets = holder,
		.summary = "Made the demo's vault, with a value for each shared secret" };
	bool done;

	demo.session.identity = known("gatehouse demo seed 1");
	buf_init(&demo.kept, 2 * KEPT);
	read_kept(&demo.kept);
	done = vault_change(&change, true, deed, err);
	buf_release(&demo.kept);
	identity_free(demo.recovery);
	vault_session_empty(&demo.session);
	out->event = 0;
	out->irreversible = false;
	return done;
}

bool demo_vault(struct app *app, struct result *out, struct error *err)
{
	const char *who;
	struct error none;

	error_clear(&none);
	if (!app->demo || app->has_vault || app->acting_as != NOBODY || app->what_if ||
	    app_readonly(app))
		return true;
	who = vault_holder(app, &none);
	if (!who || strcmp(who, holder) != 0 || !vault_start() || vault_is_there(app, &none))
		return true;
	return make(app, out, err);
}
