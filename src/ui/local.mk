noinst_LIBRARIES += src/ui/libui.a
src_ui_libui_a_SOURCES = \
	%D%/canvas.c %D%/canvas.h \
	%D%/clip.c %D%/clip_tmux.c %D%/clip.h \
	%D%/filter.c %D%/filter.h \
	%D%/form.h %D%/form_field.h \
	%D%/input.c %D%/input.h \
	%D%/key.c %D%/key_code.c %D%/key.h %D%/key_priv.h \
	%D%/list.h \
	%D%/loop.c %D%/loop.h \
	%D%/page.c %D%/page.h \
	%D%/popup.c %D%/popup.h \
	%D%/term.c %D%/term.h \
	%D%/term_state.c %D%/term_state.h \
	%D%/walk.c %D%/walk.h \
	%D%/work.c %D%/work.h
include src/ui/form/local.mk
include src/ui/list/local.mk
