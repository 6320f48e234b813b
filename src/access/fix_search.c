/* fix_search.c: ways for a person to reach a level.  Searched by doing: an edit
 * that could lift the first obstacle is applied to the facts, the engine is
 * asked again, and so on, a few edits deep; what reaches the level and needs
 * every one of its edits is a fix. */
#include "access/fixes.h"

#include <string.h>

#include "access/decide.h"
#include "access/fix_step.h"
#include "model/edit.h"

enum {
	DEEP = 4,			/* edits of a way that is searched for */
	TRIES_MAX = 3000,		/* times the engine is asked */
	WAYS_MAX = 24			/* the shortest ones are found first */
};
_Static_assert((int)WAYS_MAX <= (int)FIXES_MAX, "the contract knows fewer");

/* A set of edits, in the order in which they have to be done. */
struct route {
	struct edit edits[FIX_EDITS];
	uint32_t n;
};

struct search {
	struct facts *facts;
	uint32_t user, project;
	enum level want;
	uint64_t kinds;
	struct arena scratch;
	struct route path, found[WAYS_MAX];
	uint32_t n_found, depth, tries;
};

static void ask(struct search *s, struct answer *out)
{
	access_decide(s->facts, s->user, s->project, &s->scratch, out);
}

static void apply(struct facts *facts, struct route *way)
{
	for (uint32_t i = 0; i < way->n; i++)
		edit_apply(facts, &way->edits[i]);
}

static void revert(struct facts *facts, struct route *way)
{
	for (uint32_t i = way->n; i--;)
		edit_revert(facts, &way->edits[i]);
}

static bool same_target(const struct edit *a, const struct edit *b)
{
	return a->kind == b->kind && a->user == b->user &&
	       a->group == b->group && a->asset == b->asset &&
	       a->project == b->project;
}

static bool same_way(const struct route *a, const struct route *b)
{
	if (a->n != b->n)
		return false;
	for (uint32_t i = 0; i < a->n; i++)
		if (!same_target(&a->edits[i], &b->edits[i]) ||
		    a->edits[i].value != b->edits[i].value)
			return false;
	return true;
}

static void sort_way(const struct facts *facts, struct route *way)
{
	for (uint32_t i = 1; i < way->n; i++) {
		struct edit moving = way->edits[i];
		uint32_t at = i;

		while (at && fix_step_compare(facts, &moving,
					    &way->edits[at - 1]) < 0) {
			way->edits[at] = way->edits[at - 1];
			at--;
		}
		way->edits[at] = moving;
	}
}

/* A grant on a project that is put away needs the project back first, though
 * the level alone would not. */
static bool is_needed_by_rule(const struct route *way, uint32_t which)
{
	if (way->edits[which].kind != EDIT_PROJECT_STATE)
		return false;
	for (uint32_t i = 0; i < way->n; i++)
		if (way->edits[i].kind == EDIT_GRANT_USER ||
		    way->edits[i].kind == EDIT_GRANT_GROUP)
			return true;
	return false;
}

/* The facts stand before the way. */
static bool way_reaches(struct search *s, struct route *way)
{
	enum level level;

	apply(s->facts, way);
	level = decide_effective(s->facts, s->user, s->project);
	revert(s->facts, way);
	return level >= s->want;
}

/* Drop the edits that the way can do without. */
static void trim(struct search *s, struct route *way)
{
	for (uint32_t i = 0; i < way->n;) {
		struct route less = *way;

		less.n--;
		memmove(&less.edits[i], &less.edits[i + 1],
			(less.n - i) * sizeof(less.edits[0]));
		if (!is_needed_by_rule(way, i) && way_reaches(s, &less)) {
			*way = less;
			i = 0;
		} else {
			i++;
		}
	}
}

/* The facts stand after the path; they are so again on return. */
static void keep_path(struct search *s)
{
	struct route way = s->path;
	bool known = false;

	revert(s->facts, &s->path);
	sort_way(s->facts, &way);
	trim(s, &way);
	for (uint32_t i = 0; i < s->n_found && !known; i++)
		known = same_way(&s->found[i], &way);
	if (!known && s->n_found < WAYS_MAX && way_reaches(s, &way))
		s->found[s->n_found++] = way;
	apply(s->facts, &s->path);
}

static bool is_on_path(const struct search *s, const struct edit *edit)
{
	for (uint32_t i = 0; i < s->path.n; i++)
		if (same_target(&s->path.edits[i], edit))
			return true;
	return false;
}

static void search(struct search *s)
{
	struct edit remedies[FIX_STEPS_MAX];
	struct answer a;
	uint32_t n;

	if (s->tries++ >= TRIES_MAX || s->n_found == WAYS_MAX)
		return;
	if (decide_effective(s->facts, s->user, s->project) >= s->want) {
		if (s->path.n == s->depth)
			keep_path(s);
		return;
	}
	if (s->path.n == s->depth)
		return;
	ask(s, &a);
	n = fix_steps(s->facts, &a, s->want, s->kinds & FIX_BLIND, remedies);
	for (uint32_t i = 0; i < n; i++) {
		struct edit *edit = &s->path.edits[s->path.n];

		if (!(s->kinds >> remedies[i].kind & 1) ||
		    is_on_path(s, &remedies[i]) ||
		    !edit_changes(s->facts, &remedies[i]))
			continue;
		*edit = remedies[i];
		edit_apply(s->facts, edit);
		s->path.n++;
		search(s);
		s->path.n--;
		edit_revert(s->facts, edit);
	}
}

/* The first edit that could lift the first obstacle; false: there is none. */
static bool step(struct search *s)
{
	struct edit remedies[FIX_STEPS_MAX];
	struct answer a;
	uint32_t n, i;

	ask(s, &a);
	n = fix_steps(s->facts, &a, s->want, s->kinds & FIX_BLIND, remedies);
	for (i = 0; i < n; i++)
		if (s->kinds >> remedies[i].kind & 1 &&
		    !is_on_path(s, &remedies[i]) &&
		    edit_changes(s->facts, &remedies[i]))
			break;
	if (i == n)
		return false;
	s->path.edits[s->path.n] = remedies[i];
	edit_apply(s->facts, &s->path.edits[s->path.n++]);
	return true;
}

/* More things hold than a search goes deep: one after the other. */
static void straight(struct search *s)
{
	s->path.n = 0;
	while (s->path.n < FIX_EDITS &&
	       decide_effective(s->facts, s->user, s->project) < s->want)
		if (!step(s))
			break;
	if (decide_effective(s->facts, s->user, s->project) >= s->want)
		keep_path(s);
	revert(s->facts, &s->path);
}

/* ---- what is found ---------------------------------------------------------- */

static void keep_found(const struct search *s, struct arena *arena,
		       struct fix **out, uint32_t *n)
{
	struct fix *fixes = arena_array(arena, s->n_found + 1u, sizeof(*fixes));

	for (uint32_t i = 0; i < s->n_found; i++) {
		const struct route *way = &s->found[i];

		fixes[i].n_edits = way->n;
		fixes[i].edits = arena_array(arena, way->n,
					     sizeof(*fixes[i].edits));
		memcpy(fixes[i].edits, way->edits,
		       way->n * sizeof(*fixes[i].edits));
	}
	*out = fixes;
	*n = s->n_found;
}

void access_fixes(struct facts *facts, uint32_t user, uint32_t project,
		  enum level want, uint64_t kinds, struct arena *arena,
		  struct fix **out, uint32_t *n)
{
	struct search s = { .facts = facts, .user = user, .project = project,
			    .want = want, .kinds = kinds };

	*out = NULL;
	*n = 0;
	if (user == ANYONE || facts->users[user].gone ||
	    facts->projects[project].gone)
		return;
	if (decide_effective(facts, user, project) < want) {
		for (s.depth = 1; s.depth <= DEEP; s.depth++)
			search(&s);
		if (!s.n_found)
			straight(&s);
		keep_found(&s, arena, out, n);
	}
	arena_release(&s.scratch);
}

static bool lists(const struct limit *limits, uint32_t n,
		  const struct limit *one)
{
	for (uint32_t i = 0; i < n; i++)
		if (limits[i].code == one->code && limits[i].asset == one->asset)
			return true;
	return false;
}

void access_lifts(struct facts *facts, struct edit *edits, uint32_t n_edits,
		  uint32_t user, uint32_t project, enum level want,
		  struct arena *arena, struct limit **out, uint32_t *n)
{
	struct answer before, after;
	struct limit *limits;
	uint32_t n_limits;

	access_decide(facts, user, project, arena, &before);
	n_limits = limits_list(facts, user, project, before.granted > want ?
			       before.granted : want, arena, &limits);
	for (uint32_t i = 0; i < n_edits; i++)
		edit_apply(facts, &edits[i]);
	access_decide(facts, user, project, arena, &after);
	for (uint32_t i = n_edits; i--;)
		edit_revert(facts, &edits[i]);
	*out = arena_array(arena, n_limits + 1, sizeof(**out));
	*n = 0;
	if (before.granted < want)
		(*out)[(*n)++] = (struct limit){ .code = before.reason,
			.cap = before.granted, .asset = NOBODY };
	for (uint32_t i = 0; i < n_limits; i++)
		if (!lists(after.limits, after.n_limits, &limits[i]) &&
		    !lists(*out, *n, &limits[i]))
			(*out)[(*n)++] = limits[i];
}
