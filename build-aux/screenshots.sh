#!/bin/sh
# screenshots.sh: the pictures of the README, drawn from the real program by the
# test driver.  Run by make screenshots, never by a test.
cd "$builddir_abs" || exit 99
out=$srcdir_abs/screenshots
mkdir -p "$out"
played=
draw() {	# draw NAME KEYS SIZE; the name says what it is drawn on
	SHOOT_TITLE="gatehouse demo $played" tests/tty/shoot "$3" "$out/$1.svg" \
		"$2" -- "$builddir_abs/src/gatehouse" demo $played || exit 1
}
shoot() {	# shoot NAME KEYS
	for size in 160x50 120x40 80x24; do
		draw "$1-$size" "$2" "$size"
		SHOOT_LIGHT=1 draw "$1-$size-light" "$2" "$size"
	done
}
# A store in which nobody is yet but who made it.
first=$(mktemp -d) || exit 99
trap 'rm -rf "$first"' EXIT
"$builddir_abs/src/gatehouse" --store "$first/acme.db" workspace init --name Acme \
	--plan enterprise --admin ana@acme.example >"$first/said" || exit 1
for size in 160x50 120x40 80x24; do
	for light in '' -light; do
		[ -z "$light" ] || export SHOOT_LIGHT=1
		SHOOT_TITLE=gatehouse tests/tty/shoot "$size" \
			"$out/first-run-$size$light.svg" '<C-l>' -- \
			"$builddir_abs/src/gatehouse" --store "$first/acme.db" || exit 1
		unset SHOOT_LIGHT
	done
done
shoot projects '/revenue<Enter>j'
shoot data-sources '1'
shoot secrets '2'
shoot integrations '3'
shoot users '4/dana<Enter>'
shoot findings '!'
shoot why '/revenue mod<Enter><Tab>w'
shoot palette ':share'
past=':user role u-bob editor<Enter>y:group add g-data u-dana<Enter>yuy'
shoot history "${past}h"
shoot event "${past}hjj<Enter>"
shoot as-of "${past}h<End>a/revenue<Enter>j"
shoot past ":user role u-bob editor<Enter>y:connection access a-snow --add workspace<Enter>y:project archive p-rev<Enter>y/revenue mod<Enter><Tab>/bob st<Enter>w<Left>"
rev='/revenue mod<Enter>'
shoot project "${rev}<Enter>"
shoot menu "${rev}."
shoot share "${rev}Sjose<Enter>"
shoot share-blocked "${rev}S<Right>emil<Enter>"
shoot import "${rev}i<Down><Space>"
shoot project-new 'nForecast review'
shoot project-rename "${rev}:project rename<Enter> 2027"
shoot project-duplicate "${rev}:project duplicate<Enter>"
shoot project-transfer "${rev}:project transfer<Enter>ravi"
shoot project-archive "${rev}:project archive<Enter>"
shoot project-trash "${rev}d"
shoot access '1/snow<Enter>S<Space>'
shoot default-connection '1/analytics<Enter>D'
shoot usage '1/snow<Enter>l'
shoot connection-new '1nLedger copy'
shoot connection-edit '1/snow<Enter>e'
shoot connection-types '1nLedger copy<Tab><Enter>'
shoot connection-oauth '1nLake house<Tab><Tab><Tab><Tab><Tab><Tab><Tab>o'
shoot connection-ssh '1/people data<Enter>e<Tab><Tab><Tab><Tab><Tab><Tab><Tab><Tab><Tab><Tab>'
shoot connection-schedule '1/orders<Enter>e<Tab><Tab><Tab><Tab><Tab><Tab><Tab><Tab><Tab><Tab><Tab>d'
shoot connection-help '1n<F1>'
shoot connection-page '1/snow<Enter><Enter>'
shoot connection-delete '1/snow<Enter>d'
shoot secret-new '2nBILLING_KEY'
shoot secret-edit '2/stripe<Enter>e'
shoot secret-page '2/stripe<Enter><Enter>'
shoot secret-delete '2/stripe<Enter>d'
words='seven green bottles<Enter>'	# which the prompt says in a demo
shoot vault-unlock ':vault unlock<Enter>seven'
shoot secret-reveal "2/stripe<Enter>x$words"
shoot secret-copy '2/stripe<Enter>y'
shoot vault-list ":vault unlock<Enter>${words}K"
# Oskar had a key, and left.
gh() {
	"$builddir_abs/src/gatehouse" --store "$first/left.db" "$@" 3<"$first/words" \
		>"$first/said" 2>&1 || exit 1
}
printf 'seven green bottles' >"$first/words"
"$builddir_abs/src/gatehouse" demo --keep "$first/left.db" >"$first/said" || exit 1
gh secret reveal STRIPE_KEY --yes --passphrase-fd 3
gh user deactivate maya@acme.example --yes
gh vault passphrase --new-passphrase-fd 3
gh user reactivate maya@acme.example --yes
gh vault admin-add oskar@acme.example --yes --passphrase-fd 3
gh user deactivate maya@acme.example --yes
gh secret reveal STRIPE_KEY --yes --passphrase-fd 3
gh user reactivate maya@acme.example --yes
gh vault admin-revoke oskar@acme.example --passphrase-fd 3
gh vault done ADS_API_TOKEN
for size in 160x50 120x40 80x24; do
	for light in '' -light; do
		[ -z "$light" ] || export SHOOT_LIGHT=1
		SHOOT_TITLE=gatehouse tests/tty/shoot "$size" \
			"$out/vault-worklist-$size$light.svg" ':vault worklist<Enter>' -- \
			"$builddir_abs/src/gatehouse" --store "$first/left.db" || exit 1
		unset SHOOT_LIGHT
	done
done
shoot provider-connect '3<Down><Down><Down><Down><Down><Enter>'
shoot provider-server '3<Down><Down><Down><Down><Down><Enter><Tab><Tab><Enter>'
shoot provider-bitbucket '3<Down><Down><Down><Down><Down><Down><Down><Enter><Tab><Tab><Enter>'
shoot provider-page '3<Down><Down><Down><Down><Enter>'
shoot package-new '3/ml-utils<Enter>n'
shoot package-edit '3/ml-utils<Enter>e'
shoot files-new '3/s3 lake<Enter>n'
shoot files-page '3/s3 lake<Enter><Enter>'
shoot tokens '3o'
shoot token-new '3on'
shoot user-add '4nzoe@acme.example, bob@acme.example<Enter>'
shoot user-edit '4/bob<Enter>e<Down><Left>'
shoot user-deactivate '4/ravi<Enter>d<Up>amir<Enter><Tab><Tab><Enter>nina<Enter>'
shoot leave-together '4+ravi<Enter>+cleo<Enter>d'
shoot compare '4/dana<Enter><Space><Esc>/ravi<Enter><Space><Esc>='
shoot ladders '4/dana<Enter><Space><Esc>/ravi<Enter><Space><Esc>=<Down><Enter>'
shoot user-role '4/bob<Enter>e<Tab><Enter>'
shoot group-new '4onAuditors'
shoot group-edit '4o/finance<Enter>e'
shoot group-delete '4o/finance<Enter>d'
shoot plan ':workspace plan<Enter><Enter>'
shoot plan-gates ':workspace plan community<Enter>y3'
shoot plan-gate-form ':workspace plan community<Enter>y1n'
shoot settings ':workspace set<Enter>'
shoot access-group-page '4o/finance<Enter><Enter>'
shoot act-as '5A'
shoot acting '5Abob<Enter>'
shoot theme ':theme<Enter>'
shoot messages ':messages<Enter>'
shoot ask ':can bob edit revenue'
asked='5Abob<Enter>/revenue mod<Enter>wn1'
shoot request "$asked"
shoot answer "$asked<F8><Esc>AW<Enter>"
shoot keys '?'
shoot bulk '4/finance<Enter><Space><Space>d'
shoot what-if "${rev}t:group add g-data u-dana<Enter>y"
shoot what-if-steps "${rev}t:group add g-data u-dana<Enter>yt"
play() {	# play NAME SCENARIO KEYS
	played=$2
	shoot "$1" "$3"
	played=
}
play play-interview interview '<Right><Right><Right>'
play play-refused sensitive '<Right><Right><Right><Right><Right><Right><Right><Right>'
play play-two-limits two-limits '<Right>'
play play-default default-connection '<Right><Right><Right>'

