# A copy of the store, with what is told of it.
src_store_libstore_a_SOURCES += \
	%D%/backup.c \
	%D%/checkpoint_copy.c
