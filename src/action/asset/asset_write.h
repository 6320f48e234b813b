/* asset_write.h: make, change and delete assets, the same for every kind; and, with
 * --project, what a project has of its own. */
#ifndef ACTION_ASSET_ASSET_WRITE_H
#define ACTION_ASSET_ASSET_WRITE_H

#include "action/core/action.h"

/* .plan of connection|secret create, edit, delete, package add ..., files connect. */
bool asset_create_plan(struct edit_plan *plan, struct error *err) MUST_CHECK;
bool asset_edit_plan(struct edit_plan *plan, struct error *err) MUST_CHECK;
bool asset_delete_plan(struct edit_plan *plan, struct error *err) MUST_CHECK;

/* own_write.c: the same with --project. */
bool own_create_plan(struct edit_plan *plan, uint32_t kind, struct error *err)
	MUST_CHECK;
bool own_edit_plan(struct edit_plan *plan, uint32_t kind, struct error *err)
	MUST_CHECK;
bool own_delete_plan(struct edit_plan *plan, uint32_t kind, struct error *err)
	MUST_CHECK;

/* asset_wish.c: name, type and fields of what is made or changed; before: as it
 * stands, name NULL for a new one. */
struct asset_wish {
	const char *name, *type, *config;
	bool draft;			/* it is, or stays, unfinished */
	bool untested;			/* after: fields differ that a test tries */
};
/* Resolve and check the arguments. */
bool asset_wish_take(struct edit_plan *plan, uint32_t kind,
		     struct asset_wish *wish, struct error *err) MUST_CHECK;
/* Is anything to be changed named at all? */
bool asset_wish_given(struct edit_plan *plan, uint32_t kind, struct error *err)
	MUST_CHECK;
bool asset_description_good(const struct edit_plan *plan, struct error *err)
	MUST_CHECK;
/* Of a package: provider and ref; any other kind is good. */
bool asset_package_good(struct edit_plan *plan, uint32_t kind,
			struct asset_wish *wish, struct error *err) MUST_CHECK;

/* What fields that change from one to the other need of the plan (OAuth, GitHub
 * Enterprise Server); of a package, that its provider is there. */
bool asset_plan_good(struct edit_plan *plan, uint32_t kind, const char *before,
		     const char *after, struct error *err) MUST_CHECK;

/* Parameters of several of them. */
#define ASSET_PARAM_NAME \
	{ .name = "name", .label = "Name", .type = PARAM_NAME, \
	  .help = "what it is called", .required = true }
#define ASSET_PARAM_NEW_NAME \
	{ .name = "name", .label = "Name", .type = PARAM_NAME, \
	  .help = "another name", .option = true }
#define ASSET_PARAM_FIELD \
	{ .name = "field", .label = "Fields", .type = PARAM_TEXT, \
	  .help = "KEY=VALUE, as host=db.example.com; KEY= takes it out " \
		  "(repeatable)", .option = true, .many = true }
#define ASSET_PARAM_DESCRIPTION \
	{ .name = "description", .label = "Description", .type = PARAM_TEXT, \
	  .help = "what it is for", .option = true }
#define ASSET_PARAM_GROUP \
	{ .name = "group", .label = "Groups with access", \
	  .type = PARAM_PRINCIPAL, .option = true, .many = true, \
	  .help = "instead of workspace: a group, or workspace, " \
		  "workspace_guests, public (repeatable)" }
#define ASSET_PARAM_NOBODY \
	{ .name = "nobody", .label = "Admins only", .type = PARAM_FLAG, \
	  .help = "shared with no group", .option = true }
#define ASSET_PARAM_DRAFT \
	{ .name = "draft", .label = "Save as draft", .type = PARAM_FLAG, \
	  .help = "keep it unfinished", .option = true }
#define ASSET_PARAM_OWN \
	{ .name = "project", .label = "Project", .type = PARAM_PROJECT, \
	  .help = "of this project only, not shared", .option = true }
#define ASSET_PARAM_ASSET(what) \
	{ .name = "asset", .label = what, .type = PARAM_ASSET, \
	  .help = "id or name", .required = true }

#endif
