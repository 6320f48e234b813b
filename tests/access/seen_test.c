/* seen_test.c: what each subject may see of a workspace (INTERFACES 2, DOMAIN 6),
 * and that sentences, JSON and CSV name nothing else. */
#include "tests/expect.h"

#include "access/words.h"
#include "base/buf.h"
#include "base/json_write.h"
#include "model/edit.h"
#include "tests/access/lab.h"

static struct seen eyes(struct acme *w, uint32_t subject)
{
	struct seen seen;
	bool admin = subject != NOBODY &&
		w->facts.users[subject].role == ROLE_ADMIN &&
		w->facts.users[subject].active;

	facts_moved(&w->facts);
	seen_init(&seen, &w->facts, subject, admin);
	return seen;
}

static void own(struct acme *w)
{
	struct edit edit = edit_of(EDIT_OWN_ADD);

	edit.project = w->revenue;
	edit.text = "o-1";
	edit.text2 = "Scratch PG";
	edit.text3 = "postgres";
	edit.text4 = "{\"host\":\"db.hidden\"}";
	edit_apply(&w->facts, &edit);
	assert_int_equal(w->facts.projects[w->revenue].n_own, 1);
}

TEST(people_and_groups_are_for_all_but_guests_and_the_deactivated)
{
	struct acme *w = *state;
	const uint32_t see[] = { w->maya, w->ravi, w->bob, w->ella, w->mo };
	const uint32_t blind[] = { w->gus, w->tom };

	for (size_t i = 0; i < COUNT_OF(see); i++) {
		struct seen seen = eyes(w, see[i]);

		assert_true(sees_user(&seen, w->gus));
		assert_string_equal(seen_user_name(&seen, w->dana),
				    "Dana Ilves");
		assert_string_equal(seen_group(&seen, w->finance)->name,
				    "Finance");
		assert_int_equal(seen_count_members(&seen, w->finance), 3);
		seen_release(&seen);
	}
	for (size_t i = 0; i < COUNT_OF(blind); i++) {
		struct seen seen = eyes(w, blind[i]);

		facts_set_member(&w->facts, w->finance, blind[i], true);
		assert_true(sees_user(&seen, blind[i]));
		assert_int_equal(seen_count_users(&seen), 1);
		assert_string_equal(seen_user_name(&seen, w->dana), "somebody");
		assert_string_equal(seen_user(&seen, w->dana)->id, "");
		assert_string_equal(seen_user(&seen, w->dana)->email, "");
		assert_string_equal(seen_group(&seen, w->finance)->name,
				    "a group");
		assert_int_equal(seen_count_members(&seen, w->finance), 0);
		seen_release(&seen);
	}
}

TEST(an_asset_is_its_name_to_whoever_has_access)
{
	struct acme *w = *state;
	struct seen ravi, dana, maya;

	w->facts.assets[w->snow].config = "{\"host\":\"secret.host\"}";
	w->facts.assets[w->snow].type = "snowflake";
	ravi = eyes(w, w->ravi);
	assert_int_equal(sees_asset(&ravi, w->snow), SIGHT_NAME);
	assert_string_equal(seen_asset(&ravi, w->snow)->name, "Snowflake prod");
	assert_string_equal(seen_asset(&ravi, w->snow)->type, "snowflake");
	assert_string_equal(seen_asset(&ravi, w->snow)->config, "{}");
	assert_int_equal(seen_asset(&ravi, w->snow)->groups.n, 0);
	assert_string_equal(access_shared_with(&ravi, w->snow, &w->arena), "");
	dana = eyes(w, w->dana);
	assert_int_equal(sees_asset(&dana, w->snow), SIGHT_NOTHING);
	assert_string_equal(seen_asset(&dana, w->snow)->name,
			    "a data connection not shared with you");
	assert_string_equal(seen_asset(&dana, w->snow)->id, "");
	assert_string_equal(seen_asset(&dana, w->snow)->type, "");
	maya = eyes(w, w->maya);
	assert_int_equal(sees_asset(&maya, w->snow), SIGHT_ALL);
	assert_string_equal(seen_asset(&maya, w->snow)->config,
			    "{\"host\":\"secret.host\"}");
	seen_release(&ravi);
	seen_release(&dana);
	seen_release(&maya);
}

TEST(a_project_at_app_only_is_title_and_state)
{
	struct acme *w = *state;
	const struct fact_project *p;
	struct seen gus;

	facts_set_grant(&w->facts, w->revenue, false, w->gus, LEVEL_APP_ONLY);
	gus = eyes(w, w->gus);
	p = seen_project(&gus, w->revenue);
	assert_string_equal(p->id, "p-rev");
	assert_string_equal(p->title, "Revenue model");
	assert_int_equal(p->owner, NOBODY);
	assert_int_equal(p->n_grants, 0);
	assert_int_equal(p->assets.n, 0);
	facts_set_grant(&w->facts, w->revenue, false, w->gus, LEVEL_NONE);
	facts_moved(&w->facts);
	p = seen_project(&gus, w->revenue);
	assert_string_equal(p->title, "a project you may not see");
	assert_string_equal(p->id, "");
	seen_release(&gus);
}

TEST(own_things_want_can_edit_of_admins_too)
{
	struct acme *w = *state;
	struct seen ada, ravi, bob, raw;

	own(w);
	ada = eyes(w, w->ada);		/* an Admin without a grant */
	ravi = eyes(w, w->ravi);
	bob = eyes(w, w->bob);		/* held at Can View */
	raw = seen_everything(&w->facts);
	assert_int_equal(sees_project(&ada, w->revenue), SIGHT_ALL);
	assert_int_equal(seen_project(&ada, w->revenue)->n_own, 0);
	assert_int_equal(seen_project(&ada, w->revenue)->n_grants,
			 w->facts.projects[w->revenue].n_grants);
	assert_int_equal(seen_project(&ravi, w->revenue)->n_own, 1);
	assert_int_equal(seen_project(&bob, w->revenue)->n_own, 0);
	assert_int_equal(seen_project(&raw, w->revenue)->n_own, 1);
	seen_release(&ada);
	seen_release(&ravi);
	seen_release(&bob);
}

TEST(sight_follows_the_facts)
{
	struct acme *w = *state;
	struct edit join = edit_of(EDIT_MEMBER);
	struct seen dana = eyes(w, w->dana);

	join.group = w->data;
	join.user = w->dana;
	join.value = 1;
	assert_int_equal(sees_asset(&dana, w->snow), SIGHT_NOTHING);
	edit_apply(&w->facts, &join);
	assert_string_equal(seen_asset(&dana, w->snow)->name, "Snowflake prod");
	edit_revert(&w->facts, &join);
	assert_string_equal(seen_asset(&dana, w->snow)->name,
			    "a data connection not shared with you");
	seen_release(&dana);
}

/* Everything that is said about one pair, together. */
static const char *all_said(struct acme *w, const struct seen *seen,
			    uint32_t user)
{
	struct answer a = acme_ask(w, user);
	struct json json;
	struct buf out;
	const char *text;

	buf_init(&out, 1 << 16);
	buf_printf(&out, "%s\n%s\n%s\n%s\n",
		   access_sentence(seen, &a, &w->arena),
		   access_why(seen, &a, &w->arena),
		   access_line(seen, &a, &w->arena),
		   access_limits_csv(seen, &a, &w->arena));
	jsonw_init(&json, &out, 0);
	jsonw_object(&json);
	access_answer_json(&json, seen, &a, false, &w->arena);
	jsonw_object_end(&json);
	text = arena_strdup(&w->arena, buf_text(&out));
	buf_release(&out);
	return text;
}

TEST(what_holds_oneself_is_named_and_what_holds_others_is_not)
{
	struct acme *w = *state;
	struct seen dana = eyes(w, w->dana), bob = eyes(w, w->bob);
	const char *own_words = all_said(w, &dana, w->dana);
	const char *others = all_said(w, &dana, w->bob);

	assert_non_null(strstr(own_words, "Snowflake prod"));
	assert_null(strstr(own_words, "shared only with"));
	assert_null(strstr(own_words, "shared_with"));
	assert_null(strstr(others, "Snowflake"));
	assert_null(strstr(others, "a-snow"));
	assert_non_null(strstr(others, "ASSET_MISSING:?"));
	assert_non_null(strstr(others, "a data connection not shared with you"));
	assert_non_null(strstr(others, "\"id\":null,\"name\":null"));
	assert_non_null(strstr(all_said(w, &bob, w->bob), "Snowflake prod"));
	/* At a level that is not granted nothing holds: it would only name it. */
	facts_set_grant(&w->facts, w->revenue, true, w->finance,
			LEVEL_CAN_VIEW);
	facts_moved(&w->facts);
	assert_null(strstr(all_said(w, &dana, w->dana), "Snowflake"));
	seen_release(&dana);
	seen_release(&bob);
}

TEST(a_guest_reads_a_group_for_the_own_groups_too)
{
	struct acme *w = *state;
	const char *text;
	struct seen gus;

	facts_set_member(&w->facts, w->finance, w->gus, true);
	gus = eyes(w, w->gus);
	text = all_said(w, &gus, w->gus);
	assert_null(strstr(text, "Finance"));
	assert_null(strstr(text, "g-fin"));
	assert_null(strstr(text, "Data Team"));
	assert_non_null(strstr(text, "through a group"));
	seen_release(&gus);
}

TEST(what_has_the_name_of_another_is_told_apart)
{
	struct acme *w = *state;
	uint32_t bob2, fin2, snow2, rev2;
	struct seen all, ravi, gus;

	bob2 = facts_add_user(&w->facts, "u-bob2", "bob@other.test", "BOB stein",
			      ROLE_VIEWER);
	fin2 = facts_add_group(&w->facts, "g-fin2", "finance");
	snow2 = facts_add_asset(&w->facts, "a-snow2", w->facts.assets[w->snow].kind,
				"Snowflake prod");
	rev2 = facts_add_project(&w->facts, "p-rev2", "Revenue model", w->maya);
	all = eyes(w, w->maya);
	assert_string_equal(seen_user_label(&all, bob2),
			    "BOB stein (bob@other.test)");
	assert_ptr_equal(seen_user_label(&all, bob2), seen_user_label(&all, bob2));
	assert_string_equal(seen_twin(&all, OF_USER, w->bob),
			    w->facts.users[w->bob].email);
	assert_string_equal(seen_user_label(&all, w->dana), "Dana Ilves");
	assert_string_equal(seen_group_label(&all, fin2), "finance (g-fin2)");
	assert_string_equal(seen_group_label(&all, w->data), "Data Team");
	assert_string_equal(seen_asset_label(&all, snow2),
			    "Snowflake prod (a-snow2)");
	assert_string_equal(seen_project_label(&all, rev2),
			    "Revenue model (p-rev2)");
	/* gone is no other */
	w->facts.groups[w->finance].gone = true;
	facts_moved(&w->facts);
	assert_string_equal(seen_group_label(&all, fin2), "finance");
	w->facts.groups[w->finance].gone = false;
	seen_release(&all);
	/* nor is what is not seen */
	ravi = eyes(w, w->ravi);
	assert_string_equal(seen_asset_label(&ravi, w->snow), "Snowflake prod");
	assert_string_equal(seen_project_label(&ravi, w->revenue),
			    "Revenue model");
	assert_non_null(seen_twin(&ravi, OF_GROUP, w->finance));
	seen_release(&ravi);
	gus = eyes(w, w->gus);
	assert_string_equal(seen_user_label(&gus, w->bob), "somebody");
	assert_string_equal(seen_group_label(&gus, w->finance), "a group");
	seen_release(&gus);
}

/* José composed and not, and a crowd of one name: each by its e-mail. */
TEST(names_are_compared_folded_however_many_there_are)
{
	struct acme *w = *state;
	uint32_t first, last = 0;
	struct seen all;
	char id[32];

	first = facts_add_user(&w->facts, "u-j", "j@x.test", "Jos\xc3\xa9", ROLE_VIEWER);
	for (int i = 0; i < 500; i++) {
		snprintf(id, sizeof(id), "u-x%d", i);
		last = facts_add_user(&w->facts, id, id, i < 499 ? id :
				      "JOSE\xcc\x81", ROLE_VIEWER);
	}
	all = eyes(w, w->maya);
	assert_string_equal(seen_twin(&all, OF_USER, first), "j@x.test");
	assert_string_equal(seen_twin(&all, OF_USER, last), "u-x499");
	for (uint32_t i = first + 1; i < last; i++)
		assert_null(seen_twin(&all, OF_USER, i));
	seen_release(&all);
}

RUN(ACME(people_and_groups_are_for_all_but_guests_and_the_deactivated),
    ACME(an_asset_is_its_name_to_whoever_has_access),
    ACME(a_project_at_app_only_is_title_and_state),
    ACME(own_things_want_can_edit_of_admins_too),
    ACME(sight_follows_the_facts),
    ACME(what_holds_oneself_is_named_and_what_holds_others_is_not),
    ACME(a_guest_reads_a_group_for_the_own_groups_too),
    ACME(what_has_the_name_of_another_is_told_apart),
    ACME(names_are_compared_folded_however_many_there_are))
