# The driver: a program in a pseudo terminal, its screen read through libvterm.
check_LIBRARIES += tests/tty/libpty.a
tests_tty_libpty_a_SOURCES = \
	%D%/pty.c %D%/pty_keys.c %D%/pty_screen.c %D%/pty_svg.c \
	%D%/pty_tally.c \
	%D%/pty.h %D%/pty_priv.h %D%/tally.h
tests_tty_libpty_a_CFLAGS = $(AM_CFLAGS) $(VTERM_CFLAGS)
PTY_LIBS = tests/tty/libpty.a $(VTERM_LIBS) -lutil

# Loaded into the program whose writes are counted: a library whatever hardens and
# watches the programs.
EXTRA_PROGRAMS += tests/tty/tally.so
CLEANFILES += tests/tty/tally.so
tests_tty_tally_so_SOURCES = %D%/tally.c %D%/tally.h
tests_tty_tally_so_CFLAGS = $(STRICT_CFLAGS) -fPIC
tests_tty_tally_so_LDFLAGS = -shared

# No tests themselves: a console to play with, and a camera.
EXTRA_PROGRAMS += tests/tty/toy tests/tty/shoot
CLEANFILES += tests/tty/toy$(EXEEXT) tests/tty/shoot$(EXEEXT)
tests_tty_toy_SOURCES = %D%/toy.c
tests_tty_toy_LDADD = $(UI) $(CURSES_LIBS) $(UTF8PROC_LIBS)
tests_tty_shoot_SOURCES = %D%/shoot.c
tests_tty_shoot_LDADD = $(PTY_LIBS)

check_PROGRAMS += tests/tty/frame_test
tests_tty_frame_test_SOURCES = %D%/frame_test.c %D%/toyrun.h
tests_tty_frame_test_CFLAGS = $(TEST_CFLAGS)
tests_tty_frame_test_LDADD = $(PTY_LIBS) $(TEST_LIBS)
EXTRA_tests_tty_frame_test_DEPENDENCIES = tests/tty/toy$(EXEEXT) tests/tty/tally.so

check_PROGRAMS += tests/tty/death_test
tests_tty_death_test_SOURCES = %D%/death_test.c %D%/toyrun.h
tests_tty_death_test_CFLAGS = $(TEST_CFLAGS)
tests_tty_death_test_LDADD = $(PTY_LIBS) $(TEST_LIBS)
EXTRA_tests_tty_death_test_DEPENDENCIES = tests/tty/toy$(EXEEXT)

check_PROGRAMS += tests/tty/driver_test
tests_tty_driver_test_SOURCES = %D%/driver_test.c %D%/toyrun.h
tests_tty_driver_test_CFLAGS = $(TEST_CFLAGS)
tests_tty_driver_test_LDADD = $(PTY_LIBS) $(TEST_LIBS)
EXTRA_tests_tty_driver_test_DEPENDENCIES = tests/tty/toy$(EXEEXT) tests/tty/tally.so

# The real program in its console.
if POSTGRES
CHECK_TTY = tests/tty/console_check_test
else
CHECK_TTY =
endif
CONSOLE_TESTS = tests/tty/console_walk_test \
	tests/tty/console_panel_test \
	tests/tty/console_play_test \
	tests/tty/console_record_test \
	tests/tty/console_asset_panel_test \
	tests/tty/console_history_test \
	tests/tty/console_whatif_test \
	tests/tty/console_keys_test \
	tests/tty/console_ask_test \
	tests/tty/console_palette_test \
	tests/tty/console_death_test \
	tests/tty/console_lost_test \
	tests/tty/console_cost_test \
	tests/tty/golden_test \
	tests/tty/console_look_test \
	tests/tty/console_both_test \
	tests/tty/console_noise_test \
	tests/tty/console_theme_test \
	tests/tty/console_truth_test \
	tests/tty/console_harm_test \
	tests/tty/console_names_test \
	tests/tty/console_hands_test \
	tests/tty/console_bulk_test tests/tty/console_whole_test \
	tests/tty/vault_prompt_test tests/tty/console_vault_test $(CHECK_TTY) \
	tests/tty/console_compare_test \
	tests/tty/console_past_test \
	tests/tty/console_requests_test \
	tests/tty/console_marked_test \
	tests/tty/console_mouse_test \
	tests/tty/console_counts_test \
	tests/tty/console_rows_test \
	tests/tty/console_seen_test tests/tty/console_acting_test \
	tests/tty/console_one_hand_test \
	tests/tty/console_refusal_test \
	tests/tty/console_hints_test tests/tty/console_arrows_test \
	tests/tty/console_back_test \
	tests/tty/console_fold_test \
	tests/tty/console_silent_test tests/tty/console_cut_test \
	tests/tty/console_receipt_test tests/tty/console_layout_test \
	tests/tty/console_keymap_test \
	tests/tty/console_moved_test \
	tests/tty/newcomer_test tests/tty/keys_of_tasks_test \
	tests/tty/console_live_test tests/tty/console_sign_in_test \
	tests/tty/console_verbs_test
check_LIBRARIES += tests/tty/libconsole.a
tests_tty_libconsole_a_SOURCES = %D%/console.c %D%/console.h \
	%D%/keycount.c %D%/keycount.h \
	%D%/stores.c %D%/stores.h
tests_tty_libconsole_a_CFLAGS = $(TEST_CFLAGS) $(VTERM_CFLAGS)
CONSOLE = tests/tty/libconsole.a $(PTY_LIBS) $(TEST_LIBS)
CONSOLE_PROGRAM = src/gatehouse$(EXEEXT)
# What a dialog would do, beside it.
check_PROGRAMS += tests/tty/dialog_beside_test
tests_tty_dialog_beside_test_SOURCES = %D%/dialog_beside_test.c
tests_tty_dialog_beside_test_CFLAGS = $(TEST_CFLAGS)
tests_tty_dialog_beside_test_LDADD = $(CONSOLE)
EXTRA_tests_tty_dialog_beside_test_DEPENDENCIES = $(CONSOLE_PROGRAM) tests/tty/tally.so
check_PROGRAMS += tests/tty/deed_test
tests_tty_deed_test_SOURCES = %D%/deed_test.c
tests_tty_deed_test_CFLAGS = $(TEST_CFLAGS)
tests_tty_deed_test_LDADD = $(CONSOLE)
EXTRA_tests_tty_deed_test_DEPENDENCIES = $(CONSOLE_PROGRAM)

# Sharing, importing, projects.
check_PROGRAMS += tests/tty/dialog_share_test
tests_tty_dialog_share_test_SOURCES = %D%/dialog_share_test.c
tests_tty_dialog_share_test_CFLAGS = $(TEST_CFLAGS)
tests_tty_dialog_share_test_LDADD = $(CONSOLE)
EXTRA_tests_tty_dialog_share_test_DEPENDENCIES = $(CONSOLE_PROGRAM)
check_PROGRAMS += tests/tty/dialog_import_test
tests_tty_dialog_import_test_SOURCES = %D%/dialog_import_test.c
tests_tty_dialog_import_test_CFLAGS = $(TEST_CFLAGS)
tests_tty_dialog_import_test_LDADD = $(CONSOLE)
EXTRA_tests_tty_dialog_import_test_DEPENDENCIES = $(CONSOLE_PROGRAM)
check_PROGRAMS += tests/tty/dialog_people_test
tests_tty_dialog_people_test_SOURCES = %D%/dialog_people_test.c
tests_tty_dialog_people_test_CFLAGS = $(TEST_CFLAGS)
tests_tty_dialog_people_test_LDADD = $(CONSOLE)
EXTRA_tests_tty_dialog_people_test_DEPENDENCIES = $(CONSOLE_PROGRAM)
check_PROGRAMS += tests/tty/dialog_plain_test
tests_tty_dialog_plain_test_SOURCES = %D%/dialog_plain_test.c
tests_tty_dialog_plain_test_CFLAGS = $(TEST_CFLAGS)
tests_tty_dialog_plain_test_LDADD = $(CONSOLE)
EXTRA_tests_tty_dialog_plain_test_DEPENDENCIES = $(CONSOLE_PROGRAM)
check_PROGRAMS += tests/tty/dialog_project_test
tests_tty_dialog_project_test_SOURCES = %D%/dialog_project_test.c
tests_tty_dialog_project_test_CFLAGS = $(TEST_CFLAGS)
tests_tty_dialog_project_test_LDADD = $(CONSOLE)
EXTRA_tests_tty_dialog_project_test_DEPENDENCIES = $(CONSOLE_PROGRAM)
check_PROGRAMS += $(CONSOLE_TESTS)
tests_tty_console_walk_test_SOURCES = %D%/console_walk_test.c
tests_tty_console_walk_test_CFLAGS = $(TEST_CFLAGS)
tests_tty_console_walk_test_LDADD = $(CONSOLE)
EXTRA_tests_tty_console_walk_test_DEPENDENCIES = $(CONSOLE_PROGRAM)
tests_tty_console_one_hand_test_SOURCES = %D%/console_one_hand_test.c
tests_tty_console_one_hand_test_CFLAGS = $(TEST_CFLAGS)
tests_tty_console_one_hand_test_LDADD = $(CONSOLE)
EXTRA_tests_tty_console_one_hand_test_DEPENDENCIES = $(CONSOLE_PROGRAM)
tests_tty_console_play_test_SOURCES = %D%/console_play_test.c
tests_tty_console_play_test_CFLAGS = $(TEST_CFLAGS)
tests_tty_console_play_test_LDADD = $(CONSOLE)
EXTRA_tests_tty_console_play_test_DEPENDENCIES = $(CONSOLE_PROGRAM)
tests_tty_console_record_test_SOURCES = %D%/console_record_test.c
tests_tty_console_record_test_CFLAGS = $(TEST_CFLAGS)
tests_tty_console_record_test_LDADD = $(CONSOLE)
EXTRA_tests_tty_console_record_test_DEPENDENCIES = $(CONSOLE_PROGRAM)
tests_tty_console_panel_test_SOURCES = %D%/console_panel_test.c
tests_tty_console_panel_test_CFLAGS = $(TEST_CFLAGS)
tests_tty_console_panel_test_LDADD = $(CONSOLE)
EXTRA_tests_tty_console_panel_test_DEPENDENCIES = $(CONSOLE_PROGRAM)
tests_tty_console_asset_panel_test_SOURCES = %D%/console_asset_panel_test.c
tests_tty_console_asset_panel_test_CFLAGS = $(TEST_CFLAGS)
tests_tty_console_asset_panel_test_LDADD = $(CONSOLE)
EXTRA_tests_tty_console_asset_panel_test_DEPENDENCIES = $(CONSOLE_PROGRAM)
tests_tty_console_history_test_SOURCES = %D%/console_history_test.c
tests_tty_console_history_test_CFLAGS = $(TEST_CFLAGS)
tests_tty_console_history_test_LDADD = $(CONSOLE)
EXTRA_tests_tty_console_history_test_DEPENDENCIES = $(CONSOLE_PROGRAM)
tests_tty_console_whatif_test_SOURCES = %D%/console_whatif_test.c
tests_tty_console_whatif_test_CFLAGS = $(TEST_CFLAGS)
tests_tty_console_whatif_test_LDADD = $(CONSOLE)
EXTRA_tests_tty_console_whatif_test_DEPENDENCIES = $(CONSOLE_PROGRAM)
tests_tty_console_keys_test_SOURCES = %D%/console_keys_test.c
tests_tty_console_keys_test_CFLAGS = $(TEST_CFLAGS)
tests_tty_console_keys_test_LDADD = $(CONSOLE)
EXTRA_tests_tty_console_keys_test_DEPENDENCIES = $(CONSOLE_PROGRAM)
tests_tty_console_ask_test_SOURCES = %D%/console_ask_test.c
tests_tty_console_ask_test_CFLAGS = $(TEST_CFLAGS)
tests_tty_console_ask_test_LDADD = $(CONSOLE)
EXTRA_tests_tty_console_ask_test_DEPENDENCIES = $(CONSOLE_PROGRAM)
tests_tty_console_palette_test_SOURCES = %D%/console_palette_test.c
tests_tty_console_palette_test_CFLAGS = $(TEST_CFLAGS)
tests_tty_console_palette_test_LDADD = $(CONSOLE)
EXTRA_tests_tty_console_palette_test_DEPENDENCIES = $(CONSOLE_PROGRAM)
tests_tty_console_lost_test_SOURCES = %D%/console_lost_test.c
tests_tty_console_lost_test_CFLAGS = $(TEST_CFLAGS)
tests_tty_console_lost_test_LDADD = $(CONSOLE)
EXTRA_tests_tty_console_lost_test_DEPENDENCIES = $(CONSOLE_PROGRAM)
tests_tty_console_death_test_SOURCES = %D%/console_death_test.c
tests_tty_console_death_test_CFLAGS = $(TEST_CFLAGS)
tests_tty_console_death_test_LDADD = $(CONSOLE)
EXTRA_tests_tty_console_death_test_DEPENDENCIES = $(CONSOLE_PROGRAM)
tests_tty_console_cost_test_SOURCES = %D%/console_cost_test.c
tests_tty_console_cost_test_CFLAGS = $(TEST_CFLAGS)
tests_tty_console_cost_test_LDADD = $(CONSOLE)
EXTRA_tests_tty_console_cost_test_DEPENDENCIES = $(CONSOLE_PROGRAM) tests/tty/tally.so
tests_tty_console_look_test_SOURCES = %D%/console_look_test.c
tests_tty_console_look_test_CFLAGS = $(TEST_CFLAGS)
tests_tty_console_look_test_LDADD = $(CONSOLE)
EXTRA_tests_tty_console_look_test_DEPENDENCIES = $(CONSOLE_PROGRAM)
tests_tty_console_both_test_SOURCES = %D%/console_both_test.c
tests_tty_console_both_test_CFLAGS = $(TEST_CFLAGS)
tests_tty_console_both_test_LDADD = tests/tty/libconsole.a $(PTY_LIBS) \
	$(ACTION) $(TEST_LIBS)
EXTRA_tests_tty_console_both_test_DEPENDENCIES = $(CONSOLE_PROGRAM)
tests_tty_console_theme_test_SOURCES = %D%/console_theme_test.c
tests_tty_console_theme_test_CFLAGS = $(TEST_CFLAGS)
tests_tty_console_theme_test_LDADD = tests/tty/libconsole.a $(PTY_LIBS) \
	$(ACTION) $(TEST_LIBS)
EXTRA_tests_tty_console_theme_test_DEPENDENCIES = $(CONSOLE_PROGRAM)
tests_tty_console_noise_test_SOURCES = %D%/console_noise_test.c
tests_tty_console_noise_test_CFLAGS = $(TEST_CFLAGS)
tests_tty_console_noise_test_LDADD = tests/tty/libconsole.a $(PTY_LIBS) \
	$(ACTION) $(TEST_LIBS)
EXTRA_tests_tty_console_noise_test_DEPENDENCIES = $(CONSOLE_PROGRAM)
tests_tty_console_truth_test_SOURCES = %D%/console_truth_test.c
tests_tty_console_truth_test_CFLAGS = $(TEST_CFLAGS)
tests_tty_console_truth_test_LDADD = $(CONSOLE)
EXTRA_tests_tty_console_truth_test_DEPENDENCIES = $(CONSOLE_PROGRAM)
tests_tty_console_harm_test_SOURCES = %D%/console_harm_test.c
tests_tty_console_harm_test_CFLAGS = $(TEST_CFLAGS)
tests_tty_console_harm_test_LDADD = $(CONSOLE)
EXTRA_tests_tty_console_harm_test_DEPENDENCIES = $(CONSOLE_PROGRAM)

tests_tty_console_names_test_SOURCES = %D%/console_names_test.c
tests_tty_console_names_test_CFLAGS = $(TEST_CFLAGS)
tests_tty_console_names_test_LDADD = $(CONSOLE)
EXTRA_tests_tty_console_names_test_DEPENDENCIES = $(CONSOLE_PROGRAM)
tests_tty_console_hands_test_SOURCES = %D%/console_hands_test.c
tests_tty_console_hands_test_CFLAGS = $(TEST_CFLAGS)
tests_tty_console_hands_test_LDADD = $(CONSOLE)
EXTRA_tests_tty_console_hands_test_DEPENDENCIES = $(CONSOLE_PROGRAM)
tests_tty_console_vault_test_SOURCES = %D%/console_vault_test.c
tests_tty_console_vault_test_CFLAGS = $(TEST_CFLAGS)
tests_tty_console_vault_test_LDADD = $(CONSOLE)
EXTRA_tests_tty_console_vault_test_DEPENDENCIES = $(CONSOLE_PROGRAM)
tests_tty_vault_prompt_test_SOURCES = %D%/vault_prompt_test.c
tests_tty_vault_prompt_test_CFLAGS = $(TEST_CFLAGS)
tests_tty_vault_prompt_test_LDADD = $(CONSOLE)
EXTRA_tests_tty_vault_prompt_test_DEPENDENCIES = $(CONSOLE_PROGRAM)
tests_tty_console_whole_test_SOURCES = %D%/console_whole_test.c
tests_tty_console_whole_test_CFLAGS = $(TEST_CFLAGS)
tests_tty_console_whole_test_LDADD = $(CONSOLE)
EXTRA_tests_tty_console_whole_test_DEPENDENCIES = $(CONSOLE_PROGRAM)
tests_tty_console_bulk_test_SOURCES = %D%/console_bulk_test.c
tests_tty_console_bulk_test_CFLAGS = $(TEST_CFLAGS)
tests_tty_console_bulk_test_LDADD = $(CONSOLE)
EXTRA_tests_tty_console_bulk_test_DEPENDENCIES = $(CONSOLE_PROGRAM)
tests_tty_console_requests_test_SOURCES = %D%/console_requests_test.c
tests_tty_console_requests_test_CFLAGS = $(TEST_CFLAGS)
tests_tty_console_requests_test_LDADD = $(CONSOLE)
EXTRA_tests_tty_console_requests_test_DEPENDENCIES = $(CONSOLE_PROGRAM)
tests_tty_console_past_test_SOURCES = %D%/console_past_test.c
tests_tty_console_past_test_CFLAGS = $(TEST_CFLAGS)
tests_tty_console_past_test_LDADD = $(CONSOLE)
EXTRA_tests_tty_console_past_test_DEPENDENCIES = $(CONSOLE_PROGRAM)
tests_tty_console_compare_test_SOURCES = %D%/console_compare_test.c
tests_tty_console_compare_test_CFLAGS = $(TEST_CFLAGS)
tests_tty_console_compare_test_LDADD = $(CONSOLE)
EXTRA_tests_tty_console_compare_test_DEPENDENCIES = $(CONSOLE_PROGRAM)
tests_tty_console_marked_test_SOURCES = %D%/console_marked_test.c
tests_tty_console_marked_test_CFLAGS = $(TEST_CFLAGS)
tests_tty_console_marked_test_LDADD = $(CONSOLE)
EXTRA_tests_tty_console_marked_test_DEPENDENCIES = $(CONSOLE_PROGRAM)
tests_tty_console_mouse_test_SOURCES = %D%/console_mouse_test.c
tests_tty_console_mouse_test_CFLAGS = $(TEST_CFLAGS)
tests_tty_console_mouse_test_LDADD = $(CONSOLE)
EXTRA_tests_tty_console_mouse_test_DEPENDENCIES = $(CONSOLE_PROGRAM)
tests_tty_console_counts_test_SOURCES = %D%/console_counts_test.c
tests_tty_console_counts_test_CFLAGS = $(TEST_CFLAGS)
tests_tty_console_counts_test_LDADD = $(CONSOLE)
EXTRA_tests_tty_console_counts_test_DEPENDENCIES = $(CONSOLE_PROGRAM)
tests_tty_console_rows_test_SOURCES = %D%/console_rows_test.c
tests_tty_console_rows_test_CFLAGS = $(TEST_CFLAGS)
tests_tty_console_rows_test_LDADD = $(CONSOLE)
EXTRA_tests_tty_console_rows_test_DEPENDENCIES = $(CONSOLE_PROGRAM)
tests_tty_newcomer_test_SOURCES = %D%/newcomer_test.c
tests_tty_newcomer_test_CFLAGS = $(TEST_CFLAGS)
tests_tty_newcomer_test_LDADD = $(CONSOLE)
EXTRA_tests_tty_newcomer_test_DEPENDENCIES = $(CONSOLE_PROGRAM)
tests_tty_keys_of_tasks_test_SOURCES = %D%/keys_of_tasks_test.c
tests_tty_keys_of_tasks_test_CFLAGS = $(TEST_CFLAGS)
tests_tty_keys_of_tasks_test_LDADD = $(CONSOLE)
EXTRA_tests_tty_keys_of_tasks_test_DEPENDENCIES = $(CONSOLE_PROGRAM)
tests_tty_console_receipt_test_SOURCES = %D%/console_receipt_test.c
tests_tty_console_receipt_test_CFLAGS = $(TEST_CFLAGS)
tests_tty_console_receipt_test_LDADD = $(CONSOLE)
EXTRA_tests_tty_console_receipt_test_DEPENDENCIES = $(CONSOLE_PROGRAM)
tests_tty_console_layout_test_SOURCES = %D%/console_layout_test.c
tests_tty_console_layout_test_CFLAGS = $(TEST_CFLAGS)
tests_tty_console_layout_test_LDADD = $(CONSOLE)
EXTRA_tests_tty_console_layout_test_DEPENDENCIES = $(CONSOLE_PROGRAM)
tests_tty_console_keymap_test_SOURCES = %D%/console_keymap_test.c
tests_tty_console_keymap_test_CFLAGS = $(TEST_CFLAGS)
tests_tty_console_keymap_test_LDADD = $(CONSOLE)
EXTRA_tests_tty_console_keymap_test_DEPENDENCIES = $(CONSOLE_PROGRAM)
tests_tty_console_moved_test_SOURCES = %D%/console_moved_test.c
tests_tty_console_moved_test_CFLAGS = $(TEST_CFLAGS)
tests_tty_console_moved_test_LDADD = $(CONSOLE)
EXTRA_tests_tty_console_moved_test_DEPENDENCIES = $(CONSOLE_PROGRAM)
tests_tty_console_silent_test_SOURCES = %D%/console_silent_test.c
tests_tty_console_silent_test_CFLAGS = $(TEST_CFLAGS)
tests_tty_console_silent_test_LDADD = $(CONSOLE)
EXTRA_tests_tty_console_silent_test_DEPENDENCIES = $(CONSOLE_PROGRAM)
tests_tty_console_cut_test_SOURCES = %D%/console_cut_test.c
tests_tty_console_cut_test_CFLAGS = $(TEST_CFLAGS)
tests_tty_console_cut_test_LDADD = $(CONSOLE)
EXTRA_tests_tty_console_cut_test_DEPENDENCIES = $(CONSOLE_PROGRAM)
tests_tty_console_back_test_SOURCES = %D%/console_back_test.c
tests_tty_console_back_test_CFLAGS = $(TEST_CFLAGS)
tests_tty_console_back_test_LDADD = $(CONSOLE)
EXTRA_tests_tty_console_back_test_DEPENDENCIES = $(CONSOLE_PROGRAM)
tests_tty_console_fold_test_SOURCES = %D%/console_fold_test.c
tests_tty_console_fold_test_CFLAGS = $(TEST_CFLAGS)
tests_tty_console_fold_test_LDADD = $(CONSOLE)
EXTRA_tests_tty_console_fold_test_DEPENDENCIES = $(CONSOLE_PROGRAM)
tests_tty_console_arrows_test_SOURCES = %D%/console_arrows_test.c
tests_tty_console_arrows_test_CFLAGS = $(TEST_CFLAGS)
tests_tty_console_arrows_test_LDADD = $(CONSOLE)
EXTRA_tests_tty_console_arrows_test_DEPENDENCIES = $(CONSOLE_PROGRAM)
tests_tty_console_hints_test_SOURCES = %D%/console_hints_test.c
tests_tty_console_hints_test_CFLAGS = $(TEST_CFLAGS)
tests_tty_console_hints_test_LDADD = $(CONSOLE)
EXTRA_tests_tty_console_hints_test_DEPENDENCIES = $(CONSOLE_PROGRAM)
tests_tty_console_verbs_test_SOURCES = %D%/console_verbs_test.c
tests_tty_console_verbs_test_CFLAGS = $(TEST_CFLAGS)
tests_tty_console_verbs_test_LDADD = $(CONSOLE)
EXTRA_tests_tty_console_verbs_test_DEPENDENCIES = $(CONSOLE_PROGRAM)
tests_tty_console_refusal_test_SOURCES = %D%/console_refusal_test.c
tests_tty_console_refusal_test_CFLAGS = $(TEST_CFLAGS)
tests_tty_console_refusal_test_LDADD = $(CONSOLE)
EXTRA_tests_tty_console_refusal_test_DEPENDENCIES = $(CONSOLE_PROGRAM)
tests_tty_console_acting_test_SOURCES = %D%/console_acting_test.c
tests_tty_console_acting_test_CFLAGS = $(TEST_CFLAGS)
tests_tty_console_acting_test_LDADD = $(CONSOLE)
EXTRA_tests_tty_console_acting_test_DEPENDENCIES = $(CONSOLE_PROGRAM)
tests_tty_console_seen_test_SOURCES = %D%/console_seen_test.c
tests_tty_console_seen_test_CFLAGS = $(TEST_CFLAGS)
tests_tty_console_seen_test_LDADD = $(CONSOLE)
EXTRA_tests_tty_console_seen_test_DEPENDENCIES = $(CONSOLE_PROGRAM)

# Groups with access, the default connection, deletions, assets.
check_PROGRAMS += tests/tty/dialog_access_test
tests_tty_dialog_access_test_SOURCES = %D%/dialog_access_test.c
tests_tty_dialog_access_test_CFLAGS = $(TEST_CFLAGS)
tests_tty_dialog_access_test_LDADD = $(CONSOLE)
EXTRA_tests_tty_dialog_access_test_DEPENDENCIES = $(CONSOLE_PROGRAM)
check_PROGRAMS += tests/tty/dialog_choose_test
tests_tty_dialog_choose_test_SOURCES = %D%/dialog_choose_test.c
tests_tty_dialog_choose_test_CFLAGS = $(TEST_CFLAGS)
tests_tty_dialog_choose_test_LDADD = $(CONSOLE)
EXTRA_tests_tty_dialog_choose_test_DEPENDENCIES = $(CONSOLE_PROGRAM)
check_PROGRAMS += tests/tty/dialog_default_test
tests_tty_dialog_default_test_SOURCES = %D%/dialog_default_test.c
tests_tty_dialog_default_test_CFLAGS = $(TEST_CFLAGS)
tests_tty_dialog_default_test_LDADD = $(CONSOLE)
EXTRA_tests_tty_dialog_default_test_DEPENDENCIES = $(CONSOLE_PROGRAM)
check_PROGRAMS += tests/tty/dialog_delete_test
tests_tty_dialog_delete_test_SOURCES = %D%/dialog_delete_test.c
tests_tty_dialog_delete_test_CFLAGS = $(TEST_CFLAGS)
tests_tty_dialog_delete_test_LDADD = $(CONSOLE)
EXTRA_tests_tty_dialog_delete_test_DEPENDENCIES = $(CONSOLE_PROGRAM)
check_PROGRAMS += tests/tty/kind_test
tests_tty_kind_test_SOURCES = %D%/kind_test.c
tests_tty_kind_test_CFLAGS = $(TEST_CFLAGS)
tests_tty_kind_test_LDADD = $(CONSOLE)
EXTRA_tests_tty_kind_test_DEPENDENCIES = $(CONSOLE_PROGRAM)
check_PROGRAMS += tests/tty/form_typed_test
tests_tty_form_typed_test_SOURCES = %D%/form_typed_test.c
tests_tty_form_typed_test_CFLAGS = $(TEST_CFLAGS)
tests_tty_form_typed_test_LDADD = $(CONSOLE)
EXTRA_tests_tty_form_typed_test_DEPENDENCIES = $(CONSOLE_PROGRAM)
check_PROGRAMS += tests/tty/dialog_asset_test
tests_tty_dialog_asset_test_SOURCES = %D%/dialog_asset_test.c
tests_tty_dialog_asset_test_CFLAGS = $(TEST_CFLAGS)
tests_tty_dialog_asset_test_LDADD = $(CONSOLE)
EXTRA_tests_tty_dialog_asset_test_DEPENDENCIES = $(CONSOLE_PROGRAM)
check_PROGRAMS += tests/tty/dialog_package_test
tests_tty_dialog_package_test_SOURCES = %D%/dialog_package_test.c
tests_tty_dialog_package_test_CFLAGS = $(TEST_CFLAGS)
tests_tty_dialog_package_test_LDADD = $(CONSOLE)
EXTRA_tests_tty_dialog_package_test_DEPENDENCIES = $(CONSOLE_PROGRAM)
check_PROGRAMS += tests/tty/dialog_files_test
tests_tty_dialog_files_test_SOURCES = %D%/dialog_files_test.c
tests_tty_dialog_files_test_CFLAGS = $(TEST_CFLAGS)
tests_tty_dialog_files_test_LDADD = $(CONSOLE)
EXTRA_tests_tty_dialog_files_test_DEPENDENCIES = $(CONSOLE_PROGRAM)
check_PROGRAMS += tests/tty/dialog_token_test
tests_tty_dialog_token_test_SOURCES = %D%/dialog_token_test.c
tests_tty_dialog_token_test_CFLAGS = $(TEST_CFLAGS)
tests_tty_dialog_token_test_LDADD = $(CONSOLE)
EXTRA_tests_tty_dialog_token_test_DEPENDENCIES = $(CONSOLE_PROGRAM)
check_PROGRAMS += tests/tty/dialog_provider_test
tests_tty_dialog_provider_test_SOURCES = %D%/dialog_provider_test.c
tests_tty_dialog_provider_test_CFLAGS = $(TEST_CFLAGS)
tests_tty_dialog_provider_test_LDADD = $(CONSOLE)
EXTRA_tests_tty_dialog_provider_test_DEPENDENCIES = $(CONSOLE_PROGRAM)
check_PROGRAMS += tests/tty/dialog_user_test
tests_tty_dialog_user_test_SOURCES = %D%/dialog_user_test.c
tests_tty_dialog_user_test_CFLAGS = $(TEST_CFLAGS)
tests_tty_dialog_user_test_LDADD = $(CONSOLE)
EXTRA_tests_tty_dialog_user_test_DEPENDENCIES = $(CONSOLE_PROGRAM)
check_PROGRAMS += tests/tty/dialog_leaving_test
tests_tty_dialog_leaving_test_SOURCES = %D%/dialog_leaving_test.c
tests_tty_dialog_leaving_test_CFLAGS = $(TEST_CFLAGS)
tests_tty_dialog_leaving_test_LDADD = $(CONSOLE)
EXTRA_tests_tty_dialog_leaving_test_DEPENDENCIES = $(CONSOLE_PROGRAM)
check_PROGRAMS += tests/tty/dialog_group_test
tests_tty_dialog_group_test_SOURCES = %D%/dialog_group_test.c
tests_tty_dialog_group_test_CFLAGS = $(TEST_CFLAGS)
tests_tty_dialog_group_test_LDADD = $(CONSOLE)
EXTRA_tests_tty_dialog_group_test_DEPENDENCIES = $(CONSOLE_PROGRAM)
check_PROGRAMS += tests/tty/dialog_frame_test
tests_tty_dialog_frame_test_SOURCES = %D%/dialog_frame_test.c
tests_tty_dialog_frame_test_CFLAGS = $(TEST_CFLAGS)
tests_tty_dialog_frame_test_LDADD = $(CONSOLE)
EXTRA_tests_tty_dialog_frame_test_DEPENDENCIES = $(CONSOLE_PROGRAM)
check_PROGRAMS += tests/tty/dialog_elsewhere_test
tests_tty_dialog_elsewhere_test_SOURCES = %D%/dialog_elsewhere_test.c
tests_tty_dialog_elsewhere_test_CFLAGS = $(TEST_CFLAGS)
tests_tty_dialog_elsewhere_test_LDADD = tests/tty/libconsole.a $(PTY_LIBS) \
	$(ACTION) $(TEST_LIBS)
EXTRA_tests_tty_dialog_elsewhere_test_DEPENDENCIES = $(CONSOLE_PROGRAM)

# Each screen as a picture; make golden draws them anew, to be read in the diff.
GOLDEN = leaves leave-together data-sources secrets integrations users groups projects why project \
	findings compare ladders copy palette help what-if provider-check \
	package-form pinned
EXTRA_DIST += $(GOLDEN:%=tests/tty/golden/%-80x24.txt) \
	$(GOLDEN:%=tests/tty/golden/%-120x40.txt)
tests_tty_golden_test_SOURCES = %D%/golden_test.c
tests_tty_golden_test_CFLAGS = $(TEST_CFLAGS)
tests_tty_golden_test_LDADD = $(CONSOLE)
EXTRA_tests_tty_golden_test_DEPENDENCIES = $(CONSOLE_PROGRAM)
golden: tests/tty/golden_test
	srcdir_abs=`cd $(top_srcdir) && pwd` builddir_abs=`pwd` \
		GATEHOUSE_GOLDEN=1 tests/tty/golden_test
.PHONY: golden

# For an evening: many more keys and commands than make check has time for, under
# the sanitizers if this build has them (configure --enable-sanitizers).
noise: src/gatehouse tests/tty/console_noise_test tests/action/batch_preview_test
	srcdir_abs=`cd $(top_srcdir) && pwd` builddir_abs=`pwd` \
		GATEHOUSE_NOISE=$${GATEHOUSE_NOISE-100000} \
		tests/tty/console_noise_test
	GATEHOUSE_COMMANDS=$${GATEHOUSE_COMMANDS-10000} \
		tests/action/batch_preview_test
.PHONY: noise
tests_tty_console_check_test_SOURCES = %D%/console_check_test.c tests/courier/server.c tests/courier/server.h
tests_tty_console_check_test_CFLAGS = $(TEST_CFLAGS)
tests_tty_console_check_test_LDADD = $(CONSOLE)
EXTRA_tests_tty_console_check_test_DEPENDENCIES = $(CONSOLE_PROGRAM)
tests_tty_console_live_test_SOURCES = %D%/console_live_test.c %D%/stand.h
tests_tty_console_live_test_CFLAGS = $(TEST_CFLAGS)
tests_tty_console_live_test_LDADD = $(CONSOLE)
EXTRA_tests_tty_console_live_test_DEPENDENCIES = $(CONSOLE_PROGRAM)
tests_tty_console_sign_in_test_SOURCES = %D%/console_sign_in_test.c %D%/stand.h
tests_tty_console_sign_in_test_CFLAGS = $(TEST_CFLAGS)
tests_tty_console_sign_in_test_LDADD = $(CONSOLE)
EXTRA_tests_tty_console_sign_in_test_DEPENDENCIES = $(CONSOLE_PROGRAM)
