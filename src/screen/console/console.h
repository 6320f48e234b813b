/* console.h: the console: opens the terminal, shows the desk, runs the loop.
 *
 * The walk of one key, `S` on a project until the share dialog stands:
 *	console/console.c	runs the loop (ui), which gives the key to the page on top;
 *	console/desk_keys.c	nothing is being typed: is it the key of a verb?
 *	frame/verb.c		on a project it is that of "project share";
 *				the desk answers with it in screen->go (frame/go.h);
 *	console/carry_out.c	the handler is done: a verb is wanted, no row is marked;
 *	console/start.c		it may be run, fits the thing, and has a dialog (the table
 *				dialogs() is made from the folder's list);
 *	dialog/dialog_page.c	makes the page, whose form
 *	dialog/dialog.c		has filled, by the dialog that was handed down:
 *	dialogs/share.c		who has what now.
 * Then the loop draws.  No file of the walk calls one above its own floor. */
#ifndef SCREEN_CONSOLE_CONSOLE_H
#define SCREEN_CONSOLE_CONSOLE_H

#include <stdbool.h>

struct app;

/* Returns an exit status: 0 left by the user or by a lost line, 2 where no
 * console can run (said on standard error), 128 + signal. */
int console_run(struct app *app, bool no_color);

#endif
