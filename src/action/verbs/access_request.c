/* access_request.c: ask whoever could grant it for a higher level on a project, or the
 * Admins for a higher role (D32).
 *
 * A project that one may not see cannot be asked for: it is as if it were not there
 * (INTERFACES 2), else asking would tell which ids there are. */
#include "access/rights.h"
#include "access/words.h"
#include "action/core/action.h"
#include "action/core/word_list.h"
#include "action/judge/may.h"
#include "action/judge/people.h"
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

/* Of what: "Revenue model"; of a role nothing. */
static const char *on_what(struct edit_plan *plan, const struct access_request *one)
{
	return one->of_role ? "" : arena_printf(plan->arena, " on %s",
			plan_word(plan, OF_PROJECT, one->project));
}

/* What is asked for: "Can Edit", "the role Editor". */
static const char *wish(struct edit_plan *plan, const struct access_request *one)
{
	return one->of_role ? arena_printf(plan->arena, "the role %s",
			role_label(one->role)) : level_label(one->level);
}

static bool not_above(struct edit_plan *plan, const struct access_request *one,
		      struct error *err)
{
	bool all = one->of_role ? !role_above(ROLE_ADMIN, one->had) :
		level_is_full(one->now);

	if (one->of_role)
		error_set(err, ERROR_CONFLICT, "ROLE_REACHED", "you have the role %s",
			  role_label(one->had));
	else
		error_set(err, ERROR_CONFLICT, "LEVEL_REACHED", "you have %s%s",
			  level_label(one->now), on_what(plan, one));
	error_field(err, one->of_role ? "role" : "level");
	return error_remedy(err, all ? "there is no more to ask for" : one->of_role ?
			    "ask for a higher role" : "ask for a higher level");
}

/* Above what there is, and not asked for already. */
static bool is_wanting(struct edit_plan *plan, const struct access_request *one,
		       struct error *err)
{
	const struct facts *facts = &plan->app->facts;
	struct access_request open;
	uint32_t n;

	if (one->of_role ? !role_above(one->role, one->had) : one->now >= one->level)
		return not_above(plan, one, err);
	n = access_request_of(facts, one->user, one->project, false);
	if (n == NOBODY || !access_request_read(facts, n, plan->arena, &open))
		return true;
	error_set(err, ERROR_CONFLICT, "REQUEST_OPEN", "you asked for %s%s already; it "
		  "is not answered yet", wish(plan, &open), on_what(plan, &open));
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

/* The level that is asked for, on the project. */
static bool of_level(struct edit_plan *plan, struct access_request *one,
		     struct error *err)
{
	struct answer me;

	if (!plan_project(plan, "project", &one->project, err))
		return false;
	if (!level_parse(plan_text(plan, "level"), &one->level) ||
	    one->level == LEVEL_NONE) {
		error_set(err, ERROR_INVALID, NULL, "one asks for app_only, can_view, "
			  "can_edit or full_access");
		return error_field(err, "level");
	}
	may_answer(plan, one->project, &me);
	one->now = me.effective;
	return may_while_active(plan, one->project, "asking for more on", err);
}

static bool of_role(struct edit_plan *plan, struct access_request *one,
		    struct error *err)
{
	if (plan_text(plan, "project") || plan_text(plan, "level")) {
		error_set(err, ERROR_INVALID, NULL, "a role is of no project, and no level");
		error_field(err, "role");
		return error_remedy(err, "ask for the one, then for the other");
	}
	one->of_role = true;
	one->project = NOBODY;
	one->had = plan->app->facts.users[one->user].role;
	return people_role(plan, "role", &one->role, err);
}

static bool plan_request(struct edit_plan *plan, struct error *err)
{
	struct access_request one = { .by = NOBODY, .reason = "", .got = ROLES };

	if (!somebody(plan, &one.user, err) ||
	    !(plan_text(plan, "role") ? of_role : of_level)(plan, &one, err))
		return false;
	one.message = plan_text(plan, "message");
	one.at = clock_now();
	if (!request_message_good(one.message, err) || !is_wanting(plan, &one, err))
		return false;
	if (!one.of_role)
		tell_limits(plan, &one);
	request_add(plan, &one);
	if (!one.of_role)
		plan_target(plan, plan->app->facts.projects[one.project].id);
	plan_message(plan, TENSE("Asked", "Would ask") " for %s%s; %s " TENSE("sees",
		     "would see") " it.", wish(plan, &one), on_what(plan, &one),
		     one.of_role ? "every Admin" : "who could grant it");
	return true;
}

const struct action action_access_request = {
	.noun = "access", .verb = "request",
	.summary = "Ask for a higher level on a project, or for a role",
	.help = "Whoever could grant the level sees who asks, with the message, and grants "
		"it, grants less or declines with a reason; access requests shows the "
		"answer. With --role, and without a project, a role is asked for, which "
		"Admins answer. One request of each person and project, and one for a role, "
		"is open at a time; it ends by itself when it is reached another way, the "
		"project goes to the trash or the person is deactivated. To take it back: "
		"undo.",
	.example = "access request \"Revenue model\" can_edit --message \"for the Q3 close\"",
	.synonyms = "ask for access more permission want need",
	.on = "project",
	.form = { .title = "Ask for access to", .save = "Send" },
	.params = {
		{ .name = "project", .label = "Project", .type = PARAM_PROJECT,
		  .help = "the project", .required = true, .unless = "role" },
		{ .name = "level", .label = "Level", .type = PARAM_LEVEL,
		  .help = "app_only, can_view, can_edit or full_access",
		  .required = true, .unless = "role" },
		{ .name = "role", .label = "Role", .type = PARAM_ROLE,
		  .help = "instead of both: viewer, explorer, editor, manager or admin", .option = true },
		{ .name = "message", .label = "Message", .type = PARAM_TEXT,
		  .help = "why, in at most 150 characters", .option = true },
	},
	.flags = ACTION_WRITES,
	.plan = plan_request,
};
