/* asset_rows.h: the fields of one asset, shared or a project's own, as rows. */
#ifndef ACTION_ASSET_ASSET_ROWS_H
#define ACTION_ASSET_ASSET_ROWS_H

#include "action/core/result.h"

struct asset_kind;

/* The fields that are no secrets; a row a line. */
void asset_row_fields(struct result *out, const struct asset_kind *kind,
		      const char *config);

#endif
