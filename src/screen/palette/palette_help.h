/* palette_help.h: keys and help, as entries of the palette. */
#ifndef SCREEN_PALETTE_PALETTE_HELP_H
#define SCREEN_PALETTE_PALETTE_HELP_H

#include "screen/palette/palette_priv.h"

/* The entries of the help; is it in two columns; them drawn there. */
void palette_help(struct palette *palette);
bool palette_help_wide(const struct palette *palette, int cols);
int palette_help_cells(int cols);	/* of a title there */
void palette_help_draw(struct palette *self, struct canvas *canvas,
		       const struct area *area);

#endif
