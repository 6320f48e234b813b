noinst_LIBRARIES += src/ui/libui.a
src_ui_libui_a_SOURCES = \
	%D%/canvas.c %D%/canvas.h \
	%D%/clip.c %D%/clip_tmux.c %D%/clip.h \
	%D%/filter.c %D%/filter.h \
	%D%/form.c %D%/form_draft.c %D%/form_draw.c %D%/form_draw_rows.c \
	%D%/form_focus.c %D%/form_key.c %D%/form_key_rows.c %D%/form_layout.c \
	%D%/form_merge.c %D%/form_mouse.c %D%/form_own.c %D%/form_pen.c \
	%D%/form_search.c %D%/form_undo.c \
	%D%/form.h %D%/form_field.h %D%/form_priv.h \
	%D%/input.c %D%/input.h \
	%D%/key.c %D%/key_code.c %D%/key.h %D%/key_priv.h \
	%D%/list.c %D%/list_complete.c %D%/list_draw.c %D%/list_filter.c \
	%D%/list_marks.c %D%/list_sort.c %D%/list_text.c %D%/list.h %D%/list_priv.h \
	%D%/loop.c %D%/loop.h \
	%D%/page.c %D%/page.h \
	%D%/popup.c %D%/popup.h \
	%D%/term.c %D%/term.h \
	%D%/term_state.c %D%/term_state.h \
	%D%/walk.c %D%/walk.h
