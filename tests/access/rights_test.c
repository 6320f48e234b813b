/* rights_test.c: what is asked in one place agrees with the engine, over every small
 * world: who sees a secret's value, who may own, who may be granted, who may share. */
#include "tests/expect.h"

#include <stdlib.h>

#include "access/rights.h"
#include "model/edit.h"
#include "tests/access/worlds.h"

static void decide(const struct facts *facts, uint32_t user, uint32_t project,
		   struct answer *out)
{
	struct arena arena = { 0 };

	access_decide(facts, user, project, &arena, out);
	arena_release(&arena);
}

/* The bit of the answer and the function say the same, switch on and off. */
static void values(struct facts *facts, uint32_t user, uint32_t project)
{
	struct answer a;
	int on;

	for (on = 0; on < 2; on++) {
		facts->show_secret_values = on;
		decide(facts, user, project, &a);
		assert_int_equal((a.can >> CAN_SEE_SECRETS) & 1,
				 right_sees_values(facts, a.effective));
		if (!on)
			assert_false(right_sees_values(facts, a.effective));
	}
}

/* Whoever may own or be granted it holds it then, and nobody else. */
static void giving(struct facts *facts, uint32_t user, uint32_t project)
{
	struct edit edit = edit_of(EDIT_PROJECT_OWNER);
	bool may = right_to_own(facts, project, user, NULL);
	bool granted = right_to_be_granted(facts, project, user, LEVEL_CAN_EDIT,
					   NULL);
	struct answer a;
	uint32_t i;

	assert_true(right_to_be_granted(facts, project, user, LEVEL_CAN_VIEW,
					NULL));
	edit.project = project;
	edit.user = user;
	edit_apply(facts, &edit);
	decide(facts, user, project, &a);
	edit_revert(facts, &edit);
	assert_int_equal(may, a.manages == LEVEL_FULL_ACCESS);
	if (!facts->users[user].active)
		return;
	for (i = 0; i < facts->projects[project].assets.n; i++)
		if (!access_asset(facts, user, facts->projects[project].assets.v[i]))
			break;
	assert_int_equal(granted, i == facts->projects[project].assets.n);
}

static void sharing(const struct facts *facts, uint32_t user, uint32_t project)
{
	struct answer a;
	enum level most;

	decide(facts, user, project, &a);
	most = right_shares_up_to(facts, &a);
	assert_true(most <= a.manages);
	if (facts->projects[project].state == STATE_ACTIVE)
		assert_int_equal(most, a.can & 1U << CAN_SHARE ? a.effective :
				 LEVEL_NONE);
	else
		assert_int_equal(most, a.can & 1U << CAN_MANAGE ?
				 LEVEL_FULL_ACCESS : LEVEL_NONE);
}

TEST(the_engine_says_the_same_in_every_small_world)
{
	uint64_t pairs = 0;
	unsigned slice;

	for (slice = 0; slice < WORLD_SLICES; slice++) {
		struct facts facts;
		uint32_t u, p;

		worlds_build(&facts, slice);
		for (u = 0; u < WORLD_USERS; u++)
			for (p = 0; p < facts.n_projects; p += 31, pairs++) {
				values(&facts, u, p);
				giving(&facts, u, p);
				sharing(&facts, u, p);
			}
		facts_release(&facts);
	}
	print_message("%llu pairs\n", (unsigned long long)pairs);
}

TEST(who_sees_a_value_through_any_project)
{
	struct editors editors = { .n = 0 };
	struct facts facts;
	struct answer a;
	uint32_t asset, u, p, n;
	bool *sees, any;

	worlds_build(&facts, 0);
	sees = calloc(facts.n_users + 1, sizeof(*sees));
	assert_non_null(sees);
	for (asset = 0; asset < 3; asset++) {
		facts.show_secret_values = true;
		n = right_value_seers(&facts, asset, &editors, sees);
		assert_true(n > 0);
		for (u = 0; u < facts.n_users; u++) {
			for (any = false, p = 0; p < facts.n_projects && !any; p++) {
				if (!numbers_has(&facts.projects[p].assets, asset))
					continue;
				decide(&facts, u, p, &a);
				any = a.can & 1U << CAN_SEE_SECRETS;
			}
			assert_int_equal(sees[u], any);
		}
		facts.show_secret_values = false;
		assert_int_equal(right_value_seers(&facts, asset, &editors, sees),
				 0);
	}
	editors_release(&editors);
	free(sees);
	facts_release(&facts);
}

/* A51: Public is everybody, web visitors too; every other way is for accounts. */
TEST(a_web_visitor_has_what_is_open_to_public)
{
	struct facts facts;
	uint32_t asset, open = 0;

	worlds_build(&facts, 0);
	for (asset = 0; asset < facts.n_assets; asset++) {
		bool public = facts.assets[asset].builtin & BUILTIN_PUBLIC;

		assert_int_equal(access_asset(&facts, ANYONE, asset), public);
		open += public;
	}
	assert_true(open > 0 && open < facts.n_assets);
	facts_release(&facts);
}

RUN(CASE(the_engine_says_the_same_in_every_small_world),
    CASE(who_sees_a_value_through_any_project),
    CASE(a_web_visitor_has_what_is_open_to_public))
