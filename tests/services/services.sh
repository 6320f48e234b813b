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
	run connection test "c$n" --format json --passphrase-fd 3 3<"$tmp/words"
	if [ "$reason" = ok ]; then
		is "$what" "$rc $(at checks.0.status) $(at "checks.0.steps.[step=$step].status")" "0 ok ok"
	else
		is "$what" "$rc $(at checks.0.reason) $(at "checks.0.steps.[step=$step].reason")" \
			"7 $reason $reason"
	fi
}

echo 'four words are enough here' >"$tmp/words"
run workspace init --name T --plan enterprise --admin a@t.example
run vault init --memory 64 --new-passphrase-fd 3 --format json 3<"$tmp/words"
