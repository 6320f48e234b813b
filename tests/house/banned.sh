#!/bin/sh
# Calls that have a safer sister in base/, and words that promise something later.
. "${srcdir_abs:-.}/tests/house/tap.sh"
{
	for f in $(find src -name '*.[ch]'); do
		sed -e 's/"[^"]*"/""/g' -e 's/^[[:space:]]*\*.*//' "$f" |
			grep -nE '(^|[^a-zA-Z0-9_])(strcpy|strcat|strncpy|strncat|sprintf|vsprintf|gets|strtok|atoi|atol|rand|srand|system|popen|alloca)[[:space:]]*\(' |
			sed "s,^,$f:,"
	done
	grep -nE '(^|[^A-Za-z])(TODO|FIXME|XXX|HACK)([^A-Za-z]|$)' $(find src -name '*.[ch]')
	for f in $(find src -name '*.[ch]'); do
		head -1 "$f" | grep -q '^/\* ' || echo "$f:1: does not say what the file is for"
	done
	# The guard of a connection is set by connect_db and lifted by nobody.
	grep -nE 'sqlite3_(open|set_authorizer)' $(find src -name '*.[ch]') |
		grep -v '^src/store/connect\.c:'
} >"$found"
report "no banned call, no promise, every file says what it is for" "$found"
