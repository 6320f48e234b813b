/* evidence.h: a thing as it is, beside or below what is asked about it: the rows of its
 * panel, and the sentence of the row in focus. */
#ifndef SCREEN_PANEL_EVIDENCE_H
#define SCREEN_PANEL_EVIDENCE_H

#include "screen/panel/panel.h"

/* *panel is made where it is NULL; evidence_free it.  keys: they go to its rows. */
void evidence_draw(struct panel **panel, struct screen *screen,
		   const struct thing *subject, struct canvas *canvas,
		   const struct area *area, bool beside, bool keys);
void evidence_free(struct panel *panel);	/* or NULL */

#endif
