/* can_test.c: the capability table of each level (DOMAIN 4.2), as lists of
 * codes; and the fixed names. */
#include "tests/expect.h"

#include "access/words.h"
#include "base/buf.h"
#include "tests/access/lab.h"

static const char *codes(const struct answer *a, struct arena *arena)
{
	struct buf out;
	const char *text;

	buf_init(&out, 4096);
	for (unsigned i = 0; i < CANS; i++)
		if (a->can & 1U << i)
			buf_printf(&out, "%s%s", out.len ? " " : "",
				   can_code((enum can)i));
	text = arena_strdup(arena, buf_text(&out));
	buf_release(&out);
	return text;
}

#define APP "view_app interact_app comment_app"
#define VIEW "view_app interact_app view_logic comment_app comment_logic"
#define EDIT "view_app interact_app view_logic run comment_app " \
	"comment_logic edit import_asset see_secrets write_back"

/* What Dana, an Editor with access to every asset, can do with a grant. */
static const char *can_with(struct acme *w, enum level level)
{
	struct answer a;

	facts_set_member(&w->facts, w->finance, w->dana, false);
	facts_set_member(&w->facts, w->data, w->dana, true);
	facts_set_grant(&w->facts, w->revenue, false, w->dana, level);
	a = acme_ask(w, w->dana);
	return codes(&a, &w->arena);
}

TEST(each_level_gives_its_capabilities)
{
	struct acme w;

	acme_init(&w);
	assert_string_equal(can_with(&w, LEVEL_NONE), "");
	assert_string_equal(can_with(&w, LEVEL_APP_ONLY), APP);
	assert_string_equal(can_with(&w, LEVEL_CAN_VIEW), VIEW " duplicate");
	assert_string_equal(can_with(&w, LEVEL_CAN_EDIT),
			    EDIT " share duplicate");
	assert_string_equal(can_with(&w, LEVEL_FULL_ACCESS),
			    EDIT " share allow_editors_to_share rename delete "
			    "duplicate manage");
	acme_release(&w);
}

TEST(sharing_by_editors_can_be_disallowed)
{
	struct acme w;

	acme_init(&w);
	w.facts.projects[w.revenue].editors_may_share = false;
	assert_string_equal(can_with(&w, LEVEL_CAN_EDIT), EDIT " duplicate");
	assert_non_null(strstr(can_with(&w, LEVEL_FULL_ACCESS), " share "));
	acme_release(&w);
}

TEST(secret_values_can_be_hidden_from_everybody)
{
	struct acme w;

	acme_init(&w);
	w.facts.show_secret_values = false;
	assert_null(strstr(can_with(&w, LEVEL_FULL_ACCESS), "see_secrets"));
	acme_release(&w);
}

TEST(a_capped_person_loses_everything_above_can_view)
{
	struct acme w;
	struct answer a;

	acme_init(&w);
	a = acme_ask(&w, w.bob);	/* a Viewer does not duplicate */
	assert_string_equal(codes(&a, &w.arena), VIEW);
	a = acme_ask(&w, w.dana);
	assert_string_equal(codes(&a, &w.arena), VIEW " duplicate");
	acme_release(&w);
}

TEST(the_link_alone_never_comments_or_runs)
{
	struct acme w;
	struct answer a;

	acme_init(&w);
	w.facts.projects[w.revenue].public_web = LEVEL_CAN_VIEW;
	a = acme_ask(&w, ANYONE);
	assert_string_equal(codes(&a, &w.arena),
			    "view_app interact_app view_logic");
	a = acme_ask(&w, w.gus);
	assert_string_equal(codes(&a, &w.arena),
			    "view_app interact_app view_logic");
	a = acme_ask(&w, w.ella);
	assert_string_equal(codes(&a, &w.arena),
			    "view_app interact_app view_logic");
	/* Signed in as a Manager or an Admin: a copy may be made (D5). */
	a = acme_ask(&w, w.mo);
	assert_string_equal(codes(&a, &w.arena),
			    "view_app interact_app view_logic duplicate");
	a = acme_ask(&w, w.ada);
	assert_string_equal(codes(&a, &w.arena),
			    "view_app interact_app view_logic duplicate");
	w.facts.projects[w.revenue].public_web = LEVEL_APP_ONLY;
	a = acme_ask(&w, w.mo);
	assert_string_equal(codes(&a, &w.arena), "view_app interact_app");
	acme_release(&w);
}

TEST(put_away_only_management_stays)
{
	struct acme w;
	struct answer a;

	acme_init(&w);
	w.facts.projects[w.revenue].state = STATE_TRASHED;
	a = acme_ask(&w, w.maya);
	assert_string_equal(codes(&a, &w.arena),
			    VIEW " duplicate manage");
	a = acme_ask(&w, w.ravi);	/* Can Edit manages nothing */
	assert_string_equal(codes(&a, &w.arena), VIEW " duplicate");
	acme_release(&w);
}

TEST(what_the_limits_take_is_what_the_grant_would_give)
{
	struct acme w;
	struct answer a;

	acme_init(&w);
	a = acme_ask(&w, w.ravi);		/* nothing holds Ravi */
	assert_int_equal(access_lost(&w.facts, &a), 0);
	w.facts.projects[w.revenue].state = STATE_ARCHIVED;
	a = acme_ask(&w, w.ravi);
	a.can = access_lost(&w.facts, &a);
	assert_string_equal(codes(&a, &w.arena), "run edit import_asset "
			    "see_secrets write_back share");
	acme_release(&w);
}

TEST(names_are_found_again)
{
	for (unsigned i = 0; i < CANS; i++) {
		enum can can;

		assert_true(can_find(can_code((enum can)i), &can));
		assert_int_equal(can, i);
		assert_true(*can_label(can));
	}
	for (unsigned i = 0; i < REASONS; i++) {
		enum reason reason;

		assert_true(reason_find(reason_code((enum reason)i), &reason));
		assert_int_equal(reason, i);
	}
	assert_false(can_find("fly", &(enum can){ CAN_RUN }));
	assert_false(reason_find("fly", &(enum reason){ REASON_NO_ACCOUNT }));
	assert_string_equal(via_code(VIA_WORKSPACE), "workspace");
}

RUN(CASE(each_level_gives_its_capabilities),
    CASE(sharing_by_editors_can_be_disallowed),
    CASE(secret_values_can_be_hidden_from_everybody),
    CASE(a_capped_person_loses_everything_above_can_view),
    CASE(the_link_alone_never_comments_or_runs),
    CASE(put_away_only_management_stays),
    CASE(what_the_limits_take_is_what_the_grant_would_give),
    CASE(names_are_found_again))
