noinst_LIBRARIES += src/access/libaccess.a
src_access_libaccess_a_SOURCES = \
	%D%/access.h %D%/decide.h %D%/edit_granted.h %D%/fixes.h %D%/ladder.h %D%/preview.h %D%/preview_priv.h %D%/request_seen.h %D%/fix_step.h %D%/rights.h %D%/say.h \
	%D%/seen.h %D%/seen_priv.h %D%/touch.h %D%/words.h \
	%D%/can.c %D%/codes.c %D%/decide.c %D%/edit_granted.c %D%/fast.c %D%/fix_search.c \
	%D%/ladder.c %D%/ladder_svg.c %D%/ladder_text.c \
	%D%/limits.c %D%/near_misses.c %D%/preview.c %D%/preview_pairs.c %D%/fix_step.c \
	%D%/fix_step_say.c %D%/request_seen.c %D%/rights.c %D%/say.c %D%/say_json.c %D%/say_short.c %D%/seen.c %D%/seen_label.c %D%/sees_value.c %D%/touch.c
