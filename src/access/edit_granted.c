/* edit_granted.c: see edit_granted.h.  Written from the rules over the lists of a project; the
 * tests hold it against fast.c and decide.c. */
#include "access/edit_granted.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

struct look {
	struct editors *out;
	const struct facts *facts;
	const struct fact_project *project;
};

/* Has this person access, the role Admin aside? */
static bool is_open(const struct facts *facts, const struct fact_asset *asset,
		    const struct fact_user *user)
{
	unsigned open = BUILTIN_PUBLIC | (user->role == ROLE_GUEST ?
					  BUILTIN_GUESTS : BUILTIN_WORKSPACE);
	uint32_t i = 0, k = 0;

	if (asset->gone || asset->builtin & open)
		return true;
	while (i < asset->groups.n && k < user->groups.n) {
		if (asset->groups.v[i] < user->groups.v[k])
			i++;
		else if (asset->groups.v[i] > user->groups.v[k])
			k++;
		else if (!facts->groups[asset->groups.v[i]].gone)
			return true;
		else
			i++;
	}
	return false;
}

static bool lacks_one(const struct facts *facts, const struct fact_project *project,
		      const struct fact_user *user)
{
	const struct numbers *assets = &project->assets;
	uint32_t i;

	for (i = 0; i < assets->n && user->role != ROLE_ADMIN; i++)
		if (!is_open(facts, &facts->assets[assets->v[i]], user))
			return true;
	return false;
}

/* By the role, or as everybody is. */
static bool is_capped(const struct fact_project *project, const struct fact_user *user)
{
	return user->role == ROLE_VIEWER || user->role == ROLE_EXPLORER ||
		project->state != STATE_ACTIVE;
}

static void meet(const struct look *look, uint32_t u)
{
	const struct fact_user *user = &look->facts->users[u];
	struct editors *out = look->out;
	struct editor *editor;

	out->looked++;
	if (out->met[u] == out->run || user->gone || !user->active)
		return;
	out->met[u] = out->run;
	out->v = mem_grow(out->v, out->n, &out->cap, sizeof(*out->v));
	editor = &out->v[out->n++];
	*editor = (struct editor){ .user = u };
	editor->lacks = lacks_one(look->facts, look->project, user);
	editor->held = editor->lacks || is_capped(look->project, user);
}

static void begin(struct editors *out, const struct facts *facts)
{
	out->n = out->looked = 0;
	if (out->n_met < facts->n_users || out->run == UINT32_MAX) {
		free(out->met);
		out->met = mem_array((size_t)facts->n_users + 1,
				     sizeof(*out->met));
		out->n_met = facts->n_users;
		out->run = 0;
	}
	out->run++;
}

void editors_of(struct editors *out, const struct facts *facts, uint32_t project)
{
	const struct fact_project *p = &facts->projects[project];
	const struct look look = { out, facts, p };
	uint32_t i, k;

	assert(project < facts->n_projects);
	begin(out, facts);
	if (p->gone)
		return;
	if (p->owner != NOBODY)
		meet(&look, p->owner);
	for (i = 0; i < p->n_grants; i++) {
		const struct fact_grant *grant = &p->grants[i];

		if (grant->level < LEVEL_CAN_EDIT)
			continue;
		if (!grant->group) {
			meet(&look, grant->who);
			continue;
		}
		for (k = 0; !facts->groups[grant->who].gone &&
		     k < facts->groups[grant->who].members.n; k++)
			meet(&look, facts->groups[grant->who].members.v[k]);
	}
	for (i = 0; p->workspace >= LEVEL_CAN_EDIT && i < facts->n_users; i++)
		if (facts->users[i].role != ROLE_GUEST)
			meet(&look, i);
}

/* ---- is there one? ------------------------------------------------------------------- */

struct quest {
	const struct facts *facts;
	const struct fact_project *project;
	bool (*counts)(void *ctx, uint32_t user);
	void *ctx;
};

static bool holds(const struct quest *quest, uint32_t u)
{
	const struct fact_user *user = &quest->facts->users[u];

	return !user->gone && user->active && !is_capped(quest->project, user) &&
		quest->counts(quest->ctx, u) &&
		!lacks_one(quest->facts, quest->project, user);
}

static bool any_member(const struct quest *quest, const struct fact_group *group)
{
	uint32_t i;

	for (i = 0; i < group->members.n && !group->gone; i++)
		if (holds(quest, group->members.v[i]))
			return true;
	return false;
}

bool editors_any(const struct facts *facts, uint32_t project,
		 bool (*counts)(void *ctx, uint32_t user), void *ctx)
{
	const struct fact_project *p = &facts->projects[project];
	const struct quest quest = { facts, p, counts, ctx };
	uint32_t i;

	if (p->gone || p->state != STATE_ACTIVE)
		return false;
	if (p->owner != NOBODY && holds(&quest, p->owner))
		return true;
	for (i = 0; i < p->n_grants; i++) {
		const struct fact_grant *grant = &p->grants[i];

		if (grant->level >= LEVEL_CAN_EDIT &&
		    (grant->group ? any_member(&quest, &facts->groups[grant->who]) :
		     holds(&quest, grant->who)))
			return true;
	}
	for (i = 0; p->workspace >= LEVEL_CAN_EDIT && i < facts->n_users; i++)
		if (facts->users[i].role != ROLE_GUEST && holds(&quest, i))
			return true;
	return false;
}

bool edit_would_hold(const struct facts *facts, uint32_t project, uint32_t user)
{
	const struct fact_user *u = &facts->users[user];

	return !u->gone && u->active && u->role != ROLE_VIEWER &&
		u->role != ROLE_EXPLORER &&
		!lacks_one(facts, &facts->projects[project], u);
}

void editors_release(struct editors *editors)
{
	free(editors->v);
	free(editors->met);
	*editors = (struct editors){ .n = 0 };
}

void access_of_asset(const struct facts *facts, uint32_t asset, bool *has)
{
	const struct fact_asset *a = &facts->assets[asset];
	const struct fact_user *user;
	uint32_t i, k, u;

	for (u = 0; u < facts->n_users; u++) {
		user = &facts->users[u];
		has[u] = !a->gone && user->active && !user->gone &&
			(user->role == ROLE_ADMIN || a->builtin &
			 (BUILTIN_PUBLIC | (unsigned)(user->role == ROLE_GUEST ?
			  BUILTIN_GUESTS : BUILTIN_WORKSPACE)));
	}
	for (i = 0; i < a->groups.n && !a->gone; i++) {
		const struct fact_group *group = &facts->groups[a->groups.v[i]];

		for (k = 0; k < group->members.n && !group->gone; k++) {
			u = group->members.v[k];
			has[u] = has[u] || (facts->users[u].active &&
					    !facts->users[u].gone);
		}
	}
}
