# Harnesses of faults: short in make check, long in make torture.
check_LIBRARIES += tests/torture/libtorture.a
tests_torture_libtorture_a_SOURCES = \
	%D%/disk.c %D%/disk.h \
	%D%/scenario.c %D%/scenario.h \
	%D%/torture.c %D%/torture.h
tests_torture_libtorture_a_CFLAGS = $(TEST_CFLAGS)

check_PROGRAMS += tests/torture/power_test
tests_torture_power_test_SOURCES = %D%/power_test.c
tests_torture_power_test_CFLAGS = $(TEST_CFLAGS)
tests_torture_power_test_LDADD = $(TORTURE)
check_PROGRAMS += tests/torture/disk_test
tests_torture_disk_test_SOURCES = %D%/disk_test.c
tests_torture_disk_test_CFLAGS = $(TEST_CFLAGS)
tests_torture_disk_test_LDADD = $(TORTURE)
check_PROGRAMS += tests/torture/kill_writers_test
tests_torture_kill_writers_test_SOURCES = %D%/kill_writers_test.c
tests_torture_kill_writers_test_CFLAGS = $(TEST_CFLAGS)
tests_torture_kill_writers_test_LDADD = $(TORTURE)
check_PROGRAMS += tests/torture/damage_test
tests_torture_damage_test_SOURCES = %D%/damage_test.c
tests_torture_damage_test_CFLAGS = $(TEST_CFLAGS)
tests_torture_damage_test_LDADD = $(TORTURE)

# Verbs: what they need of the house above the store.
check_LIBRARIES += tests/torture/libact.a
tests_torture_libact_a_SOURCES = %D%/act.c %D%/act.h
tests_torture_libact_a_CFLAGS = $(TEST_CFLAGS)
ACT = tests/torture/libact.a tests/torture/libtorture.a $(ACTION) $(TEST_LIBS)
check_PROGRAMS += tests/torture/same_rows_test
tests_torture_same_rows_test_SOURCES = %D%/same_rows_test.c
tests_torture_same_rows_test_CFLAGS = $(TEST_CFLAGS)
tests_torture_same_rows_test_LDADD = $(ACT)
check_PROGRAMS += tests/torture/oom_test
tests_torture_oom_test_SOURCES = %D%/oom_test.c
tests_torture_oom_test_CFLAGS = $(TEST_CFLAGS)
tests_torture_oom_test_LDADD = $(ACT)
tests_torture_oom_test_LDFLAGS = $(AM_LDFLAGS) \
	-Wl,--wrap=malloc -Wl,--wrap=calloc -Wl,--wrap=realloc

# The console in a pseudo terminal.
TORTURE_TTY = tests/torture/libtorture.a $(CONSOLE)
check_PROGRAMS += tests/torture/storm_test tests/torture/lost_test
tests_torture_storm_test_SOURCES = %D%/storm_test.c
tests_torture_storm_test_CFLAGS = $(TEST_CFLAGS) $(VTERM_CFLAGS)
tests_torture_storm_test_LDADD = $(TORTURE_TTY)
EXTRA_tests_torture_storm_test_DEPENDENCIES = $(CONSOLE_PROGRAM)
tests_torture_lost_test_SOURCES = %D%/lost_test.c
tests_torture_lost_test_CFLAGS = $(TEST_CFLAGS)
tests_torture_lost_test_LDADD = $(TORTURE_TTY)
EXTRA_tests_torture_lost_test_DEPENDENCIES = $(CONSOLE_PROGRAM)
check_PROGRAMS += tests/torture/hostile_test
tests_torture_hostile_test_SOURCES = %D%/hostile_test.c
tests_torture_hostile_test_CFLAGS = $(TEST_CFLAGS) $(VTERM_CFLAGS)
tests_torture_hostile_test_LDADD = $(TORTURE_TTY)
EXTRA_tests_torture_hostile_test_DEPENDENCIES = $(CONSOLE_PROGRAM)

# Answers of web servers, cut and turned.
check_PROGRAMS += tests/torture/http_test
tests_torture_http_test_SOURCES = %D%/http_test.c
tests_torture_http_test_CFLAGS = $(TEST_CFLAGS)
tests_torture_http_test_LDADD = tests/torture/libtorture.a $(FAULT)

# The long form: see torture.sh.
TORTURE_TESTS = tests/torture/power_test tests/torture/disk_test \
	tests/torture/kill_writers_test tests/torture/damage_test \
	tests/torture/same_rows_test tests/torture/oom_test \
	tests/torture/storm_test tests/torture/lost_test \
	tests/torture/hostile_test tests/torture/secrets_test tests/torture/http_test
EXTRA_DIST += %D%/torture.sh
torture: src/gatehouse $(TORTURE_TESTS)
	srcdir_abs=`cd $(top_srcdir) && pwd` builddir_abs=`pwd` \
		$(SHELL) $(top_srcdir)/tests/torture/torture.sh
.PHONY: torture
check_PROGRAMS += tests/torture/secrets_test
tests_torture_secrets_test_SOURCES = %D%/secrets_test.c
tests_torture_secrets_test_CFLAGS = $(TEST_CFLAGS) $(VTERM_CFLAGS)
tests_torture_secrets_test_LDADD = $(TORTURE_TTY)
EXTRA_tests_torture_secrets_test_DEPENDENCIES = $(CONSOLE_PROGRAM)
