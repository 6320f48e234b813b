#!/bin/sh
# A preview counts all and lists the first: --dry-run, --all, JSON and CSV that are
# written while they are found.
. "${srcdir_abs:-.}/tests/cli/tap_cases.sh"

# 700 people, one group of all of them, 4 projects that the group can edit.
awk 'BEGIN {
	printf "{\"format\":\"gatehouse-workspace\",\"version\":1,"
	printf "\"workspace\":{\"name\":\"Many\",\"plan\":\"enterprise\"},\"users\":["
	printf "{\"id\":\"u-boss\",\"name\":\"Boss\",\"email\":\"boss@m.example\",\"role\":\"admin\"}"
	for (i = 0; i < 700; i++)
		printf ",{\"id\":\"u-%04d\",\"name\":\"Person %04d\",\"email\":\"p%04d@m.example\",\"role\":\"editor\"}", i, i, i
	printf "],\"groups\":[{\"id\":\"g-all\",\"name\":\"All\",\"members\":["
	for (i = 0; i < 700; i++) printf "%s\"u-%04d\"", i ? "," : "", i
	printf "]}],\"projects\":["
	for (i = 0; i < 4; i++)
		printf "%s{\"id\":\"p-%d\",\"title\":\"Project %d\",\"owner\":\"u-boss\",\"grants\":[{\"group\":\"g-all\",\"level\":\"can_edit\"}]}", i ? "," : "", i, i
	print "]}"
}' >many.json
store=$tmp/many.db
works "the workspace comes in" workspace import many.json --admin boss@m.example

works "a dry run of much" group delete g-all --dry-run
is "lists the first 40" "$(grep -c 'Can Edit -> No access' out)" 40
is "says how many more" "$(grep -cF '... and 2760 more (--all shows them)' out)" 1
is "counts all" "$(grep -c 'If done: 700 people lose on 4 projects' out)" 1
works "--all" group delete g-all --dry-run --all
is "lists every pair" "$(grep -c 'Can Edit -> No access' out)" 2800
is "and cuts nothing" "$(grep -cF '(--all' out)" 0
cp out all
works "access preview lists the first ones too" access preview group delete g-all
is "of a preview" "$(grep -c 'Can Edit -> No access' out)" 40
works "a small one is whole" group remove g-all u-0001 --dry-run
is "and does not speak of more" "$(grep -cF '(--all' out)" 0

works "as JSON" group delete g-all --dry-run --format json
is "more than is held at a time" "$([ "$(wc -c <out)" -gt 200000 ] && echo yes)" yes
is "JSON has every pair" "$(at 'changes.#')" 2800
is "and what stands beside" "$(at down) $(at 'warnings.#')" "2800 0"
cp out deleted
works "the preview of it" access preview group delete g-all --format json
ok "is the same" cmp out deleted
works "as CSV" group delete g-all --dry-run --format csv
is "CSV has every pair and a header" "$(wc -l <out)" 2801
works "as JSON of a grant" project share p-0 --group g-all --level can_view --dry-run --format json
is "as the facts stand after it" "$(at 'changes.#') $(at changes.0.after)" "700 can_view"

# A reader that goes away, a disk that is full.
"$gatehouse" --store "$store" group delete g-all --dry-run --format json | head -c 100 >out
is "a pipe that closes is no error" "$(wc -c <out)" 100
if [ -w /dev/full ]; then
	"$gatehouse" --store "$store" group delete g-all --dry-run --format json >/dev/full 2>err
	is "a full disk is" "$?" 8
else
	pass "a full disk is # SKIP no /dev/full"
fi
works "nothing was changed" group show g-all --format json
is "all are still there" "$(at 'members.#')" 700
done_with
