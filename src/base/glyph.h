/* glyph.h: the signs of the screen and of drawn text, one meaning each (SCREENS
 * 4.1), and what stands for them where printing is in ASCII only. */
#ifndef BASE_GLYPH_H
#define BASE_GLYPH_H

#include "base/buf.h"

enum glyph {
	GLYPH_FOCUS,		/* left and right of what the keys go to */
	GLYPH_FOCUS_END,
	GLYPH_HELD,		/* granted more than is held */
	GLYPH_PATH,		/* Settings > Secrets */
	GLYPH_RISING,		/* sorted, smallest first */
	GLYPH_FALLING,
	GLYPH_BETWEEN,		/* maya . Admin; an empty place of the ladder */
	GLYPH_MORE_BELOW,
	GLYPH_MORE_ABOVE,
	GLYPH_CHOICE,		/* around the value of a chooser */
	GLYPH_CHOICE_END,
	GLYPH_MENU,		/* the handle at the end of a row */
	GLYPH_MARKED,
	GLYPH_BAR,		/* a tenth of a bar, */
	GLYPH_BAR_REST,		/* and of what is missing */
	GLYPH_DOT,		/* of the ladder: a level that is given, */
	GLYPH_DOWN_TO,		/* where a limit holds, */
	GLYPH_LINE,		/* between it and */
	GLYPH_DOWN_FROM,	/* what it takes from */
	GLYPH_PASSES,		/* a limit that does not hold */
	GLYPH_DEFAULT,		/* the default connection, where no column says so */
	GLYPH_CUT,		/* more of a text, beyond the edge of its field */
	GLYPHS
};

/* Static; one cell, but GLYPH_MENU in ASCII (three), and GLYPH_FOCUS_END there
 * (a blank). */
const char *glyph(enum glyph glyph);
/* A path as it is written in the sources, "Settings > Secrets", with its sign. */
void glyph_path(struct buf *out, const char *path);

#endif
