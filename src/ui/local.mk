noinst_LIBRARIES += src/ui/libui.a
src_ui_libui_a_SOURCES = \
	%D%/canvas.c %D%/canvas.h \
	%D%/clip.c %D%/clip_tmux.c %D%/clip.h \
	%D%/filter.c %D%/filter.h \
	%D%/form.h %D%/form_field.h \
	%D%/input.c %D%/input.h \
	%D%/key.c %D%/key_code.c %D%/key.h %D%/key_priv.h \
	%D%/layout.c %D%/layout.h \
	%D%/list.h \
	%D%/loop.c %D%/loop.h \
	%D%/page.c %D%/page.h \
	%D%/popup.c %D%/popup.h \
	%D%/term.c %D%/term.h \
	%D%/term_state.c %D%/term_state.h \
	%D%/theme.c %D%/theme.h \
	%D%/walk.c %D%/walk.h \
	%D%/work.c %D%/work.h
nodist_src_ui_libui_a_SOURCES = %D%/theme_data.inc
BUILT_SOURCES += %D%/theme_data.inc
%D%/theme_data.inc: $(THEMES) build-aux/embed.sh
	$(AM_V_GEN)$(MKDIR_P) %D% && (cd $(top_srcdir) && \
	$(SHELL) build-aux/embed.sh theme_data $(THEMES)) >$@
%D%/theme.$(OBJEXT): %D%/theme_data.inc
include src/ui/form/local.mk
include src/ui/list/local.mk
