noinst_LIBRARIES += src/screen/asking/libasking.a
src_screen_asking_libasking_a_SOURCES = %D%/requests_page.c %D%/requests_page.h
