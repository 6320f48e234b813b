# The built program, run without a terminal.
CLI_TESTS = tests/cli/forms_test tests/cli/form_values_test \
	tests/cli/progress_test tests/cli/status_test tests/cli/outside_test \
	tests/cli/requests_test
check_PROGRAMS += $(CLI_TESTS)
EXTRA_DIST += tests/cli/program.h tests/cli/small_workspace.h \
	tests/cli/form_table.h tests/cli/line_table.h
tests_cli_forms_test_SOURCES = %D%/forms_test.c tests/expect.h
tests_cli_forms_test_CFLAGS = $(TEST_CFLAGS)
tests_cli_forms_test_LDADD = $(TEST_LIBS)
tests_cli_form_values_test_SOURCES = %D%/form_values_test.c tests/expect.h
tests_cli_form_values_test_CFLAGS = $(TEST_CFLAGS)
tests_cli_form_values_test_LDADD = $(TEST_LIBS)
tests_cli_progress_test_SOURCES = %D%/progress_test.c tests/expect.h
tests_cli_progress_test_CFLAGS = $(TEST_CFLAGS)
tests_cli_progress_test_LDADD = $(TEST_LIBS)
tests_cli_requests_test_SOURCES = %D%/requests_test.c tests/expect.h
tests_cli_requests_test_CFLAGS = $(TEST_CFLAGS)
tests_cli_requests_test_LDADD = $(TEST_LIBS)
tests_cli_outside_test_SOURCES = %D%/outside_test.c tests/expect.h
tests_cli_outside_test_CFLAGS = $(TEST_CFLAGS)
tests_cli_outside_test_LDADD = $(TEST_LIBS)
tests_cli_status_test_SOURCES = %D%/status_test.c tests/expect.h
tests_cli_status_test_CFLAGS = $(TEST_CFLAGS)
tests_cli_status_test_LDADD = $(TEST_LIBS)

# Black-box scripts: the issue and the interfaces, asked of the built program.
BLACKBOX = %D%/blackbox_access.sh %D%/blackbox_bad_csv.sh \
	%D%/blackbox_bad_json.sh %D%/blackbox_files.sh \
	%D%/blackbox_hostile.sh %D%/blackbox_leaving.sh %D%/blackbox_lists.sh %D%/blackbox_names.sh \
	%D%/blackbox_pipe.sh %D%/blackbox_preview.sh %D%/blackbox_status.sh \
	%D%/blackbox_who.sh %D%/blackbox_writes.sh %D%/checks.sh %D%/completion.sh \
	%D%/kind.sh %D%/record.sh %D%/values.sh
dist_check_SCRIPTS += $(BLACKBOX)
# One kind of asset more, and the program built with it.
EXTRA_DIST += %D%/outlet.c %D%/kind_build.sh
EXTRA_DIST += %D%/tap_cases.sh %D%/completion_drive.zsh
EXTRA_PROGRAMS += tests/cli/pick
CLEANFILES += tests/cli/pick$(EXEEXT)
tests_cli_pick_SOURCES = %D%/pick.c
tests_cli_pick_LDADD = $(JANSSON_LIBS)
$(BLACKBOX:.sh=.log): tests/cli/pick$(EXEEXT) src/gatehouse$(EXEEXT)
