LAB = %D%/lab.c %D%/lab_copy.c %D%/lab.h tests/expect.h

check_PROGRAMS += tests/access/can_test
tests_access_can_test_SOURCES = %D%/can_test.c $(LAB)
tests_access_can_test_CFLAGS = $(TEST_CFLAGS)
tests_access_can_test_LDADD = $(ACCESS) $(TEST_LIBS)

check_PROGRAMS += tests/access/fixes_test
tests_access_fixes_test_SOURCES = %D%/fixes_test.c $(LAB)
tests_access_fixes_test_CFLAGS = $(TEST_CFLAGS)
tests_access_fixes_test_LDADD = $(ACCESS) $(TEST_LIBS)

check_PROGRAMS += tests/access/ladder_test
tests_access_ladder_test_SOURCES = %D%/ladder_test.c $(LAB)
tests_access_ladder_test_CFLAGS = $(TEST_CFLAGS)
tests_access_ladder_test_LDADD = $(ACCESS) $(TEST_LIBS)

check_PROGRAMS += tests/access/laws_test
tests_access_laws_test_SOURCES = %D%/laws_test.c $(LAB)
tests_access_laws_test_CFLAGS = $(TEST_CFLAGS)
tests_access_laws_test_LDADD = $(ACCESS) $(TEST_LIBS)

check_PROGRAMS += tests/access/preview_test
tests_access_preview_test_SOURCES = %D%/preview_test.c $(LAB)
tests_access_preview_test_CFLAGS = $(TEST_CFLAGS)
tests_access_preview_test_LDADD = $(ACCESS) $(TEST_LIBS)

check_PROGRAMS += tests/access/rules_test
tests_access_rules_test_SOURCES = %D%/rules_test.c $(LAB)
tests_access_rules_test_CFLAGS = $(TEST_CFLAGS)
tests_access_rules_test_LDADD = $(ACCESS) $(TEST_LIBS)

check_PROGRAMS += tests/access/say_test
tests_access_say_test_SOURCES = %D%/say_test.c $(LAB)
tests_access_say_test_CFLAGS = $(TEST_CFLAGS)
tests_access_say_test_LDADD = $(ACCESS) $(TEST_LIBS)

check_PROGRAMS += tests/access/seen_test
tests_access_seen_test_SOURCES = %D%/seen_test.c $(LAB)
tests_access_seen_test_CFLAGS = $(TEST_CFLAGS)
tests_access_seen_test_LDADD = $(ACCESS) $(TEST_LIBS)

check_PROGRAMS += tests/access/traps_test
tests_access_traps_test_SOURCES = %D%/traps_test.c $(LAB)
tests_access_traps_test_CFLAGS = $(TEST_CFLAGS)
tests_access_traps_test_LDADD = $(ACCESS) $(TEST_LIBS)

check_PROGRAMS += tests/access/worlds_test
tests_access_worlds_test_SOURCES = %D%/worlds_test.c %D%/worlds.c %D%/worlds.h $(LAB)
tests_access_worlds_test_CFLAGS = $(TEST_CFLAGS)
tests_access_worlds_test_LDADD = $(ACCESS) $(TEST_LIBS)

check_PROGRAMS += tests/access/rights_test
tests_access_rights_test_SOURCES = %D%/rights_test.c %D%/worlds.c %D%/worlds.h $(LAB)
tests_access_rights_test_CFLAGS = $(TEST_CFLAGS)
tests_access_rights_test_LDADD = $(ACCESS) $(TEST_LIBS)

check_PROGRAMS += tests/access/name_index_test
tests_access_name_index_test_SOURCES = %D%/name_index_test.c tests/expect.h
tests_access_name_index_test_CFLAGS = $(TEST_CFLAGS)
tests_access_name_index_test_LDADD = $(ACCESS) $(TEST_LIBS)

EXTRA_DIST += %D%/phrasings.tsv
check_PROGRAMS += tests/access/ask_test
tests_access_ask_test_SOURCES = %D%/ask_test.c tests/expect.h
tests_access_ask_test_CFLAGS = $(TEST_CFLAGS)
tests_access_ask_test_LDADD = $(ACCESS) $(TEST_LIBS)
