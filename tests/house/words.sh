#!/bin/sh
# One set of words (words.txt) in all that the program says, and a planted one of each
# kind is found.
. "${srcdir_abs:-.}/tests/house/tap.sh"
list=${srcdir_abs:-.}/tests/house/words.txt

# The literals of a tree: file, line, text; comments and includes are not said.
literals()
{
	for f in $(find "$1" -name '*.c' -o -name '*.h' | sort); do
		awk -v file="$f" '
		/^[ \t]*#[ \t]*include/ { next }
		{	line = $0; out = ""
			if (line ~ /plan_message\(plan, "/)
				print file ":" FNR ":" line
			while (line != "") {
				if (in_comment) {
					if (!(at = index(line, "*/"))) break
					line = substr(line, at + 2); in_comment = 0
				} else if (match(line, /^"([^"\\]|\\.)*"/)) {
					said = substr(line, 2, RLENGTH - 2)
					line = substr(line, RLENGTH + 1)
					if (said !~ /^[a-z_,\\]*$/)
						print file ":" FNR ":" said
				} else if (substr(line, 1, 2) == "/*") {
					in_comment = 1; line = substr(line, 3)
				} else if (match(line, /^\047(\\.|[^\\])\047/))
					line = substr(line, RLENGTH + 1)
				else
					line = substr(line, 2)
			}
		}' "$f"
	done
}

# What stands there of the list.  The palette and questions find what is held by the
# old word, too, and the why page has it once, beside ours.
forbidden()
{
	literals "$1" >"$found.said"
	grep -v -e '^#' -e '^\[screen\]' "$list" | sed 's/ - .*//' | while IFS= read -r word; do
		grep -E "^[^:]*:[0-9]*:.*($word)" "$found.said"
	done | grep -v -e 'screen/frame/keys.c:[0-9]*:Panel: only those held (downgraded)' \
		-e 'screen/palette/palette_match.c:[0-9]*:held downgraded ' \
		-e 'access/ask/ask_words.c:[0-9]*:held hold ' \
		-e 'screen/pages/why.c:[0-9]*:held at %s (downgraded from %s)$' \
		-e 'screen/pages/why.c:[0-9]*:downgraded from %s$'
	rm -f "$found.said"
}

planted=$(mktemp -d)
cat >"$planted/planted.c" <<'EOF'
/* planted.c: capped, in a comment, is said to nobody. */
const char *const planted[] = {
	"Bob is capped at Can View", "5 downgraded", "CAPPED IN",
	"stays %s", "%llu people rise", "%llu fall", "%zu up, 0 down",
	"34 people may use it", "3 permissions rise",
};
void f(void) { plan_message(plan, "Deleted the group %s.", name); }
EOF
missed=$(forbidden "$planted" | sort -u | wc -l)
rm -r "$planted"
{
	[ "$missed" -eq 10 ] || echo "$missed of 10 planted words are found"
	forbidden src
} >"$found.all"
mv "$found.all" "$found"
report "the program says what the list says, and a planted word is found" "$found"
