LAB = %D%/lab.c %D%/lab_copy.c %D%/lab.h tests/expect.h

check_PROGRAMS += tests/access/worlds_test
tests_access_worlds_test_SOURCES = %D%/worlds_test.c %D%/worlds.c \
	%D%/worlds.h $(LAB)
tests_access_worlds_test_CFLAGS = $(TEST_CFLAGS)
tests_access_worlds_test_LDADD = $(ACCESS) $(TEST_LIBS)
