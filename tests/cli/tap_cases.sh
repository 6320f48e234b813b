# tap_cases.sh: what the black-box scripts share.  Each sources it, runs the
# program in a folder of its own, judges with the words below, ends with `done_with`.
gatehouse=${builddir_abs:?}/src/gatehouse
pick=${builddir_abs:?}/tests/cli/pick
demo=${srcdir_abs:?}/data/demo.json
tmp=$(mktemp -d) || exit 99
trap 'rm -rf "$tmp"' EXIT
trap 'exit 99' HUP INT TERM
cd "$tmp" || exit 99
exec </dev/null
unset LANG LC_ALL LC_CTYPE GATEHOUSE_STORE NO_COLOR
HOME=$tmp/home XDG_DATA_HOME=$tmp/data XDG_STATE_HOME=$tmp/state
export HOME XDG_DATA_HOME XDG_STATE_HOME
mkdir home
store=$tmp/s.db
cases=0

# The Unix login that the program takes this session for.
read -r uid </proc/self/loginuid 2>/dev/null || uid=4294967295
[ "$uid" = 4294967295 ] && uid=${SUDO_UID:-$(id -u)}
login=$(id -un "$uid")

pass() {
	cases=$((cases + 1))
	echo "ok $cases - $1"
}

# miss NAME WHY: the last run's output follows as a comment.
miss() {
	cases=$((cases + 1))
	echo "not ok $cases - $1"
	printf '%s\n' "$2" | head -20 | sed 's/^/# /'
}

is() {
	if [ "$2" = "$3" ]; then pass "$1"; else miss "$1" "got:  $2
want: $3"; fi
}

# ok NAME COMMAND...
ok() {
	what=$1
	shift
	if "$@"; then pass "$what"; else miss "$what" "failed: $*"; fi
}

# Runs the program on the store of the moment.
run() {
	ran=$*
	"$gatehouse" --store "$store" "$@" >"$tmp/out" 2>"$tmp/err"
	rc=$?
}

# works NAME ARG...: ends with 0 and complains about nothing.
works() {
	what=$1
	shift
	run "$@"
	if [ "$rc" = 0 ]; then pass "$what"; else miss "$what" "exit $rc: $ran
$(cat "$tmp/err")"; fi
}

# fails STATUS NAME PATTERN ARG...: ends so, in one to three lines on standard
# error, nothing on standard output, and the lines match the pattern.
fails() {
	want=$1 what=$2 pattern=$3
	shift 3
	run "$@"
	lines=$(wc -l <"$tmp/err")
	if [ "$rc" != "$want" ]; then
		miss "$what" "exit $rc, not $want: $ran
$(cat "$tmp/err")"
	elif [ "$lines" -lt 1 ] || [ "$lines" -gt 3 ]; then
		miss "$what" "$lines lines of error: $(head -5 "$tmp/err")"
	elif [ -s "$tmp/out" ]; then
		miss "$what" "standard output holds: $(head -3 "$tmp/out")"
	elif ! grep -qiE -e "$pattern" "$tmp/err"; then
		miss "$what" "no /$pattern/ in: $(cat "$tmp/err")"
	else
		pass "$what"
	fi
}

# denied STATUS CODE NAME ARG...: the JSON form of an error.
denied() {
	want=$1 code=$2 what=$3
	shift 3
	run "$@" --format json
	got="$rc $("$pick" "$tmp/err" error.code 2>&1)"
	if [ "$got" = "$want $code" ]; then pass "$what"; else miss "$what" "got $got, not $want $code: $ran
$(cat "$tmp/err")"; fi
}

# at PATH: a value in the JSON of the last run.
at() {
	"$pick" "$tmp/out" "$1" 2>&1
}

# said NAME PATTERN: in the output of the last run.
said() {
	if grep -qE -e "$2" "$tmp/out"; then pass "$1"; else miss "$1" "no /$2/ after $ran in:
$(cat "$tmp/out")"; fi
}

# The store as a file, byte for byte, with what stands beside it.
bytes() {
	cat "$store" "$store-wal" 2>/dev/null | cksum
}

# The workspace as the store holds it.
held() {
	"$gatehouse" --store "$store" workspace export 2>&1
}

# linked EMAIL FILE: the demo as FILE, this session's login being that person.
linked() {
	sed -e 's/, "unix_login": "maya"//' \
	    -e "s/\"email\": \"$1\",/& \"unix_login\": \"$login\",/" "$demo" >"$2"
}

# own NAME EMAIL: a fresh store of the demo in which the session is EMAIL.
own() {
	store=$tmp/$1.db
	linked "$2" "$tmp/$1.json"
	"$gatehouse" --store "$store" workspace import "$tmp/$1.json" >"$tmp/out" 2>"$tmp/err" || {
		echo "Bail out! no store: $(cat "$tmp/err")"
		exit 99
	}
}

done_with() {
	echo "1..$cases"
}
