#!/bin/sh
# A kind of asset is one file and one word: the program is built with one more, which
# has a type of field that no other has, and everything is there for it: verbs, help,
# completion, sharing, the engine, usage, own ones, files, history, undo.
. "${srcdir_abs:-.}/tests/cli/tap_cases.sh"
sh "$srcdir_abs/tests/cli/kind_build.sh" "$tmp/made" >"$tmp/built" 2>&1 || {
	miss "the program is built with one kind more" "$(cat "$tmp/built")"
	done_with
	exit
}
pass "the program is built with one kind more"
gatehouse=$tmp/made/src/gatehouse
own demo maya@acme.example

# ---- help, man page, completion
for verb in list show usage access add edit delete; do
	run help outlet
	said "help lists $verb" "^  $verb +"
done
run help
said "help says what it is" '^  outlet +services that code may call$'
run help outlet add
said "an option of its own" '^  --url +where it is called$'
said "and the others" '^  --field +KEY=VALUE'
said "its article, its plan" '^Add an outlet\.$'
said "the plan" 'from the Team plan up\.'
run help --man
said "the man page has it" '^\.B outlet add NAME'
said "an example of deleting" '^gatehouse outlet delete payments$'
run completion line -- "gatehouse outlet a" a
said "its verbs are completed" '^add$'
run completion line -- "gatehouse outlet add x --field " ""
said "and its fields" '^timeout'
run outlet delete --help
said "a project's own too" '^  --project +of this project only'

# ---- making, showing, changing
fails 2 "a field is missing" 'missing: Address' outlet add payments
fails 2 "the kind's own rule" 'begins with https://' outlet add payments --url http://x
fails 2 "its type reads and refuses" 'a duration is from 1s to 24h' \
	outlet add payments --url https://pay.example --field timeout=never
fails 2 "a secret is not taken" 'Token is secret' \
	outlet add payments --url https://pay.example --field token=x
fails 2 "an unknown field" 'an outlet has no field' outlet add payments --field port=1
works "one is added" outlet add payments --url https://pay.example \
	--field 'timeout=1m 30s' --group Finance
run outlet list --format csv
said "it is listed" ',payments,.*,Finance,'
id=$(sed -n 's/,payments,.*//p' "$tmp/out")
run outlet show payments
said "its value is shown by its type" 'timeout +1m 30s'
said "a choice began as the kind says" 'method +get'
run outlet show payments --format json
is "and kept as a number" "$(at config.timeout)" 90
works "it is edited" outlet edit payments --field timeout=2h
run outlet show payments
said "to what was said" 'timeout +2h$'
fails 2 "to nothing else" 'not one of the choices' outlet edit payments --field method=put

# ---- the engine
works "a project imports it" project import p-rev --asset payments
run outlet usage payments --format csv
said "its use is listed" '^p-rev,'
run access preview outlet access payments --add workspace --format json
is "sharing it has a preview" "$rc" 0
run project show p-rev --format json
grep -q "$id" "$tmp/out" && pass "the project names it" || miss "the project names it" "$(cat "$tmp/out")"
run access project p-rev --format csv
before=$(grep -c ASSET_MISSING:payments "$tmp/out")
ok "it restricts ($before)" [ "$before" -gt 0 ]
works "for Admins only" outlet access payments --remove Finance
run access project p-rev --format csv
after=$(grep -c ASSET_MISSING:payments "$tmp/out")
ok "more people are held by it ($after)" [ "$after" -gt "$before" ]
user=$(sed -n 's/^[^,]*,[^,]*,\([^,]*@[^,]*\),.*ASSET_MISSING:payments.*/\1/p' \
	"$tmp/out" | head -1)
ok "somebody is held ($user)" [ -n "$user" ]
run access explain "$user" p-rev
said "and the reason names it" 'the outlet payments'
run access fixes "$user" p-rev
said "a fix is the kind's own verb" 'outlet access'
run access asset payments
said "who has access" .
held >"$tmp/before.json"

# ---- history, undo
works "undo" undo --yes
run outlet list --format csv
said "it is shared again" ',payments,.*,Finance,'
works "redo" redo --yes
held >"$tmp/again.json"
ok "redo gives back the same" cmp -s "$tmp/before.json" "$tmp/again.json"
run history payments
said "its history" 'payments'
run as-of 2 outlet list
is "an earlier list" "$rc" 0

# ---- a project's own
works "one of a project's own" outlet add inner --project p-rev --url https://in.example
run outlet list --project p-rev
said "is listed there" inner
works "the copy of its project" project duplicate p-rev --title Copy
ok "leaves its credentials behind" grep -q 'outlets copied without credentials' "$tmp/err" "$tmp/out"
works "and deleted" outlet delete inner --project p-rev --yes
held >"$tmp/before.json"

# ---- files
first=$store
store=$tmp/second.db
works "what was exported is imported" workspace import "$tmp/before.json"
held >"$tmp/second.json"
ok "and is the same" cmp -s "$tmp/before.json" "$tmp/second.json"
grep -q '"timeout": *90\|"timeout": *7200' "$tmp/second.json" && pass "its number is one in files" ||
	miss "its number is one in files" "$(grep -n timeout "$tmp/second.json")"
sed 's/"timeout": *7200/"timeout": 0/' "$tmp/before.json" >"$tmp/bad.json"
store=$tmp/third.db
fails 2 "a bad number in a file" 'a duration is from 1s' workspace import "$tmp/bad.json"
mkdir "$tmp/folder"
printf 'id,email,name,role,active\nu-1,a@b.example,A,admin,true\n' >"$tmp/folder/users.csv"
printf 'id,kind,name,type\ne-1,outlet,pay,\n' >"$tmp/folder/assets.csv"
printf 'asset_id,group_id\ne-1,workspace\n' >"$tmp/folder/asset_access.csv"
store=$tmp/fourth.db
works "a CSV folder with one" workspace import "$tmp/folder"
run outlet list --format csv
said "has it" '^e-1,pay,'
store=$first
works "it is deleted" outlet delete payments --yes
run outlet list --format csv
is "and gone" "$(grep -c payments "$tmp/out")" 0
run workspace verify
is "the store is sound" "$rc" 0
done_with
