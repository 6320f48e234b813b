/* main.c: the only place where the rooms meet. */
#include "base/process.h"
#include "cli/cli.h"
#include "screen/console/console.h"

int main(int argc, char **argv)
{
	process_harden(argc, argv);
	return cli_run(argc, argv, console_run);
}
