/* project_set_test.c: description, status and categories of a project (row 41). */
#include "tests/action/verbs_world.h"

static const struct fact_project *project(struct world *w, const char *id)
{
	return &w->app.facts.projects[facts_project(&w->app.facts, id)];
}

TEST(what_is_given_is_set_and_nothing_else)
{
	struct world w;

	world_open(&w);
	DO(&w, "u-ed", "project set q --description About --status Completed "
	   "--category Ops --category Product --category Ops", 0, "");
	assert_string_equal(project(&w, "q")->description, "About");
	assert_string_equal(project(&w, "q")->status, "Completed");
	assert_string_equal(project(&w, "q")->categories, "Ops,Product");
	assert_int_equal(w.result.preview.n, 0);
	DO(&w, "u-ed", "project set q --category=", 0, "");
	assert_string_equal(project(&w, "q")->categories, "");
	assert_string_equal(project(&w, "q")->status, "Completed");
	DO(&w, "u-ed", "project set q --status=", 0, "");
	assert_string_equal(project(&w, "q")->status, "");
	DO(&w, "u-ed", "project set q --status=", 0, "");
	assert_string_equal(w.result.message, "Nothing had to change.");
	world_is_stored(&w);
	world_close(&w);
}

TEST(what_is_wrong_is_named)
{
	struct world w;
	char line[300];

	world_open(&w);
	WRONG(&w, "u-ed", "project set q", 2, "", "");
	WRONG(&w, "u-ed", "project set q --category a,b", 2, "NAME_INVALID",
	      "category");
	WRONG(&w, "u-ed", "project set q --category a --category=", 2,
	      "NAME_INVALID", "category");
	snprintf(line, sizeof(line), "project set q --status %0201d", 0);
	WRONG(&w, "u-ed", line, 2, "NAME_INVALID", "status");
	WRONG(&w, "u-ed", "project set nope --status x", 4, "NOT_FOUND",
	      "project");
	world_close(&w);
}

TEST(admins_and_managers_where_they_view_editors_where_they_edit)
{
	struct world w;

	world_open(&w);
	DO(&w, "u-max", "project set p --status Completed", 0, "");	/* views */
	DO(&w, "u-ada", "project set p --status x", 3, "LEVEL_NEEDED");	/* D1 */
	DO(&w, "u-ed", "project share p --user u-ada --level can_view", 0, "");
	DO(&w, "u-ada", "project set p --description x", 0, "");
	DO(&w, "u-ed", "project share p --user u-out --level can_view", 0, "");
	DO(&w, "u-out", "project set p --description x", 3, "LEVEL_NEEDED");
	DO(&w, "u-out", "project set q --description x", 0, "");
	DO(&w, "u-ed", "project share q --user u-gus --level can_edit", 0, "");
	DO(&w, "u-gus", "project set q --description y", 0, "");
	DO(&w, "u-gus", "project set q --status y", 3, "ROLE_NEEDED");
	DO(&w, "u-ed", "project set arch --description x", 3, "STATE_READ_ONLY");
	DO(&w, "u-max", "project set arch --description x", 3, "STATE_READ_ONLY");
	world_close(&w);
}

TEST(endorsing_is_for_admins_and_managers_from_team_up)
{
	struct world w;

	world_open_with(&w, "team", "");
	DO(&w, "u-ed", "project set q --status certified", 3, "ROLE_NEEDED");
	DO(&w, "u-max", "project set q --status Certified", 0, "");
	world_close(&w);
	world_open_with(&w, "professional", "");
	DO(&w, "u-max", "project set q --status Certified", 3, "PLAN_LOCKED");
	assert_string_equal(w.err.needs, "team");
	world_close(&w);
}

RUN(CASE(what_is_given_is_set_and_nothing_else), CASE(what_is_wrong_is_named),
    CASE(admins_and_managers_where_they_view_editors_where_they_edit),
    CASE(endorsing_is_for_admins_and_managers_from_team_up))
