noinst_LIBRARIES += src/action/review/libaction_review.a
src_action_review_libaction_review_a_SOURCES = \
	%D%/compare.c %D%/compare.h \
	%D%/findings.c %D%/findings.h %D%/findings_priv.h \
	%D%/findings_people.c \
	%D%/findings_put.c \
	%D%/findings_projects.c \
	%D%/findings_things.c \
	%D%/findings_tell.c %D%/findings_tell.h
