/* judge_end.c: where a list of edits ends: who holds a grant in the end that the
 * rules block (D4), and which steps did that together. */
#include <stdio.h>
#include <stdlib.h>

#include "action/core/action.h"
#include "action/core/word_list.h"
#include "action/judge/judge.h"
#include "action/judge/lacking.h"
#include "base/mem.h"

enum { STEPS_NAMED = 6 };

/* Somebody whose direct level on a project the edits set. */
struct direct {
	uint32_t project, user;
	enum level before;
	bool owning;		/* ownership is what they are given */
	size_t edit;		/* the last that sets it */
};

struct ending {
	struct edit_plan *plan;
	size_t first;
	struct direct *v;
	size_t n, cap;
	const size_t *ends;
	size_t n_ends;
};

static enum level level_of(const struct facts *facts, const struct direct *one)
{
	const struct fact_grant *grant;

	if (one->project >= facts->n_projects || one->user >= facts->n_users ||
	    facts->projects[one->project].gone || facts->users[one->user].gone)
		return LEVEL_NONE;
	if (facts->projects[one->project].owner == one->user)
		return LEVEL_FULL_ACCESS;
	grant = facts_grant(facts, one->project, false, one->user);
	return grant ? (enum level)grant->level : LEVEL_NONE;
}

static void note(struct ending *ending, size_t i)
{
	const struct edit *edit = &ending->plan->edits[i];
	struct direct *one;
	size_t k;

	for (k = 0; k < ending->n; k++)
		if (ending->v[k].project == edit->project &&
		    ending->v[k].user == edit->user)
			break;
	if (k == ending->n) {
		ending->v = mem_grow(ending->v, ending->n, &ending->cap,
				     sizeof(*ending->v));
		ending->v[ending->n++] = (struct direct){
			.project = edit->project, .user = edit->user };
	}
	one = &ending->v[k];
	one->edit = i;
	one->owning = edit->kind != EDIT_GRANT_USER;
}

static void collect(struct ending *ending)
{
	const struct edit_plan *plan = ending->plan;
	const struct facts *facts = &plan->app->facts;
	size_t i;

	for (i = ending->first; i < plan->n; i++)
		if ((plan->edits[i].kind == EDIT_GRANT_USER ||
		     plan->edits[i].kind == EDIT_PROJECT_OWNER ||
		     plan->edits[i].kind == EDIT_PROJECT_ADD) &&
		    plan->edits[i].user != NOBODY)
			note(ending, i);
	if (!ending->n)
		return;
	plan_aside(plan, ending->first);
	for (i = 0; i < ending->n; i++)
		ending->v[i].before = level_of(facts, &ending->v[i]);
	plan_back(plan, ending->first);
}

/* ---- which steps --------------------------------------------------------------------- */

/* May the edit be why this person lacks something on the project? */
static bool takes_asset(const struct facts *facts, const struct edit *edit,
			const struct direct *one)
{
	const struct numbers *imports = &facts->projects[one->project].assets;

	switch (edit->kind) {
	case EDIT_IMPORT:
		return edit->project == one->project && edit->value &&
			!access_asset(facts, one->user, edit->asset);
	case EDIT_ASSET_GROUP:
	case EDIT_ASSET_BUILTIN:
		return numbers_has(imports, edit->asset) &&
			!access_asset(facts, one->user, edit->asset);
	case EDIT_MEMBER:
		return edit->user == one->user && !edit->value;
	case EDIT_USER_ROLE:
		return edit->user == one->user;
	case EDIT_GROUP_DELETE:
		return numbers_has(&facts->users[one->user].groups, edit->group);
	default:
		return false;
	}
}

static size_t step_of(const struct ending *ending, size_t edit)
{
	size_t i = 0;

	while (i < ending->n_ends && ending->ends[i] <= edit)
		i++;
	return i;
}

/* "steps 1 and 3 together: ..." */
static void name_steps(const struct ending *ending, const struct direct *one,
		       struct error *err)
{
	struct edit_plan *plan = ending->plan;
	const struct facts *facts = &plan->app->facts;
	unsigned char *does = arena_alloc(plan->arena, ending->n_ends + 1);
	struct words steps;
	size_t i;

	if (!err || ending->n_ends < 2)
		return;
	does[step_of(ending, one->edit)] = 1;
	for (i = ending->first; i < plan->n; i++)
		if (takes_asset(facts, &plan->edits[i], one))
			does[step_of(ending, i)] = 1;
	words_init(&steps, STEPS_NAMED);
	for (i = 0; i < ending->n_ends; i++)
		if (does[i])
			words_add(&steps, arena_printf(plan->arena, "%zu", i + 1));
	i = steps.n;
	snprintf(err->text, sizeof(err->text), "%s", arena_printf(plan->arena,
		"step%s %s%s: %s", i == 1 ? "" : "s",
		words_done(&steps, plan->arena), i == 1 ? "" : " together",
		err->text));
}

/* ---- the judgement ------------------------------------------------------------------- */

static bool good(const struct ending *ending, const struct direct *one,
		 struct error *err)
{
	const struct facts *facts = &ending->plan->app->facts;
	enum level after = level_of(facts, one);
	struct lacking lacking;

	if (after < LEVEL_CAN_EDIT || after <= one->before)
		return true;
	lacking_init(&lacking, ending->plan, one->project, after);
	lacking.owning = one->owning &&
		facts->projects[one->project].owner == one->user;
	lacking_check(&lacking, one->user);
	if (lacking_done(&lacking, err))
		return true;
	name_steps(ending, one, err);
	return false;
}

bool judge_end(struct edit_plan *plan, size_t first, const size_t *ends, size_t n,
	       struct error *err)
{
	struct ending ending = { .plan = plan, .first = first, .ends = ends,
				 .n_ends = n };
	bool done = true;
	size_t i;

	collect(&ending);
	for (i = 0; i < ending.n && done; i++)
		done = good(&ending, &ending.v[i], err);
	free(ending.v);
	return done;
}
