bin_PROGRAMS += src/gatehouse
src_gatehouse_SOURCES = %D%/main.c
# Top to bottom, once each: a room that reached upward would not link.
src_gatehouse_LDADD = \
	src/cli/libcli.a $(SCREEN_FLOORS) src/ui/libui.a \
	$(ACTION_FLOORS) src/store/libstore.a src/vault/libvault.a src/post/libpost.a \
	src/access/ask/libaccess_ask.a src/access/libaccess.a \
	src/model/libmodel.a src/base/libbase.a \
	$(CURSES_LIBS) $(SQLITE_LIBS) $(SODIUM_LIBS) $(JANSSON_LIBS) $(UTF8PROC_LIBS) -lpthread
