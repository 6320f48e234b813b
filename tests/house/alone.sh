#!/bin/sh
# The project stands alone: no path of the machine it was made on, and nothing
# of the demo workspace in the sources (all data is data).
. "${srcdir_abs:-.}/tests/house/tap.sh"
{
	grep -rnE '\.\./(shared|\.library)|/(work|farm)/' src data tests build-aux bootstrap .ci README.md configure.ac Makefile.am 2>/dev/null |
		grep -v '^tests/house/alone.sh:'
	sed -n 's/.*"\(name\|title\|email\)"[[:space:]]*:[[:space:]]*"\([^"]*\)".*/\2/p' data/demo.json 2>/dev/null |
		awk 'length > 8' | sort -u |
		while IFS= read -r word; do grep -rnF "\"$word\"" src --include='*.[ch]'; done
} >"$found"
report "nothing refers outside, nothing is invented" "$found"
