/* events_test.c: the audit log: appending, reading, the chain, tampering. */
#include <sys/stat.h>
#include <unistd.h>

#include "tests/store/world.h"

static const struct finding *finding_of(const struct finding *all, size_t n,
					const char *what)
{
	for (size_t i = 0; i < n; i++)
		if (strcmp(all[i].what, what) == 0)
			return &all[i];
	fail_msg("no finding about %s", what);
	return NULL;
}

static void expect_finding(struct store *store, const char *what, bool good,
			   const char *part)
{
	struct arena arena = { 0 };
	const struct finding *one;
	struct finding *all;
	struct error err;
	size_t n;

	GOOD(store_verify(store, &arena, &all, &n, &err));
	one = finding_of(all, n, what);
	if (one->good != good || !strstr(one->detail, part))
		fail_msg("%s: %s", what, one->detail);
	arena_release(&arena);
}

TEST(an_event_comes_back_as_it_went)
{
	struct world world;
	struct arena arena = { 0 };
	struct event event = small_event("project share"), back;
	struct error err;

	world_open(&world);
	event.acting_as = "ben@harbour.example";
	event.client = "192.0.2.7 51000";
	event.tty = "/dev/pts/3";
	event.edits = "[{\"edit\":\"grant_user\"}]";
	GOOD(store_begin(world.store, &err));
	GOOD(store_commit(world.store, &event, &err));
	assert_int_equal(event.seq, 2);
	assert_int_equal(strlen(event.hash), 64);
	GOOD(store_event(world.store, 2, &arena, &back, &err));
	assert_int_equal(back.seq, 2);
	assert_int_equal(back.time, event.time);
	assert_string_equal(back.op_id, event.op_id);
	assert_string_equal(back.actor, event.actor);
	assert_string_equal(back.acting_as, event.acting_as);
	assert_string_equal(back.login, event.login);
	assert_string_equal(back.client, event.client);
	assert_string_equal(back.tty, event.tty);
	assert_string_equal(back.verb, event.verb);
	assert_string_equal(back.targets, event.targets);
	assert_string_equal(back.summary, event.summary);
	assert_string_equal(back.edits, event.edits);
	assert_string_equal(back.hash, event.hash);
	GOOD(store_event(world.store, 1, &arena, &back, &err));
	assert_null(back.acting_as);
	assert_false(store_event(world.store, 3, &arena, &back, &err));
	assert_int_equal(err.kind, ERROR_NOT_FOUND);
	assert_false(store_event(world.store, 0, &arena, &back, &err));
	arena_release(&arena);
	world_end(&world);
}

TEST(events_are_read_in_pages)
{
	struct world world;
	struct arena arena = { 0 };
	struct event *events;
	struct error err;
	size_t n;
	bool more;

	world_open(&world);
	for (int i = 0; i < 49; i++)
		GOOD(commit_sql(world.store, "", &err));
	assert_int_equal(revision_of(world.store), 50);
	GOOD(store_events(world.store, 0, 0, &arena, &events, &n, &more, &err));
	assert_int_equal(n, 50);
	assert_false(more);
	assert_int_equal(events[0].seq, 50);
	assert_int_equal(events[49].seq, 1);
	GOOD(store_events(world.store, 0, 20, &arena, &events, &n, &more, &err));
	assert_int_equal(n, 20);
	assert_true(more);
	GOOD(store_events(world.store, 11, 10, &arena, &events, &n, &more,
			  &err));
	assert_int_equal(n, 10);
	assert_false(more);
	assert_int_equal(events[0].seq, 10);
	GOOD(store_events(world.store, 1, 10, &arena, &events, &n, &more, &err));
	assert_int_equal(n, 0);
	arena_release(&arena);
	world_end(&world);
}

TEST(events_are_only_ever_appended)
{
	static const char *const attempts[] = {
		"UPDATE events SET actor = 'nobody'", "DELETE FROM events",
		"DELETE FROM events WHERE seq = 2",
		"INSERT OR REPLACE INTO events SELECT * FROM events WHERE seq = 1",
		"INSERT OR REPLACE INTO events SELECT 3, time, op_id, 'eve', NULL, "
		"NULL, NULL, NULL, verb, '', '', '', hash, hash, NULL FROM events "
		"WHERE seq = 2",
		"REPLACE INTO events SELECT 2, time, 'op-x', 'eve', NULL, NULL, "
		"NULL, NULL, verb, '', '', '', prev, hash, NULL FROM events "
		"WHERE seq = 2",
		"UPDATE OR REPLACE events SET seq = 1 WHERE seq = 2",
		"INSERT INTO events SELECT 9, time, 'op-x', 'eve', NULL, NULL, "
		"NULL, NULL, verb, '', '', '', hash, hash, NULL FROM events "
		"WHERE seq = 2",
		"INSERT INTO events SELECT 3, time, 'op-x', 'eve', NULL, NULL, "
		"NULL, NULL, verb, '', '', '', prev, hash, NULL FROM events "
		"WHERE seq = 2",
	};
	struct world world;
	struct error err;

	world_open(&world);
	GOOD(commit_sql(world.store, "", &err));
	for (size_t i = 0; i < COUNT_OF(attempts); i++) {
		GOOD(store_begin(world.store, &err));
		if (sql_script(world.store, &err, attempts[i]))
			fail_msg("taken: %s", attempts[i]);
		assert_int_equal(err.kind, ERROR_CONFLICT);
		store_rollback(world.store);
	}
	expect_finding(world.store, "events", true, "2 events");
	world_end(&world);
}

TEST(an_op_id_is_taken_once)
{
	struct world world;
	struct event event = small_event("a"), twice;
	struct error err;

	world_open(&world);
	GOOD(store_begin(world.store, &err));
	GOOD(store_commit(world.store, &event, &err));
	twice = event;
	GOOD(store_begin(world.store, &err));
	assert_false(store_commit(world.store, &twice, &err));
	assert_int_equal(err.kind, ERROR_CONFLICT);
	assert_int_equal(revision_of(world.store), 2);
	world_end(&world);
}

/* ---- a COMMIT that fails ---------------------------------------------------------- */

/* Before it is carried out: the change is not there, and that is said. */
static int refuse_commit(void *ctx)
{
	(void)ctx;
	return 1;
}

TEST(a_commit_that_fails_changes_nothing)
{
	struct world world;
	struct event event = small_event("a");
	struct error err = { 0 };

	world_open(&world);
	sqlite3_commit_hook(world.store->db, refuse_commit, NULL);
	GOOD(store_begin(world.store, &err));
	assert_false(store_commit(world.store, &event, &err));
	assert_true(err.kind != ERROR_NONE);
	sqlite3_commit_hook(world.store->db, NULL, NULL);
	assert_int_equal(revision_of(world.store), 1);
	/* The lock is free, and the same change goes through. */
	GOOD(store_begin(world.store, &err));
	GOOD(store_commit(world.store, &event, &err));
	assert_int_equal(revision_of(world.store), 2);
	world_end(&world);
}

/* Carried out and yet reported as failed: the COMMIT is done behind the store's
 * back, so that its own must fail. */
static int steal_commit(unsigned what, void *ctx, void *stmt, void *sql)
{
	struct store *store = ctx;

	(void)what;
	(void)stmt;
	if (strcmp(sql, "COMMIT") != 0)
		return 0;
	sqlite3_trace_v2(store->db, 0, NULL, NULL);
	assert_int_equal(sqlite3_exec(store->db, "COMMIT", NULL, NULL, NULL),
			 SQLITE_OK);
	return 0;
}

TEST(a_commit_called_failed_is_found_by_its_op_id)
{
	struct world world;
	struct event event = small_event("a");
	struct error err = { 0 };

	world_open(&world);
	GOOD(store_begin(world.store, &err));
	sqlite3_trace_v2(world.store->db, SQLITE_TRACE_STMT, steal_commit,
			 world.store);
	GOOD(store_commit(world.store, &event, &err));
	assert_int_equal(revision_of(world.store), 2);
	GOOD(commit_sql(world.store, "", &err));
	world_end(&world);
}

/* ---- the chain -------------------------------------------------------------------- */

#define FREE "DROP TRIGGER events_stay; DROP TRIGGER events_are_kept;" \
	"DROP TRIGGER events_follow;"

TEST(tampering_is_found)
{
	static const struct { const char *sql, *found; } all[] = {
		{ "UPDATE events SET actor = 'eve' WHERE seq = 3",
		  "event 3 was altered" },
		{ "UPDATE events SET time = time + 1 WHERE seq = 1",
		  "event 1 was altered" },
		{ "UPDATE events SET tty = '' WHERE seq = 2",
		  "event 2 was altered" },
		{ "UPDATE events SET targets = summary, summary = targets "
		  "WHERE seq = 4", "event 4 was altered" },
		{ "DELETE FROM events WHERE seq = 2", "event 2 is missing" },
		{ "DELETE FROM events WHERE seq = 1", "event 1 is missing" },
		{ "DELETE FROM events WHERE seq = 3; UPDATE events SET seq = 3 "
		  "WHERE seq = 4", "event 3 does not follow event 2" },
		{ "UPDATE events SET hash = zeroblob(32) WHERE seq = 4",
		  "event 4 was altered" },
	};
	struct world world;
	struct error err;
	struct store *store;
	char sql[512];

	world_open(&world);
	for (int i = 0; i < 3; i++)
		GOOD(commit_sql(world.store, "", &err));
	expect_finding(world.store, "events", true, "4 events");
	store_close(world.store);
	world.store = NULL;
	for (size_t i = 0; i < COUNT_OF(all); i++) {
		copy_file(world.path, beside(&world, ".2"));
		store = store_open(beside(&world, ".2"), STORE_READ, &err);
		assert_non_null(store);
		snprintf(sql, sizeof(sql), FREE "%s", all[i].sql);
		raw_sql(beside(&world, ".2"), sql);
		expect_finding(store, "events", false, all[i].found);
		expect_finding(store, "schema", false, "differ");
		store_close(store);
	}
	world_end(&world);
}

TEST(a_sound_store_has_only_good_findings)
{
	struct world world;
	struct arena arena = { 0 };
	struct finding *all;
	struct error err;
	size_t n;

	world_open(&world);
	assert_int_equal(chmod(world.folder, 0700), 0);
	GOOD(store_verify(world.store, &arena, &all, &n, &err));
	assert_true(n >= 10);
	for (size_t i = 0; i < n; i++)
		if (!all[i].good)
			fail_msg("%s: %s", all[i].what, all[i].detail);
	arena_release(&arena);
	world_end(&world);
}

TEST(verify_finds_modes_names_and_broken_references)
{
	struct world world;

	world_open(&world);
	assert_int_equal(chmod(world.path, 0644), 0);
	expect_finding(world.store, "mode", false, "0644");
	assert_int_equal(chmod(world.path, 0600), 0);
	expect_finding(world.store, "mode", true, "0600");
	assert_int_equal(chmod(beside(&world, "-wal"), 0660), 0);
	expect_finding(world.store, "mode of -wal", false, "0660");
	assert_int_equal(chmod(world.folder, 0777), 0);
	expect_finding(world.store, "folder", false, "chmod");
	assert_int_equal(chmod(world.folder, 0700), 0);
	assert_int_equal(link(world.path, beside(&world, ".3")), 0);
	expect_finding(world.store, "links", false, "hard links");
	expect_finding(world.store, "references", true, "");
	raw_sql(world.path, "PRAGMA foreign_keys = OFF;"
		"UPDATE projects SET owner_n = 77");
	expect_finding(world.store, "references", false, "users");
	raw_sql(world.path, "DROP TRIGGER admin_falls; UPDATE users SET active = 0");
	expect_finding(world.store, "admins", false, "broken");
	world_end(&world);
}

RUN(CASE(an_event_comes_back_as_it_went),
    CASE(events_are_read_in_pages),
    CASE(events_are_only_ever_appended),
    CASE(an_op_id_is_taken_once),
    CASE(a_commit_that_fails_changes_nothing),
    CASE(a_commit_called_failed_is_found_by_its_op_id),
    CASE(tampering_is_found),
    CASE(a_sound_store_has_only_good_findings),
    CASE(verify_finds_modes_names_and_broken_references))
