#!/bin/sh
# GitLab by gatehouse-courier, against our stand-in (forge.py) over real bare repositories:
# tried against a stand-in only.
. "${srcdir_abs:-.}/tests/services/forge.sh"
repositories grove/ml-utils grove/open grove/deep/inner alice/own other/theirs
git init -q --bare "$forge/grove/empty.git"
starts

# letter JOB TOKEN GROUP ASK [MORE-FIELDS]
letter() {
	tells '{"type":"gitlab","job":"'"$1"'","timeout_ms":20000,"fields":{"auth":"token","group":"'"$3"'","endpoint":"@"'"$5"'},"secrets":{"token":"'"$2"'"},"ask":{'"$4"'}}'
}
verify() {
	letter verify "$1" "${2:-grove}" "" "$3"
}

# ---- tokens -------------------------------------------------------------------------------
verify glpat-good
ended "a good token" repositories ok
is "its steps" "$(sed -n 's/^{"step":"\([a-z]*\)","status":"\([a-z]*\)".*/\1 \2/p' "$tmp/said" | tr '\n' ' ')" \
	"connect ok auth ok account ok repositories ok "
ok "as whom" grep -qx '{"identity":"alice"}' "$tmp/said"
ok "which version" grep -qx '{"server":"GitLab 17.9.1"}' "$tmp/said"
is "the group by its number" "$(grep '^{"fact"' "$tmp/said" | tr -d '\n')" \
	'{"fact":{"field":"account_id","value":"501"}}{"fact":{"field":"account_login","value":"grove"}}'
is "those of the group alone are counted" "$(of_step repositories detail)" "4 repositories"
verify glpat-good alice
is "a person's own" "$(of_step account detail) $(of_step repositories detail)" "alice, number 7 1 repository"
verify glpat-good grove/deep
is "a group in a group" "$(of_step account detail) $(of_step repositories detail)" "grove/deep, number 502 1 repository"
verify glpat-good bob
is "another person" "$(of_step account detail)" "bob, number 8"
verify glpat-wrong
ended "a wrong token" auth fail auth-bad
says "by the words of the service" auth detail "401 Unauthorized"
says "how one is made" auth fix "with the scopes read_api and read_repository"
verify glpat-ended
ended "a token that has ended" auth fail auth-expired
verify glpat-revoked
ended "a token that was revoked" auth fail auth-bad
verify glpat-soon
ended "a token that ends soon" auth warn
says "in how many days" auth detail "ends in 5 days"
is "and when" "$(grep -c '^{"expires":"20..-..-..T00:00:00Z"}' "$tmp/said")" 1
verify glpat-forever
is "a token without an end" "$(of_step auth status) $(grep -c '^{"expires"' "$tmp/said")" "ok 0"
verify glpat-all
ended "a token that may do all" auth warn
for pair in git:read_api api:read_repository "user:read_api and read_repository"; do
	verify "glpat-${pair%%:*}"
	ended "a token lacks ${pair#*:}" auth fail scope-missing
	says "which: ${pair#*:}" auth detail "lacks ${pair#*:}; it has"
done
verify glpat-carol
ended "a blocked account" auth fail suspended
verify glpat-good nowhere
ended "an account that there is not" account fail not-found
says "who lets one in" account fix "an owner of nowhere makes alice a member"
verify glpat-bob
ended "no project to be read" repositories warn
switch gl_blind=on
verify glpat-good
is "a group that only its projects show" "$(of_step account status) $(grep -c '"value":"501"' "$tmp/said")" "ok 1"
switch 'gl_blind=&gl_renamed=orchard'
verify glpat-good grove ',"account_id":"501"'
ended "a renamed group, by its number" account warn
says "its name of now" account detail "it is orchard now"
switch gl_renamed=
verify glpat-good grove ',"account_id":"500"'
ended "a name that is another's now" account fail wrong-account
tells '{"type":"gitlab","fields":{"group":"grove","endpoint":"@"},"secrets":{}}'
ended "no token" auth fail config
tells '{"type":"gitlab","fields":{"auth":"token","endpoint":"@"},"secrets":{"token":"glpat-good"}}'
ok "no group" grep -q '"status":"fail","reason":"config"' "$tmp/said"
tells '{"type":"gitlab","fields":{"group":"grove","endpoint":"https://198.51.100.1"},"secrets":{"token":"glpat-good"}}'
ok "a test endpoint is of this machine" grep -q '"reason":"config".*not of this machine' "$tmp/said"

# ---- refusals, in three shapes ------------------------------------------------------------------
switch gl_rate=on
verify glpat-good
ended "a limit, in plain text" auth fail rate-limited
is "as it is said" "$(of_step auth detail)" "Retry later"
says "until when" auth fix "Wait until 20"
switch 'gl_rate=&gl_double=on'
verify glpat-good
says "a refusal with a list in it" auth detail "is too long"
switch gl_double=
for pair in html:not-this-api broken:protocol double:protocol redirect:redirected 500:server-error; do
	switch "gl_garbage=${pair%:*}"
	verify glpat-good
	ended "what comes is ${pair%:*}" connect fail "${pair#*:}"
done
switch gl_garbage=escape
verify glpat-good
is "no control comes through" "$(LC_ALL=C tr -d '\n' <"$tmp/said" | LC_ALL=C grep -c "[[:cntrl:]]")" 0
switch gl_garbage=
# says_so WORDS REASON FIX
says_so() {
	switch "gl_says=$1"
	verify glpat-good
	ended "$1" auth fail "$2"
	says "who mends it: $2" auth fix "$3"
}
says_so 403+Forbidden+-+Your+account+has+been+blocked. suspended unblocks
says_so 403+Forbidden+-+Your+password+expired auth-expired "new password"
says_so Terms+of+Service+must+be+accepted forbidden "accepts the terms"
says_so You+must+enable+two-factor+authentication forbidden "two-factor"
says_so SAML+session+required sso-required "single sign-on"
says_so 403+Forbidden forbidden "an owner of grove"
switch gl_says=

# ---- lists -----------------------------------------------------------------------------------------
switch gl_many=250
letter repos glpat-good grove '"filter":""'
is "pages by key" "$(grep -c '^{"row"' "$tmp/said") $(ask /_t/log | grep -c 'GET /api/v4/projects?.*id_after')" "254 2"
letter repos glpat-good grove '"filter":"MANY-00"'
is "a filter" "$(grep -c '^{"row"' "$tmp/said")" 10
is "a row" "$(grep '^{"row"' "$tmp/said" | head -n 1)" \
	'{"row":{"id":"2000","name":"grove/many-000","default_branch":"main","private":true}}'
letter repos glpat-good grove '"filter":"grove/op"'
is "a path as a filter" "$(grep -c '"name":"grove/open".*"private":false' "$tmp/said")" 1
here=$origin
starts
sink=$origin origin=$here
switch "gl_foreign=$sink"
letter repos glpat-good grove '"filter":""'
ended "a list that goes on elsewhere" list fail protocol
switch 'gl_many=600&gl_foreign='
verify glpat-good
is "a check does not count for ever" "$(of_step repositories detail)" "500 or more repositories"
switch gl_many=0
letter refs glpat-good grove '"repository":"grove/ml-utils","kind":"branch","filter":""'
is "branches as Git has them" "$(sed -n 's/.*"name":"\([^"]*\)","commit":"\([^"]*\)".*/\2 \1/p' "$tmp/said" | sort)" \
	"$(git ls-remote "$forge/grove/ml-utils.git" 'refs/heads/*' | sed 's|\trefs/heads/| |' | sort)"
letter refs glpat-good grove '"repository":"grove/ml-utils","kind":"","filter":"SAME"'
is "a branch and a tag of one name" "$(grep -c '^{"row"' "$tmp/said")" 2
letter refs glpat-good grove '"repository":"grove/none","kind":"","filter":""'
ended "of no repository" list fail not-found
switch gl_away=on
letter refs glpat-good grove '"repository":"grove/ml-utils","kind":"tag","filter":""'
ended "the API is away: Git is asked" list warn server-error
is "the same tags" "$(sed -n 's/.*"name":"\([^"]*\)","commit":"\([^"]*\)".*/\1 \2/p' "$tmp/said" | sort)" \
	"$(git ls-remote "$forge/grove/ml-utils.git" 'refs/tags/*' | sed 's|\([0-9a-f]*\)\trefs/tags/\(.*\)|\2 \1|; s|^v1.0 .*||; s|v1.0^{}|v1.0|' | sed '/^$/d' | sort)"
switch gl_away=

# ---- one of them ---------------------------------------------------------------------------------------
# resolve KIND REF [REPOSITORY] [WAS] [TOKEN]
resolve() {
	letter resolve "${5:-glpat-good}" grove '"repository":"'"${3:-grove/ml-utils}"'","kind":"'"$1"'","ref":"'"$2"'","was":"'"$4"'"'
}
named() {
	sed -n 's/^{"ref":.*"commit":"\([0-9a-f]*\)".*/\1/p' "$tmp/said"
}
theirs() {
	git ls-remote "$forge/grove/ml-utils.git" "$1" | cut -f 1
}
for branch in main feature/x 'a%b' same; do
	resolve branch "$branch"
	is "branch $branch" "$(named) $(of_step git status)" "$(theirs "refs/heads/$branch") ok"
done
ok "a group and its project are one part" sh -c "$(command -v printf) '%s' '$(ask /_t/log)' | grep -q 'GET /api/v4/projects/grove%2Fml-utils/repository/branches/feature%2Fx '"
resolve tag same
is "the tag of that name" "$(named)" "$(theirs refs/tags/same)"
resolve tag v1.0
is "an annotated tag, what it points to" "$(named) $(of_step git status)" "$(theirs 'refs/tags/v1.0^{}') ok"
main=$(theirs refs/heads/main)
resolve commit "$(printf %.9s "$main")"
is "a commit, whole" "$(named) $(of_step git status)" "$main ok"
resolve branch main grove/deep/inner
is "in a group of a group" "$(named) $(of_step git status)" "$main ok"
resolve tag light grove/ml-utils "$main"
ended "a tag that was moved" ref warn
says "from where to where" ref detail "was $main, and is $(theirs refs/tags/light)"
resolve branch main grove/ml-utils "$(theirs refs/tags/light)"
ended "a branch floats" ref ok
resolve branch none
ended "no such branch" ref fail ref-not-found
says "who makes it again" ref fix "a maintainer of grove/ml-utils"
resolve tag main
ended "a branch is no tag" ref fail ref-not-found
resolve commit main
ended "a branch is no commit" ref fail ref-not-found
resolve branch ../../user
ended "a name that is no name" ref fail ref-not-found
resolve branch main grove/empty
ended "an empty repository" ref fail ref-not-found
resolve branch main grove/none
ended "no such repository" repository fail not-found
says "who lets one in" repository fix "a maintainer of grove/none makes alice a member"
switch gl_moved=grove/old
resolve branch main grove/old
ended "a project that moved" repository warn
is "it is followed once, on this server" "$(named) $(of_step git status)" "$main ok"
says "its name of now" repository detail "it is grove/ml-utils now"
switch "gl_to=$sink"
resolve branch main grove/old
ended "not to another server" repository fail redirected
switch 'gl_moved=&gl_to=&gl_git=off'
resolve branch main
ended "the API is no proof: Git refuses" git fail auth-bad
says "what Git asks for" git fix "read_repository"
switch 'gl_git=&gl_away=on'
resolve branch main
is "the API is away: Git is asked" "$(of_step ref status) $(of_step ref reason) $(of_step git status) $(named)" \
	"warn server-error ok $main"
switch gl_away=
resolve branch main other/theirs
is "any that can be read" "$(of_step git status)" ok

# ---- a device code -----------------------------------------------------------------------------------------------
# device DECISION [CLIENT-ID]: begun; and decided upon once the code is shown.
device() {
	letter='{"type":"gitlab","job":"sign_in","timeout_ms":20000,"fields":{"auth":"device","group":"grove","client_id":"'"${2-gl-app-1}"'","endpoint":"'"$origin"'"}}'
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
	grep -c '^{"secret":{"field":"\(token\|refresh_token\)","value":"[0-9a-f]' "$tmp/said"
}
device approve
ended "a code that was approved" account ok
is "both tokens come, for the group" "$(got) $(grep -c '"value":"501"' "$tmp/said")" "2 1"
is "where the code is entered" "$("$pick" "$tmp/device" device.verification_uri)" "$origin/oauth/device"
device deny
ended "a code that was declined" wait fail denied-by-user
device expire
ended "a code that has expired" wait fail code-expired
switch gl_interval=
device approve
ended "a server that names no interval" account ok
switch gl_interval=0
device approve gl-none
ended "a client that there is not" code fail auth-bad
says "how one is made" code fix "Application ID"
switch gl_device=old
device approve
ended "an older server" code fail not-found
says "then a token" code fix "Sign in with a token instead"
switch gl_device=on
renew() {
	tells '{"type":"gitlab","fields":{"auth":"device","group":"grove","client_id":"gl-app-1","endpoint":"@"},"secrets":{"token":"gone","refresh_token":"gl-refresh"}}'
}
renew
ended "a token that is renewed" repositories ok
is "the new pair is handed on" "$(got)" 2
is "before it is used" "$(grep -n -m 1 '^{"secret"' "$tmp/said" | cut -d : -f 1)" \
	"$(($(grep -n '^{"identity"' "$tmp/said" | cut -d : -f 1) - 2))"
renew
ended "what renews holds once" auth fail auth-expired
says "then somebody signs in again" auth fix "Sign in again."
tells '{"type":"gitlab","fields":{"auth":"device","group":"grove","endpoint":"@"},"secrets":{}}'
ended "nobody has signed in" auth fail pending-user

# ---- nothing at a second host, nothing in sight -------------------------------------------------------------------------
is "nobody was asked elsewhere" "$(ask /_t/log "$sink")" ""
ok "no credential in what is said" test -z "$(grep -l glpat- "$tmp/said" "$tmp/err")"
starts --skew 600
verify glpat-wrong
ended "a clock that is ten minutes slow" auth fail clock-skew
ok "and the stand-in never broke" test ! -s "$tmp/forge.err"
done_with
