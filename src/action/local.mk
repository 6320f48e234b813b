noinst_LIBRARIES += src/action/libaction.a
# Reading verbs and the workspace as a whole.
ACTIONS_READ = \
	%D%/verbs/user_list.c

# Verbs that change something, the demo and the scenarios.
ACTIONS_WRITE =

ACTIONS = $(ACTIONS_READ) $(ACTIONS_WRITE)
src_action_libaction_a_SOURCES = \
	%D%/action.c %D%/action.h \
	%D%/app.c %D%/app.h \
	%D%/arg_value.c %D%/arg_value.h \
	%D%/args.c \
	%D%/changes.c %D%/changes.h \
	%D%/find.c \
	%D%/nearest.c \
	%D%/plan.c %D%/plan.h \
	%D%/result.c %D%/result.h \
	%D%/run.c \
	%D%/see.c \
	%D%/session.c %D%/session.h \
	%D%/what_if.h \
	$(ACTIONS)
nodist_src_action_libaction_a_SOURCES = src/action/registry.inc
BUILT_SOURCES += src/action/registry.inc
src/action/registry.inc: $(top_srcdir)/build-aux/registry.sh Makefile
	$(AM_V_GEN)$(MKDIR_P) src/action && \
	$(SHELL) $(top_srcdir)/build-aux/registry.sh action $(ACTIONS) >$@
