#!/bin/sh
# A source file that the nearest local.mk does not name would silently not be built; a
# basename that occurs twice cannot be talked about.
. "${srcdir_abs:-.}/tests/house/tap.sh"
{
	for f in $(find src -name '*.[ch]'); do
		dir=${f%/*}
		while [ ! -e "$dir/local.mk" ] && [ "$dir" != . ]; do dir=$(dirname "$dir"); done
		grep -qE "%D%/${f#"$dir"/}( |\$|\\\\)" "$dir/local.mk" ||
			echo "$f: not in $dir/local.mk"
	done
	find src -name '*.[ch]' | sed 's:.*/::' | sort | uniq -d |
		sed 's/$/: occurs twice in src/'
} >"$found"
report "every source is built, every name is one" "$found"
