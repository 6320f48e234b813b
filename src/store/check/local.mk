# The last checks of outside services.
src_store_libstore_a_SOURCES += %D%/check_rows.c %D%/check_rows.h
