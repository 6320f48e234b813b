#!/bin/sh
# connection test against a real ClickHouse (Debian's 18.16) on the loopback.
. "${srcdir_abs:-.}/tests/services/services.sh"
server=$(PATH=$PATH:/usr/sbin command -v clickhouse-server)
missing=
[ -n "$server" ] || missing="clickhouse-server (Debian 13 has none)"
command -v curl >/dev/null 2>&1 || missing="curl, which asks it for databases"
if [ -n "$missing" ]; then
	echo "1..0 # SKIP there is no $missing"
	rm -rf "$tmp" "$room"
	exit 0
fi
trap 'kill "$pid" 2>/dev/null; wait; rm -rf "$tmp" "$room"' EXIT
pid=
cd "$room" || exit 99
certificates
# 18.16 reads a key of the old form alone.
openssl rsa -in key.pem -out old.pem -traditional >"$tmp/openssl.out" 2>&1
port=$("$free_port")
plain=$("$free_port")
native=$("$free_port")
cat >config.xml <<END
<yandex>
	<logger><level>warning</level><log>$room/log</log><errorlog>$room/errors</errorlog></logger>
	<listen_host>127.0.0.1</listen_host>
	<https_port>$port</https_port>
	<http_port>$plain</http_port>
	<tcp_port>$native</tcp_port>
	<openSSL><server>
		<certificateFile>$room/cert.pem</certificateFile>
		<privateKeyFile>$room/old.pem</privateKeyFile>
		<verificationMode>none</verificationMode>
		<loadDefaultCAFile>false</loadDefaultCAFile>
	</server></openSSL>
	<path>$room/data/</path>
	<tmp_path>$room/tmp/</tmp_path>
	<users_config>users.xml</users_config>
	<default_profile>default</default_profile>
	<default_database>default</default_database>
	<mark_cache_size>5368709120</mark_cache_size>
</yandex>
END
# user NAME PROFILE NETWORK MORE
user() {
	echo "<$1><password>good</password><networks><ip>$3</ip></networks>" \
		"<profile>$2</profile><quota>default</quota>$4</$1>"
}
cat >users.xml <<END
<yandex>
	<profiles><default/><strict><readonly>1</readonly></strict></profiles>
	<quotas><default/></quotas>
	<users>
		$(user boss default ::/0)
		$(user reader default ::/0)
		$(user strict strict ::/0)
		$(user narrow default ::/0 "<allow_databases><database>orders</database></allow_databases>")
		$(user banned default 10.1.1.1)
	</users>
</yandex>
END
# It is signalled by its number: no shell may stand before it.
set -- "$server" --config-file="$room/config.xml"
if [ "$(id -u)" = 0 ]; then
	chown -R nobody "$room"
	set -- setpriv --reuid=nobody --regid="$(id -g nobody)" --clear-groups "$@"
fi
"$@" >"$tmp/server" 2>&1 &
pid=$!
at="http://127.0.0.1:$plain"
# It itself, whatever proxy the environment names, and not for ever.
asks() {
	curl -s --noproxy '*' -m 2 "$@"
}
tries=0
until [ "$(asks --retry 2 --retry-delay 1 --retry-connrefused "$at/ping")" = Ok. ] ||
	! kill -0 "$pid" 2>/dev/null || [ "$tries" = 30 ]; do tries=$((tries + 1)); done
for database in orders closed; do
	asks -u boss:good "$at/" -d "CREATE DATABASE $database"
done
# 18.16 does not say it on its command line.
version=$(asks -u boss:good "$at/" -d "SELECT version()")

named="host=localhost port=$port ca_file=$room/ca.pem"
# shellcheck disable=SC2086
{
expects "a good one" ok read clickhouse good $named database=orders username=reader
is "its server" "$(at checks.0.server)" "ClickHouse ${version:-that is not up}"
is "who one is there" "$(at checks.0.identity)" reader
is "which database" "$(at 'checks.0.steps.[step=read].detail')" "database orders"
expects "without a database" ok read clickhouse good $named username=reader
expects "whom a profile holds to reading" ok read clickhouse good $named database=orders username=strict
expects "who has one database" ok read clickhouse good $named database=orders username=narrow
expects "no right on the database" forbidden read clickhouse good $named database=closed username=narrow
is "its code" "$(at 'checks.0.steps.[step=read].native')" 291
expects "a wrong password" auth-bad auth clickhouse bad $named database=orders username=reader
is "its code" "$(at 'checks.0.steps.[step=auth].native')" 193
expects "nobody of that name" auth-bad auth clickhouse good $named database=orders username=nobody
is "its code" "$(at 'checks.0.steps.[step=auth].native')" 192
expects "no such database" not-found read clickhouse good $named database=none username=reader
is "its code" "$(at 'checks.0.steps.[step=read].native')" 81
expects "not from this machine" forbidden auth clickhouse good $named database=orders username=banned
expects "an authority that nobody knows" tls-untrusted connect clickhouse good host=localhost port="$port" username=reader
expects "another host" tls-hostname connect clickhouse good host=127.0.0.1 port="$port" ca_file="$room/ca.pem" username=reader
expects "the port of its own protocol" not-this-api connect clickhouse good host=localhost port="$native" username=reader
is "it is said which" "$(at 'checks.0.steps.[step=connect].fix' | cut -d ' ' -f 1-8)" "Enter the port of ClickHouse's HTTP interface: 8443"
expects "nobody listens" refused connect clickhouse good host=localhost port="$("$free_port")" username=reader
expects "the name is unknown" dns connect clickhouse good host=nowhere.invalid port="$port" username=reader

# In the clear, on this machine.
printf good >"$tmp/value"
run connection create plain --type clickhouse --field host=127.0.0.1 --field port="$plain" \
	--field username=reader --value-fd password=4 --passphrase-fd 3 3<"$tmp/words" 4<"$tmp/value"
run connection test plain --format json --passphrase-fd 3 3<"$tmp/words"
is "without TLS, on this machine" "$rc $(at checks.0.status) $(at 'checks.0.steps.[step=connect].status') $(at 'checks.0.steps.[step=read].status')" "0 warn warn ok"

kill -STOP "$pid"
run connection test c1 --timeout 3 --format json --passphrase-fd 3 3<"$tmp/words"
kill -CONT "$pid"
is "it hangs" "$rc $(at checks.0.reason)" "7 timeout"
}
done_with
