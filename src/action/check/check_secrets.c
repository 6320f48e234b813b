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

enum { EDITS_LIMIT = 4096 };

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

const char *check_secrets_origin(const struct check_about *provider, struct arena *arena)
{
	return config_origin(provider_kind.fields, provider->type, provider->config, arena);
}

/* What the event keeps of them goes to edits. */
static bool seal_all(struct app *app, const struct check_secrets *secrets,
		     struct plan_value *value, int64_t time, struct arena *arena,
		     struct json *edits, struct error *err)
{
	struct vault_rows rows;
	size_t i;

	if (!vault_rows(app, arena, &rows, err) || !vault_session_follow(app, &rows, err))
		return false;
	for (i = 0; i < secrets->n; i++) {
		value->field = secrets->v[i].field;
		if (!vault_value_put(app, &rows, value, &secrets->v[i].text,
				     app_actor_text(app), time, err))
			return false;
		vault_value_json(edits, value);
	}
	return true;
}

bool check_secrets_keep(struct app *app, const struct check_secrets *secrets,
			struct check_subject provider, const char *origin, const char *verb,
			int64_t time, struct error *err)
{
	struct check_about about = check_about(app, provider);
	struct plan_value value = { .kind = about.code, .project = "", .thing = about.id,
				    .origin = origin };
	struct arena arena = { 0 };
	char op_id[NEWID_TEXT];
	struct event event;
	struct json json;
	struct buf edits;
	bool done;

	if (!app->vault)
		return error_set(err, ERROR_LOCKED, "VAULT_LOCKED",
				 "the vault was locked meanwhile");
	if (!store_begin(app->store, err))
		return false;
	buf_init(&edits, EDITS_LIMIT);
	jsonw_init(&json, &edits, 0);
	jsonw_array(&json);
	done = seal_all(app, secrets, &value, time, &arena, &json, err);
	jsonw_array_end(&json);
	if (done) {
		event = app_event(app, op_id);
		event.verb = verb;
		event.targets = about.id;
		event.summary = arena_printf(&arena, "Kept what %s gave to sign in with.",
					     word_cut(&arena, about.name));
		event.edits = buf_text(&edits);
		done = store_commit(app->store, &event, err);
	} else {
		store_rollback(app->store);
	}
	buf_release(&edits);
	arena_release(&arena);
	return done && vault_values_note(app, err);
}
