#!/bin/sh
# lint.sh: cppcheck over the sources, judged on Debian 12.  Any finding fails.
cd "$(dirname "$0")/.." || exit 99
command -v cppcheck >/dev/null || { echo "lint: cppcheck is missing: install the Debian package cppcheck" >&2; exit 2; }
cppcheck --quiet --std=c11 --error-exitcode=1 --inline-suppr \
	--enable=warning,portability --suppress=missingInclude \
	--suppress=unknownMacro --suppress=normalCheckLevelMaxBranches \
	-D_GNU_SOURCE -Isrc -j "$(nproc)" src && echo "lint: clean"
