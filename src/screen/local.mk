noinst_LIBRARIES += src/screen/libscreen.a
src_screen_libscreen_a_SOURCES =
