#!/bin/sh
# screenshots.sh: the pictures of the README, drawn from the real program by the
# test driver.  Run by make screenshots, never by a test.
cd "$builddir_abs" || exit 99
out=$srcdir_abs/screenshots
mkdir -p "$out"
shoot() {	# shoot NAME KEYS
	for size in 120x40 80x24; do
		SHOOT_TITLE="gatehouse demo" tests/tty/shoot "$size" \
			"$out/$1-$size.svg" "$2" -- "$builddir_abs/src/gatehouse" demo ||
			exit 1
	done
}
shoot projects '/revenue<Enter>j'
shoot data-sources '1'
shoot secrets '2'
shoot integrations '3'
shoot users '4/dana<Enter>'
shoot why '/revenue mod<Enter><Tab>w'
shoot palette ':share'
past=':user role u-bob editor<Enter>y:group add g-data u-dana<Enter>yuy'
shoot history "${past}h"
shoot event "${past}hjj<Enter>"
shoot as-of "${past}h<End>a/revenue<Enter>j"
