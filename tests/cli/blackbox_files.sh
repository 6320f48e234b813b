#!/bin/sh
# Files in and out: import, export, merge, backup, restore, the CSV folder.
. "${srcdir_abs:-.}/tests/cli/tap_cases.sh"

# The Admin of the file is whoever runs this.
linked maya@acme.example linked.json
demo=$tmp/linked.json
store=$tmp/a.db
run workspace import "$demo" --dry-run --format json
is "a dry run where there is no store" "$rc $(at counts.users.add) $(at counts.memberships.add) $(ls a.db 2>&1 | grep -c 'No such')" \
	"0 40 34 1"
is "things made have the file's ids" "$(at 'rows.[id=u-bob].change')" add
works "import makes a store" workspace import "$demo"
said "and counts what it holds" '40 users, 8 groups, 34 memberships, 19 assets, 21 shares of assets, 16 projects, 33 grants, 30 imports\.'
is "it asked nothing and adds nobody" "$("$gatehouse" --store a.db user list --format csv | sed 1d | wc -l)" 40
is "the store is private" "$(stat -c %a a.db)" 600
held >one.json
works "export to a file" workspace export two.json
is "is what export prints" "$(cksum <two.json)" "$(cksum <one.json)"
echo mine >letter
fails 5 "an export keeps what is no export" 'letter' workspace export letter --yes
is "as it was" "$(cat letter)" mine
fails 5 "and the store" 's?\.db' workspace export "$store" --yes
fails 5 "and its lock file" 'lock' workspace export "$store.lock" --yes
fails 5 "a backup too" 'lock' workspace backup "$store.lock" --yes
works "an earlier export is replaced" workspace export two.json --yes
# A scenario that somebody sent reaches for nothing outside.
printf '{"format":"gatehouse-scenario","version":1,"steps":[{"say":"x"},{"do":["workspace","export","%s/letter","--yes"]}]}' "$tmp" >evil.json
for verb in check run; do
	fails 2 "scenario $verb refuses a step that writes outside" 'steps\[1\].*step 2' scenario $verb evil.json
done
is "it wrote nothing" "$(cat letter)" mine
store=$tmp/b.db
works "the export is imported" workspace import one.json
held >again.json
is "and comes out byte for byte" "$(cksum <again.json)" "$(cksum <one.json)"
# The same workspace, its lists in another order.
awk '/^ "users": \[/ { on = 1; print; next }
on && /^ \],/ { on = 0; sub(/$/, ",", line[n]); for (i = n; i; i--) { if (i == 1) sub(/,$/, "", line[1]); print line[i] } }
on { line[++n] = $0; next }
{ print }' "$demo" >turned.json
ok "the list was turned" sh -c "! cmp -s turned.json '$demo'"
store=$tmp/c.db
works "a list in another order is imported" workspace import turned.json
is "and comes out in order of id" "$(held | cksum)" "$(cksum <one.json)"
LC_ALL=C "$gatehouse" --store c.db workspace export >c.json
is "in UTF-8 in any locale" "$(cksum <c.json)" "$(cksum <one.json)"
"$pick" one.json 'users.*.id' >ids
ok "users are in order of id" sh -c 'LC_ALL=C sort -c ids'
"$pick" one.json 'projects.*.id' >ids
ok "projects are in order of id" sh -c 'LC_ALL=C sort -c ids'
ok "no operator and no secret value is in it" sh -c '! grep -qE "operator|\"value\"" one.json'

# Into a filled store.
store=$tmp/b.db
works "a change" group create Extra
changed=$(held | cksum)
bytes=$(bytes)
fails 2 "import into a filled store asks, so not without --yes" 'yes' workspace import "$demo"
is "it changed nothing" "$(bytes)" "$bytes"
ok "no backup is left by that" sh -c '! ls b.db*backup* 2>/dev/null'
run workspace import "$demo" --dry-run --yes
is "--dry-run ends with 0" "$rc" 0
said "and shows the difference" 'groups: .*1 removed'
is "and changes nothing" "$(held | cksum)" "$changed"
before=$("$gatehouse" --store b.db audit list --limit 0 --format csv | wc -l)
works "import with --yes" workspace import "$demo" --yes
said "says what the difference was" 'groups: .*1 removed'
is "makes it equal to the file" "$(held | cksum)" "$(cksum <one.json)"
is "in one event" "$("$gatehouse" --store b.db audit list --limit 0 --format csv | wc -l)" $((before + 1))
backup=$(ls b.db*backup* 2>/dev/null | head -1)
ok "a backup stands beside the store" [ -n "$backup" ]
is "it is private" "$(stat -c %a "$backup" 2>&1)" 600
works "and restores" workspace restore "$backup" --yes
is "the state before" "$(held | cksum)" "$changed"
works "import again" workspace import "$demo" --yes
run workspace import "$demo" --yes
is "once more changes nothing" "$rc $(held | cksum)" "0 $(cksum <one.json)"

# The plan: the dry run, access preview, JSON, CSV and text say the same.
cat >plan.json <<'END'
{"format":"gatehouse-workspace","version":1,"workspace":{"name":"Acme Analytics"},
"users":[{"id":"u-new","email":"new@acme.example","name":"New Person","role":"editor"},
{"id":"u-bob","email":"bob@acme.example","name":"=Robert Stein","role":"editor"},
{"id":"u-maya","email":"maya@acme.example","name":"Maya Lindqvist","role":"admin"}],
"groups":[{"id":"g-data","name":"Data Team","members":["u-new"]}]}
END
before=$(bytes)
run workspace import plan.json --merge --dry-run --format json
is "it looks without --yes" "$rc" 0
is "what would be made has the file's id" "$(at 'rows.[id=u-new].change')" add
is "a field has both its values" \
	"$(at 'rows.[field=role].before') $(at 'rows.[field=role].after')" "viewer editor"
is "memberships are counted" "$(at counts.memberships.add)" 1
is "and grants, shares and imports" "$(at counts.grants.change) $(at counts.shares.add) $(at counts.imports.remove)" "0 0 0"
rises=$(at up)
ok "people rise by it" [ "$rises" -gt 0 ]
is "each pair is listed" "$(at 'changes.*.user' | sort -u | head -1) $(at complete)" "u-bob true"
cp out plan.out
run access preview workspace import plan.json --merge --format json
is "access preview says the same" "$rc $(cksum <out)" "0 $(cksum <plan.out)"
run workspace import plan.json --merge --dry-run --format csv
is "CSV has a row each" "$(head -1 out) $(grep -c '^pair,.*,up,' out)" \
	"what,id,name,change,field,before,after $rises"
ok "and nothing that a spreadsheet would run" grep -q ",'=Robert Stein," out
run workspace import plan.json --merge --dry-run
said "text names who and from what to what" \
	'user +change =Robert Stein \(u-bob\): role Viewer -> Editor'
is "nothing was changed" "$(bytes)" "$before"
fails 2 "a pipe without --yes" 'memberships: 1 added.*--yes' workspace import plan.json --merge
cat >few.json <<'END'
{"format":"gatehouse-workspace","version":1,
"users":[{"id":"u-maya","email":"maya@acme.example","role":"admin"}]}
END
fails 2 "many go: their number is wanted" '37 of 38 active people and 16 of 16 projects.*--removing 53' \
	workspace import few.json --admin maya@acme.example --yes
fails 2 "another number is none" '53, not 52' workspace import few.json --admin maya@acme.example --yes --removing 52
is "nothing was changed by that" "$(bytes)" "$before"

# --merge only adds and changes.
cat >part.json <<'END'
{"format":"gatehouse-workspace","version":1,"workspace":{"name":"Acme Analytics"},
"users":[{"id":"u-new","email":"new@acme.example","name":"New Person","role":"viewer"},
{"id":"u-bob","email":"bob@acme.example","name":"Robert Stein","role":"editor"},
{"id":"u-maya","email":"maya@acme.example","name":"Maya Lindqvist","role":"admin","unix_login":"maya"}],
"groups":[{"id":"g-new","name":"New Group","members":["u-new"]}]}
END
works "import --merge" workspace import part.json --merge --yes
run user list --format csv
is "nobody is removed, one is added" "$(sed 1d out | wc -l)" 41
ok "one is changed" grep -q 'bob@acme.example,Robert Stein' out
run project list --format csv
is "projects stay" "$(sed 1d out | wc -l)" 16
run access project p-rev --format json
is "grants stay, the role changed" "$(at 'users.[id=u-bob].limits.*.code')" ASSET_MISSING
printf '{"format":"gatehouse-workspace","version":1,"workspace":{"name":"W"},"users":[{"id":"u-maya","email":"maya@acme.example","role":"viewer"},{"id":"u-oskar","email":"oskar@acme.example","role":"viewer"},{"id":"u-tess","email":"tess@acme.example","role":"viewer"}]}' >last.json
bytes=$(held | cksum)
fails 5 "a merge that takes the last Admin" 'admin' workspace import last.json --merge --yes
is "changes nothing" "$(held | cksum)" "$bytes"

# A file may describe what a dialog would refuse.
store=$tmp/any.db
cat >any.json <<'END'
{"format":"gatehouse-workspace","version":1,"workspace":{"name":"W","plan":"community"},
"users":[{"id":"u1","email":"one@x.example","role":"admin"},
{"id":"u2","email":"two@x.example","role":"viewer","active":false},
{"id":"u3","email":"three@x.example","role":"editor"}],
"assets":[{"id":"a1","kind":"data_connection","name":"C","access":[]},{"id":"a2","kind":"secret","name":"S"}],
"projects":[{"id":"p1","title":"P","owner":"u2","assets":["a1"],"grants":[{"user":"u3","level":"can_edit"}]}]}
END
works "a grant above asset access, an inactive Viewer as owner, assets without plan" workspace import any.json
run access project p1 --format json
is "the grant is held" "$(at 'users.[id=u3].effective')" can_view
cat >>odd.json <<'END'
{"format":"gatehouse-workspace","version":1,"workspace":{"name":"W"},
"users":[{"id":"u1","email":"one@x.example","role":"admin","name":"\u202e\u200b\u0007 \ud83d\ude00"}],
"projects":[{"id":"p1","title":"line\nline\ttab","owner":"u1"}]}
END
store=$tmp/odd.db
works "any Unicode but U+0000" workspace import odd.json
held >odd1.json
store=$tmp/odd2.db
works "comes back" workspace import odd1.json
is "as it came" "$(held | cksum)" "$(cksum <odd1.json)"
is "tabs and new lines too" "$("$pick" odd1.json projects.0.title)" "$(printf 'line\nline\ttab')"

# init, set, plan, backup, verify.
store=$tmp/new.db
works "init" workspace init --name New --plan team --admin ana@x.example
run workspace show --format json
ok "name and plan" grep -q '"New".*team' out
is "the Admin is linked to this login" "$(at actor)" ana@x.example
fails 5 "init on a filled store" 'new\.db' workspace init --name Again --plan team --admin ana@x.example
works "set share_to_web off" workspace set share_to_web off
is "it is off" "$(held | grep share_to_web | tr -d ' ,')" '"share_to_web":false'
works "set by option" workspace set --token_max_days 30
is "it is 30" "$(held | grep token_max_days | tr -d ' ,')" '"token_max_days":30'
fails 2 "an unknown setting" 'nosuch' workspace set nosuch on
fails 2 "a value that is none" 'share_to_web|on' workspace set share_to_web perhaps
works "plan" workspace plan enterprise
works "backup" workspace backup copy.db
is "is private" "$(stat -c %a copy.db)" 600
fails 5 "backup does not overwrite" 'copy\.db' workspace backup copy.db
works "verify" workspace verify
is "verify on a good store as JSON ends with 0" "$("$gatehouse" --store new.db workspace verify --format json >v.json; echo $?)" 0
store=$tmp/back.db
works "restore makes a store" workspace restore copy.db
is "equal to the first" "$(held | cksum)" "$("$gatehouse" --store new.db workspace export | cksum)"
fails 4 "restore of what is not there" 'nowhere' workspace restore nowhere.db --yes
fails 4 "and says what to name" 'name a file that workspace backup' \
	workspace restore nowhere.db --yes
yes nothing | head -n 2000 >nothing.db
fails 8 "restore of no backup" 'name a file that workspace backup' \
	workspace restore nothing.db --yes
store=$tmp/bad.db
fails 2 "init with a bad e-mail" 'mail' workspace init --name N --plan team --admin nobody
fails 2 "init with a bad plan" 'gold' workspace init --name N --plan gold --admin a@x.example
ok "makes nothing" [ ! -e bad.db ]
mkdir shut
chmod 500 shut
if [ "$(id -u)" != 0 ]; then
	store=$tmp/shut/s.db
	run workspace import "$demo"
	ok "a folder that cannot be written" [ "$rc" = 8 ]
fi

# D29: a provider whose account another workspace of this machine holds does not come in
# by a file either; the refusal names who holds it, and nothing is written.
store=$tmp/holder.db
works "a workspace" workspace init --name Holder --plan enterprise --admin a@holder.example
works "with a provider" provider connect github --field account=acme --yes
run workspace export
sed 's/"unix_login": "[^"]*"/"unix_login": "elsewhere"/; s/"name": "Holder"/"name": "Other"/' \
	out >provider.json
store=$tmp/other.db
works "and another" workspace init --name Other --plan enterprise --admin b@other.example
before=$(held | cksum)
fails 5 "a merge of a provider that is held elsewhere" 'acme is connected to the workspace Holder' \
	workspace import provider.json --merge --yes
fails 5 "and its preview says so" 'acme is connected to the workspace Holder' \
	workspace import provider.json --merge --dry-run
is "nothing came of it" "$(held | cksum)" "$before"
store=$tmp/holder.db
works "given up there" provider disconnect acme --yes
store=$tmp/other.db
works "it comes in" workspace import provider.json --merge --yes
done_with
