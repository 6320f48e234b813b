/* demo_folder.h: the temporary folder of a demo, gone with whatever ends the program;
 * and what SIGKILL left of one goes when the next is made by the same user. */
#ifndef ACTION_SCENARIO_DEMO_FOLDER_H
#define ACTION_SCENARIO_DEMO_FOLDER_H

#include "action/core/app.h"

/* A new one, which app->folder is then; its path.  NULL: ERROR_STORE STORE_BUSY. */
const char *demo_folder_make(struct app *app, struct error *err) MUST_CHECK;
/* It goes with all that is in it, if this process made it and it is still that one. */
void demo_folder_remove(struct app *app);

/* All of this process; safe in the handler of a signal. */
void demo_folder_sweep(void);

#endif
