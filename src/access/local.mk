noinst_LIBRARIES += src/access/libaccess.a
src_access_libaccess_a_SOURCES = \
	%D%/access.h %D%/decide.h \
	%D%/can.c %D%/codes.c %D%/decide.c %D%/fast.c %D%/limits.c %D%/near.c
