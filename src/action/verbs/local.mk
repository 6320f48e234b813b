# What the kinds of assets have alike (list, show, usage; access, create, edit, delete)
# is made from them: action/asset/kind_verbs.c.
# Verbs that read, and the workspace as a whole.
ACTIONS_READ = \
	%D%/access_ask.c \
	%D%/access_asset.c \
	%D%/access_check.c \
	%D%/access_compare.c \
	%D%/access_explain.c \
	%D%/access_fixes.c \
	%D%/access_pairs.c \
	%D%/access_preview.c \
	%D%/access_project.c \
	%D%/access_report.c \
	%D%/access_requests.c \
	%D%/access_user.c \
	%D%/as_of.c \
	%D%/audit_checkpoint.c \
	%D%/audit_export.c \
	%D%/audit_list.c \
	%D%/audit_review.c \
	%D%/audit_show.c \
	%D%/audit_verify.c \
	%D%/connection_test.c \
	%D%/files_browse.c \
	%D%/files_verify.c \
	%D%/group_list.c \
	%D%/group_show.c \
	%D%/history.c \
	%D%/package_resolve.c \
	%D%/project_list.c \
	%D%/project_show.c \
	%D%/provider_list.c \
	%D%/provider_refs.c \
	%D%/provider_repos.c \
	%D%/provider_show.c \
	%D%/provider_usage.c \
	%D%/provider_verify.c \
	%D%/provider_which.c \
	%D%/token_list.c \
	%D%/user_list.c \
	%D%/user_show.c \
	%D%/vault_lock.c \
	%D%/vault_status.c \
	%D%/vault_worklist.c \
	%D%/vault_done.c \
	%D%/vault_drill.c \
	%D%/vault_list.c \
	%D%/vault_unlock.c \
	%D%/workspace_backup.c \
	%D%/workspace_export.c \
	%D%/workspace_import.c \
	%D%/workspace_init.c \
	%D%/workspace_plan.c \
	%D%/workspace_restore.c \
	%D%/workspace_set.c \
	%D%/workspace_show.c \
	%D%/workspace_verify.c

# Verbs that change something, the demo and the scenarios.
ACTIONS_WRITE = \
	%D%/access_answer.c \
	%D%/access_copy.c \
	%D%/access_request.c \
	%D%/connection_clear_default.c \
	%D%/connection_refresh_schema.c \
	%D%/connection_set_default.c \
	%D%/demo.c \
	%D%/group_add.c \
	%D%/group_create.c \
	%D%/group_delete.c \
	%D%/group_remove.c \
	%D%/group_rename.c \
	%D%/project_archive.c \
	%D%/project_create.c \
	%D%/project_delete.c \
	%D%/project_duplicate.c \
	%D%/project_editors_may_share.c \
	%D%/project_import.c \
	%D%/project_import_file.c \
	%D%/project_remove.c \
	%D%/project_remove_file.c \
	%D%/project_rename.c \
	%D%/project_restore.c \
	%D%/project_set.c \
	%D%/project_share.c \
	%D%/project_share_web.c \
	%D%/project_share_workspace.c \
	%D%/project_take_access.c \
	%D%/project_transfer.c \
	%D%/project_unarchive.c \
	%D%/project_unshare.c \
	%D%/provider_connect.c \
	%D%/provider_disconnect.c \
	%D%/provider_edit.c \
	%D%/redo.c \
	%D%/secret_copy.c \
	%D%/secret_reveal.c \
	%D%/scenario_check.c \
	%D%/scenario_list.c \
	%D%/scenario_play.c \
	%D%/scenario_record.c \
	%D%/scenario_run.c \
	%D%/token_reveal.c \
	%D%/token_copy.c \
	%D%/connection_reveal.c \
	%D%/connection_copy.c \
	%D%/files_reveal.c \
	%D%/files_copy.c \
	%D%/provider_reveal.c \
	%D%/provider_copy.c \
	%D%/provider_sign_in.c \
	%D%/token_register.c \
	%D%/token_revoke.c \
	%D%/undo.c \
	%D%/user_add.c \
	%D%/user_deactivate.c \
	%D%/user_edit.c \
	%D%/user_reactivate.c \
	%D%/user_role.c \
	%D%/vault_admin_add.c \
	%D%/vault_admin_revoke.c \
	%D%/vault_init.c \
	%D%/vault_passphrase.c \
	%D%/vault_recover.c \
	%D%/vault_rotate.c

noinst_LIBRARIES += src/action/verbs/libaction_verbs.a
ACTIONS = $(ACTIONS_READ) $(ACTIONS_WRITE)
src_action_verbs_libaction_verbs_a_SOURCES = $(ACTIONS)
nodist_src_action_verbs_libaction_verbs_a_SOURCES = %D%/action_registry.c
BUILT_SOURCES += %D%/action_registry.c
%D%/action_registry.c: $(top_srcdir)/build-aux/registry.sh Makefile
	$(AM_V_GEN)$(MKDIR_P) %D% && \
	THROUGH=kind_verbs_among $(SHELL) $(top_srcdir)/build-aux/registry.sh \
		action action/asset/kind_verbs.h $(ACTIONS_READ) - $(ACTIONS_WRITE) >$@
