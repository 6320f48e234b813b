# The built program, run without a terminal.
CLI_TESTS = tests/cli/forms_test tests/cli/status_test
check_PROGRAMS += $(CLI_TESTS)
EXTRA_DIST += tests/cli/program.h tests/cli/small_workspace.h
tests_cli_forms_test_SOURCES = %D%/forms_test.c tests/expect.h
tests_cli_forms_test_CFLAGS = $(TEST_CFLAGS)
tests_cli_forms_test_LDADD = $(TEST_LIBS)
tests_cli_status_test_SOURCES = %D%/status_test.c tests/expect.h
tests_cli_status_test_CFLAGS = $(TEST_CFLAGS)
tests_cli_status_test_LDADD = $(TEST_LIBS)
