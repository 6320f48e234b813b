/* bulk_try.c: a command for each marked row, planned by itself first, then those that
 * change something one after the other, as one batch. */
#include "screen/pages/bulk_priv.h"

#include <string.h>

#include "action/core/batch.h"
#include "action/run/run.h"

enum { NAME_COLS = 20 };

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
	struct lines *words = &self->deed.consequence.words;
	const char *name, *text;
	size_t i;

	if (!self->each.count[outcome])
		return;
	lines_blank(words);
	lines_head(words, "%zu %s", self->each.count[outcome], what);
	for (i = 0; i < self->n; i++) {
		if (self->each.v[i].outcome != outcome)
			continue;
		name = thing_name(self->screen->app, &self->v[i]);
		text = outcome == EACH_SAME ? "" : self->each.v[i].text;
		if (strncmp(text, name, strlen(name)) == 0)	/* once is enough */
			lines_add(words, "%s", text)->style = style;
		else
			lines_pair(words, NAME_COLS, name, "%s", text)->style =
				style;
	}
}

static void head_lines(struct bulk *self)
{
	lines_add(&self->deed.consequence.words,
		   "%zu %s%s: %zu change%s, %zu already ha%s it, %zu blocked",
		   self->n, self->view->spec->one, self->n == 1 ? "" : "s",
		   self->each.count[EACH_CHANGES],
		   self->each.count[EACH_CHANGES] == 1 ? "s" : "", self->each.count[EACH_SAME],
		   self->each.count[EACH_SAME] == 1 ? "s" : "ve",
		   self->each.count[EACH_BLOCKED])->style = STYLE_BOLD;
}

/* What each comes to is among the words; here it is whom all of it moves. */
static void tell(struct bulk *self, const struct error *err)
{
	struct consequence *consequence = &self->deed.consequence;
	struct result said = self->preview;
	size_t blocked = self->left_out ? 0 : self->each.count[EACH_BLOCKED];

	said.message = NULL;
	said.n_warnings = 0;
	if (self->refused)
		consequence_say(consequence, "Nobody's level changes", "");
	else if (blocked)
		consequence_stops(consequence, self->screen, blocked, &said);
	else
		consequence_fill(consequence, self->screen,
				 self->screen->app->what_if ? "If you try it" :
				 "If you do it", &said);
	head_lines(self);
	if (self->refused)
		lines_add(&consequence->words, "! All together it cannot be: %s",
			  err->text)->style = STYLE_RED | STYLE_SIGN;
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
	try_all(self);
}

bool bulk_count(struct bulk *self, struct patience *patience)
{
	const size_t *count = self->each.count;
	struct error err;

	result_release(&self->preview);
	self->refused = !batch_preview_within(self->screen->app, &self->each.batch,
					      patience, &self->preview, &err);
	self->counting = !self->refused && patience->over;
	if (self->counting) {
		result_release(&self->preview);
		result_init(&self->preview);
		consequence_say(&self->deed.consequence, "counting...", "");
		head_lines(self);
		return false;
	}
	tell(self, &err);
	one_lines(self, EACH_BLOCKED, "blocked", STYLE_RED);
	if (!self->refused)
		consequence_warn(&self->deed.consequence, &self->preview);
	one_lines(self, EACH_CHANGES, count[EACH_CHANGES] == 1 ? "changes" :
		  "change", 0);
	one_lines(self, EACH_SAME, count[EACH_SAME] == 1 ? "already has it" :
		  "already have it", 0);
	return true;
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
