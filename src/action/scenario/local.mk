src_action_libaction_a_SOURCES += \
	%D%/demo.h \
	%D%/demo_open.c \
	%D%/demo_table.c \
	%D%/scenario.h \
	%D%/scenario_expect.c \
	%D%/scenario_read.c \
	%D%/scenario_steps.c
nodist_src_action_libaction_a_SOURCES += %D%/demo_data.inc
BUILT_SOURCES += %D%/demo_data.inc
%D%/demo_data.inc: $(DEMO) $(SCENARIOS) build-aux/embed.sh
	$(AM_V_GEN)$(MKDIR_P) %D% && (cd $(top_srcdir) && \
	$(SHELL) build-aux/embed.sh demo_data $(DEMO) $(SCENARIOS)) >$@
%D%/demo_open.$(OBJEXT): %D%/demo_data.inc
