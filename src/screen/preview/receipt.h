/* receipt.h: what this console saved since it was opened, counted as it is saved, to be
 * said in a line when it is left.  No name of anybody is in it. */
#ifndef SCREEN_PREVIEW_RECEIPT_H
#define SCREEN_PREVIEW_RECEIPT_H

#include "action/core/result.h"
#include "screen/frame/screen.h"

/* A write went through into the store; nothing where it made no event.  Of pairs of a
 * person and a project it keeps RECEIPT_PAIRS; who moves beyond that is not counted. */
enum { RECEIPT_PAIRS = 20000 };
void receipt_note(struct screen *screen, const struct result *result);
/* "4 changes saved: 3 people gained, 1 lost. undo 12..15.": net, over all of them and of
 * these alone.  The events are those that undo may still turn.  "" where nothing was
 * saved; thrown_away: the store goes with the session. */
void receipt_changes(const struct screen *screen, bool thrown_away, struct buf *out);
void receipt_release(struct screen *screen);

#endif
