/* bulk_try.c: a command for each marked row, planned by itself first, then those that
 * change something one after the other, as one batch. */
#include "screen/pages/bulk_priv.h"

#include <string.h>

#include "action/core/batch.h"
#include "action/judge/verdict.h"
#include "action/run/run.h"
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

static void one_lines(struct bulk *self, enum each_outcome outcome, const char *what,
		      unsigned style)
{
	size_t i;

	if (!self->each.count[outcome])
		return;
	lines_blank(&self->lines);
	lines_head(&self->lines, "%zu %s", self->each.count[outcome], what);
	for (i = 0; i < self->n; i++)
		if (self->each.v[i].outcome == outcome)
			lines_pair(&self->lines, NAME_COLS,
				   thing_name(self->screen->app,
					      &self->v[i]), "%s",
				   outcome == EACH_SAME ? "" :
				   self->each.v[i].text)->style = style;
}

static void head_lines(struct bulk *self)
{
	lines_head(&self->lines, "%s: %zu marked", self->request.action->summary,
		   self->n);
	lines_add(&self->lines,
		   "%zu %s%s: %zu change%s, %zu already ha%s it, %zu blocked",
		   self->n, self->view->spec->one, self->n == 1 ? "" : "s",
		   self->each.count[EACH_CHANGES],
		   self->each.count[EACH_CHANGES] == 1 ? "s" : "", self->each.count[EACH_SAME],
		   self->each.count[EACH_SAME] == 1 ? "s" : "ve",
		   self->each.count[EACH_BLOCKED])->style = STYLE_BOLD;
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
		  self->left_out ? 0 : self->each.count[EACH_BLOCKED],
		  &result->preview, &result->moved,
		  &self->arena))->style = STYLE_BOLD;
}

/* Oneself comes last: who is deactivated, or no Admin now, can do no more. */
static bool is_me(const struct bulk *self, const struct thing *thing)
{
	return thing->kind == THING_USER &&
		thing_number(self->screen->app, thing) ==
		app_subject(self->screen->app);
}

static void try_all(struct bulk *self)
{
	struct error err;
	size_t i;

	each_begin(&self->each, self->n);
	for (i = 0; i < self->n; i++) {
		error_clear(&err);
		self->each.v[i].last = is_me(self, &self->v[i]);
		if (!add_command(self, &self->each.v[i].batch, &self->v[i],
				 &err))
			each_stop(&self->each, i, &err);
	}
	each_try(&self->each, self->screen->app);
	self->each.batch.revision =
		seen_workspace(app_seen(self->screen->app)).revision;
}

void bulk_look(struct bulk *self)
{
	const size_t *count = self->each.count;
	struct result result;
	struct error err;

	lines_clear(&self->lines);
	arena_release(&self->arena);
	try_all(self);
	self->refused = !batch_preview(self->screen->app, &self->each.batch,
				       &result, &err);
	head_lines(self);
	preview_lines(self, &result, &err);
	one_lines(self, EACH_BLOCKED, "blocked", STYLE_RED);
	one_lines(self, EACH_CHANGES, count[EACH_CHANGES] == 1 ? "changes" :
		  "change", 0);
	one_lines(self, EACH_SAME, count[EACH_SAME] == 1 ? "already has it" :
		  "already have it", 0);
	if (!self->refused)
		confirm_lines(&self->lines, self->screen, &result.preview);
	result_release(&result);
}

size_t bulk_commands(const struct bulk *self)
{
	return self->each.batch.n;
}

bool bulk_run(struct bulk *self, struct result *out, struct error *err)
{
	struct options opts = { .yes = true };

	return batch_run(self->screen->app, &self->each.batch, &opts, out, err);
}

void bulk_forget(struct bulk *self)
{
	each_release(&self->each);
	lines_release(&self->lines);
	arena_release(&self->arena);
}
