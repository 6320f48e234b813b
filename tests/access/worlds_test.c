/* worlds_test.c: in every small world the plain and the fast engine agree. */
#include "tests/expect.h"

#include "access/edit_granted.h"
#include "base/mem.h"
#include "tests/access/lab.h"
#include "tests/access/worlds.h"

enum { WORLDS_LEAST = 800000 };

static bool agree(const struct answer *a, const struct verdict *v)
{
	bool role = answer_limited(a, REASON_ROLE_CAP_VIEWER) ||
		    answer_limited(a, REASON_ROLE_CAP_EXPLORER);

	return a->granted == v->granted && a->effective == v->effective &&
	       role == v->role_cap &&
	       answer_limited(a, REASON_ASSET_MISSING) == v->asset_cap &&
	       answer_limited(a, REASON_STATE_READ_ONLY) == v->state_cap;
}

/* Whoever is left out, there is one who holds editing or there is none. */
static bool all_but(void *ctx, uint32_t user)
{
	return user != *(const uint32_t *)ctx;
}

static bool same_any(const struct facts *f, uint32_t project, const struct verdict *v)
{
	bool same = true;

	for (uint32_t out = 0; out <= f->n_users; out++) {
		bool any = false;

		for (uint32_t u = 0; u < f->n_users; u++)
			any = any || (u != out && v[u].effective >= LEVEL_CAN_EDIT);
		same = same && any == editors_any(f, project, all_but, &out);
	}
	return same;
}

/* Those granted editing, and them alone, each with what holds them. */
static bool same_editors(const struct facts *f, uint32_t project,
			 const struct verdict *v, struct editors *editors)
{
	uint32_t granted = 0;

	editors_of(editors, f, project);
	for (uint32_t u = 0; u < f->n_users; u++)
		granted += v[u].granted >= LEVEL_CAN_EDIT;
	for (size_t i = 0; i < editors->n; i++) {
		const struct editor *e = &editors->v[i];

		if (v[e->user].granted < LEVEL_CAN_EDIT ||
		    e->lacks != v[e->user].asset_cap ||
		    e->held != (v[e->user].effective < v[e->user].granted))
			return false;
		for (size_t k = 0; k < i; k++)
			if (editors->v[k].user == e->user)
				return false;
	}
	return editors->n == granted && same_any(f, project, v);
}

static bool same_access(const struct facts *f)
{
	bool *has = mem_array((size_t)f->n_users + 1, sizeof(*has)), same = true;

	for (uint32_t a = 0; a < f->n_assets; a++) {
		access_of_asset(f, a, has);
		for (uint32_t u = 0; u < f->n_users; u++)
			same = same && has[u] == access_asset(f, u, a);
	}
	free(has);
	return same;
}

/* The fast paths against the plain one, over every pair. */
static uint64_t disagreements(const struct facts *f)
{
	struct verdict *by_user = mem_array((size_t)f->n_users * f->n_projects,
					    sizeof(*by_user));
	struct verdict *of_project = mem_array(f->n_users, sizeof(*of_project));
	struct editors editors = { .n = 0 };
	uint64_t wrong = 0;

	wrong += !same_access(f);
	for (uint32_t u = 0; u < f->n_users; u++)
		access_of_user(f, u, by_user + (size_t)u * f->n_projects);
	for (uint32_t p = 0; p < f->n_projects; p++) {
		struct arena arena = { .head = NULL };

		access_of_project(f, p, of_project);
		if (!same_editors(f, p, of_project, &editors) && !wrong++)
			print_error("editors of %s\n", f->projects[p].id);
		for (uint32_t u = 0; u < f->n_users; u++) {
			size_t at = (size_t)u * f->n_projects + p;
			struct answer a;

			access_decide(f, u, p, &arena, &a);
			if (agree(&a, &of_project[u]) && agree(&a, &by_user[at]))
				continue;
			if (!wrong++)
				print_error("%s on %s\n", f->users[u].id,
					    f->projects[p].id);
		}
		arena_release(&arena);
	}
	free(by_user);
	free(of_project);
	editors_release(&editors);
	return wrong;
}

TEST(plain_and_fast_agree_in_every_small_world)
{
	uint64_t worlds = 0;

	for (unsigned slice = 0; slice < WORLD_SLICES; slice++) {
		struct facts facts;

		worlds += worlds_build(&facts, slice);
		assert_int_equal(disagreements(&facts), 0);
		facts_release(&facts);
	}
	print_message("# %llu worlds\n", (unsigned long long)worlds);
	assert_true(worlds >= WORLDS_LEAST);
}

TEST(plain_and_fast_agree_in_random_workspaces)
{
	struct chance chance = { 11 };

	for (int i = 0; i < 2000; i++) {
		struct facts facts;

		lab_workspace(&facts, &chance);
		assert_int_equal(disagreements(&facts), 0);
		facts_release(&facts);
	}
}

TEST(the_visitor_is_swept_like_everybody)
{
	struct chance chance = { 12 };

	for (int i = 0; i < 300; i++) {
		struct arena arena = { .head = NULL };
		struct facts facts;
		struct verdict *v;

		lab_workspace(&facts, &chance);
		v = arena_array(&arena, facts.n_projects, sizeof(*v));
		access_of_user(&facts, ANYONE, v);
		for (uint32_t p = 0; p < facts.n_projects; p++) {
			struct answer a;

			access_decide(&facts, ANYONE, p, &arena, &a);
			assert_true(agree(&a, &v[p]));
		}
		facts_release(&facts);
		arena_release(&arena);
	}
}

TEST(counting_is_over_everybody)
{
	struct verdict *v;
	struct totals totals;
	struct acme acme;

	acme_init(&acme);
	v = arena_array(&acme.arena, acme.facts.n_users, sizeof(*v));
	access_of_project(&acme.facts, acme.revenue, v);
	access_count(&acme.facts, v, &totals);
	assert_int_equal(totals.users, 9);
	assert_int_equal(totals.projects, 1);
	assert_int_equal(totals.pairs, 9);
	assert_int_equal(totals.count[LEVEL_FULL_ACCESS], 1);
	assert_int_equal(totals.count[LEVEL_CAN_EDIT], 1);
	assert_int_equal(totals.count[LEVEL_CAN_VIEW], 2);
	assert_int_equal(totals.count[LEVEL_NONE], 5);
	assert_int_equal(totals.downgraded, 2);
	acme_release(&acme);
}

RUN(CASE(plain_and_fast_agree_in_every_small_world),
    CASE(plain_and_fast_agree_in_random_workspaces),
    CASE(the_visitor_is_swept_like_everybody),
    CASE(counting_is_over_everybody))
