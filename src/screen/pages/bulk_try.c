/* bulk_try.c: a command for each marked row, planned by itself first, then those that
 * change something one after the other, as one batch. */
#include "screen/pages/bulk_priv.h"

#include <stdlib.h>
#include <string.h>

#include "action/core/batch.h"
#include "action/judge/verdict.h"
#include "action/run/run.h"
#include "base/mem.h"
#include "screen/pages/confirm.h"

enum { NAME_COLS = 28 };

static bool add_command(struct bulk *self, struct batch *batch,
			const struct thing *thing, struct error *err)
{
	const char *word[REQUEST_WORDS];
	size_t i;

	for (i = 0; i < self->request.n; i++)
		word[i] = strcmp(self->request.word[i], BULK_MARKED) == 0 ?
			thing->id : self->request.word[i];
	return batch_add(batch, word, self->request.n, err);
}

static void settle(struct bulk *self, struct one *one, enum outcome outcome,
		   const char *text)
{
	one->outcome = outcome;
	one->text = arena_strdup(&self->arena, text);
	self->count[outcome]++;
}

/* What the command does to this one alone. */
static void try_one(struct bulk *self, struct one *one)
{
	struct result result;
	struct batch batch;
	struct error err;
	size_t edits;

	error_clear(&err);
	batch_init(&batch);
	if (!add_command(self, &batch, &one->thing, &err)) {
		settle(self, one, BULK_BLOCKED, err.text);
	} else if (!batch_check(self->screen->app, &batch, &edits, &result,
				&err)) {
		settle(self, one, BULK_BLOCKED, err.text);
		result_release(&result);
	} else {
		settle(self, one, edits ? BULK_CHANGES : BULK_SAME,
		       result.message ? result.message : "");
		one->done = arena_strdup(&self->arena, result.done ?
					 result.done : "");
		result_release(&result);
	}
	batch_release(&batch);
}

static void one_lines(struct bulk *self, enum outcome outcome, const char *what,
		      unsigned style)
{
	size_t i;

	if (!self->count[outcome])
		return;
	lines_blank(&self->lines);
	lines_head(&self->lines, "%zu %s", self->count[outcome], what);
	for (i = 0; i < self->n; i++)
		if (self->v[i].outcome == outcome)
			lines_pair(&self->lines, NAME_COLS,
				   thing_name(self->screen->app,
					      &self->v[i].thing), "%s",
				   outcome == BULK_SAME ? "" :
				   self->v[i].text)->style = style;
}

static void head_lines(struct bulk *self)
{
	lines_head(&self->lines, "%s: %zu marked", self->request.action->summary,
		   self->n);
	lines_add(&self->lines,
		   "%zu %s%s: %zu change%s, %zu already ha%s it, %zu blocked",
		   self->n, self->view->spec->one, self->n == 1 ? "" : "s",
		   self->count[BULK_CHANGES],
		   self->count[BULK_CHANGES] == 1 ? "s" : "", self->count[BULK_SAME],
		   self->count[BULK_SAME] == 1 ? "s" : "ve",
		   self->count[BULK_BLOCKED])->style = STYLE_BOLD;
}

/* "Bob Stein is deactivated. And 4 more.": for the event. */
static void summarize(struct bulk *self)
{
	const char *first = NULL;
	size_t i;

	for (i = 0; i < self->n && !first; i++)
		if (self->v[i].outcome == BULK_CHANGES)
			first = self->v[i].done;
	self->batch->summary = self->batch->n < 4 ? NULL :
		arena_printf(&self->arena, "%s And %zu more.", first,
			     self->batch->n - 1);
}

/* Oneself comes last: who is deactivated, or no Admin now, can do no more. */
static bool is_me(const struct bulk *self, const struct one *one)
{
	return one->thing.kind == THING_USER &&
		thing_number(self->screen->app, &one->thing) ==
		app_subject(self->screen->app);
}

static void collect(struct bulk *self, struct one **of)
{
	struct error err;
	size_t i, n = 0;
	int me;

	if (self->batch)
		batch_release(self->batch);
	else
		self->batch = mem_alloc(sizeof(*self->batch));
	batch_init(self->batch);
	for (me = 0; me < 2; me++)
		for (i = 0; i < self->n; i++)
			if (self->v[i].outcome == BULK_CHANGES &&
			    is_me(self, &self->v[i]) == me &&
			    add_command(self, self->batch, &self->v[i].thing,
					&err))
				of[n++] = &self->v[i];
	summarize(self);
	self->batch->revision = seen_workspace(app_seen(self->screen->app)).revision;
}

/* All that change something, one after the other: which is blocked by those before it
 * (the last Admin) is left to the blocked ones. */
static void try_all(struct bulk *self, struct error *err)
{
	struct one **of = mem_array(self->n + 1, sizeof(*of));
	struct result result;
	size_t edits;
	bool done;

	do {
		collect(self, of);
		error_clear(err);
		done = batch_check(self->screen->app, self->batch, &edits, &result,
				   err);
		result_release(&result);
		if (done || self->batch->failed >= self->batch->n)
			break;
		self->count[BULK_CHANGES]--;
		settle(self, of[self->batch->failed], BULK_BLOCKED,
		       err->text);
	} while (true);
	free(of);
}

static void preview_lines(struct bulk *self, struct result *result,
			  const struct error *err)
{
	if (self->refused) {
		lines_blank(&self->lines);
		lines_add(&self->lines, "All together it cannot be: %s",
			  err->text)->style = STYLE_RED;
		return;
	}
	lines_add(&self->lines, "%s", verdict_line("If you do it",
		  self->left_out ? 0 : self->count[BULK_BLOCKED],
		  &result->preview, &result->moved,
		  &self->arena))->style = STYLE_BOLD;
}

void bulk_look(struct bulk *self)
{
	struct result result;
	struct error err;
	size_t i;

	lines_clear(&self->lines);
	arena_release(&self->arena);
	memset(self->count, 0, sizeof(self->count));
	for (i = 0; i < self->n; i++)
		try_one(self, &self->v[i]);
	try_all(self, &err);
	self->refused = !batch_preview(self->screen->app, self->batch, &result,
				       &err);
	head_lines(self);
	preview_lines(self, &result, &err);
	one_lines(self, BULK_BLOCKED, "blocked", STYLE_RED);
	one_lines(self, BULK_CHANGES, self->count[BULK_CHANGES] == 1 ? "changes" :
		  "change", 0);
	one_lines(self, BULK_SAME, self->count[BULK_SAME] == 1 ? "already has it" :
		  "already have it", 0);
	if (!self->refused)
		confirm_lines(&self->lines, self->screen, &result.preview);
	result_release(&result);
}

size_t bulk_commands(const struct bulk *self)
{
	return self->batch->n;
}

bool bulk_run(struct bulk *self, struct result *out, struct error *err)
{
	struct options opts = { .yes = true };

	return batch_run(self->screen->app, self->batch, &opts, out, err);
}

void bulk_forget(struct bulk *self)
{
	if (self->batch)
		batch_release(self->batch);
	free(self->batch);
	lines_release(&self->lines);
	arena_release(&self->arena);
}
