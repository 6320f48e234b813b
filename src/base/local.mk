noinst_LIBRARIES += src/base/libbase.a
src_base_libbase_a_SOURCES = \
	%D%/arena.c %D%/arena.h \
	%D%/attr.h \
	%D%/buf.c %D%/buf.h \
	%D%/clock.c %D%/clock.h \
	%D%/csv.c %D%/csv.h \
	%D%/error.c %D%/error.h \
	%D%/glyph.c %D%/glyph.h \
	%D%/json_write.c %D%/json_write.h \
	%D%/large_text.c %D%/large_text.h \
	%D%/mem.c %D%/mem.h \
	%D%/nearest.c %D%/nearest.h \
	%D%/process.c %D%/process.h \
	%D%/rank.c %D%/rank.h \
	%D%/newid.c %D%/newid.h \
	%D%/open_file.c %D%/open_file.h \
	%D%/path_find.c %D%/path_find.h \
	%D%/strmap.c %D%/strmap.h \
	%D%/syslog_line.c %D%/syslog_line.h \
	%D%/text.c %D%/text.h \
	%D%/text_alike.c \
	%D%/text_fold.c \
	%D%/text_order.c \
	%D%/text_priv.h \
	%D%/utf8.c \
	%D%/worker.c %D%/worker.h
