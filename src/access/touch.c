/* touch.c: see touch.h.  The candidate pairs of each kind of edit. */
#include "access/touch.h"

#include <stdlib.h>

#include "access/access.h"
#include "base/mem.h"
#include "model/edit_field.h"

void touch_init(struct touched *t, const struct facts *facts, size_t n_edits)
{
	*t = (struct touched){
		.n_projects = facts->n_projects + (uint32_t)n_edits,
		.n_users = facts->n_users + (uint32_t)n_edits
	};
	t->projects = mem_array(t->n_projects + 1, sizeof(*t->projects));
	t->users = mem_array(t->n_users + 1, sizeof(*t->users));
	t->movers = mem_array(t->n_users + 1, sizeof(*t->movers));
}

void touch_release(struct touched *t)
{
	free(t->projects);
	free(t->users);
	free(t->movers);
	free(t->pairs);
}

void touch_pair(struct touched *t, uint32_t project, uint32_t user)
{
	t->pairs = mem_grow(t->pairs, t->n, &t->cap, sizeof(*t->pairs));
	t->pairs[t->n++] = (struct pair){ .project = project, .user = user };
}

static void touch_one(struct touched *t, uint32_t project, uint32_t user)
{
	if (!t->projects[project] && !t->users[user])
		touch_pair(t, project, user);
}

/* Is it cheaper to sweep a whole row than to look at n single pairs? */
static bool is_many(uint32_t n, uint32_t of)
{
	return n > 16 + of / 64;
}

static void touch_users(struct touched *t, uint32_t project,
			const struct numbers *users)
{
	if (is_many(users->n, t->n_users))
		t->projects[project] = true;
	for (uint32_t i = 0; i < users->n; i++)
		touch_one(t, project, users->v[i]);
}

/* All who were granted more than Can View: only they can be held by assets. */
static void touch_holders(struct touched *t, const struct facts *facts,
			  uint32_t project)
{
	const struct fact_project *p = &facts->projects[project];

	if (p->workspace > LEVEL_CAN_VIEW)
		t->projects[project] = true;
	if (t->projects[project])
		return;
	if (p->owner != NOBODY)
		touch_one(t, project, p->owner);
	for (uint32_t i = 0; i < p->n_grants; i++) {
		const struct fact_grant *grant = &p->grants[i];

		if (grant->level <= LEVEL_CAN_VIEW)
			continue;
		if (grant->group)
			touch_users(t, project,
				    &facts->groups[grant->who].members);
		else
			touch_one(t, project, grant->who);
	}
}

static void touch_importers(struct touched *t, const struct facts *facts,
			    uint32_t asset)
{
	const struct numbers *projects = &facts->assets[asset].projects;

	for (uint32_t i = 0; i < projects->n; i++)
		touch_holders(t, facts, projects->v[i]);
}

static void touch_projects(struct touched *t, const struct numbers *projects,
			   uint32_t user)
{
	if (is_many(projects->n, t->n_projects))
		t->users[user] = true;
	for (uint32_t i = 0; i < projects->n; i++)
		touch_one(t, projects->v[i], user);
}

/* In or out of a group: what is granted to it, what imports its assets. */
static void touch_member(struct touched *t, const struct facts *facts,
			 uint32_t group, uint32_t user)
{
	const struct fact_group *g = &facts->groups[group];

	touch_projects(t, &g->projects, user);
	for (uint32_t i = 0; i < g->assets.n; i++)
		touch_projects(t, &facts->assets[g->assets.v[i]].projects, user);
}

static void touch_group(struct touched *t, const struct facts *facts,
			uint32_t group)
{
	const struct fact_group *g = &facts->groups[group];

	for (uint32_t i = 0; i < g->projects.n; i++)
		touch_users(t, g->projects.v[i], &g->members);
	for (uint32_t i = 0; i < g->assets.n; i++)
		touch_importers(t, facts, g->assets.v[i]);
}

static void touch_asset_group(struct touched *t, const struct facts *facts,
			      const struct edit *edit)
{
	const struct numbers *members = &facts->groups[edit->group].members;
	const struct numbers *projects = &facts->assets[edit->asset].projects;

	if (is_many(members->n, t->n_users)) {
		touch_importers(t, facts, edit->asset);
		return;
	}
	for (uint32_t i = 0; i < projects->n; i++)
		touch_users(t, projects->v[i], members);
}

static void touch_links(struct touched *t, const struct facts *facts)
{
	for (uint32_t i = 0; i < facts->n_projects; i++)
		if (access_has_anonymous(facts, i))
			t->projects[i] = true;
}

static void touch_owner(struct touched *t, const struct facts *facts,
			const struct edit *edit)
{
	uint32_t now = facts->projects[edit->project].owner;

	if (now != NOBODY)
		touch_one(t, edit->project, now);
	if (edit->user != NOBODY)
		touch_one(t, edit->project, edit->user);
}

/* Whose missing assets may be others afterwards.  What is granted to a person
 * changes which levels are held, not which assets are missed. */
static void touch_movers(struct touched *t, const struct facts *facts,
			 const struct edit *edit)
{
	const struct edit_field *field = edit_row(edit);
	const struct numbers *members;

	if (field->whose == OF_USER || field->kind == EDIT_MEMBER) {
		if (edit->user != NOBODY)
			t->movers[edit->user] = true;
	} else if (field->whose == OF_GROUP || field->kind == EDIT_ASSET_GROUP) {
		members = &facts->groups[edit->group].members;
		for (uint32_t i = 0; i < members->n; i++)
			t->movers[members->v[i]] = true;
	} else if (field->whose == OF_ASSET || field->kind == EDIT_IMPORT) {
		t->all_move = true;
	}
}

static void touch_tie(struct touched *t, const struct facts *facts,
		      const struct edit *edit)
{
	const struct edit_field *field = edit_row(edit);

	if (field->whose == OF_GROUP)
		touch_member(t, facts, edit->group, edit->user);
	else if (field->whose == OF_ASSET)
		touch_asset_group(t, facts, edit);
	else if (field->other == OF_ASSET)
		touch_holders(t, facts, edit->project);
	else if (field->other == OF_GROUP)
		touch_users(t, edit->project,
			    &facts->groups[edit->group].members);
	else
		touch_one(t, edit->project, edit->user);
}

/* A thing that is being added may have no number yet. */
static void touch_thing(struct touched *t, const struct facts *facts,
			const struct edit *edit)
{
	switch (edit_row(edit)->whose) {
	case OF_WORKSPACE:
		touch_links(t, facts);
		break;
	case OF_USER:
		if (edit->user != NOBODY)
			t->users[edit->user] = true;
		break;
	case OF_GROUP:
		touch_group(t, facts, edit->group);
		break;
	case OF_ASSET:
		touch_importers(t, facts, edit->asset);
		break;
	default:
		if (edit->project != NOBODY)
			t->projects[edit->project] = true;
	}
}

void touch_edit(struct touched *t, const struct facts *facts,
		const struct edit *edit)
{
	const struct edit_field *field = edit_row(edit);

	if (!field->moves)
		return;		/* no effect on anybody's level or limits */
	touch_movers(t, facts, edit);
	if (field->shape == EDITS_TIE)
		touch_tie(t, facts, edit);
	else if (field->kind == EDIT_PROJECT_OWNER)
		touch_owner(t, facts, edit);
	else
		touch_thing(t, facts, edit);
}
