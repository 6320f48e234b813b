noinst_LIBRARIES += src/access/ask/libaccess_ask.a
src_access_ask_libaccess_ask_a_SOURCES = \
	%D%/ask_read.c %D%/ask_read.h %D%/ask_priv.h \
	%D%/ask_names.c \
	%D%/ask_split.c \
	%D%/ask_words.c \
	%D%/name_find.c \
	%D%/name_index.c %D%/name_index.h %D%/name_priv.h
