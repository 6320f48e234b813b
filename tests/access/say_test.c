/* say_test.c: golden sentences, lines, JSON and CSV. */
#include "tests/expect.h"

#include "access/words.h"
#include "base/json_write.h"
#include "tests/access/lab.h"

static const char *line(struct acme *w, uint32_t user)
{
	struct answer a = acme_ask(w, user);

	return access_line(lab_all(&w->facts), &a, &w->arena);
}

TEST(two_causes_are_told_together)
{
	struct acme *w = *state;

	assert_string_equal(acme_say(w, w->bob),
		"Bob Stein can view Revenue model. Bob Stein was granted Can Edit "
		"through Finance, but two things each hold this person at Can "
		"View: the role Viewer, and no access to the data connection "
		"Snowflake prod, shared only with Data Team. Lifting one alone "
		"changes nothing. All of these must be lifted.");
	assert_string_equal(line(w, w->bob),
		"Can Edit -> Can View   role Viewer; Snowflake prod");
}

TEST(three_causes_are_told_together)
{
	struct acme *w = *state;

	w->facts.projects[w->revenue].state = STATE_ARCHIVED;
	assert_string_equal(acme_say(w, w->bob),
		"Bob Stein can view Revenue model. Bob Stein was granted Can Edit "
		"through Finance, but three things each hold this person at Can "
		"View: the role Viewer; no access to the data connection "
		"Snowflake prod, shared only with Data Team; and Revenue model "
		"being archived. Lifting one alone changes nothing. All of these "
		"must be lifted.");
	assert_string_equal(line(w, w->bob),
		"Can Edit -> Can View   role Viewer; Snowflake prod; archived");
}

TEST(one_cause)
{
	struct acme *w = *state;

	assert_string_equal(acme_say(w, w->dana),
		"Dana Ilves can view Revenue model. Can Edit was granted through "
		"Finance, but Dana Ilves has no access to the data connection "
		"Snowflake prod, shared only with Data Team.");
	assert_string_equal(line(w, w->dana),
		"Can Edit -> Can View   Snowflake prod");
	facts_set_access(&w->facts, w->snow, w->data, false);
	assert_string_equal(acme_say(w, w->dana),
		"Dana Ilves can view Revenue model. Can Edit was granted through "
		"Finance, but Dana Ilves has no access to the data connection "
		"Snowflake prod, which only Admins have access to.");
	facts_set_grant(&w->facts, w->revenue, false, w->ella, LEVEL_FULL_ACCESS);
	facts_set_import(&w->facts, w->revenue, w->snow, false);
	assert_string_equal(acme_say(w, w->ella),
		"Ella Roy can view Revenue model. Full Access was granted "
		"directly, but the role Explorer holds Ella Roy at Can View.");
}

TEST(all_well)
{
	struct acme *w = *state;

	assert_string_equal(acme_say(w, w->ravi),
		"Ravi Menon can edit Revenue model through Finance.");
	assert_string_equal(line(w, w->ravi), "Can Edit   via Finance");
	facts_set_owner(&w->facts, w->revenue, w->ravi);
	assert_string_equal(acme_say(w, w->ravi),
		"Ravi Menon has Full Access to Revenue model as its owner.");
	assert_string_equal(line(w, w->ravi), "Full Access   owner");
	facts_set_grant(&w->facts, w->revenue, false, w->gus, LEVEL_APP_ONLY);
	assert_string_equal(acme_say(w, w->gus),
		"Gus Oyelaran can use the app of Revenue model through a direct "
		"grant.");
	w->facts.projects[w->revenue].workspace = LEVEL_CAN_VIEW;
	assert_string_equal(acme_say(w, w->mo),
		"mo@acme.example can view Revenue model through the workspace "
		"share.");
}

TEST(owner)
{
	struct acme *w = *state;

	facts_set_import(&w->facts, w->revenue, w->snow, false);
	assert_string_equal(acme_say(w, w->maya),
		"Maya Lindqvist has Full Access to Revenue model as its owner.");
	facts_set_import(&w->facts, w->revenue, w->snow, true);
	assert_string_equal(acme_say(w, w->maya),
		"Maya Lindqvist has Full Access to Revenue model as its owner. "
		"As an Admin, Maya Lindqvist has access to every asset of the "
		"workspace.");
}

TEST(admin_without_a_grant)
{
	struct acme *w = *state;

	assert_string_equal(acme_say(w, w->ada),
		"Ada Byron has no access to Revenue model: Revenue model is not "
		"shared with Ada Byron. As an Admin, Ada Byron sees the title, "
		"the owner, the imports and the sharing of Revenue model, and "
		"may use \"Grant myself Full Access\" (project take-access).");
	assert_string_equal(line(w, w->ada),
		"No access   not shared; Admin may take access");
}

TEST(guest_with_a_workspace_grant)
{
	struct acme *w = *state;

	w->facts.projects[w->revenue].workspace = LEVEL_CAN_VIEW;
	assert_string_equal(acme_say(w, w->gus),
		"Gus Oyelaran has no access to Revenue model. Revenue model is "
		"shared with the workspace at Can View, but a workspace share "
		"does not include Guests: a Guest needs a direct grant, or a "
		"group that has one.");
	assert_string_equal(line(w, w->gus),
		"No access   workspace excludes Guests");
}

TEST(deactivated)
{
	struct acme *w = *state;

	assert_string_equal(acme_say(w, w->tom),
		"Tom Abel has no access to Revenue model: the account of Tom "
		"Abel is deactivated. Revenue model is not shared with Tom Abel "
		"either.");
	facts_set_member(&w->facts, w->finance, w->tom, true);
	assert_string_equal(acme_say(w, w->tom),
		"Tom Abel has no access to Revenue model: the account of Tom "
		"Abel is deactivated. Can Edit, granted through Finance, is kept; "
		"once the account is reactivated Tom Abel has Can View "
		"(Snowflake prod).");
	assert_string_equal(line(w, w->tom), "No access   deactivated");
	w->facts.projects[w->revenue].public_web = LEVEL_APP_ONLY;
	assert_string_equal(acme_say(w, w->tom),
		"Tom Abel can use the app of Revenue model through the public "
		"link, as anyone with the link can. The account of Tom Abel is "
		"deactivated. Can Edit, granted through Finance, is kept; once "
		"the account is reactivated Tom Abel has Can View (Snowflake "
		"prod).");
}

/* The promise of a reactivation is what one would bring. */
TEST(what_a_reactivation_brings_is_not_assumed)
{
	static const enum role roles[] = { ROLE_EDITOR, ROLE_VIEWER, ROLE_GUEST,
		ROLE_ADMIN, ROLE_EXPLORER };
	struct acme *w = *state;
	struct fact_user *tom = &w->facts.users[w->tom];
	struct fact_project *project = &w->facts.projects[w->revenue];
	unsigned tried = 0, promised = 0, r, way, put_away, snow;

	for (r = 0; r < COUNT_OF(roles); r++)
		for (way = 0; way < 3; way++)
			for (put_away = 0; put_away < 2; put_away++)
				for (snow = 0; snow < 2; snow++) {
		enum level given = LEVEL_CAN_EDIT;
		bool kept, same;
		struct answer then;
		const char *text;

		tom->role = roles[r];
		project->state = put_away ? STATE_ARCHIVED : STATE_ACTIVE;
		project->workspace = way == 0 ? LEVEL_CAN_EDIT : LEVEL_NONE;
		facts_set_member(&w->facts, w->finance, w->tom, way == 1);
		facts_set_grant(&w->facts, w->revenue, false, w->tom,
				way == 2 ? given : LEVEL_NONE);
		facts_set_access(&w->facts, w->snow, w->finance, snow);
		facts_set_member(&w->facts, w->data, w->tom, snow);
		text = acme_say(w, w->tom);
		tom->active = true;
		then = acme_ask(w, w->tom);
		tom->active = false;
		kept = strstr(text, "is kept") != NULL;
		same = strstr(text, "counts again once the account is "
			      "reactivated") != NULL;
		tried++;
		promised += same;
		if (kept)
			assert_int_equal(same, then.effective == given);
		else
			assert_false(same);
		if (kept && !same)
			assert_non_null(strstr(text, then.effective ?
					       level_label(then.effective) :
					       "still has no access"));
	}
	assert_true(promised > 0 && promised < tried);
}

TEST(not_shared)
{
	struct acme *w = *state;

	assert_string_equal(acme_say(w, w->ella),
		"Ella Roy has no access to Revenue model: Revenue model is not "
		"shared with Ella Roy.");
	assert_string_equal(line(w, w->ella), "No access   not shared");
}

TEST(link)
{
	struct acme *w = *state;
	struct fact_project *p = &w->facts.projects[w->revenue];

	assert_string_equal(acme_say(w, ANYONE),
		"A visitor without an account has no access to Revenue model: "
		"Revenue model is not shared to the web.");
	p->public_web = LEVEL_CAN_VIEW;
	assert_string_equal(acme_say(w, ANYONE),
		"Anyone with the link can view Revenue model, without running or "
		"commenting.");
	assert_string_equal(acme_say(w, w->ella),
		"Ella Roy can view Revenue model through the public link, without "
		"running or commenting.");
	facts_set_grant(&w->facts, w->revenue, false, w->gus, LEVEL_APP_ONLY);
	assert_string_equal(acme_say(w, w->gus),
		"Gus Oyelaran can view Revenue model through the public link; "
		"commenting on the app comes with App Only, granted directly.");
	assert_string_equal(line(w, w->gus), "Can View   public link");
	w->facts.share_to_web = false;
	assert_string_equal(acme_say(w, ANYONE),
		"A visitor without an account has no access to Revenue model. "
		"The public link at Can View reaches nobody while sharing to the "
		"web is switched off for the workspace.");
	assert_string_equal(line(w, ANYONE), "No access   link switched off");
	w->facts.share_to_web = true;
	p->state = STATE_TRASHED;
	assert_string_equal(acme_say(w, ANYONE),
		"A visitor without an account has no access to Revenue model. "
		"The public link at Can View is suspended while Revenue model is "
		"in the trash.");
}

TEST(put_away)
{
	struct acme *w = *state;

	w->facts.projects[w->revenue].state = STATE_ARCHIVED;
	assert_string_equal(acme_say(w, w->maya),
		"Maya Lindqvist can view Revenue model. Full Access was granted "
		"as the owner, but Revenue model is archived, and then nobody "
		"goes beyond Can View. With Full Access Maya Lindqvist may still "
		"rename, unarchive or delete Revenue model.");
	assert_string_equal(line(w, w->maya),
		"Full Access -> Can View   archived");
	w->facts.projects[w->revenue].state = STATE_TRASHED;
	assert_string_equal(acme_say(w, w->ravi),
		"Ravi Menon can view Revenue model. Can Edit was granted through "
		"Finance, but Revenue model is in the trash, and then nobody goes "
		"beyond Can View.");
}

TEST(shared_with_names_groups_first)
{
	struct acme *w = *state;

	w->facts.assets[w->snow].builtin = BUILTIN_GUESTS;
	facts_set_access(&w->facts, w->snow, w->finance, true);
	assert_string_equal(access_shared_with(lab_all(&w->facts), w->snow, &w->arena),
			    "Data Team, Finance, Workspace guests");
	assert_string_equal(access_shared_with(lab_all(&w->facts), w->key, &w->arena),
			    "Workspace");
}

static const char *json_of(struct acme *w, uint32_t user, bool by_project)
{
	struct answer a = acme_ask(w, user);
	struct json json;
	struct buf out;
	const char *text;

	buf_init(&out, 65536);
	jsonw_init(&json, &out, 0);
	jsonw_object(&json);
	access_answer_json(&json, lab_all(&w->facts), &a, by_project, &w->arena);
	jsonw_object_end(&json);
	text = arena_strdup(&w->arena, buf_text(&out));
	buf_release(&out);
	return text;
}

TEST(json_is_that_of_the_interface)
{
	struct acme *w = *state;
	const char *said = acme_say(w, w->bob);

	w->facts.projects[w->revenue].workspace = LEVEL_CAN_VIEW;
	assert_string_equal(json_of(w, w->bob, false), arena_printf(&w->arena,
		"{\"id\":\"u-bob\",\"email\":\"bob@acme.example\","
		"\"role\":\"viewer\",\"active\":true,"
		"\"granted\":\"can_edit\",\"effective\":\"can_view\","
		"\"reason\":\"ROLE_CAP_VIEWER\","
		"\"sources\":[{\"via\":\"group\",\"id\":\"g-fin\","
		"\"name\":\"Finance\",\"level\":\"can_edit\",\"wins\":true},"
		"{\"via\":\"workspace\",\"level\":\"can_view\",\"wins\":false}],"
		"\"blocked\":[],"
		"\"limits\":[{\"code\":\"ROLE_CAP_VIEWER\",\"cap\":\"can_view\"},"
		"{\"code\":\"ASSET_MISSING\",\"cap\":\"can_view\","
		"\"kind\":\"data_connection\",\"id\":\"a-snow\","
		"\"name\":\"Snowflake prod\",\"shared_with\":[\"Data Team\"]}],"
		"\"can\":[\"view_app\",\"interact_app\",\"view_logic\","
		"\"comment_app\",\"comment_logic\"],\"sentence\":\"%s\"}", said));
}

TEST(json_of_owner_guest_and_visitor)
{
	struct acme *w = *state;

	assert_non_null(strstr(json_of(w, w->maya, true),
		"{\"id\":\"p-rev\",\"title\":\"Revenue model\","));
	assert_non_null(strstr(json_of(w, w->maya, true),
		"\"sources\":[{\"via\":\"direct\",\"owner\":true,"
		"\"level\":\"full_access\",\"wins\":true}]"));
	w->facts.projects[w->revenue].workspace = LEVEL_CAN_VIEW;
	assert_non_null(strstr(json_of(w, w->gus, false),
		"\"sources\":[],\"blocked\":[{\"via\":\"workspace\","
		"\"level\":\"can_view\","
		"\"code\":\"WORKSPACE_EXCLUDES_GUEST\"}],\"limits\":[]"));
	w->facts.projects[w->revenue].public_web = LEVEL_APP_ONLY;
	assert_non_null(strstr(json_of(w, ANYONE, false),
		"{\"id\":null,\"email\":null,\"role\":\"anonymous\","));
}

TEST(csv_limits_escape_plus_and_percent)
{
	struct acme *w = *state;
	struct edit edit = edit_of(EDIT_ASSET_NAME);
	struct answer a;

	edit.asset = w->snow;
	edit.text = "100% C++";
	edit_apply(&w->facts, &edit);
	a = acme_ask(w, w->bob);
	assert_string_equal(access_limits_csv(lab_all(&w->facts), &a, &w->arena),
			    "ROLE_CAP_VIEWER+ASSET_MISSING:100%25 C%2B%2B");
	a = acme_ask(w, w->ravi);
	assert_string_equal(access_limits_csv(lab_all(&w->facts), &a, &w->arena), "");
}

RUN(ACME(two_causes_are_told_together), ACME(three_causes_are_told_together),
    ACME(one_cause), ACME(all_well), ACME(owner), ACME(admin_without_a_grant),
    ACME(guest_with_a_workspace_grant), ACME(deactivated),
    ACME(what_a_reactivation_brings_is_not_assumed), ACME(not_shared),
    ACME(link), ACME(put_away), ACME(shared_with_names_groups_first),
    ACME(json_is_that_of_the_interface), ACME(json_of_owner_guest_and_visitor),
    ACME(csv_limits_escape_plus_and_percent))
