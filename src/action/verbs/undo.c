/* undo.c: take a change back. */
#include "action/core/action.h"
#include "action/undo/undo_plan.h"

static bool plan_undo(struct edit_plan *plan, struct error *err)
{
	return undo_plan(plan, false, plan_text(plan, "event"), err);
}

const struct action action_undo = {
	.noun = NULL, .verb = "undo",
	.summary = "Take a change back",
	.help = "Without a number: the newest change of yours that stands; where it "
		"cannot be taken back, nothing older is. With the number of an "
		"event (see history): that one, whoever did it. It is judged as "
		"the change that it makes now: rights, plan, switches and rules "
		"hold as for the command that does the same. What was changed "
		"again since is a conflict that says who changed what. The undo is an event of its own; redo takes it back. Not "
		"undone are deletions for good and whole-file imports.",
	.example = "undo 12",
	.synonyms = "back revert take revoke",
	.params = {
		{ .name = "event", .label = "Event", .type = PARAM_NUMBER,
		  .help = "its number in the history" },
	},
	.form = { .title = "Undo the last change" },
	.flags = ACTION_WRITES,
	.plan = plan_undo,
};
