/* bulk_try.c: a command for each marked row, tried by itself first, then those that
 * change something together, as one batch. */
#include "screen/bulk_priv.h"

#include <stdlib.h>
#include <string.h>

#include "action/batch.h"
#include "base/mem.h"
#include "screen/confirm.h"

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

static const char *reason_of(struct bulk *self, const struct error *err)
{
	return arena_printf(&self->arena, "%s%s%s", err->text,
			    err->needs[0] ? "; needs " : "", err->needs);
}

/* What the command does to this one alone. */
static void try_one(struct bulk *self, struct one *one)
{
	struct result result;
	struct batch batch;
	struct error err;

	error_clear(&err);
	batch_init(&batch);
	result_init(&result);
	if (add_command(self, &batch, &one->thing, &err)) {
		result_release(&result);
		(void)!batch_preview(self->screen->app, &batch, &result, &err);
	}
	if (err.kind != ERROR_NONE) {
		one->outcome = BULK_BLOCKED;
		one->text = reason_of(self, &err);
	} else {
		one->text = arena_strdup(&self->arena, result.message ?
					 result.message : "");
		one->outcome = strncmp(one->text, "Nothing had to change", 21) ?
			BULK_CHANGES : BULK_SAME;
	}
	self->count[one->outcome]++;
	result_release(&result);
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
	struct buf line;

	buf_init(&line, 8192);
	request_line(&self->request, &line);
	lines_head(&self->lines, "%s: %zu marked", self->request.action->summary,
		   self->n);
	(void)lines_pair(&self->lines, 10, "Command", "gatehouse %s",
			 buf_text(&line));
	lines_add(&self->lines,
		   "%zu %s%s: %zu change%s, %zu already ha%s it, %zu blocked",
		   self->n, self->view->spec->one, self->n == 1 ? "" : "s",
		   self->count[BULK_CHANGES],
		   self->count[BULK_CHANGES] == 1 ? "s" : "", self->count[BULK_SAME],
		   self->count[BULK_SAME] == 1 ? "s" : "ve",
		   self->count[BULK_BLOCKED])->style = STYLE_BOLD;
	buf_release(&line);
}

/* "Deactivated Bob Stein. (and 4 more)": for the event. */
static void summarize(struct bulk *self)
{
	const char *first = NULL;
	size_t i;

	for (i = 0; i < self->n && !first; i++)
		if (self->v[i].outcome == BULK_CHANGES)
			first = self->v[i].text;
	self->batch->summary = self->batch->n < 4 ? NULL :
		arena_printf(&self->arena, "%s And %zu more.", first,
			     self->batch->n - 1);
}

/* All that change something, together. */
static void try_all(struct bulk *self)
{
	struct result result;
	struct error err;
	size_t i;

	error_clear(&err);
	if (self->batch)
		batch_release(self->batch);
	else
		self->batch = mem_alloc(sizeof(*self->batch));
	batch_init(self->batch);
	for (i = 0; i < self->n; i++)
		if (self->v[i].outcome == BULK_CHANGES)
			(void)!add_command(self, self->batch,
					   &self->v[i].thing, &err);
	summarize(self);
	self->batch->revision = self->screen->app->facts.revision;
	self->refused = !batch_preview(self->screen->app, self->batch, &result,
				       &err);
	if (self->refused) {
		lines_blank(&self->lines);
		lines_add(&self->lines, "All together it cannot be: %s",
			  reason_of(self, &err))->style = STYLE_RED;
	} else {
		lines_pair(&self->lines, 10, "If done", "%llu rise, %llu fall, "
			   "%llu are granted more but held",
			   (unsigned long long)result.preview.up,
			   (unsigned long long)result.preview.down,
			   (unsigned long long)result.preview.held)->style =
			STYLE_BOLD;
	}
	one_lines(self, BULK_BLOCKED, "blocked", STYLE_RED);
	one_lines(self, BULK_CHANGES, self->count[BULK_CHANGES] == 1 ? "changes" :
		  "change", 0);
	one_lines(self, BULK_SAME, self->count[BULK_SAME] == 1 ? "already has it" :
		  "already have it", 0);
	if (!self->refused)
		confirm_lines(&self->lines, self->screen, &result.preview);
	result_release(&result);
}

void bulk_look(struct bulk *self)
{
	size_t i;

	lines_clear(&self->lines);
	arena_release(&self->arena);
	memset(self->count, 0, sizeof(self->count));
	for (i = 0; i < self->n; i++)
		try_one(self, &self->v[i]);
	head_lines(self);
	try_all(self);
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
