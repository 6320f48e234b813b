noinst_LIBRARIES += src/action/asking/libaction_asking.a
src_action_asking_libaction_asking_a_SOURCES = \
	%D%/answered.c %D%/answered.h \
	%D%/requests.c %D%/requests.h
