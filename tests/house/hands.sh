#!/bin/sh
# The command line names no key of the console: neither a help page of any verb, nor the
# man page, nor what is refused there.  (That the screen names no option is judged on the
# screens themselves, tests/tty/console_one_hand_test.)
. "${srcdir_abs:-.}/tests/house/tap.sh"
program=${builddir_abs:-.}/src/gatehouse
work=$(mktemp -d) || exit 99
trap 'rm -rf "$work" "$found"' EXIT
HOME=$work XDG_DATA_HOME=$work LC_ALL=C
export HOME XDG_DATA_HOME LC_ALL
unset GATEHOUSE_STORE

# named FILE: the lines of it that name a key.
named() {
	grep -nE "(^|[^A-Za-z0-9_-])(Esc|Enter|Backspace|Shift-Tab|Ctrl-[A-Z]|F[0-9]|F1[0-2])([^A-Za-z0-9_-]|\$)|[Pp]ress [A-Za-z/?:.]( |\$)|(^| )key [A-Za-z?/]( |\$)" "$1"
}

"$program" help >"$work/said" 2>&1
"$program" help --man >>"$work/said" 2>&1
nouns=$("$program" help | awk '/^Nouns:/ { on = 1; next } /^$/ { on = 0 } on { print $1 }')
n=0
for noun in $nouns; do
	for verb in $("$program" help "$noun" | awk '/^  [a-z]/ { print $1 }'); do
		"$program" help "$noun" "$verb" >>"$work/said" 2>&1
		# with nothing given, and with what is not there
		"$program" --store "$work/none.db" "$noun" "$verb" </dev/null >>"$work/said" 2>&1
		"$program" --store "$work/none.db" "$noun" "$verb" zebra </dev/null >>"$work/said" 2>&1
		n=$((n + 1))
	done
done
[ "$n" -gt 60 ] || echo "only $n verbs were asked" >>"$found"
named "$work/said" >>"$found"
# It finds what is planted, and leaves words alone.
for line in "F8 saves it" "Esc goes back" "press y to confirm" "the key S shares" "(Ctrl-G)"; do
	printf '%s\n' "$line" >"$work/planted"
	named "$work/planted" >/dev/null || echo "not found: $line" >>"$found"
done
for line in "a key of the bucket" "--format F text" "Entering a group" "the key is stored sealed"; do
	printf '%s\n' "$line" >"$work/planted"
	named "$work/planted" >/dev/null && echo "found: $line" >>"$found"
done
cp "$found" "$work/report"
report "the command line names no key of the console" "$work/report"
