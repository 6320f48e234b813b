# Couriers against servers of the test's own, on the loopback.
EXTRA_DIST += %D%/server.c %D%/server.h %D%/probe_test.c
if POSTGRES
if MARIADB
check_PROGRAMS += tests/courier/probe_test
tests_courier_probe_test_SOURCES = %D%/probe_test.c %D%/server.c %D%/server.h tests/expect.h
tests_courier_probe_test_CFLAGS = $(TEST_CFLAGS)
tests_courier_probe_test_LDADD = src/post/libpost.a $(MODEL) $(TEST_LIBS)
endif
endif
check_PROGRAMS += tests/courier/tunnel_test
tests_courier_tunnel_test_SOURCES = %D%/tunnel_test.c tests/expect.h
tests_courier_tunnel_test_CFLAGS = $(TEST_CFLAGS)
tests_courier_tunnel_test_LDADD = $(COURIER_LIBS) $(TEST_LIBS)
