EXTRA_PROGRAMS += tests/bench/bench tests/bench/generate tests/bench/screen \
	tests/bench/keys
CLEANFILES += tests/bench/bench$(EXEEXT) tests/bench/generate$(EXEEXT) \
	tests/bench/screen$(EXEEXT) tests/bench/keys$(EXEEXT)
tests_bench_keys_SOURCES = %D%/keys.c
tests_bench_keys_LDADD = $(PTY_LIBS)
tests_bench_screen_SOURCES = %D%/screen.c
tests_bench_screen_LDADD = $(PTY_LIBS)
tests_bench_generate_SOURCES = %D%/generate.c
tests_bench_bench_SOURCES = %D%/bench.c
tests_bench_bench_LDADD = $(STORE) $(SQLITE_LIBS) $(SODIUM_LIBS) $(JANSSON_LIBS) $(UTF8PROC_LIBS)
dist_noinst_SCRIPTS += %D%/bench.sh

# Milliseconds belong here, never to make check.
bench: tests/bench/bench tests/bench/generate tests/bench/screen tests/bench/keys src/gatehouse
	srcdir_abs=`cd $(top_srcdir) && pwd` builddir_abs=`pwd` \
		$(SHELL) $(top_srcdir)/tests/bench/bench.sh
.PHONY: bench
