# A cache of the facts beside the store.
src_store_libstore_a_SOURCES += \
	%D%/image.h \
	%D%/facts_follow.c \
	%D%/image_file.c
