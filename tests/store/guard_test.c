/* guard_test.c: what this room never says is refused on every connection of it,
 * through its lowest door. */
#include "tests/store/world.h"

static const char *const never[] = {
	"ATTACH ':memory:' AS other", "DETACH main", "ANALYZE", "REINDEX",
	"SAVEPOINT half",
	"PRAGMA writable_schema = ON", "PRAGMA writable_schema",
	"PRAGMA synchronous = OFF", "PRAGMA foreign_keys = OFF",
	"PRAGMA query_only = OFF", "PRAGMA journal_mode = DELETE",
	"PRAGMA journal_mode = OFF", "PRAGMA user_version = 9",
	"PRAGMA application_id = 9", "PRAGMA wal_checkpoint",
	"PRAGMA quick_check(users)", "PRAGMA database_list",
	"SELECT * FROM pragma_database_list",
	"CREATE TABLE extra (n)", "DROP TABLE vault_values", "DROP INDEX secret_name",
	"DROP TRIGGER events_stay", "ALTER TABLE users ADD COLUMN extra",
	"ALTER TABLE users RENAME TO people", "CREATE INDEX extra ON users (name)",
	"CREATE VIEW extra AS SELECT 1", "CREATE TEMP VIEW extra AS SELECT 1",
	"CREATE VIRTUAL TABLE extra USING fts5(n)",
	"CREATE TRIGGER extra AFTER INSERT ON users BEGIN SELECT 1; END",
	"CREATE TEMP TRIGGER extra AFTER INSERT ON users BEGIN SELECT 1; END",
};
static const char *const writes[] = {
	"UPDATE workspace SET name = 'X'", "DELETE FROM providers",
	"INSERT INTO groups (id, name) VALUES ('x', 'X')",
	"REPLACE INTO groups (id, name) VALUES ('x', 'X')",
	"WITH one AS (SELECT 1) DELETE FROM providers",
	"CREATE TEMP TABLE extra AS SELECT 1",
};
static const char *const reads[] = {
	"SELECT count(*) FROM users", "PRAGMA synchronous", "PRAGMA user_version",
	"PRAGMA quick_check(1)", "BEGIN", "ROLLBACK",
};

/* Is it the guard that refuses it? */
static bool refused(sqlite3 *db, const char *sql)
{
	return sqlite3_exec(db, sql, NULL, NULL, NULL) != SQLITE_OK &&
		strncmp(sqlite3_errmsg(db), "not authorized", 14) == 0;
}

static void expect(sqlite3 *db, const char *const *sql, size_t n, bool good)
{
	for (size_t i = 0; i < n; i++)
		if (refused(db, sql[i]) == good)
			fail_msg("%s is %s", sql[i], good ? "refused" : "taken");
}

TEST(between_changes_it_is_read_and_no_more)
{
	struct world world;
	struct error err;

	world_open(&world);
	expect(world.store->db, never, COUNT_OF(never), false);
	expect(world.store->db, writes, COUNT_OF(writes), false);
	expect(world.store->db, reads, COUNT_OF(reads), true);
	assert_false(sql_script(world.store, &err, never[0]));
	assert_string_equal(err.code, "STORE_GUARD");
	/* The first lock refuses it too, in other words. */
	assert_true(refused(world.store->db, "SELECT load_extension('/x.so')"));
	assert_non_null(strstr(sqlite3_errmsg(world.store->db), "function"));
	assert_same(world.store, &world.facts);
	world_end(&world);
}

TEST(in_a_change_rows_are_written_and_no_tables)
{
	struct world world;
	struct error err;

	world_open(&world);
	GOOD(store_begin(world.store, &err));
	expect(world.store->db, never, COUNT_OF(never), false);
	expect(world.store->db, writes, COUNT_OF(writes), true);
	store_rollback(world.store);
	expect(world.store->db, writes, COUNT_OF(writes), false);
	assert_same(world.store, &world.facts);
	world_end(&world);
}

TEST(a_reading_connection_only_reads)
{
	struct world world;
	struct error err;
	struct store *store;

	world_open(&world);
	store = store_open(world.path, STORE_READ, &err);
	assert_non_null(store);
	expect(store->db, never, COUNT_OF(never), false);
	expect(store->db, writes, COUNT_OF(writes), false);
	expect(store->db, reads, COUNT_OF(reads), true);
	assert_false(sql_script(store, &err, writes[0]));
	assert_string_equal(err.code, "STORE_READONLY");
	store_close(store);
	world_end(&world);
}

/* The file without its changes, the copy and the pattern of the tables; there is no
 * other door: tests/house/banned.sh. */
TEST(so_do_the_connections_of_a_moment)
{
	struct store other = { .lock = -1, .building = true };
	struct world world;
	sqlite3 *db;

	world_open(&world);
	store_close(world.store);
	world.store = store_open(world.path, STORE_READ, NULL);
	assert_non_null(world.store);
	db = connect_alone(world.store);
	assert_non_null(db);
	expect(db, never, COUNT_OF(never), false);
	expect(db, writes, COUNT_OF(writes), false);
	assert_int_equal(sqlite3_close(db), SQLITE_OK);
	assert_int_equal(connect_db(&other, ":memory:", SQLITE_OPEN_READWRITE |
				    SQLITE_OPEN_CREATE, &db), SQLITE_OK);
	assert_false(refused(db, "CREATE TABLE extra (n)"));
	assert_true(refused(db, "ATTACH ':memory:' AS other"));
	assert_true(refused(db, "PRAGMA writable_schema = ON"));
	other.building = false;
	assert_true(refused(db, "CREATE TABLE more (n)"));
	assert_true(refused(db, "INSERT INTO extra VALUES (1)"));
	assert_int_equal(sqlite3_close(db), SQLITE_OK);
	world_end(&world);
}

/* That the cases above can fail: the first lock alone lets most of it through. */
TEST(without_the_guard_they_would_pass)
{
	struct world world;
	size_t taken = 0;

	world_open(&world);
	lift_guard(world.store);
	expect(world.store->db, never, COUNT_OF(never), true);
	expect(world.store->db, writes, COUNT_OF(writes), true);
	assert_int_equal(number_of(world.store, "SELECT name = 'X' "
				   "FROM workspace"), 1);
	assert_int_equal(number_of(world.store, "PRAGMA user_version"), 9);
	for (size_t i = 0; i < COUNT_OF(never); i++)
		taken += sqlite3_exec(world.store->db, never[i], NULL, NULL,
				      NULL) == SQLITE_OK;
	assert_true(taken > 10);
	world_end(&world);
}

RUN(CASE(between_changes_it_is_read_and_no_more),
    CASE(in_a_change_rows_are_written_and_no_tables),
    CASE(a_reading_connection_only_reads),
    CASE(so_do_the_connections_of_a_moment),
    CASE(without_the_guard_they_would_pass))
