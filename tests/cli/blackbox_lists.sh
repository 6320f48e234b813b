#!/bin/sh
# Lists of people from elsewhere (INTERFACES 4.1): user add --file, group add --file.
. "${srcdir_abs:-.}/tests/cli/tap_cases.sh"

lists=${srcdir_abs:?}/tests/model/lists
own lists maya@acme.example
held >before

# Every export by itself, taken back, and nothing is left of it.
for file in entra-users.csv entra-bulk.csv google-users.csv okta-people.csv \
	excel-semicolon.csv excel-unicode.txt excel-big-endian.txt excel-sep.csv index.csv \
	german.csv french.csv spanish.csv entra-group-members.csv
do
	run user add --file "$lists/$file" --role viewer --format json
	is "$file: two people are new" "$rc $(at 'counts.users.add')" "0 2"
	run user show "Jo Holm"
	[ "$rc" = 0 ] || run user show jo@acme.example
	said "$file: Jo is there" 'jo@(acme|elsewhere).example'
	run undo
	held >after
	ok "$file: undone, the workspace is the same, byte for byte" cmp before after
done

run user add --file "$lists/entra-users.csv" --role viewer --dry-run
is "a dry run ends as the deed would" "$rc" 0
said "it lists who would be added" 'user +add +Holm, Jo <jo@acme.example>: Viewer'
said "it says what would move" 'Holm, Jo .*No access -> Can View'
said "it says that nothing was done" 'Nothing was changed'
ok "it says which columns were taken" grep -q 'E-mail from "mail"' err
ok "it names what was not used" grep -q 'not used: .*"jobTitle"' err
ok "who is there is said with the line" grep -q '1 is there already and skipped: bob@acme.example (line 4, Viewer)' err
held >after
ok "nothing was changed" cmp before after
run access preview user add --file "$lists/entra-users.csv" --role viewer --format json
is "the preview has the rows" "$(at 'rows.0.what') $(at 'rows.0.change') $(at 'rows.0.line')" 'user add 2'
is "and who is skipped" "$(at 'rows.2.change') $(at 'rows.2.id')" 'skip u-bob'

run user add --file "$lists/entra-bulk.csv" --role viewer
ok "a line above the header is said" grep -q 'the first line (version:v1.0) is no header' err
run audit list --format json
is "all of it is one event" "$(at 'rows.0.verb')" "user add"
run undo

# Who is suspended there is not added; who is active here is left alone, and both are said.
for file in leavers-entra.csv leavers-blocked.csv leavers-google.csv leavers-okta.csv \
	leavers-two.csv
do
	run user add --file "$lists/$file" --role viewer --format json
	is "$file: of three people one is new" "$rc $(at counts.users.add) $(at counts.skipped)" "0 1 2"
	run undo
done
run user add --file "$lists/leavers-okta.csv" --role viewer --dry-run
ok "who is suspended there is named" grep -q '1 is suspended there and not added: jo@acme.example (line 3)' err
ok "who can still come in here stands first" sh -c 'head -1 err | grep -q "suspended there and active here"'
said "and in the answer" '^1 is suspended there and active here: bob@acme.example\. Would add 1 person from leavers-okta.csv as Viewer: ilse@acme.example\.$'
ok "and who is active here, with the way" grep -q '1 is suspended there and active here, left alone: bob@acme.example (line 4); user deactivate' err
run user add --file "$lists/leavers-two.csv" --role viewer --dry-run
ok "each column of a status is taken" grep -q 'Status from "Status" or "Deactivated" and Name from "Name"$' err
run access preview user add --file "$lists/leavers-okta.csv" --role viewer --format json
is "the plan has the reason" "$(at 'rows.3.name') $(at 'rows.3.change') $(at 'rows.3.after')" \
	'Jo Holm skip suspended there: not added'
is "and leaves alone who is here" "$(at 'rows.4.id') $(at 'rows.4.after')" 'u-bob suspended there, active here: left alone'
run user add --file "$lists/leavers-okta.csv" --role viewer --column status= --format json
is "no column is taken for it" "$rc $(at counts.users.add)" "0 2"
run undo
printf 'email,status\nkim@acme.example,Retired\nlou@acme.example,suspended\n' >status.csv
fails 2 "a status that is none" 'status.csv:2: Status "Retired" is no status' user add --file status.csv --role viewer
run user add --file "$lists/slack-members.csv" --role viewer --format json
is "members of Slack: who is deactivated there is not added" "$rc $(at counts.users.add) $(at counts.skipped)" "0 4 2"
run undo
printf 'email,Status\nkim@acme.example,Full-time\nlou@acme.example,On leave\n' >workers.csv
fails 2 "a status of something else is not passed over" \
	'workers.csv: column "Status" looks like a status.*"Full-time", "On leave"' user add --file workers.csv --role viewer
denied 2 STATUS_UNKNOWN "which has a code" user add --file workers.csv --role viewer
run user add --file workers.csv --role viewer --column status= --dry-run
is "but where it is put aside" "$rc" 0
printf 'email,MFA status\nkim@acme.example,Disabled\n' >mfa.csv
run user add --file mfa.csv --role viewer --dry-run
is "a status of something else that has its words" "$rc" 0
ok "is said" grep -q '"MFA status" was not taken for a status; it has "Disabled"' err

# Entra: who has no mail, a Guest, a group and a device.
run user add --file "$lists/entra-group-members.csv" --role editor --dry-run
said "a Guest there is one here" 'user +add +Jo Holm <jo@elsewhere.example>: Guest'
said "the others have the role that was given" 'user +add +Ilse Duarte <ilse@acme.example>: Editor'
ok "which is said" grep -q '1 is a Guest there, and so here: jo@elsewhere.example; a column of roles gives more' err
ok "whose address is the login is said" grep -q '1 has no address but the login (userPrincipalName), which is taken: ilse@acme.example' err
ok "what is no person is said" grep -q '2 rows are no people, left out: Data Team (line 4, Group) and LAPTOP-7 (line 5, Device)' err
printf 'mail,userType,role\njo@elsewhere.example,Guest,viewer\n' >guest.csv
run user add --file guest.csv --dry-run
said "a column of roles gives more" 'user +add +jo@elsewhere.example: Viewer'
ok "and then nothing is said" test "$(grep -c Guest err)" = 0
printf 'mail,userType\njo@elsewhere.example,Guest\n' >guest.csv
works "a Guest needs no role" user add --file guest.csv --dry-run
printf 'mail,objectType\n,Group\n' >nobody.csv
run user add --file nobody.csv --role viewer
is "nobody but a group is no error" "$rc" 0
said "which is said" 'Nobody in nobody.csv is to be added'
run group add Finance --file "$lists/entra-group-template.csv" --dry-run
said "the template of a group's members is read" '1 person from entra-group-template.csv would be in Finance: Cleo Martin'
ok "and its example left out" grep -q "1 row is no person, left out: Example: .*(line 3, the template's example)" err
printf 'email,suspended\nlou@acme.example,yes\n' >status.csv
run user add --file status.csv --role viewer
is "nobody is left to be added" "$rc" 0
said "which is said" 'Nobody in status.csv is to be added'
run group add Product --file status.csv
is "nor into a group" "$rc" 0
said "which is said too" 'Nobody in status.csv is to be put into Product'
# Suspended there, deactivated here: neither in the group nor there already.
printf 'email,status\nwalt@acme.example,suspended\n' >both.csv
run group add Marketing --file both.csv
is "who is suspended there and deactivated here is no error" "$rc" 0
said "nobody is to be put into the group" 'Nobody in both.csv is to be put into Marketing'
ok "the warning says how it is" grep -q '1 is suspended there, deactivated here: walt@acme.example (line 2)$' err
ok "not that they are in the group" test "$(grep -c 'there already' err out | cut -d: -f2 | sort -u)" = 0
run user add --file both.csv --role viewer --dry-run --format json
is "nor is it said of adding" "$rc $(at counts.skipped) $(at rows.0.after)" "0 1 suspended there, deactivated here"
fails 2 "a member who is nobody here is named" 'leavers-google.csv:2: .*ilse@acme.example.* is nobody here' \
	group add Finance --file "$lists/leavers-google.csv"

run user add --file "$lists/excel-unicode.txt" --format json
is "roles and groups of the file hold" "$rc $(at counts.members.add)" "0 2"
run user show ilse@acme.example
said "the role is of the file" 'role +Editor'
said "the groups are of the file" 'Data Team'
run user add --file "$lists/excel-unicode.txt"
is "a second time nothing has to change" "$rc" 0
said "which is said" 'Nothing had to change'

run group add Finance --file "$lists/entra-users.csv" --format json
is "a group takes who is here: who is not in it yet" "$rc $(at counts.members.add) $(at counts.skipped)" "0 1 2"
run group add Finance --file "$lists/google-members.csv" --dry-run
is "a member list of a group is read" "$rc" 0
printf 'email\nnobody@acme.example\nghost@acme.example\n' >ghosts.csv
fails 2 "who is nobody here is not put into a group" 'ghosts.csv:2: .*nobody@acme.example.* is nobody here' \
	group add Finance --file ghosts.csv

# Addresses as they are pasted, wherever several people can be named.
works "a group takes a pasted list" group add Product 'Bob Stein <bob@acme.example>; "Ilves, Dana" <dana@acme.example>'
run group show Product
said "both are in it" 'dana@acme.example|Dana Ilves'
works "with line ends" group remove Product "$(printf 'bob@acme.example\ndana@acme.example')"
works "and so does sharing" project share p-rev --user 'bob@acme.example, Ilves, Dana <dana@acme.example>' --level can_view
fails 4 "what is no address is a name" 'Bob Stein, nobody@' group add Product 'Bob Stein, nobody@'

# Who stands there twice is told; columns without name and cells are not named.
printf 'Email,Name,,\r\nkim@acme.example,Kim Lang,,\r\nKIM@acme.example,Kim L,,\r\n' >twice.csv
run user add --file twice.csv --role viewer --dry-run
ok "who stands there twice is one person, which is said" grep -q \
	'1 address stands there more than once and is taken for one person: kim@acme.example (lines 2 and 3, of two names the first is taken)' err
ok "empty columns at the end are not told" grep -q 'columns: E-mail from "Email" and Name from "Name"$' err
printf 'kim@acme.example\nlou@acme.example\n' >plain.csv
denied 2 NO_HEADER "a list without a header loses nobody" user add --file plain.csv --role viewer --column 'email=#1'

# Nine errors in one run, each with its line.
run user add --file "$lists/bad.csv" --role viewer
is "a bad file ends with 2" "$rc" 2
is "each fault has its line" "$(sed 's/.*bad.csv:\([0-9]*\):.*/\1/' err | tr '\n' ' ')" "2 3 4 5 6 7 9 10 11 "
{
	echo email
	seq 1 31
} >many.csv
run user add --file many.csv --role viewer
is "twenty are listed, the rest is counted" "$(wc -l <err) $(tail -1 err)" "21 gatehouse: and 11 more"
printf 'email,group\nny@acme.example,No Such Group\nmo@acme.example,Finance\n' >groups.csv
fails 2 "a group that is none is named" 'groups.csv:2: Groups "No Such Group" is no group here' \
	user add --file groups.csv --role viewer
works "groups need not be taken" user add --file groups.csv --role viewer --column groups=
printf 'email,role\nzoe@acme.example,\n' >roles.csv
fails 2 "without a role there is none" 'roles.csv:2: Role "zoe@acme.example" has none' user add --file roles.csv
works "which --role gives" user add --file roles.csv --role guest

printf 'kontakt,who\numa2@acme.example,Uma Two\n' >named.csv
fails 2 "a column of addresses must be known" 'no column is called like' user add --file named.csv --role viewer
works "and can be named" user add --file named.csv --role viewer --column email=Kontakt --column name=who
denied 2 NO_COLUMN "a column that is none" user add --file named.csv --role viewer --column email=contact
denied 2 BAD_VALUE "a field that is none" user add --file named.csv --role viewer --column phone=who
fails 2 "people beside a file" 'beside a file' user add x@acme.example --file named.csv --role viewer
fails 2 "a column of no file" 'of no file' user add x@acme.example --role viewer --column name=who
fails 2 "neither people nor a file" 'email is missing' user add --role viewer
fails 2 "a group wants people or a file" 'user is missing' group add Finance
fails 4 "a file that is not there" 'none.csv' user add --file none.csv --role viewer
printf 'PK\003\004rest' >book.xlsx
fails 2 "a workbook is no CSV" 'save it as CSV' user add --file book.xlsx --role viewer

printf 'mail\npipe@acme.example\n' | "$gatehouse" --store "$store" user add --file - --role viewer >out 2>err
is "standard input is read" "$?" 0
fails 2 "and may be empty" 'standard input: is empty' user add --file - --role viewer
run --as bob@acme.example user add --file roles.csv --role guest
is "who is no Admin may not" "$rc" 3

# A plan that lacks the role says so, once.
printf 'email,role\nx1@acme.example,explorer\nx2@acme.example,explorer\n' >explorers.csv
works "the plan is lowered" workspace plan professional --yes
fails 3 "a role that the plan has not" 'Team' user add --file explorers.csv
works "and raised" workspace plan enterprise --yes

# No step of a scenario reaches for a file.
cat >reach.json <<'END'
{"format":"gatehouse-scenario","version":1,"title":"A list","workspace":"demo",
 "steps":[{"say":"A file.","as":"maya@acme.example","do":["user","add","--file","roles.csv","--role","viewer"],"expect":{"exit":0}}]}
END
run scenario check reach.json
is "a scenario reaches for no file" "$rc" 2

# Many at once.
awk 'BEGIN { print "id;mail;displayName"; for (i = 0; i < 5000; i++) print i ";p" i "@many.example;Person " i }' >many.csv
run user add --file many.csv --role viewer --format json
is "five thousand are one event" "$rc $(at counts.users.add)" "0 5000"

done_with
