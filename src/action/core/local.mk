noinst_LIBRARIES += src/action/core/libaction_core.a
src_action_core_libaction_core_a_SOURCES = \
	%D%/accounts.c %D%/accounts.h \
	%D%/action.c %D%/action.h \
	%D%/app.c %D%/app.h \
	%D%/app_checks.c \
	%D%/app_event.c %D%/app_event.h \
	%D%/app_find.c \
	%D%/app_seen.c \
	%D%/arg_value.c %D%/arg_value.h \
	%D%/args.c \
	%D%/asked.c %D%/asked.h \
	%D%/batch.c %D%/batch.h \
	%D%/file_reach.c %D%/file_reach.h \
	%D%/options.h \
	%D%/param.h \
	%D%/plan.c %D%/plan.h %D%/plan_row.h \
	%D%/read_file.c %D%/read_file.h \
	%D%/result.c %D%/result.h \
	%D%/result_table.c %D%/result_table.h \
	%D%/session.c %D%/session.h \
	%D%/split_words.c %D%/split_words.h \
	%D%/state_file.c %D%/state_file.h \
	%D%/tense.c %D%/tense.h \
	%D%/value_goes.c %D%/value_goes.h \
	%D%/witness.c %D%/witness.h \
	%D%/word_list.c %D%/word_list.h \
	%D%/write_file.c %D%/write_file.h
