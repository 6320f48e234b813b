#!/bin/sh
# Each feature row of tests/rows.txt is there once, with a test that has run, a key
# that is bound and a command that exists.  Beside it a program that is not in
# TEST_LOGS (make check TESTS=...) need only have the case in its source.
. "${srcdir_abs:-.}/tests/house/tap.sh"
build=${builddir_abs:-.}
rows=tests/rows.txt
work=$(mktemp -d) || exit 99
trap 'rm -rf "$work"' EXIT

# The rows that must be there.
wanted() {
	awk 'function upto(a, b) { for (; a <= b; a++) printf "F%03d\n", a }
	     BEGIN { upto(1, 9); upto(17, 21); upto(31, 34); upto(69, 127) }'
}

# Keys of the console itself; those of actions are asked of the program.
sed -n 's/^\t{ CMD_[A-Z_]*\( + [0-9]\)*, { \("[^}]*"\) },.*/\2/p' \
	src/screen/keys.c | tr -d '" ' | tr ',' '\n' >"$work/keys"
"$build/src/gatehouse" help keys >"$work/help" 2>&1

# SOURCE OF A TEST PROGRAM, a case of it
has_case() {
	case $1 in
	*.sh) grep -qF "\"$2\"" "$1" || grep -qF " $2" "$1" ;;
	*) grep -q "^TEST($2)" "$1" && grep -q "CASE($2)" "$1" ;;
	esac
}

# PROGRAM CASE: in the list of tests, in the source and, if it was to run, in what
# it said.
test_ran() {
	case $1 in *.sh) source=$1 log=${1%.sh}.log ;; *) source=$1.c log=$1.log ;; esac
	[ -f "$source" ] || { echo "no test $1"; return; }
	has_case "$source" "$2" || { echo "$1 has no case $2"; return; }
	room=$(dirname "$1")
	grep -q "$(basename "$1")" "$room/local.mk" || echo "$1 is not in $room/local.mk"
	case " $GATEHOUSE_TEST_LOGS " in *" $log "*) ;; *) return ;; esac
	[ -f "$build/$log" ] || { echo "$1 has not run"; return; }
	grep -qE "^(not )?ok [0-9]+ - $2( |\$)" "$build/$log" ||
		{ echo "$1 did not run $2"; return; }
	grep -qE "^ok [0-9]+ - $2( |\$)" "$build/$log" || echo "$1: $2 failed"
}

# KEY COMMAND: one of the console, or of an action of that noun.
key_is_bound() {
	[ "$1" = - ] || grep -qxF -e "$1" "$work/keys" ||
		awk -v key="$1" -v noun="${2%% *}" '
			$1 == key && (noun == "-" || $2 == noun) { found = 1 }
			END { exit !found }' "$work/help" ||
		echo "no key $1 for $2"
}

command_exists() {
	[ "$1" = - ] && return
	# shellcheck disable=SC2086
	"$build/src/gatehouse" help $1 2>/dev/null | grep -q "^gatehouse $1\>" ||
		echo "no command $1"
}

# What is wrong with this file.
check() {
	sed 's/[ \t]*#.*//' "$1" | awk 'NF { print $1 }' | sort >"$work/have"
	wanted >"$work/want"
	uniq -d "$work/have" | sed 's/$/: there twice/'
	uniq "$work/have" | comm -13 - "$work/want" | sed 's/$/: is missing/'
	uniq "$work/have" | comm -23 - "$work/want" | sed 's/$/: is no row of these/'
	while read -r row tests key command; do
		case $row in ''|\#*) continue ;; esac
		if [ "$tests" = later ]; then
			[ "$key" ] || echo "$row: later, and no reason"
			continue
		fi
		if [ -z "$command" ]; then
			echo "$row: row, test:case, key and command make a line"
			continue
		fi
		command=${command%%#*}
		command=${command%"${command##*[! ]}"}
		program=${tests%%:*}
		{
			for one in $(echo "${tests#*:}" | tr , ' '); do
				test_ran "$program" "$one"
			done
			key_is_bound "$key" "$command"
			command_exists "$command"
		} | sed "s/^/$row: /"
	done <"$1"
}

# NAME SED-SCRIPT FINDING: with this change in the file, that is found.
finds() {
	sed "$2" "$rows" >"$work/changed"
	cmp -s "$work/changed" "$rows" && echo "$1: nothing was changed"
	check "$work/changed" >"$work/found"
	grep -q "$3" "$work/found" || echo "$1: not found"
}

check "$rows" >"$found"
{
	# It can say no.
	finds "a row less" '/^F069/d' '^F069: is missing'
	finds "a row twice" '/^F069/p' '^F069: there twice'
	finds "no such row" 's/^F069/F999/' '^F999: is no row'
	finds "no such case" '/^F004/s/:[a-z_0-9]*/:nothing_at_all/' \
		'^F004: .* has no case nothing_at_all'
	finds "no such test" '/^F004/s/tests[^:]*:/tests\/tty\/none:/' '^F004: no test'
	finds "no such key" '/^F004/s/ 1 -$/ ` -/' '^F004: no key `'
	finds "no such key there" '/^F069/s/ S / F /' '^F069: no key F'
	finds "no such command" '/^F009/s/[a-z]* [a-z]*$/audit sing/' \
		'^F009: no command audit sing'
} >>"$found"
report "every feature row has its test, key and command" "$found"
