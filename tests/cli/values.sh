#!/bin/sh
# One value, one reader, whatever the door; names and addresses in one form.
. "${srcdir_abs:-.}/tests/cli/tap_cases.sh"
nbsp=$(printf '\302\240') zero=$(printf '\342\200\213')
composed=$(printf 'Jos\303\251') decomposed=$(printf 'Jose\314\201')

# person EMAIL FIELD: of the store.
person() {
	run user show "$1" --format json
	at "$2"
}

# Lists of addresses as directories, mail programs and spreadsheets give them.
own maya maya@acme.example
works "lines" user add "$(printf 'h1@acme.example\nh2@acme.example')" --role viewer
works "commas, semicolons, tabs" user add "$(printf 'h3@acme.example,h4@acme.example;h5@acme.example\th6@acme.example')" --role viewer
run user list --format csv
is "all six are there" "$(grep -c ',h[1-6]@acme.example,' out)" 6
works "Name <addr>" user add 'Eva Lind <eva@acme.example>' --role viewer
is "with the name" "$(person eva@acme.example name)" 'Eva Lind'
works "\"Lind, Eva\" <addr>" user add '"Lind, Eva" <eva2@acme.example>' --role viewer
is "with its comma" "$(person eva2@acme.example name)" 'Lind, Eva'
works "Lind, Eva <addr>;" user add 'Lind, Eva <eva3@acme.example>; Berg, Bo <bo@acme.example>;' --role viewer
is "the first" "$(person eva3@acme.example name)" 'Lind, Eva'
is "and the second" "$(person bo@acme.example name)" 'Berg, Bo'

# One row that is there does not stop the others; several faults are said at once.
run user add g1@acme.example,bob@acme.example,g2@acme.example --role viewer --format json
is "who is there is skipped" "$rc $(at 'warnings.0.code')" '0 EMAIL_TAKEN'
run user list --format csv
is "the others are added" "$(grep -c ',g[12]@acme.example,' out)" 2
fails 5 "nobody left to add" 'there already' user add g1@acme.example,bob@acme.example --role viewer
fails 2 "three faults at once" '3 of 4 .*one.*two.*three@' user add 'one,two,three@,ok@acme.example' --role viewer
fails 2 "a zero-width sign is in no address" 'no address has' user add "bo${zero}b@acme.example" --role viewer
fails 2 "nor is a blank of another kind" "not of the form" user add "a${nbsp}b@acme.example" --role viewer

# Names: tidy and composed at every door, found in either form.
works "a name with blanks around it" group create " ${nbsp}Finance$zero " --user bob@acme.example
run group list --format csv
is "is kept without them" "$(grep -c ',Finance,' out)" 2
run group create "Finance${nbsp}" --format json
is "and another of it is warned of" "$(at 'warnings.0.code')" NAME_DUPLICATE
works "a decomposed name" user add "luna@acme.example" --role viewer --name "$decomposed Luna"
is "is stored composed" "$(person luna@acme.example name)" "$composed Luna"
is "and found decomposed" "$(person "$decomposed Luna" email)" luna@acme.example
works "a title" project create " Caf$(printf 'e\314\201') $nbsp"
run project list --format csv
said "is tidy" "$(printf ',Caf\303\251,')"

fails 2 "a name of blanks only" 'empty|missing' group create "$nbsp$zero"

# What has no effect, is public, is deactivated, or looks like another is said.
own two maya@acme.example
# warns NAME CODE ARG...: once; quiet: not at all.
count_of() {
	code=$1
	shift
	run "$@" --dry-run --yes --format json
	grep -o "\"code\":\"$code\"" out | wc -l
}
warns() {
	what=$1 code=$2
	shift 2
	is "$what" "$(count_of "$code" "$@")" 1
}
quiet() {
	what=$1 code=$2
	shift 2
	is "$what" "$(count_of "$code" "$@")" 0
}
warns "a group gets less than the workspace share gives" NO_EFFECT project share p-rev --group Product --level app_only
quiet "more has an effect" NO_EFFECT project share p-rev --group Product --level can_edit
works "an empty group" group create Empty
warns "nobody is in it" NO_EFFECT project share p-rev --group Empty --level can_edit
warns "an asset's group that has access already" NO_EFFECT secret access STRIPE_KEY --add Finance
quiet "one that has not" NO_EFFECT connection access a-hr --add Finance
warns "a person who has as much" NO_EFFECT project share p-rev --user bob@acme.example --level app_only
warns "results become public" RESULTS_PUBLIC project import p-rev --asset a-hr
quiet "not without a link" RESULTS_PUBLIC project import p-churn --asset a-hr
run workspace set share_to_web off
quiet "nor with sharing to the web off" RESULTS_PUBLIC project import p-rev --asset a-hr
quiet "is not one's own" SELF_DEMOTION user role amir@acme.example viewer
works "another Admin" user role amir@acme.example admin
works "who can come in" user edit amir@acme.example --unix-login amir
warns "one's own is said before" SELF_DEMOTION user role maya@acme.example viewer
denied 2 YES_NEEDED "and asked for" user role maya@acme.example viewer
run user deactivate ravi@acme.example --yes --transfer-to amir@acme.example
warns "somebody deactivated joins" DEACTIVATED group add Finance ravi@acme.example
run group show "Data Team"
said "and is marked in groups" 'Ravi Menon.*deactivated'
run group list --format csv
is "which count all and the active" "$(grep '^g-data,' out | cut -d, -f4,7)" 6,5
warns "a letter of another script" LOOK_ALIKE user add "b$(printf '\320\276')b@acme.example" --role viewer
quiet "an accent is no disguise" LOOK_ALIKE user add "b$(printf '\303\263')b@acme.example" --role viewer
printf '{"format":"gatehouse-workspace","version":1,"workspace":{"name":"W"},"users":[{"id":"a","email":"ana@acme.example","role":"admin"},{"id":"b","email":"%sna@acme.example","role":"viewer"}]}' "$(printf '\320\260')" >alike.json
store=$tmp/alike.db
run workspace import alike.json --format json
is "in files too" "$(at 'warnings.0.code')" LOOK_ALIKE

# Habits of other programs.
fails 2 "--json" 'say --format json' user list --json
fails 2 "-o json" 'say --format json' user list -o json
fails 2 "--json before the noun" 'say --format json' --json user list
run user list --help
said "help of a reading verb lists the options" '--format'

# Files take what arguments take.
cat >forms.json <<J
{"format":"gatehouse-workspace","version":1,"workspace":{"name":" W$nbsp","plan":"Enterprise","settings":{"share_to_web":"YES"}},
"users":[{"id":"u1","email":" Ada@acme.example$nbsp","name":"${decomposed}$nbsp","role":"Admin","active":"TRUE"},
 {"id":"u2","email":"b@acme.example","role":"author","active":1}],
"groups":[{"id":"g1","name":" Team$zero"}],
"projects":[{"id":"p1","title":"$nbsp T ","owner":"u1","state":"Active","workspace":"Can View","public_web":"App Only","editors_may_share":"off",
 "grants":[{"user":"u2","level":"Can Edit"},{"group":"g1","level":"can-view"}]}]}
J
store=$tmp/forms.db
works "a JSON file in the forms of people" workspace import forms.json --yes
run workspace export
is "levels, roles, switches" "$(at 'users.0.role') $(at 'users.1.role') $(at 'users.1.active') $(at 'projects.0.grants.0.level') $(at 'projects.0.editors_may_share')" 'admin editor true can_edit false'
is "names and addresses are tidy" "$(at 'users.0.email')|$(at 'users.0.name')|$(at 'groups.0.name')|$(at 'projects.0.title')|$(at 'workspace.name')" "Ada@acme.example|$composed|Team|T|W"
mkdir csv
printf 'id,email,name,role,active\nu1, ada@acme.example ,%s ,Admin,TRUE\nu2,b@acme.example,B,Author,Yes\nu3,c@acme.example,C,VIEWER,0\n' "$decomposed" >csv/users.csv
printf 'id,title,owner_id,state,workspace,public_web,editors_may_share\np1, T ,u1,ACTIVE,Can View,none,FALSE\n' >csv/projects.csv
printf 'project_id,user_id,group_id,level\np1,u2,,Full Access\n' >csv/grants.csv
store=$tmp/csv.db
works "a CSV folder in the forms of spreadsheets" workspace import csv --yes
run workspace export
is "is the same" "$(at 'users.0.email')|$(at 'users.0.name')|$(at 'users.0.role') $(at 'users.1.role') $(at 'users.2.active') $(at 'projects.0.title') $(at 'projects.0.workspace') $(at 'projects.0.editors_may_share') $(at 'projects.0.grants.0.level')" "ada@acme.example|$composed|admin editor false T can_view false full_access"
printf 'id,email,name,role,active\nu1,ada@acme.example,A,admin,true\nu2,%sda@acme.example,B,editor,true\n' "$(printf '\357\275\201')" >csv/users.csv
fails 2 "one address in two forms is one" 'already' workspace import csv --yes
printf 'id,email,name,role,active\nu1,ada@acme.example,A,admin,true\nu2,b b@acme.example,B,editor,true\n' >csv/users.csv
fails 2 "what is no address is refused in files too" 'users.csv:3.*blank' workspace import csv --yes
done_with
