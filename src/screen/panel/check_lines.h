/* check_lines.h: what a check found, as lines: the same words as on the command line, but
 * for the way out, which is a key here. */
#ifndef SCREEN_PANEL_CHECK_LINES_H
#define SCREEN_PANEL_CHECK_LINES_H

#include "action/check/check_subject.h"
#include "screen/frame/lines.h"
#include "screen/frame/screen.h"

/* sign_in: the keys that sign in at it, "s"; NULL: by its name in the palette. */
void check_lines(struct lines *lines, const struct check *check, const char *sign_in);
/* What the last one found, below a heading that says when; nothing where there was none. */
void check_lines_kept(struct lines *lines, struct screen *screen,
		      struct check_subject subject);

#endif
