noinst_LIBRARIES += src/action/libaction.a
# Reading verbs and the workspace as a whole.
ACTIONS_READ = \
	%D%/verbs/access_asset.c \
	%D%/verbs/access_check.c \
	%D%/verbs/access_explain.c \
	%D%/verbs/access_fixes.c \
	%D%/verbs/access_preview.c \
	%D%/verbs/access_project.c \
	%D%/verbs/access_report.c \
	%D%/verbs/access_user.c \
	%D%/verbs/as_of.c \
	%D%/verbs/audit_export.c \
	%D%/verbs/audit_list.c \
	%D%/verbs/audit_show.c \
	%D%/verbs/audit_verify.c \
	%D%/verbs/connection_list.c \
	%D%/verbs/connection_show.c \
	%D%/verbs/connection_usage.c \
	%D%/verbs/files_list.c \
	%D%/verbs/files_show.c \
	%D%/verbs/files_usage.c \
	%D%/verbs/group_list.c \
	%D%/verbs/group_show.c \
	%D%/verbs/history.c \
	%D%/verbs/package_list.c \
	%D%/verbs/package_show.c \
	%D%/verbs/package_usage.c \
	%D%/verbs/project_list.c \
	%D%/verbs/project_show.c \
	%D%/verbs/provider_list.c \
	%D%/verbs/provider_show.c \
	%D%/verbs/secret_list.c \
	%D%/verbs/secret_show.c \
	%D%/verbs/secret_usage.c \
	%D%/verbs/token_list.c \
	%D%/verbs/user_list.c \
	%D%/verbs/user_show.c \
	%D%/verbs/workspace_backup.c \
	%D%/verbs/workspace_export.c \
	%D%/verbs/workspace_import.c \
	%D%/verbs/workspace_init.c \
	%D%/verbs/workspace_plan.c \
	%D%/verbs/workspace_restore.c \
	%D%/verbs/workspace_set.c \
	%D%/verbs/workspace_show.c \
	%D%/verbs/workspace_verify.c

# Verbs that change something, the demo and the scenarios.
ACTIONS_WRITE =

ACTIONS = $(ACTIONS_READ) $(ACTIONS_WRITE)
src_action_libaction_a_SOURCES = \
	%D%/action.c %D%/action.h \
	%D%/app.c %D%/app.h \
	%D%/arg_value.c %D%/arg_value.h \
	%D%/args.c \
	%D%/asset_read.c %D%/asset_read.h \
	%D%/batch.c %D%/batch.h \
	%D%/changes.c %D%/changes.h \
	%D%/tense.c %D%/tense.h \
	%D%/verdict.c %D%/verdict.h \
	%D%/check.c %D%/check.h \
	%D%/editors.c %D%/editors.h \
	%D%/effect.c %D%/effect.h \
	%D%/event_rows.c %D%/event_rows.h \
	%D%/event_log.c %D%/event_log.h \
	%D%/facts_diff.c %D%/facts_diff.h \
	%D%/diff_pairs.c %D%/diff_priv.h \
	%D%/diff_projects.c \
	%D%/diff_ties.c \
	%D%/diff_write.c \
	%D%/find.c \
	%D%/fix_list.c %D%/fix_list.h %D%/fix_say.c %D%/fix_try.c \
	%D%/look.c %D%/look.h \
	%D%/operator.c %D%/operator.h \
	%D%/outside.c %D%/outside.h \
	%D%/overlay.c %D%/overlay.h \
	%D%/past_seen.c %D%/past_words.c %D%/past_seen.h %D%/past_words.h \
	%D%/plan.c %D%/plan.h \
	%D%/result.c %D%/result.h \
	%D%/rewind.c %D%/rewind.h \
	%D%/run.c %D%/run_preview.c %D%/run_write.c %D%/run_priv.h \
	%D%/see.c \
	%D%/session.c %D%/session.h \
	%D%/what_if.h \
	%D%/whole.c %D%/whole.h %D%/whole_plan.c \
	%D%/write_file.c %D%/write_file.h \
	$(ACTIONS)
nodist_src_action_libaction_a_SOURCES = src/action/registry.inc
BUILT_SOURCES += src/action/registry.inc
src/action/registry.inc: $(top_srcdir)/build-aux/registry.sh Makefile
	$(AM_V_GEN)$(MKDIR_P) src/action && \
	$(SHELL) $(top_srcdir)/build-aux/registry.sh action $(ACTIONS) >$@
src/action/action.$(OBJEXT): src/action/registry.inc

# What the write verbs share, the demo and the scenarios.
src_action_libaction_a_SOURCES += \
	%D%/asset_access.c %D%/asset_access.h \
	%D%/asset_fields.c %D%/asset_fields.h \
	%D%/asset_name.c %D%/asset_name.h \
	%D%/asset_wish.c %D%/asset_write.c %D%/asset_write.h \
	%D%/demo.h %D%/demo_open.c %D%/demo_table.c \
	%D%/group_name.c %D%/group_name.h \
	%D%/held.c %D%/held.h \
	%D%/json_read.h \
	%D%/moved.c %D%/moved.h \
	%D%/judge.c %D%/judge.h %D%/judge_end.c \
	%D%/may.c %D%/may.h %D%/may_workspace.c \
	%D%/own_read.c %D%/own_read.h \
	%D%/own_write.c \
	%D%/people.c %D%/people.h \
	%D%/scenario.h %D%/scenario_expect.c %D%/scenario_read.c \
	%D%/scenario_steps.c \
	%D%/secret_seen.c %D%/secret_seen.h \
	%D%/slurp.c %D%/slurp.h \
	%D%/split.c %D%/split.h \
	%D%/warn.c %D%/warn.h \
	%D%/take_back.c %D%/take_back.h %D%/take_back_seen.c \
	%D%/word_list.c %D%/word_list.h
ACTIONS_WRITE += \
	%D%/verbs/connection_access.c \
	%D%/verbs/connection_clear_default.c \
	%D%/verbs/connection_create.c \
	%D%/verbs/connection_edit.c \
	%D%/verbs/connection_delete.c \
	%D%/verbs/connection_set_default.c \
	%D%/verbs/demo.c \
	%D%/verbs/files_access.c \
	%D%/verbs/files_connect.c \
	%D%/verbs/files_edit.c \
	%D%/verbs/files_delete.c \
	%D%/verbs/group_add.c \
	%D%/verbs/group_create.c \
	%D%/verbs/group_delete.c \
	%D%/verbs/group_remove.c \
	%D%/verbs/group_rename.c \
	%D%/verbs/package_access.c \
	%D%/verbs/package_add.c \
	%D%/verbs/package_edit.c \
	%D%/verbs/package_delete.c \
	%D%/verbs/project_archive.c \
	%D%/verbs/project_create.c \
	%D%/verbs/project_delete.c \
	%D%/verbs/project_duplicate.c \
	%D%/verbs/project_editors_may_share.c \
	%D%/verbs/project_import.c \
	%D%/verbs/project_remove.c \
	%D%/verbs/project_rename.c \
	%D%/verbs/project_restore.c \
	%D%/verbs/project_set.c \
	%D%/verbs/project_share.c \
	%D%/verbs/project_share_web.c \
	%D%/verbs/project_share_workspace.c \
	%D%/verbs/project_take_access.c \
	%D%/verbs/project_transfer.c \
	%D%/verbs/project_unarchive.c \
	%D%/verbs/project_unshare.c \
	%D%/verbs/redo.c \
	%D%/verbs/scenario_check.c \
	%D%/verbs/scenario_list.c \
	%D%/verbs/scenario_run.c \
	%D%/verbs/secret_access.c \
	%D%/verbs/secret_create.c \
	%D%/verbs/secret_edit.c \
	%D%/verbs/secret_delete.c \
	%D%/verbs/undo.c \
	%D%/verbs/user_add.c \
	%D%/verbs/user_deactivate.c \
	%D%/verbs/user_edit.c \
	%D%/verbs/user_reactivate.c \
	%D%/verbs/user_role.c
nodist_src_action_libaction_a_SOURCES += src/action/demo_data.inc
BUILT_SOURCES += src/action/demo_data.inc
src/action/demo_data.inc: $(DEMO) $(SCENARIOS) build-aux/embed.sh
	$(AM_V_GEN)$(MKDIR_P) src/action && (cd $(top_srcdir) && \
	$(SHELL) build-aux/embed.sh demo_data $(DEMO) $(SCENARIOS)) >$@
src/action/demo_open.$(OBJEXT): src/action/demo_data.inc
