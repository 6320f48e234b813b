src_action_libaction_a_SOURCES += \
	%D%/fix_list.c %D%/fix_list.h \
	%D%/fix_try.c \
	%D%/fix_words.c \
	%D%/preview_action.h \
	%D%/run.c \
	%D%/run_preview.c \
	%D%/run_priv.h \
	%D%/run_write.c \
	%D%/what_if.c %D%/what_if.h
