/* connection_test.c: where connections will be tested.  Until there is a check nothing
 * is said to be good or bad: it is refused, and nothing changes. */
#include "action/core/action.h"
#include "action/core/plan.h"

static bool plan_test(struct edit_plan *plan, struct error *err)
{
	uint32_t asset;

	if (!plan_needs_admin(plan, err) ||
	    !plan_asset_at(plan, "connection", 0, &asset, err))
		return false;
	error_set(err, ERROR_NETWORK, "NO_CHECK", "comes with the connection check, which "
		  "is not there in this version: %s was not tested",
		  plan_word(plan, OF_ASSET, asset));
	return error_remedy(err, "try it from Hex, where it is used");
}

const struct action action_connection_test = {
	.noun = "connection", .verb = "test",
	.summary = "Test",
	.help = "Not there in this version: nothing is tested, no status changes, and "
		"the exit status is 7.",
	.example = "connection test \"Orders replica\"",
	.synonyms = "check try verify reach",
	.key = "T",
	.on = "connection",
	.params = {
		{ .name = "connection", .label = "Connection",
		  .type = PARAM_ASSET, .help = "a shared data connection",
		  .required = true },
	},
	.flags = ACTION_WRITES | ACTION_ADMIN,
	.plan = plan_test,
};
