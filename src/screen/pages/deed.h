/* deed.h: what stands around a deed that is asked for once more: its words, what would
 * come of it, the way back, the name where it has to be typed, and two buttons.  From
 * two panes up in the list's place, beside what would come of it; else above it; where
 * there is little room whoever loses comes first. */
#ifndef SCREEN_PAGES_DEED_H
#define SCREEN_PAGES_DEED_H

#include "screen/frame/chrome.h"
#include "screen/preview/consequence.h"
#include "ui/input.h"

struct panel;

/* Where the keys are. */
enum deed_at { DEED_NAME, DEED_NO, DEED_YES, DEED_ROWS };

/* What a key asks for. */
enum deed_key {
	DEED_USED,	/* nothing more */
	DEED_BACK,	/* not to do it */
	DEED_DO,	/* y; or Enter where the name is typed */
	DEED_PRESS,	/* the button of doing it */
	DEED_LIST,	/* everybody */
	DEED_OTHER	/* none of these: the page's own */
};

struct deed {
	struct screen *screen;
	char title[240];
	const char *mark;		/* at the title's end: "cannot be undone"; "" */
	const char *doing;		/* "if you do it" */
	struct thing subject;		/* as it is where nothing comes of it; or NONE */
	struct consequence consequence;	/* its words stand with the deed */
	const char *way_back;		/* "": none is said */
	char name[220];			/* that is typed first; "": it need not be */
	const char *no;			/* "Back" */
	char yes[80];			/* "y  Delete"; "": it cannot be done */
	enum deed_at at;
	/* ---- its own */
	struct input typed;
	struct panel *evidence;
	struct { int row, col, cols; } cancel, go;	/* of the last drawing */
};

void deed_init(struct deed *deed, struct screen *screen);
void deed_release(struct deed *deed);
/* The keys to where they begin: the name, else what does nothing. */
void deed_begin(struct deed *deed);
/* The name is typed, or need not be. */
bool deed_ready(const struct deed *deed);

/* The keys of both buttons, the name, the rows; v and F9, the mouse. */
enum deed_key deed_key(struct deed *deed, const struct key *key);
/* deed_draw.c.  hints: the page's own, before those of the deed; ends with NULL. */
void deed_draw(struct deed *deed, struct canvas *canvas, const struct hint *hints);

#endif
