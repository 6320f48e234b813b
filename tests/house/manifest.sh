#!/bin/sh
# A source file that no local.mk names would silently not be built; a basename
# that occurs twice cannot be talked about.
. "${srcdir_abs:-.}/tests/house/tap.sh"
{
	for f in $(find src -name '*.[ch]'); do
		folder=$(dirname "$f"); mk=$folder/local.mk
		grep -qsE "%D%/$(basename "$f")( |\$|\\\\)" "$mk" ||
			grep -qE "%D%/${folder##*/}/$(basename "$f")( |\$|\\\\)" \
				"${folder%/*}/local.mk" ||
			echo "$f: in no local.mk"
	done
	find src -name '*.[ch]' | sed 's:.*/::' | sort | uniq -d |
		sed 's/$/: occurs twice in src/'
} >"$found"
report "every source is built, every name is one" "$found"
