#!/bin/sh
# Bad JSON: one clear error with place and way out, and the store as it was.
. "${srcdir_abs:-.}/tests/cli/tap_cases.sh"

# A store that must not change, and one that must not come to be.
store=$tmp/held.db
works "the demo is imported" workspace import "$demo"

# head FIELD...: a workspace with one Admin, then the members given.
head='{"format":"gatehouse-workspace","version":1,
"workspace":{"name":"W","plan":"enterprise"},
"users":[{"id":"u1","email":"one@x.example","role":"admin"},
 {"id":"u2","email":"two@x.example","role":"editor"}%s],
"groups":[{"id":"g1","name":"One","members":["u2"]}%s],
"assets":[{"id":"a1","kind":"data_connection","name":"C"}%s],
"projects":[{"id":"p1","title":"P","owner":"u1"%s}%s]%s}
'

# bad STATUS NAME PATTERN: bad.json is refused by a filled and by a missing store.
bad() {
	store=$tmp/held.db
	before=$(bytes)
	fails "$1" "$2" "$3" workspace import bad.json --yes
	is "$2: the store is as it was" "$(bytes)" "$before"
	store=$tmp/none.db
	run workspace import bad.json
	if [ "$rc" = "$1" ] && [ ! -e none.db ]; then
		pass "$2: no store is made"
	else
		miss "$2: no store is made" "exit $rc, $(ls none.db* 2>&1)"
	fi
	rm -f none.db*
}

# with STATUS NAME PATTERN USERS GROUPS ASSETS PROJECT PROJECTS MORE
with() {
	status=$1 name=$2 pattern=$3
	shift 3
	# shellcheck disable=SC2059
	printf "$head" "$@" >bad.json
	bad "$status" "$name" "$pattern"
}

# shellcheck disable=SC2059
printf "$head" '' '' '' '' '' '' >good.json
store=$tmp/good.db
works "the pattern itself is good" workspace import good.json

printf '{"format":"gatehouse-workspace",\n"version":1,\n"users":[{"id":}]}\n' >bad.json
bad 2 "broken JSON names its line" 'bad\.json.*(:3|line 3)'
: >bad.json
bad 2 "an empty file" 'bad\.json'
printf '[]' >bad.json
bad 2 "a list where an object belongs" 'bad\.json'
printf '{"format":"other","version":1}' >bad.json
bad 2 "another format" 'format'
printf '{"format":"gatehouse-workspace","version":2,"workspace":{"name":"W"},"users":[{"id":"u1","email":"a@x.example","role":"admin"}]}' >bad.json
bad 2 "a later version" 'version'
awk 'BEGIN { for (i = 0; i < 100000; i++) printf "["; print "" }' >bad.json
bad 2 "100,000 nested brackets" 'bad\.json'
awk 'BEGIN { printf "{\"format\":\"gatehouse-workspace\",\"version\":1,\"users\":"
	for (i = 0; i < 100000; i++) printf "["
	for (i = 0; i < 100000; i++) printf "]"
	print "}" }' >bad.json
bad 2 "100,000 nested brackets, closed" 'bad\.json'
printf '{"format":"gatehouse-workspace","version":1,"workspace":{"name":"a\377b"}}' >bad.json
bad 2 "invalid UTF-8" '(bad\.json.*(UTF-8|byte 0xff))'
printf '{"format":"gatehouse-workspace","version":1,"workspace":{"name":"a\000b"}}' >bad.json
bad 2 "a raw NUL byte" 'bad\.json'
with 2 "an escaped NUL" 'users.*name|U\+0000|NUL' \
	',{"id":"u3","email":"t@x.example","role":"editor","name":"a\u0000b"}' '' '' '' '' ''
with 2 "a lone surrogate" 'bad\.json' \
	',{"id":"u3","email":"t@x.example","role":"editor","name":"\ud800"}' '' '' '' '' ''
with 2 "an unknown member names its path" 'users.*2.*colour|users.*colour' \
	',{"id":"u3","email":"t@x.example","role":"editor","colour":"red"}' '' '' '' '' ''
with 2 "an unknown member at the top" 'colour' '' '' '' '' '' ',"colour":1'
with 2 "a missing id" 'users.*id' ',{"email":"t@x.example","role":"editor"}' '' '' '' '' ''
with 2 "a missing e-mail" 'users.*email' ',{"id":"u3","role":"editor"}' '' '' '' '' ''
with 2 "a missing role" 'users.*role' ',{"id":"u3","email":"t@x.example"}' '' '' '' '' ''
with 2 "a missing group name" 'groups.*name' '' ',{"id":"g2"}' '' '' '' ''
with 2 "a missing kind" 'assets.*kind' '' '' ',{"id":"a2","name":"X"}' '' '' ''
with 2 "a missing owner" 'projects.*owner' '' '' '' '' ',{"id":"p2","title":"Q"}' ''
with 2 "a number where an id belongs" 'users.*id' \
	',{"id":7,"email":"t@x.example","role":"editor"}' '' '' '' '' ''
with 2 "a number where a title belongs" 'projects.*title' '' '' '' '' ',{"id":"p2","title":5,"owner":"u1"}' ''
with 2 "a number where a name belongs" 'groups.*name' '' ',{"id":"g2","name":12}' '' '' '' ''
with 2 "text where a boolean belongs" 'active' \
	',{"id":"u3","email":"t@x.example","role":"editor","active":"perhaps"}' '' '' '' '' ''
with 2 "a wrong role" 'users.*role.*boss|boss.*role' ',{"id":"u3","email":"t@x.example","role":"boss"}' '' '' '' '' ''
with 2 "a wrong kind" 'kind' '' '' ',{"id":"a2","kind":"spoon","name":"X"}' '' '' ''
with 2 "a wrong level" 'grants.*level' '' '' '' ',"grants":[{"user":"u2","level":"can_fly"}]' '' ''
with 2 "a wrong workspace level" 'workspace' '' '' '' ',"workspace":"edit everything"' '' ''
with 2 "a wrong state" 'state' '' '' '' ',"state":"asleep"' '' ''
with 2 "public above Can View (D24)" 'public_web' '' '' '' ',"public_web":"can_edit"' '' ''
with 2 "public Full Access (D24)" 'public_web' '' '' '' ',"public_web":"full_access"' '' ''
with 2 "a grantee named twice" 'grants' '' '' '' \
	',"grants":[{"user":"u2","level":"can_view"},{"user":"u2","level":"can_edit"}]' '' ''
with 2 "a grant to a person and a group at once" 'grants' '' '' '' \
	',"grants":[{"user":"u2","group":"g1","level":"can_view"}]' '' ''
with 2 "a grant to nobody" 'grants' '' '' '' ',"grants":[{"level":"can_view"}]' '' ''
with 2 "a duplicate user id" 'u2' ',{"id":"u2","email":"t@x.example","role":"editor"}' '' '' '' '' ''
with 2 "a duplicate e-mail, in other case" '(email|e-mail|TWO@X)' \
	',{"id":"u3","email":"TWO@X.example","role":"editor"}' '' '' '' '' ''
with 2 "a duplicate group id" 'g1' '' ',{"id":"g1","name":"Two"}' '' '' '' ''
with 2 "a duplicate asset id" 'a1' '' '' ',{"id":"a1","kind":"secret","name":"S"}' '' '' ''
with 2 "a duplicate project id" 'p1' '' '' '' '' ',{"id":"p1","title":"Q","owner":"u1"}' ''
with 2 "a duplicate secret name" 'KEY' '' '' \
	',{"id":"a2","kind":"secret","name":"KEY"},{"id":"a3","kind":"secret","name":"KEY"}' '' '' ''
with 2 "a secret name no program could use (D19)" 'name' '' '' ',{"id":"a2","kind":"secret","name":"1 bad"}' '' '' ''
with 2 "a Python keyword as secret name (D19)" 'name' '' '' ',{"id":"a2","kind":"secret","name":"lambda"}' '' '' ''
with 2 "a secret name of the product (D19)" 'name' '' '' ',{"id":"a2","kind":"secret","name":"hex_key"}' '' '' ''
with 2 "an unknown member of a group" 'u9' '' ',{"id":"g2","name":"T","members":["u9"]}' '' '' '' ''
with 2 "an unknown owner" 'u9' '' '' '' '' ',{"id":"p2","title":"Q","owner":"u9"}' ''
with 2 "an unknown grantee" 'u9' '' '' '' ',"grants":[{"user":"u9","level":"can_view"}]' '' ''
with 2 "an unknown asset" 'a9' '' '' '' ',"assets":["a9"]' '' ''
with 2 "an unknown group in access" 'g9' '' '' ',{"id":"a2","kind":"secret","name":"S","access":["g9"]}' '' '' ''
with 2 "an unknown default connection" 'default_connection' '' '' '' '' '' ',"default_connection":"a9"'
with 2 "a secret as default connection" 'default_connection' '' '' \
	',{"id":"a2","kind":"secret","name":"S"}' '' '' ',"default_connection":"a2"'
with 2 "a reserved id" 'public' '' ',{"id":"public","name":"T"}' '' '' '' ''
with 2 "the reserved id operator" 'operator' ',{"id":"operator","email":"t@x.example","role":"editor"}' '' '' '' '' ''
with 2 "a group called Workspace" 'workspace' '' ',{"id":"g2","name":"WORKSPACE"}' '' '' '' ''
with 2 "a group called Workspace guests" 'workspace guests' '' ',{"id":"g2","name":"workspace Guests"}' '' '' '' ''
long=$(awk 'BEGIN { for (i = 0; i < 201; i++) printf "x" }')
with 2 "a title of 201 characters" 'projects.*title' '' '' '' '' ',{"id":"p2","title":"'"$long"'","owner":"u1"}' ''
with 2 "a group name of 201 characters" 'groups.*name' '' ',{"id":"g2","name":"'"$long"'"}' '' '' '' ''
with 2 "an id of 201 bytes" 'users.*id' ',{"id":"'"$long"'","email":"t@x.example","role":"editor"}' '' '' '' '' ''
with 2 "an e-mail of 260 bytes" 'users.*email' \
	',{"id":"u3","email":"'"$long"'.aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeee@x.example","role":"editor"}' '' '' '' '' ''
printf '{"format":"gatehouse-workspace","version":1,"workspace":{"name":"W"},"users":[{"id":"u1","email":"a@x.example","role":"editor"}]}' >bad.json
bad 5 "no Admin" 'admin'
printf '{"format":"gatehouse-workspace","version":1,"workspace":{"name":"W"},"users":[{"id":"u1","email":"a@x.example","role":"admin","active":false}]}' >bad.json
bad 5 "no active Admin" 'admin'
printf '{"format":"gatehouse-workspace","version":1,"workspace":{"name":"W","plan":"gold"},"users":[{"id":"u1","email":"a@x.example","role":"admin"}]}' >bad.json
bad 2 "an unknown plan" 'plan'
printf '{"format":"gatehouse-workspace","version":1,"version":1,"workspace":{"name":"W"},"users":[{"id":"u1","email":"a@x.example","role":"admin"}]}' >bad.json
bad 2 "a member named twice" 'bad\.json'

# What is long or hostile is quoted short and escaped.
awk 'BEGIN { printf "{\"format\":\"gatehouse-workspace\",\"version\":1,\"workspace\":{\"name\":\"W\"},\"users\":[{\"id\":\"u1\",\"email\":\"a@x.example\",\"role\":\""
	for (i = 0; i < 5000; i++) printf "y"
	print "\"}]}" }' >bad.json
bad 2 "a role of 5,000 letters" 'role'
ok "is quoted in at most 60 cells" [ "$(grep -cE 'y{61}' err)" = 0 ]
with 2 "a role with an escape sequence" 'role' \
	',{"id":"u3","email":"t@x.example","role":"\u001b]0;x\u0007\u202e"}' '' '' '' '' ''
ok "reaches no terminal raw" sh -c "! LC_ALL=C grep -q '[[:cntrl:]]' err"
ok "nor does its bidi mark" sh -c "! LC_ALL=C grep -q '$(printf '\342\200\256')' err"

# Control characters and bidi in names are kept and shown as escapes.
# shellcheck disable=SC2059
printf "$head" ',{"id":"u3","email":"t@x.example","role":"editor","name":"a\u001b[31mb\u202ec\u200dd"}' \
	'' '' '' '' '' >odd.json
store=$tmp/odd.db
works "a name with controls is taken" workspace import odd.json
run access project p1
ok "text shows it without raw bytes" sh -c "! LC_ALL=C grep -q \"$(printf '\033\\|\342\200\256\|\342\200\215')\" out"
said "and shows the rest" 'a.*b.*c.*d'
run workspace export
said "export keeps it" 'a\\u001[bB]\[31mb'
run user list --format csv
ok "CSV shows it without raw bytes" sh -c "! LC_ALL=C grep -q \"$(printf '\033\\|\342\200\256')\" out"
fails 4 "a file that is not there" 'nowhere\.json' workspace import nowhere.json
done_with
