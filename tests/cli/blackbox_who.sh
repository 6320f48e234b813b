#!/bin/sh
# Who may do what, and who sees what: DOMAIN 5.2 and 6, INTERFACES 2.
. "${srcdir_abs:-.}/tests/cli/tap_cases.sh"

# --as reads only in a normal store...
own maya maya@acme.example
before=$(held | cksum)
fails 3 "--as writes nothing" 'reads' --as ravi@acme.example project share p-churn --user u-gus --level can_view
is "nothing is written" "$(held | cksum)" "$before"
works "--as reads" --as ravi@acme.example project list

# ...and shows what that person may see.
# sees WHO NAME YES-OR-NO NOUN VERB...
lists() {
	who=$1 what=$2
	shift 2
	run --as "$who@acme.example" "$@" --format csv
	is "$who: $* lists" "$(sed 1d out | cut -d, -f1 | tr '\n' ' ')" "$what"
}
lists bob 'p-ads p-cohort p-cust p-exp p-inv p-legacy p-log p-nps p-ops p-price p-rev ' project list
lists ravi 'p-ads p-churn p-cohort p-cust p-exp p-fcst p-int p-legacy p-log p-nps p-ops p-price p-rev ' project list
lists maya 'p-ads p-board p-churn p-cohort p-cust p-exp p-fcst p-head p-int p-inv p-legacy p-log p-nps p-ops p-price p-rev ' project list
lists bob 'a-int a-lake a-pg a-pub a-wh ' connection list
lists ravi 'a-int a-lake a-pg a-pub a-snow a-wh ' connection list
lists maya 'a-bq a-hr a-int a-lake a-led a-pg a-pub a-snow a-wh ' connection list
lists bob 'a-key a-slack ' secret list
lists ravi 'a-feat a-mlu a-theme ' package list
lists bob 'a-fdrop ' files list
run --as noor@candidate.example connection list --format csv
is "a Guest: connections" "$(sed 1d out | cut -d, -f1 | tr '\n' ' ')" 'a-pg a-pub '
run --as noor@candidate.example project list --format csv
is "a Guest: projects" "$(sed 1d out | cut -d, -f1 | tr '\n' ' ')" 'p-int p-log p-nps p-rev '
run --as noor@candidate.example secret list --format csv
is "a Guest: secrets" "$(sed 1d out | wc -l)" 0
denied 4 NOT_FOUND "a Viewer does not find a project" --as bob@acme.example project show p-churn
denied 4 NOT_FOUND "nor by its title" --as bob@acme.example project show 'Churn model'
denied 4 NOT_FOUND "nor asks about it" --as bob@acme.example access project p-churn
denied 4 NOT_FOUND "nor explains it" --as bob@acme.example access explain u-bob p-churn
denied 4 NOT_FOUND "nor finds an asset" --as bob@acme.example connection show a-snow
denied 4 NOT_FOUND "nor a group, for a Guest" --as noor@candidate.example group show g-data
run --as noor@candidate.example user list --format csv
is "a Guest lists nobody else" "$(sed 1d out | cut -d, -f1)" u-noor
run --as noor@candidate.example group list --format csv
is "a Guest lists no groups" "$(sed 1d out | wc -l)" 0
denied 4 NOT_FOUND "nor finds a person" --as noor@candidate.example user show u-bob
run --as noor@candidate.example access project p-int --format json
is "the table of a Guest is about that Guest" "$(at 'users.*.id')" u-noor
run --as kofi@contractor.example project list --format csv
is "nor counts as none what is not seen" "$(grep ^p-cust out | cut -d, -f5,6,9)" ',,'
run --as kofi@contractor.example access project p-cust
ok "and is told whom the numbers count" grep -q 'Customer 360, of the people shown to you: 0 Full Access' out
run --as kofi@contractor.example access ask 'can anyone edit Customer 360'
ok "in words, too" grep -q '^0 of 1 people shown to you can edit' out
run --as kofi@contractor.example history
ok "nor that nothing was done" grep -q '^You have done nothing yet; what others did is for Admins' out
run --as bob@acme.example user list --format text
ok "groups stand there by their names" grep -q 'Viewer *yes *Finance$' out
run --as bob@acme.example user list --format csv
ok "and by their ids for programs" grep -q ',viewer,true,g-fin,' out
works "a Viewer lists people" --as bob@acme.example user list
run --as bob@acme.example access user u-bob --format json
is "about oneself" "$rc $(at 'projects.[id=p-rev].effective')" "0 can_view"
ok "without what one may not see" sh -c "! grep -q p-churn out"
denied 3 ROLE_NEEDED "not about others" --as bob@acme.example access user u-ravi
denied 3 ROLE_NEEDED "nor explain others" --as bob@acme.example access explain u-ravi p-rev
works "access project at Can View" --as bob@acme.example access project p-rev
denied 3 LEVEL_NEEDED "not at App Only" --as bob@acme.example access project p-cust
for verb in 'access report' 'audit list' 'workspace export'; do
	# shellcheck disable=SC2086
	denied 3 ROLE_NEEDED "$verb is for Admins" --as ravi@acme.example $verb
done
run --as bob@acme.example project show p-rev
ok "an import without access is not shown" sh -c "! grep -q 'Snowflake' out"

# A demo store: --as writes, with that person's rights.
"$gatehouse" demo --keep "$tmp/demo.db" >out 2>err
is "a demo is kept" "$?" 0
store=$tmp/demo.db
works "Ravi shares in a demo" --as ravi@acme.example project share p-churn --user u-gus --level can_view
run audit list --limit 1 --format json
is "the event records both" "$(at rows.0.acting_as) $(at rows.0.actor)" "ravi@acme.example $(at rows.0.actor)"
ok "the actor is an Admin of the demo" sh -c "'$pick' out rows.0.actor | grep -qE '^(maya|oskar|tess)@'"
fails 4 "an event about nothing of theirs is not told" 'no event 1 that you may' --as bob@acme.example undo 1
fails 4 "nor to be done again" 'no event 1 that you may' --as bob@acme.example redo 1
run user role bob@acme.example manager
ok "what moves no level is not summed up" sh -c "! grep -q 'level changes' out"
run user role bob@acme.example viewer
as() { # STATUS CODE NAME WHO ARG...
	as_status=$1 as_code=$2 as_name=$3 as_who=$4
	shift 4
	denied "$as_status" "$as_code" "$as_name" --as "$as_who" "$@"
}
# Roles (6: 3, 4, 8, 14, 16, 18, 23-25, 44, 45).
for words in 'group create X' 'group add g-data u-bob' 'group delete g-data' 'user role u-bob editor' \
    'user add x@acme.example --role viewer' 'user deactivate u-bob' 'connection access a-wh --add g-fin' \
    'connection set-default a-wh' 'connection clear-default' 'secret access a-key --add g-fin' \
    'package access a-mlu --add g-fin' 'workspace set share_to_web off' \
    'workspace plan team' 'project take-access p-rev'; do
	# shellcheck disable=SC2086
	as 3 ROLE_NEEDED "an Editor: $words" ravi@acme.example $words
	# shellcheck disable=SC2086
	as 3 ROLE_NEEDED "a Manager: $words" nina@acme.example $words
done
as 3 ROLE_NEEDED "a Viewer makes no project" bob@acme.example project create X
as 3 ROLE_NEEDED "nor an Explorer" vera@acme.example project create X
as 3 ROLE_NEEDED "nor a Guest" noor@candidate.example project create X
works "an Editor does" --as ravi@acme.example project create "Ravi's"
works "a Manager does" --as nina@acme.example project create "Nina's"
# Levels (32-38).
as 3 LEVEL_NEEDED "Can View shares nothing" gus@acme.example project share p-rev --user u-hana --level app_only
as 3 LEVEL_NEEDED "Can Edit does not rename" amir@acme.example project rename p-rev X
as 3 LEVEL_NEEDED "nor delete" amir@acme.example project delete p-rev
as 3 LEVEL_NEEDED "nor say who may share" amir@acme.example project editors-may-share p-rev off
as 3 LEVEL_NEEDED "nor transfer" amir@acme.example project transfer p-rev u-amir
as 3 LEVEL_NEEDED "nor archive" amir@acme.example project archive p-rev
as 3 LEVEL_NEEDED "a held one imports nothing" dana@acme.example project import p-rev --asset a-wh
as 3 LEVEL_NEEDED "nor shares" dana@acme.example project share p-rev --user u-hana --level app_only
as 3 LEVEL_NEEDED "an Admin without a grant has no level (D1)" tess@acme.example project rename p-churn X
as 3 SHARING_DISABLED_FOR_EDITORS "sharing switched off for Can Edit (B06)" jose@acme.example project share p-ops --user u-hana --level app_only
works "the owner shares all the same" --as kira@acme.example project share p-ops --user u-hana --level app_only
as 4 NOT_FOUND "an asset without access is not found" ravi@acme.example project import p-churn --asset a-hr
# D6.
as 3 LEVEL_NEEDED "Can Edit grants no Full Access (D6)" amir@acme.example project share p-rev --user u-tess --level full_access
as 3 LEVEL_NEEDED "nor lowers it" uma@acme.example project share p-exp --group g-prod --level can_view
as 3 LEVEL_NEEDED "nor takes it away" uma@acme.example project unshare p-exp --group g-prod
works "it grants Can Edit" --as amir@acme.example project share p-rev --user u-oskar --level can_edit
# D4.
as 5 ASSET_MISSING "D4: an Editor without the asset" ravi@acme.example project share p-fcst --user u-dana --level can_edit
as 5 ASSET_MISSING "D4: a Viewer too" ravi@acme.example project share p-fcst --user u-bob --level can_edit
as 5 ASSET_MISSING "D4: --yes does not help" ravi@acme.example project share p-fcst --user u-dana --level full_access --yes
as 5 ASSET_MISSING "D4: transfers" ravi@acme.example project transfer p-fcst u-dana --yes
as 5 ASSET_MISSING "D4: one of two" ravi@acme.example project share p-fcst --user u-cleo --user u-dana --level can_edit
run --as ravi@acme.example project share p-fcst --user u-dana --level can_edit --dry-run
is "D4: --dry-run ends alike" "$rc" 5
works "D4: Can View instead" --as ravi@acme.example project share p-fcst --user u-dana --level can_view
works "D4: an Admin without a group" --as ravi@acme.example project share p-fcst --user u-tess --level can_edit
run --as ravi@acme.example project share p-fcst --group g-fin --level can_edit --yes
is "D4: a group after a warning" "$rc" 0
for name in Bob Dana Fiona Quinn Vera; do
	ok "D4: the warning names $name" sh -c "cat out err | grep -q $name"
done
run --as ravi@acme.example project share p-fcst --group g-fin --level can_edit --dry-run --format json
run --as ravi@acme.example project share-workspace p-fcst can_edit --dry-run --format json
ok "D4: the workspace: a warning" sh -c "'$pick' out 'warnings.*.code' | grep -q ASSET_MISSING"
run --as ravi@acme.example project share p-churn --user u-bob --level can_edit --dry-run --format json
is "D4: a Viewer with all assets: a warning" "$rc $(at 'warnings.*.code')" "0 ROLE_CAP_VIEWER"
run --as ravi@acme.example project import p-churn --asset a-snow --dry-run --format json
is "D4: an import is done" "$rc" 0
run user role u-ravi guest --dry-run --format json
ok "D4: a role change warns" sh -c "[ $rc = 0 ] && '$pick' out 'warnings.*.code' | grep -q ASSET_MISSING"
run group add g-fin u-gus --dry-run --format json
ok "D4: adding to a group warns" sh -c "[ $rc = 0 ] && '$pick' out 'warnings.*.code' | grep -q ASSET_MISSING"
run connection access a-snow --remove g-data --dry-run --format json
ok "D4: unsharing an asset warns" sh -c "[ $rc = 0 ] && '$pick' out 'warnings.*.code' | grep -q ASSET_MISSING"
# D21, D24, D26, T01.
run --as ravi@acme.example project share p-fcst --user u-ravi --level can_view
is "D21: the owner is not lowered" "$rc" 5
run --as ravi@acme.example project unshare p-fcst --user u-ravi
is "D21: nor taken away" "$rc" 5
run --as ravi@acme.example project transfer p-churn u-bob --yes
is "D21: a Viewer cannot own" "$rc" 5
fails 2 "D24: the web above Can View" 'app_only|can_view' --as ravi@acme.example project share-web p-churn can_edit
fails 2 "D24: nor Full Access" 'app_only|can_view' --as ravi@acme.example project share-web p-churn full_access
works "D26: one Admin less" user role u-oskar editor --yes
works "D26: another" user deactivate u-tess --yes
denied 5 LAST_ADMIN "D26: not the last" user role u-maya editor --yes
denied 5 LAST_ADMIN "D26: nor deactivated" user deactivate u-maya --yes
# The web switch.
works "the web switch off" workspace set share_to_web off --yes
run --as ravi@acme.example project share-web p-churn app_only
is "share-web while the switch is off: 3 or 5" "$(echo "$rc" | grep -c '[35]')" 1
run access project p-rev --format json
is "D17: the link is suspended" "$(at 'users.[id=null].blocked.0.code') $(at 'users.[id=null].effective')" "PUBLIC_SWITCH_OFF none"
# A state that only reads (4.1 step 5).
works "trash" --as ravi@acme.example project delete "Ravi's" --yes
as 3 STATE_READ_ONLY "no grant in the trash" ravi@acme.example project share "Ravi's" --user u-hana --level can_view
as 3 STATE_READ_ONLY "no import in the trash" ravi@acme.example project import "Ravi's" --asset a-wh
works "rename stays" --as ravi@acme.example project rename "Ravi's" "Ravi's old"
works "restore stays" --as ravi@acme.example project restore "Ravi's old"

# Plan gates: 3, naming the plan.
works "the Community plan" workspace plan community --yes
denied 3 PLAN_LOCKED "connections need Professional" connection access a-wh --add g-fin
is "it is named" "$(grep -c Professional err)" 1
denied 3 PLAN_LOCKED "the default connection too" connection set-default a-wh
denied 3 PLAN_LOCKED "packages need Team" package access a-mlu --add g-fin
is "Team is named" "$(grep -c Team err)" 1
denied 3 PLAN_LOCKED "more than 5 projects" --as ravi@acme.example project create Six
works "groups have no plan (D16)" group create 'On Community' --yes
works "what stands counts (D15)" access check u-dana p-rev can_view
works "the Professional plan" workspace plan professional --yes
works "connections then" connection access a-wh --add g-fin --yes
denied 3 PLAN_LOCKED "packages not yet" package access a-mlu --add g-fin

# Other sessions: Ravi's own login, then nobody's.
own ravi ravi@acme.example
works "an Editor of this login reads" project list
is "only what is Ravi's" "$(sed 1d out | wc -l)" 13
works "and writes without --as" project share p-churn --user u-gus --level can_view
denied 3 ROLE_NEEDED "but no report" access report
denied 4 NOT_FOUND "and not what is hidden" project show p-board
store=$tmp/op.db
sed 's/, "unix_login": "maya"//' "$demo" >nobody.json
works "nobody of this login: the operator" workspace import nobody.json
works "acts with an Admin's rights" group create 'By the operator'
run audit list --limit 1 --format json
is "is named in the log" "$(at rows.0.actor)" "operator:$login"
run user list --format csv
ok "stands in no list" sh -c "! grep -q operator out"
fails 3 "take-access is not offered" 'unix-login' project take-access p-churn
fails 3 "nor can it own" 'unix-login' project create X
works "linking an Editor ends nothing" user edit ravi@acme.example --unix-login ravi
works "it still acts" group create 'Still the operator'
works "linking an Admin" user edit maya@acme.example --unix-login "$login"
works "makes that person the actor" project take-access p-churn
run audit list --limit 1 --format json
is "in the log too" "$(at rows.0.actor)" maya@acme.example

# The last login of an active Admin stays, by whatever door; nothing is written.
before=$(held | cksum)
for end in '' --dry-run; do
	denied 5 LAST_LOGIN "the last login cannot be taken $end" user edit maya@acme.example --unix-login '' $end --yes
	denied 5 LAST_LOGIN "nor its Admin demoted $end" user role maya@acme.example viewer $end --yes
	denied 5 LAST_LOGIN "nor deactivated $end" user deactivate maya@acme.example --transfer-to tess@acme.example $end --yes
	denied 5 LAST_LOGIN "nor imported away $end" workspace import nobody.json $end --yes
done
is "nothing was written" "$(held | cksum)" "$before"
works "an import may say who this login is" workspace import nobody.json --admin tess@acme.example --yes

# A file whose Admin has a login of its own: nobody here, and it says so.
keep=$store
store=$tmp/theirs.db
run workspace import "$demo"
ok "a login that is nobody's in the file is warned of" grep -q 'admin EMAIL' err
fails 3 "it may only read" 'unix-login' group create X
store=$keep

# Who made the store comes back by no door once demoted and deactivated.
works "another Admin is linked" user edit oskar@acme.example --unix-login oskar
works "then the maker may go" user deactivate tess@acme.example --transfer-to oskar@acme.example --yes
fails 3 "and may change nothing any more" 'unix-login' group create 'By the operator again'
fails 3 "nor link itself" 'unix-login' user edit maya@acme.example --unix-login "$login"
works "who owns the file still reads" user list
done_with
