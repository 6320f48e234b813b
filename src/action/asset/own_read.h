/* own_read.h: what a project has of its own, for whoever can edit it. */
#ifndef ACTION_ASSET_OWN_READ_H
#define ACTION_ASSET_OWN_READ_H

#include "action/core/action.h"

bool own_read_list(struct app *app, uint32_t kind, const char *project,
		   struct result *out, struct error *err) MUST_CHECK;
bool own_read_show(struct app *app, uint32_t kind, const char *project,
		   const char *which, struct result *out, struct error *err)
	MUST_CHECK;

#endif
