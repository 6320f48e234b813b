/* traps_test.c: where a permission engine goes wrong most easily. */
#include "tests/expect.h"

#include "access/words.h"
#include "tests/access/lab.h"

static void expect(const struct answer *a, enum level granted,
		   enum level effective, enum reason reason)
{
	assert_string_equal(level_code(a->granted), level_code(granted));
	assert_string_equal(level_code(a->effective), level_code(effective));
	assert_string_equal(reason_code(a->reason), reason_code(reason));
}

TEST(no_assets)
{
	struct acme *w = *state;
	struct answer a;

	facts_set_import(&w->facts, w->revenue, w->snow, false);
	facts_set_import(&w->facts, w->revenue, w->key, false);
	a = acme_ask(w, w->dana);
	expect(&a, LEVEL_CAN_EDIT, LEVEL_CAN_EDIT, REASON_AS_GRANTED);
	assert_int_equal(a.n_limits, 0);
}

TEST(guest_with_a_workspace_grant)
{
	struct acme *w = *state;
	struct answer a;

	w->facts.projects[w->revenue].workspace = LEVEL_CAN_VIEW;
	a = acme_ask(w, w->gus);
	expect(&a, LEVEL_NONE, LEVEL_NONE, REASON_WORKSPACE_EXCLUDES_GUEST);
	assert_int_equal(a.n_sources, 0);
	assert_true(answer_blocked(&a, REASON_WORKSPACE_EXCLUDES_GUEST));
	a = acme_ask(w, w->ella);
	expect(&a, LEVEL_CAN_VIEW, LEVEL_CAN_VIEW, REASON_AS_GRANTED);
}

TEST(promotion_that_lowers)
{
	struct acme *w = *state;
	struct answer a;

	facts_set_import(&w->facts, w->revenue, w->snow, false);
	w->facts.assets[w->key].builtin = BUILTIN_GUESTS;
	facts_set_grant(&w->facts, w->revenue, false, w->gus, LEVEL_CAN_EDIT);
	a = acme_ask(w, w->gus);
	expect(&a, LEVEL_CAN_EDIT, LEVEL_CAN_EDIT, REASON_AS_GRANTED);
	w->facts.users[w->gus].role = ROLE_EDITOR;
	a = acme_ask(w, w->gus);
	expect(&a, LEVEL_CAN_EDIT, LEVEL_CAN_VIEW, REASON_ASSET_MISSING);
}

TEST(viewer_with_all_assets)
{
	struct acme *w = *state;
	struct answer a;

	facts_set_member(&w->facts, w->data, w->bob, true);
	a = acme_ask(w, w->bob);
	expect(&a, LEVEL_CAN_EDIT, LEVEL_CAN_VIEW, REASON_ROLE_CAP_VIEWER);
	assert_int_equal(a.n_limits, 1);
}

TEST(viewer_with_two_missing_assets_has_three_limits)
{
	struct acme *w = *state;
	struct answer a;

	w->facts.assets[w->key].builtin = 0;
	a = acme_ask(w, w->bob);
	assert_int_equal(a.n_limits, 3);
	assert_int_equal(a.limits[0].code, REASON_ROLE_CAP_VIEWER);
	assert_int_equal(a.limits[1].asset, w->snow);
	assert_int_equal(a.limits[2].asset, w->key);
	expect(&a, LEVEL_CAN_EDIT, LEVEL_CAN_VIEW, REASON_ROLE_CAP_VIEWER);
}

TEST(admin_without_a_grant)
{
	struct acme *w = *state;
	struct answer a = acme_ask(w, w->ada);

	expect(&a, LEVEL_NONE, LEVEL_NONE, REASON_ADMIN_NOT_SHARED);
	assert_int_equal(a.can, 0);
	facts_set_grant(&w->facts, w->revenue, false, w->ada, LEVEL_CAN_EDIT);
	a = acme_ask(w, w->ada);
	expect(&a, LEVEL_CAN_EDIT, LEVEL_CAN_EDIT, REASON_ADMIN_INHERITS_ASSETS);
}

TEST(two_sources_of_one_level)
{
	struct acme *w = *state;
	struct answer a;

	facts_set_grant(&w->facts, w->revenue, true, w->data, LEVEL_CAN_EDIT);
	a = acme_ask(w, w->ravi);
	assert_int_equal(a.n_sources, 2);
	assert_int_equal(a.sources[0].group, w->data);	/* D before F */
	assert_true(a.sources[0].wins);
	assert_false(a.sources[1].wins);
	facts_set_grant(&w->facts, w->revenue, false, w->ravi, LEVEL_CAN_EDIT);
	w->facts.projects[w->revenue].workspace = LEVEL_CAN_EDIT;
	a = acme_ask(w, w->ravi);
	assert_int_equal(a.n_sources, 4);
	assert_int_equal(a.sources[0].via, VIA_DIRECT);
	assert_int_equal(a.sources[1].group, w->data);
	assert_int_equal(a.sources[2].group, w->finance);
	assert_int_equal(a.sources[3].via, VIA_WORKSPACE);
}

TEST(group_without_members)
{
	struct acme *w = *state;
	uint32_t empty = facts_add_group(&w->facts, "g-none", "Nobody yet");
	struct answer a;

	facts_set_grant(&w->facts, w->revenue, true, empty, LEVEL_FULL_ACCESS);
	facts_set_access(&w->facts, w->snow, empty, true);
	a = acme_ask(w, w->dana);
	expect(&a, LEVEL_CAN_EDIT, LEVEL_CAN_VIEW, REASON_ASSET_MISSING);
}

TEST(asset_with_no_group)
{
	struct acme *w = *state;
	struct answer a;

	facts_set_access(&w->facts, w->snow, w->data, false);
	a = acme_ask(w, w->ravi);
	expect(&a, LEVEL_CAN_EDIT, LEVEL_CAN_VIEW, REASON_ASSET_MISSING);
	assert_false(access_asset(&w->facts, w->ravi, w->snow));
	assert_true(access_asset(&w->facts, w->ada, w->snow));
	assert_string_equal(access_shared_with(lab_all(&w->facts), w->snow, &w->arena),
			    "Admins only");
}

TEST(deleted_group)
{
	struct acme *w = *state;
	struct edit edit = edit_of(EDIT_GROUP_DELETE);
	struct answer a;

	edit.group = w->finance;
	edit_apply(&w->facts, &edit);
	a = acme_ask(w, w->dana);
	expect(&a, LEVEL_NONE, LEVEL_NONE, REASON_NOT_SHARED);
	facts_set_grant(&w->facts, w->revenue, false, w->ravi, LEVEL_CAN_EDIT);
	edit = edit_of(EDIT_GROUP_DELETE);
	edit.group = w->data;
	edit_apply(&w->facts, &edit);
	a = acme_ask(w, w->ravi);
	expect(&a, LEVEL_CAN_EDIT, LEVEL_CAN_VIEW, REASON_ASSET_MISSING);
}

TEST(deleted_asset_restricts_nobody)
{
	struct acme *w = *state;
	struct edit edit = edit_of(EDIT_ASSET_DELETE);
	struct answer a;

	edit.asset = w->snow;
	edit_apply(&w->facts, &edit);
	a = acme_ask(w, w->dana);
	expect(&a, LEVEL_CAN_EDIT, LEVEL_CAN_EDIT, REASON_AS_GRANTED);
}

TEST(duplicate_group_names)
{
	struct acme *w = *state;
	uint32_t twin = facts_add_group(&w->facts, "g-a", "Data Team");
	struct answer a;

	facts_set_member(&w->facts, twin, w->dana, true);
	a = acme_ask(w, w->dana);	/* the name opens nothing */
	expect(&a, LEVEL_CAN_EDIT, LEVEL_CAN_VIEW, REASON_ASSET_MISSING);
	facts_set_grant(&w->facts, w->revenue, true, twin, LEVEL_CAN_EDIT);
	facts_set_grant(&w->facts, w->revenue, true, w->data, LEVEL_CAN_EDIT);
	facts_set_member(&w->facts, twin, w->ravi, true);
	a = acme_ask(w, w->ravi);
	assert_int_equal(a.sources[0].group, twin);	/* g-a, g-data */
	assert_int_equal(a.sources[1].group, w->data);
}

TEST(deactivated_user_and_a_public_link)
{
	struct acme *w = *state;
	struct answer a;

	facts_set_grant(&w->facts, w->revenue, false, w->tom, LEVEL_CAN_EDIT);
	a = acme_ask(w, w->tom);
	expect(&a, LEVEL_NONE, LEVEL_NONE, REASON_DEACTIVATED);
	assert_true(answer_blocked(&a, REASON_DEACTIVATED));
	w->facts.projects[w->revenue].public_web = LEVEL_CAN_VIEW;
	a = acme_ask(w, w->tom);
	expect(&a, LEVEL_CAN_VIEW, LEVEL_CAN_VIEW, REASON_PUBLIC_LINK);
	assert_true(answer_can(&a, CAN_VIEW_LOGIC));
	assert_false(answer_can(&a, CAN_COMMENT_APP));
	assert_false(answer_can(&a, CAN_DUPLICATE));
	assert_true(answer_blocked(&a, REASON_DEACTIVATED));
	assert_false(access_asset(&w->facts, w->tom, w->key));
}

TEST(owner_without_asset_access)
{
	struct acme *w = *state;
	struct answer a;

	facts_set_owner(&w->facts, w->revenue, w->dana);
	a = acme_ask(w, w->dana);
	expect(&a, LEVEL_FULL_ACCESS, LEVEL_CAN_VIEW, REASON_ASSET_MISSING);
	assert_true(a.sources[0].owner);
	assert_false(answer_can(&a, CAN_SHARE));
	assert_false(answer_can(&a, CAN_MANAGE));
}

TEST(viewer_or_guest_as_owner)
{
	struct acme *w = *state;
	struct answer a;

	facts_set_import(&w->facts, w->revenue, w->snow, false);
	facts_set_import(&w->facts, w->revenue, w->key, false);
	facts_set_owner(&w->facts, w->revenue, w->bob);
	a = acme_ask(w, w->bob);
	expect(&a, LEVEL_FULL_ACCESS, LEVEL_CAN_VIEW, REASON_ROLE_CAP_VIEWER);
	facts_set_owner(&w->facts, w->revenue, w->gus);
	a = acme_ask(w, w->gus);
	expect(&a, LEVEL_FULL_ACCESS, LEVEL_FULL_ACCESS, REASON_AS_GRANTED);
	assert_true(answer_can(&a, CAN_MANAGE));
	assert_false(answer_can(&a, CAN_DUPLICATE));
}

TEST(link_at_can_view_beside_a_direct_app_only)
{
	struct acme *w = *state;
	struct answer a;

	facts_set_grant(&w->facts, w->revenue, false, w->gus, LEVEL_APP_ONLY);
	w->facts.projects[w->revenue].public_web = LEVEL_CAN_VIEW;
	a = acme_ask(w, w->gus);
	expect(&a, LEVEL_CAN_VIEW, LEVEL_CAN_VIEW, REASON_PUBLIC_LINK);
	assert_true(answer_can(&a, CAN_COMMENT_APP));
	assert_true(answer_can(&a, CAN_VIEW_LOGIC));
	assert_false(answer_can(&a, CAN_COMMENT_LOGIC));
	assert_false(answer_can(&a, CAN_RUN));
}

TEST(trashed_project_with_a_link)
{
	struct acme *w = *state;
	struct fact_project *p = &w->facts.projects[w->revenue];
	struct answer a;

	p->public_web = LEVEL_APP_ONLY;
	p->state = STATE_TRASHED;
	a = acme_ask(w, ANYONE);
	expect(&a, LEVEL_NONE, LEVEL_NONE, REASON_NOT_SHARED);
	assert_true(answer_blocked(&a, REASON_TRASHED_LINK_SUSPENDED));
	assert_true(access_has_anonymous(&w->facts, w->revenue));
	assert_int_equal(p->public_web, LEVEL_APP_ONLY);
	p->state = STATE_ARCHIVED;	/* an archive does not suspend it */
	a = acme_ask(w, ANYONE);
	expect(&a, LEVEL_APP_ONLY, LEVEL_APP_ONLY, REASON_PUBLIC_LINK);
	w->facts.share_to_web = false;
	a = acme_ask(w, ANYONE);
	expect(&a, LEVEL_NONE, LEVEL_NONE, REASON_NOT_SHARED);
	assert_true(answer_blocked(&a, REASON_PUBLIC_SWITCH_OFF));
}

/* Such a name is refused where it is typed and read; if it were there all the
 * same, only the built-in group itself would open anything. */
TEST(custom_group_named_like_a_builtin_one)
{
	struct acme *w = *state;
	uint32_t fake = facts_add_group(&w->facts, "g-fake", "Workspace");
	struct answer a;

	facts_set_access(&w->facts, w->snow, fake, true);
	a = acme_ask(w, w->dana);
	expect(&a, LEVEL_CAN_EDIT, LEVEL_CAN_VIEW, REASON_ASSET_MISSING);
}

TEST(state_binds_admins_and_owners_too)
{
	struct acme *w = *state;
	struct answer a;

	w->facts.projects[w->revenue].state = STATE_ARCHIVED;
	a = acme_ask(w, w->maya);
	expect(&a, LEVEL_FULL_ACCESS, LEVEL_CAN_VIEW, REASON_STATE_READ_ONLY);
	assert_int_equal(a.manages, LEVEL_FULL_ACCESS);
	a = acme_ask(w, w->dana);
	assert_int_equal(a.n_limits, 2);
	assert_int_equal(a.manages, LEVEL_CAN_VIEW);
}

TEST(near_misses_are_groups_one_is_not_in)
{
	struct acme *w = *state;
	struct source *near;
	uint32_t n;

	facts_set_grant(&w->facts, w->revenue, true, w->data, LEVEL_FULL_ACCESS);
	access_near_misses(&w->facts, w->mo, w->revenue, &w->arena, &near, &n);
	assert_int_equal(n, 2);
	assert_int_equal(near[0].group, w->data);
	assert_int_equal(near[0].level, LEVEL_FULL_ACCESS);
	assert_int_equal(near[1].group, w->finance);
	access_near_misses(&w->facts, w->dana, w->revenue, &w->arena, &near, &n);
	assert_int_equal(n, 1);
	assert_int_equal(near[0].group, w->data);
	access_near_misses(&w->facts, ANYONE, w->revenue, &w->arena, &near, &n);
	assert_int_equal(n, 0);
}

RUN(ACME(no_assets), ACME(guest_with_a_workspace_grant),
    ACME(promotion_that_lowers), ACME(viewer_with_all_assets),
    ACME(viewer_with_two_missing_assets_has_three_limits),
    ACME(admin_without_a_grant), ACME(two_sources_of_one_level),
    ACME(group_without_members), ACME(asset_with_no_group),
    ACME(deleted_group), ACME(deleted_asset_restricts_nobody),
    ACME(duplicate_group_names), ACME(deactivated_user_and_a_public_link),
    ACME(owner_without_asset_access), ACME(viewer_or_guest_as_owner),
    ACME(link_at_can_view_beside_a_direct_app_only),
    ACME(trashed_project_with_a_link),
    ACME(custom_group_named_like_a_builtin_one),
    ACME(state_binds_admins_and_owners_too),
    ACME(near_misses_are_groups_one_is_not_in))
