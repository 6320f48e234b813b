/* palette.h: everything gatehouse can do, found by words: actions, keys, things to
 * go to, and whole commands with their arguments. */
#ifndef SCREEN_PALETTE_PALETTE_H
#define SCREEN_PALETTE_PALETTE_H

#include "action/core/action.h"
#include "screen/frame/screen.h"
#include "screen/frame/thing.h"

/* focus: what the verbs are about.  text: what stands in the line. */
void palette_push(struct screen *screen, const struct thing *focus,
		  const char *text);
/* The same, opened as help: keys, and what fits the focus. */
void palette_push_help(struct screen *screen, const struct thing *focus);
/* "project share \"Revenue model\" ": the action with the focus as its first
 * argument where that fits.  True when nothing required is missing then. */
bool palette_start(struct screen *screen, const struct action *action,
		   const struct thing *focus, struct buf *out);
/* A line to go on with: in the palette on top, else in a new one. */
void palette_offer(struct screen *screen, const struct thing *focus,
		   const char *text);
/* Say it in the palette on top; false: there is none. */
bool palette_refuse(struct screen *screen, const struct error *err);
/* What was asked for is done and opened nothing: the palette on top goes. */
void palette_done(struct pages *pages);
/* What was opened from the palette stays, the palette below it goes. */
void palette_leave(struct screen *screen);

/* What was done last is kept for the next time, but not of a demo, nor what was done
 * while one acted as somebody else. */
void recent_release(struct screen *screen);

#endif
