#!/bin/sh
# Exit statuses and the two forms of an error.
. "${srcdir_abs:-.}/tests/cli/tap_cases.sh"

# 4: nothing there.
store=$tmp/none.db
for verb in 'access project p-rev' 'access report' 'user list' 'workspace show' \
    'workspace export' 'audit list' 'group show g-fin' 'connection list' \
    'workspace verify' 'access preview group create X'; do
	# shellcheck disable=SC2086
	fails 4 "$verb on a missing store" 'none\.db' $verb
done
fails 4 "a writing verb on a missing store" 'none\.db' group create X
ok "nothing was made" [ ! -e none.db ]
denied 4 STORE_MISSING "as JSON" user list
is "its members" "$("$pick" err error.@)" "kind code field text needs remedy"
is "its kind" "$("$pick" err error.kind)" not_found
fails 2 "no store and no terminal: no set-up" 'workspace init'
ok "nor a store" [ ! -e none.db ]

# 8: not ours.
printf 'SQLite format 3\000' >damaged.db
head -c 8192 /dev/zero | tr '\0' '\377' >>damaged.db
head -c 20000 "$gatehouse" >other.db
: >empty.db
for name in damaged other; do
	store=$tmp/$name.db
	before=$(bytes)
	fails 8 "$name.db is read" "$name\\.db" user list
	fails 8 "$name.db is written" "$name\\.db" group create X
	fails 8 "$name.db is imported into" "$name\\.db" workspace import "$demo" --yes
	is "$name.db is as it was" "$(bytes)" "$before"
done
store=$tmp/damaged.db
run user list --format json
is "as JSON" "$rc $("$pick" err error.kind)" "8 store"
store=$tmp/good.db
works "a good store" workspace import "$demo" --admin maya@acme.example
# A SQLite file of another program: ours without its application id.
cp good.db foreign.db
printf '\001\002\003\004' | dd of=foreign.db bs=1 seek=68 conv=notrunc 2>dd.err
store=$tmp/foreign.db
before=$(bytes)
fails 8 "a foreign SQLite file is read" 'foreign\.db' user list
fails 8 "a foreign SQLite file is written" 'foreign\.db' group create X
is "it is as it was" "$(bytes)" "$before"
cp good.db cut.db
dd if=good.db of=cut.db bs=4096 count=5 2>dd.err
store=$tmp/cut.db
fails 8 "a store cut off" 'cut\.db' user list
store=$tmp
fails 8 "a folder is no store" "not a file" user list
store=$tmp/good.db

# 2: wrong usage.
fails 2 "an unknown noun" 'porject' porject list
fails 2 "it suggests the nearest" 'project' projct list
fails 2 "an unknown verb" 'shaer' project shaer
fails 2 "it suggests the nearest verb" '(^|[^a-z])share' project shaer
fails 2 "a noun alone" 'project' project
fails 2 "an unknown option" 'nosuch' user list --nosuch
fails 2 "an argument too many" 'extra' user list extra
fails 2 "an argument missing" 'PROJECT' access project
fails 2 "an option missing" 'level' project share p-rev --user u-gus
fails 2 "an option without its value" 'level' project share p-rev --user u-gus --level
fails 2 "an unknown format" 'format' user list --format xml
fails 2 "an unknown level" 'can_fly' access check u-bob p-rev can_fly
fails 2 "an unknown role" 'boss' user role u-bob boss
fails 2 "an unknown plan" 'gold' workspace plan gold --yes
fails 2 "a typed control character" 'control|U\+001B|character' group create "$(printf 'a\033b')"
fails 2 "a typed C1 control" 'control|U\+009B|character' group create "$(printf 'a\302\233b')"
fails 2 "typed invalid UTF-8" 'UTF-8' group create "$(printf 'a\377b')"
fails 2 "--store without its value" 'store' --store
denied 2 UNKNOWN_VERB "an unknown verb as JSON has a code" project shaer
is "of kind usage or invalid" "$("$pick" err error.kind | grep -cE '^(usage|invalid)')" 1

# 4: not found; ambiguous names list who was meant.
denied 4 NOT_FOUND "an unknown project" access project p-none
denied 4 NOT_FOUND "an unknown user" access user nobody@acme.example
denied 4 NOT_FOUND "an unknown group" group show g-none
denied 4 NOT_FOUND "an unknown asset" access asset a-none
denied 4 NOT_FOUND "--as somebody unknown" --as nobody@acme.example project list
fails 4 "in words, with a way out" 'p-none.*\(|p-none.*list' access project p-none
works "one group Twin" group create Twin
works "another (D27)" group create Twin
fails 2 "an ambiguous name" '2 groups' group show Twin
denied 2 NAME_AMBIGUOUS "as JSON" group show Twin
run group list --format csv
ids=$(sed -n 's/^\([^,]*\),Twin,.*/\1/p' out)
is "there are two" "$(echo "$ids" | grep -c .)" 2
run group show Twin
for id in $ids; do
	ok "the error lists the candidate $id" grep -q -e "$id" err
done

# 1: a check that does not hold.
fails_check() {
	run access check "$2" "$3" "$4"
	is "check $2 $3 $4" "$rc" "$1"
	ok "it prints the sentence" [ "$(wc -l <out)" = 1 ]
}
fails_check 1 u-bob p-rev can_edit
fails_check 0 u-bob p-rev can_view
fails_check 0 u-ravi p-rev can-edit
fails_check 0 u-ravi p-rev 'Can Edit'
fails_check 0 u-ravi p-rev share
fails_check 1 u-ravi p-rev rename
fails_check 0 'Maya Lindqvist' 'Revenue model' full_access
fails_check 0 maya@acme.example 'Revenue model' delete

# 3: denied.
denied 3 ACTING_AS "with --as nothing is written" --as ravi@acme.example group create X
own maya maya@acme.example
denied 3 LEVEL_NEEDED "sharing needs a level" project share p-churn --user u-gus --level can_view
is "what it needs" "$("$pick" err error.needs)" can_edit

# 5: conflict.
denied 5 ASSET_MISSING "a direct grant above what a person may use" \
	project share p-rev --user u-gus --level can_edit

# 0 of the rest.
for words in help 'help project' 'help project share' 'project --help' \
    'project share --help' --version; do
	# shellcheck disable=SC2086
	works "$words" $words
	ok "$words says something on standard output" [ -s out ]
done
store=$tmp/none.db
works "help needs no store" help access
works "nor does scenario list" scenario list
ok "nothing was made by that" [ ! -e none.db ]
done_with
