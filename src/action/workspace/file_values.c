/* file_values.c: see file_values.h. */
#include "action/workspace/file_values.h"

#include <stdlib.h>
#include <string.h>

#include "action/vault/vault_input.h"
#include "action/vault/vault_typed.h"
#include "action/vault/vault_values.h"
#include "base/clock.h"
#include "base/mem.h"
#include "model/config.h"
#include "model/provider.h"
#include "model/token.h"

enum { MOST = 4000 };		/* each takes pages of locked memory */

void file_values_take(void *ctx, const struct file_value *value)
{
	struct file_values *self = ctx;
	struct plan_value *one;
	const char *source;

	if (self->unwanted)
		return;
	if (!value->n) {
		self->empty++;
		return;
	}
	source = arena_printf(self->arena, "file %zu", self->n);
	if (self->n == MOST || !vault_typed_keep(self->app, source, value->text, value->n)) {
		self->lost++;
		return;
	}
	self->v = mem_grow(self->v, self->n, &self->cap, sizeof(*self->v));
	one = &self->v[self->n++];
	*one = (struct plan_value){
		.kind = arena_strdup(self->arena, value->kind),
		.project = arena_strdup(self->arena, value->project),
		.thing = arena_strdup(self->arena, value->thing),
		.field = arena_strdup(self->arena, value->field),
		.origin = "", .source = source };
}

static bool no_vault(const struct file_values *values, const char *file, struct error *err)
{
	error_set(err, ERROR_LOCKED, "VALUES_NO_VAULT", "%s holds %zu secret value%s, and "
		  "there is no vault here to seal %s in", file, values->n,
		  values->n == 1 ? "" : "s", values->n == 1 ? "it" : "them");
	return error_remedy(err, "import it with --without-values; then gatehouse vault "
			    "init, and import it again");
}

bool file_values_ready(const struct file_values *values, const struct action *action,
		       const struct args *args, const char *file, struct error *err)
{
	struct app *app = values->app;
	bool dry = app->opts && app->opts->dry_run;

	if (values->lost) {
		error_set(err, ERROR_INVALID, "VALUES_TOO_MANY", "%s holds secret values "
			  "that are longer than 64 KiB, or more than %d of them", file,
			  MOST);
		return error_remedy(err, "import it in parts, or with --without-values");
	}
	if (!values->n)
		return true;
	if (!app->store || !app->has_vault)
		return no_vault(values, file, err);
	return dry || vault_opened(app, action, args, err);
}

static const char *record_origin(const struct kind_field *fields,
				 const struct fact_record *all, uint32_t n, const char *id,
				 struct arena *arena)
{
	uint32_t i = 0;

	while (i < n && strcmp(all[i].id, id) != 0)
		i++;
	return i < n ? config_origin(fields, all[i].type, all[i].config, arena) : "";
}

static const char *origin_of(const struct file_values *values, const struct facts *facts,
			     const struct plan_value *value)
{
	const struct fact_project *project;
	uint32_t n, i;

	if (strcmp(value->kind, "token") == 0)
		return record_origin(token_fields, facts->tokens, facts->n_tokens, value->thing,
				     values->arena);
	if (strcmp(value->kind, "provider") == 0)
		return record_origin(provider_kind.fields, facts->providers,
				     facts->n_providers, value->thing, values->arena);
	if (!*value->project) {
		n = facts_asset(facts, value->thing);
		return n == NOBODY ? "" : config_origin(kind_at(facts->assets[n].kind)->fields,
			facts->assets[n].type, facts->assets[n].config, values->arena);
	}
	n = facts_project(facts, value->project);
	project = n == NOBODY ? NULL : &facts->projects[n];
	for (i = 0; project && i < project->n_own; i++)
		if (strcmp(project->own[i].id, value->thing) == 0)
			return config_origin(kind_at(project->own[i].kind)->fields,
				project->own[i].type, project->own[i].config,
				values->arena);
	return "";
}

static bool ends_with(const struct locked_text *text, const char *four)
{
	size_t n = strlen(four);

	return text && text->n >= n && memcmp(text->at + text->n - n, four, n) == 0;
}

bool file_values_fit(const struct file_values *values, const struct facts *facts,
		     struct error *err)
{
	size_t i;

	for (i = 0; i < values->n; i++) {
		const struct plan_value *value = &values->v[i];
		const struct fact_record *one = NULL;
		const char *four;
		uint32_t n;

		if (strcmp(value->kind, "token") != 0)
			continue;
		for (n = 0; n < facts->n_tokens && !one; n++)
			if (strcmp(facts->tokens[n].id, value->thing) == 0)
				one = &facts->tokens[n];
		four = one ? token_get(one, "last_four", values->arena) : "";
		if (ends_with(vault_typed_find(values->app, value->source), four))
			continue;
		error_set(err, ERROR_INVALID, "BAD_VALUE", "the value of the token %.100s "
			  "does not end with %.8s: it is another one, or not all of it",
			  one ? one->name : value->thing, four);
		return error_remedy(err, "give the whole of it in the file, or its own last "
				    "four; or leave the value out");
	}
	return true;
}

bool file_values_seal(struct file_values *values, const struct facts *facts,
		      struct error *err)
{
	struct app *app = values->app;
	const int64_t now = clock_now();
	const struct locked_text *text;
	struct vault_rows rows;
	size_t i;

	if (!values->n)
		return true;
	if (!vault_rows(app, values->arena, &rows, err) ||
	    !vault_session_follow(app, &rows, err))
		return false;
	for (i = 0; i < values->n; i++) {
		text = vault_typed_find(app, values->v[i].source);
		if (!text)
			return error_set(err, ERROR_BUG, NULL, "a value was not read");
		values->v[i].origin = origin_of(values, facts, &values->v[i]);
		if (!vault_value_put(app, &rows, &values->v[i], text, app_actor_text(app),
				     now, err))
			return false;
	}
	return true;
}

const char *file_values_words(const struct file_values *values, struct arena *arena)
{
	const char *empty = values->empty ? arena_printf(arena, " %zu %s empty and %s no "
		"value.", values->empty, values->empty == 1 ? "is" : "are",
		values->empty == 1 ? "is" : "are") : "";

	if (!values->n)
		return empty;
	return arena_printf(arena, " %zu secret value%s sealed in the vault.%s", values->n,
			    values->n == 1 ? " is" : "s are", empty);
}

void file_values_release(struct file_values *values)
{
	if (values->n || values->lost)
		vault_typed_wipe(values->app);
	free(values->v);
}
