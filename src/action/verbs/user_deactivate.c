/* user_deactivate.c: a person leaves; what they own may be handed over. */
#include "action/core/action.h"
#include "action/core/word_list.h"
#include "action/judge/may.h"
#include "action/judge/people_shown.h"
#include "action/judge/warn.h"
#include "action/workspace/leavers.h"

enum { SAID = 6 };

static bool owns(const struct facts *facts, uint32_t project, uint32_t user)
{
	return !facts->projects[project].gone &&
	       facts->projects[project].owner == user;
}

/* Hand all projects over; each under the rules of a transfer. */
static bool hand_over(struct edit_plan *plan, uint32_t user, uint32_t heir,
		      struct error *err)
{
	const struct facts *facts = &plan->app->facts;
	struct edit edit = edit_of(EDIT_PROJECT_OWNER);
	struct edit keep = edit_of(EDIT_GRANT_USER);
	uint32_t i;

	for (i = 0; i < facts->n_projects; i++) {
		if (!owns(facts, i, user))
			continue;
		if (!may_own(plan, i, heir, err))
			return false;
		edit.project = keep.project = i;
		edit.user = heir;
		keep.user = user;
		keep.value = LEVEL_FULL_ACCESS;
		plan_edit(plan, edit);
		plan_edit(plan, keep);
	}
	return true;
}

static bool plan_deactivate(struct edit_plan *plan, struct error *err)
{
	struct edit edit = edit_of(EDIT_USER_ACTIVE);
	const struct facts *facts = &plan->app->facts;
	const char *opened;
	uint32_t heir;

	if (!plan_needs_admin(plan, err) ||
	    !plan_user_at(plan, "user", 0, &edit.user, err) ||
	    !may_lose_admin(plan, edit.user, err))
		return false;
	if (plan_count(plan, "transfer-to")) {
		if (!plan_user_at(plan, "transfer-to", 0, &heir, err))
			return false;
		if (heir == edit.user) {
			error_set(err, ERROR_INVALID, NULL, "whoever leaves cannot "
				  "take the projects over");
			return error_field(err, "transfer-to");
		}
		if (!hand_over(plan, edit.user, heir, err))
			return false;
	}
	edit.value = 0;
	warn_and_edit(plan, edit);
	opened = leavers_opened(plan->app, facts->users[edit.user].id, plan->arena);
	if (*opened)
		plan_warn(plan, "VAULT_OPENED", "%s revealed or copied: %s",
			  plan_word(plan, OF_USER, edit.user), opened);
	plan_message(plan, "%s " TENSE("is", "would be") " deactivated; grants "
		     TENSE("are", "would be") " kept.",
		     plan_word(plan, OF_USER, edit.user));
	plan_target(plan, facts->users[edit.user].id);
	return true;
}

/* ---- in a form ------------------------------------------------------------------------ */

/* The heir takes all of it over. */
static const char *greyed(const struct asked *asked, const char *value)
{
	const struct facts *facts = seen_judged(asked_seen(asked));
	uint32_t heir = value ? facts_user(facts, value) : NOBODY, p;
	const char *why = value ? NULL : "owns no project";

	if (heir == asked->number)
		return "is leaving";
	for (p = 0; p < facts->n_projects; p++) {
		if (!owns(facts, p, asked->number))
			continue;
		why = value ? owner_greyed(asked, p, heir) : NULL;
		if (!value || why)
			break;
	}
	return why;
}

static void show(const struct asked *asked, struct shown *out)
{
	const struct seen *seen = asked_seen(asked);
	const struct facts *facts = seen_judged(seen);
	const char *name = seen_user_label(seen, asked->number), *list;
	struct words titles;
	uint32_t p;
	size_t n;

	if (!seen_user(seen, asked->number)->active) {
		shown_head(out, arena_printf(asked->arena, "%s is deactivated: "
			   "nothing is reached but public links. R brings them "
			   "back as they were.", name));
		out->closed = "Deactivated already. R reactivates.";
		out->way = 'R';
		out->way_verb = "reactivate";
		return;
	}
	words_init(&titles, SAID);
	for (p = 0; p < facts->n_projects; p++)
		if (owns(facts, p, asked->number))
			words_add(&titles, word_project(asked->arena, seen, p));
	n = titles.n;
	list = words_done(&titles, asked->arena);
	shown_head(out, n ? arena_printf(asked->arena, "%s owns %zu project%s: %s. "
		   "Whoever takes over owns %s; without, %s with %s.", name, n,
		   n == 1 ? "" : "s", list, n == 1 ? "it" : "all of them",
		   n == 1 ? "it stays" : "they stay", name) :
		   arena_printf(asked->arena, "%s owns no project. Grants and "
				"groups are kept for a reactivation.", name));
}

const struct action action_user_deactivate = {
	.noun = "user", .verb = "deactivate",
	.summary = "Deactivate a person",
	.help = "The person has no access any more but through public links. "
		"Grants and memberships are kept for a reactivation. With "
		"--transfer-to the projects get another owner.",
	.example = "user deactivate walt@acme.example --transfer-to kira@acme.example",
	.synonyms = "remove disable leave off-board delete person",
	.key = "d",
	.on = "user",
	.params = {
		PARAM_THE_USER("the person"),
		{ .name = "transfer-to", .label = "New owner",
		  .type = PARAM_USER, .help = "who takes the projects over",
		  .option = true, .greyed = greyed, .heed = owner_heed,
		  .more = "Type a part of a name; Enter hands all projects over. "
			"An owner must be able to hold Full Access: Admin, Editor "
			"or Guest, with access to what the projects import." },
	},
	.form = { .title = "Deactivate", .save = "Deactivate", .deed = true,
		  .show = show },
	.flags = ACTION_WRITES | ACTION_ADMIN,
	.plan = plan_deactivate,
};
