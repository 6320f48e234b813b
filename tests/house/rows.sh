#!/bin/sh
# Each feature row of tests/rows.txt is there once, with a test that has run, a key
# that is bound and a command that exists.  What a run of a part of the tests
# (make check TESTS=...) leaves out need only have the case in its source.
. "${srcdir_abs:-.}/tests/house/tap.sh"
build=${builddir_abs:-.}
rows=tests/rows.txt
work=$(mktemp -d) || exit 99
trap 'rm -rf "$work"' EXIT

# The rows that must be there.
awk 'function upto(of, a, b) { for (; a <= b; a++) printf "%s%03d\n", of, a }
     BEGIN { upto("F", 1, 127)
	     upto("F", 201, 210)
	     upto("X", 1, 7)
	     upto("X", 20, 26)
	     upto("X", 30, 34)
	     upto("X", 40, 46)
	     upto("X", 50, 55)
	     upto("X", 60, 63)
	     upto("X", 70, 78)
	     upto("X", 80, 97)
	     upto("X", 100, 107)
	     upto("X", 110, 116) }' |
	sort \
	>"$work/wanted"

# What there is: "key K" of the console, "key K NOUN" of an action, "command
# NOUN VERB".
{
	sed -n '/^\t{ CMD_SHARE,/q
		s/^\t{ CMD_[A-Z_]*\( + [0-9]\)*, { \("[^}]*"\) },.*/\2/p' \
		src/screen/frame/keys.c | tr -d '" ' | tr ',' '\n' | sed 's/^/key /'
	"$build/src/gatehouse" help keys |
		awk '/^  / { print "key", $1, $2 }'
	for noun in $(sed 's/#.*//' "$rows" |
			awk '$2 != "later" && $4 != "-" { print $4 }' | sort -u); do
		"$build/src/gatehouse" help "$noun" 2>/dev/null |
			awk -v noun="$noun" '/^  / { print "command", noun, $1 }'
	done
} >"$work/there"

# Which rows are there, read from standard input.
of_the_set() {
	awk '/^[FX]/ { print $1 }' | sort >"$work/have"
	uniq -d "$work/have" | sed 's/$/: there twice/'
	uniq "$work/have" | comm -13 - "$work/wanted" | sed 's/$/: is missing/'
	uniq "$work/have" | comm -23 - "$work/wanted" |
		sed 's/$/: is no row of these/'
}

# What is wrong with these lines.
of_lines() {
	awk -v build="$build" -v ran=" $GATEHOUSE_TEST_LOGS " '
	function say(text) { print row ": " text }
	# The text of a file, read once; "" if there is none.
	function slurp(file, line, all) {
		if (!(file in text)) {
			all = ""
			while ((getline line <file) > 0)
				all = all line "\n"
			close(file)
			text[file] = all
		}
		return text[file]
	}
	function look(program, one, source, log_of, room) {
		source = program ".c"
		log_of = program ".log"
		room = program
		sub(/\/[^\/]*$/, "", room)
		if (slurp(source) == "")
			return say("no test " program)
		if (!index(slurp(room "/local.mk"), substr(program,
						length(room) + 2)))
			return say(program " is not in " room "/local.mk")
		if (!index(slurp(source), "TEST(" one ")") ||
		    !index(slurp(source), "CASE(" one ")"))
			return say(program " has no case " one)
		if (!index(ran, " " log_of " "))
			return
		if (slurp(build "/" log_of) !~ ("(^|\n)ok [0-9]+ - " one "\n"))
			say(program ": " one " has not run or failed")
	}
	NR == FNR { there[$0]; next }
	/^#/ || NF == 0 { next }
	{ row = $1 }
	$2 == "later" {
		if (NF < 3)
			say("later, and no reason")
		next
	}
	NF < 4 || NF > 5 {
		say("row, test:case, key and command make a line")
		next
	}
	{
		n = split($2, part, /[:,]/)
		if (n < 2)
			say("no case is named")
		for (i = 2; i <= n; i++)
			look(part[1], part[i])
		command = NF == 5 ? $4 " " $5 : $4
		if ($3 != "-" && !(("key " $3) in there) &&
		    !(("key " $3 " " $4) in there))
			say("no key " $3 " for " command)
		if (command != "-" && !(("command " command) in there))
			say("no command " command)
	}' "$work/there" -
}

# FUNCTION NAME SED-SCRIPT FINDING: with this change in the file, that is found.
finds() {
	sed "$3" "$rows" >"$work/changed"
	diff "$rows" "$work/changed" | sed -n 's/^> //p' >"$work/lines"
	if [ "$1" = of_lines ]; then mv "$work/lines" "$work/changed"; fi
	"$1" <"$work/changed" | grep -q "$4" || echo "$2: not found"
}

{
	of_the_set <"$rows"
	of_lines <"$rows"
	# It can say no.
	finds of_the_set "a row less" '/^F069/d' '^F069: is missing'
	finds of_the_set "a row twice" '/^F069/p' '^F069: there twice'
	finds of_the_set "no such row" 's/^F069/F999/' '^F999: is no row'
	finds of_lines "no such case" '/^F004/s/:[a-z_0-9]*/:nothing/' \
		'^F004: .* has no case nothing'
	finds of_lines "no such test" '/^F004/s/console_walk/none/' \
		'^F004: no test'
	finds of_lines "no such key" '/^F004/s/ 1 -$/ ` -/' '^F004: no key `'
	finds of_lines "no such key there" '/^F069/s/ S / F /' '^F069: no key F'
	finds of_lines "no such command" '/^F009/s/audit list/audit sing/' \
		'^F009: no command audit sing'
	finds of_lines "half a line" '/^F009/s/ - .*//' '^F009: row, test'
} >"$found"
report "every feature row has its test, key and command" "$found"
