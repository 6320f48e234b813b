/* verbs_people_test.c: users and groups: who may, D26, D27, what it warns of. */
#include "tests/action/verbs_world.h"

TEST(only_admins_change_people_groups_and_assets)
{
	static const char *const lines[] = {
		"user add n@t.example --role editor", "user edit u-eve --name E",
		"user role u-eve viewer", "user deactivate u-eve",
		"user reactivate u-off", "group create G", "group rename g-in G",
		"group delete g-in", "group add g-in u-out",
		"group remove g-in u-eve", "secret access a-all --add g-in",
		"connection set-default a-in", "connection clear-default",
	};
	struct world w;
	size_t i;

	world_open(&w);
	for (i = 0; i < COUNT_OF(lines); i++) {
		DO(&w, "u-max", lines[i], 3, "ROLE_NEEDED");
		DO(&w, "u-ed", lines[i], 3, "ROLE_NEEDED");
	}
	for (i = 0; i < COUNT_OF(lines); i++)
		if (strcmp(lines[i], "group delete g-in") != 0)
			DO(&w, "u-ada", lines[i], 0, "");
	world_close(&w);
}

TEST(the_last_admin_stays)
{
	struct world w;

	world_open(&w);
	/* one's own role is asked for first */
	DO(&w, "u-ada", "user role u-ada editor", 2, "YES_NEEDED");
	DO(&w, "u-ada", "user role u-ada editor --yes", 0, "SELF_DEMOTION");
	DO(&w, "u-ben", "user role u-ben editor", 5, "LAST_ADMIN");
	/* Refused by the plan already, not only by the store. */
	DO(&w, "u-ben", "user role u-ben editor --dry-run", 5, "LAST_ADMIN");
	DO(&w, "u-ben", "user deactivate u-ben --dry-run", 5, "LAST_ADMIN");
	DO(&w, "u-ben", "user deactivate u-ben", 5, "LAST_ADMIN");
	DO(&w, "u-ben", "user role u-ben admin", 0, "");
	DO(&w, "u-ben", "user role u-off admin", 0, "");	/* not active */
	DO(&w, "u-ben", "user role u-ben viewer", 5, "LAST_ADMIN");
	DO(&w, "u-ben", "user reactivate u-off", 0, "");
	DO(&w, "u-ben", "user role u-ben viewer --yes", 0, "");
	world_close(&w);
}

TEST(a_role_change_warns)
{
	struct world w;
	enum level granted;

	world_open(&w);
	DO(&w, "u-ada", "user role u-ed viewer", 0, "");
	assert_non_null(world_warning(&w, "ROLE_CAP_VIEWER"));
	assert_int_equal(world_level(&w, "u-ed", "p", &granted), LEVEL_CAN_VIEW);
	assert_int_equal(granted, LEVEL_FULL_ACCESS);
	DO(&w, "u-ada", "user role u-ed author", 0, "");
	assert_int_equal(w.result.n_warnings, 0);
	assert_int_equal(world_level(&w, "u-ed", "p", NULL), LEVEL_FULL_ACCESS);
	DO(&w, "u-ada", "project take-access p", 0, "");
	DO(&w, "u-ada", "user role u-ben admin", 0, "");
	DO(&w, "u-ben", "user role u-ada editor", 0, "");
	assert_non_null(strstr(world_warning(&w, "ASSET_MISSING"), "Vault"));
	world_close(&w);
}

TEST(explorers_need_team)
{
	struct world w;

	world_open_with(&w, "professional", "");
	DO(&w, "u-ada", "user role u-vic explorer", 3, "PLAN_LOCKED");
	DO(&w, "u-ada", "user add x@t.example --role explorer", 3, "PLAN_LOCKED");
	DO(&w, "u-ada", "user role u-vic editor", 0, "");
	world_close(&w);
	world_open_with(&w, "team", "");
	DO(&w, "u-ada", "user role u-vic explorer", 0, "");
	world_close(&w);
}

TEST(people_are_added_by_their_addresses)
{
	struct world w;
	uint32_t user;

	world_open(&w);
	DO(&w, "u-ada", "user add a@t.example,b@t.example;c@t.example --role guest",
	   0, "");
	user = facts_user_by_email(&w.app.facts, "B@t.example");
	assert_int_not_equal(user, NOBODY);
	assert_int_equal(w.app.facts.users[user].role, ROLE_GUEST);
	DO(&w, "u-ada", "user add ED@t.example --role viewer", 5, "EMAIL_TAKEN");
	/* of a list, who is there is said and skipped */
	DO(&w, "u-ada", "user add new@t.example,ed@t.example --role viewer", 0,
	   "EMAIL_TAKEN");
	assert_int_not_equal(facts_user_by_email(&w.app.facts, "new@t.example"),
			     NOBODY);
	DO(&w, "u-ada", "user add new@t.example,ed@t.example --role viewer", 5,
	   "EMAIL_TAKEN");
	DO(&w, "u-ada", "user add nonsense --role viewer", 2, "EMAIL_INVALID");
	DO(&w, "u-ada", "user add a@b@c --role viewer", 2, "EMAIL_INVALID");
	DO(&w, "u-ada", "user add z@t.example Z@t.example --role guest", 0, "");
	assert_int_equal(world_do(&w, "u-ada", "user add z@t.example --role boss"),
			 2);
	world_close(&w);
}

TEST(a_login_is_one_person)
{
	struct world w;

	world_open(&w);
	DO(&w, "u-ada", "user edit u-eve --unix-login eve --name Evelyn", 0, "");
	DO(&w, "u-ada", "user edit u-ed --unix-login eve", 5, "LOGIN_TAKEN");
	DO(&w, "u-ada", "user edit u-ed --unix-login a:b", 2, "LOGIN_INVALID");
	DO(&w, "u-ada", "user edit u-eve --unix-login ", 0, "");
	DO(&w, "u-ada", "user edit u-ed --unix-login eve", 0, "");
	assert_string_equal(w.app.facts.users[facts_user(&w.app.facts,
				"u-eve")].name, "Evelyn");
	world_close(&w);
}

TEST(groups_are_named)
{
	static const char *const reserved[] = {
		"group create Workspace", "group create PUBLIC",
		"group create workspace_guests", "group rename g-in public",
	};
	struct world w;
	size_t i;

	world_open(&w);
	for (i = 0; i < COUNT_OF(reserved); i++)
		DO(&w, "u-ada", reserved[i], 2, "NAME_RESERVED");
	DO(&w, "u-ada", "group create Mix", 0, "");
	assert_non_null(strstr(world_warning(&w, "NAME_DUPLICATE"), "g-mix"));
	DO(&w, "u-ada", "group add Mix u-ed", 2, "NAME_AMBIGUOUS");
	DO(&w, "u-ada", "group create Fresh --user u-gus --user u-ed", 0, "");
	assert_int_equal(w.result.n_warnings, 0);
	DO(&w, "u-ada", "group rename g-mix Mixed", 0, "");
	assert_int_equal(w.result.n_warnings, 0);
	world_close(&w);
}

TEST(joining_a_group_warns_and_leaving_takes_away)
{
	struct world w;

	world_open(&w);
	DO(&w, "u-ed", "project share p --group g-mix --level can_edit", 0, "");
	DO(&w, "u-ada", "group add g-mix u-max u-ben u-ed", 0, "");
	assert_non_null(strstr(world_warning(&w, "ASSET_MISSING"), "1 person"));
	assert_non_null(strstr(world_warning(&w, "ASSET_MISSING"), "Max"));
	DO(&w, "u-ada", "group add g-in u-max", 0, "");
	assert_int_equal(w.result.n_warnings, 0);
	assert_int_equal(world_level(&w, "u-max", "p", NULL), LEVEL_CAN_EDIT);
	DO(&w, "u-ada", "group remove g-in u-max", 0, "");
	assert_non_null(world_warning(&w, "ASSET_MISSING"));
	DO(&w, "u-ada", "group remove g-in u-max", 4, "NOT_A_MEMBER");
	DO(&w, "u-ada", "group delete g-mix", 0, "");
	assert_int_equal(world_level(&w, "u-out", "p", NULL), LEVEL_NONE);
	DO(&w, "u-ada", "group delete g-in", 0, "");
	assert_non_null(strstr(world_warning(&w, "ADMINS_ONLY"), "Vault"));
	assert_int_equal(world_level(&w, "u-ed", "p", NULL), LEVEL_CAN_VIEW);
	world_close(&w);
}

TEST(whoever_leaves_hands_over)
{
	struct world w;

	world_open(&w);
	DO(&w, "u-ada", "user deactivate u-ed --transfer-to u-out", 5,
	   "ASSET_MISSING");
	assert_true(w.app.facts.users[facts_user(&w.app.facts, "u-ed")].active);
	DO(&w, "u-ada", "user deactivate u-ed --transfer-to u-eve", 0, "");
	assert_null(world_warning(&w, "STILL_OWNER"));
	assert_int_equal(world_level(&w, "u-eve", "q", NULL), LEVEL_FULL_ACCESS);
	assert_int_equal(world_level(&w, "u-ed", "q", NULL), LEVEL_NONE);
	DO(&w, "u-ada", "user reactivate u-ed", 0, "");
	assert_int_equal(world_level(&w, "u-ed", "q", NULL), LEVEL_FULL_ACCESS);
	DO(&w, "u-ada", "user deactivate u-eve", 0, "");
	assert_non_null(strstr(world_warning(&w, "STILL_OWNER"), "Paper"));
	world_close(&w);
}

TEST(built_in_groups_are_shown)
{
	struct world w;

	world_open(&w);
	DO(&w, "u-ada", "group show workspace", 0, "");
	/* The head, nine active members of ten roles, two assets. */
	assert_string_equal(w.result.cells[1], "workspace");
	assert_int_equal(w.result.n_rows, 1 + 9 + 2);
	DO(&w, "u-ada", "group show workspace_guests", 0, "");
	assert_int_equal(w.result.n_rows, 2);
	DO(&w, "u-ada", "group show Public --format json", 0, "");
	assert_non_null(strstr(buf_text(&w.result.json), "\"builtin\":true"));
	assert_non_null(strstr(buf_text(&w.result.json), "\"u-gus\""));
	DO(&w, "u-ed", "group show workspace", 4, "NOT_FOUND");
	world_close(&w);
}

RUN(CASE(only_admins_change_people_groups_and_assets),
    CASE(the_last_admin_stays),
    CASE(a_role_change_warns),
    CASE(explorers_need_team),
    CASE(people_are_added_by_their_addresses),
    CASE(a_login_is_one_person),
    CASE(groups_are_named),
    CASE(joining_a_group_warns_and_leaving_takes_away),
    CASE(whoever_leaves_hands_over), CASE(built_in_groups_are_shown))
