noinst_LIBRARIES += src/screen/console/libconsole.a
src_screen_console_libconsole_a_SOURCES = \
	%D%/acting.c %D%/acting.h \
	%D%/carry_out.c %D%/carry_out.h \
	%D%/console.c %D%/console.h \
	%D%/desk.c %D%/desk.h \
	%D%/desk_arrows.c \
	%D%/desk_command.c \
	%D%/desk_draw.c \
	%D%/desk_hints.c \
	%D%/desk_keys.c \
	%D%/desk_mouse.c \
	%D%/desk_offer.c \
	%D%/desk_page.c \
	%D%/desk_play.c %D%/desk_play.h \
	%D%/desk_priv.h \
	%D%/desk_row.c \
	%D%/farewell.c %D%/farewell.h \
	%D%/menu.c %D%/menu.h \
	%D%/menu_items.c \
	%D%/menu_reason.c \
	%D%/modes.c %D%/modes.h \
	%D%/others.c %D%/others.h \
	%D%/play_caption.c \
	%D%/start.c %D%/start.h \
	%D%/vault_watch.c %D%/vault_watch.h \
	%D%/view_file.c %D%/view_file.h \
	%D%/visit.c %D%/visit.h
