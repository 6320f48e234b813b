noinst_LIBRARIES += src/action/judge/libaction_judge.a
src_action_judge_libaction_judge_a_SOURCES = \
	%D%/answers.c %D%/answers.h \
	%D%/asset_fields.c %D%/asset_fields.h \
	%D%/asset_name.c %D%/asset_name.h \
	%D%/asset_wish.c %D%/asset_wish.h \
	%D%/changes.c %D%/changes.h \
	%D%/downgrade.c %D%/downgrade.h \
	%D%/files.c %D%/files.h \
	%D%/editors.c %D%/editors.h \
	%D%/judge.c %D%/judge.h \
	%D%/judge_end.c \
	%D%/lacking.c %D%/lacking.h \
	%D%/may.c %D%/may.h \
	%D%/may_workspace.c %D%/may_workspace.h \
	%D%/membership.c %D%/membership.h \
	%D%/no_editor.c %D%/no_editor.h \
	%D%/moved.c %D%/moved.h \
	%D%/names.c %D%/names.h \
	%D%/no_effect.c %D%/no_effect.h \
	%D%/operator.c %D%/operator.h \
	%D%/people_shown.c %D%/people_shown.h \
	%D%/people.c %D%/people.h \
	%D%/providers.c %D%/providers.h \
	%D%/project_closed.c %D%/project_closed.h \
	%D%/verdict.c %D%/verdict.h \
	%D%/warn.c %D%/warn.h
