/* console.h: the console: opens the terminal, shows the desk, runs the loop. */
#ifndef SCREEN_CONSOLE_CONSOLE_H
#define SCREEN_CONSOLE_CONSOLE_H

#include <stdbool.h>

struct app;

/* Returns an exit status: 0 left by the user or by a lost line, 2 where no
 * console can run (said on standard error), 128 + signal. */
int console_run(struct app *app, bool no_color);

#endif
