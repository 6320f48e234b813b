#!/bin/sh
# Rooms stay small: 500 lines a source file, 150 a header, 80 a function.
. "${srcdir_abs:-.}/tests/house/tap.sh"
find src -name '*.[ch]' | xargs awk '
FNR == 1 { infn = 0 }
{ n[FILENAME] = FNR }
/^\{/ { start = FNR; infn = 1 }
/^\}/ { if (infn && FNR - start - 1 > 80)
		print FILENAME ":" start ": function of " FNR - start - 1 " lines"
	infn = 0 }
END {	for (f in n) {
		limit = f ~ /\.h$/ ? 150 : 500
		if (n[f] > limit) print f ": " n[f] " lines (limit " limit ")"
	}
}' >"$found"
report "files and functions fit" "$found"
