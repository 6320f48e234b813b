noinst_LIBRARIES += src/action/list/libaction_list.a
src_action_list_libaction_list_a_SOURCES = \
	%D%/list_file.c %D%/list_file.h \
	%D%/list_members.c \
	%D%/list_people.c \
	%D%/list_plan.c %D%/list_plan.h
