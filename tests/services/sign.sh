#!/bin/sh
# Requests are signed as botocore signs them, a thousand of them by chance.
. "${srcdir_abs:-.}/tests/cli/tap_cases.sh"
vectors=${srcdir_abs:-.}/tests/services/sign_vectors.py
SIGN_VECTORS=$tmp/vectors
export SIGN_VECTORS
for seed in 7 20261130; do
	python3 "$vectors" 500 "$seed" >"$SIGN_VECTORS" 2>"$tmp/err"
	is "botocore signs 500 requests of seed $seed" "$(wc -l <"$SIGN_VECTORS")" 500
	"${builddir_abs:?}/tests/net/sign_aws_test" >"$tmp/out" 2>&1
	is "and all are equal" "$? $(grep -c '^# 500 requests' "$tmp/out")" "0 1"
done
sed '250s/Signature=./Signature=x/' "$SIGN_VECTORS" >"$tmp/other" && mv "$tmp/other" "$SIGN_VECTORS"
"${builddir_abs:?}/tests/net/sign_aws_test" >"$tmp/out" 2>&1
is "a wrong one is found" "$?" 1
done_with
