#!/bin/sh
# Two of one name are told apart wherever the name stands alone (D27): people by
# e-mail, groups, assets and projects by id; JSON and CSV stay as they are.
. "${srcdir_abs:-.}/tests/cli/tap_cases.sh"
cat >two.json <<JSON
{"format":"gatehouse-workspace","version":1,"workspace":{"name":"W"},
"users":[{"id":"u-ada","email":"ada@x.example","name":"Ada","role":"admin","unix_login":"$login"},
{"id":"u-one","email":"bob.stein@x.example","name":"Bob Stein","role":"viewer"},
{"id":"u-two","email":"bob.stein@y.example","name":"bob stein","role":"editor"},
{"id":"u-eve","email":"eve@x.example","name":"Eve","role":"editor"}],
"groups":[{"id":"g-one","name":"Finance","members":["u-one","u-two"]},
{"id":"g-two","name":"Finance","members":["u-eve"]},
{"id":"g-data","name":"Data Team"}],
"assets":[{"id":"a-one","kind":"data_connection","name":"Snow","type":"snowflake",
"config":{"account":"x"},"access":["g-two"]},
{"id":"a-two","kind":"secret","name":"Snow","access":["workspace"]}],
"projects":[{"id":"p-one","title":"Plan","owner":"u-ada","assets":["a-one"],
"grants":[{"group":"g-one","level":"can_edit"}]},
{"id":"p-two","title":"Plan","owner":"u-ada"},
{"id":"p-sole","title":"Sole","owner":"u-ada"}]}
JSON
works "two of one name" workspace import two.json
store=$tmp/s.db

run access explain u-two p-one
said "explain: person and title" 'bob stein \(bob\.stein@y\.example\) can view Plan \(p-one\)'
said "explain: through which group" 'through Finance \(g-one\)'
said "explain: which asset, shared with whom" 'connection Snow \(a-one\), shared only with Finance \(g-two\)'
run access explain u-eve p-sole
said "nothing is added to what is alone" '^Eve has no access to Sole: Sole is not shared with Eve\.'

run access project p-one
said "access project: title" '^Plan \(p-one\): '
said "access project: why" 'via Finance \(g-one\)|Snow \(a-one\)'
run access asset a-one
said "access asset" '^Snow \(a-one\) is shared with Finance \(g-two\):'
run access user u-one
said "access user" '^Bob Stein \(bob\.stein@x\.example\): '
run access project p-one --format csv
is "CSV stays" "$(grep -c 'bob stein\|(p-one)\|(g-one)' out)" 0
run access project p-one --format json
is "JSON: the group's name" "$(at 'users.[id=u-two].sources.0.name')" Finance
is "JSON: the title" "$(at project.title)" Plan

run project share p-two --user u-one --level can_view --dry-run
said "preview" '^Bob Stein \(bob\.stein@x\.example\)  +Plan \(p-two\)'
run project share p-two --user u-one --level can_view
said "message: person and title" 'Bob Stein \(bob\.stein@x\.example\).*Plan \(p-two\)'
run project share p-two --group g-two --level can_view
said "message: group" 'Finance \(g-two\)'
fails 5 "refusal: the owner's project" 'Ada owns Plan \(p-two\)' \
	project share p-two --user u-ada --level can_view
run group list
said "group list: ids" 'g-one +Finance'
run project archive p-one
said "archived" '^Plan \(p-one\) is archived'
run project unshare p-two --user u-one
said "unshared" 'Bob Stein \(bob\.stein@x\.example\)'

# What the subject may not see is no other.
works "a project of Eve's" project transfer p-two u-eve
run --as eve@x.example access user u-eve
is "Eve sees one Plan only" "$(grep -c '(p-two)' out)" 0
done_with
