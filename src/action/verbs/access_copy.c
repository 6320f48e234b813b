/* access_copy.c: give one person what another has, as one change. */
#include "action/core/batch.h"
#include "action/core/word_list.h"
#include "action/judge/downgrade.h"
#include "action/judge/lacking.h"
#include "action/judge/may.h"
#include "action/review/compare.h"
#include "action/run/run_plan.h"

enum { REFUSED_NAMED = 8 };

struct copying {
	struct edit_plan *plan;
	uint32_t users[2];
	struct copy_steps steps;
	struct error first;		/* of the first step that cannot be done */
	struct buf refused;		/* those, a few by name */
	size_t n_refused;
	struct words given;
};

static bool give_role(struct copying *copying, const struct copy_step *step,
		      struct error *err)
{
	struct edit_plan *plan = copying->plan;
	struct batch batch;
	bool good;

	batch_init(&batch);
	batch_pairs(&batch, "user", "role", "user",
		    plan->app->facts.users[copying->users[1]].id, "role",
		    role_code(step->role), BATCH_END);
	good = run_inside(plan, &batch, err);
	batch_release(&batch);
	return good;
}

static bool give_group(struct copying *copying, const struct copy_step *step)
{
	struct edit edit = edit_of(EDIT_MEMBER);

	edit.group = step->group;
	edit.user = copying->users[1];
	edit.value = true;
	downgrade_edits(copying->plan, &edit, 1);
	return true;
}

static bool give_grant(struct copying *copying, const struct copy_step *step,
		       struct error *err)
{
	struct edit_plan *plan = copying->plan;
	struct edit edit = edit_of(EDIT_GRANT_USER);
	struct lacking lacking;

	if (!may_set_share(plan, step->project, step->before, step->level, err))
		return false;
	lacking_init(&lacking, plan, step->project, step->level);
	if (step->level >= LEVEL_CAN_EDIT)
		lacking_check(&lacking, copying->users[1]);
	if (!lacking_done(&lacking, err))
		return false;
	edit.project = step->project;
	edit.user = copying->users[1];
	edit.value = (int)step->level;
	downgrade_edits(plan, &edit, 1);
	return true;
}

static void refused(struct copying *copying, const struct copy_step *step,
		    const struct error *err)
{
	struct edit_plan *plan = copying->plan;
	const char *name = copy_step_name(app_seen(plan->app), step, plan->arena);

	if (!copying->n_refused)
		copying->first = *err;
	plan_warn(plan, "NOT_COPIED", "%s is not copied: %s", name, err->text);
	if (copying->n_refused++ < REFUSED_NAMED)
		buf_printf(&copying->refused, "%s%s", copying->refused.len ? ", " : "",
			   name);
}

static void one_step(struct copying *copying, const struct copy_step *step)
{
	struct edit_plan *plan = copying->plan;
	struct error err;
	bool good;

	error_clear(&err);
	if (step->kind == COPY_ROLE)
		good = give_role(copying, step, &err);
	else if (step->kind == COPY_GROUP)
		good = give_group(copying, step);
	else
		good = give_grant(copying, step, &err);
	if (good)
		words_add(&copying->given, copy_step_name(app_seen(plan->app), step,
							  plan->arena));
	else
		refused(copying, step, &err);
}

/* Of several the first decides how it ends; all are counted. */
static bool stop(const struct copying *copying, struct error *err)
{
	size_t n = copying->n_refused;

	*err = copying->first;
	if (n == 1 && copying->steps.n == 1)
		return false;
	error_set(err, copying->first.kind, copying->first.code,
		  "%zu of %zu cannot be copied: %s%s; the first because %s", n,
		  copying->steps.n, buf_text(&copying->refused),
		  n > REFUSED_NAMED ? ", ..." : "", copying->first.text);
	return error_remedy(err, "leave those out: gatehouse access copy %s %s --skip",
		copying->plan->app->facts.users[copying->users[0]].id,
		copying->plan->app->facts.users[copying->users[1]].id);
}

static void begin(struct copying *copying)
{
	const struct fact_user *to =
		&copying->plan->app->facts.users[copying->users[1]];

	words_init(&copying->given, 5);
	buf_init(&copying->refused, 1024);
	if (copying->steps.groups && !to->active)
		plan_warn(copying->plan, "DEACTIVATED", "%s is deactivated: what is given "
			  "has no effect while that is so",
			  plan_word(copying->plan, OF_USER, copying->users[1]));
}

/* What is left out is counted here and named, with why, by the warnings. */
static void say(struct copying *copying)
{
	struct edit_plan *plan = copying->plan;
	const char *from = plan_word(plan, OF_USER, copying->users[0]);
	const char *to = plan_word(plan, OF_USER, copying->users[1]);
	bool any = copying->given.n > 0;
	const char *given = words_done(&copying->given, plan->arena);
	const char *left = copying->n_refused ? arena_printf(plan->arena,
		copying->n_refused == 1 ?
		" %zu of %zu " TENSE("is", "would be") " left out." :
		" %zu of %zu " TENSE("are", "would be") " left out.",
		copying->n_refused, copying->steps.n) : "";

	if (any)
		plan_message(plan, "%s " TENSE("has", "would have") ", as %s: %s.%s", to,
			     from, given, left);
	else if (copying->n_refused)
		plan_message(plan, "none of what %s lacks can be copied from %s.", to,
			     from);
	else
		plan_message(plan, "%s lacks nothing of what is given to %s by name or "
			     "through a group.", to, from);
}

static bool end(struct copying *copying, bool skip, struct error *err)
{
	struct edit_plan *plan = copying->plan;
	bool good = !copying->n_refused || skip || stop(copying, err);

	buf_release(&copying->refused);
	if (good)
		plan->blocked = NULL;
	say(copying);
	plan_target(plan, plan->app->facts.users[copying->users[1]].id);
	return good;
}

static bool plan_copy(struct edit_plan *plan, struct error *err)
{
	struct copying copying = { .plan = plan };
	size_t i;

	if (!plan_needs_admin(plan, err) ||
	    !plan_user_at(plan, "from", 0, &copying.users[0], err) ||
	    !plan_user_at(plan, "to", 0, &copying.users[1], err))
		return false;
	if (copying.users[0] == copying.users[1]) {
		error_set(err, ERROR_INVALID, "BAD_VALUE", "that is one person twice");
		return error_field(err, "to");
	}
	copy_steps_find(app_seen(plan->app), copying.users, plan_count(plan, "role"),
			plan->arena, &copying.steps);
	begin(&copying);
	for (i = 0; i < copying.steps.n; i++)
		one_step(&copying, &copying.steps.v[i]);
	return end(&copying, plan_count(plan, "skip"), err);
}

const struct action action_access_copy = {
	.noun = "access", .verb = "copy",
	.summary = "Give a person what another has",
	.help = "The groups of the first and what is granted to them by name; what they own "
		"is granted, not transferred. Nothing is taken from the second. The role "
		"stays as it is without --role. What is held for the second stays held, "
		"and is said. A step that you may not do, or that is refused (Can Edit "
		"for a person who lacks an asset), stops all, unless --skip leaves it "
		"out.",
	.example = "access copy ravi@acme.example dana@acme.example",
	.synonyms = "clone like same as onboarding replace",
	.on = "user",
	.params = {
		PARAM_THE_("from", "From", PARAM_USER, "who has it"),
		PARAM_THE_("to", "To", PARAM_USER, "who is given the same"),
		{ .name = "role", .label = "The role too", .type = PARAM_FLAG,
		  .option = true, .help = "give the second the first one's role, too" },
		{ .name = "skip", .label = "Leave out what is refused",
		  .type = PARAM_FLAG, .option = true,
		  .help = "do what can be done, and say what is not" },
	},
	.form = { .title = "Copy the access of", .about = 1 },
	.flags = ACTION_WRITES | ACTION_ADMIN,
	.plan = plan_copy,
};
