# forge.sh: what the tests with forge.py share: bare repositories of our own, the stand-in
# over them, and one job of gatehouse-courier at a time, told as a letter.
. "${srcdir_abs:-.}/tests/cli/tap_cases.sh"
courier=${builddir_abs:?}/src/gatehouse-courier
services=${srcdir_abs:?}/tests/services
PYTHONDONTWRITEBYTECODE=1
GIT_CONFIG_GLOBAL=/dev/null GIT_AUTHOR_NAME=t GIT_AUTHOR_EMAIL=t@t.example
GIT_COMMITTER_NAME=t GIT_COMMITTER_EMAIL=t@t.example
export PYTHONDONTWRITEBYTECODE GIT_CONFIG_GLOBAL GIT_AUTHOR_NAME GIT_AUTHOR_EMAIL
export GIT_COMMITTER_NAME GIT_COMMITTER_EMAIL
forge=$tmp/forge
pids=
close() {
	[ ! "$pids" ] || kill $pids 2>/dev/null
	rm -rf "$tmp"
}
trap close EXIT

# work WORDS...: git in the repository that all bare ones are made of.
work() {
	git -C "$forge/work" "$@"
}

# Branches with a slash and a sign, a tag and a branch of one name, tags of both kinds.
repositories() {
	mkdir -p "$forge"
	git init -q -b main "$forge/work"
	work commit -q --allow-empty -m one
	work tag light
	work tag -a -m annotated v1.0
	work commit -q --allow-empty -m two
	work branch feature/x
	work branch 'a%b'
	work branch same
	work commit -q --allow-empty -m three
	work tag same
	for repository; do
		mkdir -p "$forge/${repository%/*}"
		git clone -q --bare "$forge/work" "$forge/$repository.git"
	done
}

# starts WORDS...: the stand-in; at: its port, and origin, over http.
starts() {
	mkfifo "$tmp/port"
	/usr/bin/python3 "$services/forge.py" "$forge" "$@" >"$tmp/port" 2>>"$tmp/forge.err" &
	pids="$pids $!"
	read -r port <"$tmp/port"
	rm "$tmp/port"
	origin=http://127.0.0.1:$port
}

# ask PATH [ORIGIN]: as a browser would.
ask() {
	/usr/bin/python3 -c 'import sys, urllib.request as u
print(u.urlopen(sys.argv[1]).read().decode(), end="")' "${2:-$origin}$1"
}

switch() {
	ask "/_t/set?$1" >/dev/null
}

# tells LETTER: one job; its lines in $tmp/said.  @ stands for the stand-in's origin.
tells() {
	printf '%s' "$1" | sed "s|@|$origin|g" | "$courier" >"$tmp/said" 2>"$tmp/err"
}

# The member of the last line of a step, or of the first line that has it.
of_step() {
	grep "^{\"step\":\"$1\"" "$tmp/said" | tail -n 1 >"$tmp/line"
	"$pick" "$tmp/line" "$2"
}

# ended NAME STEP STATUS [REASON]: and nothing was begun after what failed.
ended() {
	is "$1" "$(of_step "$2" status) $(of_step "$2" reason)" "$3 ${4-null}"
	[ "$3" != fail ] || [ "$(sed -n 's/^{"begin":"\([a-z]*\)"}/\1/p' "$tmp/said" | tail -n 1)" = "$2" ] ||
		miss "$1: nothing after it" "$(cat "$tmp/said")"
}

# says NAME STEP MEMBER WORDS: it holds these.
says() {
	case $(of_step "$2" "$3") in *"$4"*) pass "$1" ;; *) miss "$1" "$(cat "$tmp/said")" ;; esac
}
