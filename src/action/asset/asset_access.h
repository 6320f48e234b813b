/* asset_access.h: "Groups with access" of an asset, for all kinds at once. */
#ifndef ACTION_ASSET_ASSET_ACCESS_H
#define ACTION_ASSET_ASSET_ACCESS_H

#include "action/core/action.h"

/* .plan of connection|secret|package|files access. */
bool asset_access_plan(struct edit_plan *plan, struct error *err) MUST_CHECK;

/* Shared with nobody: then only Admins have access (D20). */
bool asset_admins_only(const struct facts *facts, uint32_t asset);

/* The rest of such an action; noun_ and example_ differ. */
#define ASSET_ACCESS_ACTION(noun_, on_, example_) { \
	.noun = noun_, .verb = "access", \
	.summary = "Change Groups with access", \
	.help = "Adds groups and takes groups off: a custom group, or workspace " \
		"(everybody but Guests), workspace_guests, public. Admins always " \
		"have access. This does not control who sees results. Whoever " \
		"will be held at Can View is named in a warning.", \
	.example = example_, \
	.synonyms = "share groups permission restrict sensitive", \
	.key = "S", \
	.on = on_, \
	.params = { \
		{ .name = "asset", .label = "Asset", .type = PARAM_ASSET, \
		  .help = "what is shared", .required = true }, \
		{ .name = "add", .label = "Add", .type = PARAM_PRINCIPAL, \
		  .help = "a group, or workspace, workspace_guests, public " \
			  "(repeatable)", .option = true, .many = true }, \
		{ .name = "remove", .label = "Remove", .type = PARAM_PRINCIPAL, \
		  .help = "a group, or workspace, workspace_guests, public " \
			  "(repeatable)", .option = true, .many = true }, \
	}, \
	.flags = ACTION_WRITES | ACTION_ADMIN, \
	.plan = asset_access_plan, \
}

#endif
