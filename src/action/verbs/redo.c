/* redo.c: do again what an undo took back. */
#include "action/core/action.h"
#include "action/undo/undo_plan.h"

static bool plan_redo(struct edit_plan *plan, struct error *err)
{
	return undo_plan(plan, true, plan_text(plan, "event"), err);
}

const struct action action_redo = {
	.noun = NULL, .verb = "redo",
	.summary = "Do again what an undo took back",
	.help = "Without a number: the newest undo of yours. With the number of an "
		"undo, or of the event that it took back: that one.",
	.example = "redo",
	.synonyms = "again repeat forward",
	.params = {
		{ .name = "event", .label = "Event", .type = PARAM_NUMBER,
		  .help = "its number in the history" },
	},
	.form = { .title = "Redo the last undone change" },
	.flags = ACTION_WRITES,
	.plan = plan_redo,
};
