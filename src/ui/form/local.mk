# What stands behind ui/form.h.
src_ui_libui_a_SOURCES += \
	%D%/form.c %D%/form_priv.h \
	%D%/form_choose.c \
	%D%/form_choose_draw.c \
	%D%/form_draft.c \
	%D%/form_draw.c \
	%D%/form_draw_rows.c \
	%D%/form_focus.c \
	%D%/form_key.c \
	%D%/form_key_rows.c \
	%D%/form_layout.c \
	%D%/form_merge.c \
	%D%/form_mouse.c \
	%D%/form_own.c \
	%D%/form_pen.c \
	%D%/form_search.c \
	%D%/form_strike.c \
	%D%/form_undo.c
