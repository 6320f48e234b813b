#!/bin/sh
# Every writing verb: first with --dry-run, which changes nothing and ends as the
# real run would; then for real; then what export and the audit log say.
. "${srcdir_abs:-.}/tests/cli/tap_cases.sh"
own acme maya@acme.example

events() {
	"$gatehouse" --store "$store" audit list --limit 0 --format csv | wc -l
}

# does PATTERN NOUN VERB...: the compacted export matches the pattern only after it.
does() {
	pattern=$1
	shift
	before=$(held)
	n=$(events)
	run "$@" --dry-run
	dry=$rc
	is "$*: --dry-run changes nothing" "$(held | cksum)" "$(echo "$before" | cksum)"
	is "$*: nor is it an event" "$(events)" "$n"
	run access preview "$@" --format json
	is "$*: preview ends alike, in JSON" "$rc $("$pick" out changes >/dev/null && echo good)" "$dry good"
	works "$*" "$@" --yes
	is "$*: --dry-run ended alike" "$dry" "$rc"
	held >after.json
	flat=$(tr -d ' \n' <after.json)
	if echo "$flat" | grep -qE -e "$pattern"; then
		pass "$*: the export says so"
	else
		miss "$*: the export says so" "no /$pattern/"
	fi
	if [ "$(echo "$before" | tr -d ' \n' | grep -cE -e "$pattern")" = 0 ]; then
		pass "$*: and did not before"
	else
		miss "$*: and did not before" "/$pattern/ was there already"
	fi
	run audit list --limit 1 --format json
	is "$*: one event with actor and verb" "$(events) $(at rows.0.actor) $(at rows.0.verb)" \
		"$((n + 1)) maya@acme.example $1 $2"
}

# Projects.
does '"id":"p-rev".*"user":"u-gus","level":"can_view"' project share p-rev --user u-gus --level can_view
does '"user":"u-gus","level":"app_only"' project share p-rev --user gus@acme.example --level 'App Only'
does '"title":"Revenuemodel"[^[]*"grants":\[[^]]*"group":"g-mkt","level":"can_edit"' project share 'Revenue model' --group Marketing --level can-edit
does '"id":"p-rev"[^[]*"grants":\[\{"(user|group)":"[^"]*","level":"[^"]*"\},\{"group":"g-fin"[^]]*\{"group":"g-mkt"|"id":"p-rev"[^[]*"grants":\[\{"group":"g-data","level":"can_edit"\},\{"group":"g-fin","level":"can_edit"\},\{"group":"g-mkt","level":"can_edit"\}\]' \
	project unshare p-rev --user u-gus
does '"id":"p-rev"[^[]*"grants":\[\{"group":"g-data","level":"can_edit"\},\{"group":"g-fin","level":"can_edit"\}\]' \
	project unshare p-rev --group g-mkt
does '"id":"p-rev".{0,600}"workspace":"app_only"' project share-workspace p-rev app_only
does '"id":"p-rev".{0,600}"workspace":"none"' project share-workspace p-rev none
does '"id":"p-rev".{0,600}"public_web":"can_view"' project share-web p-rev can_view
does '"id":"p-rev".{0,600}"public_web":"none"' project share-web p-rev none
does '"id":"p-rev".{0,300}"editors_may_share":false' project editors-may-share p-rev off
does '"id":"p-rev".{0,300}"editors_may_share":true' project editors-may-share p-rev on
does '"id":"p-rev".{0,600}"assets":\["a-bq","a-key"' project import p-rev --asset a-bq
does '"id":"p-rev".{0,600}"assets":\["a-key","a-mlu","a-snow"\]' project remove p-rev --asset 'Marketing BigQuery'
does '"id":"p-churn"[^[]*"grants":\[[^]]*"user":"u-maya","level":"full_access"' project take-access p-churn
does '"title":"Brandnew","owner":"u-maya"' project create 'Brand new'
does '"title":"Brandnewer"' project rename 'Brand new' 'Brand newer'
does '"title":"Brandnewer".{0,200}"state":"archived"' project archive 'Brand newer'
does '"title":"Brandnewer".{0,200}"state":"active"' project unarchive 'Brand newer'
does '"title":"Brandnewer".{0,200}"state":"trashed"' project delete 'Brand newer'
does '"title":"Brandnewer".{0,200}"state":"active"' project restore 'Brand newer'
does '"owner":"u-tess"' project transfer 'Brand newer' tess@acme.example
does '"title":"Copy[^"]*"|"title":"[^"]*[cC]opy[^"]*"' project duplicate p-rev

# Groups.
does '"name":"Auditors"' group create Auditors
does '"name":"Auditors","members":\["u-bob","u-ravi"\]' group add Auditors u-bob ravi@acme.example
does '"name":"Auditors","members":\["u-ravi"\]' group remove Auditors 'Bob Stein'
does '"name":"Reviewers"' group rename Auditors Reviewers
before=$(held | cksum)
works "group delete" group delete Reviewers --yes
ok "it is gone" sh -c "! '$gatehouse' --store '$store' workspace export | grep -q Reviewers"

# People.
does '"email":"ana@acme.example","name":"[^"]*","role":"viewer"' user add ana@acme.example --role viewer
does '"email":"ana@acme.example","name":"AnaLima"' user edit ana@acme.example --name 'Ana Lima'
does '"email":"ana@acme.example".{0,120}"unix_login":"ana"' user edit ana@acme.example --unix-login ana
does '"email":"ana@acme.example".{0,60}"role":"editor"' user role ana@acme.example author
does '"email":"ana@acme.example".{0,90}"active":false' user deactivate ana@acme.example
does '"email":"ana@acme.example".{0,90}"active":true' user reactivate ana@acme.example
does '"email":"bea@acme.example".*"email":"col@acme.example"' user add bea@acme.example col@acme.example --role guest

# Assets.
does '"id":"a-snow".{0,300}"access":\["g-data","g-fin"\]' connection access a-snow --add Finance
does '"id":"a-snow".{0,300}"access":\["g-fin"\]' connection access a-snow --remove g-data
does '"id":"a-key".{0,100}"access":\["workspace","workspace_guests"\]' secret access STRIPE_KEY --add workspace_guests
does '"id":"a-mlu".{0,300}"access":\["public"\]' package access a-mlu --remove workspace --add public
does '"id":"a-s3".{0,300}"access":\["g-data","g-mkt","g-ops"\]' files access a-s3 --add g-mkt
does '"default_connection":"a-wh"' connection set-default 'Analytics warehouse'
before=$(held)
works "clear-default" connection clear-default --yes
ok "there is none" sh -c "! '$gatehouse' --store '$store' workspace export | grep -q '\"default_connection\": \"'"

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
works "verify after all that" workspace verify
done_with
