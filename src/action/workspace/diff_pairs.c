/* diff_pairs.c: whom the difference moves.  Rows of verdicts are compared before
 * and after: of each project that differs itself all people, of the others the
 * people that differ; the rest cannot move. */
#include "action/workspace/diff_priv.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

/* Places are those of diff->users and diff->projects. */
struct sweep {
	struct facts_diff *diff;
	bool *user, *project;		/* may move what it is part of */
	bool *asset;			/* by place in diff->assets */
	uint32_t n_user;		/* how many of them */
	uint32_t *asset_at;		/* number after -> place */
	uint32_t *group_to;		/* number before -> number after */
	struct verdict *a, *b;
	struct arena arena;		/* of one comparison */
};

/* ---- what differs ---------------------------------------------------------------- */

/* The same set on both sides, `to` leading from one to the other? */
static bool same_set(const struct numbers *a, const struct numbers *b,
		     const uint32_t *to, const struct facts *before,
		     const struct facts *after)
{
	uint32_t n = 0, m = 0;

	for (uint32_t i = 0; i < a->n; i++) {
		uint32_t other = to[a->v[i]];

		if (before->groups[a->v[i]].gone)
			continue;
		if (other == NOBODY || !numbers_has(b, other))
			return false;
		n++;
	}
	for (uint32_t i = 0; i < b->n; i++)
		m += !after->groups[b->v[i]].gone;
	return n == m;
}

static bool user_moves(const struct sweep *sweep, const struct diff_thing *one)
{
	const struct facts_diff *diff = sweep->diff;
	const struct fact_user *a, *b;

	if (!diff_both(one))
		return true;
	a = &diff->before->users[one->before];
	b = &diff->after->users[one->after];
	return a->role != b->role || a->active != b->active ||
		!same_set(&a->groups, &b->groups, sweep->group_to, diff->before,
			  diff->after);
}

static bool asset_moves(const struct sweep *sweep, const struct diff_thing *one)
{
	const struct facts_diff *diff = sweep->diff;
	const struct fact_asset *a, *b;

	if (!diff_both(one))
		return true;
	a = &diff->before->assets[one->before];
	b = &diff->after->assets[one->after];
	return a->kind != b->kind || a->builtin != b->builtin ||
		!same_set(&a->groups, &b->groups, sweep->group_to, diff->before,
			  diff->after);
}

static bool project_moves(const struct sweep *sweep,
			  const struct diff_thing *one)
{
	const struct facts_diff *diff = sweep->diff;
	const struct fact_project *a, *b;

	if (!diff_both(one))
		return true;
	a = &diff->before->projects[one->before];
	b = &diff->after->projects[one->after];
	if (a->state != b->state || a->workspace != b->workspace ||
	    a->public_web != b->public_web ||
	    (b->public_web != LEVEL_NONE &&
	     diff->before->share_to_web != diff->after->share_to_web) ||
	    strcmp(diff->before->users[a->owner].id,
		   diff->after->users[b->owner].id) != 0)
		return true;
	for (uint32_t i = 0; i < b->assets.n; i++)
		if (sweep->asset[sweep->asset_at[b->assets.v[i]]])
			return true;
	return false;
}

/* Grants and imports that differ have rows already. */
static void mark_tied(struct sweep *sweep)
{
	const struct diff_things *projects = &sweep->diff->projects;
	uint32_t at = 0;

	for (size_t i = 0; i < sweep->diff->n_rows; i++) {
		const struct diff_row *row = &sweep->diff->rows[i];

		if (row->kind != DIFF_GRANTS && row->kind != DIFF_IMPORTS)
			continue;
		if (i > 0 && row->kind != row[-1].kind)
			at = 0;
		while (at < projects->n && projects->v[at].id != row->id)
			at++;		/* rows are in the same order */
		if (at < projects->n)
			sweep->project[at] = true;
	}
}

static uint32_t *places(const struct diff_things *things, uint32_t n)
{
	uint32_t *at = mem_array((size_t)n + 1, sizeof(*at));

	for (uint32_t i = 0; i < things->n; i++)
		if (things->v[i].after != NOBODY)
			at[things->v[i].after] = i;
	return at;
}

static void mark(struct sweep *sweep)
{
	struct facts_diff *diff = sweep->diff;
	uint32_t i;

	for (i = 0; i < diff->before->n_groups; i++)
		sweep->group_to[i] = NOBODY;
	for (i = 0; i < diff->groups.n; i++)
		if (diff->groups.v[i].before != NOBODY)
			sweep->group_to[diff->groups.v[i].before] =
				diff->groups.v[i].after;
	for (i = 0; i < diff->users.n; i++) {
		sweep->user[i] = user_moves(sweep, &diff->users.v[i]);
		sweep->n_user += sweep->user[i];
	}
	for (i = 0; i < diff->assets.n; i++)
		sweep->asset[i] = asset_moves(sweep, &diff->assets.v[i]);
	for (i = 0; i < diff->projects.n; i++)
		sweep->project[i] = project_moves(sweep, &diff->projects.v[i]);
	mark_tied(sweep);
}

/* ---- pairs ----------------------------------------------------------------------- */

static void decide(struct sweep *sweep, const struct facts *facts,
		   uint32_t user, uint32_t project, struct answer *out)
{
	memset(out, 0, sizeof(*out));
	if (user != NOBODY && project != NOBODY)
		access_decide(facts, user, project, &sweep->arena, out);
}

static const char *limit_asset(const struct facts *facts,
			       const struct limit *limit)
{
	return limit->asset == NOBODY ? "" : facts->assets[limit->asset].id;
}

static bool has_limit(const struct facts *facts, const struct answer *answer,
		      const struct facts *others, const struct limit *limit)
{
	for (uint32_t i = 0; i < answer->n_limits; i++)
		if (answer->limits[i].code == limit->code &&
		    strcmp(limit_asset(facts, &answer->limits[i]),
			   limit_asset(others, limit)) == 0)
			return true;
	return false;
}

/* Of equal levels: are other assets missing? */
static bool other_limits(struct sweep *sweep, uint32_t ua, uint32_t pa,
			 uint32_t ub, uint32_t pb)
{
	const struct facts *before = sweep->diff->before;
	const struct facts *after = sweep->diff->after;
	struct answer a, b;
	bool differ;

	decide(sweep, before, ua, pa, &a);
	decide(sweep, after, ub, pb, &b);
	differ = a.n_limits != b.n_limits;
	for (uint32_t i = 0; i < a.n_limits && !differ; i++)
		differ = !has_limit(after, &b, before, &a.limits[i]);
	arena_release(&sweep->arena);
	return differ;
}

static void note(struct sweep *sweep, uint32_t project, uint32_t user,
		 const struct verdict *was, const struct verdict *now)
{
	struct facts_diff *diff = sweep->diff;

	if (user != ANYONE) {
		diff->up += now->effective > was->effective;
		diff->down += now->effective < was->effective;
		diff->held += now->effective <= was->effective &&
			now->granted > was->granted;
	}
	if (diff->n_pairs == DIFF_PAIRS_MOST) {
		diff->complete = false;
		return;
	}
	diff->pairs = mem_grow(diff->pairs, diff->n_pairs, &diff->cap_pairs,
			       sizeof(*diff->pairs));
	diff->pairs[diff->n_pairs++] = (struct diff_pair){ project, user,
		was->effective, now->effective };
}

/* Their roles may differ where the caps look alike. */
static void compare(struct sweep *sweep, uint32_t project, uint32_t user,
		    const struct verdict *was, const struct verdict *now)
{
	const struct diff_thing *u = &sweep->diff->users.v[user];
	const struct diff_thing *p = &sweep->diff->projects.v[project];
	bool differ = was->granted != now->granted ||
		was->effective != now->effective ||
		was->role_cap != now->role_cap ||
		was->asset_cap != now->asset_cap ||
		was->state_cap != now->state_cap ||
		(was->role_cap && sweep->diff->before->users[u->before].role !=
		 sweep->diff->after->users[u->after].role);

	if (differ || (was->asset_cap && now->asset_cap &&
		       other_limits(sweep, u->before, p->before, u->after,
				    p->after)))
		note(sweep, project, user, was, now);
}

static void visitor(struct sweep *sweep, uint32_t project)
{
	const struct diff_thing *p = &sweep->diff->projects.v[project];
	struct verdict was = { 0 }, now = { 0 };
	struct answer a, b;

	decide(sweep, sweep->diff->before, ANYONE, p->before, &a);
	decide(sweep, sweep->diff->after, ANYONE, p->after, &b);
	was.granted = (uint8_t)a.granted;
	was.effective = (uint8_t)a.effective;
	now.granted = (uint8_t)b.granted;
	now.effective = (uint8_t)b.effective;
	arena_release(&sweep->arena);
	if (was.granted != now.granted || was.effective != now.effective)
		note(sweep, project, ANYONE, &was, &now);
}

/* All people of a project. */
static void project_row(struct sweep *sweep, uint32_t project)
{
	static const struct verdict none;
	const struct facts_diff *diff = sweep->diff;
	const struct diff_thing *p = &diff->projects.v[project];

	if (p->before != NOBODY)
		access_of_project(diff->before, p->before, sweep->a);
	if (p->after != NOBODY)
		access_of_project(diff->after, p->after, sweep->b);
	for (uint32_t i = 0; i < diff->users.n; i++) {
		const struct diff_thing *u = &diff->users.v[i];

		compare(sweep, project, i,
			p->before == NOBODY || u->before == NOBODY ? &none :
			&sweep->a[u->before],
			p->after == NOBODY || u->after == NOBODY ? &none :
			&sweep->b[u->after]);
	}
	visitor(sweep, project);
}

/* All projects of a person, but for those that have a row of their own. */
static void user_row(struct sweep *sweep, uint32_t user)
{
	static const struct verdict none;
	const struct facts_diff *diff = sweep->diff;
	const struct diff_thing *u = &diff->users.v[user];

	if (u->before != NOBODY)
		access_of_user(diff->before, u->before, sweep->a);
	if (u->after != NOBODY)
		access_of_user(diff->after, u->after, sweep->b);
	for (uint32_t i = 0; i < diff->projects.n; i++) {
		const struct diff_thing *p = &diff->projects.v[i];

		if (!sweep->project[i])
			compare(sweep, i, user, u->before == NOBODY ? &none :
				&sweep->a[p->before], u->after == NOBODY ?
				&none : &sweep->b[p->after]);
	}
}

static int by_place(const void *a, const void *b)
{
	const struct diff_pair *x = a, *y = b;

	if (x->project != y->project)
		return x->project < y->project ? -1 : 1;
	return (x->user > y->user) - (x->user < y->user);
}

/* Where many people differ, a row of each project is the shorter way. */
static void sweep_all(struct sweep *sweep)
{
	struct facts_diff *diff = sweep->diff;
	bool few = sweep->n_user < diff->users.n / 8;

	for (uint32_t i = 0; i < diff->projects.n; i++) {
		if (!few && sweep->n_user > 0)
			sweep->project[i] = true;
		if (sweep->project[i])
			project_row(sweep, i);
	}
	for (uint32_t i = 0; few && i < diff->users.n; i++)
		if (sweep->user[i])
			user_row(sweep, i);
	if (diff->n_pairs > 1)
		qsort(diff->pairs, diff->n_pairs, sizeof(*diff->pairs),
		      by_place);
}

static uint32_t most(uint32_t a, uint32_t b)
{
	return a > b ? a : b;
}

void diff_pairs(struct facts_diff *diff)
{
	const struct facts *before = diff->before, *after = diff->after;
	size_t wide = (size_t)most(most(before->n_users, after->n_users),
				   most(before->n_projects, after->n_projects));
	struct sweep sweep = {
		.diff = diff,
		.user = mem_alloc((size_t)diff->users.n + 1),
		.project = mem_alloc((size_t)diff->projects.n + 1),
		.asset = mem_alloc((size_t)diff->assets.n + 1),
		.asset_at = places(&diff->assets, after->n_assets),
		.group_to = mem_array((size_t)before->n_groups + 1,
				      sizeof(*sweep.group_to)),
		.a = mem_array(wide + 1, sizeof(*sweep.a)),
		.b = mem_array(wide + 1, sizeof(*sweep.b)),
	};

	mark(&sweep);
	sweep_all(&sweep);
	free(sweep.user);
	free(sweep.project);
	free(sweep.asset);
	free(sweep.asset_at);
	free(sweep.group_to);
	free(sweep.a);
	free(sweep.b);
}
