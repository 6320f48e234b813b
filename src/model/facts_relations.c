/* facts_relations.c: who is in what, who may do what: both directions. */
#include <assert.h>
#include <string.h>

#include "base/mem.h"
#include "model/facts.h"

/* Users by number, then groups by number. */
static uint64_t grant_key(bool group, uint32_t who)
{
	return (uint64_t)group << 32 | who;
}

static uint32_t grant_place(const struct fact_project *project, bool group,
			    uint32_t who)
{
	uint64_t key = grant_key(group, who);
	uint32_t low = 0, high = project->n_grants, mid;
	const struct fact_grant *one;

	while (low < high) {
		mid = low + (high - low) / 2;
		one = &project->grants[mid];
		if (grant_key(one->group, one->who) < key)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

static bool grant_at(const struct fact_project *project, uint32_t at,
		     bool group, uint32_t who)
{
	return at < project->n_grants && project->grants[at].who == who &&
		project->grants[at].group == group;
}

const struct fact_grant *facts_grant(const struct facts *facts, uint32_t project,
				     bool group, uint32_t who)
{
	const struct fact_project *one = &facts->projects[project];
	uint32_t at = grant_place(one, group, who);

	return grant_at(one, at, group, who) ? &one->grants[at] : NULL;
}

static void insert_grant(struct fact_project *project, uint32_t at, bool group,
			 uint32_t who, enum level level)
{
	size_t cap = project->cap_grants;

	project->grants = mem_grow_own(project->grants, project->n_grants, &cap,
				       sizeof(*project->grants));
	project->cap_grants = (uint32_t)cap;
	memmove(project->grants + at + 1, project->grants + at,
		(project->n_grants - at) * sizeof(*project->grants));
	project->grants[at] = (struct fact_grant){
		.who = who, .group = group, .level = (uint8_t)level };
	project->n_grants++;
}

static void remove_grant(struct fact_project *project, uint32_t at)
{
	project->n_grants--;
	memmove(project->grants + at, project->grants + at + 1,
		(project->n_grants - at) * sizeof(*project->grants));
}

/* The way back: a user's list also has the projects owned. */
static void note_grantee(struct facts *facts, uint32_t project, bool group,
			 uint32_t who, bool on)
{
	struct numbers *list = group ? &facts->groups[who].projects :
		&facts->users[who].projects;

	if (on)
		numbers_add(list, project);
	else if (group || facts->projects[project].owner != who)
		numbers_remove(list, project);
}

void facts_set_grant(struct facts *facts, uint32_t project, bool group,
		     uint32_t who, enum level level)
{
	struct fact_project *one = &facts->projects[project];
	uint32_t at = grant_place(one, group, who);
	bool there = grant_at(one, at, group, who);

	assert(project < facts->n_projects);
	assert(who < (group ? facts->n_groups : facts->n_users));
	if (level == LEVEL_NONE && there)
		remove_grant(one, at);
	else if (level != LEVEL_NONE && there)
		one->grants[at].level = (uint8_t)level;
	else if (level != LEVEL_NONE)
		insert_grant(one, at, group, who, level);
	note_grantee(facts, project, group, who, level != LEVEL_NONE);
}

static void link_both(struct numbers *a, uint32_t b_number, struct numbers *b,
		      uint32_t a_number, bool on)
{
	if (on) {
		numbers_add(a, b_number);
		numbers_add(b, a_number);
	} else {
		numbers_remove(a, b_number);
		numbers_remove(b, a_number);
	}
}

void facts_set_member(struct facts *facts, uint32_t group, uint32_t user, bool on)
{
	assert(group < facts->n_groups && user < facts->n_users);
	link_both(&facts->groups[group].members, user,
		  &facts->users[user].groups, group, on);
}

void facts_set_import(struct facts *facts, uint32_t project, uint32_t asset, bool on)
{
	assert(project < facts->n_projects && asset < facts->n_assets);
	link_both(&facts->projects[project].assets, asset,
		  &facts->assets[asset].projects, project, on);
}

void facts_set_access(struct facts *facts, uint32_t asset, uint32_t group, bool on)
{
	assert(asset < facts->n_assets && group < facts->n_groups);
	link_both(&facts->assets[asset].groups, group,
		  &facts->groups[group].assets, asset, on);
}

void facts_set_owner(struct facts *facts, uint32_t project, uint32_t user)
{
	struct fact_project *one = &facts->projects[project];
	uint32_t old = one->owner;

	assert(project < facts->n_projects && user < facts->n_users);
	one->owner = user;
	if (!facts_grant(facts, project, false, old))
		numbers_remove(&facts->users[old].projects, project);
	numbers_add(&facts->users[user].projects, project);
}

bool facts_in_builtin(const struct fact_user *user, enum builtin one)
{
	if (user->gone)
		return false;
	switch (one) {
	case BUILTIN_WORKSPACE:
		return user->active && user->role != ROLE_GUEST;
	case BUILTIN_GUESTS:
		return user->active && user->role == ROLE_GUEST;
	case BUILTIN_PUBLIC:
		return true;
	}
	return false;
}

uint32_t facts_own(const struct facts *facts, uint32_t project, const char *id)
{
	const struct fact_project *one = &facts->projects[project];

	for (uint32_t i = 0; i < one->n_own; i++)
		if (strcmp(one->own[i].id, id) == 0)
			return i;
	return NOBODY;
}
