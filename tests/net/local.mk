# What is sent to outside services, without any of them.
EXTRA_DIST += %D%/sign_aws.jsonl
check_PROGRAMS += tests/net/sign_aws_test
tests_net_sign_aws_test_SOURCES = %D%/sign_aws_test.c tests/expect.h
tests_net_sign_aws_test_CFLAGS = $(TEST_CFLAGS)
tests_net_sign_aws_test_LDADD = $(NET) $(TEST_LIBS) $(OPENSSL_LIBS)
