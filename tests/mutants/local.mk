# Small faults put into a copy of the sources: would the tests notice?  A night's work, not
# part of make check.
EXTRA_PROGRAMS += tests/mutants/mutants
CLEANFILES += tests/mutants/mutants$(EXEEXT)
tests_mutants_mutants_SOURCES = %D%/mutants.c
dist_noinst_SCRIPTS += %D%/mutants.sh %D%/tree.sh
EXTRA_DIST += %D%/survivors.txt
# It must find what is planted.
dist_check_SCRIPTS += %D%/planted.sh
%D%/planted.log: tests/mutants/mutants$(EXEEXT)

# MUTANTS=36 SEED=1 FILES= NEAREST=0: see mutants.sh.
mutants: tests/mutants/mutants
	@srcdir_abs=`cd $(top_srcdir) && pwd`; export srcdir_abs; \
	$(SHELL) "$$srcdir_abs/tests/mutants/tree.sh" mutants '$(CC)' && \
	MUTANTS='$(MUTANTS)' SEED='$(SEED)' FILES='$(FILES)' NEAREST='$(NEAREST)' \
		$(SHELL) "$$srcdir_abs/tests/mutants/mutants.sh" mutants \
		"`pwd`/tests/mutants/mutants$(EXEEXT)" \
		"$$srcdir_abs/tests/mutants/survivors.txt" '$(TESTS)'
.PHONY: mutants
