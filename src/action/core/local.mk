src_action_libaction_a_SOURCES += \
	%D%/action.c %D%/action.h \
	%D%/app.c %D%/app.h \
	%D%/arg_value.c %D%/arg_value.h \
	%D%/args.c \
	%D%/asked.c %D%/asked.h \
	%D%/batch.c %D%/batch.h \
	%D%/check.c %D%/check.h \
	%D%/find.c \
	%D%/json_read.h \
	%D%/operator.c %D%/operator.h \
	%D%/options.h \
	%D%/outside.c %D%/outside.h \
	%D%/param.h \
	%D%/plan.c %D%/plan.h \
	%D%/read_file.c %D%/read_file.h \
	%D%/result.c %D%/result.h \
	%D%/see.c \
	%D%/session.c %D%/session.h \
	%D%/split_words.c %D%/split_words.h \
	%D%/tense.c %D%/tense.h \
	%D%/word_list.c %D%/word_list.h \
	%D%/write_file.c %D%/write_file.h
