noinst_LIBRARIES += src/screen/past/libpast.a
src_screen_past_libpast_a_SOURCES = \
	%D%/pair_list.c %D%/pair_priv.h \
	%D%/pair_page.c %D%/pair_page.h \
	%D%/pair_walk.c %D%/pair_walk.h
