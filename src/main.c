/* main.c: the only place where the rooms meet. */
#include <stdio.h>

#include "cli/cli.h"

static int no_console(struct app *app, bool no_color)
{
	(void)app;
	(void)no_color;
	fputs("gatehouse: the console is not in this build (use a verb: "
	      "gatehouse help lists them)\n", stderr);
	return 2;
}

int main(int argc, char **argv)
{
	return cli_run(argc, argv, no_console);
}
