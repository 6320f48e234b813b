noinst_LIBRARIES += src/action/run/libaction_run.a
src_action_run_libaction_run_a_SOURCES = \
	%D%/allowed.c %D%/allowed.h \
	%D%/app_open.c %D%/app_open.h \
	%D%/each.c %D%/each.h \
	%D%/explain.c %D%/explain.h \
	%D%/fix_list.c %D%/fix_list.h \
	%D%/fix_plan.c %D%/fix_plan.h \
	%D%/fix_try.c \
	%D%/fix_words.c \
	%D%/look_as.c %D%/look_as.h \
	%D%/run.c %D%/run.h \
	%D%/run_plan.c %D%/run_plan.h \
	%D%/run_preview.c \
	%D%/run_rows.c \
	%D%/run_values.c %D%/run_values.h \
	%D%/run_priv.h \
	%D%/run_write.c \
	%D%/what_if.c %D%/what_if.h
