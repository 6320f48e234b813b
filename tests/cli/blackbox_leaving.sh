#!/bin/sh
# Who leaves: everything they leave is listed before, goes to whom it shall, and is told
# again later (INTERFACES 2: user deactivate).
. "${srcdir_abs:-.}/tests/cli/tap_cases.sh"

own leaving maya@acme.example
held >before

run user deactivate ravi@acme.example --dry-run
is "a dry run ends with 0" "$rc" 0
said "what is owned stays where nobody takes it" 'project +keep +Churn model stays with Ravi Menon'
said "groups are listed" 'group +keep +Data Team'
run user deactivate ravi@acme.example --transfer-to amir@acme.example \
	--heir 'Churn model=nina@acme.example' --dry-run --format json
is "an heir of one" "$(at 'rows.0.id') $(at 'rows.0.change') $(at 'rows.0.after')" "p-churn transfer u-nina"
is "the rest goes to the other" "$(at 'rows.1.id') $(at 'rows.1.after')" "p-fcst u-amir"
held >after
ok "nothing was done yet" cmp before after

for format in text json csv; do
	run user deactivate ravi@acme.example --transfer-to amir@acme.example \
		--heir 'p-churn=nina@acme.example' --report "leaver.$format" --format "$format"
	is "$format: it is done" "$rc" 0
	is "$format: the report is for its owner alone" "$(stat -c %a "leaver.$format")" 600
	ok "$format: it names what went to whom" grep -q 'p-churn.*u-nina\|Churn model to Nina' "leaver.$format"
	ok "$format: and the groups" grep -q 'Data Team' "leaver.$format"
	ok "$format: and the grant that the handover made" grep -q '^grant *add *Churn model: Full\|"change":"add","field":"level"\|^grant,add,p-churn' "leaver.$format"
	ok "$format: and the heir's new level" grep -q 'Nina.*Can Edit -> Full Access\|"field":"u-nina","before":"can_edit","after":"full_access"\|u-nina,can_edit,full_access' "leaver.$format"
	event=$("$gatehouse" --store "$store" audit list --format json | "$pick" /dev/stdin rows.0.seq)
	run audit show "$event" --format json
	is "$format: the event tells it again" "$(at left.0.id) $(at left.0.after) $(at left.1.after)" "p-churn u-nina u-amir"
	run undo
	held >after
	ok "$format: one undo gives all of it back" cmp before after
done
ok "the report says who left" grep -q 'Ravi Menon <ravi@acme.example> leaves' leaver.text
is "as JSON it is one document" "$("$pick" leaver.json user.email) $("$pick" leaver.json rows.0.change)" "ravi@acme.example transfer"
is "as CSV it has a header" "$(head -1 leaver.csv)" "what,change,id,name,field,before,after"

run user deactivate ravi@acme.example
said "the message names what went over only where it did" 'grants are kept\.$'
run audit show "$event"
said "an earlier event tells what was so then" 'left: project +Churn model to Nina'
run undo

run user deactivate ravi@acme.example --transfer-to amir@acme.example
said "what went over is named" 'Handed over to Amir Haddad: Churn model and Revenue forecast'
run undo

echo mine >there.txt
fails 5 "a file that is there stays" 'there.txt' user deactivate ravi@acme.example --report there.txt
is "it does" "$(cat there.txt)" mine
held >after
ok "and nobody is deactivated" cmp before after
fails 2 "an heir wants a project" 'names no project and its heir' user deactivate ravi@acme.example --heir nina@acme.example
fails 2 "of theirs" 'is not of Ravi Menon' user deactivate ravi@acme.example --heir 'p-rev=nina@acme.example'
fails 4 "that is there" 'none' user deactivate ravi@acme.example --heir 'none=nina@acme.example'
fails 4 "and a person" 'nobody@x.example' user deactivate ravi@acme.example --heir 'p-churn=nobody@x.example'
fails 2 "who stays" 'cannot take the' user deactivate ravi@acme.example --heir 'p-churn=ravi@acme.example'
fails 2 "and is active" 'Walt Pierce is deactivated' user deactivate ravi@acme.example --heir 'p-churn=walt@acme.example'
fails 5 "and can own it" 'Full Access|Kira' user deactivate ravi@acme.example --heir 'p-churn=bob@acme.example'
denied 2 TWICE "and is one" user deactivate ravi@acme.example --heir p-churn=nina@acme.example --heir p-churn=amir@acme.example

# The only editor leaves.
run project create Alone
alone=$("$gatehouse" --store "$store" project list --format json | "$pick" /dev/stdin 'rows.[title=Alone].id')
run project transfer "$alone" ravi@acme.example
run project unshare "$alone" --user maya@acme.example
run user deactivate ravi@acme.example --dry-run --format json
is "what nobody can edit any more stands first" "$(at rows.0.id) $(at rows.0.change)" "$alone no_editor"

done_with
