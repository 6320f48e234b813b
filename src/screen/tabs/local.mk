TABS = \
	%D%/data_sources.c \
	%D%/secrets.c \
	%D%/integrations.c \
	%D%/users_groups.c \
	%D%/projects.c
noinst_LIBRARIES += src/screen/tabs/libtabs.a
src_screen_tabs_libtabs_a_SOURCES = \
	%D%/asset_cells.c %D%/asset_cells.h \
	%D%/columns.c %D%/columns.h \
	%D%/first_steps.c %D%/first_steps.h \
	%D%/foot.c %D%/foot.h \
	%D%/left_out.c \
	%D%/mark_rows.c %D%/mark_rows.h \
	%D%/tab.c %D%/tab.h \
	%D%/tokens.c %D%/tokens.h \
	%D%/view.c %D%/view_filter.c %D%/view.h \
	%D%/view_head.c \
	$(TABS)
nodist_src_screen_tabs_libtabs_a_SOURCES = %D%/tab_registry.c
BUILT_SOURCES += %D%/tab_registry.c
%D%/tab_registry.c: $(top_srcdir)/build-aux/registry.sh Makefile
	$(AM_V_GEN)$(MKDIR_P) %D% && \
	$(SHELL) $(top_srcdir)/build-aux/registry.sh tab screen/tabs/tab.h $(TABS) >$@
