# Couriers started and cancelled: what post does with those that do not end.
check_PROGRAMS += tests/post/post_test
EXTRA_PROGRAMS += tests/post/stuck
CLEANFILES += tests/post/stuck$(EXEEXT)
tests_post_stuck_SOURCES = %D%/stuck.c
tests_post_post_test_SOURCES = %D%/post_test.c tests/expect.h
tests_post_post_test_CFLAGS = $(TEST_CFLAGS)
tests_post_post_test_LDADD = src/post/libpost.a $(BASE) $(TEST_LIBS)
EXTRA_tests_post_post_test_DEPENDENCIES = tests/post/stuck$(EXEEXT)
