#!/bin/sh
# The plain driver of the fuzz targets finds a crash, a check that does not hold and a
# loop without an end, and keeps the input that did it.
. "${srcdir_abs:-.}/tests/house/tap.sh"
work=$(mktemp -d) && cd "$work" || exit 1
finds() {	# WHICH STATUS ENDING
	FUZZ_PLANTED=$1 FUZZ_HANG=1 "$builddir_abs/tests/fuzz/fuzz_planted" >out 2>&1
	status=$?
	[ "$status" -eq "$2" ] || echo "$1: ended with $status"
	[ -s "fuzz-planted.$3" ] || echo "$1: no input is kept"
	[ -s "fuzz-planted.$3" ] || return
	FUZZ_PLANTED=$1 FUZZ_HANG=1 "$builddir_abs/tests/fuzz/fuzz_planted" \
		"fuzz-planted.$3" >out 2>&1
	[ $? -eq "$2" ] || echo "$1: the input that is kept does not do it again"
	rm -f "fuzz-planted.$3"
}
{
	finds c 1 crash
	finds h 1 crash
	finds l 2 hang
	FUZZ_PLANTED= "$builddir_abs/tests/fuzz/fuzz_planted" >out 2>&1 ||
		echo "without a fault it ended with $?"
} >"$found" 2>&1
report "what is planted is found" "$found"
cd / && rm -rf "$work"
