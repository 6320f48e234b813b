# What one may see has one door: the canary walk, and twins.
check_LIBRARIES += tests/canary/libcanary.a
tests_canary_libcanary_a_SOURCES = \
	%D%/canary.h %D%/canary_eye.h \
	%D%/canary_check.c %D%/canary_eye.c %D%/canary_lines.c \
	%D%/canary_oracle.c %D%/canary_past.c %D%/canary_run.c \
	%D%/canary_twin.c %D%/canary_world.c
tests_canary_libcanary_a_CFLAGS = $(TEST_CFLAGS)
CANARY = tests/canary/libcanary.a tests/tty/libconsole.a $(PTY_LIBS) \
	src/cli/libcli.a $(ACTION) $(TEST_LIBS)
CANARY_TESTS = tests/canary/canary_cli_test tests/canary/canary_screen_test \
	tests/canary/canary_twins_test
check_PROGRAMS += $(CANARY_TESTS)
tests_canary_canary_cli_test_SOURCES = %D%/canary_cli_test.c
tests_canary_canary_cli_test_CFLAGS = $(TEST_CFLAGS)
tests_canary_canary_cli_test_LDADD = $(CANARY)
tests_canary_canary_screen_test_SOURCES = %D%/canary_screen_test.c
tests_canary_canary_screen_test_CFLAGS = $(TEST_CFLAGS)
tests_canary_canary_screen_test_LDADD = $(CANARY)
EXTRA_tests_canary_canary_screen_test_DEPENDENCIES = $(CONSOLE_PROGRAM)
tests_canary_canary_twins_test_SOURCES = %D%/canary_twins_test.c
tests_canary_canary_twins_test_CFLAGS = $(TEST_CFLAGS)
tests_canary_canary_twins_test_LDADD = $(CANARY)
EXTRA_tests_canary_canary_twins_test_DEPENDENCIES = $(CONSOLE_PROGRAM)

# For an evening: many workspaces, every way to look.  What it finds goes to
# canary-report.txt.
canary: src/gatehouse $(CANARY_TESTS)
	rm -f canary-report.txt
	srcdir_abs=`cd $(top_srcdir) && pwd`; builddir_abs=`pwd`; \
	export srcdir_abs builddir_abs; bad=0; \
	CANARY_REPORT=canary-report.txt; export CANARY_REPORT; \
	CANARY_SEEDS=$${CANARY_SEEDS-8} CANARY_TURNS=$${CANARY_TURNS-12} \
		tests/canary/canary_cli_test || bad=1; \
	CANARY_SEEDS=$${CANARY_SEEDS-4} CANARY_EVERY=1 CANARY_ROWS=3 \
		CANARY_PROBES=$${CANARY_PROBES-50} \
		tests/canary/canary_screen_test || bad=1; \
	CANARY_SEEDS=$${CANARY_SEEDS-4} CANARY_EVERY=1 \
		CANARY_TURNS=$${CANARY_TURNS-4} \
		CANARY_PROBES=$${CANARY_PROBES-12} \
		tests/canary/canary_twins_test || bad=1; \
	exit $$bad
.PHONY: canary
