#!/bin/sh
# What is saved is checked at once, by a courier that stands beside the program and says
# what this script has laid ready; and one signs in with a code.
. "${srcdir_abs:-.}/tests/cli/tap_cases.sh"
mkdir there
cp "$gatehouse" there/gatehouse || exit 99
gatehouse=$tmp/there/gatehouse
cat >there/gatehouse-courier <<-end
	#!/bin/sh
	cd $tmp || exit 1
	cat >part.\$\$
	job=\$(sed 's/.*"job":"\([a-z_]*\)".*/\1/' part.\$\$)
	mv part.\$\$ letter.\$job
	cat says.\$job
	[ -f slow ] && sleep 30
	exit 0
end
chmod +x there/gatehouse-courier
step() {
	printf '{"step":"%s","status":"%s","reason":%s,"ms":1}\n' "$1" "$2" "${3:-null}"
}
good() {
	step connect ok
	printf '{"fact":{"field":"account_id","value":"7"}}\n{"identity":"octocat"}\n'
	step auth ok
	echo '{"done":true}'
}
bad() {
	step connect ok
	step auth fail "\"$1\""
	echo '{"done":true}'
}
own checks maya@acme.example
printf 'four words are enough' >words
printf canary-token >value
works "a vault" vault init --memory 64 --new-passphrase-fd 3 3<words

# ---- what is saved is checked
good >says.verify
run provider disconnect pr-github --yes
run provider connect github --auth token --value-fd token=4 --passphrase-fd 3 --format json \
	3<words 4<value
is "a provider is connected and verified" "$rc $(at checks.0.status) $(at checks.0.identity)" \
	"0 ok octocat"
is "what was not verified is no warning any more" "$(grep -c NOT_VERIFIED out)" 0
is "no value is in the answer" "$(grep -c canary out err says.verify)" "out:0
err:0
says.verify:0"
run provider list --format csv
said "its state" '^pr-.*,github,GitHub,,connected'
bad auth-bad >says.verify
run files connect Pond --type s3 --field bucket=acme-lake-2 --field region=eu-central-1 \
	--field access_key_id=AKIAIOSFODNN7EXAMPLE --value-fd secret_access_key=4 \
	--passphrase-fd 3 --timeout 9 3<words 4<value
is "it stays saved although its check fails" "$rc" 0
said "and says what is wrong" '^  auth +fail +The sign-in was refused'
said "of what" '^Pond: fail, auth-bad'
is "the time that was given" "$(sed 's/.*"timeout_ms":\([0-9]*\).*/\1/' letter.verify)" 9000
run files list --format csv
said "its status" ',Pond,s3,error,'
rm -f letter.verify
run files edit Pond --description "the other one" --format json
is "what no check tries is not tried again" "$rc $(ls letter.verify 2>&1 | grep -c No)" "0 1"
run files edit Pond --field region=eu-west-1 --format json
is "a locked vault: saved, not checked, and why" \
	"$rc $(at checks.0.status) $(at checks.0.steps.0.detail)" \
	"0 skip not checked: the vault is locked"
run files edit Pond --field region=eu-west-3 --draft --format json
is "nor where that was said" "$rc $(grep -c '"checks"' out)" "0 0"
run files edit Pond --field region=eu-west-2 --dry-run --passphrase-fd 3 --format json 3<words
is "nor in a dry run" "$rc $(ls letter.verify 2>&1 | grep -c No)" "0 1"
fails 2 "no time is too short" '1 to 600 seconds' files edit Pond --field region=eu-west-1 \
	--timeout 0
run files show Pond --format json
is "and then nothing is saved" "$(at config.region)" eu-west-3
step ref ok >says.resolve
echo '{"ref":{"kind":"branch","name":"main","commit":"4ed7209aa04d2c2a6d0c5b3f3a3d3b1f0c1e2d3a"}}' >>says.resolve
echo '{"done":true}' >>says.resolve
run package add utils2 --provider GitHub --repository acme/utils --passphrase-fd 3 3<words
is "a package is resolved" "$rc" 0
said "to its commit" '^utils2: ok; main @ 4ed7209$'
run package list --format csv
said "which the list has" ',utils2,.*,main,false,4ed7209aa04d2c2a6d0c5b3f3a3d3b1f0c1e2d3a,20'

# ---- exit statuses, as INTERFACES has them
bad dns >says.verify
run provider verify GitHub --passphrase-fd 3 3<words
is "one failed" "$rc" 7
good >says.verify
run provider verify GitHub --passphrase-fd 3 3<words
is "it is good" "$rc" 0
bad dns >says.verify
run provider verify --all --passphrase-fd 3 3<words
is "one that was good failed" "$rc" 1
run provider verify --all --passphrase-fd 3 3<words
is "one fails as before" "$rc" 7
run provider verify --failed --since yesterday --format json
is "and is listed, asking nobody" "$rc $(grep -c '"reason":"dns"' out)" "0 1"
denied 6 VAULT_LOCKED "the vault is locked" provider verify GitHub
bad dns >says.repos
fails 7 "a list that fails" 'not known here' provider repos GitHub --passphrase-fd 3 3<words
echo '{"row":{"id":"7","name":"acme/utils","default_branch":null,"private":false}}' >says.repos
step list ok >>says.repos
echo '{"done":true}' >>says.repos
run provider repos GitHub --passphrase-fd 3 --format csv 3<words
is "a list" "$(cat out)" "id,name,default_branch,private
7,acme/utils,,false"

# ---- a file is looked for where it is said to be
printf '{"row":{"key":"raw/x.csv","size":"12","modified":null,"folder":false}}\n' >says.browse
step list ok >>says.browse
echo '{"done":true}' >>says.browse
run files browse Pond raw/ --passphrase-fd 3 --format json 3<words
is "a draft with all its fields is asked, too" "$rc $(at files.0.key)" "0 raw/x.csv"
run files edit Pond --field endpoint=http://127.0.0.1:9 --draft
run files browse Pond raw/ --passphrase-fd 3 --format json 3<words
is "keys of a bucket are not sent elsewhere" "$rc $("$pick" err error.code)" "7 config"
run files edit Pond --field endpoint= --value-fd secret_access_key=4 --passphrase-fd 3 3<words 4<value
run files browse Pond raw/ --passphrase-fd 3 --format json 3<words
is "the files" "$(cat out)" \
	'{"files":[{"key":"raw/x.csv","size":12,"modified":null,"folder":false}]}'
run project take-access p-ops --yes
run project import-file p-ops --files Pond --path raw/x.csv --passphrase-fd 3 --format json 3<words
is "one that is there" "$rc $(grep -c 'NOT_VERIFIED\|FILE_MISSING' out)" "0 0"
run project import-file p-ops --files Pond --path raw/y.csv --passphrase-fd 3 --format json 3<words
is "one that is not" "$rc $(grep -c FILE_MISSING out)" "0 1"
run project import-file p-ops --files Pond --path raw/z.csv --format json
is "one that cannot be looked for" "$rc $(grep -c NOT_VERIFIED out)" "0 1"

# ---- signing in
good >says.verify
{
	printf '{"device":{"user_code":"WDJB-MJHT","verification_uri":"https://x.example","expires_in":899}}\n'
	printf '{"secret":{"field":"token","value":"canary-signed"}}\n'
	step wait ok
	echo '{"done":true}'
} >says.sign_in
run provider disconnect GitHub --yes
run provider connect github --name hub --auth device --field client_id=Iv1.8a --passphrase-fd 3 \
	--format json 3<words
is "the first line is the code" "$rc $(head -1 out)" \
	'0 {"user_code":"WDJB-MJHT","verification_uri":"https://x.example","expires_in":899}'
tail -n +2 out >rest
is "the second the answer" "$("$pick" rest checks.0.status)" ok
is "signed in with what was given" "$(grep -c canary-signed letter.verify)" 1
run provider sign-in hub --passphrase-fd 3 3<words
said "as text it is large" '^    #   # ####   +### ####'
said "and once as it is typed" '^    WDJB-MJHT$'
bad denied-by-user >says.sign_in
fails 7 "it was declined" 'declined' provider sign-in hub --passphrase-fd 3 3<words
run provider list --format csv
said "what was good before stays so" ',github,hub,hub,connected'
run provider disconnect hub --yes
run provider connect github --name hub --auth device --field client_id=Iv1.8a --passphrase-fd 3 \
	--format json 3<words
is "who connects and declines is told, and it is saved" \
	"$rc $(at checks.0.reason) $("$pick" err error.code)" "7 denied-by-user denied-by-user"
run provider list --format csv
said "its state" ',github,hub,hub,broken'
run provider edit hub --field endpoint=http://127.0.0.1:9 --draft
run provider list --format csv
said "what stands in for the real host is said" ',hub,.*,test endpoint$'
printf '{"device":{"user_code":"WDJB-MJHT","verification_uri":"https://x.example","expires_in":899}}\n' >says.sign_in
: >slow
run provider disconnect hub --yes
"$gatehouse" --store "$store" provider connect github --name hub --auth device \
	--field client_id=Iv1.8a --passphrase-fd 3 --format json 3<words >code 2>err &
pid=$!
until [ -s code ]; do kill -0 $pid || break; done
kill -INT $pid
wait $pid
is "who gives up ends it" "$? $("$pick" err error.code)" "2 CANCELLED"
run provider list --format csv
said "and the provider stays" ',github,hub,hub,not_verified'
done_with
