#!/bin/sh
# scenario record where it cannot, and scenarios with several commands in a step.
. "${srcdir_abs:-.}/tests/cli/tap_cases.sh"

fails 2 "without a terminal" 'needs a terminal' scenario record new.json --demo
is "nothing is made" "$(ls new* 2>/dev/null)" ''
fails 2 "without a file" 'file|File' scenario record
fails 2 "in the demo and in a copy" '--demo and --copy' scenario record new.json --demo --copy
is "nor is anything made" "$(ls new* 2>/dev/null)" ''
fails 2 "an option that it has not" 'frobnicate' scenario record new.json --frobnicate
run help scenario record
said "help tells of the second file" 'workspace.json'

# step TEXT: a scenario of this one step.
step() {
	printf '{"format":"gatehouse-scenario","version":1,"steps":[%s]}' "$1" >s.json
}

step '{"do":["group","create","Fresh"],"and":[["group","add","Fresh","bob@acme.example"]],
"expect":{"exit":0}}'
works "two commands are one step" scenario check s.json
run scenario run s.json
said "and are told so" 'group create Fresh and group add Fresh bob@acme.example'
step '{"do":["group","create","Fresh"],"and":[["group","add","Fresh","nobody@acme.example"]],
"expect":{"exit":4}},{"do":["group","show","Fresh"],"expect":{"exit":4}}'
works "where one is refused none is done" scenario check s.json
step '{"do":["group","create","Fresh"],"and":[["group","list"]],"expect":{"exit":2}}'
works "each of them writes" scenario check s.json
step '{"and":[["group","create","Fresh"]]}'
fails 2 "and without do" 'steps.0..and.*without a "do"' scenario check s.json
step '{"do":["group","create","Fresh"],"and":["group","create","Other"]}'
fails 2 "and is a list of commands" 'steps.0..and.0..*is no list' scenario check s.json
step '{"do":["group","create","Fresh"],"and":[]}'
fails 2 "and has one" 'steps.0..and.*no list of commands' scenario check s.json
step '{"do":["group","create","Fresh"],"and":[["workspace","import","/etc/passwd"]]}'
fails 2 "none reaches outside" 'steps.0..and.0..*outside' scenario check s.json
step '{"do":["scenario","record","x.json"],"expect":{"exit":0}}'
fails 2 "nor does a step record" 'outside' scenario check s.json

# What is not checked is not told as if it were.
step '{"say":"About #1."},{"say":"NOT RECORDED: user add: it reaches #2"},
{"do":["group","create","Fresh"]},{"expect":{"access":[]}}'
run scenario check s.json
is "a step that only says something is skipped" "$(sed -n 1p out)" \
	'ok 1 - s.json 1: About \#1. # SKIP nothing is done or expected here'
is "so is one that was not recorded, with the reason" "$(sed -n 2p out)" \
	'ok 2 - s.json 2 # SKIP NOT RECORDED: user add: it reaches \#2'
is "what is done is not" "$(sed -n 3p out)" 'ok 3 - s.json 3: group create Fresh'
run scenario check s.json --format json
is "as rows, too" "$rc $(at rows.0.skipped) $(at rows.2.skipped)" "0 nothing is done or expected here null"
done_with
