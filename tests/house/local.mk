dist_check_SCRIPTS += \
	%D%/alone.sh %D%/banned.sh %D%/hardening.sh %D%/layers.sh \
	%D%/manifest.sh %D%/size.sh
EXTRA_DIST += %D%/tap.sh tests/layers.txt
