/* asset_access.h: "Groups with access" of an asset, for all kinds at once. */
#ifndef ACTION_ASSET_ASSET_ACCESS_H
#define ACTION_ASSET_ASSET_ACCESS_H

#include "action/core/action.h"

/* .plan of KIND_ACCESS. */
bool asset_access_plan(struct edit_plan *plan, struct error *err) MUST_CHECK;

#endif
