/* strange_test.c: a store that is not as this program leaves one is refused by
 * name when it is opened, with a way out that can be walked. */
#include <fcntl.h>
#include <signal.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tests/store/world.h"

enum { FAR_USERS = 9000 };	/* a store that no quick check looks through */

/* Opened and read, as every start does. */
static bool opens(const char *path, struct error *err)
{
	struct store *store = store_open(path, STORE_WRITE, err);
	struct facts facts;
	bool good;

	if (!store)
		return false;
	facts_init(&facts);
	good = store_load(store, &facts, err);
	facts_release(&facts);
	store_close(store);
	return good;
}

static void refused(const char *path, const char *code, const char *words)
{
	struct error err = { 0 };

	if (opens(path, &err))
		fail_msg("opened: %s", words);
	assert_int_equal(error_exit_status(err.kind), 8);
	if (strcmp(err.code, code) != 0 || !strstr(err.text, words))
		fail_msg("%s, %s: %s %s", code, words, err.code, err.text);
	assert_true(*err.remedy);
}

static void begin(struct world *world)
{
	world_open(world);
	store_close(world->store);
	world->store = NULL;
}

/* A fresh copy of the sample that somebody has worked on by hand. */
static const char *spoiled(struct world *world, const char *sql)
{
	const char *path = beside(world, ".2");

	unlink(beside(world, ".2-wal"));
	unlink(beside(world, ".2-shm"));
	copy_file(world->path, path);
	raw_sql(path, sql);
	return path;
}

/* ---- names and neighbours ------------------------------------------------------ */

TEST(a_second_name_is_refused)
{
	struct world world;
	struct error err;

	begin(&world);
	assert_int_equal(link(world.path, beside(&world, ".2")), 0);
	refused(world.path, "STORE_LINKS", "second name");
	refused(beside(&world, ".2"), "STORE_LINKS", "second name");
	assert_int_equal(unlink(beside(&world, ".2")), 0);
	GOOD(opens(world.path, &err));
	world_end(&world);
}

/* A kill between the two names of a file that takes its place by a link. */
TEST(a_name_left_by_a_dead_maker_is_taken_away)
{
	struct world world;
	struct error err;

	begin(&world);
	assert_int_equal(link(world.path, beside(&world,
		".new-2147483646-AbCdEf")), 0);
	GOOD(opens(world.path, &err));
	assert_int_not_equal(access(beside(&world, ".new-2147483646-AbCdEf"),
				    F_OK), 0);
	world_end(&world);
}

TEST(what_lies_beside_must_be_of_the_store)
{
	static const char *const ends[] = { "-wal", "-shm", ".lock", "-journal" };
	struct world world;
	struct error err;
	const char *path;
	int fd;

	begin(&world);
	for (size_t i = 0; i < COUNT_OF(ends); i++) {
		path = beside(&world, ends[i]);
		unlink(path);
		assert_int_equal(symlink("nowhere", path), 0);
		refused(world.path, "STORE_BESIDE", "symbolic link");
		assert_int_equal(unlink(path), 0);
		assert_int_equal(mkdir(path, 0700), 0);
		refused(world.path, "STORE_BESIDE", "no plain file");
		assert_int_equal(rmdir(path), 0);
		fd = open(path, O_CREAT | O_WRONLY | O_CLOEXEC, 0600);
		assert_true(fd >= 0);
		close(fd);
		assert_int_equal(link(path, beside(&world, ".other")), 0);
		refused(world.path, "STORE_BESIDE", "second name");
		assert_int_equal(unlink(beside(&world, ".other")), 0);
		if (geteuid() == 0) {
			assert_int_equal(chown(path, 65534, 65534), 0);
			refused(world.path, "STORE_BESIDE", "owner");
		}
		assert_int_equal(unlink(path), 0);
		GOOD(opens(world.path, &err));
	}
	copy_file(world.path, beside(&world, "-journal"));
	refused(world.path, "STORE_BESIDE", "another program");
	world_end(&world);
}

/* Changes that wait beside a copy: the rest of a store in use. */
static void leave_wal(struct world *from, const char *sql, const char *wal)
{
	struct error err;

	from->store = store_open(from->path, STORE_WRITE, &err);
	assert_non_null(from->store);
	GOOD(commit_sql(from->store, sql, &err));
	copy_file(beside(from, "-wal"), wal);
	store_close(from->store);
	from->store = NULL;
}

TEST(the_changes_of_another_store_are_refused)
{
	struct world one, other;
	struct error err;
	struct stat st;

	begin(&one);
	begin(&other);
	leave_wal(&other, "UPDATE workspace SET name = 'Theirs'",
		  beside(&one, "-wal"));
	refused(one.path, "STORE_BESIDE", "changes of another");
	/* Nothing of it has come into the store. */
	assert_int_equal(stat(beside(&one, "-wal"), &st), 0);
	assert_true(st.st_size > 0);
	assert_int_equal(unlink(beside(&one, "-wal")), 0);
	unlink(beside(&one, "-shm"));
	GOOD(opens(one.path, &err));
	one.store = store_open(one.path, STORE_READ, &err);
	assert_same(one.store, &one.facts);
	world_end(&other);
	world_end(&one);
}

/* What a kill has left beside a store is its own. */
TEST(the_changes_of_the_store_itself_are_read)
{
	struct world world;
	struct error err;

	begin(&world);
	copy_file(world.path, beside(&world, ".2"));
	leave_wal(&world, "UPDATE workspace SET name = 'Ours'",
		  beside(&world, ".2-wal"));
	GOOD(opens(beside(&world, ".2"), &err));
	world.store = store_open(beside(&world, ".2"), STORE_READ, &err);
	assert_non_null(world.store);
	assert_int_equal(number_of(world.store, "SELECT name = 'Ours' "
				   "FROM workspace"), 1);
	world_end(&world);
}

/* An older state of the file below the changes of a newer one. */
TEST(a_newer_state_below_older_changes_is_refused)
{
	struct world world;
	struct error err;

	begin(&world);
	leave_wal(&world, "UPDATE workspace SET name = 'Two'",
		  beside(&world, ".old"));
	world.store = store_open(world.path, STORE_WRITE, &err);
	assert_non_null(world.store);
	GOOD(commit_sql(world.store, "UPDATE workspace SET name = 'Three'",
			&err));
	store_close(world.store);
	world.store = NULL;
	copy_file(beside(&world, ".old"), beside(&world, "-wal"));
	refused(world.path, "STORE_BESIDE", "another state");
	world_end(&world);
}

/* ---- what is in it -------------------------------------------------------------- */

#define UNRULED "PRAGMA ignore_check_constraints = 1;" \
	"PRAGMA foreign_keys = 0; PRAGMA writable_schema = 1;"
/* The same table without its rules, under the words of the ruled one. */
#define TWO_WORKSPACES UNRULED \
	"INSERT INTO workspace (n, name, plan, share_to_web, api_access, " \
	"show_secret_values, token_max_days, default_n) " \
	"SELECT 2, name, plan, share_to_web, api_access, " \
	"show_secret_values, token_max_days, default_n FROM workspace"

TEST(one_row_each_or_none_at_all)
{
	struct world world;

	begin(&world);
	refused(spoiled(&world, TWO_WORKSPACES), "STORE_DAMAGED", "workspace");
	refused(spoiled(&world, UNRULED "DELETE FROM workspace"),
		"STORE_DAMAGED", "workspace");
	refused(spoiled(&world, UNRULED "DELETE FROM origin"),
		"STORE_DAMAGED", "origin");
	refused(spoiled(&world, UNRULED "DELETE FROM last_admin"),
		"STORE_DAMAGED", "last_admin");
	world_end(&world);
}

#define PLANT "PRAGMA writable_schema = 1; INSERT INTO sqlite_schema VALUES "

/* A planted trigger could give somebody everything at the next change. */
TEST(planted_rules_of_any_name_are_refused)
{
	static const char *const names[] = { "evil", "sqlite_evil",
		"sqlite_autoindex_users_9", "sqlite_stat9" };
	struct world world;
	char sql[600];

	begin(&world);
	for (size_t i = 0; i < COUNT_OF(names); i++)
		for (int view = 0; view < 2; view++) {
			if (view)
				snprintf(sql, sizeof(sql), PLANT "('view', '%s', "
					 "'%s', 0, 'CREATE VIEW %s AS SELECT 1')",
					 names[i], names[i], names[i]);
			else
				snprintf(sql, sizeof(sql), PLANT "('trigger', "
					 "'%s', 'groups', 0, 'CREATE TRIGGER %s "
					 "AFTER UPDATE ON groups BEGIN UPDATE "
					 "users SET role = ''admin''; END')",
					 names[i], names[i]);
			refused(spoiled(&world, sql), "STORE_DAMAGED", "");
		}
	world_end(&world);
}

static const struct { const char *set, *words; } ranges[] = {
	{ "users SET active = 2", "active" },
	{ "users SET active = 4294967297", "active" },
	{ "users SET last_login = -5", "last_login" },
	{ "users SET last_login = 9223372036854775807", "last_login" },
	{ "users SET role = 'emperor' WHERE id = 'u-ben'", "role" },
	{ "users SET id = '' WHERE id = 'u-ben'", "id" },
	{ "users SET name = 'a' || char(0) || 'b' WHERE id = 'u-ben'", "name" },
	{ "users SET n = -7 WHERE id = 'u-old'", "row -7" },
	{ "assets SET builtin = 8", "builtin" },
	{ "assets SET builtin = 4294967296", "builtin" },
	{ "assets SET status = 'fine'", "status" },
	{ "assets SET updated = -1", "updated" },
	{ "assets SET kind = 'thing' WHERE id = 'a-bare'", "kind" },
	{ "projects SET workspace = 5", "workspace" },
	{ "projects SET workspace = 4294967297", "workspace" },
	{ "projects SET public_web = 3", "public_web" },
	{ "projects SET public_web = -4294967295", "public_web" },
	{ "projects SET editors_may_share = 3", "editors_may_share" },
	{ "projects SET state = 'gone'", "state" },
	{ "projects SET owner_n = 77", "owner_n" },
	{ "grant_users SET level = 0", "level" },
	{ "grant_users SET level = 4294967300", "level" },
	{ "grant_groups SET level = 9", "level" },
	{ "grant_groups SET group_n = 99", "group_n" },
	{ "imports SET asset_n = 99 WHERE asset_n = 1", "asset_n" },
	{ "members SET user_n = 99 WHERE user_n = 2", "user_n" },
	{ "workspace SET share_to_web = 2", "share_to_web" },
	{ "workspace SET token_max_days = -1", "token_max_days" },
	{ "workspace SET token_max_days = 4294967296", "token_max_days" },
	{ "assets SET n = 99 WHERE id = 'a-tide'", "asset_n" },
	{ "workspace SET plan = 'free'", "plan" },
};

static void all_ranges(struct world *world, const char *more)
{
	char sql[600];

	for (size_t i = 0; i < COUNT_OF(ranges); i++) {
		snprintf(sql, sizeof(sql), UNRULED "%s; UPDATE %s", more,
			 ranges[i].set);
		refused(spoiled(world, sql), "STORE_DAMAGED", *more ?
			ranges[i].words : "");
	}
}

TEST(numbers_outside_their_range_are_refused)
{
	struct world world;

	begin(&world);
	all_ranges(&world, "");
	world_end(&world);
}

/* Beyond the size that is looked through at each start. */
TEST(in_a_large_store_too_and_named)
{
	struct world world;
	struct stat st;
	struct error err;
	char more[300];

	begin(&world);
	snprintf(more, sizeof(more), "WITH RECURSIVE far(n) AS (SELECT 1000 "
		 "UNION ALL SELECT n + 1 FROM far WHERE n < %d) "
		 "INSERT INTO groups SELECT n, 'g' || n, hex(zeroblob(90)) "
		 "FROM far", 1000 + FAR_USERS);
	raw_sql(world.path, more);
	assert_int_equal(stat(world.path, &st), 0);
	assert_true(st.st_size > 1 << 20);
	GOOD(opens(world.path, &err));
	all_ranges(&world, "SELECT 1");
	refused(spoiled(&world, TWO_WORKSPACES), "STORE_DAMAGED",
		"workspace has 2 rows");
	world_end(&world);
}

/* ---- the way out ------------------------------------------------------------------ */

TEST(the_way_out_of_damage_can_be_walked)
{
	struct world world;
	struct error err = { 0 };
	char command[400];

	begin(&world);
	copy_file(world.path, beside(&world, ".backup-20260101T000000Z-3"));
	copy_file(world.path, beside(&world, ".backup-20260201T000000Z-4"));
	raw_sql(world.path, "DROP TRIGGER events_stay");
	assert_false(opens(world.path, &err));
	assert_non_null(strstr(err.remedy, ".backup-20260201T000000Z-4"));
	snprintf(command, sizeof(command), "mv %s %s.bad", world.path,
		 world.path);
	assert_non_null(strstr(err.remedy, command));
	snprintf(command, sizeof(command), "gatehouse --store %s workspace "
		 "restore %s.backup-", world.path, world.path);
	assert_non_null(strstr(err.remedy, command));
	world_end(&world);
}

/* What lies beside a backup that somebody looked at, or that is being made, is no
 * backup: to restore it would be refused. */
TEST(the_newest_backup_is_a_whole_one)
{
	static const char *const beside_it[] = {
		"-wal", "-shm", ".lock", ".bad", ".new-1"
	};
	struct world world;
	struct error err = { 0 };
	char end[80];
	size_t i;

	begin(&world);
	copy_file(world.path, beside(&world, ".backup-20260101T000000Z-3"));
	for (i = 0; i < COUNT_OF(beside_it); i++) {
		snprintf(end, sizeof(end), ".backup-20260101T000000Z-3%s",
			 beside_it[i]);
		copy_file(world.path, beside(&world, end));
	}
	raw_sql(world.path, "DROP TRIGGER events_stay");
	assert_false(opens(world.path, &err));
	snprintf(end, sizeof(end), ".backup-20260101T000000Z-3");
	assert_non_null(strstr(err.remedy, end));
	assert_string_equal(strstr(err.remedy, end), end);
	world_end(&world);
}

static void write_nothing(const char *path)
{
	FILE *file = fopen(path, "w");

	assert_non_null(file);
	assert_int_equal(fclose(file), 0);
	assert_int_equal(chmod(path, 0600), 0);
}

/* Nothing of it can be read: that it was one is said by its backups. */
TEST(what_is_no_store_any_more_has_the_same_way_out)
{
	struct world world;
	struct error err = { 0 };
	FILE *file;

	begin(&world);
	copy_file(world.path, beside(&world, ".backup-20260101T000000Z-3"));
	file = fopen(world.path, "w");
	assert_non_null(file);
	for (int i = 0; i < 500; i++)
		fputs("XXXXXXXX", file);
	fclose(file);
	assert_false(opens(world.path, &err));
	assert_string_equal(err.code, "STORE_FOREIGN");
	assert_non_null(strstr(err.remedy, ".backup-20260101T000000Z-3"));
	assert_int_equal(unlink(world.path), 0);	/* half of the way */
	assert_false(opens(world.path, &err));
	assert_string_equal(err.code, "STORE_MISSING");
	assert_non_null(strstr(err.remedy, ".backup-20260101T000000Z-3"));
	write_nothing(world.path);
	assert_false(opens(world.path, &err));
	assert_non_null(strstr(err.remedy, "workspace restore"));
	assert_int_equal(unlink(beside(&world, ".backup-20260101T000000Z-3")), 0);
	assert_false(opens(world.path, &err));
	assert_null(strstr(err.remedy, "restore"));
	world_end(&world);
}

/* ---- no room ---------------------------------------------------------------------------- */

static void limit_files(rlim_t most)
{
	struct rlimit limit;

	signal(SIGXFSZ, SIG_IGN);
	assert_int_equal(getrlimit(RLIMIT_FSIZE, &limit), 0);
	limit.rlim_cur = most;
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &limit), 0);
}

/* SQLite calls these "disk I/O error". */
TEST(that_files_may_not_grow_is_said)
{
	struct error err = { 0 };
	struct world world;

	begin(&world);
	limit_files(16 << 10);
	refused(world.path, "STORE_FULL", "limit on the size of files");
	limit_files(RLIM_INFINITY);
	world.store = store_open(world.path, STORE_WRITE, &err);
	assert_non_null(world.store);
	limit_files(64 << 10);
	assert_false(store_backup(world.store, beside(&world, ".bak"), &err));
	limit_files(RLIM_INFINITY);
	assert_string_equal(err.code, "STORE_FULL");
	assert_int_not_equal(access(beside(&world, ".bak"), F_OK), 0);
	assert_int_not_equal(access(beside(&world, ".bak.checkpoints"), F_OK), 0);
	GOOD(commit_sql(world.store, "", &err));
	world_end(&world);
}

static void fill(const char *path)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
	char block[4096] = "";

	assert_true(fd >= 0);
	while (write(fd, block, sizeof(block)) > 0)
		;
	close(fd);
}

/* A disk of its own, where this process may have one: root's. */
TEST(a_full_disk_is_said)
{
	struct error err = { 0 };
	struct world world;
	char disk[160], path[180], full[180];

	begin(&world);
	snprintf(disk, sizeof(disk), "%s/disk", world.folder);
	snprintf(path, sizeof(path), "%s/w.db", disk);
	snprintf(full, sizeof(full), "%s/full", disk);
	assert_int_equal(mkdir(disk, 0700), 0);
	if (mount("tmpfs", disk, "tmpfs", 0, "size=1m,mode=700") == 0) {
		copy_file(world.path, path);
		fill(full);
		refused(path, "STORE_FULL", "the disk is full");
		assert_int_equal(unlink(full), 0);
		world.store = store_open(path, STORE_WRITE, &err);
		assert_non_null(world.store);
		GOOD(commit_sql(world.store, "", &err));
		fill(full);
		assert_false(commit_sql(world.store, "UPDATE workspace SET name = "
					"hex(zeroblob(100000))", &err));
		assert_string_equal(err.code, "STORE_FULL");
		assert_non_null(strstr(err.text, "the disk is full"));
		assert_int_equal(unlink(full), 0);
		GOOD(commit_sql(world.store, "", &err));
		store_close(world.store);
		world.store = NULL;
		assert_int_equal(umount2(disk, MNT_DETACH), 0);
	}
	assert_int_equal(rmdir(disk), 0);
	world_end(&world);
}

RUN(CASE(that_files_may_not_grow_is_said),
    CASE(a_full_disk_is_said),
    CASE(a_second_name_is_refused),
    CASE(a_name_left_by_a_dead_maker_is_taken_away),
    CASE(what_lies_beside_must_be_of_the_store),
    CASE(the_changes_of_another_store_are_refused),
    CASE(the_changes_of_the_store_itself_are_read),
    CASE(a_newer_state_below_older_changes_is_refused),
    CASE(one_row_each_or_none_at_all),
    CASE(planted_rules_of_any_name_are_refused),
    CASE(numbers_outside_their_range_are_refused),
    CASE(in_a_large_store_too_and_named),
    CASE(the_way_out_of_damage_can_be_walked),
    CASE(the_newest_backup_is_a_whole_one),
    CASE(what_is_no_store_any_more_has_the_same_way_out))
