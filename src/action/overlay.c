/* overlay.c: see overlay.h. */
#include "action/overlay.h"

#include <stdlib.h>

#include "action/run_priv.h"
#include "action/tense.h"
#include "base/mem.h"

struct overlay {
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

bool overlay_on(const struct app *app)
{
	return app->overlay != NULL;
}

void overlay_begin(struct app *app)
{
	if (!app->overlay)
		app->overlay = mem_alloc(sizeof(*app->overlay));
}

static void take_back_to(struct app *app, size_t n)
{
	struct overlay *self = app->overlay;

	while (self->n > n)
		edit_revert(&app->facts, &self->edits[--self->n]);
	self->counted = false;
}

static void release_parts(struct overlay *self)
{
	batch_release(&self->batch);
	arena_release(&self->arena);
	free(self->edits);
	free(self->steps);
}

static void release(struct overlay *self)
{
	release_parts(self);
	free(self);
}

void overlay_drop(struct app *app)
{
	if (!app->overlay)
		return;
	take_back_to(app, 0);
	release(app->overlay);
	app->overlay = NULL;
}

size_t overlay_count(const struct app *app)
{
	return app->overlay ? app->overlay->batch.n : 0;
}

const struct batch_command *overlay_command(const struct app *app, size_t i)
{
	return &app->overlay->batch.v[i];
}

size_t overlay_steps(const struct app *app)
{
	return app->overlay ? app->overlay->n_steps : 0;
}

struct overlay_step overlay_step(const struct app *app, size_t i)
{
	const struct step *step = &app->overlay->steps[i];
	size_t first = i ? step[-1].commands : 0;

	return (struct overlay_step){
		step->message, first, step->commands - first
	};
}

bool overlay_undo(struct app *app)
{
	struct overlay *self = app->overlay;
	struct step end = { 0, 0, NULL };

	if (!self || !self->n_steps)
		return false;
	if (--self->n_steps)
		end = self->steps[self->n_steps - 1];
	self->batch.n = end.commands;
	take_back_to(app, end.edits);
	return true;
}

void overlay_aside(struct app *app)
{
	struct overlay *self = app->overlay;
	size_t i;

	for (i = self ? self->n : 0; i > 0; i--)
		edit_revert(&app->facts, &self->edits[i - 1]);
}

void overlay_back(struct app *app)
{
	struct overlay *self = app->overlay;
	size_t i;

	for (i = 0; self && i < self->n; i++)
		edit_apply(&app->facts, &self->edits[i]);
}

const struct preview *overlay_changes(struct app *app)
{
	struct overlay *self = app->overlay;

	if (!self)
		return NULL;
	if (self->counted)
		return &self->changes;
	overlay_aside(app);
	access_preview(&app->facts, self->edits, self->n, &self->arena,
		       &self->changes);
	overlay_back(app);
	self->counted = true;
	return &self->changes;
}

const char *overlay_lost(struct app *app)
{
	const char *lost = app->overlay ? app->overlay->lost : NULL;

	if (lost)
		app->overlay->lost = NULL;
	return lost;
}

static void keep_text(struct overlay *self, const char **text)
{
	if (*text)
		*text = arena_strdup(&self->arena, *text);
}

/* An edit's texts may be arguments, which go with whoever gave them. */
static void keep_edit(struct overlay *self, const struct edit *edit)
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

static void keep(struct overlay *self, const struct edit_plan *plan,
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

bool overlay_add(struct app *app, struct batch *batch,
		 const struct options *opts, struct result *out,
		 struct error *err)
{
	struct overlay *self = app->overlay;
	struct edit_plan plan = { .app = app, .arena = &self->arena };
	bool done = run_plan(&plan, batch, err);

	if (done) {
		run_preview(&plan, opts, out);
		say(&plan, out);
		done = run_has_yes(&plan, opts, err);
	}
	if (done)
		keep(self, &plan, batch);
	else
		run_take_back(&plan);
	run_release(&plan);
	return done;
}

void overlay_forget(struct app *app)
{
	struct overlay *self = app->overlay;
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
	struct edit_plan plan = { .app = app, .arena = &app->overlay->arena };
	bool done;

	error_clear(err);
	done = run_plan(&plan, step, err);
	if (done)
		keep(app->overlay, &plan, step);
	else
		run_take_back(&plan);
	run_release(&plan);
	return done;
}

static void lose(struct overlay *self, const struct batch_command *command,
		 const struct error *err)
{
	self->lost = arena_printf(&self->arena, "%s%s%s: %s",
		self->lost ? self->lost : "", self->lost ? "; " : "",
		action_name(command->action, &self->arena), err->text);
}

void overlay_replay(struct app *app)
{
	struct overlay *self = app->overlay, before;
	size_t i, from = 0;
	struct error err;

	if (!self)
		return;
	before = *self;
	*self = (struct overlay){ .n = 0 };
	for (i = 0; i < before.n_steps; i++) {
		struct batch step = { .v = before.batch.v + from,
			.n = before.steps[i].commands - from };

		from = before.steps[i].commands;
		if (!replay_step(app, &step, &err))
			lose(self, &step.v[step.failed], &err);
	}
	release_parts(&before);
}

bool overlay_commit(struct app *app, struct result *out, struct error *err)
{
	struct overlay *self = app->overlay;
	struct options opts = { .yes = true };
	size_t i, *ends;
	bool done;

	take_back_to(app, 0);
	app->overlay = NULL;
	self->batch.verb = "what-if";
	self->batch.revision = 0;
	self->batch.steps = ends = mem_array(self->n_steps + 1, sizeof(*ends));
	for (i = 0; i < self->n_steps; i++)
		ends[i] = self->steps[i].commands;
	self->batch.n_steps = self->n_steps;
	done = batch_run(app, &self->batch, &opts, out, err);
	self->batch.steps = NULL;
	free(ends);
	if (done) {
		release(self);
		return true;
	}
	app->overlay = self;
	overlay_forget(app);	/* the facts may be others */
	overlay_replay(app);
	return false;
}
