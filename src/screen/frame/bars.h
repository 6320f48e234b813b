/* bars.h: what stands around a page (tabs, header, hints) walked by arrows: Up from the
 * first row goes to the header and the tabs, Down from the last one to the hints, Left
 * and Right walk there, Enter presses; the arrow back, Esc or any other key leaves.
 * Nothing is reached that could not be clicked (clicks.h). */
#ifndef SCREEN_FRAME_BARS_H
#define SCREEN_FRAME_BARS_H

#include "screen/frame/lines.h"
#include "screen/frame/screen.h"
#include "ui/list.h"

enum bars { BARS_TOP, BARS_BOTTOM };

/* The arrows go there; false: nothing stands there to be pressed. */
bool bars_enter(struct screen *screen, enum bars which);
/* The same for Up and Down of a page whose rows end here.  Other keys: false. */
bool bars_leave(struct screen *screen, const struct key *key, bool first, bool last);
bool bars_leave_lines(struct screen *screen, const struct lines *lines,
		      const struct key *key);
bool bars_leave_list(struct screen *screen, const struct list *list,
		     const struct key *key);
bool bars_on(const struct screen *screen);
/* Keys and clicks on what stands around the pages go there first from now on. */
void bars_watch(struct pages *pages);

#endif
