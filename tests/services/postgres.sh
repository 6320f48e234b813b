#!/bin/sh
# connection test against a real PostgreSQL on the loopback.
. "${srcdir_abs:-.}/tests/services/services.sh"
bin=$(ls -d /usr/lib/postgresql/*/bin | tail -n 1)
trap 'kill "$(cat "$room/sshd.pid" 2>/dev/null)" 2>/dev/null; as postgres "$bin/pg_ctl" -D "$room/data" -m immediate stop >/dev/null 2>&1; rm -rf "$tmp" "$room"' EXIT
cd "$room" || exit 99
certificates
client certain ca
client other ca
(cd "$room" && openssl req -x509 -newkey rsa:2048 -nodes -keyout strange-ca.key -out strange-ca.pem \
	-days 30 -subj /CN=strange-ca) >"$tmp/openssl.out" 2>&1
client strange strange-ca
echo boss-password >"$room/pw"
owned_by postgres
port=$("$free_port")
as postgres "$bin/initdb" -D "$room/data" -U boss -A scram-sha-256 --pwfile="$room/pw" >"$tmp/initdb" 2>&1
as postgres tee -a "$room/data/postgresql.conf" >/dev/null <<END
port = $port
listen_addresses = '127.0.0.1'
unix_socket_directories = '$room'
ssl = on
ssl_ca_file = '$room/ca.pem'
ssl_cert_file = '$room/cert.pem'
ssl_key_file = '$room/key.pem'
fsync = off
END
as postgres tee "$room/data/pg_hba.conf" >/dev/null <<END
local all all scram-sha-256
hostssl all certain 127.0.0.1/32 cert clientcert=verify-full
hostssl all doubly 127.0.0.1/32 scram-sha-256 clientcert=verify-ca
host all banned 127.0.0.1/32 reject
hostssl all sealed 127.0.0.1/32 scram-sha-256
host all sealed 127.0.0.1/32 reject
host all all 127.0.0.1/32 scram-sha-256
END
as postgres "$bin/pg_ctl" -D "$room/data" -l "$room/log" -w start >"$tmp/start" 2>&1
as postgres env PGPASSWORD=boss-password "$bin/psql" -q -h "$room" -p "$port" -U boss postgres <<END
CREATE ROLE reader LOGIN PASSWORD 'good';
CREATE ROLE sealed LOGIN PASSWORD 'good';
CREATE ROLE certain LOGIN;
CREATE ROLE doubly LOGIN PASSWORD 'good';
CREATE ROLE banned LOGIN PASSWORD 'good';
CREATE ROLE locked NOLOGIN PASSWORD 'good';
CREATE ROLE crowd LOGIN PASSWORD 'good' CONNECTION LIMIT 0;
CREATE DATABASE orders;
CREATE DATABASE closed;
REVOKE CONNECT ON DATABASE closed FROM PUBLIC;
END

at="host=127.0.0.1 port=$port"
named="host=localhost port=$port"
# shellcheck disable=SC2086
{
expects "a good one" ok read postgres good $at database=orders username=reader
is "its server" "$(at checks.0.server | cut -d ' ' -f 1)" PostgreSQL
is "who one is there" "$(at checks.0.identity)" reader
expects "TLS that is judged" ok tls postgres good $named database=orders username=reader ssl=verify-full ca_file="$room/ca.pem"
expects "without TLS, where that is asked for" ok auth postgres good $at database=orders username=reader ssl=disable
expects "an authority that nobody knows" tls-untrusted tls postgres good $named database=orders username=reader ssl=verify-full
expects "another host" tls-hostname tls postgres good $at database=orders username=reader ssl=verify-full ca_file="$room/ca.pem"
expects "a wrong password" auth-bad auth postgres bad $at database=orders username=reader
is "its code" "$(at 'checks.0.steps.[step=auth].native')" 28P01
expects "nobody of that name" auth-bad auth postgres good $at database=orders username=nobody
expects "no such database" not-found auth postgres good $at database=none username=reader
expects "no right on the database" forbidden auth postgres good $at database=closed username=reader
expects "refused by pg_hba.conf" forbidden auth postgres good $at database=orders username=banned
expects "a role that may not sign in" suspended auth postgres good $at database=orders username=locked
expects "too many connections" rate-limited auth postgres good $at database=orders username=crowd

certified "a client certificate" ok read postgres certain $named database=orders username=certain ssl=verify-full ca_file="$room/ca.pem"
is "who one is there by it" "$(at checks.0.identity)" certain
certified "a client certificate, where the server is not judged" ok read postgres certain $at database=orders username=certain
certified "a client certificate of somebody else" auth-bad auth postgres other $at database=orders username=certain
certified "a client certificate of a strange authority" tls-client-cert any postgres strange $at database=orders username=certain
expects "a password where a client certificate is wanted" tls-client-cert auth postgres good $at database=orders username=certain
expects "a password where a client certificate is wanted, too" tls-client-cert auth postgres good $at database=orders username=doubly
is "it is said what to give" "$(at 'checks.0.steps.[step=auth].fix' | cut -d ' ' -f 1-4)" "Give a client certificate"

bastion postgres
certified "a client certificate through SSH" ok read postgres certain $named database=orders username=certain $through ssl=verify-full ca_file="$room/ca.pem"
expects "through SSH" ok read postgres good $at database=orders username=reader $through
is "what went through what" "$(at 'checks.0.steps.[step=tunnel].detail') $(at 'checks.0.steps.[step=connect].detail')" "$guard@127.0.0.1:$ssh_port 127.0.0.1:$port"
expects "through SSH, TLS that is judged by the real name" ok tls postgres good $named database=orders username=sealed $through ssl=verify-full ca_file="$room/ca.pem"
expects "through SSH, another name" tls-hostname tls postgres good $at database=orders username=reader $through ssl=verify-full ca_file="$room/ca.pem"
expects "through SSH, without TLS" ok read postgres good $at database=orders username=reader $through ssl=disable
expects "through SSH, a wrong password" auth-bad auth postgres bad $at database=orders username=reader $through
tunnel_faults postgres $at database=orders username=reader
}
done_with
