# What lies outside of the store, held against it.
src_store_libstore_a_SOURCES += \
	%D%/checkpoint_check.c
