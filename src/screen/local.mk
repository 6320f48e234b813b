# The floors, from the top to the ground: a folder, a library, a line of
# tests/layers.txt each.
SCREEN_FLOORS = src/screen/console/libconsole.a \
	src/screen/palette/libpalette.a src/screen/pages/libpages.a \
	src/screen/dialogs/libdialogs.a src/screen/dialog/libdialog.a \
	src/screen/past/libpast.a \
	src/screen/panel/libpanel.a src/screen/preview/libpreview.a \
	src/screen/tabs/libtabs.a src/screen/asking/libasking.a \
	src/screen/live/liblive.a \
	src/screen/frame/libframe.a
include src/screen/frame/local.mk
include src/screen/live/local.mk
include src/screen/asking/local.mk
include src/screen/tabs/local.mk
include src/screen/preview/local.mk
include src/screen/panel/local.mk
include src/screen/dialog/local.mk
include src/screen/dialogs/local.mk
include src/screen/past/local.mk
include src/screen/pages/local.mk
include src/screen/palette/local.mk
include src/screen/console/local.mk
