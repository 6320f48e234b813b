/* palette_cut.h: titles and notes of entries where there is little room. */
#ifndef SCREEN_PALETTE_PALETTE_CUT_H
#define SCREEN_PALETTE_PALETTE_CUT_H

#include "screen/palette/palette_priv.h"

/* Whole words of the text in so many cells, and the sign for what is cut. */
const char *palette_cut(struct arena *arena, const char *text, int cells);
/* The bytes of the dots at the end of a title that asks for more; or 0. */
size_t palette_ends_open(const char *title);
/* Of a title that has no room the name of its target gives way first: what is done to it
 * tells entries apart. */
const char *palette_title_cut(struct palette *palette, const struct entry *entry,
			      int cells);

#endif
