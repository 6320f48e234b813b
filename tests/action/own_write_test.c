/* own_write_test.c: what a project has of its own (DOMAIN 6 row 12, F096), and the
 * copy of it (B10). */
#include "tests/action/verbs_world.h"

#define OWN "connection create Mine --project q --type postgres " \
	"--field host=db --field database=d --field username=u"

static const struct fact_own *own_of(struct world *w, const char *project,
				     const char *name)
{
	const struct fact_project *p = &w->app.facts.projects[
		facts_project(&w->app.facts, project)];
	uint32_t i;

	for (i = 0; i < p->n_own; i++)
		if (strcmp(p->own[i].name, name) == 0)
			return &p->own[i];
	return NULL;
}

TEST(whoever_edits_the_project_makes_changes_and_deletes_them)
{
	struct world w;
	const struct fact_own *own;

	world_open_with(&w, "community", "");
	DO(&w, "u-out", OWN, 0, "");
	assert_int_equal(w.result.preview.n, 0);	/* F096 */
	own = own_of(&w, "q", "Mine");
	assert_string_equal(own->type, "postgres");
	assert_string_equal(own->config, "{\"auth\":\"password\","
			    "\"database\":\"d\",\"host\":\"db\","
			    "\"port\":\"5432\",\"username\":\"u\"}");
	DO(&w, "u-eve", "connection edit mine --project q --name Ours "
	   "--field port=1", 0, "");
	assert_non_null(strstr(own_of(&w, "q", "Ours")->config,
			       "\"port\":\"1\""));
	DO(&w, "u-eve", "connection edit Ours --project q --name Ours", 0, "");
	assert_string_equal(w.result.message, "Nothing had to change.");
	world_is_stored(&w);
	DO(&w, "u-eve", "connection delete Ours --project q", 2, "YES_NEEDED");
	assert_string_equal(w.result.confirm, "Ours");
	DO(&w, "u-eve", "connection delete Ours --project q --yes", 0, "");
	assert_null(own_of(&w, "q", "Ours"));
	DO(&w, "u-eve", "connection delete Ours --project q --yes", 4,
	   "NOT_FOUND");
	assert_string_equal(w.err.field, "asset");
	world_is_stored(&w);
	world_close(&w);
}

TEST(can_edit_is_needed_and_guests_make_none)
{
	struct world w;

	world_open(&w);
	DO(&w, "u-max", "secret create K --project p", 3, "LEVEL_NEEDED");
	DO(&w, "u-ada", "secret create K --project p", 3, "LEVEL_NEEDED");
	DO(&w, "u-vic", "secret create K --project p", 4, "NOT_FOUND");
	DO(&w, "u-ed", "secret create K --project arch", 3, "STATE_READ_ONLY");
	DO(&w, "u-ed", "project share q --user u-gus --level can_edit", 0, "");
	DO(&w, "u-gus", "secret create K --project q", 3, "ROLE_NEEDED");
	DO(&w, "u-gus", "secret edit OWN --project q --name K", 0, "");
	DO(&w, "u-max", "secret delete K --project q --yes", 0, "");
	world_close(&w);
}

TEST(they_are_shared_with_nobody)
{
	struct world w;

	world_open(&w);
	WRONG(&w, "u-ed", "secret create K --project q --group In", 2,
	      "NOT_SHARED", "group");
	WRONG(&w, "u-ed", "secret create K --project q --nobody", 2,
	      "NOT_SHARED", "nobody");
	WRONG(&w, "u-ed", "secret edit OWN --project q --description x", 2,
	      "NOT_SHARED", "description");
	DO(&w, "u-ed", "package add x --project q", 2, "UNKNOWN_OPTION");
	WRONG(&w, "u-ed", "connection create x --project q", 2, "FIELD_MISSING",
	      "type");
	DO(&w, "u-ed", "connection edit OWN --project q --name x", 4,
	   "NOT_FOUND");
	DO(&w, "u-ed", "secret edit OWN --project q", 2, "");
	DO(&w, "u-ada", "secret show OWN", 4, "NOT_FOUND");
	world_close(&w);
}

TEST(names_of_secrets_are_free_inside_the_project)
{
	struct world w;

	world_open(&w);
	WRONG(&w, "u-ed", "secret create OWN --project q", 5, "NAME_TAKEN",
	      "name");
	WRONG(&w, "u-ed", "secret create in --project q", 2, "NAME_INVALID",
	      "name");
	DO(&w, "u-ed", "secret create TOKEN --project q", 0, "");
	DO(&w, "u-ed", "project import q --asset a-all", 5, "NAME_TAKEN");
	DO(&w, "u-ed", "secret edit TOKEN --project q --name KEY", 0, "");
	DO(&w, "u-ed", "project import q --asset a-all", 0, "");
	WRONG(&w, "u-ed", "secret edit KEY --project q --name TOKEN", 5,
	      "NAME_TAKEN", "name");
	DO(&w, "u-ed", "secret create OWN --project p", 0, "");
	world_is_stored(&w);
	world_close(&w);
}

TEST(a_draft_of_ones_own_becomes_another_type)
{
	struct world w;

	world_open(&w);
	DO(&w, "u-ed", "connection create D --project q --draft", 0, "");
	assert_non_null(world_warning(&w, "DRAFT"));
	DO(&w, "u-ed", "connection edit D --project q --type trino --field host=h "
	   "--field username=u", 0, "");
	assert_string_equal(own_of(&w, "q", "D")->type, "trino");
	WRONG(&w, "u-ed", "connection edit D --project q --type mysql", 5,
	      "TYPE_FIXED", "type");
	world_is_stored(&w);
	world_close(&w);
}

static const char *row(const struct world *w, const char *field)
{
	size_t i;

	for (i = 0; i < w->result.n_rows; i++)
		if (strcmp(w->result.cells[2 * i], field) == 0)
			return w->result.cells[2 * i + 1];
	return NULL;
}

TEST(whoever_edits_the_project_is_shown_them_and_who_sees_a_secret)
{
	struct world w;

	world_open(&w);
	DO(&w, "u-ed", OWN, 0, "");
	DO(&w, "u-ed", "connection show Mine --project q", 0, "");
	assert_string_equal(row(&w, "host"), "db");
	assert_string_equal(row(&w, "project"), "Quiet");
	assert_null(row(&w, "seen by"));
	DO(&w, "u-ed", "secret show OWN --project q", 0, "");	/* A15 */
	assert_string_equal(row(&w, "seen by"), "Quiet: Ed, Eve, Max and Otto");
	DO(&w, "u-max", "connection show Mine --project p", 3, "LEVEL_NEEDED");
	DO(&w, "u-ed", "project share q --user u-gus --level can_edit", 0, "");
	DO(&w, "u-gus", "secret show OWN --project q", 0, "");
	assert_string_equal(row(&w, "seen by"), "Quiet: Gus");
	/* Of a shared one: the projects that import it and one may ask about. */
	DO(&w, "u-ed", "project import q --asset TOKEN", 0, "");
	DO(&w, "u-ed", "secret show TOKEN", 0, "");
	assert_string_equal(row(&w, "seen by"), "Quiet: Ed, Eve, Max and Otto");
	DO(&w, "u-vic", "secret show TOKEN", 0, "");
	assert_null(row(&w, "seen by"));
	DO(&w, "u-ada", "workspace set show_secret_values off", 0, "");
	DO(&w, "u-ada", "secret show TOKEN", 0, "");
	assert_string_equal(row(&w, "seen by"), "Quiet: nobody");
	world_close(&w);
}

/* B10: name, type and fields come along; no credential, no value, no sharing; what
 * one may not use stays behind (D7). */
TEST(a_copy_has_its_own_ones_without_credentials)
{
	struct world w;
	const struct fact_project *copy;
	const struct fact_own *own;

	world_open(&w);
	DO(&w, "u-ed", OWN, 0, "");
	DO(&w, "u-ed", "project import q --asset a-in --asset a-all", 0, "");
	DO(&w, "u-ed", "project set q --description Text --category Ops "
	   "--status Completed", 0, "");
	DO(&w, "u-out", "project duplicate q --title Copy", 0, "");
	assert_non_null(strstr(world_warning(&w, "ASSET_MISSING"),
			       "a data connection not shared with you"));
	assert_non_null(strstr(world_warning(&w, "NEEDS_CREDENTIALS"), "needs: 1"));
	assert_non_null(strstr(world_warning(&w, "NO_VALUE"), "value: 1"));
	copy = &w.app.facts.projects[w.result.project];
	assert_int_equal(copy->n_own, 2);
	assert_int_equal(copy->assets.n, 1);
	assert_int_equal(copy->n_grants, 0);
	assert_int_equal(world_level(&w, "u-out", copy->id, NULL),
			 LEVEL_FULL_ACCESS);
	assert_string_equal(copy->description, "Text");
	assert_string_equal(copy->categories, "Ops");
	assert_string_equal(copy->status, "");
	own = own_of(&w, copy->id, "Mine");
	assert_string_equal(own->config, own_of(&w, "q", "Mine")->config);
	assert_string_not_equal(own->id, own_of(&w, "q", "Mine")->id);
	/* The copy's are its own. */
	DO(&w, "u-ed", "connection delete Mine --project q --yes", 0, "");
	copy = &w.app.facts.projects[facts_project(&w.app.facts, copy->id)];
	assert_int_equal(copy->n_own, 2);
	world_is_stored(&w);
	world_close(&w);
}

RUN(CASE(whoever_edits_the_project_makes_changes_and_deletes_them),
    CASE(can_edit_is_needed_and_guests_make_none),
    CASE(they_are_shared_with_nobody),
    CASE(names_of_secrets_are_free_inside_the_project),
    CASE(a_draft_of_ones_own_becomes_another_type),
    CASE(whoever_edits_the_project_is_shown_them_and_who_sees_a_secret),
    CASE(a_copy_has_its_own_ones_without_credentials))
