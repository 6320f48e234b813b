noinst_LIBRARIES += src/connect/libconnect.a
src_connect_libconnect_a_SOURCES = \
	%D%/cage.c %D%/cage.h \
	%D%/database.c %D%/database.h \
	%D%/letter.c %D%/letter.h \
	%D%/report.c %D%/report.h
