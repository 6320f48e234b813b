#!/bin/sh
# tree.sh FOLDER CC: a copy of the sources in FOLDER, built twice, for mutants.sh to break:
#	sources/	as they are; tree/coverage is their build
#	tree/		the copy that is changed; tree/plain is its build
# Run by make mutants in the folder of the build, which is not touched, nor are its sources.
folder=$1
cc=$2
: "${srcdir_abs:?}"
jobs=$(nproc)

# sum FILE...: of a folder, all that is below.
sum() {
	(cd "$srcdir_abs" && find "$@" -type f ! -name '*.[oa]' | LC_ALL=C sort |
		xargs cksum | cksum)
}

must() {
	"$@" >"$folder/log" 2>&1 && return
	tail -n 20 "$folder/log"
	echo "mutants: this failed: $*"
	exit 1
}

mkdir -p "$folder/tree/plain" "$folder/tree/coverage"
folder=$(cd "$folder" && pwd) || exit 1
now=$(sum src tests data build-aux Makefile.am configure.ac)
rules=$(sum src data)
[ "$now" = "$(cat "$folder/made" 2>/dev/null)" ] && exit 0
rm -f "$folder/made"
echo "mutants: the sources are copied and built in $folder"
must make -s distdir distdir="$folder/sources"
# The times stay: what has not changed is not built again.
must cp -Rp "$folder/sources/." "$folder/tree/"
# What is watched is never what is broken: else it would be built anew, and not watched.
for of in tree/plain,tree tree/coverage,sources; do
	cd "$folder/${of%,*}" || exit 1
	[ -f Makefile ] || must "$folder/${of#*,}/configure" -q CC="$cc" CFLAGS=-O2
done
cd "$folder/tree/plain" || exit 1
must make -s -j"$jobs" all
cd "$folder/tree/coverage" || exit 1
must make -s -j"$jobs" all CFLAGS="-O0 --coverage"
# Who runs which line was asked of these sources, and of this text of the test.
[ "$rules" = "$(cat "$folder/rules" 2>/dev/null)" ] || rm -rf "$folder/seen"
echo "$rules" >"$folder/rules"
find "$folder/seen" -name end 2>/dev/null | while read -r end; do
	test=${end#"$folder/seen/"}
	test=${test%/end}
	for text in "$folder/sources/$test" "$folder/sources/$test.c"; do
		[ -n "$(find "$text" -newer "$end" 2>/dev/null)" ] && rm -rf "$folder/seen/$test"
	done
done
echo "$now" >"$folder/made"
