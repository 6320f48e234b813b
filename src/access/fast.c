/* fast.c: levels of many pairs at once.  Written from the rules a second time,
 * over dense arrays: role defaults first, then only what was granted to
 * somebody by name.  Shares nothing with decide.c, so that each can be held
 * against the other. */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "access/access.h"
#include "base/mem.h"

/* One user's count of imported assets that some custom group opens, where the
 * built-in groups do not. */
struct reach {
	uint32_t seen;			/* 1 + index of the last asset counted */
	uint32_t opened;
};

static void raise_to(struct verdict *verdict, unsigned level)
{
	if (verdict->granted < level)
		verdict->granted = (uint8_t)level;
}

/* The level of the web link while it is open. */
static uint8_t open_link(const struct facts *facts, const struct fact_project *p)
{
	if (p->public_web > LEVEL_CAN_VIEW || !facts->share_to_web ||
	    p->state == STATE_TRASHED)
		return LEVEL_NONE;
	return p->public_web;
}

static bool takes_part(const struct fact_user *u)
{
	return u->active && !u->gone;
}

static void spread_grants(const struct facts *facts,
			  const struct fact_project *p, struct verdict *out)
{
	if (p->owner != NOBODY && takes_part(&facts->users[p->owner]))
		raise_to(&out[p->owner], LEVEL_FULL_ACCESS);
	for (uint32_t i = 0; i < p->n_grants; i++) {
		const struct fact_grant *grant = &p->grants[i];
		const struct fact_group *g;

		if (!grant->group) {
			if (takes_part(&facts->users[grant->who]))
				raise_to(&out[grant->who], grant->level);
			continue;
		}
		g = &facts->groups[grant->who];
		if (g->gone)
			continue;
		for (uint32_t k = 0; k < g->members.n; k++) {
			uint32_t user = g->members.v[k];

			if (takes_part(&facts->users[user]))
				raise_to(&out[user], grant->level);
		}
	}
}

/* Count, for each user, the closed assets that a group of theirs opens.
 * need[guest]: how many assets are closed to members and to guests. */
static void count_reach(const struct facts *facts, const struct fact_project *p,
			struct reach *reach, uint32_t need[2])
{
	need[0] = need[1] = 0;
	for (uint32_t i = 0; i < p->assets.n; i++) {
		const struct fact_asset *a = &facts->assets[p->assets.v[i]];
		bool closed[2];

		if (a->gone || a->builtin & BUILTIN_PUBLIC)
			continue;
		closed[0] = !(a->builtin & BUILTIN_WORKSPACE);
		closed[1] = !(a->builtin & BUILTIN_GUESTS);
		need[0] += closed[0];
		need[1] += closed[1];
		for (uint32_t k = 0; k < a->groups.n; k++) {
			const struct fact_group *g = &facts->groups[a->groups.v[k]];

			if (g->gone)
				continue;
			for (uint32_t m = 0; m < g->members.n; m++) {
				uint32_t user = g->members.v[m];
				struct reach *r = &reach[user];

				if (r->seen == i + 1)
					continue;
				r->seen = i + 1;
				r->opened += closed[facts->users[user].role ==
						    ROLE_GUEST];
			}
		}
	}
}

static void cap(struct verdict *verdict, enum role role, bool read_only,
		bool asset_missing)
{
	verdict->effective = verdict->granted;
	if (verdict->granted <= LEVEL_CAN_VIEW)
		return;
	verdict->role_cap = role == ROLE_VIEWER || role == ROLE_EXPLORER;
	verdict->asset_cap = asset_missing && role != ROLE_ADMIN;
	verdict->state_cap = read_only;
	if (verdict->role_cap || verdict->asset_cap || verdict->state_cap)
		verdict->effective = LEVEL_CAN_VIEW;
}

void access_of_project(const struct facts *facts, uint32_t project,
		       struct verdict *out)
{
	const struct fact_project *p = &facts->projects[project];
	uint8_t link = open_link(facts, p);
	uint8_t member = link > p->workspace ? link : p->workspace;
	struct reach *reach = NULL;
	uint32_t need[2] = { 0, 0 };

	assert(project < facts->n_projects);
	if (!facts->n_users)
		return;
	memset(out, 0, facts->n_users * sizeof(*out));
	if (p->gone)
		return;
	for (uint32_t u = 0; u < facts->n_users; u++) {
		const struct fact_user *user = &facts->users[u];

		if (user->gone)
			continue;
		out[u].granted = user->active && user->role != ROLE_GUEST
				 ? member : link;
	}
	spread_grants(facts, p, out);
	if (p->assets.n) {
		reach = mem_array(facts->n_users, sizeof(*reach));
		count_reach(facts, p, reach, need);
	}
	for (uint32_t u = 0; u < facts->n_users; u++) {
		enum role role = facts->users[u].role;
		bool missing = reach && reach[u].opened <
					need[role == ROLE_GUEST];

		cap(&out[u], role, p->state != STATE_ACTIVE, missing);
	}
	free(reach);
}

/* The level a grant gives; grants stand in order: users, then groups. */
static uint8_t level_in(const struct fact_project *p, bool group, uint32_t who)
{
	uint32_t low = 0, high = p->n_grants;

	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		const struct fact_grant *grant = &p->grants[middle];

		if (grant->group < group ||
		    (grant->group == group && grant->who < who))
			low = middle + 1;
		else
			high = middle;
	}
	if (low < p->n_grants && p->grants[low].group == group &&
	    p->grants[low].who == who)
		return p->grants[low].level;
	return LEVEL_NONE;
}

static void gather_grants(const struct facts *facts, uint32_t user,
			  struct verdict *out)
{
	const struct fact_user *u = &facts->users[user];

	for (uint32_t i = 0; i < u->projects.n; i++) {
		uint32_t at = u->projects.v[i];
		const struct fact_project *p = &facts->projects[at];

		if (p->gone)
			continue;
		raise_to(&out[at], level_in(p, false, user));
		if (p->owner == user)
			raise_to(&out[at], LEVEL_FULL_ACCESS);
	}
	for (uint32_t i = 0; i < u->groups.n; i++) {
		const struct fact_group *g = &facts->groups[u->groups.v[i]];

		for (uint32_t k = 0; k < g->projects.n && !g->gone; k++) {
			uint32_t at = g->projects.v[k];

			if (!facts->projects[at].gone)
				raise_to(&out[at],
					 level_in(&facts->projects[at], true,
						  u->groups.v[i]));
		}
	}
}

/* Do two sorted sets meet in a group that is still there? */
static bool meet(const struct facts *facts, const struct numbers *a,
		 const struct numbers *b)
{
	for (uint32_t i = 0, k = 0; i < a->n && k < b->n;) {
		if (a->v[i] == b->v[k]) {
			if (!facts->groups[a->v[i]].gone)
				return true;
			i++;
			k++;
		} else if (a->v[i] < b->v[k]) {
			i++;
		} else {
			k++;
		}
	}
	return false;
}

/* Note the projects that import an asset closed to this user. */
static void mark_missing(const struct facts *facts, const struct fact_user *u,
			 struct verdict *out)
{
	unsigned open = BUILTIN_PUBLIC;

	open |= u->role == ROLE_GUEST ? BUILTIN_GUESTS : BUILTIN_WORKSPACE;
	for (uint32_t i = 0; i < facts->n_assets; i++) {
		const struct fact_asset *a = &facts->assets[i];

		if (a->gone || !a->projects.n || a->builtin & open ||
		    meet(facts, &a->groups, &u->groups))
			continue;
		for (uint32_t k = 0; k < a->projects.n; k++)
			out[a->projects.v[k]].asset_cap = true;
	}
}

void access_of_user(const struct facts *facts, uint32_t user,
		    struct verdict *out)
{
	const struct fact_user *u = NULL;
	bool member;

	assert(user == ANYONE || user < facts->n_users);
	if (user != ANYONE)
		u = &facts->users[user];
	if (!facts->n_projects)
		return;
	memset(out, 0, facts->n_projects * sizeof(*out));
	if (u && u->gone)
		return;
	member = u && u->active && u->role != ROLE_GUEST;
	for (uint32_t i = 0; i < facts->n_projects; i++) {
		const struct fact_project *p = &facts->projects[i];

		if (p->gone)
			continue;
		out[i].granted = open_link(facts, p);
		if (member)
			raise_to(&out[i], p->workspace);
	}
	if (u && u->active) {
		gather_grants(facts, user, out);
		mark_missing(facts, u, out);
	}
	for (uint32_t i = 0; i < facts->n_projects; i++) {
		bool missing = out[i].asset_cap;

		out[i].asset_cap = false;
		cap(&out[i], u ? u->role : ROLE_ANONYMOUS,
		    facts->projects[i].state != STATE_ACTIVE, missing);
	}
}

void access_count(const struct facts *facts, const struct verdict *verdicts,
		  struct totals *out)
{
	*out = (struct totals){ .projects = 1 };
	for (uint32_t u = 0; u < facts->n_users; u++) {
		if (facts->users[u].gone)
			continue;
		out->users++;
		out->count[verdicts[u].effective]++;
		out->downgraded += verdicts[u].effective < verdicts[u].granted;
	}
	out->pairs = out->users;
}
