check_PROGRAMS += tests/screen/menu_reason_test
tests_screen_menu_reason_test_SOURCES = %D%/menu_reason_test.c
tests_screen_menu_reason_test_CFLAGS = $(TEST_CFLAGS)
tests_screen_menu_reason_test_LDADD = $(SCREEN) $(CURSES_LIBS) $(TEST_LIBS)
check_PROGRAMS += tests/screen/pasted_test
tests_screen_pasted_test_SOURCES = %D%/pasted_test.c
tests_screen_pasted_test_CFLAGS = $(TEST_CFLAGS)
tests_screen_pasted_test_LDADD = $(SCREEN) $(CURSES_LIBS) $(TEST_LIBS)
