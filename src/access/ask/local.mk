noinst_LIBRARIES += src/access/ask/libaccess_ask.a
src_access_ask_libaccess_ask_a_SOURCES = \
	%D%/name_find.c \
	%D%/name_index.c %D%/name_index.h %D%/name_priv.h
