noinst_LIBRARIES += src/action/workspace/libaction_workspace.a
src_action_workspace_libaction_workspace_a_SOURCES = \
	%D%/diff_pairs.c \
	%D%/diff_priv.h \
	%D%/diff_projects.c \
	%D%/diff_rows.c \
	%D%/diff_ties.c \
	%D%/diff_write.c \
	%D%/facts_diff.c %D%/facts_diff.h \
	%D%/file_values.c %D%/file_values.h \
	%D%/leavers.c %D%/leavers.h \
	%D%/leaving.c %D%/leaving.h %D%/leaving_priv.h \
	%D%/leaving_moved.c %D%/leaving_put.c %D%/leaving_theirs.c \
	%D%/left_by.c %D%/left_by.h \
	%D%/demo_vault.c %D%/demo_vault.h \
	%D%/opened_value.c %D%/opened_value.h \
	%D%/replace_plan.c \
	%D%/replace_workspace.c %D%/replace_workspace.h \
	%D%/restored_values.c %D%/restored_values.h \
	%D%/state_check.c %D%/state_check.h \
	%D%/value_history.c %D%/value_history.h \
	%D%/vault_sheet.c %D%/vault_sheet.h \
	%D%/vault_change.c %D%/vault_change.h
