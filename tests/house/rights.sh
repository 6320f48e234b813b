#!/bin/sh
# A right is judged once: no face compares levels or roles (access/rights.h and
# action/judge/may.h do); files that put them in words stand in the list below.
. "${srcdir_abs:-.}/tests/house/tap.sh"
words='src/screen/dialog/roles.c'

# Each file as one line, comments and texts out, so that a comparison that is broken
# over two lines is seen too.
compared() {
	for f in "$@"; do
		case " $words " in *" $f "*) continue ;; esac
		sed -e 's/"[^"]*"/""/g' -e 's,/\*.*\*/,,' -e 's/^[[:space:]]*\*.*//' "$f" |
			tr '\n\t' '  ' |
			grep -oE '((==|!=|<=?|>=?) *(\(enum [a-z]+\) *)?\(?(LEVEL|ROLE)_[A-Z_]+|case (LEVEL|ROLE)_[A-Z_]+|[^A-Za-z_](LEVEL|ROLE)_[A-Z_]+\)? *(==|!=|<=|>=|[<>][^<>]))' |
			sed "s,^,$f: ,"
	done
}

compared $(find src/screen src/cli -name '*.c' -o -name '*.h' | grep -E '^src/(screen|cli)/' | sort) >"$found"

# It finds what is planted.
planted=$(mktemp) || exit 99
for line in 'if (me.effective >= LEVEL_CAN_EDIT)' 'case ROLE_GUEST:' \
	'return ROLE_VIEWER == role;' 'x = (int)v < (enum level)LEVEL_CAN_VIEW;' \
	'role !=
		ROLE_ADMIN;'; do
	printf '%s\n' "$line" >"$planted"
	compared "$planted" | grep -q . ||
		echo "a planted comparison is not found: $line" >>"$found"
done
for line in 'label = level_label(LEVEL_NONE);' 'edit.value = LEVEL_CAN_VIEW;' \
	'/* role == ROLE_ADMIN */' 'say("role == ROLE_ADMIN");' \
	'type == PARAM_LEVEL_NONE'; do
	printf '%s\n' "$line" >"$planted"
	compared "$planted" | grep -q . &&
		echo "found where nothing is compared: $line" >>"$found"
done
rm -f "$planted"
report "levels and roles are compared below screen and cli" "$found"
