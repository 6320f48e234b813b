/* what_if.c: see what_if.h. */
#include "action/run/what_if.h"

#include <stdlib.h>

#include "action/core/plan.h"
#include "action/core/tense.h"
#include "action/run/fix_plan.h"
#include "action/run/run_plan.h"
#include "action/run/run_priv.h"
#include "base/mem.h"

struct what_if {
	struct batch batch;
	struct arena arena;	/* texts of the edits, changes, lost */
	struct edit *edits;	/* applied to the facts, in order */
	size_t n, cap;
	struct step {
		size_t edits, commands;	/* where it ends */
		const char *message;
	} *steps;
	size_t n_steps, cap_steps;
	struct preview changes;
	bool counted;		/* changes are of now */
	const char *lost;
};

bool what_if_on(const struct app *app)
{
	return app->what_if != NULL;
}

void what_if_begin(struct app *app)
{
	if (!app->what_if)
		app->what_if = mem_alloc(sizeof(*app->what_if));
}

static void undo_to(struct app *app, size_t n)
{
	struct what_if *self = app->what_if;

	while (self->n > n)
		edit_revert(&app->facts, &self->edits[--self->n]);
	self->counted = false;
}

static void release_parts(struct what_if *self)
{
	batch_release(&self->batch);
	arena_release(&self->arena);
	free(self->edits);
	free(self->steps);
}

static void release(struct what_if *self)
{
	release_parts(self);
	free(self);
}

void what_if_drop(struct app *app)
{
	if (!app->what_if)
		return;
	undo_to(app, 0);
	release(app->what_if);
	app->what_if = NULL;
}

size_t what_if_count(const struct app *app)
{
	return app->what_if ? app->what_if->batch.n : 0;
}

const struct batch_command *what_if_command(const struct app *app, size_t i)
{
	return &app->what_if->batch.v[i];
}

size_t what_if_steps(const struct app *app)
{
	return app->what_if ? app->what_if->n_steps : 0;
}

struct what_if_step what_if_step(const struct app *app, size_t i)
{
	const struct step *step = &app->what_if->steps[i];
	size_t first = i ? step[-1].commands : 0;

	return (struct what_if_step){
		step->message, first, step->commands - first
	};
}

bool what_if_undo(struct app *app)
{
	struct what_if *self = app->what_if;
	struct step end = { 0, 0, NULL };

	if (!self || !self->n_steps)
		return false;
	if (--self->n_steps)
		end = self->steps[self->n_steps - 1];
	self->batch.n = end.commands;
	undo_to(app, end.edits);
	return true;
}

void what_if_aside(struct app *app)
{
	struct what_if *self = app->what_if;
	size_t i;

	for (i = self ? self->n : 0; i > 0; i--)
		edit_revert(&app->facts, &self->edits[i - 1]);
}

void what_if_back(struct app *app)
{
	struct what_if *self = app->what_if;
	size_t i;

	for (i = 0; self && i < self->n; i++)
		edit_apply(&app->facts, &self->edits[i]);
}

const struct preview *what_if_changes(struct app *app)
{
	struct what_if *self = app->what_if;

	if (!self)
		return NULL;
	if (self->counted)
		return &self->changes;
	what_if_aside(app);
	access_preview(&app->facts, self->edits, self->n, &self->arena,
		       &self->changes);
	what_if_back(app);
	self->counted = true;
	return &self->changes;
}

const char *what_if_lost(struct app *app)
{
	const char *lost = app->what_if ? app->what_if->lost : NULL;

	if (lost)
		app->what_if->lost = NULL;
	return lost;
}

static void keep_text(struct what_if *self, const char **text)
{
	if (*text)
		*text = arena_strdup(&self->arena, *text);
}

/* An edit's texts may be arguments, which go with whoever gave them. */
static void keep_edit(struct what_if *self, const struct edit *edit)
{
	struct edit *kept;

	self->edits = mem_grow(self->edits, self->n, &self->cap,
			       sizeof(*self->edits));
	kept = &self->edits[self->n++];
	*kept = *edit;
	keep_text(self, &kept->text);
	keep_text(self, &kept->text2);
	keep_text(self, &kept->text3);
	keep_text(self, &kept->text4);
}

static void keep(struct what_if *self, const struct edit_plan *plan,
		 const struct batch *batch)
{
	size_t i;

	for (i = 0; i < plan->n; i++)
		keep_edit(self, &plan->edits[i]);
	batch_copy(&self->batch, batch->v, batch->n);
	self->steps = mem_grow(self->steps, self->n_steps, &self->cap_steps,
			       sizeof(*self->steps));
	self->steps[self->n_steps++] = (struct step){
		self->n, self->batch.n,
		tense_choose(plan->message, false, &self->arena)
	};
	self->counted = false;
}

/* Warnings outlive what-if. */
static void say(struct edit_plan *plan, struct result *out)
{
	size_t i;

	run_say(plan, out);
	for (i = 0; i < out->n_warnings; i++)
		out->warnings[i].text = arena_strdup(&out->arena,
						     out->warnings[i].text);
}

bool what_if_add(struct app *app, struct batch *batch,
		 const struct options *opts, struct result *out,
		 struct error *err)
{
	struct what_if *self = app->what_if;
	struct edit_plan plan = { .app = app, .arena = &self->arena, .untold = true };
	bool done = fix_plan(&plan, batch, err);

	if (done) {
		run_preview(&plan, opts, out);
		say(&plan, out);
		done = run_has_yes(&plan, opts, err);
	}
	if (done)
		keep(self, &plan, batch);
	else
		run_revert(&plan);
	run_release(&plan);
	return done;
}

void what_if_forget(struct app *app)
{
	struct what_if *self = app->what_if;
	size_t i;

	if (!self)
		return;
	self->n = 0;
	self->counted = false;
	for (i = 0; i < self->n_steps; i++)
		self->steps[i].edits = 0;
}

/* Plan one step on the new facts. */
static bool replay_step(struct app *app, struct batch *step, struct error *err)
{
	struct edit_plan plan = { .app = app, .arena = &app->what_if->arena,
				  .untold = true };
	bool done;

	error_clear(err);
	done = run_plan(&plan, step, err);
	if (done)
		keep(app->what_if, &plan, step);
	else
		run_revert(&plan);
	run_release(&plan);
	return done;
}

static void lose(struct what_if *self, const struct batch_command *command,
		 const struct error *err)
{
	self->lost = arena_printf(&self->arena, "%s%s%s: %s",
		self->lost ? self->lost : "", self->lost ? "; " : "",
		action_name(command->action, &self->arena), err->text);
}

void what_if_replay(struct app *app)
{
	struct what_if *self = app->what_if, before;
	size_t i, from = 0;
	struct error err;

	if (!self)
		return;
	before = *self;
	*self = (struct what_if){ .n = 0 };
	for (i = 0; i < before.n_steps; i++) {
		struct batch step = { .v = before.batch.v + from,
			.n = before.steps[i].commands - from };

		from = before.steps[i].commands;
		if (!replay_step(app, &step, &err))
			lose(self, &step.v[step.failed], &err);
	}
	release_parts(&before);
}

struct batch what_if_lift(struct app *app, struct what_if **held)
{
	struct what_if *self = *held = app->what_if;
	size_t *ends = arena_array(&self->arena, self->n_steps + 1, sizeof(*ends));
	size_t i;

	undo_to(app, 0);
	app->what_if = NULL;
	for (i = 0; i < self->n_steps; i++)
		ends[i] = self->steps[i].commands;
	return (struct batch){ .v = self->batch.v, .n = self->batch.n,
			       .verb = "what-if", .steps = ends,
			       .n_steps = self->n_steps };
}

void what_if_land(struct app *app, struct what_if *held, bool written)
{
	if (written) {
		release(held);
		return;
	}
	app->what_if = held;
	what_if_forget(app);	/* the facts may be others */
	what_if_replay(app);
}
