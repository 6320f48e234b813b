noinst_LIBRARIES += src/cli/libcli.a
src_cli_libcli_a_SOURCES = \
	%D%/ask.c %D%/ask.h \
	%D%/ask_secret.c %D%/ask_secret.h \
	%D%/cli.c %D%/cli.h \
	%D%/completion.c %D%/completion.h %D%/completion_priv.h \
	%D%/completion_offer.c \
	%D%/completion_quote.c \
	%D%/completion_sets.c %D%/completion_sets.h \
	%D%/console_open.c %D%/console_open.h \
	%D%/device_face.c %D%/device_face.h \
	%D%/fail.c %D%/fail.h \
	%D%/help.c %D%/help.h \
	%D%/help_tables.c \
	%D%/help_words.c \
	%D%/man.c \
	%D%/plain.c %D%/plain.h \
	%D%/progress.c %D%/progress.h \
	%D%/setup.c %D%/setup.h \
	%D%/show.c %D%/show.h
