# A check of an outside service: its result, its reasons in words, a courier's lines.
src_model_libmodel_a_SOURCES += \
	%D%/check.c %D%/check.h \
	%D%/check_list.c %D%/check_list.h \
	%D%/check_read.c \
	%D%/check_write.c \
	%D%/check_reason.c %D%/check_reason.h \
	%D%/check_reason_step.c
