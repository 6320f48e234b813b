/* history_page.h: all that happened, newest first: looked into, taken back, and
 * shown as it was. */
#ifndef SCREEN_PAGES_HISTORY_PAGE_H
#define SCREEN_PAGES_HISTORY_PAGE_H

#include "action/undo/event_log.h"
#include "screen/frame/chrome.h"
#include "screen/frame/screen.h"

void history_push(struct screen *screen);

/* u, U or a on this event: undo it, redo it, show what it left.  True if the key is
 * one of them. */
bool history_key(struct screen *screen, int64_t seq, const struct key *key);
/* The key of these that would turn the event, as a hint; NULL: neither would. */
const struct hint *history_turn(const struct past_event *event);
/* event_page.c: one event with what it changed. */
void event_push(struct screen *screen, int64_t seq);

#endif
