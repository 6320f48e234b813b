src_model_libmodel_a_SOURCES += \
	%D%/roster.c %D%/roster.h \
	%D%/roster_decode.c \
	%D%/roster_email.c \
	%D%/roster_faults.c \
	%D%/roster_header.c \
	%D%/roster_kind.c \
	%D%/roster_priv.h \
	%D%/roster_reading.c \
	%D%/roster_rows.c \
	%D%/roster_settle.c \
	%D%/roster_status.c \
	%D%/roster_usual.c
