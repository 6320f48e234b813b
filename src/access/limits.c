/* limits.c: what holds a person below what was granted: the role, assets out
 * of reach, the state of the project (DOMAIN 4.1, steps 3 to 5). */
#include <string.h>

#include "access/decide.h"

bool limits_shared(const struct facts *facts, uint32_t user, uint32_t asset)
{
	static const enum builtin builtins[] = { BUILTIN_WORKSPACE,
						 BUILTIN_GUESTS, BUILTIN_PUBLIC };
	const struct fact_user *u = &facts->users[user];
	const struct fact_asset *a = &facts->assets[asset];

	if (!u->active || u->gone || a->gone)
		return false;
	for (size_t i = 0; i < COUNT_OF(builtins); i++)
		if (a->builtin & builtins[i] && facts_in_builtin(u, builtins[i]))
			return true;
	for (uint32_t i = 0; i < a->groups.n; i++)
		if (!facts->groups[a->groups.v[i]].gone &&
		    numbers_has(&u->groups, a->groups.v[i]))
			return true;
	return false;
}

bool access_asset(const struct facts *facts, uint32_t user, uint32_t asset)
{
	const struct fact_user *u;

	if (user == ANYONE)			/* A51 */
		return !facts->assets[asset].gone &&
			facts->assets[asset].builtin & BUILTIN_PUBLIC;
	u = &facts->users[user];
	if (!u->active || u->gone || facts->assets[asset].gone)
		return false;
	return u->role == ROLE_ADMIN || limits_shared(facts, user, asset);
}

static bool misses(const struct facts *facts, uint32_t user, uint32_t asset)
{
	return !facts->assets[asset].gone && !access_asset(facts, user, asset);
}

static bool asset_before(const struct facts *facts, uint32_t a, uint32_t b)
{
	const struct fact_asset *x = &facts->assets[a];
	const struct fact_asset *y = &facts->assets[b];
	int order;

	if (x->kind != y->kind)
		return x->kind < y->kind;
	order = strcmp(x->name, y->name);
	return order ? order < 0 : strcmp(x->id, y->id) < 0;
}

static void add_asset(const struct facts *facts, struct limit *list,
		      uint32_t from, uint32_t *n, uint32_t asset)
{
	uint32_t at = (*n)++;

	while (at > from && asset_before(facts, asset, list[at - 1].asset)) {
		list[at] = list[at - 1];
		at--;
	}
	list[at] = (struct limit){ .code = REASON_ASSET_MISSING, .asset = asset,
				   .cap = LEVEL_CAN_VIEW };
}

static void add_plain(struct limit *list, uint32_t *n, enum reason code)
{
	list[(*n)++] = (struct limit){ .code = code, .cap = LEVEL_CAN_VIEW,
				       .asset = NOBODY };
}

static bool is_capped(enum role role)
{
	return role == ROLE_VIEWER || role == ROLE_EXPLORER;
}

bool limits_bind(const struct facts *facts, uint32_t user, uint32_t project,
		 enum level granted)
{
	const struct fact_project *p = &facts->projects[project];

	/* The visitor from the web never holds more than Can View. */
	if (granted <= LEVEL_CAN_VIEW || user == ANYONE)
		return false;
	if (p->state != STATE_ACTIVE || is_capped(facts->users[user].role))
		return true;
	for (uint32_t i = 0; i < p->assets.n; i++)
		if (misses(facts, user, p->assets.v[i]))
			return true;
	return false;
}

uint32_t limits_list(const struct facts *facts, uint32_t user,
		     uint32_t project, enum level granted,
		     struct arena *arena, struct limit **out)
{
	const struct fact_project *p = &facts->projects[project];
	uint32_t n = 0, from, room = 2;		/* role and state */
	struct limit *list;
	enum role role;

	*out = NULL;
	if (!limits_bind(facts, user, project, granted))
		return 0;
	for (uint32_t i = 0; i < p->assets.n; i++)
		room += misses(facts, user, p->assets.v[i]);
	list = arena_array(arena, room, sizeof(*list));
	role = facts->users[user].role;
	if (is_capped(role))
		add_plain(list, &n, role == ROLE_VIEWER ?
			  REASON_ROLE_CAP_VIEWER : REASON_ROLE_CAP_EXPLORER);
	from = n;
	for (uint32_t i = 0; i < p->assets.n; i++)
		if (misses(facts, user, p->assets.v[i]))
			add_asset(facts, list, from, &n, p->assets.v[i]);
	if (p->state != STATE_ACTIVE)
		add_plain(list, &n, REASON_STATE_READ_ONLY);
	*out = list;
	return n;
}
