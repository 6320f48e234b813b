#!/bin/sh
# An action that reads or writes files of the outside says so (ACTION_FILES), for
# no step of a scenario may do that; and nobody opens files but the few doors.
. "${srcdir_abs:-.}/tests/house/tap.sh"
doors='slurp|write_file|store_backup|store_open|store_make|workspace_read_csv'
doors="$doors|replace_make|demo_open|demo_open_workspace|scenario_load"
opens='fopen|open|openat|creat|mkstemp|freopen|rename|renameat2?|link|unlink'
{
	for f in src/action/verbs/*.c; do
		grep -qE "\\<($doors|$opens)\\(" "$f" || continue
		case $f in
		*/workspace_init.c|*/scenario_list.c) continue ;;	# no file of the outside
		esac
		grep -q ACTION_FILES "$f" ||
			echo "$f: reaches for files without ACTION_FILES"
	done
	grep -nE "\\<($opens)\\(" src/action/verbs/*.c src/cli/*.c |
		sed 's/$/: files have doors: slurp, write_file, store/'
} >"$found"
report "what reaches for files says so" "$found"
