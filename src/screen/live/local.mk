noinst_LIBRARIES += src/screen/live/liblive.a
src_screen_live_liblive_a_SOURCES = \
	%D%/live_list.c %D%/live_list.h \
	%D%/live_list_draw.c %D%/live_list_priv.h \
	%D%/live_rows.c
