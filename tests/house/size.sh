#!/bin/sh
# Rooms stay small: 500 lines a source file, 150 a header, 80 a function; 25 sources a
# folder, but for the verbs, which grow with the product.
. "${srcdir_abs:-.}/tests/house/tap.sh"
planted=$(mktemp -d) || exit 99
trap 'rm -rf "$planted" "$found"' EXIT

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

# crowded TREE: its folders with more sources than fit.
crowded()
{
	(cd "$1" && find src -name '*.c' | awk '
	{ sub(/\/[^\/]*$/, ""); n[$0]++ }
	END {	for (f in n) {
			if (n[f] > 25 && f != "src/action/verbs")
				print f ": " n[f] " sources (limit 25)"
		}
	}')
}
mkdir -p "$planted/src/full" "$planted/src/fits"
for i in 1 2 3 4 5; do
	for file in "full/$i" fits/a$i fits/b$i fits/c$i fits/d$i fits/e$i; do
		>"$planted/src/$file.c"
	done
done
for i in $(seq 6 26); do >"$planted/src/full/$i.c"; done
[ "$(crowded "$planted")" = "src/full: 26 sources (limit 25)" ] ||
	echo "a planted folder of 26 is not found" >>"$found"
crowded . >>"$found"
report "files, functions and folders fit" "$found"
