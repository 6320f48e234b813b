#!/bin/sh
# GitHub and GitHub Enterprise Server by gatehouse-courier, against our stand-in (forge.py)
# over real bare repositories: tried against a stand-in only.
. "${srcdir_abs:-.}/tests/services/forge.sh"
repositories acme/ml-utils acme/open-lib octocat/own
git init -q --bare "$forge/acme/empty.git"
openssl genrsa -traditional -out "$forge/app.pem" 2048 2>"$tmp/openssl"
openssl pkcs8 -topk8 -nocrypt -in "$forge/app.pem" -out "$forge/app8.pem"
openssl rsa -in "$forge/app.pem" -pubout -out "$forge/app.pub" 2>"$tmp/openssl"
openssl genrsa -out "$forge/other.pem" 2048 2>"$tmp/openssl"
starts

# letter JOB TOKEN ACCOUNT ASK [MORE-FIELDS]
letter() {
	tells '{"type":"github","job":"'"$1"'","timeout_ms":20000,"fields":{"auth":"token","account":"'"$3"'","endpoint":"@"'"$5"'},"secrets":{"token":"'"$2"'"},"ask":{'"$4"'}}'
}
verify() {
	letter verify "$1" "${2:-acme}" "" "$3"
}

# ---- tokens -------------------------------------------------------------------------------
verify ghp_good
ended "a good token" repositories ok
ok "as whom" grep -qx '{"identity":"octocat"}' "$tmp/said"
is "the account by its number" "$(grep '^{"fact"' "$tmp/said" | tr -d '\n')" \
	'{"fact":{"field":"account_id","value":"77"}}{"fact":{"field":"account_login","value":"acme"}}'
verify ghp_good octocat
ended "one's own account" account ok
verify ghp_wrong
ended "a wrong token" auth fail auth-bad
says "by the words of the service" auth detail "Bad credentials; request F00D"
verify ghp_poor
ended "scopes that do not do" auth fail scope-missing
says "which is missing" auth detail "lacks the scope repo; it has read:org, gist"
verify ghp_none
ended "no scopes at all" auth fail scope-missing
verify ghp_broad
ended "scopes that are too many" auth warn
says "which those are" auth detail "admin:org, delete_repo"
verify ghp_sso
ended "single sign-on" repositories fail sso-required
says "where it is authorized" repositories fix "https://github.com/orgs/acme/sso?authorization_request="
verify github_pat_soon
ended "a token that ends soon" auth warn
ok "and when" grep -q '^{"expires":"20..-..-..T..:..:..Z"}' "$tmp/said"
verify github_pat_later
ended "a token that ends later" auth ok
verify github_pat_blind
ended "a permission that is missing" repositories fail scope-missing
says "which one" repositories fix "contents=read"
verify ghp_good nobody-there
ended "an account that there is not" account fail not-found
verify ghp_good nobody-home
ended "an account without repositories" repositories warn
switch renamed=acme-labs
verify ghp_good acme ',"account_id":"77"'
ended "a renamed account, by its number" account warn
says "its name of now" account detail "it is acme-labs now"
switch renamed=
verify ghp_good acme ',"account_id":"76"'
ended "a name that is another's now" account fail wrong-account

# ---- refusals --------------------------------------------------------------------------------
for rate in primary secondary 429; do
	switch rate=$rate
	verify ghp_good
	ended "a limit: $rate" auth fail rate-limited
	says "until when: $rate" auth fix "Wait until 20"
done
switch rate=
for pair in html:not-this-api broken:protocol double:protocol redirect:redirected 500:server-error; do
	switch "garbage=${pair%:*}"
	verify ghp_good
	ended "what comes is ${pair%:*}" connect fail "${pair#*:}"
done
switch garbage=
tells '{"type":"github","fields":{"account":"acme","endpoint":"https://198.51.100.1"},"secrets":{"token":"ghp_good"}}'
ok "a test endpoint is of this machine" grep -q '"reason":"config".*not of this machine' "$tmp/said"

# ---- lists -----------------------------------------------------------------------------------------
switch many=248
letter repos ghp_good acme '"filter":""'
is "pages are followed" "$(grep -c '^{"row"' "$tmp/said") $(ask /_t/log | grep -c 'GET /user/repos.*page=3')" "251 1"
letter repos ghp_good acme '"filter":"MANY-00"'
is "a filter" "$(grep -c '^{"row"' "$tmp/said")" 10
is "a row" "$(grep '^{"row"' "$tmp/said" | head -n 1)" \
	'{"row":{"id":"2000","name":"acme/many-000","default_branch":"main","private":true}}'
switch many=700
verify ghp_good
says "a check does not count for ever" repositories detail "500 or more repositories"
switch many=248
here=$origin
starts
sink=$origin origin=$here
switch "foreign=$sink"
letter repos ghp_good acme '"filter":""'
ended "a list that goes on elsewhere" list fail protocol
says "where that is" list detail "$sink"
is "nobody was asked there" "$(ask /_t/log "$sink")" ""
switch 'foreign=&many=0'
letter refs ghp_good acme '"repository":"acme/ml-utils","kind":"branch","filter":""'
is "branches as Git has them" "$(sed -n 's/.*"name":"\([^"]*\)","commit":"\([^"]*\)".*/\2 \1/p' "$tmp/said" | sort)" \
	"$(git ls-remote "$forge/acme/ml-utils.git" 'refs/heads/*' | sed 's|\trefs/heads/| |' | sort)"
letter refs ghp_good acme '"repository":"acme/ml-utils","kind":"","filter":"same"'
is "a branch and a tag of one name" "$(grep -c '^{"row"' "$tmp/said")" 2

# ---- one of them ---------------------------------------------------------------------------------------
# resolve KIND REF [REPOSITORY] [WAS]
resolve() {
	letter resolve ghp_good acme '"repository":"'"${3:-acme/ml-utils}"'","kind":"'"$1"'","ref":"'"$2"'","was":"'"$4"'"'
}
named() {
	sed -n 's/^{"ref":.*"commit":"\([0-9a-f]*\)".*/\1/p' "$tmp/said"
}
theirs() {
	git ls-remote "$forge/acme/ml-utils.git" "$1" | cut -f 1
}
for branch in main feature/x 'a%b' same; do
	resolve branch "$branch"
	is "branch $branch" "$(named) $(of_step git status)" "$(theirs "refs/heads/$branch") ok"
done
resolve tag same
is "the tag of that name" "$(named)" "$(theirs refs/tags/same)"
resolve tag v1.0
is "an annotated tag, what it points to" "$(named) $(of_step git status)" "$(theirs 'refs/tags/v1.0^{}') ok"
main=$(theirs refs/heads/main)
resolve commit "$(printf %.9s "$main")"
is "a commit, whole" "$(named) $(of_step git status)" "$main ok"
resolve tag light acme/ml-utils "$main"
ended "a tag that was moved" ref warn
says "from where to where" ref detail "was $main, and is $(theirs refs/tags/light)"
resolve branch main acme/ml-utils "$(theirs refs/tags/light)"
ended "a branch floats" ref ok
resolve branch none
ended "no such branch" ref fail ref-not-found
is "as GitHub says it" "$(of_step ref http)" 422
resolve tag main
ended "a branch is no tag" ref fail ref-not-found
resolve commit main
ended "a branch is no commit" ref fail ref-not-found
resolve branch main acme/empty
ended "an empty repository" ref fail ref-not-found
resolve branch main acme/none
ended "no such repository" repository fail not-found
switch moved=acme/old
resolve branch main acme/old
ended "a repository that was renamed" repository fail not-found
says "its name of now" repository detail "it is acme/ml-utils now"

switch away=on
resolve tag v1.0
ended "an API that is away" ref warn server-error
is "then Git itself says it" "$(named) $(of_step git status)" "$(theirs 'refs/tags/v1.0^{}') ok"
letter refs ghp_good acme '"repository":"acme/ml-utils","kind":"tag","filter":""'
is "and lists" "$(grep -c '^{"row"' "$tmp/said")" 3
switch away=

# ---- an app --------------------------------------------------------------------------------------------------
# app JOB KEY-FILE [ACCOUNT] [APP-ID] [ASK]
app() {
	key=$(awk '{ printf "%s\\n", $0 }' "$forge/$2")
	tells '{"type":"github","job":"'"$1"'","timeout_ms":20000,"fields":{"auth":"app","account":"'"${3:-acme}"'","app_id":"'"${4:-12345}"'","endpoint":"@"},"secrets":{"private_key":"'"$key"'"},"ask":{'"$5"'}}'
}
for file in app.pem app8.pem; do
	app verify $file
	ended "an app, by $file" repositories ok
done
app repos app.pem
is "its repositories" "$(grep -c '^{"row"' "$tmp/said")" 3
app resolve app.pem acme 12345 '"repository":"acme/ml-utils","kind":"branch","ref":"main"'
is "what one of them stands for" "$(named) $(of_step git status)" "$main ok"
app verify other.pem
ended "another's key" auth fail auth-bad
app verify app.pub
ended "a public key" auth fail config
app verify app.pem acme 999
ended "another App ID" auth fail auth-bad
app verify app.pem umbrella
ended "not installed there" account fail not-found
says "where it is" account detail "but on acme"
switch two=on
app verify app.pem
ended "two installations: the one that is meant" account ok
switch two=other
app verify app.pem
says "and none that is" account detail "not installed on acme, but on umbrella"
switch 'two=&suspended=on'
app verify app.pem
ended "a suspended installation" account fail suspended
switch 'suspended=&contents='
app verify app.pem
ended "an app that may not read" account fail scope-missing
switch contents=read

# ---- a device code -----------------------------------------------------------------------------------------------
# device DECISION [CLIENT-ID]: begun; and decided upon once the code is shown.
device() {
	letter='{"type":"github","job":"sign_in","timeout_ms":20000,"fields":{"auth":"device","account":"acme","client_id":"'"${2-Iv1.abc123}"'","endpoint":"'"$origin"'"}}'
	mkfifo "$tmp/lines"
	printf '%s' "$letter" | "$courier" >"$tmp/lines" 2>"$tmp/err" &
	while IFS= read -r line; do
		printf '%s\n' "$line"
		case $line in '{"device"'*)
			printf '%s\n' "$line" >"$tmp/device"
			ask "/_t/decide?action=$1&user_code=$("$pick" "$tmp/device" device.user_code)" >/dev/null ;;
		esac
	done <"$tmp/lines" >"$tmp/said"
	rm "$tmp/lines"
}
got() {
	grep -c '^{"secret":{"field":"\(token","value":"ghu_\|refresh_token","value":"ghr_\)' "$tmp/said"
}
device approve
ended "a code that was approved" account ok
is "no step is begun twice" "$(sed -n 's/^{"begin":"\([a-z]*\)"}/\1/p' "$tmp/said" | sort | uniq -d)" ""
is "both tokens come" "$(got)" 2
is "before they are used" "$(grep -n '^{"secret"' "$tmp/said" | head -n 1 | cut -d : -f 1)" \
	"$(($(grep -n '^{"step":"wait"' "$tmp/said" | cut -d : -f 1) - 2))"
is "where the code is entered" "$("$pick" "$tmp/device" device.verification_uri)" "$origin/login/device"
device deny
ended "a code that was declined" wait fail denied-by-user
device expire
ended "a code that has expired" wait fail code-expired
switch expires=1
device pending
ended "a code that nobody entered" wait fail code-expired
switch 'expires=900&slow=2'
device approve
ended "told twice to slow down" wait ok
switch slow=3
device approve
ended "told so three times" wait fail clock-skew
switch 'slow=0&lost=2'
device approve
ended "polls that were lost" wait ok
switch 'lost=0&form=on'
device approve
ended "answers as a form" account ok
is "both tokens come so, too" "$(got)" 2
switch 'form=&device=off'
device approve
ended "device flow switched off" code fail forbidden
says "who switches it on" code fix "Enable Device Flow"
switch 'device=on'
device approve Iv1.none
ended "a client that there is not" code fail not-found
device approve ""
ended "no client at all" code fail config
switch 'two=other'
device approve
ended "not installed there" account fail not-found
is "what came is kept all the same" "$(got)" 2
switch 'two='
tells '{"type":"github","fields":{"auth":"device","account":"acme","client_id":"Iv1.abc123","endpoint":"@"},"secrets":{"token":"ghu_old","refresh_token":"ghr_first"}}'
ended "a token that is renewed" repositories ok
is "the new pair is handed on" "$(got)" 2
tells '{"type":"github","fields":{"auth":"device","account":"acme","client_id":"Iv1.abc123","endpoint":"@"},"secrets":{"token":"ghu_old","refresh_token":"ghr_first"}}'
ended "what renews holds once" auth fail auth-expired
tells '{"type":"github","fields":{"auth":"device","account":"acme","endpoint":"@"},"secrets":{}}'
ended "nobody has signed in" auth fail pending-user
tells '{"type":"github","fields":{"auth":"device","account":"acme","endpoint":"@"},"secrets":{"token":"ghu_old"}}'
ended "a sign-in that was revoked" auth fail auth-bad
says "what to do" auth fix "sign in again"

# ---- Enterprise Server, over TLS -----------------------------------------------------------------------------------
openssl req -x509 -newkey rsa:2048 -nodes -keyout "$tmp/ca.key" -out "$tmp/ca.pem" -days 30 -subj /CN=test-ca 2>"$tmp/openssl"
openssl req -newkey rsa:2048 -nodes -keyout "$tmp/key.pem" -out "$tmp/csr.pem" -subj /CN=forge 2>"$tmp/openssl"
echo 'subjectAltName=IP:127.0.0.1' >"$tmp/ext"
openssl x509 -req -in "$tmp/csr.pem" -CA "$tmp/ca.pem" -CAkey "$tmp/ca.key" -CAcreateserial -days 20 \
	-extfile "$tmp/ext" -out "$tmp/cert.pem" 2>"$tmp/openssl"
sum=$(openssl x509 -in "$tmp/cert.pem" -noout -fingerprint -sha256 | cut -d = -f 2)
plain=$origin
starts --tls "$tmp/cert.pem" "$tmp/key.pem"
server=https://127.0.0.1:$port
within() {
	/usr/bin/python3 -c 'import ssl, sys, urllib.request as u
u.urlopen(sys.argv[1], context=ssl.create_default_context(cafile=sys.argv[2])).read()' "$server/_t/set?$1" "$tmp/ca.pem"
}
# enterprise JOB [URL] [CA] [SECRETS] [ASK]
enterprise() {
	tells '{"type":"github_enterprise","job":"'"$1"'","timeout_ms":20000,"fields":{"auth":"client","organization":"acme","url":"'"${2:-$server}"'","ca_file":"'"${3-$tmp/ca.pem}"'","client_id":"Iv1.abc123"},"secrets":{'"${4-\"client_secret\":\"s3cr3t\"}"'},"ask":{'"$5"'}}'
}
enterprise verify
ended "a client's id and secret" auth ok
ended "the organization, open to all" account ok
ended "what nobody authorized is not said to work" repositories warn
ok "its version" grep -qx '{"server":"GitHub Enterprise Server 3.14.2"}' "$tmp/said"
enterprise verify "" "" '"client_secret":"wrong"'
ended "an authority that nobody knows" connect fail tls-untrusted
says "whose certificate it is" connect detail "/CN=forge was issued by /CN=test-ca"
says "its sum" connect fix "SHA-256 $sum"
enterprise verify "" "$tmp/ca.pem" '"client_secret":"wrong"'
ended "a wrong client secret" auth fail auth-bad
enterprise verify "" "$tmp/nowhere.pem"
ok "a CA file that is none" grep -q '"reason":"config"' "$tmp/said"
enterprise verify "https://127.0.0.1:$port/api/v3"
ok "an address with a path" grep -q '"reason":"config"' "$tmp/said"
enterprise verify "https://127.0.0.1:$port/"
ended "a slash at its end" auth ok
enterprise verify "https://localhost:$port"
ended "another name than the certificate's" connect fail tls-hostname
says "which names it has" connect detail "for 127.0.0.1"
enterprise verify "https://127.0.0.1:${plain##*:}"
ended "a server without TLS" connect fail not-tls
within private_mode=on
enterprise verify
ended "private mode: the pair is right all the same" auth ok
ended "and no more is told" account warn
within 'private_mode=&version=3.8.1'
enterprise verify "" "$tmp/ca.pem" '"client_secret":"s3cr3t","token":"ghp_good"'
ended "somebody has authorized it" repositories ok
ok "an older server" grep -qx '{"server":"GitHub Enterprise Server 3.8.1"}' "$tmp/said"
enterprise resolve "" "$tmp/ca.pem" '"client_secret":"s3cr3t","token":"ghp_good"' '"repository":"acme/ml-utils","kind":"tag","ref":"v1.0"'
is "a tag there" "$(named) $(of_step git status)" "$(theirs 'refs/tags/v1.0^{}') ok"
origin=$plain
tells '{"type":"github_enterprise","fields":{"organization":"acme","url":"@","client_id":"Iv1.abc123"},"secrets":{"client_secret":"s3cr3t"}}'
ended "over http, of this machine" auth ok

# ---- clocks ------------------------------------------------------------------------------------------------------------
starts --skew 600
app verify app.pem
ended "a clock that is ten minutes slow" auth fail clock-skew
says "by how much" auth detail "s behind that of the server"
verify ghp_wrong
ended "that is said first of a wrong token, too" auth fail clock-skew
ok "and the stand-in never broke" test ! -s "$tmp/forge.err"
done_with
