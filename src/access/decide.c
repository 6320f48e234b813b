/* decide.c: the plain definition of an answer (DOMAIN 4.1 and 5.1): every
 * source, the best of them, every limit, the result.  No index, no cache. */
#include "access/decide.h"

#include <assert.h>
#include <string.h>

/* Fills two lists; with NULL lists it only counts. */
struct walk {
	const struct facts *facts;
	const struct fact_user *user;		/* NULL: the anonymous visitor */
	const struct fact_project *project;
	struct source *sources, *blocked;
	uint32_t n_sources, n_blocked;
	enum level best;			/* of those that reach */
};

/* <0, 0, >0 */
static int source_compare(const struct facts *facts, const struct source *a,
			  const struct source *b)
{
	const struct fact_group *ga, *gb;
	int order;

	if (a->level != b->level)
		return a->level > b->level ? -1 : 1;
	if (a->via != b->via)
		return a->via < b->via ? -1 : 1;
	if (a->via != VIA_GROUP)
		return 0;
	ga = &facts->groups[a->group];
	gb = &facts->groups[b->group];
	order = strcmp(ga->name, gb->name);
	return order ? order : strcmp(ga->id, gb->id);
}

void source_sort(const struct facts *facts, struct source *list, uint32_t n)
{
	for (uint32_t i = 1; i < n; i++) {
		struct source moving = list[i];
		uint32_t at = i;

		while (at && source_compare(facts, &moving, &list[at - 1]) < 0) {
			list[at] = list[at - 1];
			at--;
		}
		list[at] = moving;
	}
}

static void reaches(struct walk *walk, struct source source)
{
	if (walk->sources)
		walk->sources[walk->n_sources] = source;
	walk->n_sources++;
	if (source.level > walk->best)
		walk->best = source.level;
}

static void stops(struct walk *walk, struct source source, enum reason why)
{
	source.blocked = why;
	if (walk->blocked)
		walk->blocked[walk->n_blocked] = source;
	walk->n_blocked++;
}

/* What is given to people with an account reaches the active ones. */
static void reaches_member(struct walk *walk, struct source source)
{
	if (walk->user->active)
		reaches(walk, source);
	else
		stops(walk, source, REASON_DEACTIVATED);
}

static void walk_direct(struct walk *walk, uint32_t user)
{
	const struct fact_project *project = walk->project;
	struct source source = { .via = VIA_DIRECT, .group = NOBODY };

	source.owner = project->owner == user;
	if (source.owner)
		source.level = LEVEL_FULL_ACCESS;
	for (uint32_t i = 0; i < project->n_grants && !source.owner; i++)
		if (!project->grants[i].group && project->grants[i].who == user)
			source.level = (enum level)project->grants[i].level;
	if (source.level > LEVEL_NONE)
		reaches_member(walk, source);
}

static void walk_groups(struct walk *walk)
{
	for (uint32_t i = 0; i < walk->project->n_grants; i++) {
		const struct fact_grant *grant = &walk->project->grants[i];
		struct source source = { .via = VIA_GROUP, .group = grant->who,
					 .level = (enum level)grant->level };

		if (!grant->group || walk->facts->groups[grant->who].gone ||
		    !numbers_has(&walk->user->groups, grant->who))
			continue;
		if (source.level > LEVEL_NONE)
			reaches_member(walk, source);
	}
}

static void walk_workspace(struct walk *walk)
{
	struct source source = { .via = VIA_WORKSPACE, .group = NOBODY,
			.level = (enum level)walk->project->workspace };

	if (source.level == LEVEL_NONE)
		return;
	if (walk->user->active && walk->user->role == ROLE_GUEST)
		stops(walk, source, REASON_WORKSPACE_EXCLUDES_GUEST);
	else
		reaches_member(walk, source);
}

static void walk_public(struct walk *walk)
{
	struct source source = { .via = VIA_PUBLIC, .group = NOBODY,
			.level = (enum level)walk->project->public_web };

	if (source.level == LEVEL_NONE)
		return;
	if (source.level > LEVEL_CAN_VIEW)
		stops(walk, source, REASON_PUBLIC_LEVEL_INVALID);
	else if (!walk->facts->share_to_web)
		stops(walk, source, REASON_PUBLIC_SWITCH_OFF);
	else if (walk->project->state == STATE_TRASHED)
		stops(walk, source, REASON_TRASHED_LINK_SUSPENDED);
	else
		reaches(walk, source);
}

static void walk_all(struct walk *walk, uint32_t user)
{
	walk->n_sources = walk->n_blocked = 0;
	walk->best = LEVEL_NONE;
	if (walk->project->gone || (walk->user && walk->user->gone))
		return;
	if (walk->user) {
		walk_direct(walk, user);
		walk_groups(walk);
		walk_workspace(walk);
	}
	walk_public(walk);
}

static void find_sources(const struct facts *facts, const struct fact_user *user,
			 struct arena *arena, struct answer *a)
{
	struct walk walk = { .facts = facts, .user = user,
			     .project = &facts->projects[a->project] };

	walk_all(&walk, a->user);
	if (walk.n_sources)
		walk.sources = arena_array(arena, walk.n_sources,
					   sizeof(*walk.sources));
	if (walk.n_blocked)
		walk.blocked = arena_array(arena, walk.n_blocked,
					   sizeof(*walk.blocked));
	walk_all(&walk, a->user);
	source_sort(facts, walk.sources, walk.n_sources);
	source_sort(facts, walk.blocked, walk.n_blocked);
	a->sources = walk.sources;
	a->n_sources = walk.n_sources;
	a->blocked = walk.blocked;
	a->n_blocked = walk.n_blocked;
	if (!a->n_sources)
		return;
	a->sources[0].wins = true;
	a->granted = walk.best;
}

static bool has_blocked(const struct answer *a, enum reason why)
{
	for (uint32_t i = 0; i < a->n_blocked; i++)
		if (a->blocked[i].blocked == why)
			return true;
	return false;
}

/* T04 to T09: nothing reaches. */
static enum reason reason_for_none(const struct answer *a)
{
	bool only_link = a->n_blocked == 1 && a->blocked[0].via == VIA_PUBLIC;

	if (a->role == ROLE_ADMIN && a->active)
		return REASON_ADMIN_NOT_SHARED;
	if (only_link)
		return REASON_NOT_SHARED;
	if (a->role == ROLE_ANONYMOUS)
		return REASON_NO_ACCOUNT;
	if (!a->active)
		return REASON_DEACTIVATED;
	if (has_blocked(a, REASON_WORKSPACE_EXCLUDES_GUEST))
		return REASON_WORKSPACE_EXCLUDES_GUEST;
	return REASON_NOT_SHARED;
}

static bool inherits_assets(const struct facts *facts, const struct answer *a)
{
	const struct numbers *assets = &facts->projects[a->project].assets;

	if (a->role != ROLE_ADMIN || a->granted <= LEVEL_CAN_VIEW)
		return false;
	for (uint32_t i = 0; i < assets->n; i++)
		if (!facts->assets[assets->v[i]].gone &&
		    !limits_shared(facts, a->user, assets->v[i]))
			return true;
	return false;
}

/* The first matching row of DOMAIN 5.1, by the source that wins. */
static enum reason reason_of(const struct facts *facts, const struct answer *a)
{
	if (!a->n_sources)
		return reason_for_none(a);
	if (a->sources[0].via == VIA_PUBLIC)
		return REASON_PUBLIC_LINK;
	if (a->n_limits)
		return a->limits[0].code;
	if (inherits_assets(facts, a))
		return REASON_ADMIN_INHERITS_ASSETS;
	return REASON_AS_GRANTED;
}

static enum level at_most(enum level level, enum level cap)
{
	return level < cap ? level : cap;
}

void access_decide(const struct facts *facts, uint32_t user, uint32_t project,
		   struct arena *arena, struct answer *out)
{
	const struct fact_user *u = NULL;

	assert(user == ANYONE || user < facts->n_users);
	assert(project < facts->n_projects);
	if (user != ANYONE)
		u = &facts->users[user];
	*out = (struct answer){ .user = user, .project = project,
				.role = u ? u->role : ROLE_ANONYMOUS,
				.active = u ? u->active : true };
	find_sources(facts, u, arena, out);
	out->n_limits = limits_list(facts, user, project, out->granted, arena,
				    &out->limits);
	out->manages = out->effective = out->granted;
	for (uint32_t i = 0; i < out->n_limits; i++) {
		enum level cap = out->limits[i].cap;

		out->effective = at_most(out->effective, cap);
		if (out->limits[i].code != REASON_STATE_READ_ONLY)
			out->manages = at_most(out->manages, cap);
	}
	out->reason = reason_of(facts, out);
	out->can = can_bits(facts, out);
}

enum level decide_effective(const struct facts *facts, uint32_t user,
			    uint32_t project)
{
	struct walk walk = {
		.facts = facts, .project = &facts->projects[project],
		.user = user == ANYONE ? NULL : &facts->users[user]
	};

	walk_all(&walk, user);
	if (limits_bind(facts, user, project, walk.best))
		return at_most(walk.best, LEVEL_CAN_VIEW);
	return walk.best;
}

bool access_has_anonymous(const struct facts *facts, uint32_t project)
{
	const struct fact_project *p = &facts->projects[project];

	return !p->gone && p->public_web != LEVEL_NONE;
}

void access_once_active(const struct facts *facts, uint32_t user, uint32_t project,
			struct arena *arena, struct answer *out)
{
	struct fact_user *who = &facts->users[user];
	bool was = who->active;

	who->active = true;
	access_decide(facts, user, project, arena, out);
	who->active = was;
}
