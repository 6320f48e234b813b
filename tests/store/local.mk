check_LIBRARIES += tests/store/libworld.a
tests_store_libworld_a_SOURCES = \
	%D%/create.h \
	%D%/random_facts.c %D%/random_facts.h \
	%D%/world.c %D%/world.h
tests_store_libworld_a_CFLAGS = $(TEST_CFLAGS)
STORE_TEST = tests/store/libworld.a $(STORE) $(TEST_LIBS)

check_PROGRAMS += \
	tests/store/apply_test \
	tests/store/checkpoint_test \
	tests/store/clean_test \
	tests/store/copy_test \
	tests/store/events_test \
	tests/store/fault_test \
	tests/store/guard_test \
	tests/store/image_test \
	tests/store/open_test \
	tests/store/opinion_test \
	tests/store/small_worlds_test \
	tests/store/race_test \
	tests/store/memory_test \
	tests/store/rules_test \
	tests/store/strange_test
tests_store_apply_test_SOURCES = %D%/apply_test.c
tests_store_apply_test_CFLAGS = $(TEST_CFLAGS)
tests_store_apply_test_LDADD = $(STORE_TEST)
tests_store_checkpoint_test_SOURCES = %D%/checkpoint_test.c
tests_store_checkpoint_test_CFLAGS = $(TEST_CFLAGS)
tests_store_checkpoint_test_LDADD = $(STORE_TEST)
tests_store_clean_test_SOURCES = %D%/clean_test.c
tests_store_clean_test_CFLAGS = $(TEST_CFLAGS)
tests_store_clean_test_LDADD = $(STORE_TEST)
tests_store_copy_test_SOURCES = %D%/copy_test.c
tests_store_copy_test_CFLAGS = $(TEST_CFLAGS)
tests_store_copy_test_LDADD = $(STORE_TEST)
tests_store_events_test_SOURCES = %D%/events_test.c
tests_store_events_test_CFLAGS = $(TEST_CFLAGS)
tests_store_events_test_LDADD = $(STORE_TEST)
tests_store_guard_test_SOURCES = %D%/guard_test.c
tests_store_guard_test_CFLAGS = $(TEST_CFLAGS)
tests_store_guard_test_LDADD = $(STORE_TEST)
tests_store_open_test_SOURCES = %D%/open_test.c
tests_store_open_test_CFLAGS = $(TEST_CFLAGS)
tests_store_open_test_LDADD = $(STORE_TEST)
tests_store_opinion_test_SOURCES = %D%/opinion_test.c
tests_store_opinion_test_CFLAGS = $(TEST_CFLAGS)
tests_store_opinion_test_LDADD = $(STORE_TEST)
tests_store_race_test_SOURCES = %D%/race_test.c
tests_store_race_test_CFLAGS = $(TEST_CFLAGS)
tests_store_race_test_LDADD = $(STORE_TEST)
tests_store_rules_test_SOURCES = %D%/rules_test.c
tests_store_rules_test_CFLAGS = $(TEST_CFLAGS)
tests_store_rules_test_LDADD = $(STORE_TEST)
tests_store_strange_test_SOURCES = %D%/strange_test.c
tests_store_strange_test_CFLAGS = $(TEST_CFLAGS)
tests_store_strange_test_LDADD = $(STORE_TEST)
tests_store_memory_test_SOURCES = %D%/memory_test.c
tests_store_memory_test_CFLAGS = $(TEST_CFLAGS)
tests_store_memory_test_LDADD = $(STORE_TEST)
tests_store_fault_test_SOURCES = %D%/fault_test.c
tests_store_fault_test_CFLAGS = $(TEST_CFLAGS)
tests_store_fault_test_LDADD = $(TORTURE)
tests_store_small_worlds_test_SOURCES = %D%/small_worlds_test.c \
	tests/access/worlds.c
tests_store_small_worlds_test_CFLAGS = $(TEST_CFLAGS)
tests_store_small_worlds_test_LDADD = $(STORE_TEST)
tests_store_image_test_SOURCES = %D%/image_test.c
tests_store_image_test_CFLAGS = $(TEST_CFLAGS)
tests_store_image_test_LDADD = $(STORE_TEST)
