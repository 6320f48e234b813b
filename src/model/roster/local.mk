src_model_libmodel_a_SOURCES += \
	%D%/roster.c %D%/roster.h \
	%D%/roster_decode.c \
	%D%/roster_header.c \
	%D%/roster_priv.h \
	%D%/roster_reading.c \
	%D%/roster_rows.c \
	%D%/roster_status.c
