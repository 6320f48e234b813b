src_screen_libscreen_a_SOURCES += \
	%D%/card.c %D%/card.h \
	%D%/card_asset.c \
	%D%/card_people.c \
	%D%/card_project.c \
	%D%/consequence.c %D%/consequence.h \
	%D%/detail.c %D%/detail.h \
	%D%/detail_asset.c \
	%D%/move_list.c %D%/move_list.h \
	%D%/panel.c %D%/panel.h \
	%D%/panel_asset.c \
	%D%/panel_rows.c
