/* asset_write.h: make, change and delete assets, the same for every kind; and, with
 * --project, what a project has of its own. */
#ifndef ACTION_ASSET_ASSET_WRITE_H
#define ACTION_ASSET_ASSET_WRITE_H

#include "action/core/action.h"

/* .plan of KIND_CREATE, KIND_EDIT and KIND_DELETE. */
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

#endif
