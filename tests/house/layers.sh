#!/bin/sh
# Every include names its room, and goes where the line of its folder in layers.txt
# allows; outside headers likewise; <curses.h> in one file.  A file, and what it includes,
# is judged by the longest listed folder it stands in.  README.md lists the floors of the
# big rooms as layers.txt does.  Planted breaches are found.
. "${srcdir_abs:-.}/tests/house/tap.sh"
planted=$(mktemp -d) || exit 99
trap 'rm -rf "$planted" "$found"' EXIT

# judge TREE: what its src does that its tests/layers.txt does not allow.
judge()
{
	(cd "$1" && find src -name '*.[ch]' | sort | xargs awk '
BEGIN {
	while ((getline line < "tests/layers.txt") > 0) {
		sub(/#.*/, "", line)
		if (line !~ /:/) continue
		from = line; sub(/:.*/, "", from); rest = line; sub(/[^:]*:/, "", rest)
		split(rest, half, "|")
		n = split(half[1], w, " ")
		for (i = 1; i <= n; i++) {
			ok[from, w[i]] = 1
			if (!(w[i] in below))
				print "layers.txt: " from " names " w[i] ", which is not above it"
		}
		n = split(half[2], w, " "); for (i = 1; i <= n; i++) out[from, w[i]] = 1
		ok[from, from] = listed[from] = below[from] = below[room(from)] = 1
	}
	n = split("jansson.h sqlite3.h sodium.h curses.h ncurses.h term.h pthread.h curl/curl.h utf8proc.h openssl/ssl.h openssl/err.h openssl/x509v3.h libpq-fe.h mysql.h", w, " ")
	for (i = 1; i <= n; i++) outside[w[i]] = 1
}
function room(path) { sub(/\/.*/, "", path); return path }
function floor(path) {
	while (sub(/\/[^\/]*$/, "", path)) if (path in listed) return path
	return room(path)
}
# Inside a room each floor is named; from outside the room opens its floors.
function allowed(from, to) {
	return ((from, to) in ok) || (room(from) != room(to) && ((from, room(to)) in ok))
}
FNR == 1 { path = FILENAME; sub(/^src\//, "", path); at = floor(path); top = path !~ /\// }
/^#[ \t]*include "/ {
	split($0, q, "\""); to = floor(q[2])
	if (q[2] !~ /\//) { print FILENAME ":" FNR ": " q[2] " names no room"; next }
	if (top) next				# src/main.c may see all
	if (!allowed(at, to))
		print FILENAME ":" FNR ": " at " may not include " q[2]
	else if (q[2] ~ /_priv\.h$/ && at != to)
		print FILENAME ":" FNR ": " q[2] " is private to " to
}
/^#[ \t]*include </ {
	h = $0; sub(/.*</, "", h); sub(/>.*/, "", h)
	if ((h in outside) && !top && !((at, h) in out))
		print FILENAME ":" FNR ": " at " may not include <" h ">"
	if ((h == "curses.h" || h == "term.h") && FILENAME != "src/ui/term.c")
		print FILENAME ":" FNR ": curses belongs to src/ui/term.c"
}')
}

# readme TREE: the floors README.md tells of a room, that are others than layers.txt's.
readme()
{
	(cd "$1" && sed -n 's/^    \([a-z]*\): /\1 /p' README.md | while read -r room floors
	do
		real=$(sed -n "s,^$room/\([a-z]*\):.*,\1,p" tests/layers.txt | tac | xargs)
		[ -z "$real" ] || [ "$floors" = "$real" ] ||
			echo "README.md: $room: $floors, but there are: $real"
	done)
}

# plant FILE INCLUDED...
plant()
{
	at=$planted/src/$1; shift
	mkdir -p "${at%/*}"
	for name; do echo "#include $name"; done >"$at"
}
mkdir -p "$planted/tests"
cat >"$planted/tests/layers.txt" <<'END'
low: street | jansson.h
house/cellar: low |
house/attic: low house/cellar | sodium.h
house: low house/cellar house/attic |
street: house |
END
plant house/attic/up.c '"house/cellar/wine.h"' '"house/attic/in/box_priv.h"' '<sodium.h>'
plant house/attic/in/box.c '"house/door.h"' '"house/cellar/wine_priv.h"'
plant house/cellar/wine.c '"house/attic/up.h"' '"low/ground.h"' '<sodium.h>'
plant house/door.c '"house/attic/up.h"' '"house/cellar/wine.h"' '"street/tram.h"' '<jansson.h>'
plant street/tram.c '"house/attic/in/box.h"' '"low/ground.h"' '"door.h"'
{
	judge "$planted" | cut -d : -f 1,2 | diff - /dev/fd/3 3<<-'END'
	layers.txt: low names street, which is not above it
	src/house/attic/in/box.c:1
	src/house/attic/in/box.c:2
	src/house/cellar/wine.c:1
	src/house/cellar/wine.c:3
	src/house/door.c:3
	src/house/door.c:4
	src/street/tram.c:2
	src/street/tram.c:3
	END
	printf '    house: attic\n    street: tram\n' >"$planted/README.md"
	readme "$planted" | diff - /dev/fd/3 3<<-'END'
	README.md: house: attic, but there are: attic cellar
	END
	judge .
	readme .
} >"$found" 2>&1
report "rooms and floors include only what stands below them" "$found"
