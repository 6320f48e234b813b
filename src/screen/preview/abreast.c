/* abreast.c: see abreast.h. */
#include "screen/preview/abreast.h"

#include <ctype.h>
#include <stdio.h>

#include "base/glyph.h"

enum {
	BESIDE_FROM = 100, ROOMY_FROM = 114,
	NARROW = 50, WIDE = 58,
	SHORT = 12		/* rows of the box: it grows no jump by jump */
};

bool abreast_fits(const struct canvas *canvas)
{
	return canvas->cols >= BESIDE_FROM;
}

int abreast_cols(int cols, bool roomy)
{
	return roomy && cols >= ROOMY_FROM ? WIDE : NARROW;
}

static void framed(const struct area *box, struct abreast *out)
{
	out->box = *box;
	out->inside = (struct area){ box->row + 1, box->col + ABREAST_PAD,
				     box->rows - 2, box->cols - 2 * ABREAST_PAD };
}

void abreast_place(const struct area *area, int cols, int rows, struct abreast *out)
{
	struct area box = { area->row, area->col,
		cells_least(cells_most(rows + 2, SHORT), area->rows), cols };

	framed(&box, out);
	out->on = true;
	out->consequence = (struct area){ area->row, area->col + cols + 1,
					  area->rows, area->cols - cols - 1 };
}

void abreast_whole(const struct area *area, int rows, struct abreast *out)
{
	struct area box = { area->row, area->col,
			    cells_least(rows + 2, area->rows), area->cols };

	framed(&box, out);
	out->on = false;
	out->consequence = (struct area){ out->inside.row, area->col + 1, 0,
					  area->cols - 2 };
}

void abreast_draw(struct consequence *consequence, struct canvas *canvas,
		 const struct area *area, const char *name, const char *doing)
{
	char title[280];

	if (*name)
		snprintf(title, sizeof(title), "%.160s %s %s", name,
			 glyph(GLYPH_BETWEEN), doing);
	else
		snprintf(title, sizeof(title), "%c%s",
			 toupper((unsigned char)*doing), doing + (*doing != '\0'));
	canvas_vline(canvas, area->row, area->col - 1, area->rows);
	consequence_beside(consequence, canvas, area, title);
}
