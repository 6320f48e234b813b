check_LIBRARIES += tests/store/libworld.a
tests_store_libworld_a_SOURCES = %D%/world.c %D%/world.h
tests_store_libworld_a_CFLAGS = $(TEST_CFLAGS)
STORE_TEST = tests/store/libworld.a $(STORE) $(TEST_LIBS)

check_PROGRAMS += \
	tests/store/open_test
tests_store_open_test_SOURCES = %D%/open_test.c
tests_store_open_test_CFLAGS = $(TEST_CFLAGS)
tests_store_open_test_LDADD = $(STORE_TEST)
