/* consequence_fill.c: the rows of a result: who moves, and who gains or loses what is
 * no level. */
#include "screen/preview/consequence_priv.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "access/rights.h"
#include "access/words.h"
#include "action/judge/moved.h"
#include "action/judge/verdict.h"
#include "base/mem.h"

enum { ROWS_MOST = 200 };

/* ---- the rows ----------------------------------------------------------------------- */

static enum consequence_mark mark_of(enum way way)
{
	return way == WAY_LOSES ? CONSEQUENCE_LOSES : way == WAY_GAINS ?
		CONSEQUENCE_GAINS : way == WAY_HELD ? CONSEQUENCE_HELD :
		CONSEQUENCE_SAME;
}

static const char *new_name(const struct consequence *self, uint32_t user)
{
	const struct result *of = self->of;

	return user >= of->made_from && user - of->made_from < of->n_made ?
		of->made[user - of->made_from] : "the new person";
}

/* Whom or what each row names: of one project its people, of one person the
 * projects. */
static void name_row(struct consequence *self, struct consequence_row *row,
		     uint32_t user, uint32_t project)
{
	const struct seen *seen = app_seen(self->screen->app);
	const char *who = user == ANYONE ? "anyone (web)" :
		user >= seen_n_users(seen) ? new_name(self, user) :
		seen_user_label(seen, user);
	const char *what = project == NOBODY ? "" :
		project >= seen_n_projects(seen) ? "the new project" :
		seen_project_label(seen, project);

	if (self->projects && project != NOBODY) {
		row->name = arena_strdup(&self->arena, what);
		return;
	}
	row->name = arena_strdup(&self->arena, who);
	if (project != NOBODY && !self->one_project)
		row->place = arena_strdup(&self->arena, what);
}

static void add_change(struct consequence *self, const struct change *change)
{
	const struct seen *seen = app_seen(self->screen->app);
	enum level was = change->before.effective, now = change->after.effective;
	bool held = now < change->after.granted;
	enum way way = change_way(change);
	struct consequence_row *row;
	struct arena arena = { 0 };
	const char *why = access_why(seen, &change->after, &arena);

	if (way == WAY_LOSES && !held && level_opens(now))
		why = arena_printf(&arena, "only %s", why);
	row = consequence_add(self, mark_of(way), "", level_label(was),
			      level_label(now), why, "");
	row->brief = was == now ? level_brief(now) :
		arena_printf(&self->arena, "%s -> %s", level_brief(was),
			     level_brief(now));
	row->change = change;
	name_row(self, row, change->user, change->project);
	arena_release(&arena);
}

/* What is no level: the right to share, secret values, the default connection. */
static void add_moved(struct consequence *self, const struct moved_one *one)
{
	static const char *const words[][2] = {
		[MOVED_SHARE] = { "may not", "may share" },
		[MOVED_SECRETS] = { "no value", "sees value" },
		[MOVED_DEFAULT] = { "no default", "default" },
	};
	const struct seen *seen = app_seen(self->screen->app);
	const char *const *word = words[one->right];
	struct consequence_row *row;
	struct arena arena = { 0 };
	const char *asset = one->asset == NOBODY ? "secrets" :
		seen_asset_label(seen, one->asset);
	const char *why = one->right == MOVED_SHARE ? "sharing by editors" :
		asset;

	row = consequence_add(self, one->gains ? CONSEQUENCE_GAINS :
			      CONSEQUENCE_LOSES, "", word[!one->gains],
			      word[one->gains], why,
			      moved_text(seen, one, &arena));
	row->brief = one->right == MOVED_SHARE && !one->gains ? "may not share" :
		row->then;
	name_row(self, row, one->user, one->project);
	arena_release(&arena);
}

/* ---- those who do not change ----------------------------------------------------------- */

static uint32_t people_moved(const struct result *result, uint32_t n_users)
{
	bool *moved = mem_alloc(n_users + 1u);
	uint32_t i, n = 0;
	size_t m;

	for (i = 0; i < result->preview.n; i++)
		if (result->preview.changes[i].user < n_users)
			moved[result->preview.changes[i].user] = true;
	for (m = 0; m < result->moved.n; m++)
		if (result->moved.v[m].user < n_users)
			moved[result->moved.v[m].user] = true;
	for (i = 0; i < n_users; i++)
		n += moved[i];
	free(moved);
	return n;
}

/* Of one project the other people. */
static const char *others(struct consequence *self, const struct result *result)
{
	const struct seen *seen = app_seen(self->screen->app);
	uint32_t n = seen_n_users(seen), i, all = 0, moved;
	size_t row;

	if (self->about.kind != THING_PROJECT || !seen->people || !self->n)
		return "";
	for (row = 0; row < self->n; row++)
		if (*self->v[row].place)
			return "";
	for (i = 0; i < n; i++)
		all += sees_user(seen, i) && seen_user(seen, i)->active;
	moved = people_moved(result, n);
	return all <= moved ? "" : arena_printf(&self->arena, "%u other%s not "
			"change", all - moved, all - moved == 1 ? " does" :
			"s do");
}

/* Is it all about the one thing that everybody sees it is about? */
static bool all_about(const struct consequence *self, const struct result *result,
		      enum thing_kind kind)
{
	uint32_t number = thing_number(self->screen->app, &self->about), i;
	bool person = kind == THING_USER;
	size_t m;

	if (self->about.kind != kind)
		return false;
	for (i = 0; i < result->preview.n; i++)
		if ((person ? result->preview.changes[i].user :
		     result->preview.changes[i].project) != number)
			return false;
	for (m = 0; m < result->moved.n; m++)
		if ((person ? result->moved.v[m].user :
		     result->moved.v[m].project) != number)
			return false;
	return true;
}

static void take(struct consequence *self, const struct result *result)
{
	const struct preview *preview = &result->preview;
	const struct moved *moved = &result->moved;
	uint32_t i;
	size_t m, all = preview->n + moved->n;
	int way;

	self->projects = all_about(self, result, THING_USER);
	self->one_project = all_about(self, result, THING_PROJECT);
	for (way = WAY_LOSES; way < WAYS; way++) {
		for (i = 0; i < preview->n && self->n < ROWS_MOST; i++)
			if (change_way(&preview->changes[i]) == (enum way)way)
				add_change(self, &preview->changes[i]);
		for (m = 0; m < moved->n && self->n < ROWS_MOST &&
		     way <= WAY_GAINS; m++)
			if (moved->v[m].gains == (way == WAY_GAINS))
				add_moved(self, &moved->v[m]);
	}
	self->rest = self->n < all ?
		arena_printf(&self->arena, "and %zu more: the whole list has them",
			     all - self->n) : others(self, result);
}

/* ---- all of it -------------------------------------------------------------------------- */

/* A line each: it is made safe and cut already. */
static void add_plan(struct consequence *self, const char *text)
{
	const char *end;

	for (; *text; text = *end ? end + 1 : end) {
		end = strchrnul(text, '\n');
		(void)lines_add(&self->lines, "%.*s", (int)(end - text), text);
	}
}

/* Does a row say more than that all is as it was? */
static bool moves(const struct consequence *self)
{
	size_t i;

	for (i = 0; i < self->n; i++)
		if (self->v[i].mark < CONSEQUENCE_SAME)
			return true;
	return false;
}

void consequence_warn(struct consequence *self, const struct result *result)
{
	size_t i;

	for (i = 0; i < result->n_warnings; i++)
		if (!self->n || !result->warnings[i].held)
			consequence_words(self, "! ", result->warnings[i].text,
				STYLE_RED | STYLE_SIGN);
}

void consequence_fill(struct consequence *self, struct screen *screen,
		      const char *doing, const struct result *result)
{
	struct arena arena = { 0 };

	consequence_begin(self, verdict_line(doing, 0, &result->preview, &result->moved,
				 &arena));
	snprintf(self->verdict, sizeof(self->verdict), "%s",
		 verdict_text(&result->preview, &result->moved, &arena));
	arena_release(&arena);
	if (result->has_plan && !verdict_any(&result->preview, &result->moved)) {
		/* The plan counts it itself. */
		snprintf(self->title, sizeof(self->title), "%s", doing);
		self->verdict[0] = '\0';
	}
	self->screen = screen;
	self->of = result;
	take(self, result);
	if (result->message && !(self->typed && moves(self) &&
				 self->about.kind != THING_NONE))
		(void)lines_add(consequence_said(self), "%s", result->message);
	consequence_warn(self, result);
	if (result->has_plan)
		add_plan(self, buf_text(&result->text));
	self->list = result->preview.n > 0 || result->has_plan;
	consequence_done(self);
}

void consequence_stops(struct consequence *self, struct screen *screen, size_t n,
		       const struct result *result)
{
	struct arena arena = { 0 };
	struct result said = *result;
	bool any = verdict_any(&result->preview, &result->moved);
	const char *title = verdict_line("", n, any ? &result->preview : NULL,
					 &result->moved, &arena);

	said.message = NULL;
	consequence_fill(self, screen, "", &said);
	snprintf(self->title, sizeof(self->title), "%s", title);
	snprintf(self->verdict, sizeof(self->verdict), "%s", title);
	arena_release(&arena);
}
