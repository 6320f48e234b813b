#!/bin/sh
# What is so of one kind of asset only stands in its file: nothing else compares with a
# kind's code or noun, but for the files in words, which put them so.
. "${srcdir_abs:-.}/tests/house/tap.sh"
words=
names=$(sed -n 's/^	\.\(code\|noun\) = "\([a-z_]*\)",$/\2/p' src/model/kinds/*.c |
	sort -u | tr '\n' '|')

# Each file as one line, so that a comparison that is broken over two is seen too; and
# lists of nouns, which are compared in a loop.
compared() {
	for f in "$@"; do
		case " $words " in *" $f "*) continue ;; esac
		sed 's,/\*.*\*/,,' "$f" | tr '\n\t' '  ' |
			grep -oE "(cmp|kind_find)\([^;{}]*\"(${names%|})\"|\"(${names%|})\", *\"(${names%|})\"" |
			sed "s,^,$f: ,"
	done
}

compared $(find src -name '*.[ch]' ! -path 'src/model/kinds/*' | sort) >"$found"
[ "$names" ] || echo "no kind is found" >>"$found"

# It finds what is planted.
planted=$(mktemp) || exit 99
for line in 'if (strcmp(noun, "secret") == 0)' 'strcmp(kind_at(k)->code,
		"git_package")' '{ "connection", "secret", NULL }' \
	'kind_find("data_connection", &kind)'; do
	printf '%s\n' "$line" >"$planted"
	compared "$planted" | grep -q . ||
		echo "a planted comparison is not found: $line" >>"$found"
done
for line in '.noun = "connection", .verb = "set-default"' \
	'/* strcmp(noun, "secret") */' 'strcmp(a, b); form_add(form, "secret")'; do
	printf '%s\n' "$line" >"$planted"
	compared "$planted" | grep -q . &&
		echo "found where nothing is compared: $line" >>"$found"
done
rm -f "$planted"
report "kinds are told apart by what they say of themselves" "$found"
