/* verbs_share_test.c: who may share what with whom (B04-B16, A56, A62, A63). */
#include "tests/action/verbs_world.h"

TEST(a_person_without_the_asset_is_refused)
{
	struct world w;
	int64_t before;

	world_open(&w);
	before = w.app.facts.revision;
	DO(&w, "u-ed", "project share p --user u-out --level can_edit", 5,
	   "ASSET_MISSING");
	assert_non_null(strstr(w.err.text, "Otto"));
	assert_non_null(strstr(w.err.text, "Vault"));
	assert_non_null(strstr(w.err.remedy, "Can View"));
	assert_non_null(strstr(w.err.remedy, "ask an Admin"));
	DO(&w, "u-ed", "project share p --user u-out --level full_access --yes",
	   5, "ASSET_MISSING");
	DO(&w, "u-ed", "project share p --user u-vic --level can_edit", 5,
	   "ASSET_MISSING");
	DO(&w, "u-ed", "project share p --user u-exp --level can_edit", 5,
	   "ASSET_MISSING");
	DO(&w, "u-ed", "project share p --user u-gus --level can_edit", 5,
	   "ASSET_MISSING");
	DO(&w, "u-ed", "project share p --user u-eve --user u-out --level can_edit",
	   5, "ASSET_MISSING");
	assert_null(strstr(w.err.text, "Eve"));
	DO(&w, "u-ed", "project share p --group g-in --user u-max --level can_edit",
	   5, "ASSET_MISSING");
	assert_int_equal(w.app.facts.revision, before);
	assert_int_equal(world_level(&w, "u-out", "p", NULL), LEVEL_NONE);
	assert_int_equal(world_grant(&w, "u-max", "p"), LEVEL_CAN_VIEW);
	assert_null(facts_grant(&w.app.facts, facts_project(&w.app.facts, "p"),
				true, facts_group(&w.app.facts, "g-in")));
	world_close(&w);
}

TEST(an_admin_is_offered_what_an_admin_may_run)
{
	struct world w;

	world_open(&w);
	DO(&w, "u-ada", "project take-access p", 0, "");
	DO(&w, "u-ada", "project share p --user u-out --level can_edit", 5,
	   "ASSET_MISSING");
	assert_non_null(strstr(w.err.remedy, "run: gatehouse"));
	assert_null(strstr(w.err.remedy, "ask an Admin"));
	world_close(&w);
}

TEST(not_refused_where_nothing_is_lacking)
{
	struct world w;

	world_open(&w);
	DO(&w, "u-ed", "project share p --user u-out --level can_view", 0, "");
	DO(&w, "u-ed", "project share p --user u-ada --level can_edit", 0, "");
	assert_int_equal(w.result.n_warnings, 0);
	assert_int_equal(world_level(&w, "u-ada", "p", NULL), LEVEL_CAN_EDIT);
	DO(&w, "u-ed", "project share p --user u-eve --level full_access", 0, "");
	assert_int_equal(world_level(&w, "u-eve", "p", NULL), LEVEL_FULL_ACCESS);
	DO(&w, "u-ed", "project share q --user u-gus --level can_edit", 0, "");
	assert_int_equal(world_level(&w, "u-gus", "q", NULL), LEVEL_CAN_EDIT);
	world_close(&w);
}

TEST(raising_is_refused_and_lowering_is_not)
{
	struct world w;

	world_open(&w);
	DO(&w, "u-ed", "project import q --asset a-in", 0, "");
	assert_int_equal(world_level(&w, "u-out", "q", NULL), LEVEL_CAN_VIEW);
	DO(&w, "u-ed", "project share q --user u-out --level full_access", 5,
	   "ASSET_MISSING");
	DO(&w, "u-ed", "project share q --user u-out --level can_edit", 0, "");
	assert_int_equal(w.result.event, 0);
	DO(&w, "u-ed", "project share q --user u-max --level can_edit", 0, "");
	assert_int_equal(world_grant(&w, "u-max", "q"), LEVEL_CAN_EDIT);
	world_close(&w);
}

TEST(a_viewer_with_all_assets_is_let_in_after_a_warning)
{
	struct world w;
	enum level granted;

	world_open(&w);
	DO(&w, "u-ed", "project share p --user u-vin --level can_edit", 0, "");
	assert_int_equal(w.result.n_warnings, 1);
	assert_non_null(strstr(world_warning(&w, "ROLE_CAP_VIEWER"), "Vin"));
	assert_int_equal(world_level(&w, "u-vin", "p", &granted), LEVEL_CAN_VIEW);
	assert_int_equal(granted, LEVEL_CAN_EDIT);
	DO(&w, "u-ed", "project share q --user u-exp --level can_edit", 0, "");
	assert_non_null(world_warning(&w, "ROLE_CAP_EXPLORER"));
	world_close(&w);
}

TEST(a_group_is_let_in_after_a_warning_that_names_everybody)
{
	struct world w;
	const char *text;

	world_open(&w);
	DO(&w, "u-ed", "project share p --group g-mix --level can_edit", 0, "");
	text = world_warning(&w, "ASSET_MISSING");
	assert_non_null(text);
	assert_non_null(strstr(text, "3 people"));
	assert_non_null(strstr(text, "Otto (Vault)"));
	assert_non_null(strstr(text, "Vic (Vault)"));
	assert_non_null(strstr(text, "Gus (Vault)"));
	assert_null(strstr(text, "Ada"));	/* an Admin */
	assert_null(strstr(text, "Eve"));	/* has the asset */
	assert_null(strstr(text, "Olga"));	/* deactivated: gets nothing */
	text = world_warning(&w, "ROLE_CAP_VIEWER");
	assert_non_null(text);
	assert_non_null(strstr(text, "1 person"));
	assert_int_equal(world_level(&w, "u-out", "p", NULL), LEVEL_CAN_VIEW);
	DO(&w, "u-ed", "project share q --group g-in --level can_view", 0, "");
	assert_int_equal(w.result.n_warnings, 0);
	world_close(&w);
}

TEST(the_workspace_is_let_in_after_a_warning)
{
	struct world w;
	const char *text;

	world_open(&w);
	DO(&w, "u-ed", "project share-workspace p can_edit", 0, "");
	text = world_warning(&w, "ASSET_MISSING");
	assert_non_null(text);
	assert_non_null(strstr(text, "4 people"));	/* out max exp vic */
	assert_null(strstr(text, "Gus"));	/* no Guest is reached */
	assert_int_equal(world_level(&w, "u-gus", "p", NULL), LEVEL_NONE);
	DO(&w, "u-ed", "project share-workspace p none", 0, "");
	assert_int_equal(w.result.n_warnings, 0);
	assert_int_equal(world_level(&w, "u-out", "p", NULL), LEVEL_NONE);
	world_close(&w);
}

TEST(nobody_grants_more_than_they_have)
{
	struct world w;

	world_open(&w);
	DO(&w, "u-eve", "project share q --user u-vic --level full_access", 3,
	   "LEVEL_NEEDED");
	DO(&w, "u-eve", "project share q --user u-max --level can_edit", 3,
	   "LEVEL_NEEDED");
	DO(&w, "u-eve", "project unshare q --user u-max", 3, "LEVEL_NEEDED");
	DO(&w, "u-eve", "project share-workspace q full_access", 3,
	   "LEVEL_NEEDED");
	DO(&w, "u-eve", "project share q --user u-ada --level can_edit", 0, "");
	DO(&w, "u-eve", "project share q --user u-ada --level can_view", 0, "");
	DO(&w, "u-eve", "project unshare q --user u-ada", 0, "");
	DO(&w, "u-ed", "project unshare q --user u-max", 0, "");
	assert_int_equal(world_level(&w, "u-max", "q", NULL), LEVEL_NONE);
	world_close(&w);
}

TEST(below_can_edit_nobody_shares)
{
	struct world w;

	world_open(&w);
	DO(&w, "u-max", "project share p --user u-vic --level app_only", 3,
	   "LEVEL_NEEDED");
	DO(&w, "u-max", "project share-workspace p app_only", 3, "LEVEL_NEEDED");
	DO(&w, "u-max", "project share-web p app_only", 3, "LEVEL_NEEDED");
	/* An Admin without a grant neither, but may take Full Access. */
	DO(&w, "u-ada", "project share p --user u-vic --level app_only", 3,
	   "LEVEL_NEEDED");
	assert_non_null(strstr(w.err.remedy, "take-access"));
	DO(&w, "u-ada", "project take-access p", 0, "");
	DO(&w, "u-ada", "project share p --user u-vic --level app_only", 0, "");
	/* Not even seen: not found. */
	DO(&w, "u-out", "project share p --user u-vic --level app_only", 4,
	   "NOT_FOUND");
	world_close(&w);
}

TEST(editors_may_be_forbidden_to_share)
{
	struct world w;

	world_open(&w);
	DO(&w, "u-eve", "project editors-may-share q off", 3, "LEVEL_NEEDED");
	DO(&w, "u-max", "project editors-may-share q off", 0, "");
	DO(&w, "u-eve", "project share q --user u-vic --level can_view", 3,
	   "SHARING_DISABLED_FOR_EDITORS");
	DO(&w, "u-eve", "project unshare q --user u-out", 3,
	   "SHARING_DISABLED_FOR_EDITORS");
	DO(&w, "u-eve", "project share-web q app_only", 3,
	   "SHARING_DISABLED_FOR_EDITORS");
	DO(&w, "u-max", "project share q --user u-vic --level can_view", 0, "");
	DO(&w, "u-max", "project editors-may-share q on", 0, "");
	DO(&w, "u-eve", "project unshare q --user u-vic", 0, "");
	world_close(&w);
}

TEST(the_owner_stays)
{
	struct world w;

	world_open(&w);
	DO(&w, "u-eve", "project unshare q --user u-ed", 3, "LEVEL_NEEDED");
	DO(&w, "u-max", "project unshare q --user u-ed", 5, "OWNER");
	DO(&w, "u-max", "project unshare arch --user u-ed", 5, "OWNER");
	DO(&w, "u-max", "project share q --user u-ed --level can_view", 5, "OWNER");
	assert_non_null(strstr(w.err.remedy, "transfer"));
	DO(&w, "u-max", "project share q --user u-ed --level full_access", 0, "");
	assert_int_equal(w.result.event, 0);
	world_close(&w);
}

TEST(a_link_gives_at_most_can_view_and_only_where_links_are_on)
{
	struct world w;

	world_open(&w);
	DO(&w, "u-ed", "project share-web q can_edit", 2, "PUBLIC_LEVEL_INVALID");
	DO(&w, "u-ed", "project share-web q full_access", 2,
	   "PUBLIC_LEVEL_INVALID");
	DO(&w, "u-ed", "project share-web q can_view", 0, "");
	world_close(&w);
	world_open_with(&w, "enterprise", "\"share_to_web\":false");
	DO(&w, "u-ed", "project share-web q app_only", 3, "PUBLIC_SWITCH_OFF");
	DO(&w, "u-ed", "project share-web arch none", 0, "");
	world_close(&w);
}

TEST(what_is_archived_may_be_lowered_only)
{
	struct world w;

	world_open(&w);
	DO(&w, "u-ed", "project share arch --user u-vic --level can_view", 3,
	   "STATE_READ_ONLY");
	DO(&w, "u-ed", "project share arch --user u-eve --level full_access", 3,
	   "STATE_READ_ONLY");
	DO(&w, "u-ed", "project share-workspace arch can_edit", 3,
	   "STATE_READ_ONLY");
	DO(&w, "u-ada", "project take-access arch", 3, "STATE_READ_ONLY");
	DO(&w, "u-ed", "project editors-may-share arch off", 3,
	   "STATE_READ_ONLY");
	DO(&w, "u-ed", "project import arch --asset a-all", 3, "STATE_READ_ONLY");
	DO(&w, "u-eve", "project unshare arch --group g-mix", 3, "LEVEL_NEEDED");
	DO(&w, "u-ed", "project share arch --user u-eve --level can_view", 0, "");
	DO(&w, "u-max", "project unshare arch --user u-eve", 0, "");
	DO(&w, "u-ed", "project share-workspace arch none", 0, "");
	DO(&w, "u-ed", "project share-web arch app_only", 0, "");
	DO(&w, "u-ed", "project share-web arch none", 0, "");
	DO(&w, "u-ed", "project share-web arch app_only", 3, "STATE_READ_ONLY");
	world_close(&w);
}

TEST(usage_is_checked)
{
	struct world w;

	world_open(&w);
	assert_int_equal(world_do(&w, "u-ed", "project share q --level can_view"),
			 2);
	assert_int_equal(world_do(&w, "u-ed",
				  "project share q --user u-vic --level none"), 2);
	assert_int_equal(world_do(&w, "u-ed", "project unshare q"), 2);
	DO(&w, "u-ed", "project unshare q --user u-vic", 4, "NOT_SHARED");
	DO(&w, "u-ed", "project share q --user u-off --level can_edit", 0, "");
	assert_non_null(world_warning(&w, "DEACTIVATED"));
	world_close(&w);
}

TEST(a_preview_is_what_happens_and_stores_nothing)
{
	struct world w;
	uint64_t up, held;

	world_open(&w);
	DO(&w, "u-ed", "project share p --group g-mix --level can_edit --dry-run",
	   0, "");
	up = w.result.preview.up;
	held = w.result.preview.held;
	assert_non_null(world_warning(&w, "ASSET_MISSING"));
	assert_int_equal(world_level(&w, "u-out", "p", NULL), LEVEL_NONE);
	DO(&w, "u-ed", "project share p --user u-out --level can_edit --dry-run",
	   5, "ASSET_MISSING");
	DO(&w, "u-ed", "project share p --group g-mix --level can_edit", 0, "");
	assert_int_equal(w.result.preview.up, up);
	assert_int_equal(w.result.preview.held, held);
	assert_int_equal(up, 4);	/* ada; out, vic, gus rise to Can View */
	assert_int_equal(held, 0);
	world_close(&w);
}

/* INTERFACES 2: nobody is listed to a Guest; who shares names by the exact e-mail. */
TEST(a_guest_who_shares_names_people_by_exact_email)
{
	struct world w;

	world_open(&w);
	DO(&w, "u-gus", "project share q --user eve@t.example --level can_view",
	   4, "NOT_FOUND");
	DO(&w, "u-ed", "project share q --user u-gus --level can_edit", 0, "");
	DO(&w, "u-gus", "project share q --user vic@t.example --level can_view",
	   0, "");
	assert_int_equal(world_grant(&w, "u-vic", "q"), LEVEL_CAN_VIEW);
	assert_non_null(strstr(w.result.message, "vic@t.example"));
	assert_null(strstr(w.result.message, "Vic"));
	DO(&w, "u-gus", "undo", 0, "");
	assert_int_equal(world_grant(&w, "u-vic", "q"), LEVEL_NONE);
	DO(&w, "u-gus", "redo", 0, "");
	DO(&w, "u-gus", "project unshare q --user VIC@t.example", 0, "");
	/* Neither by id nor by name, nor a group, nor elsewhere. */
	DO(&w, "u-gus", "project share q --user u-vic --level can_view", 4,
	   "NOT_FOUND");
	DO(&w, "u-gus", "project share q --user Vic --level can_view", 4,
	   "NOT_FOUND");
	DO(&w, "u-gus", "project share q --user vic --level can_view", 4,
	   "NOT_FOUND");
	DO(&w, "u-gus", "project share q --group g-mix --level can_view", 4,
	   "NOT_FOUND");
	DO(&w, "u-gus", "user show vic@t.example", 4, "NOT_FOUND");
	DO(&w, "u-ed", "project editors-may-share q off", 0, "");
	DO(&w, "u-gus", "project share q --user vic@t.example --level can_view",
	   4, "NOT_FOUND");
	world_close(&w);
}

/* A link that reaches nobody is not told as access; nor is what is put aside. */
TEST(what_is_stored_and_reaches_nobody_is_said_so)
{
	struct world w;

	world_open(&w);
	DO(&w, "u-ada", "workspace set share_to_web off", 0, "");
	DO(&w, "u-ed", "project share-web arch app_only", 0, "");
	assert_non_null(strstr(w.result.message, "reaches nobody"));
	DO(&w, "u-ed", "project share arch --user u-max --level can_edit", 0, "");
	assert_non_null(strstr(w.result.message, "has been granted"));
	world_close(&w);
}

RUN(CASE(a_person_without_the_asset_is_refused),
    CASE(an_admin_is_offered_what_an_admin_may_run),
    CASE(not_refused_where_nothing_is_lacking),
    CASE(raising_is_refused_and_lowering_is_not),
    CASE(a_viewer_with_all_assets_is_let_in_after_a_warning),
    CASE(a_group_is_let_in_after_a_warning_that_names_everybody),
    CASE(the_workspace_is_let_in_after_a_warning),
    CASE(nobody_grants_more_than_they_have),
    CASE(below_can_edit_nobody_shares),
    CASE(editors_may_be_forbidden_to_share),
    CASE(the_owner_stays),
    CASE(a_link_gives_at_most_can_view_and_only_where_links_are_on),
    CASE(what_is_archived_may_be_lowered_only),
    CASE(usage_is_checked),
    CASE(a_preview_is_what_happens_and_stores_nothing),
    CASE(a_guest_who_shares_names_people_by_exact_email),
    CASE(what_is_stored_and_reaches_nobody_is_said_so))
