/* desk.h: the page at the bottom: tabs with their lists, the live panel beside
 * them, and the way back from where one jumped. */
#ifndef SCREEN_CONSOLE_DESK_H
#define SCREEN_CONSOLE_DESK_H

#include "screen/frame/keys.h"
#include "screen/panel/detail.h"
#include "screen/tabs/view.h"

struct desk;

/* Make it and push it; screen->desk is set. */
void desk_push(struct screen *screen);

size_t desk_tab(const struct desk *desk);
const char *desk_path(const struct desk *desk);
struct view *desk_view(struct desk *desk);
/* What the next verb is about: the focused row of the list or of the panel. */
struct thing desk_focus(struct desk *desk);
/* The list whose marked rows verbs apply to; NULL: none is marked, or the focus is not
 * on the list. */
struct view *desk_marks(struct desk *desk);
/* Go to the thing's row on its tab, remembering the place; where the cursor is
 * there already, open the thing's page.  False, with a toast: it has no row. */
bool desk_jump(struct desk *desk, const struct thing *thing);
void desk_open(struct desk *desk, const struct thing *thing);
void desk_command(struct desk *desk, enum command command);
/* Say which fixes there are; false when there are none. */
bool desk_ask_fix(struct desk *desk, const struct detail *detail);
void desk_fix(struct desk *desk, const struct detail *detail, int number);

/* Rows of the panel that the last change moved. */
size_t desk_moved_rows(struct desk *desk);

#endif
