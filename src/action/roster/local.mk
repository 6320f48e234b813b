noinst_LIBRARIES += src/action/roster/libaction_roster.a
src_action_roster_libaction_roster_a_SOURCES = \
	%D%/roster_file.c %D%/roster_file.h \
	%D%/roster_instead.c %D%/roster_instead.h \
	%D%/roster_members.c \
	%D%/roster_people.c \
	%D%/roster_plan.c %D%/roster_plan.h
