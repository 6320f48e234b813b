# A room's test links that room and those below it, and nothing above.
AM_CPPFLAGS += -I$(top_srcdir)
BASE   = src/base/libbase.a
MODEL  = src/model/libmodel.a $(BASE)
ACCESS = src/access/ask/libaccess_ask.a src/access/libaccess.a $(MODEL)
STORE  = src/store/libstore.a $(ACCESS)
NET    = src/net/libnet.a $(BASE) $(CURL_LIBS)
VAULT  = src/vault/libvault.a $(BASE)
ACTION = $(ACTION_FLOORS) src/vault/libvault.a src/post/libpost.a $(STORE)
UI     = src/ui/libui.a $(BASE)
SCREEN = $(SCREEN_FLOORS) src/ui/libui.a $(ACTION)
TORTURE = tests/torture/libtorture.a tests/store/libworld.a $(STORE) $(TEST_LIBS)
TEST_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
TEST_LIBS = $(CMOCKA_LIBS) $(SQLITE_LIBS) $(SODIUM_LIBS) $(JANSSON_LIBS) $(UTF8PROC_LIBS) -lpthread

include tests/base/local.mk
include tests/model/local.mk
include tests/access/local.mk
include tests/store/local.mk
include tests/vault/local.mk
include tests/post/local.mk
include tests/courier/local.mk
include tests/net/local.mk
include tests/services/local.mk
include tests/action/local.mk
include tests/ui/local.mk
include tests/screen/local.mk
include tests/cli/local.mk
include tests/tty/local.mk
include tests/canary/local.mk
include tests/torture/local.mk
include tests/mutants/local.mk
include tests/fuzz/local.mk
include tests/house/local.mk
include tests/bench/local.mk
