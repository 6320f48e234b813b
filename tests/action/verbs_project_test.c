/* verbs_project_test.c: projects made, renamed, put away, handed over, filled. */
#include "action/run/run.h"
#include "tests/action/verbs_world.h"

TEST(who_may_create)
{
	struct world w;

	world_open(&w);
	DO(&w, "u-out", "project create Mine", 0, "");
	assert_true(w.result.project != NOBODY);
	assert_int_equal(w.app.facts.projects[w.result.project].owner,
			 facts_user(&w.app.facts, "u-out"));
	DO(&w, "u-max", "project create Managed", 0, "");
	DO(&w, "u-ada", "project create Admined", 0, "");
	DO(&w, "u-vic", "project create X", 3, "ROLE_NEEDED");
	DO(&w, "u-exp", "project create X", 3, "ROLE_NEEDED");
	DO(&w, "u-gus", "project create X", 3, "ROLE_NEEDED");
	assert_int_not_equal(world_do(&w, "u-ada", "project create "), 0);
	world_close(&w);
}

TEST(community_holds_five_projects)
{
	struct world w;

	world_open_with(&w, "community", "");
	/* p, q, arch; what is in the trash does not count */
	DO(&w, "u-ed", "project create Four", 0, "");
	DO(&w, "u-ed", "project create Five", 0, "");
	DO(&w, "u-ed", "project create Six", 3, "PLAN_LOCKED");
	assert_non_null(strstr(w.err.text, "Professional"));
	DO(&w, "u-ed", "project restore bin", 3, "PLAN_LOCKED");
	DO(&w, "u-ed", "project delete Five", 0, "");
	DO(&w, "u-ed", "project restore bin", 0, "");
	world_close(&w);
}

TEST(full_access_renames_archives_and_deletes)
{
	static const char *const lines[] = {
		"project rename q Loud", "project archive q", "project delete q",
		"project transfer q u-max", "project editors-may-share q off",
	};
	struct world w;
	size_t i;

	world_open(&w);
	for (i = 0; i < COUNT_OF(lines); i++) {
		DO(&w, "u-eve", lines[i], 3, "LEVEL_NEEDED");
		DO(&w, "u-vic", lines[i], 4, "NOT_FOUND");
		DO(&w, "u-ada", lines[i], 3, "LEVEL_NEEDED");
	}
	DO(&w, "u-max", "project rename q Loud", 0, "");
	DO(&w, "u-max", "project archive q", 0, "");
	assert_int_equal(world_level(&w, "u-ed", "q", NULL), LEVEL_CAN_VIEW);
	DO(&w, "u-eve", "project unarchive q", 3, "LEVEL_NEEDED");
	DO(&w, "u-max", "project rename q Louder", 0, "");
	DO(&w, "u-max", "project unarchive q", 0, "");
	DO(&w, "u-max", "project delete q", 0, "");
	DO(&w, "u-max", "project archive q", 5, "STATE_READ_ONLY");
	DO(&w, "u-max", "project restore q", 0, "");
	DO(&w, "u-max", "project restore q", 5, "NOT_TRASHED");
	assert_int_equal(world_level(&w, "u-ed", "q", NULL), LEVEL_FULL_ACCESS);
	world_close(&w);
}

TEST(the_second_delete_is_for_good_and_asks)
{
	struct world w;

	world_open(&w);
	DO(&w, "u-ed", "project delete bin", 2, "YES_NEEDED");
	assert_int_not_equal(facts_project(&w.app.facts, "bin"), NOBODY);
	DO(&w, "u-ed", "project delete bin --yes", 0, "");
	assert_int_equal(facts_project(&w.app.facts, "bin"), NOBODY);
	world_close(&w);
}

TEST(an_admin_takes_access_and_nobody_else)
{
	struct world w;

	world_open(&w);
	DO(&w, "u-max", "project take-access p", 3, "ROLE_NEEDED");
	DO(&w, "u-eve", "project take-access p", 3, "ROLE_NEEDED");
	DO(&w, "u-ben", "project take-access p", 0, "");
	assert_int_equal(world_grant(&w, "u-ben", "p"), LEVEL_FULL_ACCESS);
	assert_true(w.result.event > 0);
	w.app.actor_kind = ACTOR_OPERATOR;
	w.app.actor = NOBODY;
	{
		const char *words[] = { "project", "take-access", "q" };
		const struct action *action;
		struct options opts = { .format = FORMAT_TEXT };
		struct arena arena = { 0 };
		struct result out;
		struct args args;

		w.app.acting_as = NOBODY;
		w.app.demo = true;
		assert_true(args_parse(3, words, &arena, &action, &args, &opts,
				       &w.err));
		assert_false(action_preview(&w.app, action, &args, &out, &w.err));
		assert_string_equal(w.err.code, "ROLE_NEEDED");
		result_release(&out);
		arena_release(&arena);
	}
	world_close(&w);
}

TEST(who_can_become_an_owner)
{
	struct world w;

	world_open(&w);
	DO(&w, "u-ed", "project transfer q u-vic", 5, "ROLE_CAP_VIEWER");
	DO(&w, "u-ed", "project transfer q u-exp", 5, "ROLE_CAP_EXPLORER");
	DO(&w, "u-ed", "project transfer q u-off", 5, "DEACTIVATED");
	DO(&w, "u-ed", "project transfer q u-gus", 2, "YES_NEEDED");
	DO(&w, "u-ed", "project transfer p u-out", 5, "ASSET_MISSING");
	DO(&w, "u-ed", "project transfer p u-ben", 0, "");	/* an Admin */
	assert_int_equal(world_level(&w, "u-ben", "p", NULL), LEVEL_FULL_ACCESS);
	assert_int_equal(world_grant(&w, "u-ed", "p"), LEVEL_FULL_ACCESS);
	DO(&w, "u-ed", "project transfer q u-gus --yes", 0, "");
	DO(&w, "u-ed", "project transfer arch u-max", 0, "");
	world_close(&w);
}

TEST(duplicates_belong_to_whoever_makes_them)
{
	struct world w;
	const struct fact_project *copy;

	world_open(&w);
	DO(&w, "u-ed", "project share p --user u-vic --level can_view", 0, "");
	DO(&w, "u-vic", "project duplicate p", 3, "ROLE_NEEDED");
	DO(&w, "u-ed", "project share p --user u-out --level app_only", 0, "");
	DO(&w, "u-out", "project duplicate p", 3, "LEVEL_NEEDED");
	DO(&w, "u-ed", "project share p --user u-out --level can_view", 0, "");
	DO(&w, "u-out", "project duplicate p --title Copy", 0, "");
	copy = &w.app.facts.projects[w.result.project];
	assert_string_equal(copy->title, "Copy");
	assert_int_equal(copy->n_grants, 0);
	assert_int_equal(copy->assets.n, 0);	/* D7 */
	assert_non_null(strstr(world_warning(&w, "ASSET_MISSING"),
			       "a data connection not shared with you"));
	assert_int_equal(world_level(&w, "u-out", copy->id, NULL),
			 LEVEL_FULL_ACCESS);
	DO(&w, "u-eve", "project duplicate p", 0, "");
	assert_int_equal(w.app.facts.projects[w.result.project].assets.n, 1);
	world_close(&w);
}

TEST(importing_needs_the_level_and_the_asset)
{
	struct world w;
	const char *text;

	world_open(&w);
	DO(&w, "u-max", "project import p --asset a-all", 3, "LEVEL_NEEDED");
	DO(&w, "u-out", "project import q --asset a-in", 4, "NOT_FOUND");
	DO(&w, "u-eve", "project import q --asset a-in", 0, "");
	text = world_warning(&w, "ASSET_MISSING");
	assert_non_null(text);
	assert_non_null(strstr(text, "2 people"));	/* Max, Otto */
	assert_non_null(strstr(text, "Max"));
	assert_non_null(strstr(text, "Otto"));
	assert_int_equal(world_level(&w, "u-max", "q", NULL), LEVEL_CAN_VIEW);
	DO(&w, "u-max", "project remove q --asset a-all", 3, "LEVEL_NEEDED");
	DO(&w, "u-eve", "project remove q --asset a-all", 4, "NOT_IMPORTED");
	DO(&w, "u-eve", "project remove q --asset a-in", 0, "");
	assert_int_equal(w.result.n_warnings, 0);
	assert_int_equal(world_level(&w, "u-max", "q", NULL), LEVEL_FULL_ACCESS);
	DO(&w, "u-eve", "project import q --asset a-all", 0, "");
	assert_int_equal(w.result.n_warnings, 0);
	world_close(&w);
}

TEST(importing_is_gated_by_the_plan)
{
	struct world w;

	world_open_with(&w, "professional", "");
	DO(&w, "u-ed", "project import q --asset a-all", 0, "");
	DO(&w, "u-ed", "project import q --asset a-pkg", 3, "PLAN_LOCKED");
	assert_non_null(strstr(w.err.text, "Team"));
	world_close(&w);
	world_open_with(&w, "community", "");
	DO(&w, "u-ed", "project import q --asset a-all", 3, "PLAN_LOCKED");
	DO(&w, "u-ed", "project remove p --asset a-in", 0, "");
	world_close(&w);
}

RUN(CASE(who_may_create),
    CASE(community_holds_five_projects),
    CASE(full_access_renames_archives_and_deletes),
    CASE(the_second_delete_is_for_good_and_asks),
    CASE(an_admin_takes_access_and_nobody_else),
    CASE(who_can_become_an_owner),
    CASE(duplicates_belong_to_whoever_makes_them),
    CASE(importing_needs_the_level_and_the_asset),
    CASE(importing_is_gated_by_the_plan))
