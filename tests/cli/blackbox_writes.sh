#!/bin/sh
# Every writing verb: first with --dry-run, which changes nothing and ends as the
# real run would; then for real; then what export and the audit log say.
. "${srcdir_abs:-.}/tests/cli/tap_cases.sh"
own acme maya@acme.example

events() {
	"$gatehouse" --store "$store" audit list --limit 0 --format csv | wc -l
}

held >before.json
seq=1

# An export with each person, group, asset and project on a line of its own.
lines() {
	awk '/^    \{/ { item = 1 }
	/^    \}/ { item = 0 }
	{ gsub(/ /, ""); printf "%s%s", $0, item ? "" : "\n" }' "$1"
}

# does PATTERN NOUN VERB...: a line of the export matches the pattern only after it.
does() {
	pattern=$1
	shift
	run "$@" --dry-run
	dry=$rc
	is "$*: before the deed it would" "$(head -1 out | grep -cE '[Ww]ould|could')" 1
	deed=$(head -1 out)
	run access preview "$@" --format json
	is "$*: preview ends as --dry-run, in JSON" "$rc $("$pick" out changes >whole && echo good)" "$dry good"
	held >after.json
	is "$*: neither changes anything" "$(cksum <after.json)" "$(cksum <before.json)"
	run "$@"
	if [ "$rc" -ne 0 ]; then	# it wants a yes
		is "$*: without --yes it says what would be, and that it was not" \
			"$(grep -cE '[Ww]ould|could' err) $(held | cksum)" "1 $(cksum <before.json)"
		works "$*" "$@" --yes
	fi
	is "$*: after the deed it is" "$(head -1 out | grep -cE '[Ww]ould|could')" 0
	is "$*: --dry-run ended alike" "$dry" "$rc"
	# An id that it makes is known when it is made.
	id=$(sed -n '1s/.*(\([a-z]*-[^ )]*\)).*/\1/p' out)
	[ -z "$id" ] || is "$*: no id was promised" "$(echo "$deed" | sed -n 's/.*(\([a-z]*-[^ )]*\)).*/\1/p')" ""
	held >after.json
	was=$(lines before.json | grep -cE -e "$pattern")
	now=$(lines after.json | grep -cE -e "$pattern")
	is "$*: the export says so, and did not before" "$was $now" "0 1"
	run audit list --limit 1 --format json
	seq=$((seq + 1))
	is "$*: one event with actor and verb" "$(at rows.0.seq) $(at rows.0.actor) $(at rows.0.verb)" \
		"$seq maya@acme.example $1 $2"
	seq=$(at rows.0.seq)
	mv after.json before.json
}

# What the log and the export are after a verb that no pattern tells.
again() {
	seq=$("$gatehouse" --store "$store" audit list --limit 1 --format csv | sed -n '2s/,.*//p')
	held >before.json
}

# Projects.
does '"id":"p-rev".*"user":"u-gus","level":"can_view"' project share p-rev --user u-gus --level can_view
does '"user":"u-gus","level":"app_only"' project share p-rev --user gus@acme.example --level 'App Only'
does '"title":"Revenuemodel"[^[]*"grants":\[[^]]*"group":"g-mkt","level":"can_edit"' project share 'Revenue model' --group Marketing --level can-edit
does '"id":"p-rev".*"grants":\[\{"group":"g-data","level":"can_edit"\},\{"group":"g-fin","level":"can_edit"\},\{"group":"g-mkt","level":"can_edit"\}\]' \
	project unshare p-rev --user u-gus
does '"id":"p-rev"[^[]*"grants":\[\{"group":"g-data","level":"can_edit"\},\{"group":"g-fin","level":"can_edit"\}\]' \
	project unshare p-rev --group g-mkt
does '"id":"p-rev".*"workspace":"app_only"' project share-workspace p-rev app_only
does '"id":"p-rev".*"workspace":"none"' project share-workspace p-rev none
does '"id":"p-rev".*"public_web":"can_view"' project share-web p-rev can_view
does '"id":"p-rev".*"public_web":"none"' project share-web p-rev none
does '"id":"p-rev".*"editors_may_share":false' project editors-may-share p-rev off
does '"id":"p-rev".*"editors_may_share":true' project editors-may-share p-rev on
does '"id":"p-rev".*"assets":\["a-bq","a-key"' project import p-rev --asset a-bq
does '"id":"p-rev".*"assets":\["a-key","a-mlu","a-snow"\]' project remove p-rev --asset 'Marketing BigQuery'
does '"id":"p-churn"[^[]*"grants":\[[^]]*"user":"u-maya","level":"full_access"' project take-access p-churn
does '"title":"Brandnew","owner":"u-maya"' project create 'Brand new'
does '"title":"Brandnewer"' project rename 'Brand new' 'Brand newer'
does '"title":"Brandnewer".*"state":"archived"' project archive 'Brand newer'
does '"title":"Brandnewer".*"state":"active"' project unarchive 'Brand newer'
does '"title":"Brandnewer".*"state":"trashed"' project delete 'Brand newer'
does '"title":"Brandnewer".*"state":"active"' project restore 'Brand newer'
does '"owner":"u-tess"' project transfer 'Brand newer' tess@acme.example
does '"title":"Copy[^"]*"|"title":"[^"]*[cC]opy[^"]*"' project duplicate p-rev

# Groups.
does '"name":"Auditors"' group create Auditors
does '"name":"Auditors","members":\["u-bob","u-ravi"\]' group add Auditors u-bob ravi@acme.example
does '"name":"Auditors","members":\["u-ravi"\]' group remove Auditors 'Bob Stein'
does '"name":"Reviewers"' group rename Auditors Reviewers
works "group delete" group delete Reviewers --yes
again
ok "it is gone" sh -c "! '$gatehouse' --store '$store' workspace export | grep -q Reviewers"

# People.
does '"email":"ana@acme.example","name":"[^"]*","role":"viewer"' user add ana@acme.example --role viewer
does '"email":"ana@acme.example","name":"AnaLima"' user edit ana@acme.example --name 'Ana Lima'
does '"email":"ana@acme.example".*"unix_login":"ana"' user edit ana@acme.example --unix-login ana
does '"email":"ana@acme.example".*"role":"editor"' user role ana@acme.example author
does '"email":"ana@acme.example".*"active":false' user deactivate ana@acme.example
does '"email":"ana@acme.example".*"active":true' user reactivate ana@acme.example
does '"email":"col@acme.example".*"role":"guest"' user add bea@acme.example col@acme.example --role guest

# Assets.
does '"id":"a-snow".*"access":\["g-data","g-fin"\]' connection access a-snow --add Finance
does '"id":"a-snow".*"access":\["g-fin"\]' connection access a-snow --remove g-data
does '"id":"a-key".*"access":\["workspace","workspace_guests"\]' secret access STRIPE_KEY --add workspace_guests
does '"id":"a-mlu".*"access":\["public"\]' package access a-mlu --remove workspace --add public
does '"id":"a-s3".*"access":\["g-data","g-mkt","g-ops"\]' files access a-s3 --add g-mkt
does '"default_connection":"a-wh"' connection set-default 'Analytics warehouse'
works "clear-default" connection clear-default --yes
again
ok "there is none" sh -c "! '$gatehouse' --store '$store' workspace export | grep -q '\"default_connection\": \"'"

# Assets are made, changed and deleted.
does '"name":"Orderscopy","type":"postgres".*"host":"db".*"access":\["g-fin"\]' connection create 'Orders copy' --type postgres \
	--field host=db --field database=orders --field username=reader --group Finance
does '"name":"Orderscopy".*"port":"5433"' connection edit 'Orders copy' --field port=5433
does '"name":"Orderscopy".*"description":"Oldorders"' connection edit 'Orders copy' --description 'Old orders'
does '"name":"Lateron"' connection create 'Later on' --draft
does '"name":"NEW_KEY"' secret create NEW_KEY --nobody
does '"name":"NEWER_KEY"' secret edit NEW_KEY --name NEWER_KEY
does '"name":"utils".*"repository":"acme/utils"' package add utils --provider acme --repository acme/utils
does '"name":"utils".*"ref":"v1".*"ref_kind":"tag"|"name":"utils".*"ref_kind":"tag".*"ref":"v1"' package edit utils --ref-kind tag --ref v1
does '"name":"Cold".*"bucket":"cold"' files connect Cold --type gcs --field bucket=cold
does '"name":"Cold".*"writeback":true' files edit Cold --field writeback=on
for one in 'connection delete Later\ on' 'secret delete NEWER_KEY' 'package delete utils' 'files delete Cold'; do
	eval "set -- $one"
	run "$@" --dry-run
	dry=$rc
	run "$@" </dev/null
	is "$*: asks, also with --dry-run" "$rc $dry" "2 2"
	works "$*" "$@" --yes
	run "$1" show "$3"
	is "$*: it is gone" "$rc" 4
done
again
does '"title":"Revenuemodel".*"description":"Monthly"' project set 'Revenue model' --description Monthly
does '"title":"Revenuemodel".*"categories":\["Finance","Ops"\]' project set 'Revenue model' --category Finance --category Ops
does '"own":\[.*"kind":"secret","name":"MINE"' secret create MINE --project 'Revenue model'
does '"own":\[.*"kind":"secret","name":"OURS"' secret edit MINE --project 'Revenue model' --name OURS
works "delete of its own" secret delete OURS --project 'Revenue model' --yes
again

# The workspace.
does '"share_to_web":false' workspace set share_to_web off
does '"share_to_web":true' workspace set share_to_web on
does '"plan":"team"' workspace plan team
works "plan back" workspace plan enterprise --yes

# What has no effect is no event, and no error.
n=$(events)
works "the same again" workspace plan enterprise --yes
works "the same grant" project share p-rev --group g-fin --level can_edit --yes
is "no event" "$(events)" "$n"

# Several at once: all or none.
before=$(held | cksum)
run project share p-churn --user u-gus --user u-none --level can_view
is "one unknown of two: 4" "$rc" 4
is "nobody is granted" "$(held | cksum)" "$before"
run user add dee@acme.example not-an-address --role viewer
is "one bad address of two: 2" "$rc" 2
is "nobody is added" "$(held | cksum)" "$before"
run user add BOB@acme.example --role viewer
is "an address taken, in other case: 5" "$rc" 5
# Before it is made a thing has no id.
run project create Tomorrow --dry-run --format json
is "a preview names no id" "$(at changes.0.project)" null
run project create Tomorrow --dry-run --format csv
is "nor as CSV" "$(sed -n 2p out | cut -d, -f2)" ''
works "verify after all that" workspace verify
done_with
