/* asset_cells.h: the cells that lists of assets have. */
#ifndef SCREEN_TABS_ASSET_CELLS_H
#define SCREEN_TABS_ASSET_CELLS_H

#include "screen/tabs/tab.h"

/* An empty cell where one sees the asset by its name, type and default only. */
void asset_cell(struct screen *screen, uint32_t asset, enum asset_cell what,
		struct buf *out, unsigned *style);
/* Of numbers and times: *order; false for cells that are compared as text. */
bool asset_compare(struct screen *screen, uint32_t a, uint32_t b,
		   enum asset_cell what, int *order);

/* "package add": the making of one more of this kind; good until the next call. */
const char *asset_create(size_t kind);

#endif
