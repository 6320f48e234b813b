/* main.c: the only place where the rooms meet. */
#include "base/process.h"
#include "cli/cli.h"
#include "cli/help.h"
#include "screen/console/console.h"
#include "screen/frame/keymap.h"

int main(int argc, char **argv)
{
	process_harden(argc, argv);
	help_keys_of(keymap_list, keymap_key);
	return cli_run(argc, argv, console_run);
}
