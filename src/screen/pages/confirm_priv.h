/* confirm_priv.h: what the files of the question before a write share. */
#ifndef SCREEN_PAGES_CONFIRM_PRIV_H
#define SCREEN_PAGES_CONFIRM_PRIV_H

#include "screen/pages/confirm.h"
#include "screen/preview/consequence.h"
#include "ui/input.h"

enum confirm_how {
	CONFIRM_NORMAL,		/* y does it; what has the focus is Cancel */
	CONFIRM_SEVERE,		/* the name is typed first */
	CONFIRM_REFUSED		/* it cannot be: why, and the way out */
};

enum confirm_at { AT_NAME, AT_CANCEL, AT_DO };

struct confirm_button { int row, col, cols; };

struct confirm {
	struct page page;		/* first */
	struct screen *screen;
	struct request request;
	struct thing subject;		/* THING_NONE where it has none */
	struct consequence consequence;
	struct result preview;
	enum confirm_how how;
	bool for_good;			/* nothing undoes it */
	char title[240];
	char name[220];			/* to be typed; of the severe ones */
	struct input typed;
	enum confirm_at at;
	struct confirm_button cancel, go;	/* of the last drawing */
};

/* confirm_draw.c */
/* The name is typed, or need not be. */
bool confirm_ready(const struct confirm *self);
void confirm_draw(struct page *page, struct canvas *canvas);
/* confirm_impact.c: what goes with a thing that is deleted, beyond levels; "" where
 * the preview says it all. */
const char *confirm_impact(const struct app *app, const struct thing *thing,
			   struct arena *arena);
/* Distinct people that the preview moves. */
uint32_t confirm_people(const struct app *app, const struct preview *preview);

#endif
