/* abreast.h: where what asks, and what would come of it, stand: from two panes up beside
 * each other, in the list's place; else one above the other, on the whole width. */
#ifndef SCREEN_PREVIEW_ABREAST_H
#define SCREEN_PREVIEW_ABREAST_H

#include "screen/preview/consequence.h"

enum { ABREAST_PAD = 2 };	/* frame and a blank */

struct abreast {
	bool on;
	struct area box, inside;	/* with and without its frame */
	struct area consequence;	/* right of it; below the caller says where */
};

bool abreast_fits(const struct canvas *canvas);
/* Cells of the box in the list's place.  roomy: texts are typed in it. */
int abreast_cols(int cols, bool roomy);
/* rows: of what the box holds. */
void abreast_place(const struct area *area, int cols, int rows, struct abreast *out);
/* The whole width: rows of it. */
void abreast_whole(const struct area *area, int rows, struct abreast *out);
/* The line between them, title, verdict, rows: "Finance . if you do it".  name: ""
 * where it is about nothing. */
void abreast_draw(struct consequence *consequence, struct canvas *canvas,
		 const struct area *area, const char *name, const char *doing);

#endif
