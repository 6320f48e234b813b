noinst_LIBRARIES += src/access/libaccess.a
src_access_libaccess_a_SOURCES = %D%/access.h
