/* whatif.h: the mode in which changes are only tried, and its page. */
#ifndef SCREEN_WHATIF_H
#define SCREEN_WHATIF_H

#include "screen/screen.h"

/* t: start it; where it is on, show what was tried. */
void whatif_start(struct screen *screen);
/* u: take the last step back; where it is off, undo what was saved last. */
void whatif_undo(struct screen *screen);
/* Leave the console: asks where steps would be lost. */
void whatif_quit(struct screen *screen);

/* ---- whatif_steps.c ------------------------------------------------------------ */

void whatif_begin(struct screen *screen);
void whatif_drop(struct screen *screen);
bool whatif_take_back(struct screen *screen);
size_t whatif_steps(struct screen *screen);	/* 0 also when it is off */
/* "Dana Ilves would be Viewer." of step i. */
void whatif_said(struct screen *screen, size_t i, struct buf *out);
bool whatif_irreversible(struct screen *screen);	/* one of them is */
/* Against what is saved; NULL when it is off. */
const struct preview *whatif_changes(struct screen *screen);
/* Between these two the facts are as saved; only look at them. */
void whatif_aside(struct screen *screen);
void whatif_back(struct screen *screen);
/* Steps that fell away because somebody else saved; NULL: none.  Forgotten when
 * asked. */
const char *whatif_fallen(struct screen *screen);
bool whatif_commit(struct screen *screen, struct result *out,
		   struct error *err) MUST_CHECK;

#endif
