noinst_LIBRARIES += src/action/check/libaction_check.a
src_action_check_libaction_check_a_SOURCES = \
	%D%/check_badge.c %D%/check_badge.h \
	%D%/check_hits.c %D%/check_hits.h \
	%D%/check_letter.c %D%/check_letter.h \
	%D%/check_secrets.c %D%/check_secrets.h \
	%D%/check_settle.c %D%/check_settle.h \
	%D%/check_subject.c %D%/check_subject.h \
	%D%/check_verb.c %D%/check_verb.h \
	%D%/check_which.c %D%/check_which.h \
	%D%/checking.c %D%/checking.h \
	%D%/checking_recall.c \
	%D%/checking_tell.c %D%/checking_tell.h \
	%D%/listing.c %D%/listing.h \
	%D%/probe.c %D%/probe.h \
	%D%/signing.c %D%/signing.h \
	%D%/saved_check.c %D%/saved_check.h
