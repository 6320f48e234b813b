/* no_editor.c: see no_editor.h. */
#include "action/judge/no_editor.h"

#include <stdlib.h>

#include "access/edit_granted.h"
#include "action/core/word_list.h"
#include "base/mem.h"

enum { NAMED = 20 };

struct no_editor {
	struct edit_plan *plan;
	struct words titles;
	/* Of the project whose changes come. */
	uint32_t project, *moved;	/* its people that move */
	size_t n, cap;
	bool loses, keeps;
};

/* Archived, trashed or deleted is for everybody, and said so. */
static bool puts_aside(const struct edit_plan *plan, uint32_t project)
{
	size_t i;

	for (i = 0; i < plan->n; i++)
		if (plan->edits[i].project == project &&
		    ((plan->edits[i].kind == EDIT_PROJECT_STATE &&
		      plan->edits[i].value != STATE_ACTIVE) ||
		     plan->edits[i].kind == EDIT_PROJECT_DELETE))
			return true;
	return false;
}

static int by_number(const void *a, const void *b)
{
	uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;

	return (x > y) - (x < y);
}

/* The changes come by project, then user. */
static bool stays(void *ctx, uint32_t user)
{
	const struct no_editor *self = ctx;

	return !self->n || !bsearch(&user, self->moved, self->n, sizeof(*self->moved),
				    by_number);
}

/* Somebody who does not move can edit it. */
static bool another_edits(struct no_editor *self)
{
	const struct facts *facts = &self->plan->app->facts;

	return self->project >= facts->n_projects ||	/* the plan's own, not there yet */
		editors_any(facts, self->project, stays, self);
}

static void end_project(struct no_editor *self)
{
	struct edit_plan *plan = self->plan;

	if (self->loses && !self->keeps && !puts_aside(plan, self->project) &&
	    !another_edits(self))
		words_add(&self->titles, self->titles.n >= NAMED ? "" :
			  plan_word(plan, OF_PROJECT, self->project));
	self->loses = self->keeps = false;
	self->n = 0;
}

struct no_editor *no_editor_new(struct edit_plan *plan)
{
	struct no_editor *self = mem_alloc(sizeof(*self));

	self->plan = plan;
	self->project = NOBODY;
	words_init(&self->titles, NAMED);
	return self;
}

void no_editor_take(struct no_editor *self, const struct change *change)
{
	if (change->project != self->project)
		end_project(self);
	self->project = change->project;
	self->keeps = self->keeps || change->after.effective >= LEVEL_CAN_EDIT;
	self->loses = self->loses ||
		(change->before.effective >= LEVEL_CAN_EDIT &&
		 change->after.effective < LEVEL_CAN_EDIT);
	self->moved = mem_grow(self->moved, self->n, &self->cap,
			       sizeof(*self->moved));
	self->moved[self->n++] = change->user;
}

void no_editor_warn(struct no_editor *self)
{
	struct edit_plan *plan = self->plan;
	const char *list;
	size_t n;

	end_project(self);
	n = self->titles.n;
	list = words_done(&self->titles, plan->arena);
	if (n)
		plan_warn(plan, "NO_EFFECTIVE_EDITOR", "nobody can edit %s any "
			  "more: %s", n == 1 ? "this project" : "these projects",
			  list);
	free(self->moved);
	free(self);
}
