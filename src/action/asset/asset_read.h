/* asset_read.h: list, show and usage, the same for every kind of asset. */
#ifndef ACTION_ASSET_ASSET_READ_H
#define ACTION_ASSET_ASSET_READ_H

#include "action/core/action.h"

/* self->noun is the kind's noun. */
bool asset_read_list(const struct action *self, struct app *app,
		const struct args *args, struct result *out, struct error *err)
	MUST_CHECK;
bool asset_read_show(const struct action *self, struct app *app,
		const struct args *args, struct result *out, struct error *err)
	MUST_CHECK;
bool asset_read_usage(const struct action *self, struct app *app,
		 const struct args *args, struct result *out,
		 struct error *err) MUST_CHECK;

/* "workspace,g-data": codes and group ids, of what the subject may see. */
const char *asset_access_ids(const struct app *app, uint32_t asset,
			     struct arena *arena);

/* The fields that are no secrets, as rows "name, value"; a row a line. */
struct asset_kind;
void asset_read_fields(struct result *out, const struct asset_kind *kind,
		       const char *config);

/* The parameters of each. */
#define ASSET_LIST_PARAMS { \
	{ .name = "project", .label = "Project", \
	  .help = "the project's own ones instead", .type = PARAM_PROJECT, \
	  .option = true }, }
#define ASSET_OWN_PARAMS { \
	{ .name = "asset", .label = "Asset", .help = "id or name", \
	  .type = PARAM_ASSET, .required = true }, \
	{ .name = "project", .label = "Project", \
	  .help = "one that this project has of its own", \
	  .type = PARAM_PROJECT, .option = true }, }
#define ASSET_PARAMS { \
	{ .name = "asset", .label = "Asset", .help = "id or name", \
	  .type = PARAM_ASSET, .required = true }, }

#endif
