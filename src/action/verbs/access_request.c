/* access_request.c: ask whoever could grant it for a higher level on a project (D32).
 *
 * A project that one may not see cannot be asked for: it is as if it were not there
 * (INTERFACES 2), else asking would tell which ids there are. */
#include "access/words.h"
#include "action/core/action.h"
#include "action/core/word_list.h"
#include "action/judge/may.h"
#include "action/asking/requests.h"
#include "base/clock.h"

static bool somebody(struct edit_plan *plan, uint32_t *out, struct error *err)
{
	*out = app_subject(plan->app);
	if (*out != NOBODY)
		return true;
	error_set(err, ERROR_DENIED, "NOT_LINKED", "only people of the workspace ask for "
		  "access, and this login is none of them");
	return error_remedy(err, "an Admin links it: gatehouse user edit EMAIL "
			    "--unix-login LOGIN");
}

/* Above what there is, and not asked for already. */
static bool is_wanting(struct edit_plan *plan, const struct access_request *one,
		       struct error *err)
{
	const struct facts *facts = &plan->app->facts;
	struct access_request open;
	uint32_t n;

	if (one->now >= one->level) {
		error_set(err, ERROR_CONFLICT, "LEVEL_REACHED", "you have %s on %s",
			  level_label(one->now), plan_word(plan, OF_PROJECT, one->project));
		error_field(err, "level");
		return error_remedy(err, one->now == LEVEL_FULL_ACCESS ? "there is no more "
				    "to ask for" : "ask for a higher level");
	}
	n = access_request_of(facts, one->user, one->project, false);
	if (n == NOBODY || !access_request_read(facts, n, plan->arena, &open))
		return true;
	error_set(err, ERROR_CONFLICT, "REQUEST_OPEN", "you asked for %s on %s already; it "
		  "is not answered yet", level_label(open.level),
		  plan_word(plan, OF_PROJECT, one->project));
	return error_remedy(err, "to ask for something else, take it back first: gatehouse "
			    "undo EVENT (gatehouse history lists it)");
}

/* What would be were it granted: who is held then had better know it now. */
static void tell_limits(struct edit_plan *plan, const struct access_request *one)
{
	struct edit grant = edit_of(EDIT_GRANT_USER);
	struct answer then;

	grant.user = one->user;
	grant.project = one->project;
	grant.value = (int)one->level;
	edit_apply(&plan->app->facts, &grant);
	access_decide(&plan->app->facts, one->user, one->project, plan->arena, &then);
	edit_revert(&plan->app->facts, &grant);
	if (then.effective < one->level)
		plan_warn(plan, "HELD", "were it granted, you would be held at %s (%s): an "
			  "Admin lifts that", level_label(then.effective),
			  access_why(app_seen(plan->app), &then, plan->arena));
}

static bool plan_request(struct edit_plan *plan, struct error *err)
{
	struct access_request one = { .by = NOBODY, .reason = "" };
	struct answer me;

	if (!somebody(plan, &one.user, err) ||
	    !plan_project(plan, "project", &one.project, err))
		return false;
	if (!level_parse(plan_text(plan, "level"), &one.level) ||
	    one.level == LEVEL_NONE) {
		error_set(err, ERROR_INVALID, NULL, "one asks for app_only, can_view, "
			  "can_edit or full_access");
		return error_field(err, "level");
	}
	one.message = plan_text(plan, "message");
	if (!request_message_good(one.message, err))
		return false;
	may_answer(plan, one.project, &me);
	one.now = me.effective;
	one.at = clock_now();
	if (!may_while_active(plan, one.project, "asking for more on", err) ||
	    !is_wanting(plan, &one, err))
		return false;
	tell_limits(plan, &one);
	request_add(plan, &one);
	plan_target(plan, plan->app->facts.projects[one.project].id);
	plan_message(plan, TENSE("Asked", "Would ask") " for %s on %s; whoever could grant "
		     "it " TENSE("sees", "would see") " that.", level_label(one.level),
		     plan_word(plan, OF_PROJECT, one.project));
	return true;
}

const struct action action_access_request = {
	.noun = "access", .verb = "request",
	.summary = "Ask for a higher level on a project",
	.help = "Whoever could grant the level sees who asks, with the message, and grants "
		"it, grants less or declines with a reason; access requests shows the "
		"answer. One request of each person and project is open at a time; it ends "
		"by itself when the level is reached another way, or the project goes to "
		"the trash. To take it back: undo.",
	.example = "access request \"Revenue model\" can_edit --message \"for the Q3 close\"",
	.synonyms = "ask for access more permission want need",
	.on = "project",
	.form = { .title = "Ask for access to", .save = "Send" },
	.params = {
		PARAM_THE_PROJECT("the project"),
		{ .name = "level", .label = "Level", .type = PARAM_LEVEL,
		  .help = "app_only, can_view, can_edit or full_access",
		  .required = true },
		{ .name = "message", .label = "Message", .type = PARAM_TEXT,
		  .help = "why, in at most 150 characters", .option = true },
	},
	.flags = ACTION_WRITES,
	.plan = plan_request,
};
