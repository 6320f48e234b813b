/* find_test.c: names among what the subject may see. */
#include "tests/action/verbs_world.h"

static const char twins[] =
	"{\"format\":\"gatehouse-workspace\",\"version\":1,"
	"\"workspace\":{\"name\":\"T\"}," WORLD_USERS ","
	"\"groups\":["
	"{\"id\":\"g-1\",\"name\":\"Twin\"},{\"id\":\"g-2\",\"name\":\"Twin\"},"
	"{\"id\":\"g-3\",\"name\":\"Case\"},{\"id\":\"g-4\",\"name\":\"case\"},"
	"{\"id\":\"g-5\",\"name\":\"g-3\"},{\"id\":\"g-6\",\"name\":\"Solo\"}],"
	"\"assets\":["
	"{\"id\":\"a-1\",\"kind\":\"secret\",\"name\":\"KEY\"},"
	"{\"id\":\"a-2\",\"kind\":\"git_package\",\"name\":\"KEY\"},"
	"{\"id\":\"a-3\",\"kind\":\"git_package\",\"name\":\"hid\",\"access\":[]},"
	"{\"id\":\"a-4\",\"kind\":\"git_package\",\"name\":\"guest\","
	"\"access\":[\"workspace_guests\"]}],"
	"\"projects\":["
	"{\"id\":\"p-1\",\"title\":\"Open\",\"owner\":\"u-ada\","
	"\"workspace\":\"app_only\"},"
	"{\"id\":\"p-2\",\"title\":\"Closed\",\"owner\":\"u-ada\"},"
	"{\"id\":\"p-3\",\"title\":\"Closed\",\"owner\":\"u-ed\"}]}";

static void act_as(struct world *w, const char *id)
{
	uint32_t user = facts_user(&w->app.facts, id);

	assert_true(user != NOBODY);
	w->app.acting_as = user == w->app.actor ? NOBODY : user;
}

static void group(struct world *w, const char *text, const char *id)
{
	uint32_t found;

	if (!app_find_group(&w->app, text, &found, &w->err))
		fail_msg("%s: %s", text, w->err.text);
	assert_string_equal(w->app.facts.groups[found].id, id);
}

TEST(id_then_name_then_name_in_any_case)
{
	struct world w;
	uint32_t found;

	world_open_text(&w, twins);
	group(&w, "g-1", "g-1");
	group(&w, "g-3", "g-3");	/* not the one called g-3 */
	group(&w, "case", "g-4");	/* exact before any case */
	group(&w, "SOLO", "g-6");
	assert_false(app_find_group(&w.app, "CASE", &found, &w.err));
	assert_string_equal(w.err.code, "NAME_AMBIGUOUS");
	assert_non_null(strstr(w.err.text, "g-3, g-4"));
	assert_false(app_find_group(&w.app, "Twin", &found, &w.err));
	assert_int_equal(w.err.kind, ERROR_INVALID);
	assert_non_null(strstr(w.err.text, "g-1, g-2"));
	assert_false(app_find_group(&w.app, "nobody", &found, &w.err));
	assert_int_equal(w.err.kind, ERROR_NOT_FOUND);
	assert_true(app_find_user(&w.app, "ED@T.EXAMPLE", &found, &w.err));
	assert_string_equal(w.app.facts.users[found].id, "u-ed");
	assert_true(app_find_user(&w.app, "Eve", &found, &w.err));
	assert_string_equal(w.app.facts.users[found].id, "u-eve");
	world_close(&w);
}

TEST(a_noun_narrows_the_kind)
{
	struct world w;
	uint32_t found;

	world_open_text(&w, twins);
	assert_false(app_find_asset(&w.app, NULL, "KEY", &found, &w.err));
	assert_string_equal(w.err.code, "NAME_AMBIGUOUS");
	assert_true(app_find_asset(&w.app, "package", "KEY", &found, &w.err));
	assert_string_equal(w.app.facts.assets[found].id, "a-2");
	assert_false(app_find_asset(&w.app, "secret", "a-2", &found, &w.err));
	assert_int_equal(w.err.kind, ERROR_NOT_FOUND);
	world_close(&w);
}

/* INTERFACES 2: anything else is "not found", also as an argument. */
TEST(what_one_may_not_see_is_not_there)
{
	struct world w;
	uint32_t found;

	world_open_text(&w, twins);
	assert_false(app_find_project(&w.app, "Closed", &found, &w.err));
	assert_string_equal(w.err.code, "NAME_AMBIGUOUS");
	act_as(&w, "u-ed");
	assert_true(app_find_project(&w.app, "Closed", &found, &w.err));
	assert_string_equal(w.app.facts.projects[found].id, "p-3");
	assert_false(app_find_project(&w.app, "p-2", &found, &w.err));
	assert_int_equal(w.err.kind, ERROR_NOT_FOUND);
	assert_true(app_find_project(&w.app, "p-1", &found, &w.err));
	assert_false(app_find_asset(&w.app, NULL, "a-3", &found, &w.err));
	assert_false(app_find_asset(&w.app, NULL, "a-4", &found, &w.err));
	assert_true(app_find_asset(&w.app, NULL, "a-2", &found, &w.err));
	act_as(&w, "u-gus");
	assert_false(app_find_project(&w.app, "p-1", &found, &w.err));
	assert_true(app_find_asset(&w.app, NULL, "a-4", &found, &w.err));
	assert_false(app_find_asset(&w.app, NULL, "a-2", &found, &w.err));
	assert_false(app_find_group(&w.app, "g-1", &found, &w.err));
	assert_false(app_find_user(&w.app, "u-ada", &found, &w.err));
	assert_true(app_find_user(&w.app, "u-gus", &found, &w.err));
	act_as(&w, "u-off");
	assert_false(app_find_asset(&w.app, NULL, "a-2", &found, &w.err));
	assert_false(app_find_group(&w.app, "g-1", &found, &w.err));
	world_close(&w);
}

TEST(errors_quote_little_and_safely)
{
	struct world w;
	uint32_t found;
	char name[400];

	world_open_text(&w, twins);
	memset(name, 'x', sizeof(name) - 1);
	name[sizeof(name) - 1] = '\0';
	memcpy(name, "\x1b[31m\xe2\x80\xae", 8);
	assert_false(app_find_user(&w.app, name, &found, &w.err));
	assert_null(strchr(w.err.text, '\x1b'));
	assert_null(strstr(w.err.text, "\xe2\x80\xae"));
	assert_true(strlen(w.err.text) < 120);
	world_close(&w);
}

/* Non-Admins ask about themselves, and where they have Can View. */
TEST(questions_are_answered_to_those_who_may_ask)
{
	struct world w;

	world_open(&w);
	DO(&w, "u-ed", "access report", 3, "ROLE_NEEDED");
	DO(&w, "u-ed", "audit list", 3, "ROLE_NEEDED");
	DO(&w, "u-ed", "workspace export", 3, "ROLE_NEEDED");
	DO(&w, "u-ed", "access user u-eve", 3, "ROLE_NEEDED");
	DO(&w, "u-ed", "access explain u-eve p", 3, "ROLE_NEEDED");
	DO(&w, "u-ed", "access asset a-in", 3, "ROLE_NEEDED");
	DO(&w, "u-ed", "connection usage a-in", 3, "ROLE_NEEDED");
	DO(&w, "u-ed", "access user u-ed", 0, "");
	DO(&w, "u-ed", "access explain u-ed p", 0, "");
	DO(&w, "u-ed", "access project p", 0, "");
	DO(&w, "u-max", "access project p", 0, "");
	DO(&w, "u-out", "access project p", 4, "NOT_FOUND");
	DO(&w, "u-gus", "access user u-ed", 4, "NOT_FOUND");
	DO(&w, "u-vic", "connection list", 0, "");
	assert_int_equal(w.result.n_rows, 0);
	DO(&w, "u-vin", "connection list", 0, "");
	assert_int_equal(w.result.n_rows, 1);
	DO(&w, "u-gus", "user list", 0, "");
	assert_int_equal(w.result.n_rows, 1);
	DO(&w, "u-gus", "group list", 0, "");
	assert_int_equal(w.result.n_rows, 0);
	DO(&w, "u-ed", "secret list --project q", 0, "");
	assert_int_equal(w.result.n_rows, 1);
	DO(&w, "u-max", "secret list --project p", 3, "LEVEL_NEEDED");
	world_close(&w);
}

RUN(CASE(id_then_name_then_name_in_any_case),
    CASE(a_noun_narrows_the_kind),
    CASE(what_one_may_not_see_is_not_there),
    CASE(errors_quote_little_and_safely),
    CASE(questions_are_answered_to_those_who_may_ask))
