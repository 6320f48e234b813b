noinst_LIBRARIES += src/screen/preview/libpreview.a
src_screen_preview_libpreview_a_SOURCES = \
	%D%/abreast.c %D%/abreast.h \
	%D%/change_news.c %D%/change_news.h \
	%D%/consequence.c %D%/consequence.h \
	%D%/consequence_draw.c %D%/consequence_priv.h \
	%D%/consequence_fill.c \
	%D%/consequence_rows.c \
	%D%/move_list.c %D%/move_list.h \
	%D%/receipt.c %D%/receipt.h
