/* opened_value.c: see opened_value.h. */
#include "action/workspace/opened_value.h"

#include <string.h>

#include "action/judge/asset_name.h"
#include "action/vault/vault_input.h"
#include "action/vault/vault_values.h"
#include "action/workspace/demo_vault.h"
#include "action/workspace/vault_change.h"

struct opened {
	const char *kind, *name, *id, *project;	/* project: id, or "" */
	const char *origin;
	struct numbers projects;		/* that have it */
	uint32_t own_of;
	const struct vault_value_row *row;
	const struct secret_face *face;
	const struct opened_value *how;
};

/* The kind whose values code finds by their names. */
static uint32_t kind_of_values(void)
{
	uint32_t kind = 0;

	while (!kind_at(kind)->secret_name)
		kind++;
	return kind;
}

static bool find_token(const struct action *self, struct app *app, const struct args *args,
		       struct opened *opened, struct error *err)
{
	const struct fact_record *token;
	uint32_t n;

	if (!app_find_record(app, OF_TOKEN, arg_text(self, args, "token"), &n, err))
		return false;
	token = seen_record(app_seen(app), OF_TOKEN, n);
	opened->kind = "token";
	opened->name = token->name;
	opened->id = token->id;
	opened->project = "";
	opened->origin = token->type;
	return true;
}

static bool find(const struct action *self, struct app *app, const struct args *args,
		 struct opened *opened, struct error *err)
{
	const struct seen *seen = app_seen(app);
	uint32_t n, kind = kind_of_values();
	const char *project, *which;

	if (strcmp(self->noun, "token") == 0)
		return find_token(self, app, args, opened, err);
	project = arg_text(self, args, "project");
	which = arg_text(self, args, "secret");
	opened->kind = kind_at(kind)->code;
	opened->origin = "";
	if (!project) {
		if (!app_find_asset(app, self->noun, which, &n, err))
			return false;
		opened->name = seen_asset(seen, n)->name;
		opened->id = seen_asset(seen, n)->id;
		opened->project = "";
		opened->projects = *seen_importing(seen, n);
		return true;
	}
	if (!app_find_project(app, project, &opened->own_of, err) ||
	    !own_may_see(app, opened->own_of, err) ||
	    !own_find(app, opened->own_of, kind, which, &n, err))
		return false;
	opened->name = seen_project(seen, opened->own_of)->own[n].name;
	opened->id = seen_project(seen, opened->own_of)->own[n].id;
	opened->project = seen_project(seen, opened->own_of)->id;
	opened->projects = (struct numbers){ .v = &opened->own_of, .n = 1 };
	return true;
}

/* Keys are held by Admins only; whoever sees the value in the product is told so. */
static bool may(const struct app *app, const struct opened *opened, struct error *err)
{
	uint32_t me = app_subject(app);

	if (app_is_admin(app))
		return true;
	if (me != NOBODY && access_sees_value(seen_judged(app_seen(app)), me,
					      &opened->projects))
		error_set(err, ERROR_DENIED, "ROLE_NEEDED", "the value of %s is visible to "
			  "you in the project; this console opens values for Admins only",
			  opened->name);
	else
		error_set(err, ERROR_DENIED, "ROLE_NEEDED", "the value of %s is opened here "
			  "for Admins only, and no project shows it to you", opened->name);
	error_needs(err, "Admin");
	return error_remedy(err, "ask an Admin");
}

static bool nothing(void *ctx, const char *value, size_t n)
{
	(void)ctx;
	(void)value;
	(void)n;
	return true;
}

/* What does not open is not said to have been opened. */
static bool deed(struct vault_change *change, struct error *err)
{
	struct opened *opened = change->ctx;

	/* While a passphrase was typed, the role may have gone. */
	if (!app_is_admin(change->app)) {
		error_set(err, ERROR_DENIED, "ROLE_NEEDED", "the value of %s is opened for "
			  "Admins only, and you are none any more", opened->name);
		return error_needs(err, "Admin");
	}
	opened->row = vault_value_find(&change->rows, opened->kind, opened->project, opened->id, "value");
	if (!opened->row) {
		error_set(err, ERROR_NOT_FOUND, "NO_VALUE", "%s has no value yet",
			  opened->name);
		return strcmp(opened->kind, "token") != 0 &&
			error_remedy(err, "gatehouse secret edit %s --ask value",
				     opened->name);
	}
	return vault_value_use(change->app, &change->rows, opened->row, opened->origin, nothing, NULL,
			       err);
}

static bool hand(void *ctx, const char *value, size_t n)
{
	const struct opened *opened = ctx;

	return opened->how->hand(opened->face, opened->name, value, n);
}

bool opened_value(const struct action *self, struct app *app, const struct args *args,
		  struct opened_value *how, struct result *out, struct error *err)
{
	struct opened opened = { .own_of = NOBODY, .how = how,
				 .face = app->opts ? app->opts->secrets : NULL };
	struct vault_change change = { .app = app, .action = self, .out = out,
				       .ctx = &opened };

	if (!find(self, app, args, &opened, err) || !may(app, &opened, err))
		return false;
	how->name = opened.name = arena_strdup(&out->arena, opened.name);
	opened.project = arena_strdup(&out->arena, opened.project);
	opened.origin = arena_strdup(&out->arena, opened.origin);
	change.targets = opened.id = arena_strdup(&out->arena, opened.id);
	if (!vault_may(app, self, err) || !how->ready(app, opened.name, err) ||
	    !demo_vault(app, out, err) || !vault_opened(app, self, args, err))
		return false;
	change.summary = arena_printf(&out->arena, "%s the value of %s", how->deed,
				      opened.name);
	return vault_change(&change, false, deed, err) &&
		(vault_value_use(app, &change.rows, opened.row, opened.origin, hand, &opened, err) ||
		 error_set(err, ERROR_STORE, "OUTPUT",
			   "the value could not be handed over"));
}

bool opened_value_eyes(const struct app *app, const char *name, struct error *err)
{
	const struct secret_face *face = app->opts ? app->opts->secrets : NULL;

	if (!face || !face->reveal)
		return error_set(err, ERROR_INVALID, "NOBODY_THERE",
				 "nobody is there to see the value");
	if (!face->pipe || app->opts->yes)
		return true;
	error_set(err, ERROR_INVALID, "YES_NEEDED", "The value of %s would go into a pipe or "
		  "a file. Write it there?", name);
	return error_remedy(err, "say --yes to do it");
}

bool opened_value_show(const struct secret_face *face, const char *name, const char *value,
		       size_t n)
{
	return face->reveal(face->ctx, name, value, n);
}
