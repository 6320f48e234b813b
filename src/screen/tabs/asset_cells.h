/* asset_cells.h: the cells that lists of assets have. */
#ifndef SCREEN_TABS_ASSET_CELLS_H
#define SCREEN_TABS_ASSET_CELLS_H

#include "action/check/check_badge.h"
#include "screen/tabs/tab.h"

/* An empty cell where one sees the asset by its name, type and default only. */
void asset_cell(struct screen *screen, uint32_t asset, enum asset_cell what,
		struct buf *out, unsigned *style);
/* The number or time that is shown; false for cells that are compared as text. */
bool asset_number(struct screen *screen, uint32_t asset, enum asset_cell what,
		  int64_t *out);

/* "package add": the making of one more of this kind; good until the next call. */
const char *asset_create(size_t kind);

/* How the last check went; where the reason has no room: "failed". */
void cell_badge(const struct screen *screen, const struct check_badge *badge,
		struct buf *out);

#endif
