noinst_LIBRARIES += src/screen/frame/libframe.a
src_screen_frame_libframe_a_SOURCES = \
	%D%/advice.c %D%/advice.h \
	%D%/as_of_mode.c %D%/as_of_mode.h \
	%D%/bars.c %D%/bars.h \
	%D%/chrome.c %D%/chrome.h \
	%D%/clicks.c %D%/clicks.h \
	%D%/copy.c %D%/copy.h \
	%D%/counts.c %D%/counts.h \
	%D%/filter_line.c %D%/filter_line.h \
	%D%/finder.c %D%/finder.h \
	%D%/follow.c %D%/follow.h \
	%D%/go.h \
	%D%/keys.c %D%/keys.h \
	%D%/keymap.c %D%/keymap.h \
	%D%/last_event.c %D%/last_event.h \
	%D%/lines.c %D%/lines.h \
	%D%/pasted.c %D%/pasted.h \
	%D%/plain_text.c \
	%D%/question.c %D%/question.h \
	%D%/request.c %D%/request.h \
	%D%/screen.c %D%/screen.h \
	%D%/settings.c %D%/settings.h \
	%D%/spot.h \
	%D%/text_page.c %D%/text_page.h \
	%D%/thing.c %D%/thing.h \
	%D%/verb.c %D%/verb.h \
	%D%/verb_reason.c %D%/verb_reason.h \
	%D%/verb_words.c
