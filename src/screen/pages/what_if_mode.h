/* what_if_mode.h: the mode in which changes are only tried, and its page. */
#ifndef SCREEN_PAGES_WHAT_IF_MODE_H
#define SCREEN_PAGES_WHAT_IF_MODE_H

#include "screen/frame/screen.h"

/* t: start it; where it is on, show what was tried. */
void what_if_mode_start(struct screen *screen);
/* u: take the last step back; where it is off, undo what was saved last. */
void what_if_mode_undo(struct screen *screen);
/* Leave the console: asks where steps would be lost. */
void what_if_mode_quit(struct screen *screen);

/* ---- what_if_mode_steps.c ------------------------------------------------------------ */

void what_if_mode_begin(struct screen *screen);
void what_if_mode_drop(struct screen *screen);
bool what_if_mode_undo_step(struct screen *screen);
size_t what_if_mode_steps(struct screen *screen);	/* 0 also when it is off */
/* "Dana Ilves would be Viewer." of step i. */
void what_if_mode_said(struct screen *screen, size_t i, struct buf *out);
bool what_if_mode_irreversible(struct screen *screen);	/* one of them is */
/* Against what is saved; NULL when it is off. */
const struct preview *what_if_mode_changes(struct screen *screen);
/* Between these two the facts are as saved; only look at them. */
void what_if_mode_aside(struct screen *screen);
void what_if_mode_back(struct screen *screen);
/* Steps that fell away because somebody else saved; NULL: none.  Forgotten when
 * asked. */
const char *what_if_mode_fallen(struct screen *screen);
bool what_if_mode_commit(struct screen *screen, struct result *out,
		   struct error *err) MUST_CHECK;

#endif
