#!/bin/sh
# fuzz.sh NAME...: each fuzz target for FUZZ_SECONDS (480): with clang's libFuzzer and its
# sanitizers where that is there, else with the plain driver.  New inputs go to fuzz-corpus/.
seconds=${FUZZ_SECONDS:-480}
here=$(pwd)
failed=0
if command -v clang >/dev/null && echo 'int LLVMFuzzerTestOneInput(const char *d, unsigned long n) { return !d && n; }' |
	clang -x c -fsanitize=fuzzer,address -o fuzz-probe - 2>/dev/null; then
	rm -f fuzz-probe
	flags="-g -O1 -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=undefined"
	mkdir -p fuzz-build && cd fuzz-build || exit 1
	[ -f Makefile ] || "$srcdir_abs/configure" -q CC=clang CFLAGS="$flags" || exit 1
	# Anew where it has changed, by itself: with the main of libFuzzer configure fails.
	make -s Makefile >make.log 2>&1 || { tail make.log; exit 1; }
	all=
	for name; do all="$all tests/fuzz/fuzz_$name"; done
	# driver.c leaves main to libFuzzer.
	make -s -j"$(nproc)" V=0 CPPFLAGS=-DFUZZ_LIBFUZZER LDFLAGS=-fsanitize=fuzzer \
		$all >make.log 2>&1 || { tail make.log; exit 1; }
	cd "$here" || exit 1
	main=libFuzzer
else
	main=driver
fi
for name; do
	if [ $main = libFuzzer ]; then
		mkdir -p "fuzz-corpus/$name"
		ASAN_OPTIONS=detect_leaks=0 "fuzz-build/tests/fuzz/fuzz_$name" \
			-max_total_time="$seconds" -timeout=20 -max_len=8192 -print_final_stats=1 \
			"fuzz-corpus/$name" "$srcdir_abs/tests/fuzz/corpus/$name" >"fuzz-$name.log" 2>&1
		status=$?
		runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "fuzz-$name.log")
	else
		make -s "tests/fuzz/fuzz_$name" || exit 1
		began=$(date +%s) runs=0 status=0
		while [ $status -eq 0 ] && [ $(($(date +%s) - began)) -lt "$seconds" ]; do
			FUZZ_RUNS=20000 FUZZ_SEED=$runs "tests/fuzz/fuzz_$name" >"fuzz-$name.log" 2>&1
			status=$?
			runs=$((runs + 20000))
		done
	fi
	echo "fuzz $name: $main, $seconds s, ${runs:-?} runs, $([ $status -eq 0 ] && echo "0 crashes, 0 hangs" || echo "FAILED, see fuzz-$name.log")"
	[ $status -eq 0 ] || failed=1
done
exit $failed
