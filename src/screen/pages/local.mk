noinst_LIBRARIES += src/screen/pages/libpages.a
src_screen_pages_libpages_a_SOURCES = \
	%D%/bulk.c %D%/bulk.h \
	%D%/bulk_priv.h \
	%D%/bulk_try.c \
	%D%/changes_page.c %D%/changes_page.h \
	%D%/check_page.c %D%/check_page.h \
	%D%/choose.c %D%/choose.h \
	%D%/compare_page.c %D%/compare_page.h \
	%D%/confirm.c %D%/confirm.h \
	%D%/confirm_impact.c \
	%D%/confirm_priv.h \
	%D%/deed.c %D%/deed.h \
	%D%/deed_draw.c \
	%D%/event_page.c \
	%D%/failed_page.c %D%/failed_page.h \
	%D%/findings_page.c %D%/findings_page.h \
	%D%/history_page.c %D%/history_page.h \
	%D%/look_page.c %D%/look_page.h \
	%D%/reveal_page.c %D%/reveal_page.h \
	%D%/worklist_page.c %D%/worklist_page.h \
	%D%/sign_in_page.c %D%/sign_in_page.h \
	%D%/secret_page.c %D%/secret_page.h \
	%D%/theme_menu.c %D%/theme_menu.h \
	%D%/thing_page.c %D%/thing_page.h \
	%D%/usage.c %D%/usage.h \
	%D%/versus_page.c %D%/versus_page.h \
	%D%/what_if_mode.c %D%/what_if_mode.h \
	%D%/why.c %D%/why.h
