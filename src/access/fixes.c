/* fixes.c: ways for a person to reach a level.  Searched by doing: an edit
 * that could lift the first obstacle is applied to the facts, the engine is
 * asked again, and so on, a few edits deep; what reaches the level and needs
 * every one of its edits is a fix.  Its side effects come from the preview. */
#include <stdlib.h>
#include <string.h>

#include "access/decide.h"
#include "access/preview.h"
#include "access/remedy.h"
#include "model/edit.h"

enum {
	TRIES_MAX = 3000,		/* times the engine is asked */
	WAYS_MAX = 24			/* the shortest ones are found first */
};
_Static_assert((int)WAYS_MAX <= (int)FIXES_MAX, "the contract knows fewer");

/* A set of edits, in the order in which they have to be done. */
struct way {
	struct edit edits[FIX_EDITS];
	uint32_t n;
};

struct search {
	struct facts *facts;
	uint32_t user, project;
	enum level want;
	struct arena scratch;
	struct way path, found[WAYS_MAX];
	uint32_t n_found, depth, tries;
};

static void ask(struct search *s, struct answer *out)
{
	access_decide(s->facts, s->user, s->project, &s->scratch, out);
}

static void apply(struct facts *facts, struct way *way)
{
	for (uint32_t i = 0; i < way->n; i++)
		edit_apply(facts, &way->edits[i]);
}

static void revert(struct facts *facts, struct way *way)
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

static bool same_way(const struct way *a, const struct way *b)
{
	if (a->n != b->n)
		return false;
	for (uint32_t i = 0; i < a->n; i++)
		if (!same_target(&a->edits[i], &b->edits[i]) ||
		    a->edits[i].value != b->edits[i].value)
			return false;
	return true;
}

static void sort_way(const struct facts *facts, struct way *way)
{
	for (uint32_t i = 1; i < way->n; i++) {
		struct edit moving = way->edits[i];
		uint32_t at = i;

		while (at && remedy_compare(facts, &moving,
					    &way->edits[at - 1]) < 0) {
			way->edits[at] = way->edits[at - 1];
			at--;
		}
		way->edits[at] = moving;
	}
}

/* A grant on a project that is put away needs the project back first, though
 * the level alone would not. */
static bool is_needed_by_rule(const struct way *way, uint32_t which)
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
static bool way_reaches(struct search *s, struct way *way)
{
	enum level level;

	apply(s->facts, way);
	level = decide_effective(s->facts, s->user, s->project);
	revert(s->facts, way);
	return level >= s->want;
}

/* Drop the edits that the way can do without. */
static void trim(struct search *s, struct way *way)
{
	for (uint32_t i = 0; i < way->n;) {
		struct way less = *way;

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
	struct way way = s->path;
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
	struct edit remedies[REMEDIES_MAX];
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
	n = remedy_list(s->facts, &a, s->want, remedies);
	for (uint32_t i = 0; i < n; i++) {
		struct edit *edit = &s->path.edits[s->path.n];

		if (is_on_path(s, &remedies[i]) ||
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

/* ---- what a fix is shown with -------------------------------------------------- */

static bool lists(const struct limit *limits, uint32_t n,
		  const struct limit *one)
{
	for (uint32_t i = 0; i < n; i++)
		if (limits[i].code == one->code && limits[i].asset == one->asset)
			return true;
	return false;
}

/* What stands between the person and the level, and no longer does. */
static void fill_lifts(struct search *s, const struct answer *before,
		       const struct answer *after, struct arena *arena,
		       struct fix *fix)
{
	enum level level = before->granted > s->want ? before->granted : s->want;
	struct limit *limits;
	uint32_t n = limits_list(s->facts, s->user, s->project, level,
				 &s->scratch, &limits);

	fix->lifts = arena_array(arena, n + 1, sizeof(*fix->lifts));
	if (before->granted < s->want) {
		struct limit grant = { .code = before->reason,
				       .cap = before->granted, .asset = NOBODY };

		fix->lifts[fix->n_lifts++] = grant;
	}
	for (uint32_t i = 0; i < n; i++)
		if (!lists(after->limits, after->n_limits, &limits[i]) &&
		    !lists(fix->lifts, fix->n_lifts, &limits[i]))
			fix->lifts[fix->n_lifts++] = limits[i];
}

static void fill_fix(struct search *s, struct way *way,
		     const struct answer *before, struct arena *arena,
		     struct fix *fix)
{
	struct answer after;
	struct moves moves;

	preview_count(s->facts, way->edits, way->n, &moves);
	fix->also_up = moves.up - 1;	/* the pair itself rises */
	fix->also_down = moves.down;
	apply(s->facts, way);
	ask(s, &after);
	revert(s->facts, way);
	fill_lifts(s, before, &after, arena, fix);
	fix->n_edits = way->n;
	fix->edits = arena_array(arena, way->n, sizeof(*fix->edits));
	memcpy(fix->edits, way->edits, way->n * sizeof(*fix->edits));
	for (uint32_t i = 0; i < way->n; i++)
		remedy_words(s->facts, &way->edits[i], arena, fix->words[i]);
	fix->text = remedy_text(s->facts, way->edits, way->n, arena);
}

/* Fewest other pairs, then fewest edits; then by what they say. */
static int by_rank(const void *a, const void *b)
{
	const struct fix *x = a, *y = b;
	uint64_t others_x = x->also_up + x->also_down;
	uint64_t others_y = y->also_up + y->also_down;

	if (others_x != others_y)
		return others_x < others_y ? -1 : 1;
	if (x->n_edits != y->n_edits)
		return x->n_edits < y->n_edits ? -1 : 1;
	return strcmp(x->text, y->text);
}

static void fill_all(struct search *s, const struct answer *before,
		     struct arena *arena, struct fix **out, uint32_t *n)
{
	struct fix *fixes = arena_array(arena, s->n_found, sizeof(*fixes));

	for (uint32_t i = 0; i < s->n_found; i++)
		fill_fix(s, &s->found[i], before, arena, &fixes[i]);
	if (s->n_found)
		qsort(fixes, s->n_found, sizeof(*fixes), by_rank);
	*out = fixes;
	*n = s->n_found;
}

void access_fixes(struct facts *facts, uint32_t user, uint32_t project,
		  enum level want, struct arena *arena, struct fix **out,
		  uint32_t *n)
{
	struct search s = { .facts = facts, .user = user, .project = project,
			    .want = want };
	struct answer before;

	*out = NULL;
	*n = 0;
	if (user == ANYONE || facts->users[user].gone ||
	    facts->projects[project].gone)
		return;
	ask(&s, &before);
	if (before.effective < want) {
		for (s.depth = 1; s.depth <= FIX_EDITS; s.depth++)
			search(&s);
		fill_all(&s, &before, arena, out, n);
	}
	arena_release(&s.scratch);
}
