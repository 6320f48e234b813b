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
