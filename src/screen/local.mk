# The floors, from the ground up: a folder each.
noinst_LIBRARIES += src/screen/libscreen.a
src_screen_libscreen_a_SOURCES =
nodist_src_screen_libscreen_a_SOURCES =
include src/screen/frame/local.mk
include src/screen/tabs/local.mk
include src/screen/panel/local.mk
include src/screen/dialog/local.mk
include src/screen/dialogs/local.mk
include src/screen/pages/local.mk
include src/screen/console/local.mk
