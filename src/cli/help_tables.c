/* help_tables.c: what help says beside the action table. */
#include "cli/help.h"

const struct help_line help_options[] = {
	{ "--store FILE", "the workspace; else $GATEHOUSE_STORE, else "
	  "gatehouse/workspace.db in the data folder" },
	{ "--as EMAIL", "see with the eyes of this person (reads only, but in "
	  "a demo)" },
	{ "--format F", "text, json or csv" },
	{ "--dry-run", "writing verbs: show what would change, change nothing" },
	{ "--all", "with --dry-run: every row, not the first 40" },
	{ "--reason TEXT", "why it is done: kept with the event" },
	{ "--yes", "do not ask; without a terminal what asks needs it" },
	{ "--no-color", "no colours" },
	{ "--plain", "the console without cursor addressing" },
	{ "--help", "help on a noun or a verb" },
	{ "--version", "name and version" },
	{ 0 },
};

const struct help_line help_statuses[] = {
	{ "0", "done" },
	{ "1", "a check, test or expectation did not hold" },
	{ "2", "wrong usage or invalid input" },
	{ "3", "denied" },
	{ "4", "not found" },
	{ "5", "conflict: changed meanwhile, or it would break a rule" },
	{ "6", "vault locked" },
	{ "7", "remote service or network" },
	{ "8", "store busy, damaged or not ours" },
	{ "70", "a bug" },
	{ 0 },
};

const struct help_line help_environment[] = {
	{ "GATEHOUSE_STORE", "the workspace, where --store is not given" },
	{ "XDG_DATA_HOME", "the data folder; ~/.local/share where unset" },
	{ "XDG_CONFIG_HOME", "the folder of settings; ~/.config where unset" },
	{ "COLORFGBG", "what the theme auto goes by" },
	{ "SUDO_UID", "who one is, where the kernel knows no login uid" },
	{ "NO_COLOR", "no colours" },
	{ "GATEHOUSE_SYSLOG", "socket of the system's log for checkpoints, "
	  "/dev/log where unset; none: they go to their file alone" },
	{ "GATEHOUSE_PLAIN", "1: as --plain" },
	{ 0 },
};
