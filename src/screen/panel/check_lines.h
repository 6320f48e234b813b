/* check_lines.h: what a check found, as lines: the same words as on the command line. */
#ifndef SCREEN_PANEL_CHECK_LINES_H
#define SCREEN_PANEL_CHECK_LINES_H

#include "screen/frame/lines.h"

struct check;

void check_lines(struct lines *lines, const struct check *check);

#endif
