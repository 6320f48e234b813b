/* run.c: one action from the permission to the commit, or nothing at all. */
#include <stdlib.h>
#include <string.h>

#include "action/core/action.h"
#include "action/core/operator.h"
#include "action/core/tense.h"
#include "action/judge/downgrade.h"
#include "action/judge/effect.h"
#include "action/judge/judge.h"
#include "action/run/preview_action.h"
#include "action/run/run_priv.h"
#include "action/run/what_if.h"
#include "action/undo/as_of_facts.h"
#include "store/store.h"

enum { WHOLE_ROWS = 2000 };	/* of a plan on the screen */

bool run_role_allows(struct app *app, const struct action *action,
		     struct error *err)
{
	uint32_t subject = app_subject(app);

	if ((action->flags & ACTION_WRITES) && subject != NOBODY &&
	    !app->facts.users[subject].active) {
		error_set(err, ERROR_DENIED, "DEACTIVATED",
			  "%s is deactivated", app->facts.users[subject].email);
		return error_remedy(err, "an Admin reactivates people");
	}
	if (!(action->flags & ACTION_ADMIN) || app_is_admin(app))
		return true;
	if (!(action->flags & ACTION_WRITES) && app_reads_all(app))
		return true;
	error_set(err, ERROR_DENIED, "ROLE_NEEDED", "%s%s%s is for Admins",
		  action->noun ? action->noun : "", action->noun ? " " : "",
		  action->verb);
	error_needs(err, "admin");
	return error_remedy(err, "ask an Admin");
}

static bool store_allows(struct app *app, struct error *err)
{
	if (as_of_on(app)) {
		error_set(err, ERROR_DENIED, "AS_OF",
			  "revision %lld is the past: it only reads",
			  (long long)as_of_revision(app));
		return error_remedy(err, "go back to now to change something");
	}
	if (app->acting_as != NOBODY && !app->demo) {
		error_set(err, ERROR_DENIED, "ACTING_AS",
			  "acting as %s only reads",
			  app->facts.users[app->acting_as].email);
		return error_remedy(err, "leave out --as to change something");
	}
	if (app->actor_kind == ACTOR_OUTSIDER) {
		error_set(err, ERROR_DENIED, "NOT_LINKED",
			  "the login %s belongs to no active user: it may only "
			  "read", app->login);
		return error_remedy(err, "an Admin links it: gatehouse user "
				    "edit EMAIL --unix-login %s", app->login);
	}
	if (app->lost && !what_if_on(app)) {
		error_set(err, ERROR_STORE, strcmp(app->lost, "removed") == 0 ?
			  "STORE_REMOVED" : "STORE_REPLACED",
			  "the store %s was %s: nothing can be saved",
			  app->store_path, app->lost);
		return error_remedy(err, "leave, and start gatehouse again");
	}
	if (!app_readonly(app) || what_if_on(app))
		return true;
	error_set(err, ERROR_STORE, "STORE_READONLY",
		  "the store %s cannot be written", app->store_path);
	return error_remedy(err, "the owner of the file may change it");
}

bool action_allowed(struct app *app, const struct action *action,
		    struct error *err)
{
	struct action whole;

	if ((action->flags & ACTION_WHOLE) && app->store) {
		whole = *action;
		whole.flags = ACTION_WRITES | ACTION_ADMIN;
		action = &whole;
	}
	if (action->flags & ACTION_NO_STORE)
		return true;
	if (!app->store) {
		error_set(err, ERROR_NOT_FOUND, "NO_STORE",
			  "there is no workspace at %s", app->store_path);
		return error_remedy(err, "make it: gatehouse workspace init "
				    "--name N --plan P --admin EMAIL");
	}
	if ((action->flags & ACTION_WRITES) && !store_allows(app, err))
		return false;
	return run_role_allows(app, action, err);
}

void run_revert(struct edit_plan *plan)
{
	while (plan->n)
		edit_revert(&plan->app->facts, &plan->edits[--plan->n]);
}

void run_release(struct edit_plan *plan)
{
	free(plan->edits);
	free(plan->warnings);
	free(plan->marks);
}

void run_say(struct edit_plan *plan, struct result *out)
{
	size_t i;

	out->message = tense_choose(plan->message, false, &out->arena);
	out->done = tense_choose(plan->message, true, &out->arena);
	out->undid = plan->n_marks > 0 && !plan->marks[0].redo;
	out->confirm = plan->confirm;
	out->irreversible = plan->irreversible;
	out->ask = plan->ask || plan->irreversible;
	if (plan->n == 0) {		/* it is so already */
		out->message = arena_printf(&out->arena, "Nothing would change%s%s",
					    out->done ? ": " : ".",
					    out->done ? out->done : "");
		out->done = arena_printf(&out->arena, "Nothing had to change%s%s",
					 out->done ? ": " : ".",
					 out->done ? out->done : "");
	}
	out->warnings = arena_array(&out->arena, plan->n_warnings + 1,
				    sizeof(*out->warnings));
	for (i = 0; i < plan->n_warnings; i++)
		out->warnings[i] = plan->warnings[i];
	out->n_warnings = plan->n_warnings;
}

bool run_has_yes(const struct edit_plan *plan, const struct options *opts,
		 struct error *err)
{
	if (opts->yes || plan->n == 0)
		return true;
	if (!plan->irreversible && !plan->ask)
		return true;
	error_set(err, ERROR_INVALID, "YES_NEEDED", "%s%s",
		  plan->message ? tense_choose(plan->message, false, plan->arena) :
		  plan->action->summary,
		  plan->irreversible ? " This cannot be undone." : "");
	return error_remedy(err, "say --yes to do it");
}

static bool plan_one(struct edit_plan *plan, const struct batch_command *command,
		     struct error *err)
{
	const char *before = plan->message;

	plan->action = command->action;
	plan->args = &command->args;
	plan->message = NULL;
	if (!run_role_allows(plan->app, command->action, err) ||
	    !command->action->plan(plan, err))
		return false;
	if (command->action->flags & ACTION_IRREVERSIBLE)
		plan->irreversible = true;
	if (!plan->message)
		plan->message = before;
	else if (before)
		plan->message = arena_printf(plan->arena, "%s %s", before,
					     plan->message);
	return true;
}

bool run_inside(struct edit_plan *plan, struct batch *batch, struct error *err)
{
	const struct action *action = plan->action;
	const struct args *args = plan->args;
	bool ok = run_plan(plan, batch, err);

	plan->action = action;
	plan->args = args;
	return ok;
}

bool run_plan(struct edit_plan *plan, struct batch *batch, struct error *err)
{
	size_t i, step = 0, first = plan->n, *ends;

	ends = arena_array(plan->arena, batch->n + 1, sizeof(*ends));
	batch->failed = batch->n;
	for (i = 0; i < batch->n; i++) {
		if (!plan_one(plan, &batch->v[i], err)) {
			batch->failed = i;
			return false;
		}
		ends[step] = plan->n;
		if (!batch->steps || i + 1 == batch->steps[step])
			step++;
	}
	if (!operator_plan_stays(plan, err))
		return false;
	if (batch->n > 1) {
		plan->held_at = plan->n_warnings;
		effect_warn(plan);
		if (!judge_end(plan, first, ends, step, err))
			return false;
	}
	if (batch->summary)	/* the result outlives the batch */
		plan->message = arena_strdup(plan->arena, batch->summary);
	return true;
}

static void new_things(const struct edit_plan *plan, struct result *out)
{
	size_t i;

	for (i = 0; i < plan->n; i++) {
		const struct edit *edit = &plan->edits[i];

		if (edit->kind == EDIT_PROJECT_ADD)
			out->project = edit->project;
		else if (edit->kind == EDIT_USER_ADD && out->user == NOBODY)
			out->user = edit->user;
		else if (edit->kind == EDIT_GROUP_ADD && out->group == NOBODY)
			out->group = edit->group;
	}
}

static bool is_fresh(const struct app *app, const struct batch *batch,
		     struct error *err)
{
	if (!batch->revision || batch->revision == app->facts.revision)
		return true;
	error_set(err, ERROR_CONFLICT, "STALE",
		  "the workspace was changed meanwhile (revision %lld, now %lld)",
		  (long long)batch->revision, (long long)app->facts.revision);
	return error_remedy(err, "look at it again");
}

static bool all_allowed(struct app *app, struct batch *batch, struct error *err)
{
	size_t i;

	for (i = 0; i < batch->n; i++)
		if (!action_allowed(app, batch->v[i].action, err)) {
			batch->failed = i;
			return false;
		}
	return true;
}

/* Between store_begin and its end. */
static bool locked(struct edit_plan *plan, struct batch *batch,
		   const struct options *opts, struct result *out,
		   struct error *err)
{
	if (!app_refresh(plan->app, NULL, err) ||
	    !is_fresh(plan->app, batch, err) ||
	    !all_allowed(plan->app, batch, err))
		return false;
	if (!run_plan(plan, batch, err))
		return false;
	run_preview(plan, opts, out);
	run_say(plan, out);
	if (!run_has_yes(plan, opts, err))
		return false;
	new_things(plan, out);
	if (out->done)
		out->message = out->done;
	if (plan->n == 0) {
		store_rollback(plan->app->store);
		return true;
	}
	return run_write_edits(plan, batch, out, err);
}

static bool run_write(struct edit_plan *plan, struct batch *batch,
		      const struct options *opts, struct result *out,
		      struct error *err)
{
	struct app *app = plan->app;

	if (!store_begin(app->store, err))
		return false;
	if (locked(plan, batch, opts, out, err)) {
		if (!app->demo)	/* the first linked Admin ends the operator */
			app_find_actor(app);
		return true;
	}
	run_revert(plan);
	store_rollback(app->store);
	out->project = out->user = out->group = NOBODY;
	return false;
}

/* Without the lock, and taken back at the end. */
static bool run_dry(struct edit_plan *plan, struct batch *batch,
		    const struct options *opts, struct result *out,
		    struct error *err)
{
	bool done = run_plan(plan, batch, err);

	if (done) {
		run_preview(plan, opts, out);
		run_say(plan, out);
		done = !opts || run_has_yes(plan, opts, err);
	}
	run_revert(plan);
	return done;
}

static struct edit_plan plan_of(struct app *app, struct result *out)
{
	struct edit_plan plan = { 0 };

	plan.app = app;
	plan.arena = &out->arena;
	return plan;
}

bool batch_preview(struct app *app, struct batch *batch, struct result *out,
		   struct error *err)
{
	struct edit_plan plan;
	bool done;

	result_init(out);
	plan = plan_of(app, out);
	done = run_dry(&plan, batch, NULL, out, err);
	run_release(&plan);
	return done;
}

bool batch_look(struct app *app, struct batch *batch,
		void (*look)(struct app *app, void *ctx), void *ctx,
		struct error *err)
{
	struct edit_plan plan;
	struct result result;
	bool done;

	result_init(&result);
	plan = plan_of(app, &result);
	done = run_plan(&plan, batch, err);
	if (done)
		look(app, ctx);
	run_revert(&plan);
	run_release(&plan);
	result_release(&result);
	return done;
}

bool batch_run(struct app *app, struct batch *batch, const struct options *opts,
	       struct result *out, struct error *err)
{
	struct edit_plan plan;
	bool done;

	result_init(out);
	batch->failed = batch->n;
	if (!all_allowed(app, batch, err))
		return false;
	if (batch->n == 0)
		return true;
	if (what_if_on(app) && !opts->dry_run)
		return what_if_add(app, batch, opts, out, err);
	plan = plan_of(app, out);
	done = opts->dry_run ? run_dry(&plan, batch, opts, out, err) :
		run_write(&plan, batch, opts, out, err);
	run_release(&plan);
	return done;
}

/* A batch of one, which owns nothing. */
static struct batch batch_of(struct batch_command *command,
			     const struct action *action,
			     const struct args *args)
{
	struct batch batch = { .v = command, .n = 1 };

	*command = (struct batch_command){ .action = action, .args = *args };
	return batch;
}

bool action_run(struct app *app, const struct action *action,
		const struct args *args, const struct options *opts,
		struct result *out, struct error *err)
{
	struct batch_command command;
	struct batch batch;
	bool done;

	if (action->flags & ACTION_WRITES) {
		batch = batch_of(&command, action, args);
		return batch_run(app, &batch, opts, out, err);
	}
	result_init(out);
	if (!action_allowed(app, action, err))
		return false;
	app->opts = opts;
	done = action->run(action, app, args, out, err);
	app->opts = NULL;
	return done;
}

/* Its dry run; opts NULL: for the console, which shows more of it. */
static bool look_at_whole(struct app *app, const struct action *action,
			  const struct args *args, const struct options *opts,
			  struct result *out, struct error *err)
{
	const struct options *outer = app->opts;
	struct options mine = { .yes = true, .dry_run = true,
				.rows = WHOLE_ROWS };
	bool done;

	if (opts) {
		mine = *opts;
		mine.preview = true;
	}
	app->opts = &mine;
	done = action->run(action, app, args, out, err);	/* asks who may */
	app->opts = outer;
	return done;
}

bool action_what_if(struct app *app, const struct action *action,
		    const struct args *args, const struct options *opts,
		    struct result *out, struct error *err)
{
	struct batch_command command;
	struct edit_plan plan;
	struct batch batch;
	bool done;

	if (action->flags & ACTION_WHOLE)
		return look_at_whole(app, action, args, opts, out, err);
	if (!(action->flags & ACTION_WRITES)) {
		error_set(err, ERROR_INVALID, "NO_PREVIEW",
			  "%s changes nothing that could be previewed",
			  action_name(action, &out->arena));
		return error_remedy(err, "only writing verbs have a preview");
	}
	batch = batch_of(&command, action, args);
	plan = plan_of(app, out);
	done = run_dry(&plan, &batch, opts, out, err);
	run_release(&plan);
	return done;
}

bool action_preview(struct app *app, const struct action *action,
		    const struct args *args, struct result *out,
		    struct error *err)
{
	result_init(out);
	return action_what_if(app, action, args, NULL, out, err);
}
