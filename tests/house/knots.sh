#!/bin/sh
# No circle: of files inside a room, of floors (the folders of a room), of rooms.  At
# link level (nm on the objects) and at include level, where x.c and x.h are one file.
# What several files share as x_priv.h is no file: who includes it includes what it
# includes.  The object of a generated table (registry.c) may name all and is left out, as
# are the programs in src/courier, which nobody calls.
# Planted circles are found.
. "${srcdir_abs:-.}/tests/house/tap.sh"
here=$srcdir_abs/tests/house
work=$(mktemp -d) || exit 99
trap 'rm -rf "$work" "$found"' EXIT

# files TREE PATTERN: those that stand in a room.
files()
{
	(cd "$1" && find src -mindepth 2 -name "$2") | grep -vE 'registry\.c$|^src/courier/'
}

# link_pairs SRC BUILD: who needs whom.
link_pairs()
{
	objects=$({ files "$1" '*.c'; files "$2" '*.c'; } | sort -u | sed 's/c$/o/')
	(cd "$2" && nm -A -g -P $objects 2>&1) | awk '
	/No such file/ && !said++ { print "not all is built: " $0 >"/dev/stderr" }
	{ sub(/\.o:$/, "", $1) }
	$3 == "U" { needs[$1, $2]; next }
	$3 ~ /^[A-Z]$/ { home[$2] = $1 }
	END {	for (at in needs) {
			split(at, part, SUBSEP)
			if (part[2] in home) print part[1], home[part[2]]
		}
	}'
}

include_pairs()
{
	(cd "$1" && awk '
	/^#[ \t]*include "/ {
		split($0, quoted, "\""); from = FILENAME; to = "src/" quoted[2]
		if (sub(/\.h$/, "", to) && sub(/\.[ch]$/, "", from))
			needs[from] = needs[from] " " to
	}
	function tell(from, through,	n, i, to)
	{
		n = split(needs[through], to, " ")
		for (i = 1; i <= n; i++) {
			if (to[i] ~ /_priv$/) tell(from, to[i])
			else print from, to[i]
		}
	}
	END { for (from in needs) if (from !~ /_priv$/) tell(from, from) }
	' $(files . '*.[ch]'))
}

# The pairs as graphs: "link:screen" the files of a room, "link:screen/" its floors,
# "link:rooms".
graphs()
{
	sed 's:src/::g' | sort -u | awk -v level="$1" '
	{	room = $1; sub(/\/.*/, "", room); other = $2; sub(/\/.*/, "", other)
		floor = $1; sub(/\/[^\/]*$/, "", floor); below = $2; sub(/\/[^\/]*$/, "", below)
		print level ":rooms", room, other
		if (room != other) next
		print level ":" room, $1, $2
		if (floor != room || below != room) print level ":" room "/", floor, below
	}'
}

# knots SRC BUILD: a line a graph: "link:screen 3 a b c".
knots()
{
	{
		link_pairs "$1" "$2" | graphs link
		include_pairs "$1" | graphs include
	} | awk -f "$here/knots.awk" | LC_ALL=C sort
}

# judge LIST: the graphs with more than the list allows, and 1 where it allows nothing.
judge()
{
	awk -v list="$1" '
	BEGIN {	while ((getline line < list) > 0)
			if (line !~ /^#/ && split(line, word, " ") == 2) may[word[1]] = word[2]
	}
	{	of = $1; sub(/^[a-z]*:/, "", of)
		if ($2 > ((of in may) ? may[of] : 1)) print
	}'
}

# plant FILE...: a source in the scratch tree that includes and calls the others.
plant()
{
	at=$work/src/$1; name=$(basename "$1"); shift
	mkdir -p "${at%/*}"
	echo "void $name(void);" >"$at.h"
	{
		for other; do echo "#include \"$other.h\""; done
		echo "void $name(void);"
		echo "void $name(void) {"
		for other; do echo "	$(basename "$other")();"; done
		echo "}"
	} >"$at.c"
}

# Two that call each other and one that only calls; a floor whose beam calls up, behind
# the back of its includes; two rooms; a table that names all; an include behind what
# files share.
plant pair/one pair/two
plant pair/two pair/one
plant pair/three pair/one
plant tower/top tower/attic/high
plant tower/attic/high tower/beam
plant tower/beam tower/attic/high
sed -i '/include/s/.*/void high(void);/' "$work/src/tower/beam.c"
plant left/here right/there
plant left/low
plant right/there left/low
plant calm/core calm/registry
plant calm/verb calm/core
plant calm/registry calm/verb
plant shy/host shy/guest
plant shy/guest
echo '#include "shy/host.h"' >"$work/src/shy/all_priv.h"
echo '#include "shy/all_priv.h"' >>"$work/src/shy/guest.c"
cat >"$work/expected" <<'END'
include:rooms
include:shy
include:tower/
link:rooms
link:tower
link:tower/
END
{
	for file in $(files "$work" '*.c'); do
		(cd "$work" && $GATEHOUSE_CC $GATEHOUSE_CFLAGS -w -Isrc -c "$file" -o "${file%c}o")
	done
	knots "$work" "$work" >"$work/knots"
	grep -q '^link:pair 2 ' "$work/knots" || echo "the planted pair is not found"
	echo "pair 2" >"$work/list"
	judge "$work/list" <"$work/knots" | cut -d ' ' -f 1 | diff - "$work/expected"
} >"$found" 2>&1

knots "$srcdir_abs" "$builddir_abs" >"$work/knots" 2>>"$found"
cut -d ' ' -f 1,2 "$work/knots" | sed 's/^/# largest knot of /'
judge /dev/null <"$work/knots" >>"$found"
report "no circle of files, floors or rooms" "$found"
