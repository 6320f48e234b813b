/* open_test.c: making, opening and refusing stores; the settings. */
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "store/page/page_sum.h"
#include "tests/store/world.h"

static void expect_refusal(const char *path, enum store_mode mode,
			   enum error_kind kind, const char *code)
{
	struct error err;
	struct store *store = store_open(path, mode, &err);

	assert_null(store);
	if (strcmp(err.code, code) != 0)
		fail_msg("%s instead of %s: %s", err.code, code, err.text);
	assert_int_equal(err.kind, kind);
	assert_null(strchr(err.text, '\n'));
}

TEST(a_new_store_is_private_and_says_who_made_it)
{
	struct world world;
	struct error err;
	struct stat st;
	uint32_t uid;

	world_begin(&world);
	world.store = store_create(world.path, "ada", true, &err);
	assert_non_null(world.store);
	assert_int_equal(revision_of(world.store), 0);
	assert_string_equal(store_operator(world.store), "ada");
	assert_string_equal(store_path(world.store), world.path);
	assert_true(store_demo(world.store));
	assert_false(store_readonly(world.store));
	assert_true(store_owner_uid(world.store, &uid));
	assert_int_equal(uid, geteuid());
	assert_int_equal(stat(world.path, &st), 0);
	assert_int_equal(st.st_mode & 07777, 0600);
	assert_int_not_equal(stat(beside(&world, ".lock"), &st), 0);
	GOOD(commit_sql(world.store, "UPDATE workspace SET plan = 'team'",
			&err));
	assert_int_equal(stat(beside(&world, ".lock"), &st), 0);
	assert_int_equal(st.st_mode & 07777, 0600);
	store_close(world.store);
	world.store = store_open(world.path, STORE_WRITE, &err);
	assert_non_null(world.store);
	assert_string_equal(store_operator(world.store), "ada");
	assert_true(store_demo(world.store));
	world_end(&world);
}

TEST(missing_folders_are_made_for_the_owner_only)
{
	struct world world;
	char path[192], folder[160];
	struct error err;
	struct stat st;

	world_begin(&world);
	snprintf(folder, sizeof(folder), "%s/share/gatehouse", world.folder);
	snprintf(path, sizeof(path), "%s/w.db", folder);
	world.store = store_create(path, "ada", false, &err);
	assert_non_null(world.store);
	assert_int_equal(stat(folder, &st), 0);
	assert_int_equal(st.st_mode & 07777, 0700);
	world_end(&world);
}

TEST(what_is_there_is_not_made_again)
{
	struct world world;
	struct error err;

	world_open(&world);
	assert_null(store_create(world.path, "eve", false, &err));
	assert_int_equal(err.kind, ERROR_CONFLICT);
	assert_same(world.store, &world.facts);
	world_end(&world);
}

TEST(a_new_store_holds_the_defaults)
{
	struct world world;
	struct facts facts;
	struct error err;

	world_begin(&world);
	world.store = store_create(world.path, "ada", false, &err);
	assert_non_null(world.store);
	facts_init(&facts);
	assert_same(world.store, &facts);
	facts_release(&facts);
	world_end(&world);
}

/* Not through connect_check: that could be wrong itself. */
TEST(every_setting_holds)
{
	const struct { const char *sql; int64_t want; } all[] = {
		{ "PRAGMA synchronous", 2 }, { "PRAGMA foreign_keys", 1 },
		{ "PRAGMA recursive_triggers", 1 }, { "PRAGMA secure_delete", 1 },
		{ "PRAGMA trusted_schema", 0 }, { "PRAGMA temp_store", 2 },
		{ "PRAGMA wal_autocheckpoint", 0 },
		{ "PRAGMA cell_size_check", 1 }, { "PRAGMA busy_timeout", 2000 },
		{ "PRAGMA application_id", STORE_APPLICATION },
		{ "PRAGMA user_version", migrate_latest() }, { "PRAGMA writable_schema", 0 },
		{ "SELECT journal_mode = 'wal' FROM pragma_journal_mode", 1 },
	};
	struct world world;
	struct error err;

	world_open(&world);
	lift_guard(world.store);
	for (size_t i = 0; i < COUNT_OF(all); i++)
		if (number_of(world.store, all[i].sql) != all[i].want)
			fail_msg("%s: %lld", all[i].sql,
				 (long long)number_of(world.store, all[i].sql));
	GOOD(connect_check(world.store, &err));
	GOOD(sql_script(world.store, &err, "PRAGMA synchronous = NORMAL"));
	assert_false(connect_check(world.store, &err));
	assert_string_equal(err.code, "STORE_SETTING");
	world_end(&world);
}

TEST(the_missing_and_the_foreign_are_named)
{
	struct world world;
	FILE *file;

	world_begin(&world);
	expect_refusal(world.path, STORE_READ, ERROR_NOT_FOUND, "STORE_MISSING");
	expect_refusal("/nowhere/at/all.db", STORE_WRITE, ERROR_NOT_FOUND,
		       "STORE_MISSING");
	expect_refusal(world.folder, STORE_WRITE, ERROR_STORE, "STORE_FOREIGN");
	file = fopen(world.path, "w");
	assert_non_null(file);
	fclose(file);
	expect_refusal(world.path, STORE_WRITE, ERROR_STORE, "STORE_FOREIGN");
	file = fopen(world.path, "w");
	assert_non_null(file);
	for (int i = 0; i < 500; i++)
		fputs("id,email,name,role\n", file);
	fclose(file);
	expect_refusal(world.path, STORE_WRITE, ERROR_STORE, "STORE_FOREIGN");
	assert_int_equal(unlink(world.path), 0);
	raw_sql(world.path, "CREATE TABLE users (id TEXT)");
	expect_refusal(world.path, STORE_WRITE, ERROR_STORE, "STORE_FOREIGN");
	assert_int_equal(unlink(world.path), 0);
	assert_int_equal(mkfifo(world.path, 0600), 0);
	expect_refusal(world.path, STORE_READ, ERROR_STORE, "STORE_FOREIGN");
	world_end(&world);
}

TEST(a_link_is_refused_and_a_linked_folder_is_not)
{
	struct world world;
	char folder[160], path[192];
	struct error err;
	struct store *store;

	world_open(&world);
	assert_int_equal(symlink(world.path, beside(&world, "-link")), 0);
	expect_refusal(beside(&world, "-link"), STORE_READ, ERROR_STORE,
		       "STORE_LINK");
	snprintf(folder, sizeof(folder), "%s/door", world.folder);
	assert_int_equal(symlink(world.folder, folder), 0);
	snprintf(path, sizeof(path), "%s/w.db", folder);
	store = store_open(path, STORE_READ, &err);
	assert_non_null(store);
	assert_same(store, &world.facts);
	store_close(store);
	world_end(&world);
}

TEST(a_newer_store_is_refused)
{
	struct world world;
	char sql[48];

	world_open(&world);
	store_close(world.store);
	world.store = NULL;
	snprintf(sql, sizeof(sql), "PRAGMA user_version = %d",
		 migrate_latest() + 1);
	raw_sql(world.path, sql);
	expect_refusal(world.path, STORE_WRITE, ERROR_STORE, "STORE_NEWER");
	expect_refusal(world.path, STORE_READ, ERROR_STORE, "STORE_NEWER");
	world_end(&world);
}

TEST(other_tables_are_damage)
{
	static const char *const changes[] = {
		"DROP TRIGGER events_stay", "DROP INDEX secret_name",
		"CREATE TABLE extra (n)", "DROP TABLE vault_values",
		"ALTER TABLE groups ADD COLUMN more TEXT",
		"PRAGMA user_version = 2", "PRAGMA user_version = 0",
	};
	struct world world;
	struct error err;
	struct store *store;

	world_open(&world);
	store_close(world.store);
	world.store = NULL;
	for (size_t i = 0; i < COUNT_OF(changes); i++) {
		copy_file(world.path, beside(&world, ".2"));
		store = store_open(beside(&world, ".2"), STORE_WRITE, &err);
		assert_non_null(store);
		store_close(store);
		raw_sql(beside(&world, ".2"), changes[i]);
		expect_refusal(beside(&world, ".2"), STORE_WRITE, ERROR_STORE,
			       "STORE_DAMAGED");
	}
	world_end(&world);
}

/* Cut and spoiled files are refused, or what is read is right. */
TEST(damage_is_a_refusal_or_the_right_answer)
{
	struct world world;
	struct error err;
	struct facts facts;
	struct store *store;
	struct stat st;
	unsigned refused = 0, seed = 7;
	unsigned char bad;
	int fd;

	world_open(&world);
	store_close(world.store);
	world.store = NULL;
	assert_int_equal(stat(world.path, &st), 0);
	for (int i = 0; i < 300; i++) {
		copy_file(world.path, beside(&world, ".2"));
		fd = open(beside(&world, ".2"), O_RDWR | O_CLOEXEC);
		seed = seed * 1103515245u + 12345u;
		bad = (unsigned char)(seed >> 16);
		if (i % 10 == 0)
			assert_int_equal(ftruncate(fd, st.st_size * i / 300), 0);
		else
			assert_int_equal(pwrite(fd, &bad, 1, (off_t)((seed >> 8) %
				(unsigned)st.st_size)), 1);
		close(fd);
		store = store_open(beside(&world, ".2"), STORE_READ, &err);
		facts_init(&facts);
		if (!store || !store_load(store, &facts, &err)) {
			refused++;
			if (err.kind != ERROR_STORE)
				fail_msg("%d: %s", i, err.text);
		}
		facts_release(&facts);
		store_close(store);
		unlink(beside(&world, ".2-wal"));
		unlink(beside(&world, ".2-shm"));
	}
	assert_true(refused >= 30);
	world_end(&world);
}

/* Another letter in a name hangs together as well as the right one: found by the sum of
 * its page, as is a page in the place of another. */
TEST(a_page_that_was_not_written_so_is_damage)
{
	struct world world;
	struct error err;
	struct stat st;
	char *bytes, *at, page[PAGE_SIZE];
	int fd;

	world_open(&world);
	assert_true(page_sum_there(world.store->db));
	store_close(world.store);
	world.store = NULL;
	assert_int_equal(stat(world.path, &st), 0);
	bytes = malloc((size_t)st.st_size);
	fd = open(world.path, O_RDWR | O_CLOEXEC);
	assert_int_equal(read(fd, bytes, (size_t)st.st_size), st.st_size);
	at = memmem(bytes, (size_t)st.st_size, "Tides", 5);
	assert_non_null(at);
	assert_int_equal(pwrite(fd, "t", 1, at - bytes), 1);
	expect_refusal(world.path, STORE_READ, ERROR_STORE, "STORE_DAMAGED");
	assert_null(store_open(world.path, STORE_READ, &err));
	assert_non_null(strstr(err.text, "is not as it was written: its sum does not hold"));
	assert_int_equal(pwrite(fd, "T", 1, at - bytes), 1);
	world.store = store_open(world.path, STORE_READ, &(struct error){ 0 });
	assert_non_null(world.store);
	store_close(world.store);
	world.store = NULL;
	memcpy(page, bytes + (at - bytes) / PAGE_SIZE * PAGE_SIZE, PAGE_SIZE);
	assert_int_equal(pwrite(fd, page, PAGE_SIZE, st.st_size - PAGE_SIZE), PAGE_SIZE);
	expect_refusal(world.path, STORE_READ, ERROR_STORE, "STORE_DAMAGED");
	close(fd);
	free(bytes);
	world_end(&world);
}

/* The tables of a store in a file whose pages leave no room, as earlier versions made it:
 * one statement of SQLite after another. */
static void copy_tables(sqlite3 *db, const char *select)
{
	sqlite3_stmt *stmt;
	char *said = NULL;

	assert_int_equal(sqlite3_prepare_v2(db, select, -1, &stmt, NULL), SQLITE_OK);
	while (sqlite3_step(stmt) == SQLITE_ROW)
		if (sqlite3_exec(db, (const char *)sqlite3_column_text(stmt, 0), NULL, NULL,
				 &said) != SQLITE_OK)
			fail_msg("%s", said);
	assert_int_equal(sqlite3_finalize(stmt), SQLITE_OK);
}

static void make_sumless(const struct world *world, const char *path)
{
	char sql[300];
	sqlite3 *db;

	assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
	snprintf(sql, sizeof(sql), "ATTACH '%s' AS new; PRAGMA foreign_keys = OFF;"
		 "PRAGMA application_id = %d; PRAGMA user_version = %d", world->path,
		 STORE_APPLICATION, migrate_latest());
	assert_int_equal(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK);
	copy_tables(db, "SELECT sql FROM new.sqlite_schema WHERE type = 'table' AND "
		    "name NOT LIKE 'sqlite%'");
	copy_tables(db, "SELECT 'INSERT INTO ' || name || ' SELECT * FROM new.' || name "
		    "FROM new.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'");
	copy_tables(db, "SELECT sql FROM new.sqlite_schema WHERE type <> 'table' AND "
		    "sql IS NOT NULL ORDER BY type");
	assert_int_equal(sqlite3_exec(db, "PRAGMA journal_mode = WAL", NULL, NULL, NULL),
			 SQLITE_OK);
	assert_int_equal(sqlite3_close(db), SQLITE_OK);
	assert_int_equal(chmod(path, 0600), 0);
}

/* One of an earlier version: its pages leave no room, and are read as they are. */
TEST(a_store_without_sums_is_read_and_written)
{
	struct world world;
	struct error err;

	world_open(&world);
	store_close(world.store);
	make_sumless(&world, beside(&world, ".old"));
	world.store = store_open(beside(&world, ".old"), STORE_WRITE, &err);
	if (!world.store)
		fail_msg("%s", err.text);
	assert_false(page_sum_there(world.store->db));
	assert_same(world.store, &world.facts);
	GOOD(commit_sql(world.store, "UPDATE workspace SET name = 'Old'", &err));
	GOOD(store_backup(world.store, beside(&world, ".copy"), &err));
	store_close(world.store);
	world.store = store_open(beside(&world, ".copy"), STORE_READ, &err);
	assert_non_null(world.store);
	assert_false(page_sum_there(world.store->db));
	world_end(&world);
}

/* ---- reading only --------------------------------------------------------------- */

/* Run as somebody whom modes bind; the result of the child is ours. */
static void unprivileged(void (*work)(struct world *world), struct world *world)
{
	pid_t pid;
	int status;

	fflush(NULL);
	pid = fork();
	assert_true(pid >= 0);
	if (pid == 0) {
		if (geteuid() == 0 && (setgid(65534) != 0 || setuid(65534) != 0))
			_exit(90);
		work(world);
		_exit(0);
	}
	assert_int_equal(waitpid(pid, &status, 0), pid);
	if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
		fail_msg("the child ended with %x", (unsigned)status);
}

static void give_away(struct world *world)
{
	if (geteuid() != 0)
		return;
	assert_int_equal(chown(world->folder, 65534, 65534), 0);
	assert_int_equal(chown(world->path, 65534, 65534), 0);
	(void)!chown(beside(world, "-wal"), 65534, 65534);
	(void)!chown(beside(world, "-shm"), 65534, 65534);
	(void)!chown(beside(world, ".lock"), 65534, 65534);
	(void)!chown(beside(world, ".checkpoints"), 65534, 65534);
}

#define CHILD(condition, status) do { \
	if (!(condition)) \
		_exit(status); \
} while (0)

static void reads_and_does_not_write(struct world *world)
{
	struct error err = { 0 };
	struct facts facts;
	struct store *store = store_open(world->path, STORE_WRITE, &err);

	CHILD(store, 1);
	CHILD(store_readonly(store), 2);
	facts_init(&facts);
	CHILD(store_load(store, &facts, &err), 3);
	CHILD(facts.n_users == 5, 4);
	facts_release(&facts);
	CHILD(!store_begin(store, &err), 5);
	CHILD(strcmp(err.code, "STORE_READONLY") == 0, 6);
	store_close(store);
}

static void is_told_of_the_wal(struct world *world)
{
	struct error err = { 0 };

	CHILD(!store_open(world->path, STORE_READ, &err), 1);
	CHILD(strcmp(err.code, "STORE_WAL") == 0, 2);
}

static void may_not_read(struct world *world)
{
	struct error err = { 0 };

	CHILD(!store_open(world->path, STORE_READ, &err), 1);
	CHILD(err.kind == ERROR_STORE, 2);
}

TEST(without_rights_to_write_it_is_read)
{
	struct world world;

	world_open(&world);
	store_close(world.store);
	world.store = NULL;
	give_away(&world);
	assert_int_equal(chmod(world.path, 0400), 0);
	unprivileged(reads_and_does_not_write, &world);
	assert_int_equal(chmod(world.folder, 0500), 0);
	unprivileged(reads_and_does_not_write, &world);
	assert_int_equal(chmod(world.path, 0600), 0);
	unprivileged(reads_and_does_not_write, &world);
	assert_int_equal(chmod(world.path, 0000), 0);
	unprivileged(may_not_read, &world);
	assert_int_equal(chmod(world.folder, 0700), 0);
	world_end(&world);
}

TEST(a_wal_in_a_folder_of_others_is_named)
{
	struct world world;

	world_open(&world);
	copy_file(world.path, beside(&world, ".2"));
	copy_file(beside(&world, "-wal"), beside(&world, ".2-wal"));
	snprintf(world.path, sizeof(world.path), "%s/w.db.2", world.folder);
	give_away(&world);
	assert_int_equal(chmod(world.folder, 0500), 0);
	unprivileged(is_told_of_the_wal, &world);
	assert_int_equal(chmod(world.folder, 0700), 0);
	world_end(&world);
}

TEST(who_asked_to_read_cannot_write)
{
	struct world world;
	struct error err;
	struct store *store;

	world_open(&world);
	store = store_open(world.path, STORE_READ, &err);
	assert_non_null(store);
	assert_true(store_readonly(store));
	assert_false(store_begin(store, &err));
	assert_false(sql_script(store, &err, "DELETE FROM providers"));
	assert_string_equal(err.code, "STORE_READONLY");
	assert_same(store, &world.facts);
	store_close(store);
	world_end(&world);
}

TEST(the_last_to_close_leaves_one_file)
{
	struct world world;
	struct error err;
	struct store *store;

	world_open(&world);
	store = store_open(world.path, STORE_READ, &err);
	assert_non_null(store);
	assert_same(store, &world.facts);
	store_close(world.store);
	world.store = NULL;
	assert_int_equal(access(beside(&world, "-wal"), F_OK), 0);
	store_close(store);
	assert_int_equal(access(beside(&world, "-wal"), F_OK), -1);
	assert_int_equal(access(beside(&world, "-shm"), F_OK), -1);
	world_end(&world);
}

/* ---- older versions -------------------------------------------------------------- */

static void is_told_of_the_age(struct world *world)
{
	struct error err = { 0 };

	CHILD(!store_open(world->path, STORE_WRITE, &err), 1);
	CHILD(strcmp(err.code, "STORE_OLDER") == 0, 2);
}

static void make_old(struct store *old, struct world *world, int version)
{
	struct error err;

	*old = (struct store){ .lock = -1, .watch = -1, .watched = -1,
			       .making = -1 };
	GOOD(place_new(old, world->path, &err));
	close(open(world->path, O_CREAT | O_WRONLY | O_CLOEXEC, 0600));
	GOOD(connect_open(old, &err));
	GOOD(migrate_run(old, 0, version, &err));
	raw_sql(world->path, "INSERT INTO origin "
		"(n, operator, demo) VALUES (1, 'ada', 0);"
		"INSERT INTO workspace (n, name, plan, share_to_web, api_access, "
		"show_secret_values, token_max_days, default_n) VALUES "
		"(1, 'Old', 'team', 1, 1, 1, 30, NULL)");
}

TEST(every_older_version_is_brought_up_to_date)
{
	struct world world;
	struct error err;
	struct store old;
	struct store *store;

	for (int from = 1; from < migrate_latest(); from++) {
		world_begin(&world);
		make_old(&old, &world, from);
		sqlite3_close(old.db);
		arena_release(&old.text);
		give_away(&world);
		assert_int_equal(chmod(world.path, 0400), 0);
		unprivileged(is_told_of_the_age, &world);
		assert_int_equal(chmod(world.path, 0600), 0);
		store = store_open(world.path, from == 1 ? STORE_READ :
				   STORE_WRITE, &err);
		if (!store)
			fail_msg("%d: %s", from, err.text);
		assert_int_equal(number_of(store, "PRAGMA user_version"),
				 migrate_latest());
		assert_int_equal(number_of(store, "SELECT name = 'Old' "
					   "FROM workspace"), 1);
		store_close(store);
		store = store_open(world.path, STORE_WRITE, &err);
		assert_non_null(store);
		GOOD(commit_sql(store, "UPDATE workspace SET name = 'New'",
				&err));
		store_close(store);
		world_end(&world);
	}
}

/* A maker who was somebody of the workspace has no right to come back by. */
TEST(an_older_store_remembers_its_operator)
{
	static const struct { const char *sql; bool ended; } all[] = {
		{ "SELECT 1", false },
		{ "INSERT INTO users VALUES (1, 'u', 'a@x', 'a@x', '', 'ada', "
		  "'viewer', 0, 0)", true },
		{ "INSERT INTO users VALUES (1, 'u', 'a@x', 'a@x', '', 'eve', "
		  "'admin', 1, 0)", true },
		{ "INSERT INTO users VALUES (1, 'u', 'a@x', 'a@x', '', 'eve', "
		  "'editor', 1, 0)", false },
		{ "INSERT INTO events VALUES (1, 1, 'o', 'a@x', NULL, 'ada', NULL, "
		  "NULL, 'v', '', '', '[]', zeroblob(32), zeroblob(32))", true },
		{ "INSERT INTO events VALUES (1, 1, 'o', 'operator:ada', NULL, "
		  "'ada', NULL, NULL, 'v', '', '', '[]', zeroblob(32), "
		  "zeroblob(32))", false },
	};
	struct world world;
	struct error err;
	struct store old;

	for (size_t i = 0; i < COUNT_OF(all); i++) {
		world_begin(&world);
		make_old(&old, &world, 3);
		raw_sql(world.path, all[i].sql);
		sqlite3_close(old.db);
		arena_release(&old.text);
		world.store = store_open(world.path, STORE_WRITE, &err);
		if (!world.store)
			fail_msg("%s", err.text);
		if (store_operator_ended(world.store) != all[i].ended)
			fail_msg("%s", all[i].sql);
		world_end(&world);
	}
}

RUN(CASE(a_new_store_is_private_and_says_who_made_it),
    CASE(missing_folders_are_made_for_the_owner_only),
    CASE(what_is_there_is_not_made_again),
    CASE(a_new_store_holds_the_defaults),
    CASE(every_setting_holds),
    CASE(the_missing_and_the_foreign_are_named),
    CASE(a_link_is_refused_and_a_linked_folder_is_not),
    CASE(a_newer_store_is_refused),
    CASE(other_tables_are_damage),
    CASE(damage_is_a_refusal_or_the_right_answer),
    CASE(a_page_that_was_not_written_so_is_damage),
    CASE(a_store_without_sums_is_read_and_written),
    CASE(without_rights_to_write_it_is_read),
    CASE(a_wal_in_a_folder_of_others_is_named),
    CASE(who_asked_to_read_cannot_write),
    CASE(the_last_to_close_leaves_one_file),
    CASE(every_older_version_is_brought_up_to_date),
    CASE(an_older_store_remembers_its_operator))
