#!/bin/sh
# mutants.sh: are the tests able to fail?  Small faults are put into a copy of the sources
# (tree.sh), one at a time, and the tests that come along there must notice.
#	MUTANTS=n	how many that change anything (36)
#	SEED=n		which (1)
#	FILES=...	only in these sources; else in the rooms where the rules live
#	NEAREST=n	run at most so many test programs for one (0: each that comes there)
# One line each: killed and by which test, survived, no change (the same object code); the
# last one is the sum.  Fails below 90 of 100 killed, and where one survives that is not
# explained in survivors.txt, and where something explained there is not in the sources.
# Only what runs through the line is run, what knows the function first; which line is run
# by which test is asked of gcov, once for each test program, and kept for these sources.
folder=$1	# of tree.sh
draw=$2		# the program mutants
explained=$3	# survivors.txt
tests=$4	# names as in TESTS, with .sh
: "${MUTANTS:=36}" "${SEED:=1}" "${NEAREST:=0}" "${GCOV:=gcov}" "${MUTANT_SECONDS:=120}"
folder=$(cd "$folder" && pwd) || exit 99
sources=$folder/sources plain=$folder/tree/plain coverage=$folder/tree/coverage
seen=$folder/seen
tab=$(printf '\t')
# What a broken program does to files stays here; as others, tests go there, too.
TMPDIR=$(mktemp -d)/tmp
export TMPDIR
trap 'rm -rf "${TMPDIR%/tmp}"' EXIT
chmod 755 "${TMPDIR%/tmp}"
ulimit -f 4000000

quietly() {
	"$@" >"$folder/log" 2>&1 </dev/null 9>&-
}

# run FOLDER TEST SECONDS VARIABLE...: how it ended: pass, fail or timeout.
run() {
	run_in=$1 run_test=${2%.sh} run_seconds=$3
	shift 3
	rm -rf "$TMPDIR"
	mkdir -p "$TMPDIR"
	rm -f "$run_in/$run_test.log" "$run_in/$run_test.trs"
	(
		# Only for what may be broken: a program with sanitizers is given no such limit.
		# shellcheck disable=SC3045  # where the shell has none it goes on without
		ulimit -v 8000000 2>/dev/null
		exec timeout -k 10 "$run_seconds" make -s -C "$run_in" "$run_test.log" "$@"
	) >"$folder/log" 2>&1 </dev/null
	if [ $? -ge 124 ]; then
		echo timeout
	elif grep -qE '^:global-test-result: (PASS|SKIP)' "$run_in/$run_test.trs" 2>/dev/null; then
		echo pass
	else
		echo fail
	fi
}

# Which lines a test runs, asked once: $seen/TEST with how it ended and how long it took.
# What is run is written beside the objects, and moved away after each test: programs that
# a test starts clear their environment, and know of no other place.
look() {
	[ -f "$seen/$1/end" ] && return
	mkdir -p "$seen/$1"
	find "$coverage" -name '*.gcda' -delete
	began=$(date +%s)
	# Only the rooms are built to be watched.
	end=$(run "$coverage" "$1" 900 CFLAGS=-O2 LDFLAGS=--coverage)
	(cd "$coverage" && find src -name '*.gcda' | while read -r data; do
		mkdir -p "$seen/$1/${data%/*}"
		mv "$data" "$seen/$1/$data"
	done)
	echo $(($(date +%s) - began)) >"$seen/$1/seconds"
	echo "$end" >"$seen/$1/end"
}

# unseen TEST FILE: letters end at once, and what they ran is never written: their tests are
# taken to run all of the rooms that letters live in.
unseen() {
	case $1 in
	tests/courier/*|tests/services/*) ;;
	*)	return 1 ;;
	esac
	case $2 in
	src/connect/*|src/net/*|src/post/*) ;;
	*)	return 1 ;;
	esac
}

# comes TEST FILE LINE: does it run this line?
comes() {
	look "$1"
	unseen "$1" "$2" && return
	data=$seen/$1/${2%.c}.gcda
	[ -f "$data" ] || return 1
	[ -f "$data.lines" ] || {
		cp "$coverage/${2%.c}.gcno" "${data%.gcda}.gcno"
		# shellcheck disable=SC2086  # a name and its words
		(cd "$coverage" && $GCOV -t "$data") 2>/dev/null |
			awk -F: -v file="/$2" '
			$2 + 0 == 0 && $3 == "Source" {
				at = substr($4, length($4) - length(file) + 1) == file
			}
			at && $2 > 0 && $1 !~ /-$/ { print $2 + 0, $1 !~ /[#=]/ }' >"$data.lines"
	}
	awk -v line="$3" '$1 <= line { runs = $2 } END { exit !runs }' "$data.lines"
}

# The tests, the nearest first: who names the function, who is named like the file or its
# folder, who names the file, who is of its room; then room by room, the fast ones first.
nearest() {
	{
		sed 's/^/room /' "$folder/rooms"
		(cd "$seen" 2>/dev/null && find tests -name seconds -exec grep -H . {} +) |
			sed 's,^,took ,; s,/seconds:, ,'
		(cd "$sources" && xargs grep -lw -e "$function") <"$folder/texts" |
			sed 's/^/function /'
		(cd "$sources" && xargs grep -lF -e "${base%.c}") <"$folder/texts" |
			sed 's/^/file /'
		sed 's/^/text /' "$folder/texts"
	} | awk -v stem="${base%.c}" -v under="$under" -v room="$room" '
		$1 == "room" { above[$2] = ++rooms }
		$1 == "took" { took[$2] = $3 }
		$1 == "function" || $1 == "file" { names[$1, $2] = 1 }
		$1 == "text" {
			test = last = of = $2
			sub(/\.c$/, "", test)
			sub(/.*\//, "", last)
			sub(/\/[^\/]*$/, "", of)
			far = 4
			if (names["function", $2])
				far = 0
			else if (index(last, stem) || index(last, under))
				far = 1
			else if (names["file", $2])
				far = 2
			else if (of == "tests/" room)
				far = 3
			print far, (of in above ? above[of] : 99), (test in took ? took[test] : 5), test
		}' | sort -n -k1,1 -k2,2 -k3,3 | cut -d' ' -f4
}

restore() {
	[ -f "$folder/broken" ] || return
	read -r file <"$folder/broken"
	cp -p "$sources/$file" "$folder/tree/$file"
	rm -f "$plain/${file%.c}.o"
	[ ! -f "$folder/object" ] || mv "$folder/object" "$plain/${file%.c}.o"
	touch "$plain/${file%.c}.o"
	[ -s "$plain/${file%.c}.o" ] || rm -f "$plain/${file%.c}.o"
	rm -f "$folder/broken"
}

# Breaks the file at its place; 0: another object, 1: none, 2: the same as before.
break_it() {
	object=$plain/${file%.c}.o
	[ -f "$object" ] || quietly make -s -C "$plain" "${file%.c}.o" || return 1
	cp -p "$object" "$folder/object"
	echo "$file" >"$folder/broken"
	{
		head -c "$offset" "$sources/$file"
		printf '%s' "$new"
		tail -c +$((offset + length + 1)) "$sources/$file"
	} >"$folder/tree/$file"
	rm -f "$object"
	quietly make -s -C "$plain" "${file%.c}.o" || return 1
	cmp -s "$object" "$folder/object" && return 2
	return 0
}

# Who kills it, or nobody: $by, and $ran programs were run of $there that come along here.
hunt() {
	by='' ran=0
	quietly make -s -C "$plain" all || { by='the linker'; return; }
	for test in $(nearest); do
		[ "$NEAREST" -eq 0 ] || [ "$ran" -lt "$NEAREST" ] || return
		comes "$test" "$file" "$line" || continue
		ran=$((ran + 1))
		took=$(cat "$seen/$test/seconds")
		end=$(run "$plain" "$test" $((MUTANT_SECONDS + 10 * took)))
		[ "$end" != pass ] || continue
		sound "$test" || continue
		by=$test
		[ "$end" = fail ] || by="$test (timeout)"
		return
	done
}

# Does the test pass where nothing is broken?  Else it says nothing about what is.
sound() {
	[ "$(cat "$seen/$1/end")" = pass ] && return
	restore
	quietly make -s -C "$plain" all
	end_whole=$(run "$plain" "$1" 900)
	echo "$end_whole" >"$seen/$1/end"
	break_it
	quietly make -s -C "$plain" all
	[ "$end_whole" = pass ] && return
	echo "left out: $1, it does not pass as it is"
	return 1
}

exec 9>"$folder/lock"
flock -n 9 || { echo "mutants: another run is at work in $folder"; exit 99; }
trap 'restore; exit 130' INT TERM HUP
restore
rm -f "$folder/object"
sed -n 's,^include \(tests/.*\)/local.mk,\1,p' "$sources/tests/local.mk" >"$folder/rooms"
# Services: what has no server here is skipped by itself.
services=$(cd "$sources" && ls tests/services/*.sh 2>/dev/null | grep -vE '/(services|forge)\.sh$')
for test in $tests $services; do
	# Rules of the house read texts.
	case $test in
	tests/house/*|tests/mutants/*) ;;
	*.sh)	echo "$test" ;;
	*)	echo "$test.c" ;;
	esac
done >"$folder/texts"

# Where the rules live weighs more than where they are shown.
cd "$sources" || exit 99
weigh() {	# WEIGHT FOLDER...
	weight=$1
	shift
	for of; do
		find "$of" -name '*.c' | LC_ALL=C sort | sed "s/^/$weight /"
	done
}
if [ -n "$FILES" ]; then
	# shellcheck disable=SC2086  # names of files
	printf '1 %s\n' $FILES
else
	weigh 8 src/access
	weigh 3 src/model src/action/judge src/action/undo src/action/vault src/vault
	weigh 2 src/store src/net src/connect
	weigh 1 src/screen/console src/screen/dialog src/screen/panel src/screen/tabs
fi >"$folder/files"

# What is explained has to be there: one line each, FILE, FUNCTION, its text, OLD, NEW, why.
"$draw" 1 0 <"$folder/files" | awk -F'\t' '{ print $1 FS $3 FS $8 FS $6 FS $7 }' |
	sort -u >"$folder/there"
grep -v '^#' "$explained" >"$folder/explained"
stale=$(cut -f1 "$folder/explained" | sort -u | while read -r file; do
	echo "1 $file"
done | "$draw" 1 0 | awk -F'\t' '
	NR == FNR { there[$1 FS $3 FS $8 FS $6 FS $7]; next }
	!(($1 FS $2 FS $3 FS $4 FS $5) in there) { print "stale in survivors.txt: " $0 }
	' - "$folder/explained")
[ -z "$stale" ] || echo "$stale"

killed=0 survived=0 same=0 odd=0 unexplained=0
: >"$folder/results"
"$draw" "$SEED" $((MUTANTS * 10)) <"$folder/files" >"$folder/drawn"
exec 3<"$folder/drawn"
while [ $((killed + survived)) -lt "$MUTANTS" ] &&
      IFS=$tab read -r file line function offset length old new text <&3; do
	base=${file##*/} room=${file#src/}
	room=${room%%/*} under=${file%/*}
	under=${under##*/}
	break_it
	case $? in
	1)	odd=$((odd + 1)) ;;
	2)	same=$((same + 1))
		echo "no change $file:$line $old -> $new" ;;
	0)	hunt
		if [ -n "$by" ]; then
			killed=$((killed + 1))
			echo "killed $file:$line $old -> $new by $by"
		else
			survived=$((survived + 1))
			key=$file$tab$function$tab$text$tab$old$tab$new$tab
			why=$(awk -v key="$key" 'index($0, key) == 1 {
				print substr($0, length(key) + 1) }' "$folder/explained")
			[ -n "$why" ] || unexplained=$((unexplained + 1))
			echo "survived $file:$line in $function: $old -> $new, $ran test programs: ${why:-NOT EXPLAINED}"
			[ -n "$why" ] || printf '%s\n' "$key" >>"$folder/results"
		fi ;;
	esac
	restore
done
all=$((killed + survived))
share=$((all ? 100 * killed / all : 0))
echo "mutants: seed $SEED: $all that change anything, $killed killed, $survived survived ($unexplained not explained), $same no change, $odd not compiled: $share of 100 killed"
[ $((10 * killed)) -ge $((9 * all)) ] && [ "$all" -gt 0 ] && [ "$unexplained" -eq 0 ] && [ -z "$stale" ]
