# A cache of the facts beside the store.
src_store_libstore_a_SOURCES += \
	%D%/image.h %D%/image_priv.h \
	%D%/config_then.h %D%/config_then.c \
	%D%/facts_follow.c \
	%D%/image_file.c \
	%D%/signed_state.h %D%/signed_priv.h \
	%D%/signed_file.c \
	%D%/signed_rows.c \
	%D%/signed_told.c
