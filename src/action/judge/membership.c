/* membership.c: see membership.h. */

#include "action/judge/membership.h"
#include "action/core/word_list.h"
#include "action/judge/downgrade.h"

enum { NAMED = 5 };

static bool one(struct edit_plan *plan, struct edit *edit, struct words *names,
		struct error *err)
{
	const struct facts *facts = &plan->app->facts;
	const char *name = plan_word(plan, OF_USER, edit->user);

	words_add(names, name);
	if (edit->value && !facts->users[edit->user].active)
		plan_warn(plan, "DEACTIVATED", "%s is deactivated: being in the "
			  "group gives nothing while that is so", name);
	if (edit->value || numbers_has(&facts->groups[edit->group].members,
				       edit->user))
		return true;
	error_set(err, ERROR_NOT_FOUND, "NOT_A_MEMBER", "%s is not in %s", name,
		  plan_word(plan, OF_GROUP, edit->group));
	return error_remedy(err, "who is: gatehouse group show %s",
			    facts->groups[edit->group].id);
}

bool membership_plan(struct edit_plan *plan, bool in, struct error *err)
{
	size_t i, n = plan_count(plan, "user");
	struct edit *edits;
	struct words names;
	const char *list;
	uint32_t group;
	bool ok = true;

	if (!plan_needs_admin(plan, err) ||
	    !plan_group_at(plan, "group", 0, &group, err))
		return false;
	edits = arena_array(plan->arena, n, sizeof(*edits));
	words_init(&names, NAMED);
	for (i = 0; i < n && ok; i++) {
		edits[i] = edit_of(EDIT_MEMBER);
		edits[i].group = group;
		edits[i].value = in;
		ok = plan_user_at(plan, "user", i, &edits[i].user, err) &&
			one(plan, &edits[i], &names, err);
	}
	list = words_done(&names, plan->arena);
	if (!ok)
		return false;
	downgrade_edits(plan, edits, n);
	plan_message(plan, in ? "%s " TENSE("%s", "would be") " in %s." :
		     "%s " TENSE("%s no longer", "would no longer be") " in %s.",
		     list, n == 1 ? "is" : "are",
		     plan_word(plan, OF_GROUP, group));
	plan_target(plan, plan->app->facts.groups[group].id);
	return true;
}
