/* foot.h: what stands at the foot of a tab, below its list (tab_view.foot). */
#ifndef SCREEN_TABS_FOOT_H
#define SCREEN_TABS_FOOT_H

#include "screen/frame/lines.h"
#include "screen/tabs/tab.h"

enum { FOOT_LINES = 2 };

/* Draw the lines that there is room for; what is left for the list. */
struct area foot_draw(struct screen *screen, const struct tab_view *spec,
		      struct canvas *canvas, const struct area *area);

#endif
