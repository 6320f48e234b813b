/* asset_read.h: list, show and usage, the same for every kind of asset. */
#ifndef ACTION_ASSET_ASSET_READ_H
#define ACTION_ASSET_ASSET_READ_H

#include "action/core/action.h"

/* .run of KIND_LIST, KIND_SHOW and KIND_USAGE. */
bool asset_read_list(const struct action *self, struct app *app,
		const struct args *args, struct result *out, struct error *err)
	MUST_CHECK;
bool asset_read_show(const struct action *self, struct app *app,
		const struct args *args, struct result *out, struct error *err)
	MUST_CHECK;
bool asset_read_usage(const struct action *self, struct app *app,
		 const struct args *args, struct result *out,
		 struct error *err) MUST_CHECK;

#endif
