noinst_LIBRARIES += src/screen/panel/libpanel.a
src_screen_panel_libpanel_a_SOURCES = \
	%D%/card.c %D%/card.h \
	%D%/card_asset.c \
	%D%/card_people.c \
	%D%/card_project.c \
	%D%/card_record.c \
	%D%/check_lines.c %D%/check_lines.h \
	%D%/detail.c %D%/detail.h \
	%D%/detail_asset.c %D%/detail_fixes.c \
	%D%/evidence.c %D%/evidence.h \
	%D%/fix_choice.c %D%/fix_choice.h \
	%D%/ladder_lines.c %D%/ladder_lines.h \
	%D%/panel.c %D%/panel.h %D%/panel_priv.h \
	%D%/panel_asset.c \
	%D%/panel_draw.c \
	%D%/panel_fold.c \
	%D%/panel_lines.c \
	%D%/panel_row.c \
	%D%/panel_rows.c \
	%D%/panel_state.c \
	%D%/panel_table.c \
	%D%/panel_tally.c \
	%D%/panel_why.c \
	%D%/reply.c %D%/reply.h \
	%D%/spots.c %D%/spots.h
