src_model_libmodel_a_SOURCES += \
	%D%/list.c %D%/list.h \
	%D%/list_decode.c \
	%D%/list_header.c \
	%D%/list_priv.h \
	%D%/list_rows.c
