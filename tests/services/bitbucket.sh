#!/bin/sh
# Bitbucket Cloud by gatehouse-courier, against our stand-in (forge.py) over real bare
# repositories: tried against a stand-in only.
. "${srcdir_abs:-.}/tests/services/forge.sh"
repositories brook/ml-utils brook/open
git init -q --bare "$forge/brook/empty.git"
starts

# \u0040 is an @, which is not that of tells.
# letter JOB TOKEN WORKSPACE ASK [MORE-FIELDS] [EMAIL]
letter() {
	tells '{"type":"bitbucket","job":"'"$1"'","timeout_ms":20000,"fields":{"auth":"api_token","workspace_id":"'"$3"'","email":"'"${6:-alice\\u0040t.example}"'","endpoint":"@"'"$5"'},"secrets":{"api_token":"'"$2"'"},"ask":{'"$4"'}}'
}
verify() {
	letter verify "$1" "${2:-brook}" "" "$3" "$4"
}
# password JOB PASSWORD ASK
password() {
	tells '{"type":"bitbucket","job":"'"$1"'","timeout_ms":20000,"fields":{"auth":"app_password","workspace_id":"brook","username":"alice-bb","endpoint":"@"},"secrets":{"app_password":"'"$2"'"},"ask":{'"$3"'}}'
}

# ---- credentials ----------------------------------------------------------------------------
verify ATATT-good
ended "e-mail and API token" repositories ok
is "its steps" "$(sed -n 's/^{"step":"\([a-z]*\)","status":"\([a-z]*\)".*/\1 \2/p' "$tmp/said" | tr '\n' ' ')" \
	"connect ok auth ok account ok repositories ok "
ok "as whom" grep -qx '{"identity":"alice-bb"}' "$tmp/said"
is "the workspace by its uuid" "$(grep '^{"fact"' "$tmp/said" | tr -d '\n')" \
	'{"fact":{"field":"account_id","value":"{22222222-2222-2222-2222-222222222222}"}}{"fact":{"field":"account_login","value":"brook"}}'
is "its repositories" "$(of_step repositories detail)" "3 repositories"
verify ATATT-wrong
ended "a wrong token, with an empty body" auth fail auth-bad
is "its status" "$(of_step auth http)" 401
verify ATATT-good brook "" 'alice-bb\u0040t.example'
ended "another e-mail" auth fail auth-bad
says "which it must be" auth fix "that of the Atlassian account"
verify ATATT-user
ended "a scope that is missing" account fail scope-missing
is "what is required, what is granted" "$(of_step account detail)" \
	"it needs read:workspace:bitbucket; the token has read:user:bitbucket"
verify ATATT-norepo
is "another" "$(of_step repositories reason): $(of_step repositories detail)" \
	"scope-missing: it needs read:repository:bitbucket; the token has read:user:bitbucket, read:workspace:bitbucket"
verify ATATT-nouser
ended "who it is may not be asked" auth fail scope-missing
says "all three are named" auth fix "read:user:bitbucket, read:workspace:bitbucket and read:repository:bitbucket"
verify ATCTT-workspace
is "a workspace's access token, as Bearer" "$(of_step auth status) $(of_step repositories detail)" "ok 3 repositories"
verify ATCTT-repository
is "a repository's" "$(of_step auth detail): $(of_step account status) $(of_step repositories status)" "an access token: ok ok"
verify ATCTT-wrong
ended "one that was revoked" auth fail auth-bad
says "who makes another" auth fix "an administrator of brook"
tells '{"type":"bitbucket","fields":{"auth":"api_token","workspace_id":"brook","endpoint":"@"},"secrets":{"api_token":"ATATT-good"}}'
ok "no e-mail" grep -q '"reason":"config".*e-mail is wanted' "$tmp/said"
tells '{"type":"bitbucket","fields":{"auth":"api_token","workspace_id":"brook","email":"a\u0040t.example","endpoint":"http://198.51.100.1"},"secrets":{"api_token":"ATATT-good"}}'
ok "a test endpoint is of this machine" grep -q '"reason":"config"' "$tmp/said"

# ---- app passwords ------------------------------------------------------------------------------
password verify ATBB-kept
ended "an app password" auth fail auth-removed-type
says "since when" auth detail "until 2026-07-28"
says "what to make instead" auth fix "Make an API token at id.atlassian.com"
says "where it is said" auth fix "support.atlassian.com/bitbucket-cloud/docs/using-api-tokens"
says "as the service says it" auth detail "App passwords are deprecated"
switch bb_password=empty
password verify ATBB-kept
ended "refused without a word" auth fail auth-removed-type
switch bb_password=taken
password verify ATBB-kept
ended "taken all the same" auth warn
password resolve ATBB-kept '"repository":"brook/ml-utils","kind":"branch","ref":"main"'
ended "but not by Git" git fail auth-removed-type
is "as Git says it" "$(of_step git http)" 410
says "what to make instead, there" git fix "Make an API token"
switch bb_password=
password verify ATATT-good
ok "an API token in its place" grep -q '"reason":"config".*API token, not an app password' "$tmp/said"

# ---- the workspace -----------------------------------------------------------------------------------
verify ATATT-good nowhere
ended "no such workspace" account fail not-found
says "who lets one in" account fix "an administrator of that workspace makes alice-bb a member"
verify ATATT-good dry
ended "one without repositories" repositories warn
switch bb_renamed=stream
verify ATATT-good brook ',"account_id":"{22222222-2222-2222-2222-222222222222}"'
ended "one that was renamed, by its uuid" account warn
says "its name of now" account detail "it is stream now"
switch bb_renamed=
verify ATATT-good brook ',"account_id":"{44444444-2222-2222-2222-222222222222}"'
ended "a name that is another's now" account fail wrong-account

# ---- refusals --------------------------------------------------------------------------------------------
switch bb_rate=on
verify ATATT-good
ended "a limit" auth fail rate-limited
switch bb_rate=
for pair in html:not-this-api broken:protocol redirect:redirected 502:server-error; do
	switch "bb_garbage=${pair%:*}"
	verify ATATT-good
	ended "what comes is ${pair%:*}" connect fail "${pair#*:}"
done
switch 'bb_garbage=&bb_ip=on'
verify ATATT-good
ended "an address that is not let in" auth fail forbidden
says "where that is set" auth fix "Access controls"
switch bb_ip=

# ---- lists -----------------------------------------------------------------------------------------
switch bb_many=250
letter repos ATATT-good brook '"filter":""'
is "pages by next" "$(grep -c '^{"row"' "$tmp/said") $(ask /_t/log | grep -c 'GET /2.0/repositories/brook?.*page=3')" "253 1"
letter repos ATATT-good brook '"filter":"MANY-00"'
is "a filter" "$(grep -c '^{"row"' "$tmp/said")" 10
is "a row" "$(grep '^{"row"' "$tmp/said" | head -n 1)" \
	'{"row":{"id":"{many-000}","name":"brook/many-000","default_branch":"main","private":true}}'
here=$origin
starts
sink=$origin origin=$here
switch "bb_next=$sink"
letter repos ATATT-good brook '"filter":""'
ended "a list that goes on elsewhere" list fail protocol
is "nobody was asked there" "$(ask /_t/log "$sink")" ""
switch 'bb_many=600&bb_next='
verify ATATT-good
is "a check does not count for ever" "$(of_step repositories detail)" "500 or more repositories"
switch bb_many=0
letter refs ATATT-good brook '"repository":"brook/ml-utils","kind":"branch","filter":""'
is "branches as Git has them" "$(sed -n 's/.*"name":"\([^"]*\)","commit":"\([^"]*\)".*/\2 \1/p' "$tmp/said" | sort)" \
	"$(git ls-remote "$forge/brook/ml-utils.git" 'refs/heads/*' | sed 's|\trefs/heads/| |' | sort)"
letter refs ATATT-good brook '"repository":"brook/ml-utils","kind":"","filter":"SAME"'
is "a branch and a tag of one name" "$(grep -c '^{"row"' "$tmp/said")" 2
letter refs ATATT-good brook '"repository":"brook/ml-utils","kind":"","filter":"a\" OR \\"'
ended "a filter that is text" list ok
letter refs ATATT-good brook '"repository":"brook/none","kind":"","filter":""'
ended "of no repository" list fail not-found
letter refs ATATT-good brook '"repository":"brook/../user","kind":"","filter":""'
ended "of a path that is none" list fail config
switch bb_away=on
letter refs ATATT-good brook '"repository":"brook/ml-utils","kind":"branch","filter":"x"'
ended "the API is away: Git is asked" list warn server-error
is "the same branch" "$(grep -c '"name":"feature/x"' "$tmp/said")" 1
switch bb_away=

# ---- one of them ---------------------------------------------------------------------------------------
# resolve KIND REF [REPOSITORY] [WAS] [TOKEN]
resolve() {
	letter resolve "${5:-ATATT-good}" brook '"repository":"'"${3:-brook/ml-utils}"'","kind":"'"$1"'","ref":"'"$2"'","was":"'"$4"'"'
}
named() {
	sed -n 's/^{"ref":.*"commit":"\([0-9a-f]*\)".*/\1/p' "$tmp/said"
}
theirs() {
	git ls-remote "$forge/brook/ml-utils.git" "$1" | cut -f 1
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
resolve branch main brook/ml-utils "" ATCTT-repository
is "by an access token" "$(named) $(of_step git status)" "$main ok"
resolve tag light brook/ml-utils "$main"
ended "a tag that was moved" ref warn
says "from where to where" ref detail "was $main, and is $(theirs refs/tags/light)"
resolve branch none
ended "no such branch" ref fail ref-not-found
says "who makes it again" ref fix "administrator of brook/ml-utils"
resolve tag main
ended "a branch is no tag" ref fail ref-not-found
resolve commit main
ended "a branch is no commit" ref fail ref-not-found
resolve branch ../../user
ended "a name that is no name" ref fail ref-not-found
resolve branch main brook/empty
ended "an empty repository" ref fail ref-not-found
resolve branch main brook/none
ended "no such repository" repository fail not-found
says "who lets one in" repository fix "administrator of brook/none gives alice-bb access"
switch bb_git=off
resolve branch main
ended "the API is no proof: Git refuses" git fail forbidden
says "what Git asks for" git fix "read:repository:bitbucket"
switch 'bb_git=&bb_away=on'
resolve branch main
is "the API is away: Git is asked" "$(of_step ref status) $(of_step git status) $(named)" "warn ok $main"
switch bb_away=
is "addresses that went are never asked" "$(ask /_t/log | grep -cE 'GET /2.0/(repositories|workspaces)[? ]')" 0

is "nobody was asked elsewhere, in the end" "$(ask /_t/log "$sink")" ""
starts --skew 600
verify ATATT-wrong
ended "a clock that is ten minutes slow" auth fail clock-skew
password verify ATBB-kept
ended "which is not why an app password fails" auth fail auth-removed-type
ok "and the stand-in never broke" test ! -s "$tmp/forge.err"
done_with
