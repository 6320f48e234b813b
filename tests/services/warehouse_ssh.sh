#!/bin/sh
# connection test of warehouses behind a real sshd: what answers there as Presto is nginx, a
# stand-in with one answer for each question.  Both run as a user who may sign in.
. "${srcdir_abs:-.}/tests/services/services.sh"
PATH=$PATH:/usr/sbin
trap 'kill "$(cat "$room/sshd.pid" 2>/dev/null)" "$(cat "$room/nginx.pid" 2>/dev/null)" 2>/dev/null; wait; rm -rf "$tmp" "$room"' EXIT
cd "$room" || exit 99
certificates
port=$("$free_port")
plain=$("$free_port")
# reader:good; in the clear nobody, as Trino has it
allowed='Basic cmVhZGVyOmdvb2Q='
cat >nginx.conf <<END
daemon off;
pid $room/nginx.pid;
error_log $room/error.log;
events {}
http {
	access_log off;
	default_type application/json;
	client_body_temp_path $room/body; proxy_temp_path $room/t1; fastcgi_temp_path $room/t2;
	uwsgi_temp_path $room/t3; scgi_temp_path $room/t4;
	map "\$scheme:\$http_authorization" \$known { "https:$allowed" yes; "http:" yes; default no; }
	server {
		listen 127.0.0.1:$port ssl;
		listen 127.0.0.1:$plain;
		ssl_certificate $room/cert.pem;
		ssl_certificate_key $room/key.pem;
		location = /v1/info { return 200 '{"nodeVersion":{"version":"0.286"},"starting":false}'; }
		location = /v1/statement {
			if (\$known = no) { return 401 'Unauthorized'; }
			return 200 '{"id":"1","stats":{"state":"FINISHED"}}';
		}
	}
}
END
owned_by postgres
set -- nginx -p "$room" -c "$room/nginx.conf"
if [ "$(id -u)" = 0 ]; then
	set -- setpriv --reuid=postgres --regid="$(id -g postgres)" --clear-groups "$@"
fi
"$@" >"$tmp/nginx" 2>&1 &
bastion postgres
at="host=localhost port=$port username=reader ca_file=$room/ca.pem"
# shellcheck disable=SC2086
{
expects "straight" ok read presto good $at
expects "through SSH" ok read presto good $at $through
is "what went through what" "$(at 'checks.0.steps.[step=tunnel].detail') $(at 'checks.0.steps.[step=connect].detail')" "$guard@127.0.0.1:$ssh_port localhost:$port"
expects "through SSH, a wrong password" auth-bad auth presto bad $at $through
expects "through SSH, an authority that nobody knows" tls-untrusted connect presto good host=localhost port="$port" username=reader $through
expects "through SSH, another host" tls-hostname connect presto good host=127.0.0.1 port="$port" username=reader ca_file="$room/ca.pem" $through
expects "no SSH server listens" refused tunnel presto good $at $bare ssh_host=127.0.0.1 ssh_port="$("$free_port")"
expects "behind it nobody listens" refused connect presto good host=localhost port="$("$free_port")" username=reader $through
expects "behind it the name is unknown" dns connect presto good host=nowhere.invalid port="$port" username=reader $through
expects "an address of the link is not gone to" config tunnel presto good host=169.254.169.254 port=80 username=reader $through
expects "through SSH, without TLS, a password" not-tls auth presto good host=localhost port="$plain" username=reader $through
# shellcheck disable=SC2046
run connection create plain --type presto --field host=localhost --field port="$plain" \
	--field username=reader $(printf -- '--field %s ' $through) --passphrase-fd 3 3<"$tmp/words"
run connection test plain --format json --passphrase-fd 3 3<"$tmp/words"
is "through SSH, without TLS, on the SSH server" "$rc $(at checks.0.status) $(at 'checks.0.steps.[step=connect].status') $(at 'checks.0.steps.[step=auth].status') $(at 'checks.0.steps.[step=read].status')" "0 warn warn warn ok"
}
done_with
