/* desk_play.h: a scenario played on the desk (action/scenario/play.h): Right and Left,
 * the caption, what the step is about in the list and in the panel, pinned, with what
 * is new in it. */
#ifndef SCREEN_CONSOLE_DESK_PLAY_H
#define SCREEN_CONSOLE_DESK_PLAY_H

#include "action/scenario/play.h"
#include "screen/console/desk.h"
#include "screen/frame/chrome.h"

/* A scenario is played, and by oneself: whoever acts as another looks and tries, and
 * goes on when back. */
bool desk_play_on(const struct screen *screen);
/* Turn to what the last step is about. */
void desk_play_show(struct desk *desk);
/* False: no scenario is played, or it is no key of it. */
bool desk_play_key(struct desk *desk, const struct key *key);

/* THING_NONE: none of them is there. */
struct thing desk_play_thing(const struct app *app, const struct play_things *things);

/* play_caption.c: the caption in the last rows of *area and on the message line, where
 * that is empty; *area is what is left.  refusal: where there is no room for
 * desk_play_refusal, with it. */
void desk_play_caption(struct screen *screen, struct canvas *canvas,
		       struct area *area, bool refusal);
/* What refused the last step, as its dialog would say it, in the place of the list.
 * False: nothing did. */
bool desk_play_refusal(struct screen *screen, struct canvas *canvas,
		       const struct area *area);
/* Of so many rows those of the strip below the list, and in *detail those of the
 * explanation, so that the ladder has room; 0: as ever. */
int desk_play_strip(const struct screen *screen, int rows, int *detail);
/* How many. */
size_t desk_play_hints(const struct screen *screen, struct hint *hints);

#endif
