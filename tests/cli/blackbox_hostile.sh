#!/bin/sh
# Files that somebody else has put there: each is refused by name, nothing waits for one,
# and nothing is lost.  A program that waits is ended after a minute, which is a failure.
. "${srcdir_abs:-.}/tests/cli/tap_cases.sh"

printf '#!/bin/sh\nexec timeout 60 "%s" "$@"\n' "$gatehouse" >guarded
chmod +x guarded
gatehouse=$tmp/guarded
own s maya@acme.example
before=$(held | cksum)
unchanged() {
	is "$1: nothing was changed" "$(held | cksum)" "$before"
}

# To be read.
mkfifo pipe
truncate -s 5G sparse
mkdir loop folder && ln -s ../loop loop/loop && ln -s . folder/users.csv
fails 2 "a FIFO is no file to import" 'pipe.*no plain file' workspace import pipe --yes
fails 2 "nor is a device" '/dev/zero.*no plain file' workspace import /dev/zero --yes
fails 2 "nor one by another name" 'no plain file' workspace import /proc/self/root/dev/zero --yes
fails 2 "what is larger than can be read is not begun" 'sparse.*larger than 1 GiB' workspace import sparse --yes
fails 2 "a folder that leads to itself has none of the files" 'loop' workspace import loop --yes
fails 2 "nor is a folder a table" 'users\.csv.*not a regular file' workspace import folder --yes
rm folder/users.csv && mkfifo folder/users.csv
fails 2 "nor a FIFO" 'users\.csv.*not a regular file' workspace import folder --yes
rm folder/users.csv && ln -s /dev/zero folder/users.csv
fails 2 "nor a device" 'users\.csv.*not a regular file' workspace import folder --yes
rm folder/users.csv && truncate -s 5G folder/users.csv
fails 2 "a table of nothing but NUL is refused at its first line" 'users\.csv' workspace import folder --yes
for verb in check run; do
	fails 2 "scenario $verb of a FIFO" 'no plain file' scenario $verb ./pipe
	fails 2 "scenario $verb of a device" 'no plain file' scenario $verb /dev/zero
done
fails 2 "a demo of a FIFO" 'no plain file' demo ./pipe
unchanged "files to read"
held >given.json
works "a pipe that is handed over is read" workspace import /dev/stdin --dry-run <given.json
cat given.json | "$gatehouse" --store "$store" workspace import /dev/stdin --dry-run >out 2>err
is "from a command, too" "$? $(cat err)" "0 "

# Checkpoints, to be verified.
for from in pipe /dev/zero loop; do
	run audit verify --checkpoint $from --format json
	is "checkpoints are no $from" "$rc $(at 'rows.[check=checkpoints].good')" "1 false"
done
truncate -s 3M long && tr '\0' x <long >line && cat "$store.checkpoints" >>line
run audit verify --checkpoint line --format json
is "a line of millions of bytes is none of ours" "$rc $(at 'rows.[check=checkpoints].good')" "1 false"
{ cat line; echo; cat "$store.checkpoints"; } >lines
run audit verify --checkpoint lines --format json
is "and keeps none from being read after it" "$(at 'rows.[check=checkpoints].good')" true
works "they come by a pipe" audit verify --checkpoint /dev/stdin <"$store.checkpoints"

# What the program remembers, in the place of which something else lies.
states=$XDG_STATE_HOME/gatehouse
mkdir -p "$states"
works "a provider is disconnected" provider disconnect pr-github --yes
for kind in fifo device folder; do
	rm -rf "$states/accounts.json"
	case $kind in
	fifo) mkfifo "$states/accounts.json" ;;
	device) ln -s /dev/zero "$states/accounts.json" ;;
	folder) mkdir "$states/accounts.json" ;;
	esac
	works "a $kind in the place of the register of accounts" provider connect github --name "$kind" --field account=acme-$kind --dry-run
done
rm -rf "$states/accounts.json"

# No home, or a strange one.
bare() {
	env -i PATH="$PATH" "$@" "$gatehouse" --store "$store" user list >out 2>err
	echo "$? $(head -1 err)"
}
is "without HOME" "$(bare)" "0 "
is "an empty one" "$(bare HOME=)" "0 "
is "relative folders" "$(bare HOME=home XDG_STATE_HOME=a XDG_DATA_HOME=b XDG_CONFIG_HOME=c)" "0 "
is "nothing was made there" "$(ls -d a b c home/.local 2>/dev/null)" ""
is "folders that are files" "$(bare HOME=$tmp/given.json XDG_STATE_HOME=/dev/null XDG_CONFIG_HOME=/dev/null)" "0 "
env -i PATH="$PATH" "$gatehouse" user list >out 2>err
is "and no store without a place for one" "$? $(wc -l <err)" "4 1"
done_with
