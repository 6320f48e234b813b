noinst_LIBRARIES += src/action/scenario/libaction_scenario.a
src_action_scenario_libaction_scenario_a_SOURCES = \
	%D%/demo.h \
	%D%/demo_folder.c %D%/demo_folder.h \
	%D%/demo_open.c \
	%D%/demo_table.c \
	%D%/embedded.c %D%/embedded.h \
	%D%/json_read.h \
	%D%/scenario.h \
	%D%/play.c %D%/play.h \
	%D%/play_about.c \
	%D%/record.c %D%/record.h %D%/record_priv.h \
	%D%/record_try.c \
	%D%/record_words.c \
	%D%/record_write.c \
	%D%/scenario_expect.c \
	%D%/scenario_load.c \
	%D%/scenario_read.c \
	%D%/scenario_steps.c \
	%D%/scenario_through.c \
	%D%/tell.c
nodist_src_action_scenario_libaction_scenario_a_SOURCES = %D%/demo_data.inc
BUILT_SOURCES += %D%/demo_data.inc
%D%/demo_data.inc: $(DEMO) $(SCENARIOS) build-aux/embed.sh
	$(AM_V_GEN)$(MKDIR_P) %D% && (cd $(top_srcdir) && \
	$(SHELL) build-aux/embed.sh demo_data $(DEMO) $(SCENARIOS)) >$@
%D%/embedded.$(OBJEXT): %D%/demo_data.inc
