# What is sent to outside services, without any of them.
EXTRA_DIST += %D%/sign_aws.jsonl
check_PROGRAMS += tests/net/sign_aws_test
tests_net_sign_aws_test_SOURCES = %D%/sign_aws_test.c tests/expect.h
tests_net_sign_aws_test_CFLAGS = $(TEST_CFLAGS)
tests_net_sign_aws_test_LDADD = $(NET) $(TEST_LIBS) $(OPENSSL_LIBS)
# net/http against servers of the test's own, on the loopback, that do what no server
# should.
check_LIBRARIES += tests/net/libfault.a
tests_net_libfault_a_SOURCES = %D%/fault_server.c %D%/fault_server.h %D%/asking.h \
	tests/courier/certificate.c tests/courier/certificate.h
tests_net_libfault_a_CFLAGS = $(TEST_CFLAGS)
FAULT = tests/net/libfault.a src/net/libnet.a $(MODEL) $(CURL_LIBS) $(OPENSSL_LIBS) $(TEST_LIBS)

check_PROGRAMS += tests/net/url_test
tests_net_url_test_SOURCES = %D%/url_test.c
tests_net_url_test_CFLAGS = $(TEST_CFLAGS)
tests_net_url_test_LDADD = $(FAULT)
check_PROGRAMS += tests/net/hostile_test
tests_net_hostile_test_SOURCES = %D%/hostile_test.c
tests_net_hostile_test_CFLAGS = $(TEST_CFLAGS)
tests_net_hostile_test_LDADD = $(FAULT)
check_PROGRAMS += tests/net/ask_test
tests_net_ask_test_SOURCES = %D%/ask_test.c
tests_net_ask_test_CFLAGS = $(TEST_CFLAGS)
tests_net_ask_test_LDADD = $(FAULT) -ldl
check_PROGRAMS += tests/net/tls_test
tests_net_tls_test_SOURCES = %D%/tls_test.c
tests_net_tls_test_CFLAGS = $(TEST_CFLAGS)
tests_net_tls_test_LDADD = $(FAULT)

# A courier of its own, with all that couriers share.
check_PROGRAMS += tests/net/courier_test
EXTRA_PROGRAMS += tests/net/echo_courier
CLEANFILES += tests/net/echo_courier$(EXEEXT)
tests_net_echo_courier_SOURCES = %D%/echo_courier.c
tests_net_echo_courier_CFLAGS = $(TEST_CFLAGS)
tests_net_echo_courier_LDADD = $(COURIER_LIBS) $(CURL_LIBS)
tests_net_courier_test_SOURCES = %D%/courier_test.c
tests_net_courier_test_CFLAGS = $(TEST_CFLAGS)
tests_net_courier_test_LDADD = src/post/libpost.a $(FAULT)
EXTRA_tests_net_courier_test_DEPENDENCIES = tests/net/echo_courier$(EXEEXT)
check_PROGRAMS += tests/net/services_test
tests_net_services_test_SOURCES = %D%/services_test.c
tests_net_services_test_CFLAGS = $(TEST_CFLAGS)
tests_net_services_test_LDADD = src/post/libpost.a $(FAULT)
EXTRA_tests_net_services_test_DEPENDENCIES = src/gatehouse-courier$(EXEEXT)
