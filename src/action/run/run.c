/* run.c: one action from the permission to the commit, or nothing at all. */
#include "action/run/run.h"

#include <string.h>

#include "action/core/plan.h"
#include "action/core/witness.h"
#include "action/run/allowed.h"
#include "action/run/app_open.h"
#include "action/run/fix_plan.h"
#include "action/run/run_plan.h"
#include "action/run/run_priv.h"
#include "action/run/run_values.h"
#include "action/run/what_if.h"
#include "action/vault/typed_keep.h"
#include "store/checkpoints.h"

enum { WHOLE_ROWS = 2000 };	/* of a plan on the screen */

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
		else if (edit->kind == EDIT_ASSET_ADD && out->asset == NOBODY)
			out->asset = edit->asset;
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
	if (!fix_plan(plan, batch, err))
		return false;
	run_preview(plan, opts, out);
	run_say(plan, out);
	run_rows(plan, opts, out);
	if (!run_has_yes(plan, opts, err))
		return false;
	new_things(plan, out);
	if (out->done)
		out->message = out->done;
	out->targets = plan->targets;
	if (plan_is_empty(plan)) {
		store_rollback(plan->app->store);
		return true;
	}
	if (!run_report(plan, opts, err))
		return false;
	if (!run_write_edits(plan, batch, out, err)) {
		run_report_take_back(plan, plan->n_reports);
		return false;
	}
	run_report_place(plan, out);
	return true;
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
	run_faults(plan, out);
	run_revert(plan);
	store_rollback(app->store);
	out->project = out->user = out->group = out->asset = NOBODY;
	return false;
}

/* Without the lock, and taken back at the end. */
static bool run_dry(struct edit_plan *plan, struct batch *batch,
		    const struct options *opts, struct result *out,
		    struct error *err)
{
	bool done;

	plan->untold = !opts;		/* run_rows */
	done = fix_plan(plan, batch, err);
	if (done) {
		run_preview(plan, opts, out);
		run_say(plan, out);
		run_rows(plan, opts, out);
		done = !opts || run_has_yes(plan, opts, err);
	}
	run_faults(plan, out);
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
	return batch_preview_within(app, batch, NULL, out, err);
}

bool batch_preview_within(struct app *app, struct batch *batch,
			  struct patience *patience, struct result *out,
			  struct error *err)
{
	struct edit_plan plan;
	bool done;

	result_init(out);
	plan = plan_of(app, out);
	plan.patience = patience;
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
	plan.untold = true;
	done = fix_plan(&plan, batch, err);
	if (done)
		look(app, ctx);
	run_revert(&plan);
	run_release(&plan);
	result_release(&result);
	return done;
}

/* Nobody is asked for a value, or a passphrase, for what is refused anyway. */
static bool could_be_planned(struct app *app, struct batch *batch, struct error *err)
{
	struct result result;
	size_t edits;
	bool good = batch_check(app, batch, &edits, &result, err);

	result_release(&result);
	return good;
}

/* What was done is done; that nothing outside of the store tells of it is to be known. */
static void say_untold(const struct app *app, struct result *out)
{
	const char *why = app->store ? store_untold(app->store) : NULL;
	struct warning *all;

	if (!why || !out->event)
		return;
	all = arena_array(&out->arena, out->n_warnings + 1, sizeof(*all));
	if (out->n_warnings)
		memcpy(all, out->warnings, out->n_warnings * sizeof(*all));
	all[out->n_warnings++] = (struct warning){ "CHECKPOINT", arena_printf(&out->arena,
		"it is stored, but its checkpoint was not written: %s", why), false };
	out->warnings = all;
}

static bool run_batch(struct app *app, struct batch *batch, const struct options *opts,
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
	if (app->what_if && !opts->dry_run)
		return what_if_add(app, batch, opts, out, err);
	if (!opts->dry_run && run_has_values(batch) &&
	    !(could_be_planned(app, batch, err) &&
	      run_values_ready(app, batch, opts, err)))
		return false;
	app->reason = opts->reason;
	plan = plan_of(app, out);
	done = opts->dry_run ? run_dry(&plan, batch, opts, out, err) :
		run_write(&plan, batch, opts, out, err);
	app->reason = NULL;
	say_untold(app, out);
	if (done && !opts->dry_run)
		vault_typed_wipe(app);
	run_release(&plan);
	return done;
}

bool batch_run(struct app *app, struct batch *batch, const struct options *opts,
	       struct result *out, struct error *err)
{
	bool done;

	witness_before(app, batch, opts);
	done = run_batch(app, batch, opts, out, err);
	witness_after(app, batch, opts, out, done ? NULL : err);
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

bool batch_check(struct app *app, struct batch *batch, size_t *edits,
		 struct result *out, struct error *err)
{
	struct edit_plan plan;
	bool done;

	result_init(out);
	plan = plan_of(app, out);
	plan.untold = true;
	done = fix_plan(&plan, batch, err);
	*edits = plan.n + plan.n_values;
	if (done)
		run_say(&plan, out);
	run_faults(&plan, out);
	run_revert(&plan);
	run_release(&plan);
	return done;
}

bool action_check(struct app *app, const struct action *action,
		  const struct args *args, size_t *edits, struct result *out,
		  struct error *err)
{
	struct batch_command command;
	struct batch batch = batch_of(&command, action, args);

	return batch_check(app, &batch, edits, out, err);
}

bool action_run(struct app *app, const struct action *action,
		const struct args *args, const struct options *opts,
		struct result *out, struct error *err)
{
	struct batch_command command;
	struct batch batch;
	int64_t looked;
	bool done;

	if (action->flags & ACTION_WRITES) {
		batch = batch_of(&command, action, args);
		return batch_run(app, &batch, opts, out, err);
	}
	result_init(out);
	if (!action_allowed(app, action, err))
		return false;
	looked = witness_looks(app);
	app->opts = opts;
	app->reason = opts->reason;
	done = action->run(action, app, args, out, err);
	app->opts = NULL;
	app->reason = NULL;
	say_untold(app, out);
	witness_aside(app, action, opts, looked);
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

static bool look_within(struct app *app, const struct action *action,
			const struct args *args, const struct options *opts,
			struct patience *patience, struct result *out,
			struct error *err)
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
	plan.patience = patience;
	done = run_dry(&plan, &batch, opts, out, err);
	run_release(&plan);
	return done;
}

bool action_preview_into(struct app *app, const struct action *action,
			 const struct args *args, const struct options *opts,
			 struct result *out, struct error *err)
{
	return look_within(app, action, args, opts, NULL, out, err);
}

bool action_preview(struct app *app, const struct action *action,
		    const struct args *args, struct result *out,
		    struct error *err)
{
	return action_preview_within(app, action, args, NULL, out, err);
}

bool action_preview_within(struct app *app, const struct action *action,
			   const struct args *args, struct patience *patience,
			   struct result *out, struct error *err)
{
	result_init(out);
	return look_within(app, action, args, NULL, patience, out, err);
}

bool what_if_commit(struct app *app, struct result *out, struct error *err)
{
	struct options opts = { .yes = true };
	struct what_if *held;
	struct batch batch = what_if_lift(app, &held);
	bool done = batch_run(app, &batch, &opts, out, err);

	what_if_land(app, held, done);
	return done;
}
