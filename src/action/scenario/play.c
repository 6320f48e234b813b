/* play.c: see play.h. */
#include "action/scenario/play.h"

#include <stdlib.h>
#include <string.h>

#include "action/run/app_open.h"
#include "base/mem.h"
#include "store/store.h"

struct play {
	struct arena arena;
	struct scenario scenario;
	size_t at;
	struct play_done *done;		/* of each step */
	struct store **before;		/* each step; NULL: not been there */
	struct facts other;		/* between play_aside and play_return */
};

bool play_opens(const struct action *action)
{
	return action == action_find(NULL, "demo") ||
		action == action_find("scenario", "play");
}

bool play_begin(struct app *app, const char *name, struct error *err)
{
	struct play *self = mem_alloc(sizeof(*self));

	play_end(app);
	if (!scenario_load(name, &self->arena, &self->scenario, err)) {
		arena_release(&self->arena);
		free(self);
		return false;
	}
	self->done = mem_array(self->scenario.n + 1, sizeof(*self->done));
	self->before = mem_array(self->scenario.n + 1, sizeof(*self->before));
	app->play = self;
	return true;
}

static void forget(struct play *self, size_t from)
{
	size_t i;

	for (i = from; i < self->scenario.n; i++) {
		store_kept_free(self->before[i]);
		self->before[i] = NULL;
	}
}

void play_end(struct app *app)
{
	struct play *self = app->play;

	if (!self)
		return;
	forget(self, 0);
	free(self->before);
	free(self->done);
	arena_release(&self->arena);
	free(self);
	app->play = NULL;
}

bool play_on(const struct app *app)
{
	return app->play != NULL;
}

const char *play_title(const struct app *app)
{
	return app->play->scenario.title;
}

size_t play_steps(const struct app *app)
{
	return app->play->scenario.n;
}

size_t play_at(const struct app *app)
{
	return app->play->at;
}

const struct scenario_step *play_step(const struct app *app, size_t i)
{
	return &app->play->scenario.steps[i];
}

const struct play_done *play_last(const struct app *app)
{
	const struct play *self = app->play;

	return self->at ? &self->done[self->at - 1] : NULL;
}

/* ---- forward and back --------------------------------------------------------------- */

static bool forward(struct app *app, struct error *err)
{
	struct play *self = app->play;
	struct scenario_outcome outcome;
	struct play_done *done = &self->done[self->at];
	int64_t revision = app->facts.revision;

	forget(self, self->at);
	self->before[self->at] = store_keep(app->store, err);
	if (!self->before[self->at])
		return false;
	*done = (struct play_done){ .step = &self->scenario.steps[self->at] };
	scenario_step_run(app, done->step, &self->arena, &outcome);
	done->status = outcome.status;
	done->err = outcome.err;
	done->failure = outcome.failure;
	done->changed = app->facts.revision != revision;
	result_release(&outcome.result);
	app->acting_as = NOBODY;
	self->at++;
	return true;
}

/* The same number of events is the same state: they are only added to. */
static bool back(struct app *app, size_t to, struct error *err)
{
	struct play *self = app->play;
	int64_t now, then;

	if (!store_revision(app->store, &now, err) ||
	    !store_revision(self->before[to], &then, err) ||
	    (now != then &&
	     !store_put_back(app->store, self->before[to], err)) ||
	    !app_refresh(app, NULL, err))
		return false;
	self->at = to;
	return true;
}

static bool may(const struct app *app, struct error *err)
{
	if (!app->what_if && !app->as_of)
		return true;
	error_set(err, ERROR_CONFLICT, app->what_if ? "WHAT_IF" : "AS_OF",
		  "a scenario is played on what is saved now");
	return error_remedy(err, app->what_if ? "apply or drop the what-if first" :
			    "come back to now first");
}

bool play_to(struct app *app, size_t to, struct error *err)
{
	struct play *self = app->play;
	bool good = may(app, err);

	if (!good)
		return false;
	if (to > self->scenario.n)
		to = self->scenario.n;
	app->acting_as = NOBODY;
	if (to < self->at)
		return back(app, to, err);
	while (good && self->at < to)
		good = forward(app, err);
	return good;
}

/* ---- what is new -------------------------------------------------------------------- */

/* A step that only looks shows what the one before it did, if that was seen of
 * something else. */
static bool looks_back(struct app *app)
{
	const struct play *self = app->play;
	struct play_things now, then;

	if (self->at < 2 || self->done[self->at - 1].step->n_words ||
	    !self->done[self->at - 2].changed)
		return false;
	now = play_about(app, &self->done[self->at - 1]).shown;
	then = play_about(app, &self->done[self->at - 2]).shown;
	return now.project != then.project || now.asset != then.asset ||
		now.group != then.group || now.user != then.user;
}

/* Whose eyes they are is known by the facts: numbers and names are found again. */
static void swap_facts(struct app *app)
{
	struct facts facts = app->facts;

	seen_release(app->seen);
	app->facts = app->play->other;
	app->play->other = facts;
	app_find_actor(app);
}

bool play_aside(struct app *app)
{
	struct play *self = app->play;
	size_t step = self->at;
	struct error ignored;

	if (!step || (!self->done[step - 1].changed && !looks_back(app)))
		return false;
	step -= self->done[step - 1].changed ? 1 : 2;
	facts_init(&self->other);
	if (!store_load(self->before[step], &self->other, &ignored)) {
		facts_release(&self->other);
		return false;
	}
	swap_facts(app);
	return true;
}

void play_return(struct app *app)
{
	swap_facts(app);
	facts_release(&app->play->other);
}
