/* cli.h: the command line: the same actions without a screen. */
#ifndef CLI_CLI_H
#define CLI_CLI_H

#include <stdbool.h>

struct app;

/* Run one command line and return the exit status (INTERFACES 2).  Without a
 * noun the workspace is opened and handed to `console`. */
int cli_run(int argc, char **argv,
	    int (*console)(struct app *app, bool no_color));

#endif
