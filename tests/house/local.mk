dist_check_SCRIPTS += \
	%D%/alone.sh %D%/banned.sh %D%/files.sh %D%/go.sh %D%/hands.sh %D%/hardening.sh %D%/kinds.sh %D%/knots.sh \
	%D%/layers.sh %D%/manifest.sh %D%/rights.sh %D%/rows.sh %D%/seen.sh %D%/size.sh \
	%D%/words.sh
EXTRA_DIST += %D%/tap.sh %D%/knots.awk \
	%D%/words.txt tests/layers.txt tests/rows.txt
# It looks at what the others said.
tests/house/rows.log: $(TEST_LOGS:tests/house/rows.log=)
