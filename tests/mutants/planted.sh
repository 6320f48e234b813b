#!/bin/sh
# make mutants on three functions of its own: what a test looks at is killed, also by a loop
# without an end; what none looks at survives and is named; an explained one is not held
# against the tests, and an explanation of what is no more there is.
. "${srcdir_abs:-.}/tests/house/tap.sh"
: "${found:?}" "${builddir_abs:=.}"
work=$(mktemp -d) && cd "$work" || exit 99
trap 'rm -rf "$work" "$found"' EXIT
for need in gcc gcov flock; do
	command -v $need >/dev/null || { echo "1..0 # SKIP no $need here"; exit 0; }
done
mkdir -p sources/src/house sources/tests/house tree
mkdir -p sources/tests/rooms
echo 'include tests/rooms/local.mk' >sources/tests/local.mk
cat >sources/src/house/planted.c <<'X'
int clamped(int n)
{
	if (n > 3)
		return 3;
	return n;
}

int untested(int n)
{
	if (n > 5)
		return 1;
	return 0;
}

int summed(int n)
{
	int i = 0;

	while (i != n)
		i++;
	return 2 * i;
}

int far_away(int n)
{
	if (n > 7)
		return 1;
	return 0;
}
X
cat >sources/tests/rooms/planted_test.c <<'X'
#include <unistd.h>
#include <sys/wait.h>
int clamped(int), untested(int), summed(int), far_away(int);
/* By a program that knows nothing of who started it. */
static int elsewhere(const char *program)
{
	char *none[] = { 0 };
	int status;
	pid_t child = fork();
	if (child == 0) {
		execle(program, program, "far", (char *)0, none);
		_exit(1);
	}
	return waitpid(child, &status, 0) == child && status == 0;
}
int main(int argc, char **argv)
{
	if (argc > 1)
		return !(far_away(8) == 1 && far_away(7) == 0);
	if (!elsewhere(argv[0]))
		return 1;
	return !(clamped(2) == 2 && clamped(5) == 3 && clamped(4) == 3 && summed(3) == 6 &&
		 (untested(0), 1));
}
X
cp -Rp sources/. tree/
# As in the house: what is watched is built of the sources, what is broken of the copy.
for kind in plain:..: coverage:../../sources:--coverage; do
	of=${kind#*:}
	mkdir -p "tree/${kind%%:*}/src/house" "tree/${kind%%:*}/tests/rooms"
	{
		echo "TOP = ${of%:*}"
		echo "WATCH = ${of#*:}"
		cat <<'X'
all: src/house/planted.o
src/house/planted.o: $(TOP)/src/house/planted.c
	gcc -O1 $(WATCH) -c -o $@ $(TOP)/src/house/planted.c
tests/rooms/planted_test: src/house/planted.o
	gcc $(WATCH) -o $@ $(TOP)/tests/rooms/planted_test.c src/house/planted.o
tests/rooms/planted_test.log: tests/rooms/planted_test
	if tests/rooms/planted_test; then echo ':global-test-result: PASS'; \
	else echo ':global-test-result: FAIL'; fi >tests/rooms/planted_test.trs
X
	} >"tree/${kind%%:*}/Makefile"
done
make -s -C tree/plain all >log 2>&1 && make -s -C tree/coverage all >>log 2>&1

# broken EXPLAINED: all faults of the sample, what is said of them in the file out.
broken() {
	MUTANTS=99 SEED=7 FILES=src/house/planted.c MUTANT_SECONDS=2 NEAREST=0 \
		sh "$srcdir_abs/tests/mutants/mutants.sh" "$work" \
		"$builddir_abs/tests/mutants/mutants" "$1" tests/rooms/planted_test >out 2>&1
}
said() {
	grep -qF -- "$1" out || echo "not said: $1"
}
tab=$(printf '\t')
{
	: >none
	broken "$work/none" && echo "it is content though nothing looks at a function"
	said "killed src/house/planted.c:3 (n > 3) -> (!(n > 3)) by tests/rooms/planted_test"
	said "no change src/house/planted.c:3 > -> >="
	said "killed src/house/planted.c:20 i++; -> ; by tests/rooms/planted_test (timeout)"
	said "killed src/house/planted.c:26 > -> >= by tests/rooms/planted_test"
	said "survived src/house/planted.c:10 in untested: > -> >=, 1 test programs: NOT EXPLAINED"
	said "survived (4 not explained)"
	awk '{ print $0 "nobody asks" }' results >why
	printf 'src/house/planted.c\tgone\tif (n)\t(n)\t(!(n))\tit is gone\n' >>why
	broken "$work/why" && echo "it is content with an explanation of what is gone"
	said "survived src/house/planted.c:10 in untested: > -> >=, 1 test programs: nobody asks"
	said "(0 not explained)"
	said "stale in survivors.txt: src/house/planted.c${tab}gone"
	cmp sources/src/house/planted.c tree/src/house/planted.c
} >wrong 2>&1
[ ! -s wrong ] || cat wrong out >"$found"
report "what is planted is killed, survives and is told" "$found"
cd / || exit 99
