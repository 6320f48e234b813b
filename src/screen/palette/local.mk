noinst_LIBRARIES += src/screen/palette/libpalette.a
src_screen_palette_libpalette_a_SOURCES = \
	%D%/palette.c %D%/palette.h \
	%D%/palette_acting.c %D%/palette_acting.h \
	%D%/palette_args.c \
	%D%/palette_ask.c \
	%D%/palette_complete.c \
	%D%/palette_cut.c %D%/palette_cut.h \
	%D%/palette_draw.c \
	%D%/palette_entry.c \
	%D%/palette_fill.c \
	%D%/palette_help.c %D%/palette_help.h \
	%D%/palette_keys.c \
	%D%/palette_match.c %D%/palette_match.h \
	%D%/palette_names.c \
	%D%/palette_priv.h \
	%D%/palette_recent.c \
	%D%/palette_scenarios.c \
	%D%/palette_verbs.c
