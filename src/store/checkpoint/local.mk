# A line about the log: nothing of the store itself.
src_store_libstore_a_SOURCES += \
	%D%/checkpoint_line.c %D%/checkpoint_line.h
