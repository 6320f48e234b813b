/* console_live_test.c: what providers and buckets have is chosen from lists that fill
 * while one types; nobody waits for a service that hangs. */
#include "tests/tty/stand.h"

static const struct pty_options small = { .rows = 24, .cols = 80 },
	tiny = { .rows = 10, .cols = 40 };

#define LIST_HEAD "{\"plan\":[\"connect\",\"auth\",\"list\"]}\n" STAND_OK("connect") \
	STAND_OK("auth")
#define LIST_END STAND_OK("list") STAND_DONE
#define REPO(n, name) "{\"row\":{\"id\":\"" n "\",\"name\":\"acme-analytics/" name \
	"\",\"default_branch\":\"main\",\"private\":true}}\n"
#define REF(kind, name) "{\"row\":{\"kind\":\"" kind "\",\"name\":\"" name \
	"\",\"commit\":\"4ed7209aa0b1c2d3e4f5061728394a5b6c7d8e9f\"}}\n"

static const char repos[] = LIST_HEAD REPO("1", "dashboards") REPO("2", "etl-core")
	REPO("3", "etl-jobs") LIST_END;

/* Tab until the field has the cursor. */
static void go_to(struct pty *pty, const char *label)
{
	int i;

	for (i = 0; i < 30; i++) {
		if (strstr(pty_row(pty, cursor_row(pty)), label))
			return;
		keys(pty, "<Tab>");
	}
	cursor_on(pty, label);
}

static void unlock(struct pty *pty)
{
	shows(pty, "Your passphrase");
	keys(pty, STAND_WORDS "<Enter>");
	assert_true(pty_await(pty, "UNLOCKED"));
}

TEST(a_repository_and_its_ref_are_chosen)
{
	const char *store = stand_store("choose");
	struct pty *pty;
	char *letter, *all;

	stand_says("repos", repos);
	stand_says("refs", LIST_HEAD REF("branch", "main") REF("tag", "v2.4.0") LIST_END);
	pty = stand_open(&small, store);
	keys(pty, "3/ml-utils<Enter>e");
	go_to(pty, "List repositories");
	keys(pty, "<Enter>");
	unlock(pty);
	go_to(pty, "List repositories");
	keys(pty, "<Enter>");
	assert_true(pty_await(pty, "3 of 3"));
	shows(pty, "Repositories of acme-analytics");
	shows(pty, "private");
	keys(pty, "etl");
	shows(pty, "2 of 3");
	shows_not(pty, "dashboards");
	keys(pty, " JOBS");			/* all words, whatever their case */
	shows(pty, "1 of 3");
	is_fresh(pty);
	keys(pty, "<Enter>");
	shows(pty, "[acme-analytics/etl-jobs");
	cursor_on(pty, "Repository");
	go_to(pty, "List branches and tags");
	keys(pty, "<Enter>");
	assert_true(pty_await(pty, "2 of 2"));
	shows(pty, "Branches and tags of acme-analytics/etl-jobs");
	shows(pty, "4ed7209");
	keys(pty, "<Down><Enter>");
	shows(pty, "[v2.4.0");
	shows(pty, "pinned");			/* it said that it is a tag */
	keys(pty, "<F8>");
	shows(pty, "Saved: Changed the Git package ml-utils");
	leave(pty);
	all = dump(store);
	assert_non_null(strstr(all, "acme-analytics/etl-jobs"));
	free(all);
	letter = stand_letter("refs");
	assert_non_null(strstr(letter, "\"repository\":\"acme-analytics/etl-jobs\""));
	free(letter);
}

TEST(what_cannot_be_listed_says_why_and_is_typed)
{
	const char *store = stand_store("fails");
	struct pty *pty;

	stand_says("repos", LIST_HEAD "{\"step\":\"list\",\"status\":\"fail\",\"reason\":"
		   "\"rate-limited\",\"detail\":\"until 18:00\",\"ms\":1}\n" STAND_DONE);
	pty = stand_open(&small, store);
	keys(pty, "3/ml-utils<Enter>e");
	go_to(pty, "List repositories");
	keys(pty, "<Enter>");
	unlock(pty);
	go_to(pty, "List repositories");
	keys(pty, "<Enter>");
	assert_true(pty_await(pty, "Not listed:"));
	shows(pty, "until 18:00");
	shows(pty, "Do this:");
	assert_true(says_in_all(pty, "where it can be typed by hand"));
	stand_says("repos", repos);
	keys(pty, "<Enter>");			/* tries again */
	assert_true(pty_await(pty, "3 of 3"));
	shows_not(pty, "Not listed");
	keys(pty, "<Esc>");
	shows(pty, "Edit ml-utils");
	go_to(pty, "Repository");
	keys(pty, "<C-u>acme-analytics/by-hand");
	shows(pty, "[acme-analytics/by-hand");
	leave(pty);
}

TEST(a_service_that_hangs_hangs_no_key)
{
	const char *store = stand_store("hangs");
	struct pty *pty;
	int i;

	stand_says("repos", LIST_HEAD REPO("1", "dashboards"));
	stand_hangs(true);
	pty = stand_open(&tiny, store);
	keys(pty, ": provider repos pr-github<Enter>");
	keys(pty, STAND_WORDS "<Enter>");
	assert_true(pty_await(pty, "1 so far"));
	for (i = 0; i < 10; i++)
		keys(pty, "ds<Backspace><Backspace>");	/* each is answered */
	keys(pty, "dash");
	shows(pty, "dashboards");
	is_fresh(pty);
	keys(pty, "<Esc>");			/* the filter */
	keys(pty, "<Esc>");			/* and the list, with its courier */
	shows_not(pty, "so far");
	stand_hangs(false);
	leave(pty);
}

TEST(a_bucket_is_walked_and_a_file_imported)
{
	const char *store = stand_store("bucket");
	struct pty *pty;
	char *letter, *all;

	stand_shell("files edit a-s3 --field access_key_id=AKIA1234567890123456 --value-fd secret_access_key=4 "
		    "--passphrase-fd 3 3<$WORDS 4<$TOKEN", store);
	stand_says("browse", "{\"plan\":[\"connect\",\"list\"]}\n" STAND_OK("connect")
		   "{\"row\":{\"key\":\"raw/\",\"size\":null,\"modified\":null,\"folder\":true}}\n"
		   "{\"row\":{\"key\":\"raw/2026/\",\"folder\":true}}\n"
		   "{\"row\":{\"key\":\"raw/orders.csv\",\"size\":\"3145728\",\"modified\":"
		   "\"2026-11-28T18:00:00Z\",\"folder\":false}}\n" LIST_END);
	pty = stand_open(&small, store);
	keys(pty, "3/s3 lake<Enter>b");
	keys(pty, STAND_WORDS "<Enter>");
	assert_true(pty_await(pty, "3 of 3"));
	shows(pty, "Files of S3 lake");
	keys(pty, "<Enter>");			/* into raw/ */
	assert_true(pty_await(pty, "In    raw/"));
	assert_true(pty_await(pty, "2 of 3"));	/* itself is no row of it */
	shows(pty, "3.0 MB");
	shows(pty, "2026-11-28 18:00");
	letter = stand_letter("browse");
	assert_non_null(strstr(letter, "\"prefix\":\"raw/\""));
	free(letter);
	keys(pty, "<Backspace>");
	assert_true(pty_await(pty, "3 of 3"));
	shows(pty, "In    /");
	keys(pty, "<Enter>");
	assert_true(pty_await(pty, "2 of 3"));
	keys(pty, "<Down> ");			/* imports orders.csv */
	shows(pty, "Import the file");
	keys(pty, "legacy");
	shows(pty, "not: it is archived or in the trash");
	keys(pty, "<C-u>revenue mod<Enter>");
	shows(pty, "raw/orders.csv");
	keys(pty, "<F8>");
	keys(pty, "y");
	leave(pty);
	all = dump(store);
	assert_non_null(strstr(all, "raw/orders.csv"));
	free(all);
}

RUN(CASE(a_repository_and_its_ref_are_chosen),
    CASE(what_cannot_be_listed_says_why_and_is_typed),
    CASE(a_service_that_hangs_hangs_no_key),
    CASE(a_bucket_is_walked_and_a_file_imported))
