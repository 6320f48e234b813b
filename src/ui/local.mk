noinst_LIBRARIES += src/ui/libui.a
src_ui_libui_a_SOURCES = \
	%D%/canvas.h %D%/filter.h %D%/input.h %D%/key.h %D%/list.h \
	%D%/loop.h %D%/page.h %D%/term.h
