/* downgrade.c: who would be held below what is granted, were these edits made. */
#include "action/judge/downgrade.h"

#include <stdlib.h>

#include "access/words.h"
#include "action/core/word_list.h"
#include "action/judge/warn.h"
#include "base/mem.h"

enum { NAMED = 60, ASSETS_NAMED = 3 };

/* Limits that D4 warns of; a project's state holds everybody alike. */
static const enum reason warned[] = {
	REASON_ROLE_CAP_VIEWER, REASON_ROLE_CAP_EXPLORER, REASON_ASSET_MISSING,
};

static bool will_be_held(const struct seen *seen, const struct change *change)
{
	return change->user != ANYONE &&
	       (seen->people || sees_user(seen, change->user)) &&
	       change->after.effective < change->after.granted &&
	       (change->after.granted > change->before.granted ||
		change->after.effective < change->before.effective);
}

/* The limits of one code that hold this person; NULL if none does.  They are new: whoever
 * was held had Can View at most, and falls no further by a limit. */
static const char *held_by(const struct seen *seen, const struct change *change,
			   enum reason code, struct arena *arena)
{
	bool any = false;
	const struct limit *limit;
	struct words assets;
	const char *text;
	uint32_t i;

	words_init(&assets, ASSETS_NAMED);
	for (i = 0; i < change->after.n_limits; i++) {
		limit = &change->after.limits[i];
		if (limit->code != code)
			continue;
		any = true;
		if (limit->asset != NOBODY)
			words_add(&assets, word_cut(arena, seen_limit_label(seen, &change->after, limit)));
	}
	text = words_done(&assets, arena);
	return any ? text : NULL;
}

static const char *why(enum reason code)
{
	switch (code) {
	case REASON_ROLE_CAP_VIEWER:
		return "by the role Viewer";
	case REASON_ROLE_CAP_EXPLORER:
		return "by the role Explorer";
	default:
		return "for lack of access to an asset";
	}
}

/* Those held by one limit, in order; the first ones by name. */
struct held_by {
	size_t people, pairs;
	struct { const char *name, *project, *assets; } named[NAMED];
};

struct downgraded {
	struct edit_plan *plan;
	struct arena arena;
	struct held_by of[COUNT_OF(warned)];
	uint8_t *counted;		/* by user: bits of `warned` */
	uint32_t n_users, project;	/* of the first change */
	bool several;			/* projects */
};

void downgrade_edits(struct edit_plan *plan, struct edit *edits, size_t n)
{
	size_t i;

	if (!plan->asks_held) {
		plan->asks_held = true;
		plan->held_at = plan->n_warnings;
	}
	for (i = 0; i < n; i++)
		warn_and_edit(plan, edits[i]);
}

struct downgraded *downgraded_new(struct edit_plan *plan)
{
	struct downgraded *self;

	if (plan->quiet || !plan->asks_held)
		return NULL;
	self = mem_alloc(sizeof(*self));
	self->plan = plan;
	self->project = NOBODY;
	/* the plan's own additions are among them */
	self->n_users = plan->app->facts.n_users + (uint32_t)plan->n;
	self->counted = mem_alloc(self->n_users + 1u);
	return self;
}

/* People, not pairs, are counted: one person may be held in several projects. */
static void take_one(struct downgraded *self, size_t which,
		     const struct change *change, const char *assets)
{
	const struct seen *seen = app_seen(self->plan->app);
	struct held_by *held = &self->of[which];
	uint8_t bit = (uint8_t)(1u << which);

	held->people += !(self->counted[change->user] & bit);
	self->counted[change->user] |= bit;
	if (held->pairs < NAMED) {
		held->named[held->pairs].name = word_user(&self->arena, seen,
							  change->user);
		held->named[held->pairs].project =
			word_project(&self->arena, seen, change->project);
		held->named[held->pairs].assets = assets;
	}
	held->pairs++;
}

void downgraded_take(struct downgraded *self, const struct change *change)
{
	const struct seen *seen = app_seen(self->plan->app);
	const char *assets;
	size_t i;

	if (self->project == NOBODY)
		self->project = change->project;
	self->several = self->several || self->project != change->project;
	if (!will_be_held(seen, change))
		return;
	for (i = 0; i < COUNT_OF(warned); i++) {
		assets = held_by(seen, change, warned[i], &self->arena);
		if (assets)
			take_one(self, i, change, assets);
	}
}

/* "Dana Ilves on Revenue model (Snowflake prod)" */
static const char *person(const struct downgraded *self,
			  const struct held_by *held, size_t i)
{
	struct arena *arena = self->plan->arena;
	const char *name = held->named[i].name;

	if (self->several)
		name = arena_printf(arena, "%s on %s", name,
				    held->named[i].project);
	if (*held->named[i].assets)
		name = arena_printf(arena, "%s (%s)", name,
				    held->named[i].assets);
	return name;
}

static void warn_of(const struct downgraded *self, size_t which)
{
	const struct held_by *held = &self->of[which];
	struct words list;
	size_t i;

	if (!held->people)
		return;
	words_init(&list, NAMED);
	for (i = 0; i < held->pairs; i++)
		words_add(&list, i < NAMED ? person(self, held, i) : "");
	plan_warn(self->plan, reason_code(warned[which]),
		  "%zu %s will be held at Can View %s: %s", held->people,
		  held->people == 1 ? "person" : "people", why(warned[which]),
		  words_done(&list, self->plan->arena));
	self->plan->warnings[self->plan->n_warnings - 1].held = true;
}

/* To the place where the plan asked for them. */
static void move_up(struct edit_plan *plan, size_t from)
{
	struct warning one;
	size_t to = plan->held_at, i;

	for (; to < from && from < plan->n_warnings; to++, from++) {
		one = plan->warnings[from];
		for (i = from; i > to; i--)
			plan->warnings[i] = plan->warnings[i - 1];
		plan->warnings[to] = one;
	}
}

void downgraded_warn(struct downgraded *self)
{
	size_t i, from;

	if (!self)
		return;
	from = self->plan->n_warnings;
	for (i = 0; i < COUNT_OF(warned); i++)
		warn_of(self, i);
	move_up(self->plan, from);
	arena_release(&self->arena);
	free(self->counted);
	free(self);
}
