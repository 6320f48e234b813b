#!/bin/sh
# The hardening flags: what leaves a trace is read from the built program, the
# rest from the compiler line.
. "${srcdir_abs:-.}/tests/house/tap.sh"
judge() {
	exe=$1
	[ -r "$exe" ] || echo "cannot read $exe"
	readelf -hW "$exe" | grep -q 'Type:.*DYN' || echo "not position independent"
	readelf -lW "$exe" | grep -q GNU_RELRO || echo "no RELRO"
	readelf -dW "$exe" | grep -qE 'BIND_NOW|Flags:.*NOW' || echo "not bound at start"
	readelf -lW "$exe" | grep 'GNU_STACK' | grep -q 'RWE' && echo "stack can be executed"
	readelf -sW "$exe" | grep -q __stack_chk_fail || echo "no stack protector"
	case $GATEHOUSE_CFLAGS in
	*-fsanitize=*) ;;
	*) readelf -sW "$exe" | grep -q '_chk@' || echo "no FORTIFY_SOURCE" ;;
	esac
}
{
	# The couriers too, where they are built.
	for program in gatehouse $(cd "$builddir_abs/src" && ls probe-* 2>/dev/null); do
		judge "$builddir_abs/src/$program" 2>&1 | sed "s,^,$program: ,"
	done
	for flag in -fstack-protector-strong -fstack-clash-protection -Wformat-security; do
		case " $GATEHOUSE_CFLAGS " in
		*" $flag "*) ;;
		*) echo "$flag is not on the compiler line" ;;
		esac
	done
} >"$found" 2>&1
report "the program is hardened" "$found"
