#!/bin/sh
# Every include names its room, and that room must stand on the including room's
# line of tests/layers.txt; outside headers likewise; <curses.h> in one file.
. "${srcdir_abs:-.}/tests/house/tap.sh"
find src -name '*.[ch]' | xargs awk '
BEGIN {
	while ((getline line < "tests/layers.txt") > 0) {
		sub(/#.*/, "", line)
		if (line !~ /:/) continue
		from = line; sub(/:.*/, "", from); rest = line; sub(/[^:]*:/, "", rest)
		split(rest, half, "|"); ok[from, from] = 1
		n = split(half[1], w, " "); for (i = 1; i <= n; i++) ok[from, w[i]] = 1
		n = split(half[2], w, " "); for (i = 1; i <= n; i++) out[from, w[i]] = 1
	}
	n = split("jansson.h sqlite3.h sodium.h curses.h ncurses.h term.h pthread.h curl/curl.h utf8proc.h", w, " ")
	for (i = 1; i <= n; i++) outside[w[i]] = 1
}
/^#[ \t]*include "/ {
	split($0, q, "\""); split(q[2], to, "/"); split(FILENAME, at, "/")
	if (q[2] !~ /\//) { print FILENAME ":" FNR ": " q[2] " names no room"; next }
	if (at[3] == "") next			# src/main.c may see all
	if (!((at[2], to[1]) in ok))
		print FILENAME ":" FNR ": " at[2] " may not include " q[2]
	else if (q[2] ~ /_priv\.h$/ && at[2] != to[1])
		print FILENAME ":" FNR ": " q[2] " is private to " to[1]
}
/^#[ \t]*include </ {
	h = $0; sub(/.*</, "", h); sub(/>.*/, "", h); split(FILENAME, at, "/")
	if ((h in outside) && at[3] != "" && !((at[2], h) in out))
		print FILENAME ":" FNR ": " at[2] " may not include <" h ">"
	if ((h == "curses.h" || h == "term.h") && FILENAME != "src/ui/term.c")
		print FILENAME ":" FNR ": curses belongs to src/ui/term.c"
}' >"$found"
report "rooms include only what stands below them" "$found"
