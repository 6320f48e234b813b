src_action_libaction_a_SOURCES += \
	%D%/diff_pairs.c \
	%D%/diff_priv.h \
	%D%/diff_projects.c \
	%D%/diff_ties.c \
	%D%/diff_write.c \
	%D%/facts_diff.c %D%/facts_diff.h \
	%D%/replace_workspace.c %D%/replace_workspace.h \
	%D%/replace_plan.c
