#!/bin/sh
# A source file that no local.mk names would silently not be built; a basename
# that occurs twice cannot be talked about.
. "${srcdir_abs:-.}/tests/house/tap.sh"
{
	for f in $(find src -name '*.[ch]'); do
		case $f in
		src/*/*) room=$(echo "$f" | cut -d/ -f2); rest=${f#src/"$room"/} ;;
		*) room=.; rest=${f#src/} ;;
		esac
		grep -qE "%D%/$rest( |\$|\\\\)" "src/$room/local.mk" ||
			echo "$f: in no local.mk"
	done
	find src -name '*.[ch]' | sed 's:.*/::' | sort | uniq -d |
		sed 's/$/: occurs twice in src/'
} >"$found"
report "every source is built, every name is one" "$found"
