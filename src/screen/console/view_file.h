/* view_file.h: columns and order of the lists, and whose the mouse is, remembered from
 * one session to the next in $XDG_STATE_HOME/gatehouse/view.  A demo leaves nothing
 * behind, nor does a desk at which one acts as somebody else. */
#ifndef SCREEN_CONSOLE_VIEW_FILE_H
#define SCREEN_CONSOLE_VIEW_FILE_H

struct desk;

void viewfile_load(struct desk *desk);
void viewfile_save(struct desk *desk);	/* if it differs from what was loaded */

#endif
