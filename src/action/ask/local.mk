noinst_LIBRARIES += src/action/ask/libaction_ask.a
src_action_ask_libaction_ask_a_SOURCES = \
	%D%/ask_answer.c %D%/ask_answer.h \
	%D%/ask_assets.c \
	%D%/ask_people.c \
	%D%/ask_say.c \
	%D%/ask_answer_priv.h
