src_action_libaction_a_SOURCES += \
	%D%/answers.c %D%/answers.h \
	%D%/bar_words.c %D%/bar_words.h \
	%D%/changes.c %D%/changes.h \
	%D%/downgrade.c %D%/downgrade.h \
	%D%/editors.c %D%/editors.h \
	%D%/effect.c %D%/effect.h \
	%D%/group_name.c %D%/group_name.h \
	%D%/group_shown.c %D%/group_shown.h \
	%D%/judge.c %D%/judge.h \
	%D%/judge_end.c \
	%D%/may.c %D%/may.h \
	%D%/may_workspace.c \
	%D%/no_editor.c %D%/no_editor.h \
	%D%/moved.c %D%/moved.h \
	%D%/people.c %D%/people.h \
	%D%/verdict.c %D%/verdict.h \
	%D%/warn.c %D%/warn.h
