# What stands behind ui/list.h.
src_ui_libui_a_SOURCES += \
	%D%/list.c %D%/list_priv.h \
	%D%/list_complete.c \
	%D%/list_draw.c \
	%D%/list_filter.c \
	%D%/list_marks.c \
	%D%/list_sort.c \
	%D%/list_text.c \
	%D%/list_widths.c
