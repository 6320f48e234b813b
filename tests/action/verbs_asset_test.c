/* verbs_asset_test.c: Groups with access, and the default connection. */
#include "tests/action/verbs_world.h"

TEST(unsharing_names_everybody_it_holds)
{
	struct world w;
	const char *text;

	world_open(&w);
	DO(&w, "u-ed", "project import q --asset a-all", 0, "");
	DO(&w, "u-ada", "secret access a-all --remove workspace", 0, "");
	text = world_warning(&w, "ASSET_MISSING");
	assert_non_null(text);
	assert_non_null(strstr(text, "4 people"));	/* ed eve max out */
	assert_non_null(strstr(text, "Ed (TOKEN)"));
	assert_non_null(strstr(w.result.message, "Admins only"));	/* D20 */
	assert_int_equal(world_level(&w, "u-ed", "q", NULL), LEVEL_CAN_VIEW);
	DO(&w, "u-ada", "secret access a-all --add g-in", 0, "");
	assert_int_equal(w.result.n_warnings, 0);
	assert_int_equal(world_level(&w, "u-ed", "q", NULL), LEVEL_FULL_ACCESS);
	assert_int_equal(world_level(&w, "u-out", "q", NULL), LEVEL_CAN_VIEW);
	DO(&w, "u-ada", "secret access a-all --add workspace --remove g-in", 0, "");
	assert_int_equal(world_level(&w, "u-out", "q", NULL), LEVEL_CAN_EDIT);
	world_close(&w);
}

TEST(guests_come_in_through_their_group_or_a_custom_one)
{
	struct world w;

	world_open(&w);
	DO(&w, "u-ed", "project share q --user u-gus --level can_edit", 0, "");
	DO(&w, "u-ed", "project import q --asset a-all", 0, "");
	assert_int_equal(world_level(&w, "u-gus", "q", NULL), LEVEL_CAN_VIEW);
	DO(&w, "u-ada", "secret access a-all --add workspace_guests", 0, "");
	assert_int_equal(world_level(&w, "u-gus", "q", NULL), LEVEL_CAN_EDIT);
	DO(&w, "u-ada", "secret access a-all --remove workspace-guests --add g-mix",
	   0, "");
	assert_int_equal(world_level(&w, "u-gus", "q", NULL), LEVEL_CAN_EDIT);
	DO(&w, "u-ada", "secret access a-all --remove g-mix --add public", 0, "");
	assert_int_equal(world_level(&w, "u-gus", "q", NULL), LEVEL_CAN_EDIT);
	world_close(&w);
}

TEST(each_noun_has_its_kind)
{
	struct world w;

	world_open(&w);
	DO(&w, "u-ada", "connection access a-all --add g-in", 4, "NOT_FOUND");
	DO(&w, "u-ada", "connection access Vault --add g-mix", 0, "");
	DO(&w, "u-ada", "package access lib --remove workspace", 0, "");
	DO(&w, "u-ada", "package access lib --remove workspace", 4, "NOT_SHARED");
	DO(&w, "u-ada", "connection access Vault --add g-nobody", 4, "NOT_FOUND");
	assert_int_equal(world_do(&w, "u-ada", "connection access Vault"), 2);
	world_close(&w);
}

TEST(sharing_assets_is_gated_by_the_plan)
{
	struct world w;

	world_open_with(&w, "professional", "");
	DO(&w, "u-ada", "package access lib --add g-in", 3, "PLAN_LOCKED");
	DO(&w, "u-ada", "secret access a-all --add g-in", 0, "");
	world_close(&w);
	world_open_with(&w, "community", "");
	DO(&w, "u-ada", "secret access a-all --add g-in", 3, "PLAN_LOCKED");
	assert_string_equal(w.err.needs, "professional");
	DO(&w, "u-ada", "connection set-default a-in", 3, "PLAN_LOCKED");
	world_close(&w);
}

TEST(the_default_says_who_has_none)
{
	struct world w;

	world_open(&w);
	DO(&w, "u-ada", "connection set-default Vault", 0, "");
	assert_int_equal(w.app.facts.default_asset,
			 facts_asset(&w.app.facts, "a-in"));
	/* ed, eve, max and out can edit something; ed and eve have access */
	assert_non_null(strstr(world_warning(&w, "DEFAULT_NO_ACCESS"),
			       "2 of 4 people who can edit somewhere"));
	DO(&w, "u-ada", "connection set-default a-all", 4, "NOT_FOUND");
	DO(&w, "u-ada", "connection clear-default", 0, "");
	assert_int_equal(w.app.facts.default_asset, NOBODY);
	world_close(&w);
}

RUN(CASE(unsharing_names_everybody_it_holds),
    CASE(guests_come_in_through_their_group_or_a_custom_one),
    CASE(each_noun_has_its_kind),
    CASE(sharing_assets_is_gated_by_the_plan),
    CASE(the_default_says_who_has_none))
