MODEL_TESTS = tests/model/level_test tests/model/edit_test \
	tests/model/edit_field_test tests/model/edit_past_test \
	tests/model/file_test tests/model/csv_folder_test \
	tests/model/value_test tests/model/json_memory_test \
	tests/model/kind_fields_test tests/model/check_test \
	tests/model/roster_test \
	tests/model/provider_manifest_test
check_PROGRAMS += $(MODEL_TESTS)
tests_model_json_memory_test_SOURCES = %D%/json_memory_test.c
tests_model_json_memory_test_CFLAGS = $(TEST_CFLAGS)
tests_model_json_memory_test_LDADD = $(MODEL) $(TEST_LIBS)
tests_model_level_test_SOURCES = %D%/level_test.c
tests_model_level_test_CFLAGS = $(TEST_CFLAGS)
tests_model_level_test_LDADD = $(MODEL) $(TEST_LIBS)
tests_model_edit_test_SOURCES = %D%/edit_test.c
tests_model_edit_test_CFLAGS = $(TEST_CFLAGS)
tests_model_edit_test_LDADD = $(MODEL) $(TEST_LIBS)
tests_model_edit_field_test_SOURCES = %D%/edit_field_test.c
tests_model_edit_field_test_CFLAGS = $(TEST_CFLAGS)
tests_model_edit_field_test_LDADD = $(MODEL) $(TEST_LIBS)
tests_model_edit_past_test_SOURCES = %D%/edit_past_test.c
tests_model_edit_past_test_CFLAGS = $(TEST_CFLAGS)
tests_model_edit_past_test_LDADD = $(MODEL) $(TEST_LIBS)
tests_model_file_test_SOURCES = %D%/file_test.c
tests_model_file_test_CFLAGS = $(TEST_CFLAGS)
tests_model_file_test_LDADD = $(MODEL) $(TEST_LIBS)
tests_model_csv_folder_test_SOURCES = %D%/csv_folder_test.c
tests_model_csv_folder_test_CFLAGS = $(TEST_CFLAGS)
tests_model_csv_folder_test_LDADD = $(MODEL) $(TEST_LIBS)
tests_model_value_test_SOURCES = %D%/value_test.c
tests_model_value_test_CFLAGS = $(TEST_CFLAGS)
tests_model_value_test_LDADD = $(MODEL) $(TEST_LIBS)
tests_model_kind_fields_test_SOURCES = %D%/kind_fields_test.c
tests_model_kind_fields_test_CFLAGS = $(TEST_CFLAGS)
tests_model_kind_fields_test_LDADD = $(MODEL) $(TEST_LIBS)
tests_model_provider_manifest_test_SOURCES = %D%/provider_manifest_test.c
tests_model_provider_manifest_test_CFLAGS = $(TEST_CFLAGS)
tests_model_provider_manifest_test_LDADD = $(MODEL) $(TEST_LIBS)
tests_model_check_test_SOURCES = %D%/check_test.c
tests_model_check_test_CFLAGS = $(TEST_CFLAGS)
tests_model_check_test_LDADD = $(MODEL) $(TEST_LIBS)
tests_model_roster_test_SOURCES = %D%/roster_test.c
tests_model_roster_test_CFLAGS = $(TEST_CFLAGS)
tests_model_roster_test_LDADD = $(MODEL) $(TEST_LIBS)
EXTRA_DIST += %D%/lists/bad.csv
EXTRA_DIST += %D%/lists/entra-bulk.csv
EXTRA_DIST += %D%/lists/entra-group-members.csv
EXTRA_DIST += %D%/lists/entra-group-template.csv
EXTRA_DIST += %D%/lists/entra-members.csv
EXTRA_DIST += %D%/lists/entra-users.csv
EXTRA_DIST += %D%/lists/excel-big-endian.txt
EXTRA_DIST += %D%/lists/excel-semicolon.csv
EXTRA_DIST += %D%/lists/excel-sep.csv
EXTRA_DIST += %D%/lists/excel-unicode.txt
EXTRA_DIST += %D%/lists/french.csv
EXTRA_DIST += %D%/lists/german.csv
EXTRA_DIST += %D%/lists/google-members.csv
EXTRA_DIST += %D%/lists/google-users.csv
EXTRA_DIST += %D%/lists/index.csv
EXTRA_DIST += %D%/lists/leavers-blocked.csv
EXTRA_DIST += %D%/lists/leavers-entra.csv
EXTRA_DIST += %D%/lists/leavers-google.csv
EXTRA_DIST += %D%/lists/leavers-okta.csv
EXTRA_DIST += %D%/lists/leavers-two.csv
EXTRA_DIST += %D%/lists/okta-people.csv
EXTRA_DIST += %D%/lists/slack-members.csv
EXTRA_DIST += %D%/lists/spanish.csv
EXTRA_DIST += %D%/lists/workers.csv
