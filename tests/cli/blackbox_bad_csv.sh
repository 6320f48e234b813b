#!/bin/sh
# Bad CSV folders: one clear error naming file, line and way out; nothing changed.
. "${srcdir_abs:-.}/tests/cli/tap_cases.sh"

# A small good folder, fresh in $tmp/f.
fresh() {
	rm -rf f
	mkdir f
	printf 'id,email,name,role,active\nu1,one@x.example,One,admin,true\nu2,two@x.example,"Two, of ""us""",editor,true\n' >f/users.csv
	printf 'id,name\ng1,Group\n' >f/groups.csv
	printf 'group_id,user_id\ng1,u2\n' >f/members.csv
	printf 'id,kind,name,type\na1,data_connection,C,postgres\n' >f/assets.csv
	printf 'asset_id,group_id\na1,workspace\n' >f/asset_access.csv
	printf 'id,title,owner_id,state,workspace,public_web,editors_may_share\np1,P,u1,active,none,none,true\n' >f/projects.csv
	printf 'project_id,user_id,group_id,level\np1,u2,,can_edit\np1,,g1,can_view\n' >f/grants.csv
	printf 'project_id,asset_id\np1,a1\n' >f/project_assets.csv
}

# bad STATUS NAME PATTERN: the folder f is refused by a filled and a missing store.
bad() {
	store=$tmp/held.db
	before=$(bytes)
	fails "$1" "$2" "$3" workspace import f --yes
	is "$2: the store is as it was" "$(bytes)" "$before"
	store=$tmp/none.db
	run workspace import f
	if [ "$rc" = "$1" ] && [ ! -e none.db ]; then
		pass "$2: no store is made"
	else
		miss "$2: no store is made" "exit $rc, $(ls none.db* 2>&1)"
	fi
	rm -f none.db*
}

# line STATUS NAME PATTERN FILE TEXT: the good folder with a line more.
line() {
	fresh
	# shellcheck disable=SC2059
	printf "$5" >>"f/$4"
	bad "$1" "$2" "$3"
}

# pick_err PATH: a value in the JSON on standard error.
pick_err() {
	"$pick" err "$1" 2>&1
}

store=$tmp/held.db
works "the demo is imported" workspace import "$demo"

fresh
store=$tmp/good.db
works "the folder itself is good" workspace import f --name Small --plan team
run access project p1 --format json
is "its editor edits" "$(at 'users.[id=u2].effective')" can_edit
run workspace show --format json
ok "it has the name and the plan given" grep -q 'Small.*team' out
rm -f good.db*
run workspace import f
run workspace show --format json
ok "without them: the folder's name, enterprise" grep -q '"f".*enterprise' out
rm -f good.db* f/groups.csv f/members.csv f/grants.csv f/asset_access.csv
works "files may be missing" workspace import f
run access asset a1 --format json
is "an asset without rows of access is for Admins" "$(at 'users.*.access' | tr '\n' ' ')" "true false "
rm -f good.db*
fresh
for file in f/*.csv; do sed 's/$/\r/' "$file" >crlf && mv crlf "$file"; done
works "CRLF ends lines too (RFC 4180)" workspace import f
run access project p1 --format json
is "and is no part of a field" "$(at 'users.[id=u2].effective')" can_edit
rm -f good.db*

line 2 "too few fields" 'users\.csv.*(:4|line 4)' users.csv 'u3,three@x.example\n'
line 2 "too many fields" 'users\.csv.*(:4|line 4)' users.csv 'u3,three@x.example,Three,editor,true,more\n'
line 2 "an open quote" 'users\.csv.*(:4|line 4)' users.csv 'u3,three@x.example,"Three,editor,true\nu4,f@x.example,F,editor,true\n'
line 2 "text after a closing quote" 'users\.csv.*(:4|line 4)' users.csv 'u3,three@x.example,"Th"ree,editor,true\n'
line 2 "a NUL byte" 'users\.csv.*(:4|line 4)' users.csv 'u3,three@x.example,Th\000ree,editor,true\n'
line 2 "invalid UTF-8" 'users\.csv.*(:4|line 4)' users.csv 'u3,three@x.example,Th\377ree,editor,true\n'
line 2 "a wrong role" 'users\.csv.*(:4|line 4).*boss' users.csv 'u3,three@x.example,Three,boss,true\n'
line 2 "a wrong boolean" 'users\.csv.*(:4|line 4)' users.csv 'u3,three@x.example,Three,editor,perhaps\n'
line 2 "an empty id" 'users\.csv.*(:4|line 4)' users.csv ',three@x.example,Three,editor,true\n'
line 2 "an empty e-mail" 'users\.csv.*(:4|line 4)' users.csv 'u3,,Three,editor,true\n'
line 2 "a duplicate id" 'users\.csv.*(:4|line 4)' users.csv 'u2,three@x.example,Three,editor,true\n'
line 2 "a duplicate e-mail" 'users\.csv.*(:4|line 4)' users.csv 'u3,Two@X.example,Three,editor,true\n'
line 2 "an unknown member" 'members\.csv.*(:3|line 3).*u9' members.csv 'g1,u9\n'
line 2 "an unknown group" 'members\.csv.*(:3|line 3).*g9' members.csv 'g9,u1\n'
line 2 "a reserved group id" 'groups\.csv.*(:3|line 3)' groups.csv 'workspace,W\n'
line 2 "a reserved group name" 'groups\.csv.*(:3|line 3)' groups.csv 'g2,Public\n'
line 2 "a wrong kind" 'assets\.csv.*(:3|line 3)' assets.csv 'a2,spoon,S,\n'
line 2 "a secret name of no use (D19)" 'assets\.csv.*(:3|line 3)' assets.csv 'a2,secret,1 bad,\n'
line 2 "an unknown asset" 'asset_access\.csv.*(:3|line 3).*a9' asset_access.csv 'a9,g1\n'
line 2 "an unknown owner" 'projects\.csv.*(:3|line 3).*u9' projects.csv 'p2,Q,u9,active,none,none,true\n'
line 2 "a wrong state" 'projects\.csv.*(:3|line 3)' projects.csv 'p2,Q,u1,asleep,none,none,true\n'
line 2 "public above Can View (D24)" 'projects\.csv.*(:3|line 3)' projects.csv 'p2,Q,u1,active,none,can_edit,true\n'
line 2 "a wrong level" 'grants\.csv.*(:4|line 4)' grants.csv 'p1,u1,,can_fly\n'
line 2 "a grant to both" 'grants\.csv.*(:4|line 4)' grants.csv 'p1,u1,g1,can_view\n'
line 2 "a grant to nobody" 'grants\.csv.*(:4|line 4)' grants.csv 'p1,,,can_view\n'
line 2 "a grantee named twice" 'grants\.csv.*(:4|line 4)' grants.csv 'p1,u2,,can_view\n'
line 2 "an unknown project" 'grants\.csv.*(:4|line 4).*p9' grants.csv 'p9,u1,,can_view\n'
long=$(awk 'BEGIN { for (i = 0; i < 300; i++) printf "x" }')
line 2 "an over-long title" 'projects\.csv.*(:3|line 3)' projects.csv "p2,$long,u1,active,none,none,true\n"
line 2 "an over-long name" 'users\.csv.*(:4|line 4)' users.csv "u3,t@x.example,$long,editor,true\n"
line 2 "an over-long id" 'groups\.csv.*(:3|line 3)' groups.csv "$long,G\n"
line 2 "an over-long e-mail" 'users\.csv.*(:4|line 4)' users.csv "u3,$long@x.example,T,editor,true\n"
line 2 "a wrong role with an escape sequence" 'users\.csv' users.csv 'u3,t@x.example,T,\033]0;x\007,true\n'
ok "reaches no terminal raw" sh -c "! LC_ALL=C grep -q '[[:cntrl:]]' err"

fresh
printf 'id,email,name,role,active,colour\nu1,one@x.example,One,admin,true,red\n' >f/users.csv
bad 2 "an unknown column" 'users\.csv.*colour'
fresh
printf 'id,email,name\nu1,one@x.example,One\n' >f/users.csv
bad 2 "a missing column" 'users\.csv.*role'
fresh
: >f/users.csv
bad 2 "an empty file" 'users\.csv'
fresh
sed -i -e 's/,admin,/,editor,/' f/users.csv
bad 5 "nobody is Admin" 'admin'
rm -rf f
mkdir f
bad 2 "an empty folder" 'f'
fresh
rm f/users.csv
bad 2 "no users" "u[12].*user"

# All that is wrong at once: twenty are listed, the rest is counted.
fresh
awk 'BEGIN { for (i = 1; i <= 27; i++)
	printf "b%d,b%d@x.example,B,boss%d,true\n", i, i, i }' >>f/users.csv
store=$tmp/held.db
before=$(bytes)
run workspace import f --yes
is "bad rows end with 2" "$rc" 2
is "twenty are listed, and how many more" "$(grep -c boss err) $(tail -n 1 err)" \
	"20 gatehouse: and 7 more"
ok "each with file, line, value and what would be right" \
	grep -q 'users\.csv:23: role: "boss20" is no role (one of admin,' err
run workspace import f --dry-run --format json
is "JSON has the list" "$(pick_err 'error.errors.*.text' | grep -c boss) $(pick_err error.more)" \
	"20 7"
is "nothing was changed" "$(bytes)" "$before"

# What is not read is named.
fresh
cp f/users.csv f/user.csv
touch f/.gitignore f/README f/README.txt
bad 2 "a file that is not read" 'f/user\.csv.*users\.csv'
fresh
touch f/notes.txt
bad 2 "a file that resembles none" 'f/notes\.txt.*users\.csv'

# Names a spreadsheet would run are kept in the folder, prefixed in reports.
fresh
printf 'u3,three@x.example,=1+1,editor,true\n' >>f/users.csv
store=$tmp/formula.db
works "a name like a formula is taken" workspace import f
run user list --format csv
said "reports put an apostrophe before it" "'=1\\+1"
run workspace export
said "export does not" '"=1\+1"'
done_with
