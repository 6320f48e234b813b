noinst_LIBRARIES += src/screen/libscreen.a
TABS = \
	%D%/tabs/data_sources.c \
	%D%/tabs/secrets.c \
	%D%/tabs/integrations.c \
	%D%/tabs/users_groups.c \
	%D%/tabs/projects.c
DIALOGS = \
	%D%/dialogs/access.c \
	%D%/dialogs/asset_edit.c \
	%D%/dialogs/default_connection.c \
	%D%/dialogs/group_form.c \
	%D%/dialogs/group_new.c \
	%D%/dialogs/import.c \
	%D%/dialogs/project_edit.c \
	%D%/dialogs/project_new.c \
	%D%/dialogs/project_owner.c \
	%D%/dialogs/share.c \
	%D%/dialogs/user_form.c \
	%D%/dialogs/user_leave.c \
	%D%/dialogs/user_new.c
src_screen_libscreen_a_SOURCES = \
	%D%/access_rows.c %D%/access_rows.h \
	%D%/asset_form.c %D%/asset_form.h \
	%D%/question.c %D%/question.h \
	%D%/bare.c \
	%D%/bulk.c %D%/bulk.h %D%/bulk_priv.h \
	%D%/bulk_try.c \
	%D%/card.c %D%/card.h \
	%D%/card_asset.c \
	%D%/card_people.c \
	%D%/card_project.c \
	%D%/changes_page.c \
	%D%/choose.c \
	%D%/chrome.c %D%/chrome.h \
	%D%/columns.c %D%/columns.h \
	%D%/confirm.c %D%/confirm.h %D%/confirm_priv.h \
	%D%/confirm_draw.c \
	%D%/confirm_impact.c \
	%D%/confirm_lines.c \
	%D%/consequence.c %D%/consequence.h \
	%D%/console.c %D%/console.h \
	%D%/copy.c %D%/copy.h \
	%D%/desk.c %D%/desk.h \
	%D%/desk_draw.c \
	%D%/desk_hands.c \
	%D%/desk_keys.c \
	%D%/desk_modes.c \
	%D%/desk_priv.h \
	%D%/detail.c %D%/detail.h \
	%D%/detail_asset.c \
	%D%/dialog.c %D%/dialog.h \
	%D%/dialog_draw.c \
	%D%/dialog_generic.c \
	%D%/dialog_key.c \
	%D%/dialog_save.c \
	%D%/dialog_start.c \
	%D%/drafts.c %D%/drafts.h \
	%D%/wayout.c %D%/wayout.h \
	%D%/eventpage.c \
	%D%/finder.c %D%/finder.h \
	%D%/historypage.c %D%/historypage.h \
	%D%/keys.c %D%/keys.h \
	%D%/lines.c %D%/lines.h \
	%D%/lookback.c %D%/lookback.h \
	%D%/pasted.c %D%/pasted.h \
	%D%/movelist.c %D%/movelist.h \
	%D%/desk_mouse.c \
	%D%/hits.c %D%/hits.h \
	%D%/markline.c %D%/markline.h \
	%D%/members.c %D%/members.h \
	%D%/menu.c %D%/menu.h \
	%D%/menu_items.c \
	%D%/menu_reason.c \
	%D%/own_right.c %D%/own_right.h \
	%D%/palette.c %D%/palette.h \
	%D%/palette_entries.c %D%/palette_priv.h \
	%D%/panel.c %D%/panel.h \
	%D%/panel_asset.c \
	%D%/panel_rows.c \
	%D%/picker.c %D%/picker.h \
	%D%/request.c %D%/request.h \
	%D%/roles.c %D%/roles.h \
	%D%/saved.c \
	%D%/screen.c %D%/screen.h \
	%D%/sortmenu.c %D%/sortmenu.h \
	%D%/statefile.c %D%/statefile.h \
	%D%/tab.c %D%/tab.h \
	%D%/textpage.c %D%/textpage.h \
	%D%/thing.c %D%/thing.h \
	%D%/thingpage.c %D%/thingpage.h \
	%D%/usage.c %D%/usage.h \
	%D%/view.c %D%/view.h \
	%D%/whatif.c %D%/whatif.h \
	%D%/whatif_steps.c \
	%D%/viewfile.c %D%/viewfile.h \
	%D%/why.c %D%/why.h \
	%D%/dialogs/share_priv.h \
	%D%/dialogs/share_ways.c \
	$(DIALOGS) \
	$(TABS)
nodist_src_screen_libscreen_a_SOURCES = src/screen/dialog_registry.inc \
	src/screen/tab_registry.inc
BUILT_SOURCES += src/screen/dialog_registry.inc src/screen/tab_registry.inc
src/screen/tab_registry.inc: $(top_srcdir)/build-aux/registry.sh Makefile
	$(AM_V_GEN)$(MKDIR_P) src/screen && \
	$(SHELL) $(top_srcdir)/build-aux/registry.sh tab $(TABS) >$@
src/screen/tab.$(OBJEXT): src/screen/tab_registry.inc
src/screen/dialog_registry.inc: $(top_srcdir)/build-aux/registry.sh Makefile
	$(AM_V_GEN)$(MKDIR_P) src/screen && \
	$(SHELL) $(top_srcdir)/build-aux/registry.sh dialog $(DIALOGS) >$@
src/screen/dialog.$(OBJEXT): src/screen/dialog_registry.inc
