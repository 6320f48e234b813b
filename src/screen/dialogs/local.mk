DIALOGS = \
	%D%/access.c \
	%D%/access_marked.c \
	%D%/answering.c \
	%D%/asset_edit.c \
	%D%/default_connection.c \
	%D%/import.c \
	%D%/people_file.c \
	%D%/provider_pages.c \
	%D%/share.c \
	%D%/share_marked.c \
	%D%/user_new.c \
	%D%/wishing.c
noinst_LIBRARIES += src/screen/dialogs/libdialogs.a
src_screen_dialogs_libdialogs_a_SOURCES = \
	%D%/people_columns.c %D%/people_priv.h \
	%D%/provider_parts.c %D%/provider_priv.h \
	%D%/provider_app.c \
	%D%/provider_probe.c %D%/provider_probe.h \
	%D%/share_priv.h \
	%D%/share_rows.c %D%/share_stops.c \
	$(DIALOGS)
nodist_src_screen_dialogs_libdialogs_a_SOURCES = %D%/dialog_registry.c
BUILT_SOURCES += %D%/dialog_registry.c
%D%/dialog_registry.c: $(top_srcdir)/build-aux/registry.sh Makefile
	$(AM_V_GEN)$(MKDIR_P) %D% && \
	$(SHELL) $(top_srcdir)/build-aux/registry.sh dialog screen/dialog/dialog.h $(DIALOGS) >$@
