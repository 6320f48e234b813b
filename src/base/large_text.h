/* large_text.h: letters as pictures, five rows high, of a code that is read across a room
 * and typed elsewhere.  Plain ASCII: # and blanks. */
#ifndef BASE_LARGE_TEXT_H
#define BASE_LARGE_TEXT_H

#include "base/buf.h"

enum { LARGE_TEXT_ROWS = 5, LARGE_TEXT_COLS = 6 };	/* of a character, the gap too */

/* This row (0 .. LARGE_TEXT_ROWS - 1) of the text: letters (small ones as capitals),
 * digits and the hyphen; what is none of them is a gap. */
void large_text(const char *text, int row, struct buf *out);

#endif
