#!/bin/sh
# Pipes, formats and colours: what a script meets.
. "${srcdir_abs:-.}/tests/cli/tap_cases.sh"
own acme maya@acme.example

# A reader that goes away ends the program silently.
for verb in 'access project p-rev' 'access report --by project --format csv' \
    'workspace export' 'help' 'user list --format json' 'audit list' \
    'access pairs --format csv' 'access pairs'; do
	# shellcheck disable=SC2086
	"$gatehouse" --store "$store" $verb 2>err | head -c 1 >out
	ok "$verb: a closed pipe is silent" [ ! -s err ]
done
# Nothing waits on a pipe, nothing is asked there.
sleep 2 | { run group delete g-fin; echo "$rc" >rc; } &
job=$!
wait $job
ok "a question without a terminal: 2 or done, not a wait" grep -qE '^[02]$' rc

# Formats.
esc=$(printf '\033')
for verb in 'access project p-rev' 'user list' 'project list' 'group list' \
    'connection list' 'secret list' 'package list' 'files list' 'audit list' \
    'access user u-ravi' 'access asset a-snow' 'access report --by project' \
    'connection usage a-snow' 'project show p-rev' 'user show u-ravi' \
    'group show g-data' 'workspace show' 'scenario list' 'provider list' 'token list'; do
	# shellcheck disable=SC2086
	run $verb
	ok "$verb: text, no colour off a terminal" sh -c "[ $rc = 0 ] && [ -s out ] && ! grep -q '$esc' out"
	# shellcheck disable=SC2086
	run $verb --format json
	ok "$verb: one JSON document" sh -c "[ $rc = 0 ] && '$pick' out '' >whole"
	# shellcheck disable=SC2086
	run $verb --format csv
	ok "$verb: CSV ends lines with LF" sh -c "[ $rc = 0 ] && [ -s out ] && ! grep -q '$(printf '\r')' out && [ -z \"\$(tail -c 1 out)\" ]"
	n=$(awk -F, 'NR == 1 { n = NF } END { print n }' out)
	ok "$verb: CSV has columns" [ "$n" -ge 2 ]
done
NO_COLOR=1 "$gatehouse" --store "$store" access project p-rev >out 2>err
ok "NO_COLOR" sh -c "! grep -q '$esc' out"
works "--no-color" access project p-rev --no-color
LC_ALL=C "$gatehouse" --store "$store" user list --format csv >c.csv
LC_ALL=C.UTF-8 "$gatehouse" --store "$store" user list --format csv >utf.csv
is "CSV is UTF-8 in every locale" "$(cksum <c.csv)" "$(cksum <utf.csv)"
ok "with names as they are" grep -q 'José Álvarez' c.csv

# Where the store is.
GATEHOUSE_STORE=$store "$gatehouse" group list >out 2>err
ok "GATEHOUSE_STORE" grep -q 'Data Team' out
mkdir -p data/gatehouse
cp acme.db data/gatehouse/workspace.db
"$gatehouse" group list >out 2>err
ok "XDG_DATA_HOME" grep -q 'Data Team' out
GATEHOUSE_STORE=$tmp/none.db "$gatehouse" --store "$store" group list >out 2>err
ok "--store comes first" grep -q 'Data Team' out

# The demo.
"$gatehouse" demo >out 2>err
is "demo without a terminal ends with 0" "$?" 0
said "it prints an effective table" 'Can Edit +Can View'
said "and the sentence of somebody downgraded" 'no access to the|role Viewer'
for file in "$srcdir_abs"/data/scenarios/*.json; do
	"$gatehouse" scenario check "$file" >out 2>err
	is "scenario check ${file##*/}" "$?" 0
	ok "it is TAP" sh -c "grep -q '^1\.\.' out && ! grep -q '^not ok' out"
done
printf '{"format":"gatehouse-scenario","version":1,"title":"T","workspace":"demo","steps":[{"expect":{"access":[{"user":"u-bob","project":"p-rev","effective":"can_edit"}]}}]}' >wrong.json
"$gatehouse" scenario check wrong.json >out 2>err
is "an expectation that does not hold ends with 1" "$?" 1
said "and is a not ok" '^not ok 1'
printf '{"format":"gatehouse-scenario","version":1,"title":"T","workspace":"demo","steps":[{"do":["project","fly"]}]}' >wrong.json
"$gatehouse" scenario check wrong.json >out 2>err
ok "nor does a step that is no command pass" [ "$?" != 0 ]
printf '{"format":"gatehouse-scenario",' >wrong.json
"$gatehouse" scenario check wrong.json >out 2>err
is "a broken scenario file is invalid input" "$?" 2

# Generated pages.
for shell in bash zsh; do
	"$gatehouse" completion $shell >out 2>err
	is "completion $shell" "$?" 0
	said "asks the program" "gatehouse completion (words|line)"
done
"$gatehouse" completion words -- project share >out 2>err
is "completion knows the verbs" "$(tr '\n' ' ' <out)" "share share-web share-workspace "
ok "bash can read it" sh -c "! command -v bash >/dev/null || { '$gatehouse' completion bash | bash -n; }"
"$gatehouse" help --man >out 2>err
said "the man page" '^\.TH'
said "names each verb" 'editors.*may.*share'
done_with
