#!/bin/sh
# Completion in real shells: names with blanks, @ and colons, and names that are
# commands.  What Tab puts into the line is one word, the name, and never runs.
. "${srcdir_abs:-.}/tests/cli/tap_cases.sh"

for shell in bash zsh; do
	command -v $shell >/dev/null 2>&1 || { miss "$shell is there" "install the Debian package $shell"; done_with; exit; }
done
cat >w.json <<'J'
{"format":"gatehouse-workspace","version":1,"workspace":{"name":"W"},
"users":[{"id":"u-a","email":"bob@acme.example","name":"Bob Stein","role":"admin"},
 {"id":"u-b","email":"o'neil+x@acme.example","name":"Zed `touch X4`","role":"viewer"}],
"groups":[{"id":"g-a","name":"Kilo: Team & Co"}],
"projects":[
 {"id":"p-1","title":"Alpha $(touch X1)","owner":"u-a"},
 {"id":"p-2","title":"Bravo `touch X2`; touch X3","owner":"u-a"},
 {"id":"p-3","title":"Charlie 'single' \"double\" \\back","owner":"u-a"},
 {"id":"p-4","title":"Delta * ? [a-z] {a,b} ~ # ! & | < > = ^","owner":"u-a"},
 {"id":"p-5","title":"$(touch X5)","owner":"u-a"},
 {"id":"p-6","title":"-rf Echo","owner":"u-a"},
 {"id":"p-7","title":"Foxtrot\ntouch X6\n","owner":"u-a"},
 {"id":"p-8","title":"Revenue model","owner":"u-a"},
 {"id":"p-9","title":"Zürich: Größe","owner":"u-a"},
 {"id":"p-10","title":"~root","owner":"u-a"},
 {"id":"p-11","title":"=ls","owner":"u-a"},
 {"id":"p-12","title":"Golf $HOME $((1+1)) !! !touch","owner":"u-a"},
 {"id":"p-13","title":"*","owner":"u-a"}]}
J
run workspace import w.json
is "the hostile workspace" "$rc" 0

# Between the shells and the program: says what it was given, runs nothing else.
mkdir bin
cat >bin/gatehouse <<W
#!/bin/sh
case " \$* " in *" completion "*) exec "$gatehouse" "\$@" ;; esac
for word; do printf '<%s>\n' "\$word"; done >"$tmp/args.\$CASE"
W
chmod +x bin/gatehouse
PATH=$tmp/bin:$PATH
export PATH
GATEHOUSE_STORE=$store
export GATEHOUSE_STORE
LC_ALL=C.UTF-8
export LC_ALL

# want TYPED WORD: what is typed, and what the last word is then.
n=0
: >cases
: >wanted
want() {
	n=$((n + 1))
	printf '%s\t%s\n' $n "$1" >>cases
	printf '%s\t%s\n' $n "$2" >>wanted
}
want 'gatehouse project show Al' 'Alpha $(touch X1)'
want 'gatehouse project show Br' 'Bravo `touch X2`; touch X3'
want 'gatehouse project show Ch' "Charlie 'single' \"double\" \\back"
want 'gatehouse project show De' 'Delta * ? [a-z] {a,b} ~ # ! & | < > = ^'
want 'gatehouse project show \$' '$(touch X5)'
want "gatehouse project show '\$(to" '$(touch X5)'
want 'gatehouse project show "\$(to' '$(touch X5)'
want 'gatehouse project show "Bra' 'Bravo `touch X2`; touch X3'
want "gatehouse project show 'Cha" "Charlie 'single' \"double\" \\back"
want 'gatehouse project show "Cha' "Charlie 'single' \"double\" \\back"
want 'gatehouse project show "Gol' 'Golf $HOME $((1+1)) !! !touch'
want "gatehouse project show 'Gol" 'Golf $HOME $((1+1)) !! !touch'
want 'gatehouse project show Golf' 'Golf $HOME $((1+1)) !! !touch'
want 'gatehouse project show p-7' 'p-7'
want 'gatehouse project show p-6' 'p-6'
want 'gatehouse project show Rev' 'Revenue model'
want 'gatehouse project show Revenue\ m' 'Revenue model'
want 'gatehouse project show "Revenue m' 'Revenue model'
want 'gatehouse project show Z' 'Zürich: Größe'
want 'gatehouse project show Zürich:' 'Zürich: Größe'
want 'gatehouse project show \~' '~root'
want 'gatehouse project show \=' '=ls'
want "gatehouse project show '*" '*'
want 'gatehouse user show bob@' 'bob@acme.example'
want 'gatehouse user show bob@ac' 'bob@acme.example'
want "gatehouse user show o\\'" "o'neil+x@acme.example"
want 'gatehouse user show "o' "o'neil+x@acme.example"
want 'gatehouse user show Ze' 'Zed `touch X4`'
want 'gatehouse group show Kilo:' 'Kilo: Team & Co'
want "gatehouse --store $store user show bob" 'bob@acme.example'
want "gatehouse user show --store $store bob" 'bob@acme.example'
want "gatehouse --store=$store --format json project show Rev" 'Revenue model'
want 'gatehouse --as bob' 'bob@acme.example'
want 'gatehouse --as bob@acme.example group show Ki' 'Kilo: Team & Co'
want 'gatehouse project share Revenue\ model --user Bo' 'Bob Stein'
want 'gatehouse access preview project share Rev' 'Revenue model'
want 'gatehouse access explain bob@acme.example Rev' 'Revenue model'
# Many at once: the longest beginning, or nothing; never a run.
want 'gatehouse project show ' ''
want 'gatehouse group add Kilo:\ Team\ \&\ Co ' ''

for shell in bash zsh; do
	"$gatehouse" completion $shell >"comp.$shell"
	rm -f args.*
	timeout 60 zsh -f "$srcdir_abs/tests/cli/completion_drive.zsh" $shell "$tmp/comp.$shell" "$tmp/cases" >drive.log 2>&1
	is "$shell: the shell lived through it" "$? $(head -3 drive.log)" "0 "
	while IFS='	' read -r i word; do
		[ -n "$word" ] || continue
		is "$shell: $(sed -n "${i}p" cases | cut -f2 | sed "s,$tmp,DIR,g")" "$(tail -n 1 "args.$i" 2>&1)" "<$word>"
	done <wanted
	is "$shell: nothing ran" "$(echo X*)" 'X*'
done

# What is offered, one a line.
offers() {
	what=$1 list=$2
	shift 2
	"$gatehouse" --store "$store" completion words -- "$@" >out 2>err
	is "$what" "$(tr '\n' '|' <out)" "$list"
}
offers "a title of several lines is offered by its id" 'p-7|' project show p-7
offers "what begins with a dash too" 'p-6|' project show p-6
offers "not as a place, after -- it may" '-rf Echo|' project show -- -r
offers "levels behind an equals sign" '--level=can_view|--level=can_edit|' project share p-8 --level=can_
offers "roles" 'admin|' user role bob@acme.example a
offers "formats" 'json|' user list --format j
offers "built-in scenarios" 'three-row-table|' scenario check thr
done_with
