/* secret_reveal.c: show the value of a secret: to Admins, and not before the event of it
 * is written (SECURITY 4). */
#include "action/judge/asset_name.h"
#include "action/vault/vault_input.h"
#include "action/vault/vault_values.h"
#include "action/workspace/vault_change.h"

struct reveal {
	const char *name, *id, *project;	/* project: id, or "" */
	struct numbers projects;		/* that have it */
	uint32_t own_of;
	const struct vault_value_row *row;
	const struct secret_face *face;
};

/* The kind whose values code finds by their names. */
static uint32_t kind_of_values(void)
{
	uint32_t kind = 0;

	while (!kind_at(kind)->secret_name)
		kind++;
	return kind;
}

static bool find(const struct action *self, struct app *app, const struct args *args,
		 struct reveal *reveal, struct error *err)
{
	const char *project = arg_text(self, args, "project");
	const char *which = arg_text(self, args, "secret");
	const struct seen *seen = app_seen(app);
	uint32_t n, kind = kind_of_values();

	if (!project) {
		if (!app_find_asset(app, self->noun, which, &n, err))
			return false;
		reveal->name = seen_asset(seen, n)->name;
		reveal->id = seen_asset(seen, n)->id;
		reveal->project = "";
		reveal->projects = *seen_importing(seen, n);
		return true;
	}
	if (!app_find_project(app, project, &reveal->own_of, err) ||
	    !own_may_see(app, reveal->own_of, err) ||
	    !own_find(app, reveal->own_of, kind, which, &n, err))
		return false;
	reveal->name = seen_project(seen, reveal->own_of)->own[n].name;
	reveal->id = seen_project(seen, reveal->own_of)->own[n].id;
	reveal->project = seen_project(seen, reveal->own_of)->id;
	reveal->projects = (struct numbers){ .v = &reveal->own_of, .n = 1 };
	return true;
}

/* Keys are held by Admins only; whoever sees the value in the product is told so. */
static bool may(const struct app *app, const struct reveal *reveal, struct error *err)
{
	uint32_t me = app_subject(app);

	if (app_is_admin(app))
		return true;
	if (me != NOBODY && access_sees_value(seen_judged(app_seen(app)), me,
					      &reveal->projects))
		error_set(err, ERROR_DENIED, "ROLE_NEEDED", "the value of %s is visible to "
			  "you in the project; this console opens values for Admins only",
			  reveal->name);
	else
		error_set(err, ERROR_DENIED, "ROLE_NEEDED", "the value of %s is opened here "
			  "for Admins only, and no project shows it to you", reveal->name);
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

/* What does not open is not said to have been revealed. */
static bool deed(struct vault_change *change, struct error *err)
{
	struct reveal *reveal = change->ctx;

	reveal->row = vault_value_find(&change->rows, kind_at(kind_of_values())->code,
				       reveal->project, reveal->id,
				       "value");
	if (!reveal->row) {
		error_set(err, ERROR_NOT_FOUND, "NO_VALUE", "%s has no value yet",
			  reveal->name);
		return error_remedy(err, "gatehouse secret edit %s --ask value",
				    reveal->name);
	}
	return vault_value_use(change->app, &change->rows, reveal->row, "", nothing, NULL,
			       err);
}

static bool show(void *ctx, const char *value, size_t n)
{
	const struct reveal *reveal = ctx;

	return reveal->face->reveal(reveal->face->ctx, reveal->name, value, n);
}

static bool has_eyes(const struct app *app, struct reveal *reveal, struct error *err)
{
	reveal->face = app->opts ? app->opts->secrets : NULL;
	if (!reveal->face || !reveal->face->reveal)
		return error_set(err, ERROR_INVALID, "NOBODY_THERE",
				 "nobody is there to see the value");
	if (!reveal->face->pipe || app->opts->yes)
		return true;
	error_set(err, ERROR_INVALID, "YES_NEEDED", "The value of %s would go into a pipe or "
		  "a file. Write it there?", reveal->name);
	return error_remedy(err, "say --yes to do it");
}

static bool run(const struct action *self, struct app *app, const struct args *args,
		struct result *out, struct error *err)
{
	struct reveal reveal = { .own_of = NOBODY };
	struct vault_change change = { .app = app, .action = self, .out = out,
				       .ctx = &reveal };

	if (!find(self, app, args, &reveal, err) || !may(app, &reveal, err) ||
	    !vault_may(app, self, err) || !has_eyes(app, &reveal, err) ||
	    !vault_opened(app, self, args, err))
		return false;
	reveal.name = arena_strdup(&out->arena, reveal.name);
	reveal.project = arena_strdup(&out->arena, reveal.project);
	change.targets = reveal.id = arena_strdup(&out->arena, reveal.id);
	change.summary = arena_printf(&out->arena, "Revealed the value of %s", reveal.name);
	out->told = true;
	return vault_change(&change, false, deed, err) &&
		(vault_value_use(app, &change.rows, reveal.row, "", show, &reveal, err) ||
		 error_set(err, ERROR_STORE, "OUTPUT",
			   "the value could not be written out"));
}

const struct action action_secret_reveal = {
	.noun = "secret", .verb = "reveal",
	.summary = "Show the value of a secret",
	.help = "For Admins who hold a key of the vault; an event says so before it is "
		"shown. On a command line the value stands alone on standard output, and "
		"goes into a pipe or a file only with --yes.",
	.example = "secret reveal STRIPE_KEY",
	.synonyms = "value show password open",
	.on = "secret",
	.params = {
		{ .name = "secret", .label = "Secret", .type = PARAM_ASSET,
		  .help = "id or name", .required = true },
		{ .name = "project", .label = "Project", .type = PARAM_PROJECT,
		  .option = true, .help = "one that this project has of its own" },
		PARAM_PASSPHRASE_FD("descriptor from which your passphrase is read"),
	},
	.flags = ACTION_VAULT,
	.run = run,
};
