/* advice.h: the way out of a refusal, as it is taken on the screen: a key, or what is
 * chosen in the palette; never a line for a shell. */
#ifndef SCREEN_FRAME_ADVICE_H
#define SCREEN_FRAME_ADVICE_H

#include "base/buf.h"
#include "base/error.h"

/* "first: gatehouse project restore p-x" becomes "first: R (Restore a project)",
 * "gatehouse history lists them" ":history lists them", "gatehouse undo 3" ":undo 3".  A clause that speaks of
 * options is left out; "" where nothing is left. */
void advice_words(const char *text, struct buf *out);
/* What is wrong, and what would be enough where it does not say so: in labels, no
 * codes. */
void advice_error(const struct error *err, struct buf *out);

#endif
