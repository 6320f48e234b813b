# The sums of pages, below SQLite: nothing of the tables.
src_store_libstore_a_SOURCES += \
	%D%/page_sum.c %D%/page_sum.h
