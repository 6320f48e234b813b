/* editors.c: see editors.h. */
#include "action/judge/editors.h"

#include "access/decide.h"

struct search {
	const struct facts *facts;
	const uint32_t *open;	/* projects that the workspace can edit */
	uint32_t n_open;
};

static bool can_edit(const struct search *search, uint32_t user,
		     uint32_t project)
{
	return !search->facts->projects[project].gone &&
		decide_effective(search->facts, user, project) >= LEVEL_CAN_EDIT;
}

static bool any(const struct search *search, uint32_t user,
		const uint32_t *projects, uint32_t n)
{
	uint32_t i;

	for (i = 0; i < n; i++)
		if (can_edit(search, user, projects[i]))
			return true;
	return false;
}

/* The web gives Can View at most: it is not asked. */
static bool edits_somewhere(const struct search *search, uint32_t user)
{
	const struct fact_user *who = &search->facts->users[user];
	uint32_t i;

	if (who->gone || !who->active || who->role == ROLE_VIEWER ||
	    who->role == ROLE_EXPLORER)
		return false;
	if (any(search, user, who->projects.v, who->projects.n))
		return true;
	for (i = 0; i < who->groups.n; i++) {
		const struct fact_group *group =
			&search->facts->groups[who->groups.v[i]];

		if (!group->gone && any(search, user, group->projects.v,
					group->projects.n))
			return true;
	}
	return who->role != ROLE_GUEST &&
		any(search, user, search->open, search->n_open);
}

static const uint32_t *open_projects(const struct facts *facts,
				     struct arena *arena, uint32_t *n)
{
	uint32_t *list = arena_array(arena, facts->n_projects + 1,
				     sizeof(*list));
	uint32_t i;

	*n = 0;
	for (i = 0; i < facts->n_projects; i++)
		if (!facts->projects[i].gone &&
		    facts->projects[i].workspace >= LEVEL_CAN_EDIT)
			list[(*n)++] = i;
	return list;
}

uint32_t editors_among(const struct facts *facts, struct arena *arena, uint32_t *users,
		       uint32_t n)
{
	struct search search = { .facts = facts };
	uint32_t i, left = 0;

	search.open = open_projects(facts, arena, &search.n_open);
	for (i = 0; i < n; i++)
		if (edits_somewhere(&search, users[i]))
			users[left++] = users[i];
	return left;
}

uint32_t *editors_list(const struct facts *facts, struct arena *arena,
		       uint32_t *n)
{
	uint32_t *list = arena_array(arena, facts->n_users + 1, sizeof(*list));
	uint32_t i;

	for (i = 0; i < facts->n_users; i++)
		list[i] = i;
	*n = editors_among(facts, arena, list, facts->n_users);
	return list;
}
