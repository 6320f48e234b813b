/* mark_rows.h: + and -: mark or unmark the rows that a filter's words match. */
#ifndef SCREEN_TABS_MARK_ROWS_H
#define SCREEN_TABS_MARK_ROWS_H

#include "screen/tabs/view.h"

void mark_rows_go(struct screen *screen, struct view *view, bool on);

#endif
