/* check_secrets.c: see check_secrets.h. */
#include "action/check/check_secrets.h"

#include <string.h>

#include "action/core/app_event.h"
#include "action/core/word_list.h"
#include "action/vault/vault_values.h"
#include "model/config.h"
#include "model/provider.h"
#include "vault/locked.h"
#include "vault/sealed.h"

bool check_secrets_take(struct check_secrets *secrets, const char *field,
			const char *value, size_t n)
{
	const struct kind_field *of = kind_field(&provider_kind, field);
	struct locked_text *text;
	size_t i;

	if (!of || !of->secret || !n || n > SEALED_MOST || !vault_start())
		return false;
	for (i = 0; i < secrets->n && secrets->v[i].field != of->name; i++)
		;
	if (i == CHECK_SECRETS)
		return false;
	text = &secrets->v[i].text;
	if (i < secrets->n)
		locked_text_release(text);	/* a newer one */
	else
		secrets->n++;
	secrets->v[i].field = of->name;
	locked_text_init(text, n);
	memcpy(text->at, value, n);
	text->n = n;
	return true;
}

void check_secrets_release(struct check_secrets *secrets)
{
	while (secrets->n)
		locked_text_release(&secrets->v[--secrets->n].text);
}

static bool seal_all(struct app *app, const struct check_secrets *secrets,
		     const struct check_about *about, int64_t time, struct arena *arena,
		     struct error *err)
{
	struct plan_value value = { .kind = about->code, .project = "", .thing = about->id,
		.origin = config_origin(provider_kind.fields, about->type, about->config,
					arena) };
	struct vault_rows rows;
	size_t i;

	if (!vault_rows(app, arena, &rows, err) || !vault_session_follow(app, &rows, err))
		return false;
	for (i = 0; i < secrets->n; i++) {
		value.field = secrets->v[i].field;
		if (!vault_value_put(app, &rows, &value, &secrets->v[i].text,
				     app_actor_text(app), time, err))
			return false;
	}
	return true;
}

bool check_secrets_keep(struct app *app, const struct check_secrets *secrets,
			struct check_subject provider, const char *verb, int64_t time,
			struct error *err)
{
	struct check_about about = check_about(app, provider);
	struct arena arena = { 0 };
	char op_id[NEWID_TEXT];
	struct event event;
	bool done;

	if (!app->vault)
		return error_set(err, ERROR_LOCKED, "VAULT_LOCKED",
				 "the vault was locked meanwhile");
	if (!store_begin(app->store, err))
		return false;
	done = seal_all(app, secrets, &about, time, &arena, err);
	if (done) {
		event = app_event(app, op_id);
		event.verb = verb;
		event.targets = about.id;
		event.summary = arena_printf(&arena, "Kept what %s gave to sign in with.",
					     word_cut(&arena, about.name));
		event.edits = "[]";
		done = store_commit(app->store, &event, err);
	} else {
		store_rollback(app->store);
	}
	arena_release(&arena);
	return done && vault_values_note(app, err);
}
