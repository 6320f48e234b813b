DIALOGS = \
	%D%/access.c \
	%D%/asset_edit.c \
	%D%/default_connection.c \
	%D%/group_form.c \
	%D%/group_new.c \
	%D%/import.c \
	%D%/project_edit.c \
	%D%/project_new.c \
	%D%/project_owner.c \
	%D%/share.c \
	%D%/user_form.c \
	%D%/user_leave.c \
	%D%/user_new.c
src_screen_libscreen_a_SOURCES += \
	%D%/share_priv.h \
	%D%/share_rows.c \
	$(DIALOGS)
nodist_src_screen_libscreen_a_SOURCES += %D%/dialog_registry.c
BUILT_SOURCES += %D%/dialog_registry.c
%D%/dialog_registry.c: $(top_srcdir)/build-aux/registry.sh Makefile
	$(AM_V_GEN)$(MKDIR_P) %D% && \
	$(SHELL) $(top_srcdir)/build-aux/registry.sh dialog screen/dialog/dialog.h $(DIALOGS) >$@
