/* whose.c: see whose.h. */
#include "model/whose.h"

#include <assert.h>
#include <stddef.h>
#include <string.h>

enum { SETS_MOST = 3 };

#define SORT(one, many) #one, #many, offsetof(struct facts, many), \
	offsetof(struct facts, n_##many), offsetof(struct facts, one##_ids), \
	sizeof(struct fact_##one), offsetof(struct fact_##one, gone)

#define RECORD(one, many) #one, #many, offsetof(struct facts, many), \
	offsetof(struct facts, n_##many), offsetof(struct facts, one##_ids), \
	sizeof(struct fact_record), offsetof(struct fact_record, gone)

static const struct {
	const char *word, *table;
	size_t things, n, ids;		/* in the facts */
	size_t size, gone;		/* of a thing */
} sorts[] = {
	[OF_NOTHING] = { "", "", 0, 0, 0, 0, 0 },
	[OF_WORKSPACE] = { "workspace", "workspace", 0, 0, 0, 0, 0 },
	[OF_USER] = { SORT(user, users) },
	[OF_GROUP] = { SORT(group, groups) },
	[OF_ASSET] = { SORT(asset, assets) },
	[OF_PROVIDER] = { RECORD(provider, providers) },
	[OF_TOKEN] = { RECORD(token, tokens) },
	[OF_REQUEST] = { RECORD(request, requests) },
	[OF_PROJECT] = { SORT(project, projects) },
	[OF_OWN] = { "own", "own_assets", 0, 0, 0, 0, 0 },
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
	uint32_t n;

	memcpy(&n, (const char *)facts + sorts[whose].n, sizeof(n));
	return n;
}

void whose_set_n(struct facts *facts, enum whose whose, uint32_t n)
{
	memcpy((char *)facts + sorts[whose].n, &n, sizeof(n));
}

void *whose_thing(const struct facts *facts, enum whose whose, uint32_t n)
{
	char *things;

	assert(sorts[whose].size);
	memcpy(&things, (const char *)facts + sorts[whose].things,
	       sizeof(things));
	return things + n * sorts[whose].size;
}

/* It stands first in each of them. */
const char *whose_id(const struct facts *facts, enum whose whose, uint32_t n)
{
	return *(const char **)whose_thing(facts, whose, n);
}

bool *whose_gone(const struct facts *facts, enum whose whose, uint32_t n)
{
	char *thing = whose_thing(facts, whose, n);

	return (bool *)(thing + sorts[whose].gone);
}

struct numbers *whose_set(const struct facts *facts, enum whose whose, uint32_t n,
			  size_t place)
{
	static const size_t sets[][SETS_MOST] = {
		[OF_USER] = { offsetof(struct fact_user, groups),
			      offsetof(struct fact_user, projects) },
		[OF_GROUP] = { offsetof(struct fact_group, members),
			       offsetof(struct fact_group, projects),
			       offsetof(struct fact_group, assets) },
		[OF_ASSET] = { offsetof(struct fact_asset, groups),
			       offsetof(struct fact_asset, projects) },
		[OF_PROJECT] = { offsetof(struct fact_project, assets) },
	};
	char *thing = whose_thing(facts, whose, n);
	size_t at = place < SETS_MOST ? sets[whose][place] : 0;

	return at ? (void *)(thing + at) : NULL;
}

struct strmap *whose_ids(struct facts *facts, enum whose whose)
{
	return (void *)((char *)facts + sorts[whose].ids);
}

uint32_t whose_find(const struct facts *facts, enum whose whose, const char *id)
{
	const char *ids = (const char *)facts + sorts[whose].ids;
	uint32_t n;

	if (!id || !sorts[whose].size || !strmap_get((const void *)ids, id, &n))
		return NOBODY;
	return *whose_gone(facts, whose, n) ? NOBODY : n;
}

uint32_t whose_live(const struct facts *facts, enum whose whose,
		    const struct numbers *set)
{
	uint32_t n = 0;

	for (uint32_t i = 0; i < set->n; i++)
		n += !*whose_gone(facts, whose, set->v[i]);
	return n;
}

bool whose_any(const struct facts *facts, enum whose whose)
{
	uint32_t n = whose_n(facts, whose), i = 0;

	while (i < n && *whose_gone(facts, whose, i))
		i++;
	return i < n;
}
