#!/bin/sh
# Git over smart HTTP, for real: bare repositories behind nginx with fcgiwrap and
# git-http-backend: one server with version 2, one that lets no version through and so
# answers as of old (0).  The steps before `git` are those of GitLab, whose API is our
# stand-in's, over repositories of its own: what it says and what Git has may differ.
. "${srcdir_abs:-.}/tests/services/forge.sh"
PATH=$PATH:/usr/sbin
free_port=${builddir_abs:?}/tests/services/free_port
room=$(mktemp -d /tmp/gatehouse-XXXXXX) || exit 99
chmod 755 "$room"
umask 022
forge=$room/api
# Those that nobody serves are read by us as well.
GIT_CONFIG_GLOBAL=$room/gitconfig
printf '[safe]\n\tdirectory = *\n[core]\n\tcompression = 0\n' >"$GIT_CONFIG_GLOBAL"
# as COMMAND...: in a shell of its own, which becomes that; nobody's where this is root.
as() {
	[ "$(id -u)" != 0 ] ||
		set -- setpriv --reuid=nobody --regid="$(id -g nobody)" --clear-groups "$@"
	exec "$@"
}
end() {
	close
	wait
	rm -rf "$room"
}
trap end EXIT

# ---- the repositories: Git's, and those of the API -----------------------------------------
repositories grove/ml-utils grove/open grove/big
{
	n=0
	while [ "$n" -lt 3000 ]; do
		n=$((n + 1))
		echo "create refs/tags/n$n $(work rev-parse main)"
	done
} >"$tmp/tags"
git -C "$forge/grove/open.git" update-ref --stdin <"$tmp/tags"
git -C "$forge/grove/open.git" pack-refs --all
head -c 24000000 /dev/urandom >"$tmp/blob"
mv "$tmp/blob" "$forge/work"
work add blob
work commit -q -m big
work push -q "$forge/grove/big.git" main
work reset -q --hard HEAD~1
git init -q --bare -b main --object-format=sha256 "$forge/grove/long.git"
git init -q -b main --object-format=sha256 "$forge/long"
git -C "$forge/long" commit -q --allow-empty -m one
git -C "$forge/long" push -q "$forge/grove/long.git" main
mkdir -p "$room/git"
cp -a "$forge/grove" "$room/git/"
served=$room/git/grove
# What the API alone has, and what was pushed after it was asked.
work commit -q --allow-empty -m ahead
work push -q "$forge/grove/ml-utils.git" HEAD:refs/heads/ahead
work checkout -q -b late feature/x
work commit -q --allow-empty -m late
work push -q "$served/ml-utils.git" HEAD:refs/heads/feature/x
rm -rf "$served/gone.git"
cp -a "$forge/grove/open.git" "$forge/grove/gone.git"
[ "$(id -u)" != 0 ] || chown -R nobody "$room/git"

# ---- the servers ------------------------------------------------------------------------------
starts
api=$origin
mkdir -m 777 "$room/run"
as fcgiwrap -s "unix:$room/run/fcgi" >"$tmp/fcgiwrap" 2>&1 &
pids="$pids $!"
new=$("$free_port")
old=$("$free_port")
# serves PORT MORE: a server of nginx.
serves() {
	cat <<END
server {
	listen 127.0.0.1:$1;
	location ~ ^/(api|oauth|_t)/ { proxy_pass $api; proxy_set_header Host \$http_host; }
	location ~ ^/grove/moved\\.git/ { return 301 $api/sunk.git; }
	location ~ ^/(grove/.*\\.git/.*)\$ {
		auth_basic Git;
		auth_basic_user_file $room/htpasswd;
		fastcgi_pass unix:$room/run/fcgi;
		include /etc/nginx/fastcgi_params;
		fastcgi_param SCRIPT_FILENAME $(git --exec-path)/git-http-backend;
		fastcgi_param GIT_HTTP_EXPORT_ALL "";
		fastcgi_param GIT_PROJECT_ROOT $room/git;
		fastcgi_param PATH_INFO /\$1;
		fastcgi_param REMOTE_USER \$remote_user;
		$2
	}
}
END
}
echo 'oauth2:{PLAIN}glpat-good' >"$room/htpasswd"
{
	echo "daemon off; pid $room/run/pid; worker_processes 1; error_log $room/run/error;"
	echo 'events { worker_connections 64; }'
	echo "http { log_format sent '\$request \$status \$body_bytes_sent'; access_log $room/run/sent sent;"
	for kind in client_body proxy fastcgi uwsgi scgi; do
		echo "${kind}_temp_path $room/run/$kind;"
	done
	echo 'gzip on; gzip_min_length 1; gzip_types application/x-git-upload-pack-advertisement application/x-git-upload-pack-result;'
	serves "$new" 'fastcgi_param GIT_PROTOCOL $http_git_protocol;'
	serves "$old" ''
	echo '}'
} >"$room/nginx.conf"
as nginx -e "$room/run/error" -p "$room" -c "$room/nginx.conf" >"$tmp/nginx" 2>&1 &
pids="$pids $!"
tries=0
until /usr/bin/python3 -c 'import socket, sys
for port in sys.argv[1:]: socket.create_connection(("127.0.0.1", int(port)))' "$new" "$old" 2>/dev/null ||
	[ "$tries" = 400 ]; do tries=$((tries + 1)); done

# ---- a package ------------------------------------------------------------------------------------
# resolve KIND REF [REPOSITORY] [TOKEN] [JOB]
resolve() {
	tells '{"type":"gitlab","job":"'"${5:-resolve}"'","timeout_ms":30000,"fields":{"auth":"token","group":"grove","endpoint":"@"},"secrets":{"token":"'"${4:-glpat-good}"'"},"ask":{"repository":"grove/'"${3:-ml-utils}"'","kind":"'"$1"'","ref":"'"$2"'"}}'
}
named() {
	sed -n 's/^{"ref":.*"commit":"\([0-9a-f]*\)".*/\1/p' "$tmp/said" | tail -n 1
}
theirs() {
	git ls-remote "$served/${2:-ml-utils}.git" "$1" | cut -f 1
}
first=$(theirs refs/tags/light)
for version in 2 0; do
	[ "$version" = 2 ] && origin=http://127.0.0.1:$new || origin=http://127.0.0.1:$old
	(as git -c protocol.version=2 -c http.extraHeader="Authorization: Basic $(printf 'oauth2:glpat-good' | base64)" \
		ls-remote "$origin/grove/ml-utils.git" >"$tmp/ls" 2>"$tmp/ls.err")
	is "v$version: git itself reads there" "$(grep -c . "$tmp/ls")" "$(git ls-remote "$served/ml-utils.git" | grep -c .)"
	for branch in main 'a%b' same; do
		resolve branch "$branch"
		is "v$version: branch $branch" "$(named) $(of_step git status)" "$(theirs "refs/heads/$branch") ok"
	done
	resolve tag light
	is "v$version: a tag" "$(named) $(of_step git status)" "$first ok"
	resolve tag v1.0
	is "v$version: an annotated tag, what it points to" "$(named) $(of_step git status)" "$(theirs 'refs/tags/v1.0^{}') ok"
	resolve commit "$(theirs refs/heads/main)"
	is "v$version: a commit" "$(named) $(of_step git status)" "$(theirs refs/heads/main) ok"
	resolve commit "$(work rev-parse main~1)"
	is "v$version: one that is no tip, in short or whole" "$(named) $(of_step git status)" "$(work rev-parse main~1) ok"
	resolve branch ahead
	ended "v$version: a branch that Git has not" git fail ref-not-found
	resolve commit "$(git -C "$forge/grove/ml-utils.git" rev-parse ahead)"
	ended "v$version: a commit that Git has not" git fail ref-not-found
	says "v$version: as Git says it" git detail "not our ref"
	resolve branch feature/x
	ended "v$version: pushed meanwhile" git warn
	is "v$version: then what Git has" "$(named)" "$(theirs refs/heads/feature/x)"
	resolve branch main gone
	ended "v$version: a repository that Git has not" git fail not-found
	says "v$version: who lets one in" git fix "An administrator of the repository grove/gone"
	resolve branch main ml-utils glpat-forever
	ended "v$version: a password that Git does not take" git fail auth-bad
	is "v$version: its status" "$(of_step git http)" 401
	resolve branch main big
	is "v$version: a big one" "$(named) $(of_step git status)" "$(theirs refs/heads/main big) ok"
	ask "/_t/set?gl_away=on" "$api" >/dev/null
	resolve "" "" open glpat-good refs
	is "v$version: three thousand tags and more" "$(sed -n 's/.*"row".*"name":"\([^"]*\)","commit":"\([^"]*\)".*/\2 \1/p' "$tmp/said" | sort)" \
		"$(git ls-remote "$served/open.git" 'refs/heads/*' 'refs/tags/*' | sed 's|\trefs/[a-z]*/| |' | awk '
		sub(/\^\{\}$/, "", $2) { got[$2] = $1; next } { n++; name[n] = $2; id[n] = $1 }
		END { for (i = 1; i <= n; i++) print(name[i] in got ? got[name[i]] : id[i], name[i]) }' | sort)"
	ask "/_t/set?gl_away=" "$api" >/dev/null
done
origin=http://127.0.0.1:$new
is "of a pack its first bytes are read" \
	"$(awk '/big.git.git-upload-pack/ && $NF > 12000000' "$room/run/sent" | grep -c .)" 0
resolve branch main long
is "ids of SHA-256" "$(named) $(of_step git status)" "$(theirs refs/heads/main long) ok"
ok "both versions were spoken" sh -c "[ \$(grep -c 'POST /grove/ml-utils.git/git-upload-pack' '$room/run/sent') -gt 20 ]"
cp -a "$forge/grove/open.git" "$forge/grove/moved.git"
resolve branch main moved
ended "Git elsewhere" git fail redirected
ok "where nobody was asked" test -z "$(ask /_t/log "$api" | grep sunk)"

# ---- in whose sight -------------------------------------------------------------------------------
/usr/bin/python3 -c 'import socket
s = socket.create_server(("127.0.0.1", 0))
print(s.getsockname()[1], flush=True)
c = s.accept()[0]
print(c.recv(9), flush=True)
c.recv(9999)
c.recv(1)' >"$tmp/hangs" 2>"$tmp/hangs.err" &
pids="$pids $!"
tries=0
until [ -s "$tmp/hangs" ] || [ "$tries" = 200000 ]; do tries=$((tries + 1)); done
mkfifo "$tmp/in"
"$courier" <"$tmp/in" >"$tmp/said" 2>&1 &
pid=$!
printf '%s' '{"type":"gitlab","fields":{"auth":"token","group":"grove","endpoint":"http://127.0.0.1:'"$(head -n 1 "$tmp/hangs")"'"},"secrets":{"token":"glpat-canary"}}' >"$tmp/in"
tries=0
until [ "$(grep -c . "$tmp/hangs")" = 2 ] || [ "$tries" = 20000 ]; do tries=$((tries + 1)); done
is "while it asks" "$(grep -c . "$tmp/hangs") $(tr '\0' ' ' <"/proc/$pid/cmdline" | grep -c courier)" "2 1"
ok "no credential among its words" test -z "$(grep -a glpat-canary "/proc/$pid/cmdline")"
ok "nor in its environment" test -z "$(grep -a glpat-canary "/proc/$pid/environ" 2>/dev/null)"
kill "$pid"
ok "nor in what it said" test -z "$(grep canary "$tmp/said")"
ok "and the stand-in never broke" test ! -s "$tmp/forge.err"
done_with
