/* dialog_people_test.c: people of a file that a directory or a spreadsheet wrote. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/tty/stores.h"

static const struct pty_options small = { .rows = 24, .cols = 80 };
static const struct pty_options large = { .rows = 40, .cols = 120 };
static const struct pty_options narrow = { .rows = 12, .cols = 40 };

/* The path of one of tests/model/lists, typed to its end. */
static void type_path(struct pty *pty, const char *name)
{
	char path[1024];

	snprintf(path, sizeof(path), "%s/tests/model/lists/%s<Enter>", getenv("srcdir_abs"),
		 name);
	keys(pty, path);
}

static const char *path_of(const char *name)
{
	static char path[1024];

	snprintf(path, sizeof(path), "%s/tests/model/lists/%s", getenv("srcdir_abs"), name);
	return path;
}

TEST(a_file_adds_people_as_the_command_does)
{
	const char *store = demo_store("people"), *cli = demo_store("people-cli");
	struct pty *pty = open_store(&small, store);
	int before = events(store);

	keys(pty, "4n<Tab><Tab><Tab><Enter>");
	shows(pty, "Add people of a file");
	type_path(pty, "okta-people.csv");
	shows(pty, "Add people of okta-people.csv");
	shows(pty, "2 people, UTF-8, parted by commas.");
	shows(pty, "ilse@acme.example  Ilse Duarte; in Finance, Product");
	shows(pty, "‹ E-mail     ›  ilse@acme.example");
	shows(pty, "3 more");
	shows(pty, "If you do it: 2 people gain");
	shows(pty, "+ Ilse Duarte");
	keys(pty, "<F9>");			/* who is not there yet has a name all the same */
	shows(pty, "Jo ");
	shows(pty, "Ilse Duarte");
	shows_not(pty, "somebody");
	keys(pty, "<Enter>");
	shows(pty, "is not there before it is saved.");
	keys(pty, "<Esc><F8>");
	shows(pty, "Saved: ");
	leave(pty);
	assert_int_equal(events(store), before + 1);
	MUST("--store", cli, "user", "add", "--file", path_of("okta-people.csv"), "--role",
	     "viewer");
	MUST("--store", store, "user", "show", "jo@acme.example");
	MUST("--store", cli, "user", "show", "ilse@acme.example");
}

/* It is no part of the file, and it is not lost with it. */
TEST(who_was_typed_before_waits_and_that_is_said)
{
	const char *store = demo_store("typed");
	struct pty *pty = open_store(&small, store);

	keys(pty, "4nana@new.example<Tab><Tab><Tab><Enter>");
	shows(pty, "Add people of a file");
	shows(pty, "Whom you typed is kept as a draft of Add people: after this, n adds them.");
	type_path(pty, "german.csv");
	shows(pty, "If you do it: 2 people gain");
	keys(pty, "<F8>");
	shows(pty, "Saved: ");
	keys(pty, "n");
	shows(pty, "[x] ana@new.example  new  added as Viewer");
	keys(pty, "<F8>");
	shows(pty, "Saved: ");
	/* Nor is a role of the file's page a draft of the other. */
	keys(pty, "n<Tab><Tab><Tab><Enter>");
	shows_not(pty, "kept as a draft");
	leave(pty);
	MUST("--store", store, "user", "show", "ana@new.example");
}

TEST(what_nobody_has_seen_is_not_saved)
{
	const char *store = demo_store("people-unseen");
	struct pty *pty = open_store(&small, store);
	int before = events(store);

	keys(pty, "4n<Tab><Tab><Tab><Enter>");
	shows(pty, "Add people of a file");
	keys(pty, path_of("okta-people.csv"));
	keys(pty, "<F8>");
	shows(pty, "F8 again does it.");
	shows(pty, "Add people of okta-people.csv");
	shows(pty, "If you do it: 2 people gain");
	assert_int_equal(events(store), before);
	keys(pty, "<F8>");
	shows(pty, "Saved: ");
	leave(pty);
	assert_int_equal(events(store), before + 1);
}

TEST(what_a_column_was_taken_for_is_changed_by_hand)
{
	const char *store = demo_store("column");
	struct pty *pty = open_store(&large, store);

	keys(pty, "4n<Tab><Tab><Tab><Enter>");
	type_path(pty, "okta-people.csv");
	shows(pty, "‹ Groups     ›  Finance;Product");
	/* File, who is in it, role, then the columns: first names are none now. */
	keys(pty, "<Tab><Tab><Tab><Tab>");
	cursor_on(pty, "firstName");
	keys(pty, "<Enter>not<Enter>");
	shows(pty, "ilse@acme.example  Duarte; in Finance, Product");
	/* The login is taken for the address: the column of addresses is none. */
	keys(pty, "<S-Tab>");
	cursor_on(pty, "login");
	keys(pty, "<Enter>e-mail<Enter>");
	shows(pty, "What is wrong: 2 lines");
	shows(pty, "E-mail \"jo.h\" is not of the form name@domain");
	shows(pty, "email        ‹ not used   ›");
	keys(pty, "<F8>");
	shows(pty, "Not saved: ");
	leave(pty);
}

TEST(who_is_suspended_there_is_shown_and_the_column_changed_by_hand)
{
	const char *store = demo_store("suspended");
	struct pty *pty = open_store(&large, store);

	keys(pty, "4n<Tab><Tab><Tab><Enter>");
	type_path(pty, "leavers-okta.csv");
	shows(pty, "jo@acme.example    suspended there; Jo Holm; in Fin");
	shows(pty, "‹ Status     ›  PASSWORD_EXPIRED");
	shows(pty, "1 is suspended there and not added: jo@acme.example (line");
	shows(pty, "1 is suspended there and active here, left alone:");
	keys(pty, "<Tab><Tab><Tab><Tab><Tab><Tab><Tab>");
	cursor_on(pty, "status");
	keys(pty, "<Enter>not<Enter>");
	shows_not(pty, "suspended there");
	leave(pty);
}

/* Who can still come in here is not below the edge, nor missing when it is done. */
TEST(who_is_suspended_there_and_active_here_stands_first)
{
	const char *store = demo_store("leavers");
	struct pty *pty = open_store(&small, store);

	keys(pty, "4n<Tab><Tab><Tab><Enter>");
	type_path(pty, "leavers-okta.csv");
	row_shows(pty, 5, "bob@acme.example   suspended there, active here; Bob Stein");
	shows(pty, "1 is suspended there and active here: bob@acme.example. Would add");
	keys(pty, "<F8>");
	shows(pty, "Saved: 1 is suspended there and active here: bob@acme.example.");
	leave(pty);
}

TEST(guests_and_rows_that_are_no_people_are_shown)
{
	const char *store = demo_store("guests");
	struct pty *pty = open_store(&large, store);

	keys(pty, "4n<Tab><Tab><Tab><Enter>");
	type_path(pty, "entra-group-members.csv");
	shows(pty, "3 people, UTF-8, parted by commas. 2 left out.");
	shows(pty, "Jo Holm; Guest there");
	shows(pty, "userPrincipalName  ‹ Login      ›");
	shows(pty, "objectType         ‹ Kind       ›  User");
	shows(pty, "1 is a Guest there, and so here: jo@elsewhere.example");
	keys(pty, "<Tab><Tab><Tab>");
	cursor_on(pty, "userPrincipalName");
	keys(pty, "<Enter>");
	shows(pty, "now; the address of who has no other");
	shows(pty, "a person, a guest, a group, a device");
	keys(pty, "<Esc>");
	leave(pty);
}

/* A status that is none is put aside by hand. */
TEST(a_status_that_is_none_stops_until_it_is_put_aside)
{
	const char *store = demo_store("workers");
	struct pty *pty = open_store(&small, store);

	keys(pty, "4n<Tab><Tab><Tab><Enter>");
	type_path(pty, "workers.csv");
	shows(pty, "column \"Status\" looks like a status");
	keys(pty, "<F8>");
	shows(pty, "Not saved: ");
	keys(pty, "<Tab><Tab><Tab><Tab><Tab><Tab>");
	cursor_on(pty, "Status");
	keys(pty, "<Enter>not<Enter>");
	shows_not(pty, "looks like a status");
	shows(pty, "If you do it: 2 people gain");
	keys(pty, "<F8>");
	shows(pty, "Saved: ");
	leave(pty);
}

/* One that is not to count is put aside, the other stays. */
TEST(each_column_of_a_status_is_shown)
{
	const char *store = demo_store("two");
	struct pty *pty = open_store(&large, store);

	keys(pty, "4n<Tab><Tab><Tab><Enter>");
	type_path(pty, "leavers-two.csv");
	shows(pty, "jo@acme.example    suspended there; Jo Holm");
	shows(pty, "Status       ‹ Status     ›  Active");
	shows(pty, "Deactivated  ‹ Status     ›  TRUE");
	shows(pty, "1 is suspended there and active here, left alone:");
	keys(pty, "<Tab><Tab><Tab><Tab><Tab>");
	cursor_on(pty, "Status");
	keys(pty, "<Enter>not<Enter>");
	shows_not(pty, "jo@acme.example    suspended there");
	shows(pty, "1 is suspended there and active here, left alone:");
	/* And taken again, beside the other. */
	keys(pty, "<Enter>status<Enter>");
	shows(pty, "▌ Status▐      ‹ Status     ›  Active");
	shows(pty, "Deactivated  ‹ Status     ›  TRUE");
	shows(pty, "jo@acme.example    suspended there; Jo Holm");
	leave(pty);
}

TEST(all_that_is_wrong_is_listed)
{
	const char *store = demo_store("wrong");
	struct pty *pty = open_store(&large, store);
	int before = events(store);

	keys(pty, "4n<Tab><Tab><Tab><Enter>");
	type_path(pty, "bad.csv");
	shows(pty, "What is wrong: 9 lines");
	shows(pty, "line 6   Role \"chief\" is no role");
	shows(pty, "line 7   Groups \"No Such Group\" is no group here");
	shows(pty, "It cannot be saved like this");
	keys(pty, "<F8>");
	shows(pty, "Not saved: ");
	leave(pty);
	assert_int_equal(events(store), before);
}

TEST(a_group_takes_who_is_here)
{
	const char *store = demo_store("members"), *cli = demo_store("members-cli");
	struct pty *pty = open_store(&small, store);

	keys(pty, "4o/product<Enter>e<Tab><Tab><Tab><Enter>");
	shows(pty, "Add people of a file to Product");
	type_path(pty, "entra-members.csv");
	shows(pty, "‹ E-mail   ›  dana@acme.example");
	shows(pty, "parted by semicolons");
	keys(pty, "<F8>");
	shows(pty, "Product");
	leave(pty);
	MUST("--store", cli, "group", "add", "Product", "--file",
	     path_of("entra-members.csv"));
	same_stores(store, cli);
}

/* What is found begins with what is typed; a folder is gone into. */
TEST(files_are_found_by_the_beginning_of_their_path)
{
	const char *store = demo_store("find");
	struct pty *pty = open_store(&small, store);
	char path[1024];

	keys(pty, "4n<Tab><Tab><Tab><Enter>");
	snprintf(path, sizeof(path), "%s/tests/model/li<Enter>", getenv("srcdir_abs"));
	keys(pty, path);
	shows(pty, "Add people of a file");
	keys(pty, "goo");
	shows(pty, "google-members.csv");
	shows(pty, "google-users.csv");
	shows_not(pty, "okta-people.csv");
	keys(pty, "<Down><Enter>");
	shows(pty, "Add people of google-users.csv");
	keys(pty, "nothing-of-this");
	shows(pty, "no match for");
	keys(pty, "<Esc><Esc>");
	shows_not(pty, "Draft kept");
	leave(pty);
}

TEST(a_file_that_changed_meanwhile_is_read_anew)
{
	const char *store = demo_store("stale");
	struct pty *pty = open_store(&small, store);
	char path[1024], typed[1100];
	FILE *file;

	snprintf(path, sizeof(path), "%s.csv", store);
	file = fopen(path, "w");
	assert_non_null(file);
	fputs("email\nfirst@new.example\n", file);
	fclose(file);
	keys(pty, "4n<Tab><Tab><Tab><Enter>");
	snprintf(typed, sizeof(typed), "%s<Enter>", path);
	keys(pty, typed);
	shows(pty, "first@new.example");
	file = fopen(path, "a");
	assert_non_null(file);
	fputs("second@new.example\n", file);
	fclose(file);
	keys(pty, "<F8>");
	shows(pty, "Not saved: the file was changed meanwhile");
	shows(pty, "2 people, UTF-8");
	keys(pty, "<F8>");
	shows(pty, "Saved: ");
	leave(pty);
	assert_int_equal(remove(path), 0);
}

TEST(forty_columns_are_enough)
{
	const char *store = demo_store("narrow");
	struct pty *pty = open_store(&narrow, store);

	keys(pty, "4n<Tab><Tab><Tab><Enter>");
	type_path(pty, "excel-unicode.txt");
	shows(pty, "2 people, UTF-16, parted by tabs.");
	shows(pty, "2 people gain");
	keys(pty, "<F8>");
	shows(pty, "Saved: ");
	leave(pty);
}

RUN(CASE(a_file_adds_people_as_the_command_does),
    CASE(who_was_typed_before_waits_and_that_is_said),
    CASE(what_nobody_has_seen_is_not_saved),
    CASE(what_a_column_was_taken_for_is_changed_by_hand),
    CASE(who_is_suspended_there_is_shown_and_the_column_changed_by_hand),
    CASE(who_is_suspended_there_and_active_here_stands_first),
    CASE(guests_and_rows_that_are_no_people_are_shown),
    CASE(a_status_that_is_none_stops_until_it_is_put_aside),
    CASE(each_column_of_a_status_is_shown),
    CASE(all_that_is_wrong_is_listed), CASE(a_group_takes_who_is_here),
    CASE(files_are_found_by_the_beginning_of_their_path),
    CASE(a_file_that_changed_meanwhile_is_read_anew), CASE(forty_columns_are_enough))
