# Arguments, names and visibility, the run of a write, whole-file changes.
CORE_TESTS = tests/action/args_test tests/action/result_table_test tests/action/asked_test \
	tests/action/batch_test \
	tests/action/each_test \
	tests/action/batch_preview_test \
	tests/action/check_test tests/action/facts_diff_test \
	tests/action/find_test tests/action/fixes_test tests/action/pairs_test \
	tests/action/findings_test tests/action/leaving_test tests/action/compare_test \
	tests/action/provider_test tests/action/run_test tests/action/token_test \
	tests/action/package_test tests/action/files_test \
	tests/action/whole_test \
	tests/action/as_of_test tests/action/pair_past_test tests/action/undo_test \
	tests/action/undo_offer_test \
	tests/action/look_as_test \
	tests/action/judge_test tests/action/moved_test tests/action/verdict_test \
	tests/action/asset_stamp_test tests/action/audit_test tests/action/vault_verbs_test \
	tests/action/secret_values_test tests/action/value_way_test tests/action/service_check_test tests/action/no_driver_test \
	tests/action/vault_attack_test tests/action/vault_maker_test
check_PROGRAMS += $(CORE_TESTS)
EXTRA_DIST += tests/action/vault_world.h tests/action/stand_in.h
tests_action_no_driver_test_SOURCES = %D%/no_driver_test.c tests/expect.h
tests_action_no_driver_test_CFLAGS = $(TEST_CFLAGS)
tests_action_no_driver_test_LDADD = $(ACTION) $(TEST_LIBS)
EXTRA_DIST += %D%/connection_check_test.c
if POSTGRES
check_PROGRAMS += tests/action/connection_check_test
endif
tests_action_connection_check_test_SOURCES = %D%/connection_check_test.c \
	tests/courier/server.c tests/courier/server.h tests/expect.h
tests_action_connection_check_test_CFLAGS = $(TEST_CFLAGS)
tests_action_connection_check_test_LDADD = $(ACTION) $(TEST_LIBS)
tests_action_service_check_test_SOURCES = %D%/service_check_test.c tests/expect.h
tests_action_service_check_test_CFLAGS = $(TEST_CFLAGS)
tests_action_service_check_test_LDADD = $(ACTION) $(TEST_LIBS)
tests_action_value_way_test_SOURCES = %D%/value_way_test.c tests/expect.h
tests_action_value_way_test_CFLAGS = $(TEST_CFLAGS)
tests_action_value_way_test_LDADD = $(ACTION) $(TEST_LIBS)
tests_action_secret_values_test_SOURCES = %D%/secret_values_test.c tests/expect.h
tests_action_secret_values_test_CFLAGS = $(TEST_CFLAGS)
tests_action_secret_values_test_LDADD = $(ACTION) $(TEST_LIBS)
tests_action_audit_test_SOURCES = %D%/audit_test.c tests/expect.h
tests_action_audit_test_CFLAGS = $(TEST_CFLAGS)
tests_action_audit_test_LDADD = $(ACTION) $(TEST_LIBS)
tests_action_vault_maker_test_SOURCES = %D%/vault_maker_test.c tests/expect.h
tests_action_vault_maker_test_CFLAGS = $(TEST_CFLAGS)
tests_action_vault_maker_test_LDADD = $(ACTION) $(TEST_LIBS)
tests_action_vault_attack_test_SOURCES = %D%/vault_attack_test.c tests/expect.h
tests_action_vault_attack_test_CFLAGS = $(TEST_CFLAGS)
tests_action_vault_attack_test_LDADD = $(ACTION) $(TEST_LIBS)
tests_action_vault_verbs_test_SOURCES = %D%/vault_verbs_test.c tests/expect.h
tests_action_vault_verbs_test_CFLAGS = $(TEST_CFLAGS)
tests_action_vault_verbs_test_LDADD = $(ACTION) $(TEST_LIBS)
tests_action_result_table_test_SOURCES = %D%/result_table_test.c tests/expect.h
tests_action_result_table_test_CFLAGS = $(TEST_CFLAGS)
tests_action_result_table_test_LDADD = $(ACTION) $(TEST_LIBS)
tests_action_args_test_SOURCES = %D%/args_test.c tests/expect.h
tests_action_args_test_CFLAGS = $(TEST_CFLAGS)
tests_action_args_test_LDADD = $(ACTION) $(TEST_LIBS)
tests_action_asked_test_SOURCES = %D%/asked_test.c tests/expect.h
tests_action_asked_test_CFLAGS = $(TEST_CFLAGS)
tests_action_asked_test_LDADD = $(ACTION) $(TEST_LIBS)
tests_action_look_as_test_SOURCES = %D%/look_as_test.c tests/expect.h
tests_action_look_as_test_CFLAGS = $(TEST_CFLAGS)
tests_action_look_as_test_LDADD = $(ACTION) $(TEST_LIBS)
tests_action_pair_past_test_SOURCES = %D%/pair_past_test.c tests/expect.h
tests_action_pair_past_test_CFLAGS = $(TEST_CFLAGS)
tests_action_pair_past_test_LDADD = $(ACTION) $(TEST_LIBS)
tests_action_as_of_test_SOURCES = %D%/as_of_test.c tests/expect.h
tests_action_as_of_test_CFLAGS = $(TEST_CFLAGS)
tests_action_as_of_test_LDADD = $(ACTION) $(TEST_LIBS)
tests_action_batch_test_SOURCES = %D%/batch_test.c tests/expect.h
tests_action_batch_test_CFLAGS = $(TEST_CFLAGS)
tests_action_batch_test_LDADD = $(ACTION) $(TEST_LIBS)
tests_action_provider_test_SOURCES = %D%/provider_test.c tests/expect.h
tests_action_provider_test_CFLAGS = $(TEST_CFLAGS)
tests_action_provider_test_LDADD = $(ACTION) $(TEST_LIBS)
tests_action_package_test_SOURCES = %D%/package_test.c tests/expect.h
tests_action_package_test_CFLAGS = $(TEST_CFLAGS)
tests_action_package_test_LDADD = $(ACTION) $(TEST_LIBS)
tests_action_files_test_SOURCES = %D%/files_test.c tests/expect.h
tests_action_files_test_CFLAGS = $(TEST_CFLAGS)
tests_action_files_test_LDADD = $(ACTION) $(TEST_LIBS)
tests_action_token_test_SOURCES = %D%/token_test.c tests/expect.h
tests_action_token_test_CFLAGS = $(TEST_CFLAGS)
tests_action_token_test_LDADD = $(ACTION) $(TEST_LIBS)
tests_action_each_test_SOURCES = %D%/each_test.c tests/expect.h
tests_action_each_test_CFLAGS = $(TEST_CFLAGS)
tests_action_each_test_LDADD = $(ACTION) $(TEST_LIBS)
tests_action_batch_preview_test_SOURCES = %D%/batch_preview_test.c tests/expect.h
tests_action_batch_preview_test_CFLAGS = $(TEST_CFLAGS)
tests_action_batch_preview_test_LDADD = $(ACTION) $(TEST_LIBS)
tests_action_check_test_SOURCES = %D%/check_test.c tests/expect.h
tests_action_check_test_CFLAGS = $(TEST_CFLAGS)
tests_action_check_test_LDADD = $(ACTION) $(TEST_LIBS)
tests_action_facts_diff_test_SOURCES = %D%/facts_diff_test.c tests/expect.h
tests_action_facts_diff_test_CFLAGS = $(TEST_CFLAGS)
tests_action_facts_diff_test_LDADD = $(ACTION) $(TEST_LIBS)
tests_action_pairs_test_SOURCES = %D%/pairs_test.c $(LAB)
tests_action_pairs_test_CFLAGS = $(TEST_CFLAGS)
tests_action_pairs_test_LDADD = $(ACTION) $(TEST_LIBS)
tests_action_leaving_test_SOURCES = %D%/leaving_test.c $(LAB)
tests_action_leaving_test_CFLAGS = $(TEST_CFLAGS)
tests_action_leaving_test_LDADD = $(ACTION) $(TEST_LIBS)
tests_action_findings_test_SOURCES = %D%/findings_test.c $(LAB)
tests_action_findings_test_CFLAGS = $(TEST_CFLAGS)
tests_action_findings_test_LDADD = $(ACTION) $(TEST_LIBS)
tests_action_compare_test_SOURCES = %D%/compare_test.c $(LAB)
tests_action_compare_test_CFLAGS = $(TEST_CFLAGS)
tests_action_compare_test_LDADD = $(ACTION) $(TEST_LIBS)
tests_action_find_test_SOURCES = %D%/find_test.c tests/expect.h
tests_action_find_test_CFLAGS = $(TEST_CFLAGS)
tests_action_find_test_LDADD = $(ACTION) $(TEST_LIBS)
tests_action_fixes_test_SOURCES = %D%/fixes_test.c tests/expect.h
tests_action_fixes_test_CFLAGS = $(TEST_CFLAGS)
tests_action_fixes_test_LDADD = $(ACTION) $(TEST_LIBS)
tests_action_judge_test_SOURCES = %D%/judge_test.c tests/expect.h
tests_action_judge_test_CFLAGS = $(TEST_CFLAGS)
tests_action_judge_test_LDADD = $(ACTION) $(TEST_LIBS)
tests_action_moved_test_SOURCES = %D%/moved_test.c tests/expect.h
tests_action_moved_test_CFLAGS = $(TEST_CFLAGS)
tests_action_moved_test_LDADD = $(ACTION) $(TEST_LIBS)
tests_action_run_test_SOURCES = %D%/run_test.c tests/expect.h
tests_action_run_test_CFLAGS = $(TEST_CFLAGS)
tests_action_run_test_LDADD = $(ACTION) $(TEST_LIBS)
tests_action_undo_test_SOURCES = %D%/undo_test.c tests/expect.h
tests_action_undo_test_CFLAGS = $(TEST_CFLAGS)
tests_action_undo_test_LDADD = $(ACTION) $(TEST_LIBS)
tests_action_undo_offer_test_SOURCES = %D%/undo_offer_test.c tests/expect.h
tests_action_undo_offer_test_CFLAGS = $(TEST_CFLAGS)
tests_action_undo_offer_test_LDADD = $(ACTION) $(TEST_LIBS)
tests_action_verdict_test_SOURCES = %D%/verdict_test.c tests/expect.h
tests_action_verdict_test_CFLAGS = $(TEST_CFLAGS)
tests_action_verdict_test_LDADD = $(ACTION) $(TEST_LIBS)
tests_action_whole_test_SOURCES = %D%/whole_test.c tests/expect.h
tests_action_whole_test_CFLAGS = $(TEST_CFLAGS)
tests_action_whole_test_LDADD = $(ACTION) $(TEST_LIBS)

# The write verbs, scenarios and the demo.
VERBS_TESTS = tests/action/asset_write_test tests/action/demo_test \
	tests/action/own_write_test tests/action/project_set_test \
	tests/action/play_test tests/action/record_test \
	tests/action/scenario_test \
	tests/action/verbs_asset_test tests/action/verbs_people_test \
	tests/action/kill_test tests/action/session_test \
	tests/action/verify_test \
	tests/action/verbs_project_test tests/action/verbs_share_test \
	tests/action/write_file_test
check_PROGRAMS += $(VERBS_TESTS)
EXTRA_DIST += tests/action/undo_world.h tests/action/verbs_world.h
tests_action_demo_test_SOURCES = %D%/demo_test.c tests/expect.h
tests_action_demo_test_CFLAGS = $(TEST_CFLAGS)
tests_action_demo_test_LDADD = $(ACTION) $(TEST_LIBS)
tests_action_play_test_SOURCES = %D%/play_test.c tests/expect.h
tests_action_play_test_CFLAGS = $(TEST_CFLAGS)
tests_action_play_test_LDADD = $(ACTION) $(TEST_LIBS)
tests_action_record_test_SOURCES = %D%/record_test.c tests/expect.h
tests_action_record_test_CFLAGS = $(TEST_CFLAGS)
tests_action_record_test_LDADD = $(ACTION) $(TEST_LIBS)
tests_action_scenario_test_SOURCES = %D%/scenario_test.c tests/expect.h
tests_action_scenario_test_CFLAGS = $(TEST_CFLAGS)
tests_action_scenario_test_LDADD = $(ACTION) $(TEST_LIBS)
tests_action_verbs_asset_test_SOURCES = %D%/verbs_asset_test.c tests/expect.h
tests_action_verbs_asset_test_CFLAGS = $(TEST_CFLAGS)
tests_action_verbs_asset_test_LDADD = $(ACTION) $(TEST_LIBS)
tests_action_verbs_people_test_SOURCES = %D%/verbs_people_test.c tests/expect.h
tests_action_verbs_people_test_CFLAGS = $(TEST_CFLAGS)
tests_action_verbs_people_test_LDADD = $(ACTION) $(TEST_LIBS)
tests_action_verbs_project_test_SOURCES = %D%/verbs_project_test.c tests/expect.h
tests_action_verbs_project_test_CFLAGS = $(TEST_CFLAGS)
tests_action_verbs_project_test_LDADD = $(ACTION) $(TEST_LIBS)
tests_action_verbs_share_test_SOURCES = %D%/verbs_share_test.c tests/expect.h
tests_action_verbs_share_test_CFLAGS = $(TEST_CFLAGS)
tests_action_verbs_share_test_LDADD = $(ACTION) $(TEST_LIBS)
tests_action_kill_test_SOURCES = %D%/kill_test.c %D%/kill_points.c \
	%D%/kill_points.h tests/expect.h
tests_action_kill_test_CFLAGS = $(TEST_CFLAGS)
tests_action_kill_test_LDADD = $(ACTION) $(TEST_LIBS)
tests_action_session_test_SOURCES = %D%/session_test.c tests/expect.h
tests_action_session_test_CFLAGS = $(TEST_CFLAGS)
tests_action_session_test_LDADD = $(ACTION) $(TEST_LIBS)
tests_action_verify_test_SOURCES = %D%/verify_test.c tests/expect.h
tests_action_verify_test_CFLAGS = $(TEST_CFLAGS)
tests_action_verify_test_LDADD = $(ACTION) $(TEST_LIBS)
tests_action_write_file_test_SOURCES = %D%/write_file_test.c tests/expect.h
tests_action_write_file_test_CFLAGS = $(TEST_CFLAGS)
tests_action_write_file_test_LDADD = $(ACTION) $(TEST_LIBS)
tests_action_asset_write_test_SOURCES = %D%/asset_write_test.c tests/expect.h
tests_action_asset_write_test_CFLAGS = $(TEST_CFLAGS)
tests_action_asset_write_test_LDADD = $(ACTION) $(TEST_LIBS)
tests_action_own_write_test_SOURCES = %D%/own_write_test.c tests/expect.h
tests_action_own_write_test_CFLAGS = $(TEST_CFLAGS)
tests_action_own_write_test_LDADD = $(ACTION) $(TEST_LIBS)
tests_action_project_set_test_SOURCES = %D%/project_set_test.c tests/expect.h
tests_action_project_set_test_CFLAGS = $(TEST_CFLAGS)
tests_action_project_set_test_LDADD = $(ACTION) $(TEST_LIBS)
tests_action_asset_stamp_test_SOURCES = %D%/asset_stamp_test.c tests/expect.h
tests_action_asset_stamp_test_CFLAGS = $(TEST_CFLAGS)
tests_action_asset_stamp_test_LDADD = $(ACTION) $(TEST_LIBS)
check_PROGRAMS += tests/action/vault_demo_test
tests_action_vault_demo_test_SOURCES = %D%/vault_demo_test.c tests/expect.h
tests_action_vault_demo_test_CFLAGS = $(TEST_CFLAGS)
tests_action_vault_demo_test_LDADD = $(ACTION) $(TEST_LIBS)
