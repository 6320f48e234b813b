check_PROGRAMS += tests/base/error_test
tests_base_error_test_SOURCES = %D%/error_test.c tests/expect.h
tests_base_error_test_CFLAGS = $(TEST_CFLAGS)
tests_base_error_test_LDADD = $(BASE) $(TEST_LIBS)
