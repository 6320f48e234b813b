/* laws_test.c: what must hold in every workspace, tried on random ones. */
#include "tests/expect.h"

#include "access/words.h"
#include "tests/access/lab.h"

enum { WORKSPACES = 1500 };

static size_t pairs_of(const struct facts *f)
{
	return (size_t)(f->n_users + 1) * f->n_projects;
}

/* Compare all answers before and after one edit. */
static void only(struct facts *f, struct edit edit,
		 bool (*holds)(enum level before, enum level after))
{
	struct arena arena = { .head = NULL };
	struct answer *before = lab_answers(f, &arena), *after;

	edit_apply(f, &edit);
	after = lab_answers(f, &arena);
	for (size_t i = 0; i < pairs_of(f); i++)
		assert_true(holds(before[i].effective, after[i].effective));
	edit_revert(f, &edit);
	arena_release(&arena);
}

static bool not_lower(enum level before, enum level after)
{
	return after >= before;
}

static bool not_higher(enum level before, enum level after)
{
	return after <= before;
}

static void for_random_workspaces(uint64_t seed,
				  void (*law)(struct facts *, struct chance *))
{
	struct chance chance = { seed };

	for (int i = 0; i < WORKSPACES; i++) {
		struct facts facts;

		lab_workspace(&facts, &chance);
		law(&facts, &chance);
		facts_release(&facts);
	}
}

static void grants_raise(struct facts *f, struct chance *chance)
{
	bool group = chance_one_in(chance, 2);
	struct edit e = edit_of(group ? EDIT_GRANT_GROUP : EDIT_GRANT_USER);
	const struct fact_grant *grant;
	uint32_t who = chance_below(chance, group ? f->n_groups : f->n_users);

	e.project = chance_below(chance, f->n_projects);
	if (group)
		e.group = who;
	else
		e.user = who;
	grant = facts_grant(f, e.project, group, who);
	e.value = (int)(1 + chance_below(chance, 4));
	if (grant && e.value < grant->level)
		e.value = grant->level;
	only(f, e, not_lower);
}

TEST(a_grant_never_lowers)
{
	for_random_workspaces(1, grants_raise);
}

static void membership_raises(struct facts *f, struct chance *chance)
{
	struct edit e = edit_of(EDIT_MEMBER);

	e.group = chance_below(chance, f->n_groups);
	e.user = chance_below(chance, f->n_users);
	e.value = true;
	only(f, e, not_lower);
}

TEST(a_membership_never_lowers)
{
	for_random_workspaces(2, membership_raises);
}

static void import_lowers(struct facts *f, struct chance *chance)
{
	struct edit e = edit_of(EDIT_IMPORT);

	e.project = chance_below(chance, f->n_projects);
	e.asset = chance_below(chance, f->n_assets);
	e.value = true;
	only(f, e, not_higher);
}

TEST(an_import_never_raises)
{
	for_random_workspaces(3, import_lowers);
}

static void wider_raises(struct facts *f, struct chance *chance)
{
	struct edit e = edit_of(EDIT_ASSET_GROUP);

	e.asset = chance_below(chance, f->n_assets);
	e.group = chance_below(chance, f->n_groups);
	e.value = true;
	only(f, e, not_lower);
	e = edit_of(EDIT_ASSET_BUILTIN);
	e.asset = chance_below(chance, f->n_assets);
	e.value = (int)(f->assets[e.asset].builtin |
			1U << chance_below(chance, 3));
	only(f, e, not_lower);
}

TEST(sharing_an_asset_more_widely_never_lowers)
{
	for_random_workspaces(4, wider_raises);
}

/* The grant of one group, taken away and given to each member instead. */
static void group_is_its_members(struct facts *f, struct chance *chance)
{
	uint32_t g = chance_below(chance, f->n_groups);
	uint32_t p = chance_below(chance, f->n_projects);
	const struct fact_grant *grant = facts_grant(f, p, true, g);
	struct arena arena = { .head = NULL };
	struct answer *before, *after;
	enum level level;

	if (!grant || f->groups[g].gone)
		return;
	level = (enum level)grant->level;
	before = lab_answers(f, &arena);
	facts_set_grant(f, p, true, g, LEVEL_NONE);
	for (uint32_t i = 0; i < f->groups[g].members.n; i++) {
		uint32_t u = f->groups[g].members.v[i];
		const struct fact_grant *own = facts_grant(f, p, false, u);

		if (!own || own->level < level)
			facts_set_grant(f, p, false, u, level);
	}
	after = lab_answers(f, &arena);
	for (size_t i = 0; i < pairs_of(f); i++)
		assert_true(lab_same(&before[i], &after[i]));
	arena_release(&arena);
}

TEST(a_grant_to_a_group_equals_grants_to_its_members)
{
	for_random_workspaces(5, group_is_its_members);
}

/* The whole answer, as JSON-like sentences, must not know the numbers. */
static void numbers_do_not_matter(struct facts *f, struct chance *chance)
{
	struct arena arena = { .head = NULL };
	struct facts g;

	lab_renumber(f, chance, &g);
	for (uint32_t p = 0; p < f->n_projects; p++) {
		uint32_t q = facts_project(&g, f->projects[p].id);

		for (uint32_t u = 0; u < f->n_users; u++) {
			uint32_t v = facts_user(&g, f->users[u].id);
			struct answer a, b;

			access_decide(f, u, p, &arena, &a);
			access_decide(&g, v, q, &arena, &b);
			assert_true(lab_same_level(&a, &b));
			assert_int_equal(a.can, b.can);
			assert_int_equal(a.reason, b.reason);
			assert_string_equal(access_sentence(lab_all(f), &a, &arena),
					    access_sentence(lab_all(&g), &b, &arena));
			assert_string_equal(access_limits_csv(lab_all(f), &a, &arena),
					    access_limits_csv(lab_all(&g), &b, &arena));
		}
	}
	facts_release(&g);
	arena_release(&arena);
}

TEST(renumbering_changes_nothing)
{
	for_random_workspaces(6, numbers_do_not_matter);
}

static void explain_one(const struct facts *f, const struct answer *a)
{
	enum level best = LEVEL_NONE, least = LEVELS, managed = LEVELS;
	uint32_t winners = 0;

	for (uint32_t i = 0; i < a->n_sources; i++) {
		if (a->sources[i].level > best)
			best = a->sources[i].level;
		winners += a->sources[i].wins;
		if (i)
			assert_true(a->sources[i].level <= a->sources[i - 1].level);
	}
	for (uint32_t i = 0; i < a->n_limits; i++) {
		assert_true(a->granted > a->limits[i].cap);
		if (a->limits[i].cap < least)
			least = a->limits[i].cap;
		if (a->limits[i].code != REASON_STATE_READ_ONLY)
			managed = a->limits[i].cap;
	}
	assert_int_equal(best, a->granted);
	assert_int_equal(winners, a->n_sources ? 1 : 0);
	assert_int_equal(a->effective, least < best ? least : best);
	assert_int_equal(a->manages, managed < best ? managed : best);
	assert_int_equal(a->can == 0, a->effective == LEVEL_NONE);
	assert_true(a->project < f->n_projects);
}

static void explains(struct facts *f, struct chance *chance)
{
	struct arena arena = { .head = NULL };
	struct answer *all = lab_answers(f, &arena);

	(void)chance;
	for (size_t i = 0; i < pairs_of(f); i++)
		if (!f->projects[all[i].project].gone)
			explain_one(f, &all[i]);
	arena_release(&arena);
}

TEST(the_explanation_adds_up)
{
	for_random_workspaces(8, explains);
}

RUN(CASE(a_grant_never_lowers), CASE(a_membership_never_lowers),
    CASE(an_import_never_raises),
    CASE(sharing_an_asset_more_widely_never_lowers),
    CASE(a_grant_to_a_group_equals_grants_to_its_members),
    CASE(renumbering_changes_nothing), CASE(the_explanation_adds_up))
