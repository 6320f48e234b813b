/* overlay.c: see overlay.h. */
#include "action/overlay.h"

#include <stdlib.h>

#include "action/run_priv.h"
#include "base/mem.h"

struct overlay {
	struct batch batch;
	struct arena arena;	/* texts of the edits, changes, lost */
	struct edit *edits;	/* applied to the facts, in order */
	size_t n, cap;
	size_t *ends;		/* edits after each command */
	size_t n_ends, cap_ends;
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

static void release(struct overlay *self)
{
	batch_release(&self->batch);
	arena_release(&self->arena);
	free(self->edits);
	free(self->ends);
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

const struct command *overlay_command(const struct app *app, size_t i)
{
	return &app->overlay->batch.v[i];
}

bool overlay_undo(struct app *app)
{
	struct overlay *self = app->overlay;

	if (!self || !self->batch.n)
		return false;
	self->batch.n--;
	self->n_ends--;
	take_back_to(app, self->n_ends ? self->ends[self->n_ends - 1] : 0);
	return true;
}

const struct preview *overlay_changes(struct app *app)
{
	struct overlay *self = app->overlay;
	size_t i;

	if (!self)
		return NULL;
	if (self->counted)
		return &self->changes;
	for (i = self->n; i > 0; i--)
		edit_revert(&app->facts, &self->edits[i - 1]);
	access_preview(&app->facts, self->edits, self->n, &self->arena,
		       &self->changes);
	for (i = 0; i < self->n; i++)
		edit_apply(&app->facts, &self->edits[i]);
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

static void keep_edits(struct overlay *self, const struct edit_plan *plan)
{
	size_t i;

	for (i = 0; i < plan->n; i++) {
		self->edits = mem_grow(self->edits, self->n, &self->cap,
				       sizeof(*self->edits));
		self->edits[self->n++] = plan->edits[i];
	}
	self->ends = mem_grow(self->ends, self->n_ends, &self->cap_ends,
			      sizeof(*self->ends));
	self->ends[self->n_ends++] = self->n;
	self->counted = false;
}

/* One command of a batch, on top of what is there. */
static bool add_one(struct app *app, const struct command *command,
		    struct error *err)
{
	struct command copy = *command;
	struct batch one = { .v = &copy, .n = 1 };
	struct edit_plan plan = { .app = app, .arena = &app->overlay->arena };
	bool done = run_plan(&plan, &one, err);

	if (done)
		keep_edits(app->overlay, &plan);
	else
		run_take_back(&plan);
	run_release(&plan);
	return done;
}

bool overlay_add(struct app *app, struct batch *batch,
		 const struct options *opts, struct result *out,
		 struct error *err)
{
	struct overlay *self = app->overlay;
	struct edit_plan plan = { .app = app, .arena = &out->arena };
	size_t from = self->n, ends = self->n_ends, i;
	bool done = run_plan(&plan, batch, err);

	if (done) {
		run_preview(&plan, opts, out);
		run_say(&plan, out);
		done = run_has_yes(&plan, opts, err);
	}
	run_take_back(&plan);
	run_release(&plan);
	for (i = 0; done && i < batch->n; i++)
		done = add_one(app, &batch->v[i], err);
	if (done) {
		batch_join(&self->batch, batch);
		return true;
	}
	take_back_to(app, from);
	self->n_ends = ends;
	return false;
}

void overlay_replay(struct app *app)
{
	struct overlay *self = app->overlay;
	struct batch before = self->batch;
	struct arena old = self->arena;
	struct error err;
	size_t i;

	batch_init(&self->batch);
	self->arena = (struct arena){ 0 };
	self->n = self->n_ends = 0;
	self->counted = false;
	self->lost = NULL;
	for (i = 0; i < before.n; i++) {
		error_clear(&err);
		if (add_one(app, &before.v[i], &err) &&
		    batch_add(&self->batch, before.v[i].word, before.v[i].n,
			      &err))
			continue;
		self->lost = arena_printf(&self->arena, "%s%s%s: %s",
			self->lost ? self->lost : "", self->lost ? "; " : "",
			action_name(before.v[i].action, &self->arena),
			err.text);
	}
	batch_release(&before);
	arena_release(&old);
}

bool overlay_commit(struct app *app, struct result *out, struct error *err)
{
	struct overlay *self = app->overlay;
	struct options opts = { .yes = true };
	bool done;

	take_back_to(app, 0);
	app->overlay = NULL;
	self->batch.verb = "what-if";
	self->batch.revision = 0;
	done = batch_run(app, &self->batch, &opts, out, err);
	if (done) {
		release(self);
		return true;
	}
	app->overlay = self;
	overlay_replay(app);
	return false;
}
