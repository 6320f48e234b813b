# services.sh: what the tests with real servers share: a folder of the servers' user, and
# a connection that is made and tested.  Servers that refuse root run as their own user.
. "${srcdir_abs:-.}/tests/cli/tap_cases.sh"
free_port=${builddir_abs:?}/tests/services/free_port
room=$(mktemp -d /tmp/gatehouse-XXXXXX) || exit 99
chmod 755 "$room"

# as USER COMMAND...: as that user where this is root.
as() {
	user=$1
	shift
	if [ "$(id -u)" = 0 ]; then runuser -u "$user" -- "$@"; else "$@"; fi
}

owned_by() {
	[ "$(id -u)" != 0 ] || chown -R "$1" "$room"
}

# A certificate authority, and a certificate for localhost by it.
certificates() {
	(cd "$room" &&
	openssl req -x509 -newkey rsa:2048 -nodes -keyout ca.key -out ca.pem -days 30 \
		-subj /CN=test-ca &&
	openssl req -newkey rsa:2048 -nodes -keyout key.pem -out csr.pem -subj /CN=localhost &&
	echo 'subjectAltName=DNS:localhost' >ext &&
	openssl x509 -req -in csr.pem -CA ca.pem -CAkey ca.key -CAcreateserial -days 20 \
		-extfile ext -out cert.pem && chmod 600 key.pem) >"$tmp/openssl.out" 2>&1
}

# An sshd of that user's, who may sign in to it with the key of $HOME/.ssh, and its host
# key known there: ssh_host, ssh_port and ssh_username stand in $through.
bastion() {
	mkdir -p "$HOME/.ssh" && chmod 700 "$HOME/.ssh"
	ssh-keygen -q -t ed25519 -N '' -f "$HOME/.ssh/id_ed25519"
	ssh-keygen -q -t ed25519 -N '' -f "$room/host_key"
	ssh-keygen -q -t ed25519 -N '' -f "$tmp/other"
	restrict=${2:+restrict,port-forwarding,$2 }
	echo "$restrict$(cat "$HOME/.ssh/id_ed25519.pub")" >"$room/authorized_keys"
	ssh_port=$("$free_port")
	cat >"$room/sshd_config" <<END
ListenAddress 127.0.0.1:$ssh_port
HostKey $room/host_key
PidFile $room/sshd.pid
AuthorizedKeysFile $room/authorized_keys
StrictModes no
UsePAM no
AuthenticationMethods publickey
END
	if [ "$(id -u)" = 0 ]; then guard=$1; else guard=$(id -un); fi
	owned_by "$1"
	as "$1" /usr/sbin/sshd -D -E "$room/sshd.log" -f "$room/sshd_config" &
	tries=0
	until ssh-keyscan -t ed25519 -p "$ssh_port" 127.0.0.1 2>/dev/null >"$HOME/.ssh/known_hosts" &&
		[ -s "$HOME/.ssh/known_hosts" ] || [ "$tries" = 200 ]; do tries=$((tries + 1)); done
	bare="connect_via_ssh=on ssh_username=$guard"
	through="$bare ssh_host=127.0.0.1 ssh_port=$ssh_port"
}

# What goes wrong before a database that is $1, at these fields, password good.
# shellcheck disable=SC2086
tunnel_faults() {
	type=$1
	shift
	nobody=$("$free_port")
	as_read="database=orders username=reader $through"
	expects "the SSH server's name is unknown" dns tunnel "$type" good "$@" $bare ssh_host=nowhere.invalid ssh_port=22
	expects "no SSH server listens" refused tunnel "$type" good "$@" $bare ssh_host=127.0.0.1 ssh_port="$nobody"
	expects "behind it nobody listens" refused connect "$type" good host=127.0.0.1 port="$nobody" $as_read
	expects "behind it the name is unknown" dns connect "$type" good host=nowhere.invalid port="$nobody" $as_read
	expects "an address of the link is not gone to" config tunnel "$type" good host=169.254.169.254 port=80 $as_read
	cp "$HOME/.ssh/known_hosts" "$tmp/known"
	: >"$HOME/.ssh/known_hosts"
	expects "its host key was never accepted" tls-untrusted tunnel "$type" good "$@" $through
	is "it is said how to accept it" "$(at 'checks.0.steps.[step=tunnel].fix' | cut -d ' ' -f 1-6)" \
		"As that user: ssh -p $ssh_port"
	sed "s,AAAA.*,$(cut -d ' ' -f 2 "$tmp/other.pub")," "$tmp/known" >"$HOME/.ssh/known_hosts"
	expects "its host key is another one now" tls-untrusted tunnel "$type" good "$@" $through
	cp "$tmp/known" "$HOME/.ssh/known_hosts"
	mv "$HOME/.ssh/id_ed25519" "$tmp/kept"
	expects "without a key" auth-bad tunnel "$type" good "$@" $through
	cp "$tmp/other" "$HOME/.ssh/id_ed25519"
	expects "a key that is not authorized" auth-bad tunnel "$type" good "$@" $through
	mv "$tmp/kept" "$HOME/.ssh/id_ed25519"
	expects "and all is well again" ok read "$type" good "$@" $through
}

# client NAME AUTHORITY: a key and a certificate for that user.
client() {
	(cd "$room" &&
	openssl req -newkey rsa:2048 -nodes -keyout "$1.key" -out csr.pem -subj "/CN=$1" &&
	openssl x509 -req -in csr.pem -CA "$2.pem" -CAkey "$2.key" -CAcreateserial -days 20 \
		-out "$1.pem") >"$tmp/openssl.out" 2>&1
}

# certified NAME REASON STEP TYPE CLIENT FIELD=VALUE...: as expects, signed in to with
# that client's certificate.
certified() {
	what=$1 reason=$2 step=$3 type=$4 whose=$5
	shift 5
	fields=
	for field; do fields="$fields --field $field"; done
	n=$((n + 1))
	# shellcheck disable=SC2086
	run connection create "c$n" --type "$type" --field auth=certificate $fields \
		--field "certificate=$(cat "$room/$whose.pem")" --value-fd private_key=4 \
		--passphrase-fd 3 3<"$tmp/words" 4<"$room/$whose.key"
	judge
}

# expects NAME REASON STEP TYPE PASSWORD FIELD=VALUE...: made and tested, that step ends
# for that reason; "ok": the whole is ok.
n=0
expects() {
	what=$1 reason=$2 step=$3 type=$4
	printf '%s' "$5" >"$tmp/value"
	shift 5
	fields=
	for field; do fields="$fields --field $field"; done
	n=$((n + 1))
	# shellcheck disable=SC2086
	run connection create "c$n" --type "$type" $fields --value-fd password=4 \
		--passphrase-fd 3 3<"$tmp/words" 4<"$tmp/value"
	judge
}

# The connection that was just made, by $what, $reason and $step; "any": whichever step.
judge() {
	run connection test "c$n" --format json --passphrase-fd 3 3<"$tmp/words"
	if [ "$reason" = ok ]; then
		is "$what" "$rc $(at checks.0.status) $(at "checks.0.steps.[step=$step].status")" "0 ok ok"
	elif [ "$step" = any ]; then
		is "$what" "$rc $(at checks.0.reason)" "7 $reason"
	else
		is "$what" "$rc $(at checks.0.reason) $(at "checks.0.steps.[step=$step].reason")" \
			"7 $reason $reason"
	fi
}

echo 'four words are enough here' >"$tmp/words"
run workspace init --name T --plan enterprise --admin a@t.example
run vault init --memory 64 --new-passphrase-fd 3 --format json 3<"$tmp/words"
