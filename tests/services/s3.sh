#!/bin/sh
# The connector of S3 against the S3 API of OpenStack Swift, on the loopback: it judges
# signatures, regions, clocks and rights as Amazon does.
. "${srcdir_abs:-.}/tests/services/services.sh"
here=${srcdir_abs:-.}/tests/services
PATH=$PATH:/usr/sbin
end() {
	for pid in "$room"/*.pid; do [ ! -e "$pid" ] || kill "$(cat "$pid")" 2>/dev/null; done
	wait
	rm -rf "$tmp" "$room"
}
trap end EXIT
cd "$room" || exit 99

# ---- the server: one process for each role, of its own user -------------------------
port=$("$free_port")
memory=$("$free_port")
mkdir -p srv/sda
printf '[swift-hash]\nswift_hash_path_suffix = t\nswift_hash_path_prefix = t\n[storage-policy:0]\nname = one\ndefault = yes\n' >swift.conf
user=$(id -un)
[ "$user" != root ] || user=swift
for role in account container object; do
	at=$("$free_port")
	for step in "create 4 1 0" "add r1z1-127.0.0.1:$at/sda 1" rebalance; do
		# shellcheck disable=SC2086
		swift-ring-builder $role.builder $step >/dev/null 2>>"$tmp/ring" || [ "$step" = rebalance ] || exit 99
	done
	cat >$role.conf <<END
[DEFAULT]
bind_ip = 127.0.0.1
bind_port = $at
workers = 0
swift_dir = $room
devices = $room/srv
mount_check = false
user = $user
[pipeline:main]
pipeline = $role-server
[app:$role-server]
use = egg:swift#$role
END
done
cat >proxy.conf <<END
[DEFAULT]
bind_ip = 127.0.0.1
bind_port = $port
workers = 0
swift_dir = $room
user = $user
[pipeline:main]
pipeline = catch_errors cache listing_formats s3api tempauth proxy-server
[app:proxy-server]
use = egg:swift#proxy
allow_account_management = true
account_autocreate = true
[filter:catch_errors]
use = egg:swift#catch_errors
[filter:cache]
use = egg:swift#memcache
memcache_servers = 127.0.0.1:$memory
[filter:listing_formats]
use = egg:swift#listing_formats
[filter:s3api]
use = egg:swift#s3api
location = eu-west-3
s3_acl = true
dns_compliant_bucket_names = true
check_bucket_owner = true
[filter:tempauth]
use = egg:swift#tempauth
user_acme_admin = adminsecret .admin .reseller_admin
user_acme_reader = readersecret
user_acme_writer = writersecret
user_other_eve = evesecret .admin
END
owned_by "$user"
as "$user" memcached -l 127.0.0.1 -p "$memory" -U 0 -m 16 -P "$room/memory.pid" >"$tmp/memory" 2>&1 &
for role in account container object proxy; do
	as "$user" sh -c 'echo $$ >"$1.pid"; exec "swift-$1-server" "$1.conf"' sh "$role" >"$tmp/$role" 2>&1 &
done

# signed METHOD PATH NAME=VALUE...: by the admin.
signed() {
	(IFS='	'; printf '%s\n' "$*") | python3 "$here/signed.py" "$port" acme:admin adminsecret >"$tmp/signed" 2>&1
}
# made PATH NAME=VALUE...: a bucket or an object, later on.
made() {
	(IFS='	'; printf 'PUT\t%s\n' "$*") >>"$tmp/world"
}
both='id="acme:reader",id="acme:writer"'
made /lake "x-amz-grant-read=$both" 'x-amz-grant-write=id="acme:writer"'
made /lake/raw/leads.csv "x-amz-grant-read=$both" 'body=a,b'
made /lake/top.csv "x-amz-grant-read=$both" 'body=c'
made /my.lake
made /my.lake/k body=x
made /hollow
made /hollow/nothing
made /empty
made /closed 'x-amz-grant-read=id="acme:reader"'
made /closed/k body=x
made /odd
n=0
for key in 'a b' a+b 'a(b)c' é a=b a~b a%41b a//b "it's" 'a&b?c#d' 日本.csv; do
	n=$((n + 1))
	made "/strange$n"
	made "/strange$n/$key" body=x
	made "/odd/$key" body=x
done
strange=$n
tries=0
until signed GET / || [ "$tries" = 300 ]; do tries=$((tries + 1)); done
python3 "$here/signed.py" "$port" acme:admin adminsecret <"$tmp/world" >"$tmp/signed" 2>&1 || {
	echo "Bail out! $(tail -n 3 "$tmp/signed")"
	exit 99
}

# ---- asking ------------------------------------------------------------------------------
courier=${builddir_abs:?}/src/gatehouse-courier
# asks JOB KEY SECRET BUCKET REGION [FIELDS] [PREFIX]: its lines are in $tmp/lines.
asks() {
	printf '{"type":"s3","job":"%s","timeout_ms":60000,"fields":{"bucket":"%s","region":"%s","access_key_id":"%s","endpoint":"http://127.0.0.1:%s"%s},"secrets":{"secret_access_key":"%s"},"ask":{"prefix":"%s"}}' \
		"$1" "$4" "$5" "$2" "$port" "$6" "$3" "$7" | "$courier" >"$tmp/lines" 2>"$tmp/err"
	cat "$tmp/lines" "$tmp/err" >>"$tmp/all"
}
# step NAME FIELD
step() {
	grep -F "{\"step\":\"$1\"" "$tmp/lines" >"$tmp/step" && "$pick" "$tmp/step" "$2"
}
# verifies NAME "STATUS of each step" KEY SECRET BUCKET [REGION] [FIELDS]
verifies() {
	name=$1 want=$2
	asks verify "$3" "$4" "$5" "${6:-eu-west-3}" "$7"
	got=
	for each in connect region ListBucket GetObject PutObject DeleteObject; do
		got="$got $(step $each status)"
	done
	# shellcheck disable=SC2086
	if [ "$(echo $got)" = "$want" ]; then pass "$name"; else miss "$name" "$got, not $want: $(cat "$tmp/lines")"; fi
}
# because STEP REASON CODE
because() {
	is "... for $2, $3" "$(step "$1" reason) $(step "$1" native)" "$2 $3"
}
# nothing_left BUCKET: no probe object is there.
nothing_left() {
	signed GET "/$1" 'query=list-type=2&prefix=.gatehouse-probe'
	is "nothing of ours is left in $1" "$(head -n 1 "$tmp/signed") $(grep -c '<Key>' "$tmp/signed")" "200 0"
}
on=',"writeback":"true"'

verifies "the owner" "ok ok ok ok" acme:admin adminsecret lake
is "the region is proven" "$(step region detail)" "eu-west-3: a signature for it is taken"
verifies "the owner, with writeback" "ok ok ok ok ok ok" acme:admin adminsecret lake eu-west-3 "$on"
verifies "who may read" "ok ok ok ok" acme:reader readersecret lake
nothing_left lake
verifies "who may read, with writeback" "ok ok ok ok fail" acme:reader readersecret lake eu-west-3 "$on"
because PutObject forbidden AccessDenied
is "the action is there to paste" "$(step PutObject fix | grep -c '"Action":"s3:PutObject","Resource":"arn:aws:s3:::lake/\*"')" 1
verifies "who may write" "ok ok ok ok ok ok" acme:writer writersecret lake eu-west-3 "$on"
nothing_left lake
verifies "who may list and not read" "ok ok ok fail" acme:reader readersecret closed
because GetObject forbidden AccessDenied
verifies "a stranger" "ok skip fail" other:eve evesecret lake
is "... is refused" "$(step ListBucket reason | grep -cE '^(forbidden|not-found)$')" 1
verifies "a wrong secret" "ok skip fail" acme:admin wrong lake
because ListBucket auth-bad SignatureDoesNotMatch
# Swift has no code of its own for it.
verifies "an unknown key" "ok skip fail" acme:nobody adminsecret lake
because ListBucket auth-bad SignatureDoesNotMatch
verifies "a wrong region" "ok fail" acme:admin adminsecret lake us-east-1
because region wrong-region AuthorizationHeaderMalformed
is "the right one is named" "$(step region fix)" "Set the region to eu-west-3."
verifies "no such bucket" "ok skip fail" acme:admin adminsecret nowhere
because ListBucket not-found NoSuchBucket
verifies "a bucket with a dot" "ok ok ok ok" acme:admin adminsecret my.lake
verifies "an object without bytes" "ok ok ok ok" acme:admin adminsecret hollow
verifies "an empty bucket" "ok ok ok ok" acme:admin adminsecret empty
is "... whose reading is proven by what is missing" "$(step GetObject detail)" "the bucket is empty; what is missing is said to be"
verifies "an empty bucket, with writeback" "ok ok ok ok ok ok" acme:admin adminsecret empty eu-west-3 "$on"
nothing_left empty
n=0
while [ "$n" -lt "$strange" ]; do
	n=$((n + 1))
	verifies "strange key $n" "ok ok ok ok" acme:admin adminsecret "strange$n"
done

# Clocks: the courier's own, by a library that is loaded before it.
LD_PRELOAD=${builddir_abs:?}/tests/services/shift.so ASAN_OPTIONS=verify_asan_link_order=0
export ASAN_OPTIONS
for SHIFT in -3600 3600; do
	export SHIFT LD_PRELOAD
	asks verify acme:admin adminsecret lake eu-west-3
	LD_PRELOAD=
	is "a clock that is $SHIFT seconds off" "$(step ListBucket reason) $(step ListBucket native)" "clock-skew RequestTimeTooSkewed"
	is "... both clocks are said" "$(step ListBucket fix | grep -c 'Here it is 2.* UTC, at the server 2.* UTC: 3[56]')" 1
	LD_PRELOAD=${builddir_abs:?}/tests/services/shift.so
done
unset LD_PRELOAD SHIFT

asks browse acme:reader readersecret lake eu-west-3
is "a bucket is listed" "$(sed -n 's/^{"row":{"key":"\([^"]*\)","size":\([^,]*\),.*"folder":\([a-z]*\)}}$/\1 \2 \3/p' "$tmp/lines" | tr '\n' ';')" 'raw/ null true;top.csv "1" false;'
asks browse acme:reader readersecret lake eu-west-3 "" raw/
is "and its folder" "$(sed -n 's/^{"row":{"key":"\([^"]*\)".*/\1/p' "$tmp/lines")" raw/leads.csv
asks browse acme:reader readersecret lake eu-west-3 "" raw/leads.csv
is "and a file by its whole key" "$(sed -n 's/^{"row":{"key":"\([^"]*\)".*/\1/p' "$tmp/lines")" raw/leads.csv
asks browse acme:admin adminsecret odd eu-west-3
is "strange keys are listed as they are" "$(sed -n 's/^{"row":{"key":"\([^"]*\)".*/\1/p' "$tmp/lines" | tr '\n' ';')" \
	"a b;a%41b;a&b?c#d;a(b)c;a+b;a/;a=b;a~b;it's;é;日本.csv;"
asks browse acme:admin wrong lake eu-west-3
is "who asks is judged apart" "$(step auth reason)" auth-bad
is "no secret is in all that was said" "$(grep -cE '(admin|reader|writer|eve)secret' "$tmp/all")" 0
is "... which was not little" "$(grep -c '"done":true' "$tmp/all")" $((22 + strange))
done_with
