#!/bin/sh
# The access verbs against INTERFACES 3: members, orders, counts, columns.
. "${srcdir_abs:-.}/tests/cli/tap_cases.sh"
own acme maya@acme.example

every='view_app interact_app view_logic run comment_app comment_logic edit import_asset see_secrets write_back share allow_editors_to_share rename delete duplicate manage'
# The flags of a row as words.
can() {
	at "users.[$1].can" | tr -d '[]"' | tr , ' '
}

# access project, the example of the page.
run access project 'Revenue model' --format json
is "access project: members" "$(at @)" "project revision complete counts downgraded users"
is "the project" "$(at project)" '{"id":"p-rev","title":"Revenue model"}'
is "complete" "$(at complete)" true
is "the five counts" "$(at counts.@)" "none app_only can_view can_edit full_access"
is "every user and the visitor" "$(at 'users.#')" 41
sum=0
for level in none app_only can_view can_edit full_access; do
	sum=$((sum + $(at counts.$level)))
	is "count of $level" "$(at counts.$level)" \
		"$(at 'users.*.effective' | sed '$d' | grep -cx $level)"
done
is "the counts are over all 40 users" "$sum" 40
is "downgraded" "$(at downgraded)" 5
at 'users.*.email' | sed '$d' >emails
ok "in the order of e-mail" sh -c 'LC_ALL=C sort -c emails'
is "the visitor is last" "$(at users.40.role) $(at users.40.id)" "anonymous null"
for member in id email role active granted effective sources limits can sentence; do
	ok "a user has $member" sh -c "'$pick' out 'users.[id=u-bob].@' | grep -qw $member"
done
is "Bob is granted" "$(at 'users.[id=u-bob].granted')" can_edit
is "Bob has" "$(at 'users.[id=u-bob].effective')" can_view
is "Bob's group" "$(at 'users.[id=u-bob].sources.0')" \
	'{"via":"group","id":"g-fin","name":"Finance","level":"can_edit","wins":true}'
is "the workspace" "$(at 'users.[id=u-bob].sources.1')" \
	'{"via":"workspace","level":"can_view","wins":false}'
is "role first (D23)" "$(at 'users.[id=u-bob].limits.0')" \
	'{"code":"ROLE_CAP_VIEWER","cap":"can_view"}'
is "then the asset" "$(at 'users.[id=u-bob].limits.1')" \
	'{"code":"ASSET_MISSING","cap":"can_view","kind":"data_connection","id":"a-snow","name":"Snowflake prod","shared_with":["Data Team"]}'
is "two limits" "$(at 'users.[id=u-bob].limits.#')" 2
is "what Bob can" "$(can id=u-bob)" "view_app interact_app view_logic comment_app comment_logic"
is "the sentence begins" "$(at 'users.[id=u-bob].sentence' | cut -c1-33)" "Bob Stein can view Revenue model."
is "the owner's source" "$(at 'users.[id=u-maya].sources.0' | sed 's/,"wins":true//')" \
	'{"via":"direct","owner":true,"level":"full_access"}'
is "the owner can all" "$(can id=u-maya)" "$every"
is "an Editor with Can Edit" "$(can id=u-ravi)" \
	"view_app interact_app view_logic run comment_app comment_logic edit import_asset see_secrets write_back share duplicate"
is "a Guest by the link" "$(can id=u-noor)" "view_app interact_app"
is "the workspace does not reach a Guest" "$(at 'users.[id=u-noor].blocked.0')" \
	'{"via":"workspace","level":"can_view","code":"WORKSPACE_EXCLUDES_GUEST"}'
is "nor is it a limit" "$(at 'users.[id=u-noor].limits')" '[]'
is "a deactivated person: by the link alone (D22)" \
	"$(at 'users.[id=u-walt].granted') $(at 'users.[id=u-walt].sources.*.via')" "app_only public"
is "and what is stored is blocked" "$(at 'users.[id=u-walt].blocked.*.code' | sort -u)" DEACTIVATED
is "the visitor" "$(at users.40.effective) $(at users.40.can)" \
	'app_only ["view_app","interact_app"]'
is "reasons: a Viewer" "$(at 'users.[id=u-bob].reason')" ROLE_CAP_VIEWER
is "reasons: an Explorer" "$(at 'users.[id=u-vera].reason')" ROLE_CAP_EXPLORER
is "reasons: an Editor without the asset" "$(at 'users.[id=u-dana].reason')" ASSET_MISSING
is "reasons: a Guest by the link" "$(at 'users.[id=u-noor].reason')" PUBLIC_LINK

run access project p-inv --format json
is "no visitor where nothing is public" "$(at 'users.#')" 40
is "an Admin inherits assets" "$(at 'users.[id=u-oskar].reason')" ADMIN_INHERITS_ASSETS
is "an owner without the asset is held too (D3)" "$(at 'users.[id=u-quinn].effective')" can_view
is "an Admin without a grant (D1)" "$(at 'users.[id=u-maya].effective') $(at 'users.[id=u-maya].reason')" \
	"none ADMIN_NOT_SHARED"
run access project p-legacy --format json
is "an archived project holds its owner" "$(at 'users.[id=u-kira].effective')" can_view
is "and says so" "$(at 'users.[id=u-kira].limits.*.code')" STATE_READ_ONLY
is "the deactivated owner has nothing" "$(at 'users.[id=u-walt].effective')" none
run access project p-price --format json
is "the owner of a trashed one manages" "$(can id=u-rosa)" \
	"view_app interact_app view_logic comment_app comment_logic duplicate manage"
is "the link is suspended" "$(at 'users.[id=null].blocked.0.code') $(at 'users.[id=null].effective')" \
	"TRASHED_LINK_SUSPENDED none"
run access project p-ops --format json
is "editors may not share there" "$(can id=u-kira | grep -cw share) $(can id=u-jose | grep -cw share)" "1 0"
run access project p-nps --format json
is "by the link at Can View: an Editor" "$(can id=u-gus)" \
	"view_app interact_app view_logic comment_app comment_logic duplicate"
is "a Guest by the link at Can View" "$(can id=u-kofi)" "view_app interact_app view_logic"
run access project p-log --format json
is "link only at App Only: no comment" "$(can id=u-gus)" "view_app interact_app"

# CSV.
run access project p-rev --format csv
is "the columns" "$(head -1 out)" "project_id,user_id,email,role,granted,effective,limits"
is "all users and the visitor" "$(wc -l <out)" 42
is "two limits are joined" "$(grep '^p-rev,u-bob,' out)" \
	"p-rev,u-bob,bob@acme.example,viewer,can_edit,can_view,ROLE_CAP_VIEWER+ASSET_MISSING:Snowflake prod"
is "the visitor has no id" "$(tail -1 out)" "p-rev,,,anonymous,app_only,app_only,"
cat >small.json <<'END'
{"format":"gatehouse-workspace","version":1,"workspace":{"name":"W"},
"users":[{"id":"u1","email":"one@x.example","role":"admin"},
{"id":"u2","email":"two@x.example","role":"editor"},
{"id":"u3","email":"Alpha@x.example","role":"viewer"}],
"assets":[{"id":"a1","kind":"data_connection","name":"50% + more, \"all\"","access":[]}],
"projects":[{"id":"p1","title":"P","owner":"u1","grants":[{"user":"u2","level":"can_edit"}],"assets":["a1"]}]}
END
store=$tmp/small.db
works "a small workspace" workspace import small.json
run access project p1 --format csv
said "% and + in names are written %25 and %2B" '^p1,u2,two@x\.example,editor,can_edit,can_view,"ASSET_MISSING:50%25 %2B more, ""all"""$'
is "no CR" "$(tr -cd '\r' <out | wc -c)" 0
store=$tmp/acme.db

# access user.
run access user bob@acme.example --format json
is "a user over all projects" "$(at 'projects.#')" 16
is "the same answer from the other side" "$(at 'projects.[id=p-rev].limits.*.code' | tr '\n' ' ')" \
	"ROLE_CAP_VIEWER ASSET_MISSING "
run access user u-bob --format csv
is "its CSV" "$(head -1 out)" "project_id,user_id,email,role,granted,effective,limits"
is "one line a project" "$(wc -l <out)" 17

# access asset.
run access asset 'Snowflake prod' --format json
is "an asset: who may use it" "$(at 'users.[id=u-ravi].access') $(at 'users.[id=u-bob].access')" "true false"
is "through which group" "$(at 'users.[id=u-ravi].through')" g-data
is "which projects import it" "$(at 'projects.*.id' | tr '\n' ' ')" "p-cust p-fcst p-rev "
is "whom it caps" "$(at 'projects.[id=p-rev].caps.*.id' | tr '\n' ' ')" "u-bob u-dana u-fiona u-quinn u-vera "

# access explain.
run access explain dana@acme.example p-rev --format json
is "explain is one user" "$(at id) $(at effective)" "u-dana can_view"
is "near misses" "$(at near_misses.0.id)" g-data
is "the default connection is not usable" "$(at default_connection)" '{"id":"a-snow","usable":false}'
is "a fix says what it is for" "$(at fixes.0.for)" '["ASSET_MISSING"]'
is "its members" "$(at fixes.0.@)" "for do text also_up also_down key steps"

# ... as text: the ladder, in ASCII here (no locale), the same as in the console.
run access explain bob@acme.example p-rev
said "the sentence stands first" '^Bob Stein can view Revenue model\.'
said "the levels" '^ +none +app +view +edit +full$'
said "a source has its dot" '^group Finance +\. +\. +\. +o +granted$'
said "a role that holds its arrow" '^role Viewer +\. +\. +<-+\| +holds$'
said "an asset, too" '^Snowflake prod +\. +\. +<-+\| +holds: only Data Team$'
said "what does not hold is one line" '^STRIPE_KEY, ml-utils +\. +\. +\. +\* +has access$'
said "and the end" '^= Bob Stein +\. +\. +o +lost: edit, run, share$'
said "a fix with its command" '^    gatehouse access fixes u-bob p-rev --level can_edit --apply'
run access explain bob@acme.example p-rev --reply
is "a reply is one paragraph" "$rc $(wc -l <out)" "0 1"
said "why" '^Bob Stein can view Revenue model\..*through Finance'
said "by which settings" 'Set by: the grant of Finance on Revenue model; the role of Bob Stein; Groups with access of Snowflake prod\.'
said "whom to ask for what" 'For Can Edit ask Maya Lindqvist for one of these: make Bob Stein an Editor and share Snowflake prod with Finance \(3 others gain\);'
run --as bob@acme.example access explain bob@acme.example p-rev --reply
said "who may not is told whom to ask" 'For Can Edit: ask an Admin to make Bob Stein an Editor'
run access explain bob@acme.example p-rev --svg
said "a picture" '^<svg xmlns="http://www.w3.org/2000/svg" width="[0-9]+" height="[0-9]+" role="img">$'
is "with a head for each thing that holds" "$(grep -c '<path class="f"' out)" 2
said "and names" '>group Finance</text>$'
run access explain bob@acme.example p-rev --svg --format json
is "which has no other format" "$rc" 2
run access explain bob@acme.example p-rev --svg --reply
is "nor is it a reply" "$rc" 2

# Every fix does what it says, by its one command; of several steps it is one event.
# step FILE PATH: the words there, run on the copy.
step() {
	"$pick" "$1" "$2" >words
	set --
	while IFS= read -r word; do set -- "$@" "$word"; done <words
	works "  $*" "$@" --yes
}

# fix_rows BETWEEN QUOTE: a line for each fix of fixes.json; who must ask has no key.
fix_rows() {
	j=0
	while [ "$j" -lt "$n" ]; do
		fix=fixes.$j
		j=$((j + 1))
		text=$("$pick" fixes.json $fix.text)
		case $text in *,*) text=$2$text$2 ;; esac
		command=$("$pick" fixes.json "$fix.do.*" | paste -sd ' ' -)
		key=${command:+$("$pick" fixes.json $fix.key)}
		up=$("$pick" fixes.json $fix.also_up)
		down=$("$pick" fixes.json $fix.also_down)
		# Who asks what is an Admin's to do is not told whom else it moves.
		[ "$("$pick" fixes.json $fix.also_known)" != false ] || up='' down=''
		echo "$text$1$up$1$down$1$key$1${command:+gatehouse $command}"
	done
}

for who in u-dana u-bob; do
	run access fixes $who p-rev --format json
	mv out fixes.json
	n=$("$pick" fixes.json 'fixes.#')
	ok "$who has fixes" [ "$n" -ge 3 ]
	# The rows of the table and of CSV are those fixes: all, and in that order.
	run access fixes $who p-rev --format csv
	is "in CSV" "$(cat out)" "text,also_up,also_down,key,command
$(fix_rows , '"')"
	run access fixes $who p-rev
	is "in text" "$(sed 1d out | tr -s ' ')" "$(fix_rows ' ' '')"
	i=0
	while [ "$i" -lt "$n" ]; do
		cp acme.db fixed.db
		store=$tmp/fixed.db
		step fixes.json "fixes.$i.do.*"
		run history --format json
		is "  one event" "$(at 'rows.#')" 2
		run access check $who p-rev can_edit
		is "it helps to $("$pick" fixes.json "fixes.$i.text")" "$rc" 0
		store=$tmp/acme.db
		rm -f fixed.db*
		i=$((i + 1))
	done
done
run access fixes u-bob p-rev --as bob@acme.example --format json
mv out fixes.json
n=$("$pick" fixes.json 'fixes.#')
ok "Bob may ask" [ "$n" -ge 2 ]
run access fixes u-bob p-rev --as bob@acme.example --format csv
is "whom to ask, in CSV" "$(sed 1d out)" "$(fix_rows , '"')"
run access fixes u-bob p-rev --as bob@acme.example
is "and in text" "$(sed 1d out | tr -s ' ')" "$(fix_rows ' ' '' | sed 's/ *$//')"
run access fixes u-dana p-rev --level full_access --format json
is "another level" "$rc" 0

# access report.
run access report --format json
is "report: members" "$(at @ | tr ' ' '\n' | LC_ALL=C sort | tr '\n' ' ')" \
	"complete counts downgraded pairs projects users "
is "report: pairs" "$(at users) $(at projects) $(at pairs)" "40 16 640"
total=$(($(at counts.none) + $(at counts.app_only) + $(at counts.can_view) + \
	$(at counts.can_edit) + $(at counts.full_access)))
is "report: the counts add up" "$total" 640
down=$(at downgraded)
run access report --by project --format csv
is "by project: columns" "$(head -1 out)" "project_id,none,app_only,can_view,can_edit,full_access,downgraded"
is "by project: the sums agree" "$(awk -F, 'NR > 1 { n += $2 + $3 + $4 + $5 + $6; d += $7 } END { print NR - 1, n, d }' out)" \
	"16 640 $down"

# access preview and --dry-run are one.
run access preview group add g-data u-dana --format json
mv out previewed
is "preview: members" "$("$pick" previewed @ | cut -d' ' -f1-5)" "changes up down held complete"
is "preview: who rises" "$("$pick" previewed 'changes.[project=p-rev].after')" can_edit
is "preview: a change" "$("$pick" previewed 'changes.[project=p-rev].before_limits.0.code')" ASSET_MISSING
run group add g-data u-dana --dry-run --format json
is "--dry-run says the same" "$(cat out)" "$(cat previewed)"
run access check u-dana p-rev can_edit
is "and changed nothing" "$rc" 1
fails 2 "preview of a reading verb" user access preview user list
fails 2 "preview of nothing" 'NOUN|COMMAND' access preview
done_with
