src_screen_libscreen_a_SOURCES += \
	%D%/change_news.c \
	%D%/console.c %D%/console.h \
	%D%/desk.c %D%/desk.h \
	%D%/desk_draw.c \
	%D%/desk_keys.c \
	%D%/desk_modes.c \
	%D%/desk_mouse.c \
	%D%/desk_priv.h \
	%D%/desk_row.c \
	%D%/dialog_start.c \
	%D%/menu.c %D%/menu.h \
	%D%/menu_items.c \
	%D%/menu_reason.c \
	%D%/palette.c %D%/palette.h \
	%D%/palette_entries.c \
	%D%/palette_priv.h
