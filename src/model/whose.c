/* whose.c: see whose.h. */
#include "model/whose.h"

#include <assert.h>

static const struct {
	const char *word, *table;
} sorts[] = {
	[OF_NOTHING] = { "", "" },
	[OF_WORKSPACE] = { "workspace", "workspace" },
	[OF_USER] = { "user", "users" },
	[OF_GROUP] = { "group", "groups" },
	[OF_ASSET] = { "asset", "assets" },
	[OF_PROJECT] = { "project", "projects" },
	[OF_OWN] = { "own", "own_assets" },
};

const char *whose_word(enum whose whose)
{
	return sorts[whose].word;
}

const char *whose_table(enum whose whose)
{
	return sorts[whose].table;
}

uint32_t whose_n(const struct facts *facts, enum whose whose)
{
	switch (whose) {
	case OF_USER:
		return facts->n_users;
	case OF_GROUP:
		return facts->n_groups;
	case OF_ASSET:
		return facts->n_assets;
	case OF_PROJECT:
		return facts->n_projects;
	default:
		return 0;
	}
}

void *whose_thing(const struct facts *facts, enum whose whose, uint32_t n)
{
	switch (whose) {
	case OF_USER:
		return &facts->users[n];
	case OF_GROUP:
		return &facts->groups[n];
	case OF_ASSET:
		return &facts->assets[n];
	case OF_PROJECT:
		return &facts->projects[n];
	default:
		assert(false && "a thing with a number");
		return NULL;
	}
}

/* It stands first in each of them. */
const char *whose_id(const struct facts *facts, enum whose whose, uint32_t n)
{
	return *(const char **)whose_thing(facts, whose, n);
}

bool *whose_gone(const struct facts *facts, enum whose whose, uint32_t n)
{
	switch (whose) {
	case OF_USER:
		return &facts->users[n].gone;
	case OF_GROUP:
		return &facts->groups[n].gone;
	case OF_ASSET:
		return &facts->assets[n].gone;
	default:
		assert(whose == OF_PROJECT);
		return &facts->projects[n].gone;
	}
}

uint32_t whose_find(const struct facts *facts, enum whose whose, const char *id)
{
	if (!id)
		return NOBODY;
	switch (whose) {
	case OF_USER:
		return facts_user(facts, id);
	case OF_GROUP:
		return facts_group(facts, id);
	case OF_ASSET:
		return facts_asset(facts, id);
	case OF_PROJECT:
		return facts_project(facts, id);
	default:
		return NOBODY;
	}
}

uint32_t whose_live(const struct facts *facts, enum whose whose,
		    const struct numbers *set)
{
	uint32_t n = 0;

	for (uint32_t i = 0; i < set->n; i++)
		n += !*whose_gone(facts, whose, set->v[i]);
	return n;
}
