/* desk.h: the page at the bottom: tabs with their lists, the live panel beside
 * them, and the way back from where one jumped. */
#ifndef SCREEN_CONSOLE_DESK_H
#define SCREEN_CONSOLE_DESK_H

#include "screen/frame/screen.h"
#include "screen/tabs/view.h"

struct desk;

/* desk_page.c: make it and push it; screen->desk is set. */
void desk_push(struct screen *screen);

struct view *desk_view(struct desk *desk);
/* What the next verb is about: the focused row of the list or of the panel. */
struct thing desk_focus(struct desk *desk);
/* The list whose marked rows verbs apply to; NULL: none is marked, or the focus is not
 * on the list. */
struct view *desk_marks(struct desk *desk);
/* What n makes here; NULL: nothing. */
const struct action *desk_creates(struct desk *desk);
/* Go to the thing's row on its tab, remembering the place; where the cursor is
 * there already, to the thing's page.  A toast where it has no row. */
void desk_jump(struct desk *desk, const struct thing *thing);
/* desk_command.c: false: the desk does not know it. */
bool desk_command(struct desk *desk, enum command command);

/* Rows of the panel that the last change moved. */
size_t desk_moved_rows(struct desk *desk);

#endif
