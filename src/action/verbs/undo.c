/* undo.c: take a change back. */
#include <stdlib.h>

#include "action/action.h"
#include "action/take_back.h"

static bool plan_undo(struct edit_plan *plan, struct error *err)
{
	const char *event = plan_text(plan, "event");

	return take_back(plan, false, event ? strtoll(event, NULL, 10) : 0,
			 err);
}

const struct action action_undo = {
	.noun = NULL, .verb = "undo",
	.summary = "Take a change back",
	.help = "Without a number: the newest change of yours that stands and can be "
		"taken back. With the number of an event (see history): that one, "
		"whoever did it, with the rights that each of its changes needs. "
		"What was changed again since is a conflict that says who changed "
		"what. The undo is an event of its own; redo takes it back. Not "
		"undone are deletions for good and whole-file imports.",
	.example = "undo 12",
	.synonyms = "back revert take revoke",
	.params = {
		{ .name = "event", .label = "Event", .type = PARAM_NUMBER,
		  .help = "its number in the history" },
	},
	.flags = ACTION_WRITES,
	.plan = plan_undo,
};
