#!/bin/sh
# connection test against a real MariaDB on the loopback.
. "${srcdir_abs:-.}/tests/services/services.sh"
PATH=$PATH:/usr/sbin
end() {
	kill "$(cat "$room/sshd.pid" 2>/dev/null)" 2>/dev/null
	pid=$(cat "$room/pid" 2>/dev/null) && kill "$pid" && wait
	rm -rf "$tmp" "$room"
}
trap end EXIT
cd "$room" || exit 99
certificates
client certain ca
client other ca
(cd "$room" && openssl req -x509 -newkey rsa:2048 -nodes -keyout strange-ca.key -out strange-ca.pem \
	-days 30 -subj /CN=strange-ca) >"$tmp/openssl.out" 2>&1
client strange strange-ca
owned_by mysql
port=$("$free_port")
as mysql mariadb-install-db --no-defaults --datadir="$room/data" --auth-root-authentication-method=normal >"$tmp/install" 2>&1
as mysql mariadbd --no-defaults --datadir="$room/data" --socket="$room/s" --pid-file="$room/pid" \
	--bind-address=127.0.0.1 --port="$port" --ssl-ca="$room/ca.pem" --ssl-cert="$room/cert.pem" \
	--ssl-key="$room/key.pem" --skip-name-resolve >"$room/log" 2>&1 &
client() {
	mariadb --no-defaults --socket="$room/s" --user=root "$@"
}
tries=0
until client -e 'SELECT 1' >/dev/null 2>&1 || [ "$tries" = 20000 ]; do tries=$((tries + 1)); done
client <<END
CREATE DATABASE orders;
CREATE DATABASE closed;
CREATE USER reader@'%' IDENTIFIED BY 'good';
GRANT SELECT ON orders.* TO reader@'%';
CREATE USER certain@'%' REQUIRE SUBJECT '/CN=certain';
GRANT SELECT ON orders.* TO certain@'%';
CREATE USER locked@'%' IDENTIFIED BY 'good' ACCOUNT LOCK;
CREATE USER stale@'%' IDENTIFIED BY 'good' PASSWORD EXPIRE;
GRANT SELECT ON orders.* TO stale@'%';
END

at="host=127.0.0.1 port=$port"
named="host=localhost port=$port"
# shellcheck disable=SC2086
{
expects "a good one" ok read mariadb good $at database=orders username=reader
is "its server" "$(at checks.0.server | cut -d ' ' -f 1)" MariaDB
is "who one is there" "$(at checks.0.identity)" reader@%
expects "as MySQL" ok read mysql good $at database=orders username=reader
expects "TLS that is judged" ok tls mariadb good $named database=orders username=reader ssl=verify-full ca_file="$room/ca.pem"
expects "without TLS, where that is asked for" ok auth mariadb good $at database=orders username=reader ssl=disable
expects "an authority that nobody knows" tls-untrusted tls mariadb good $named database=orders username=reader ssl=verify-full
expects "another host" tls-hostname tls mariadb good $at database=orders username=reader ssl=verify-full ca_file="$room/ca.pem"
expects "a wrong password" auth-bad auth mariadb bad $at database=orders username=reader
is "its code" "$(at 'checks.0.steps.[step=auth].native')" 1045
expects "a database of which one may not know" forbidden auth mariadb good $at database=closed username=reader
expects "a locked account" suspended auth mariadb good $at database=orders username=locked
expects "an expired password" auth-expired read mariadb good $at database=orders username=stale
expects "PostgreSQL is not spoken there" protocol tls postgres good $at database=orders username=reader ssl=require

certified "a client certificate" ok read mysql certain $named database=orders username=certain ssl=verify-full ca_file="$room/ca.pem"
is "who one is there by it" "$(at checks.0.identity)" certain@%
certified "a client certificate, where the server is not judged" ok read mysql certain $at database=orders username=certain
certified "a client certificate of somebody else" auth-bad auth mysql other $at database=orders username=certain
certified "a client certificate of a strange authority" tls-client-cert any mysql strange $at database=orders username=certain
expects "a password where a client certificate is wanted" auth-bad auth mysql good $at database=orders username=certain

bastion mysql
certified "a client certificate through SSH" ok read mysql certain $named database=orders username=certain $through ssl=verify-full ca_file="$room/ca.pem"
expects "through SSH" ok read mariadb good $at database=orders username=reader $through
expects "through SSH, TLS that is judged by the real name" ok read mariadb good $named database=orders username=reader $through ssl=verify-full ca_file="$room/ca.pem"
expects "through SSH, another name" tls-hostname tls mariadb good $at database=orders username=reader $through ssl=verify-full ca_file="$room/ca.pem"
expects "through SSH, without TLS" ok read mariadb good $at database=orders username=reader $through ssl=disable
expects "through SSH, a wrong password" auth-bad auth mariadb bad $at database=orders username=reader $through
expects "what listens there is no SSH server" protocol tunnel mariadb good $at database=orders username=reader $bare ssh_host=127.0.0.1 ssh_port="$port"
tunnel_faults mariadb $at database=orders username=reader
}
done_with
