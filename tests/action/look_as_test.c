/* look_as_test.c: whose eyes count from now on: who may change them, for whom, when. */
#include "tests/action/verbs_world.h"

#include "action/run/look_as.h"
#include "action/run/what_if.h"
#include "action/undo/as_of_facts.h"

static uint32_t number(struct world *w, const char *id)
{
	uint32_t user = facts_user(&w->app.facts, id);

	assert_true(user != NOBODY);
	return user;
}

static void refused(struct world *w, const char *id, const char *code)
{
	uint32_t before = w->app.acting_as;

	error_clear(&w->err);
	assert_false(look_as(&w->app, number(w, id), &w->err));
	assert_string_equal(w->err.code, code);
	assert_int_equal(w->app.acting_as, before);
}

static void looks(struct world *w, const char *id)
{
	error_clear(&w->err);
	if (!look_as(&w->app, number(w, id), &w->err))
		fail_msg("%s: %s", id, w->err.text);
	assert_int_equal(app_subject(&w->app), number(w, id));
}

static void offered(struct world *w, const char *id, const char *code)
{
	error_clear(&w->err);
	assert_int_equal(look_as_offered(&w->app, number(w, id), &w->err), !*code);
	assert_string_equal(*code ? w->err.code : "", code);
}

TEST(eyes_change_and_come_back)
{
	struct world w;

	world_open(&w);
	assert_true(app_is_admin(&w.app));
	looks(&w, "u-gus");
	assert_false(app_is_admin(&w.app));
	assert_false(sees_user(app_seen(&w.app), number(&w, "u-ed")));
	looks(&w, "u-ed");		/* from one to the next */
	assert_true(sees_user(app_seen(&w.app), number(&w, "u-gus")));
	looks(&w, "u-ada");		/* oneself, by name */
	assert_int_equal(w.app.acting_as, NOBODY);
	looks(&w, "u-vic");
	assert_true(look_as(&w.app, NOBODY, &w.err));
	assert_int_equal(app_subject(&w.app), w.app.actor);
	world_close(&w);
}

TEST(some_are_not_acted_as)
{
	struct world w;

	world_open(&w);
	refused(&w, "u-off", "DEACTIVATED");
	looks(&w, "u-ed");
	refused(&w, "u-off", "DEACTIVATED");	/* and stays whom one was */
	assert_false(look_as(&w.app, w.app.facts.n_users, &w.err));
	assert_string_equal(w.err.code, "NOT_FOUND");
	assert_false(look_as(&w.app, ANYONE, &w.err));
	world_close(&w);
}

/* What is tried and what is looked back at is of one pair of eyes. */
TEST(neither_in_what_if_nor_in_the_past)
{
	struct world w;

	world_open(&w);
	DO(&w, "u-ada", "group rename g-in Out", 0, "");
	what_if_begin(&w.app);
	refused(&w, "u-ed", "WHAT_IF");
	what_if_drop(&w.app);
	looks(&w, "u-ed");
	what_if_begin(&w.app);
	refused(&w, "u-ada", "WHAT_IF");
	what_if_drop(&w.app);
	looks(&w, "u-ada");
	assert_true(as_of_begin(&w.app, "1", &w.err));
	refused(&w, "u-ed", "AS_OF");
	as_of_end(&w.app);
	looks(&w, "u-ed");
	world_close(&w);
}

/* Of a store that is no demo, by the role of whoever sits there. */
TEST(only_an_Admin_may)
{
	struct world w;
	uint32_t ada;

	world_open(&w);
	ada = w.app.actor;
	w.app.demo = false;
	offered(&w, "u-ed", "");
	looks(&w, "u-ed");
	assert_true(look_as_may(&w.app, &w.err));
	w.app.actor = number(&w, "u-max");
	w.app.acting_as = NOBODY;
	refused(&w, "u-ed", "ROLE_NEEDED");
	refused(&w, "u-gus", "ROLE_NEEDED");
	offered(&w, "u-ed", "ROLE_NEEDED");
	w.app.actor = number(&w, "u-off");
	refused(&w, "u-ed", "ROLE_NEEDED");
	w.app.actor = NOBODY;			/* the operator */
	w.app.actor_kind = ACTOR_OPERATOR;
	looks(&w, "u-ed");
	w.app.actor_kind = ACTOR_USER;
	w.app.actor = ada;
	w.app.demo = true;
	world_close(&w);
}

/* To whom one acts as it is offered as it would be to them. */
TEST(it_is_offered_as_to_the_one_who_looks)
{
	struct world w;

	world_open(&w);
	offered(&w, "u-ada", "SELF");
	offered(&w, "u-off", "DEACTIVATED");
	assert_true(look_as_offered(&w.app, NOBODY, &w.err));
	looks(&w, "u-ed");
	offered(&w, "u-vic", "ROLE_NEEDED");
	assert_false(look_as_offered(&w.app, NOBODY, &w.err));
	looks(&w, "u-ben");
	offered(&w, "u-vic", "");
	offered(&w, "u-ben", "SELF");
	world_close(&w);
}

static void other_open(struct world *w, const struct world *first)
{
	memset(w, 0, sizeof(*w));
	app_init(&w->app, first->app.store_path);
	assert_true(app_open(&w->app, true, NULL, &w->err));
}

static void other_close(struct world *w)
{
	if (w->has_result)
		result_release(&w->result);
	app_release(&w->app);
}

/* Whoever loses the role meanwhile has lost the other eyes, too, and nothing is done as
 * either of them with what was asked before. */
TEST(a_right_that_is_lost_ends_it)
{
	struct world w, other;
	bool moved;

	world_open(&w);
	other_open(&other, &w);
	w.app.demo = false;
	w.app.login = "ada";
	DO(&other, "u-ada", "user edit u-ada --unix-login ada", 0, "");
	assert_true(app_refresh(&w.app, &moved, &w.err));
	assert_int_equal(w.app.actor, number(&w, "u-ada"));
	looks(&w, "u-ben");
	DO(&other, "u-ben", "user edit u-ben --unix-login ben", 0, "");
	DO(&other, "u-ben", "user role u-ada viewer", 0, "");
	error_clear(&w.err);
	assert_false(app_refresh(&w.app, &moved, &w.err));
	assert_true(moved);
	assert_string_equal(w.err.code, "ROLE_NEEDED");
	assert_int_equal(w.app.acting_as, NOBODY);
	assert_false(app_is_admin(&w.app));
	other_close(&other);
	w.app.demo = true;
	world_close(&w);
}

/* The write that finds the person gone is none. */
TEST(a_person_who_is_gone_ends_it)
{
	struct world w, other;

	world_open(&w);
	DO(&w, "u-ada", "user add zoe@t.example --role admin --name Zoe", 0, "");
	other_open(&other, &w);
	w.app.acting_as = facts_user_by_email(&w.app.facts, "zoe@t.example");
	assert_true(w.app.acting_as != NOBODY);
	DO(&other, "u-ada", "undo", 0, "");
	{
		int64_t revision = other.app.facts.revision;
		const char *words[] = { "group", "rename", "g-in", "Out" };
		const struct action *action;
		struct arena arena = { 0 };
		struct options opts = { .format = FORMAT_TEXT };
		struct args args;

		if (w.has_result)
			result_release(&w.result);
		assert_true(args_parse(4, words, &arena, &action, &args, &opts,
				       &w.err));
		w.has_result = true;
		assert_false(action_run(&w.app, action, &args, &opts, &w.result,
					&w.err));
		assert_string_equal(w.err.code, "STALE");
		assert_int_equal(w.app.acting_as, NOBODY);
		assert_true(app_refresh(&other.app, NULL, &w.err));
		assert_int_equal(other.app.facts.revision, revision);
		arena_release(&arena);
	}
	other_close(&other);
	world_close(&w);
}

RUN(CASE(eyes_change_and_come_back), CASE(some_are_not_acted_as),
    CASE(neither_in_what_if_nor_in_the_past), CASE(only_an_Admin_may),
    CASE(it_is_offered_as_to_the_one_who_looks), CASE(a_right_that_is_lost_ends_it),
    CASE(a_person_who_is_gone_ends_it))
