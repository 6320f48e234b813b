/* asked_test.c: what a form is told before anything is typed is what the verbs would
 * say: the present value changes nothing, what is closed or greyed is refused, and
 * what is not is done. */
#include "tests/action/verbs_world.h"

#include "action/core/asked.h"
#include "action/run/allowed.h"
#include "action/run/run.h"

/* How many edits; -1: refused. */
static int edits_of(struct world *w, const struct action *action,
		    const struct args *args)
{
	struct result result;
	size_t edits = 0;
	bool done;

	error_clear(&w->err);
	done = action_allowed(&w->app, action, &w->err) &&
		action_check(&w->app, action, args, &edits, &result, &w->err);
	if (action_allowed(&w->app, action, &w->err))
		result_release(&result);
	return done ? (int)edits : -1;
}

static uint32_t how_many(const struct facts *facts, enum param_type type)
{
	return type == PARAM_PROJECT ? facts->n_projects : type == PARAM_USER ?
		facts->n_users : type == PARAM_GROUP ? facts->n_groups : 0;
}

static const char *id_of(const struct facts *facts, enum param_type type, uint32_t i)
{
	return type == PARAM_PROJECT ? facts->projects[i].id :
		type == PARAM_USER ? facts->users[i].id : facts->groups[i].id;
}

struct counts { int same, out, closed; };

/* One parameter of an action about one subject, or none. */
static void same_or_closed(struct world *w, const struct action *action, size_t i,
			   struct args args, uint32_t number, struct counts *n)
{
	const struct param *param = &action->params[i];
	struct arena arena = { 0 };
	struct asked asked = { .app = &w->app, .number = number,
			       .arena = &arena };
	struct arg now = { NULL, 0 };
	bool closed = param->greyed && param->greyed(&asked, NULL);
	size_t k, step;
	int edits;

	(void)asked_now(&asked, param, &now);
	step = param->many ? now.n : 1;
	for (k = 0; k + step <= now.n && now.n; k += step) {
		args.of[i] = (struct arg){ now.v + k, step };
		edits = edits_of(w, action, &args);
		if ((edits < 0) != closed || (edits > 0) != (param->out && edits >= 0))
			fail_msg("%s %s %s of %u: %d edits, %s", action->noun,
				 action->verb, param->name, number, edits,
				 closed ? "closed" : w->err.text);
		n->closed += closed;
		n->same += !closed && !param->out;
		n->out += param->out;
	}
	arena_release(&arena);
}

static void about_all(struct world *w, const struct action *action, size_t i,
		      struct counts *n)
{
	const struct facts *facts = &w->app.facts;
	struct args args;
	const char *id;
	size_t j;
	uint32_t s;

	for (j = 0; j < ACTION_PARAMS && action->params[j].name; j++) {
		enum param_type type = action->params[j].type;

		if (j == i || action->params[j].option)
			continue;
		for (s = 0; s < how_many(facts, type); s++) {
			memset(&args, 0, sizeof(args));
			id = id_of(facts, type, s);
			args.of[j] = (struct arg){ &id, 1 };
			same_or_closed(w, action, i, args, s, n);
		}
	}
	memset(&args, 0, sizeof(args));
	if (!action->on)
		same_or_closed(w, action, i, args, NOBODY, n);
}

/* As somebody; noun NULL: of all. */
static struct counts all_of(struct world *w, const char *as, const char *noun)
{
	uint32_t user = facts_user(&w->app.facts, as);
	struct counts n = { 0, 0, 0 };
	const struct action *const *all;
	struct error err;
	size_t n_all, a, i;

	w->app.acting_as = user == w->app.actor ? NOBODY : user;
	all = actions(&n_all);
	for (a = 0; a < n_all; a++) {
		if (!all[a]->plan || (noun && (!all[a]->noun || strcmp(all[a]->noun, noun))) ||
		    !action_allowed(&w->app, all[a], &err))
			continue;
		for (i = 0; i < ACTION_PARAMS && all[a]->params[i].name; i++)
			if (asked_tells_now(&all[a]->params[i]) && !all[a]->params[i].fresh)
				about_all(w, all[a], i, &n);
	}
	return n;
}

TEST(what_is_now_changes_nothing)
{
	struct counts n;
	struct world w;

	world_open(&w);
	n = all_of(&w, "u-ada", NULL);
	assert_true(n.same > 40 && n.out > 10 && n.closed > 10);
	n = all_of(&w, "u-ed", NULL);
	assert_true(n.same > 8 && n.closed >= 4);
	(void)all_of(&w, "u-max", NULL);
	(void)all_of(&w, "u-eve", NULL);
	n = all_of(&w, "u-vic", NULL);
	assert_true(n.same == 0 && n.closed > 10);
	world_close(&w);
}

TEST(what_the_plan_lacks_is_closed)
{
	struct counts n;
	struct world w;

	world_open_with(&w, "community", "");
	n = all_of(&w, "u-ada", "workspace");
	assert_int_equal(n.closed, 4);	/* the switches; not name, key and plan */
	assert_int_equal(n.same, 3);
	world_close(&w);
}

/* Whom the chooser greys the verb refuses, and nobody else: "project transfer" of one,
 * "user deactivate" with all that a person owns. */
static void owners(struct world *w, const struct action *action, const char *subject,
		   uint32_t number, int *can, int *cannot)
{
	const struct param *param = &action->params[1];
	struct arena arena = { 0 };
	struct asked asked = { .app = &w->app, .number = number,
			       .arena = &arena };
	uint32_t u;

	for (u = 0; u < w->app.facts.n_users; u++) {
		const char *user = w->app.facts.users[u].id;
		struct args args = { .of = { { &subject, 1 }, { &user, 1 } } };
		bool greyed = param->greyed(&asked, user);

		if ((edits_of(w, action, &args) <= 0) != greyed)
			fail_msg("%s for %s: %s", subject, user, greyed ?
				 "greyed" : w->err.text);
		*can += !greyed;
		*cannot += greyed;
	}
	arena_release(&arena);
}

TEST(who_is_greyed_cannot_own)
{
	const struct action *transfer = action_find("project", "transfer");
	const struct action *leave = action_find("user", "deactivate");
	int can = 0, cannot = 0;
	struct arena arena = { 0 };
	struct asked asked;
	struct world w;
	uint32_t p;

	world_open(&w);
	w.app.acting_as = facts_user(&w.app.facts, "u-ed");
	for (p = 0; p < w.app.facts.n_projects; p++)
		owners(&w, transfer, w.app.facts.projects[p].id, p, &can, &cannot);
	assert_true(can > 10 && cannot > 10);
	can = cannot = 0;
	w.app.acting_as = NOBODY;
	asked = (struct asked){ .app = &w.app, .arena = &arena,
				.number = facts_user(&w.app.facts, "u-ed") };
	assert_null(leave->params[1].greyed(&asked, NULL));
	owners(&w, leave, "u-ed", asked.number, &can, &cannot);
	assert_true(can > 2 && cannot > 2);
	asked.number = facts_user(&w.app.facts, "u-eve");
	assert_string_equal(leave->params[1].greyed(&asked, NULL),
			    "owns no project");
	arena_release(&arena);
	world_close(&w);
}

TEST(a_form_is_of_actions_there_are)
{
	const struct action *const *all, *list[FORM_ACTIONS];
	size_t n, i, k, forms = 0;

	all = actions(&n);
	for (i = 0; i < n; i++) {
		size_t named = 0;

		while (named < FORM_ACTIONS && all[i]->form.actions[named])
			named++;
		memset(list, 0, sizeof(list));
		assert_int_equal(asked_actions(all[i], list), named ? named : 1);
		for (k = 0; k < named; k++) {
			assert_non_null(list[k]);
			assert_true(list[k]->flags & ACTION_WRITES);
			if (strcmp(list[k]->noun, all[i]->noun) == 0)
				assert_ptr_equal(asked_lead(list[k]), all[i]);
		}
		forms += named > 0;
	}
	assert_int_equal(forms, 3);
	assert_string_equal(asked_lead(action_find("group", "add"))->verb,
			    "rename");
	assert_ptr_equal(asked_lead(action_find("project", "transfer")),
			 action_find("project", "transfer"));
}

RUN(CASE(what_is_now_changes_nothing), CASE(what_the_plan_lacks_is_closed),
    CASE(who_is_greyed_cannot_own), CASE(a_form_is_of_actions_there_are))
