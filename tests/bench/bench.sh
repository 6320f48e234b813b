#!/bin/sh
# bench.sh: what make bench prints.  Temporary files only.
cd "$builddir_abs" || exit 99
tmp=$(mktemp -d) || exit 99
trap 'rm -rf "$tmp"' EXIT
exe=$builddir_abs/src/gatehouse

cat <<END
== needs: two quiet cores for some minutes, 300 MiB in ${TMPDIR:-/tmp}, libvterm (what
   make check needs); GNU time for the peak memory of import and report
   (Debian: time); built without sanitizers
END
[ -x /usr/bin/time ] || echo "   /usr/bin/time is not here: seconds alone are shown"
case $(nm "$exe" 2>/dev/null) in
*__asan_init*) echo "   this build has sanitizers: what follows is no measure" ;;
esac

echo "== engine beside SQL, 10,000 users, 1,000 projects"
tests/bench/generate "$tmp/10k" 10000 1000 300 100 1
tests/bench/bench "$tmp/10k" || exit 1

echo "== import and report, 20,000 users, 2,000 projects (each within 20 s, import within 300 MiB)"
tests/bench/generate "$tmp/20k" 20000 2000 400 200 7
timed() {	# seconds and peak memory of a command
	if [ -x /usr/bin/time ]; then /usr/bin/time -f '%e s, %M KiB' "$@"; else time "$@"; fi
}
echo "import:"; timed "$exe" --store "$tmp/20k.db" workspace import "$tmp/20k" </dev/null
echo "report --by project:"
timed "$exe" --store "$tmp/20k.db" access report --by project --format csv </dev/null >"$tmp/report.csv"
wc -l <"$tmp/report.csv"

echo "== the console, demo (first screen within 15 ms; arrow 650 bytes with the panel, 200 without)"
tests/bench/screen "$exe" demo
echo "== the console, 10,000 users"
"$exe" --store "$tmp/10k.db" workspace import "$tmp/10k" </dev/null >/dev/null
tests/bench/screen "$exe" --store "$tmp/10k.db"

echo "== each key, 100,000 users, 10,000 projects (30 ms of CPU, the first screen 100)"
tests/bench/generate "$tmp/100k" 100000 10000 1000 2000 5
"$exe" --store "$tmp/100k.db" workspace import "$tmp/100k" </dev/null >/dev/null
for one in 11 12 13; do	# a past to walk in
	"$exe" --store "$tmp/100k.db" group add g000000 "user00000$one@big.example" --yes \
		</dev/null >/dev/null 2>&1
done
tests/bench/keys "$exe" --store "$tmp/100k.db"
