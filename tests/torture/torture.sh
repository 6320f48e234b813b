#!/bin/sh
# torture.sh: the harnesses of faults in their long form, for a night; TORTURE_PART=10 is a
# tenth of it.  One line for each harness, one for the sum; fails where one of them does.
# TORTURE_ONLY="power_test kill_writers_test" runs only these.
part=${TORTURE_PART:-1}
log=${GATEHOUSE_TORTURE_LOG:-torture.log}
build=${builddir_abs:-.}/tests
long() {	# NAME NUMBER AT_LEAST
	n=$(($2 / part))
	[ "$n" -ge "$3" ] || n=$3
	eval ": \${GATEHOUSE_TORTURE_$1:=$n}; export GATEHOUSE_TORTURE_$1"
}
long KILL_ROUNDS 50000 300
long POWER_SCENARIOS 40 1
# A part: fewer scenarios, each as often.
: "${GATEHOUSE_TORTURE_POWER_TIMES:=$([ "$part" -gt 40 ] && echo 1 || echo 50)}"
export GATEHOUSE_TORTURE_POWER_TIMES
long DISK_SCENARIOS 40 1
long OOM_POINTS 4000 16
long ATTEMPTS 125000 500
long KEYS 100000 2000
long SESSIONS 500 20
long FIELDS 99 99
long DAMAGES 200000 500
long CUTS 1000 20
long TURNED 20000 100
GATEHOUSE_TORTURE_LOG=$log
export GATEHOUSE_TORTURE_LOG
: >"$log"
failed=0
for test in power disk kill_writers damage same_rows oom storm lost hostile secrets http; do
	case " ${TORTURE_ONLY:-${test}_test} " in *" ${test}_test "*) ;; *) continue ;; esac
	began=$(date +%s)
	if "$build/torture/${test}_test" >"$log.$test" 2>&1; then
		rm -f "$log.$test"
	else
		failed=$((failed + 1))
		echo "FAILED: ${test}_test, see $log.$test"
		grep -E 'LOSS|ERROR' "$log.$test" | head -n 10
	fi
	echo "== ${test}_test, $(($(date +%s) - began)) s, seed ${GATEHOUSE_TORTURE_SEED:-0}"
	grep -v '(planted)' "$log" | tail -n +$((${seen:-0} + 1))
	seen=$(grep -vc '(planted)' "$log")
done
awk -v failed=$failed '
	{ for (i = 1; i < NF; i++) if ($i ~ /^(rounds|kills|faults|refusals|losses)$/) n[$i] = $(i + 1) + 0 }
	/\(planted\)/ { planted++; found += n["losses"] > 0; next }
	{ for (i in n) sum[i] += n[i] }
	END { printf "torture: %.0f rounds, %.0f kills, %.0f faults, %.0f refusals, %.0f losses; %d of %d planted faults found; %d failed\n",
		sum["rounds"], sum["kills"], sum["faults"], sum["refusals"], sum["losses"], found, planted, failed }' "$log"
[ "$failed" -eq 0 ]
