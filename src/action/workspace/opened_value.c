/* opened_value.c: see opened_value.h. */
#include "action/workspace/opened_value.h"

#include <string.h>

#include "action/judge/asset_name.h"
#include "action/vault/vault_input.h"
#include "action/vault/vault_values.h"
#include "action/workspace/demo_vault.h"
#include "action/workspace/vault_change.h"
#include "model/config.h"
#include "model/provider.h"
#include "model/token.h"

struct opened_value {
	const char *deed;		/* "Revealed": for the event */
	/* May it be handed over?  name: of what has it. */
	bool (*ready)(const struct app *app, const char *name, struct error *err);
	bool (*hand)(const struct secret_face *face, const char *name, const char *value,
		     size_t n);
};

struct opened {
	const struct asset_kind *of;
	const char *kind, *name, *id, *project;	/* project: id, or "" */
	const struct kind_field *field;
	const char *type, *config;
	struct numbers projects;		/* that have it */
	uint32_t own_of;
	const struct vault_value_row *row;
	const struct secret_face *face;
	const struct opened_value *how;
};

/* Tokens are no kind of asset, but have fields. */
static const struct asset_kind token_values = { .fields = token_fields };

/* ---- which ---------------------------------------------------------------------------- */

static bool find_record(const struct action *self, struct app *app, const struct args *args,
			struct opened *opened, struct error *err)
{
	const bool token = strcmp(self->noun, "token") == 0;
	const enum whose whose = token ? OF_TOKEN : OF_PROVIDER;
	const struct fact_record *record;
	uint32_t n;

	if (!app_find_record(app, whose, arg_text(self, args, self->noun), &n, err))
		return false;
	record = seen_record(app_seen(app), whose, n);
	*opened = (struct opened){ .of = token ? &token_values : &provider_kind,
		.kind = self->noun, .name = record->name, .id = record->id, .project = "",
		.type = record->type, .config = record->config, .own_of = NOBODY,
		.face = opened->face, .how = opened->how };
	return true;
}

static bool find_own(struct app *app, const char *project, uint32_t kind, const char *which,
		     struct opened *opened, struct error *err)
{
	const struct seen *seen = app_seen(app);
	const struct fact_own *own;
	uint32_t n;

	if (!app_find_project(app, project, &opened->own_of, err) ||
	    !own_may_see(app, opened->own_of, err) ||
	    !own_find(app, opened->own_of, kind, which, &n, err))
		return false;
	own = &seen_project(seen, opened->own_of)->own[n];
	opened->name = own->name;
	opened->id = own->id;
	opened->type = own->type;
	opened->config = own->config;
	opened->project = seen_project(seen, opened->own_of)->id;
	opened->projects = (struct numbers){ .v = &opened->own_of, .n = 1 };
	return true;
}

static bool find(const struct action *self, struct app *app, const struct args *args,
		 struct opened *opened, struct error *err)
{
	const struct fact_asset *asset;
	const char *project, *which;
	size_t kind;
	uint32_t n;

	if (!kind_find(self->noun, &kind))
		return find_record(self, app, args, opened, err);
	project = arg_text(self, args, "project");
	which = arg_text(self, args, self->noun);
	opened->of = kind_at(kind);
	opened->kind = opened->of->code;
	opened->project = "";
	if (project)
		return find_own(app, project, (uint32_t)kind, which, opened, err);
	if (!app_find_asset(app, self->noun, which, &n, err))
		return false;
	asset = seen_asset(app_seen(app), n);
	opened->name = asset->name;
	opened->id = asset->id;
	opened->type = asset->type;
	opened->config = asset->config;
	opened->projects = *seen_importing(app_seen(app), n);
	return true;
}

/* The last that has a value; *n: how many have. */
static const struct kind_field *kept_field(const struct app *app, const struct opened *opened,
					   size_t *n)
{
	const struct kind_field *field = opened->of->fields, *one = NULL;

	for (*n = 0; field->name; field++)
		if (field->secret && app_value(app, opened->kind, opened->project,
					       opened->id, field->name)) {
			one = field;
			++*n;
		}
	return one;
}

/* "password, passphrase" */
static const char *secrets_of(const struct opened *opened, struct arena *arena)
{
	const struct kind_field *field = opened->of->fields;
	const char *text = "";

	for (; field->name; field++)
		if (field->secret)
			text = arena_printf(arena, "%s%s%s", text, *text ? ", " : "",
					    field->name);
	return text;
}

static bool no_value(const struct action *self, const struct opened *opened,
		     const char *field, struct error *err)
{
	error_set(err, ERROR_NOT_FOUND, "NO_VALUE", "%s has no value yet", opened->name);
	return strcmp(opened->kind, "token") != 0 &&
		error_remedy(err, "gatehouse %s edit %s --ask %s", self->noun, opened->name,
			     field);
}

/* The one that is said; else the only one there can be, or is. */
static bool choose(const struct action *self, const struct app *app, const struct args *args,
		   struct opened *opened, struct arena *arena, struct error *err)
{
	const char *wanted = arg_text(self, args, "field"), *all = secrets_of(opened, arena);
	size_t n = 1;

	opened->field = wanted || !strchr(all, ',') ?
		kind_field(opened->of, wanted ? wanted : all) : kept_field(app, opened, &n);
	if (n == 0)
		return no_value(self, opened, "FIELD", err);
	if (n == 1 && opened->field && opened->field->secret)
		return true;
	error_set(err, ERROR_INVALID, wanted ? "UNKNOWN_FIELD" : "FIELD_NEEDED", wanted ?
		  "it has no secret field of that name" : "%s has %zu values: say which "
		  "field", opened->name, n);
	error_field(err, "field");
	return error_remedy(err, "its secret fields: %s", all);
}

/* "the value of STRIPE_KEY", "the value of Orders (Password)" */
static const char *called(const struct opened *opened, struct arena *arena)
{
	return strcmp(opened->field->name, "value") == 0 ? opened->name :
		arena_printf(arena, "%s (%s)", opened->name, opened->field->label);
}

/* ---- by whom, and what comes of it ------------------------------------------------------ */

/* Keys are held by Admins only; whoever sees the value in the product is told so. */
static bool may(const struct app *app, const struct opened *opened, struct error *err)
{
	uint32_t me = app_subject(app);

	if (app_is_admin(app))
		return true;
	if (me != NOBODY && opened->of->secret_name && access_sees_value(seen_judged(app_seen(app)), me,
					      &opened->projects))
		error_set(err, ERROR_DENIED, "ROLE_NEEDED", "the value of %s is visible to "
			  "you in the project; this console opens values for Admins only",
			  opened->name);
	else
		error_set(err, ERROR_DENIED, "ROLE_NEEDED", "the value of %s is opened here "
			  "for Admins only, and %s", opened->name, opened->of->secret_name ?
			  "no project shows it to you" : "nothing shows it to others");
	error_needs(err, "Admin");
	return error_remedy(err, "ask an Admin");
}

/* Shown or copied, it goes as far as where it is used. */
static struct value_to leads_to(const struct opened *opened)
{
	return (struct value_to){ opened->of->fields, opened->type, opened->config };
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
	const struct value_to to = leads_to(opened);

	/* While a passphrase was typed, the role may have gone. */
	if (!app_is_admin(change->app)) {
		error_set(err, ERROR_DENIED, "ROLE_NEEDED", "the value of %s is opened for "
			  "Admins only, and you are none any more", opened->name);
		return error_needs(err, "Admin");
	}
	opened->row = vault_value_find(&change->rows, opened->kind, opened->project,
				       opened->id, opened->field->name);
	if (!opened->row)
		return no_value(change->action, opened, opened->field->name, err);
	return vault_value_use(change->app, &change->rows, opened->row, &to, nothing, NULL,
			       err);
}

static bool hand(void *ctx, const char *value, size_t n)
{
	const struct opened *opened = ctx;

	return opened->how->hand(opened->face, opened->name, value, n);
}

/* The demo's vault comes first, which gives the values there; what is to last longer than
 * the facts of now is the result's. */
static bool choose_of(const struct action *self, struct app *app, const struct args *args,
		      struct opened *opened, struct result *out, struct error *err)
{
	struct arena *arena = &out->arena;

	opened->id = arena_strdup(arena, opened->id);
	opened->name = arena_strdup(arena, opened->name);
	opened->project = arena_strdup(arena, opened->project);
	opened->type = arena_strdup(arena, opened->type);
	opened->config = arena_strdup(arena, opened->config);
	if (!demo_vault(app, out, err) || !choose(self, app, args, opened, arena, err))
		return false;
	opened->name = called(opened, arena);
	return true;
}

/* Which value it was, for vault list: neither an edit nor to be undone. */
static const char *event_edits(const struct opened *opened, struct arena *arena)
{
	const char *text;
	struct json json;
	struct buf out;

	buf_init(&out, 1 << 12);
	jsonw_init(&json, &out, 0);
	jsonw_array(&json);
	jsonw_object(&json);
	jsonw_kstring(&json, "edit", "opened");
	jsonw_kstring(&json, "kind", opened->kind);
	if (*opened->project)
		jsonw_kstring(&json, "project", opened->project);
	jsonw_kstring(&json, "thing", opened->id);
	jsonw_kstring(&json, "field", opened->field->name);
	jsonw_object_end(&json);
	jsonw_array_end(&json);
	text = arena_strdup(arena, buf_text(&out));
	buf_release(&out);
	return text;
}

static bool opened_value(const struct action *self, struct app *app, const struct args *args,
			 const struct opened_value *how, struct result *out,
			 struct error *err)
{
	struct opened opened = { .own_of = NOBODY, .how = how,
				 .face = app->opts ? app->opts->secrets : NULL };
	struct vault_change change = { .app = app, .action = self, .out = out,
				       .ctx = &opened };
	struct value_to to;

	if (!find(self, app, args, &opened, err) || !may(app, &opened, err) ||
	    !vault_may(app, self, err) || !how->ready(app, opened.name, err) ||
	    !choose_of(self, app, args, &opened, out, err) || !vault_opened(app, self, args,
									   err))
		return false;
	to = leads_to(&opened);
	change.targets = opened.id;
	change.edits = event_edits(&opened, &out->arena);
	change.summary = arena_printf(&out->arena, "%s the value of %s", how->deed,
				      opened.name);
	return vault_change(&change, false, deed, err) &&
		(vault_value_use(app, &change.rows, opened.row, &to, hand, &opened,
				 err) ||
		 error_set(err, ERROR_STORE, "OUTPUT",
			   "the value could not be handed over"));
}

/* ---- shown, or copied ------------------------------------------------------------------- */

static bool eyes(const struct app *app, const char *name, struct error *err)
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

static bool show(const struct secret_face *face, const char *name, const char *value,
		 size_t n)
{
	return face->reveal(face->ctx, name, value, n);
}

bool opened_value_reveal(const struct action *self, struct app *app, const struct args *args,
			 struct result *out, struct error *err)
{
	static const struct opened_value how = { "Revealed", eyes, show };

	out->told = true;
	return opened_value(self, app, args, &how, out, err);
}

static bool clipboard(const struct app *app, const char *name, struct error *err)
{
	const struct secret_face *face = app->opts ? app->opts->secrets : NULL;

	if (!face || !face->copy) {
		error_set(err, ERROR_INVALID, "NO_CLIPBOARD", "a value is copied in the "
			  "console: a command line has no clipboard");
		return error_remedy(err, "reveal %s shows it", name);
	}
	if (face->copy_known || app->opts->yes)
		return true;
	return error_set(err, ERROR_INVALID, "YES_NEEDED", "The value of %s goes into %s. "
			 "Copy it? This is asked once in a session.", name,
			 face->copies_to);
}

static bool copy(const struct secret_face *face, const char *name, const char *value,
		 size_t n)
{
	return face->copy(face->ctx, name, value, n);
}

bool opened_value_copy(const struct action *self, struct app *app, const struct args *args,
		       struct result *out, struct error *err)
{
	static const struct opened_value how = { "Copied", clipboard, copy };

	return opened_value(self, app, args, &how, out, err);
}
