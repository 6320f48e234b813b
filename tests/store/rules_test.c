/* rules_test.c: what the tables themselves refuse, each rule once. */
#include "store/rows.h"
#include "tests/store/world.h"

static void refused(struct store *store, const char *sql, const char *code)
{
	struct error err;

	if (commit_sql(store, sql, &err))
		fail_msg("taken: %s", sql);
	if (err.kind != ERROR_CONFLICT || strcmp(err.code, code) != 0)
		fail_msg("%s: %s %s", sql, err.code, err.text);
}

TEST(every_constraint_refuses)
{
	static const struct { const char *sql, *code; } all[] = {
		{ "UPDATE origin SET demo = 2", "RULE" },
		{ "INSERT INTO origin VALUES (2, 'eve', 0, 0, NULL)", "RULE" },
		{ "UPDATE users SET id = '' WHERE id = 'u-ben'", "RULE" },
		{ "UPDATE users SET id = 'u-eve' WHERE id = 'u-ben'",
		  "ID_TAKEN" },
		{ "UPDATE users SET email_key = 'eve@harbour.example' "
		  "WHERE id = 'u-ben'", "EMAIL_TAKEN" },
		{ "UPDATE users SET role = 'author' WHERE id = 'u-ben'", "RULE" },
		{ "UPDATE users SET active = 2 WHERE id = 'u-ben'", "RULE" },
		{ "UPDATE users SET n = 0 WHERE id = 'u-old'", "RULE" },
		{ "UPDATE users SET name = NULL", "STALE" },
		{ "UPDATE users SET last_login = 'noon'", "RULE" },
		{ "UPDATE groups SET id = 'g-sea'", "ID_TAKEN" },
		{ "UPDATE groups SET id = '' WHERE id = 'g-sea'", "RULE" },
		{ "UPDATE members SET user_n = 99 WHERE user_n = 2", "STALE" },
		{ "UPDATE members SET group_n = 99 WHERE user_n = 2", "STALE" },
		{ "UPDATE assets SET status = 'fine'", "RULE" },
		{ "UPDATE assets SET builtin = 8", "RULE" },
		{ "UPDATE assets SET id = 'a-key' WHERE id = 'a-tide'",
		  "ID_TAKEN" },
		{ "INSERT INTO assets (n, id, kind, name, type, config, "
		  "description, status, updated, updated_by, refreshed, builtin) "
		  "SELECT 9, 'a-new', kind, name, type, "
		  "config, '', status, 0, '', 0, 0 FROM assets "
		  "WHERE id = 'a-key'", "NAME_TAKEN" },
		{ "INSERT INTO asset_groups VALUES (99, 1)", "STALE" },
		{ "INSERT INTO asset_groups VALUES (1, 99)", "STALE" },
		{ "UPDATE projects SET owner_n = 99", "STALE" },
		{ "UPDATE projects SET state = 'lost'", "RULE" },
		{ "UPDATE projects SET id = 'p-port'", "ID_TAKEN" },
		{ "UPDATE projects SET editors_may_share = 2", "RULE" },
		{ "UPDATE projects SET workspace = 5", "RULE" },
		{ "UPDATE projects SET workspace = -1", "RULE" },
		{ "UPDATE projects SET public_web = 3", "RULE" },	/* D24 */
		{ "UPDATE grant_users SET level = 0", "RULE" },
		{ "UPDATE grant_users SET level = 5", "RULE" },
		{ "UPDATE grant_groups SET level = 0", "RULE" },
		{ "UPDATE grant_groups SET level = 5", "RULE" },
		{ "UPDATE grant_users SET user_n = 99 WHERE user_n = 2",
		  "STALE" },
		{ "UPDATE grant_groups SET group_n = 99", "STALE" },
		{ "INSERT INTO imports VALUES (1, 99)", "STALE" },
		{ "INSERT INTO imports VALUES (99, 1)", "STALE" },
		{ "INSERT INTO own_assets SELECT project_n, id, kind, 'X', '', "
		  "'{}' FROM own_assets", "ID_TAKEN" },
		{ "INSERT INTO workspace (n, name, plan, share_to_web, "
		  "api_access, show_secret_values, token_max_days, default_n) "
		  "SELECT 2, name, plan, 1, 1, 1, 1, NULL "
		  "FROM workspace", "RULE" },
		{ "UPDATE workspace SET plan = 'free'", "RULE" },
		{ "UPDATE workspace SET share_to_web = 2", "RULE" },
		{ "UPDATE workspace SET token_max_days = -1", "RULE" },
		{ "UPDATE workspace SET default_n = 99", "RULE" },
		{ "UPDATE workspace SET default_n = (SELECT n FROM assets "
		  "WHERE kind = 'secret')", "RULE" },
		{ "INSERT INTO vault_values VALUES ('secret', '', 'a-key', 'value', "
		  "0, 1, '', 0, '', x'00')", "RULE" },
		{ "INSERT INTO vault_values VALUES ('secret', '', 'a-key', 'value', "
		  "1, 1, '', 0, '', 'plain')", "RULE" },
		{ "INSERT INTO vault_grants VALUES (1, 1, 1, x'00')", "STALE" },
		{ "INSERT INTO vault VALUES (1, 'v', 1)", "STALE" },
		{ "INSERT INTO vault_keys (n, who, public_box, public_sign, made) "
		  "VALUES (1, 'u-ben', x'00', x'00', 1)", "RULE" },
		{ "DELETE FROM users WHERE id = 'u-ben'", "STALE" },
	};
	struct world world;

	world_open(&world);
	for (size_t i = 0; i < COUNT_OF(all); i++)
		refused(world.store, all[i].sql, all[i].code);
	assert_same(world.store, &world.facts);
	assert_int_equal(revision_of(world.store), 1);
	world_end(&world);
}

TEST(the_last_admin_stays)
{
	struct world world;
	struct error err;

	world_open(&world);
	refused(world.store, "UPDATE users SET role = 'editor' "
		"WHERE id = 'u-ada'", "LAST_ADMIN");
	refused(world.store, "UPDATE users SET active = 0 WHERE id = 'u-ada'",
		"LAST_ADMIN");
	refused(world.store, "DELETE FROM grant_users; DELETE FROM projects;"
		"DELETE FROM members; DELETE FROM users", "LAST_ADMIN");
	/* An inactive Admin is none. */
	refused(world.store, "UPDATE users SET role = 'admin' "
		"WHERE id = 'u-old';"
		"UPDATE users SET active = 0 WHERE id = 'u-ada'", "LAST_ADMIN");
	/* The one that is linked is no part of this. */
	GOOD(commit_sql(world.store, "UPDATE users SET unix_login = id", &err));
	/* Hand over, in either order. */
	GOOD(commit_sql(world.store, "UPDATE users SET role = 'editor' WHERE "
		"id = 'u-ada'; UPDATE users SET role = 'admin' "
		"WHERE id = 'u-ben'", &err));
	refused(world.store, "UPDATE users SET active = 0 WHERE id = 'u-ben'",
		"LAST_ADMIN");
	GOOD(commit_sql(world.store, "UPDATE users SET role = 'admin' WHERE "
		"id = 'u-ada'; UPDATE users SET role = 'guest' "
		"WHERE id = 'u-ben'", &err));
	refused(world.store, "UPDATE users SET role = 'guest' "
		"WHERE id = 'u-ada'", "LAST_ADMIN");
	/* Of two, either may go, and then the other stays. */
	GOOD(commit_sql(world.store, "UPDATE users SET role = 'admin' "
			"WHERE id = 'u-eve'", &err));
	GOOD(commit_sql(world.store, "UPDATE users SET active = 0 "
			"WHERE id = 'u-ada'", &err));
	refused(world.store, "UPDATE users SET active = 0 WHERE id = 'u-eve'",
		"LAST_ADMIN");
	world_end(&world);
}

/* Nobody could act as an Admin any more, for the operator's right has ended. */
TEST(the_last_login_stays)
{
	struct world world;
	struct error err;

	world_open(&world);
	assert_true(store_operator_ended(world.store));
	refused(world.store, "UPDATE users SET unix_login = NULL", "LAST_LOGIN");
	refused(world.store, "UPDATE users SET role = 'admin' WHERE "
		"id = 'u-ben'; UPDATE users SET role = 'viewer' "
		"WHERE id = 'u-ada'", "LAST_LOGIN");
	refused(world.store, "UPDATE users SET role = 'admin' WHERE "
		"id = 'u-ben'; UPDATE users SET active = 0 "
		"WHERE id = 'u-ada'", "LAST_LOGIN");
	refused(world.store, "UPDATE origin SET ended = 0", "RULE");
	/* Another login takes over. */
	GOOD(commit_sql(world.store, "UPDATE users SET role = 'admin', "
		"unix_login = 'ben' WHERE id = 'u-ben'; UPDATE users SET "
		"role = 'viewer' WHERE id = 'u-ada'", &err));
	assert_true(store_operator_ended(world.store));
	world_end(&world);
}

TEST(the_operator_ends_with_the_first_linked_admin)
{
	static const char *const ways[] = {
		"UPDATE users SET unix_login = 'ada' WHERE id = 'u-ada'",
		"UPDATE users SET role = 'admin' WHERE id = 'u-ben'",
		"UPDATE users SET active = 1 WHERE id = 'u-old'",
		("INSERT INTO users VALUES (50, 'u-new', 'n@x', 'n@x', '', 'new', "
		 "'admin', 1, 0)"),
	};
	struct world world;
	struct error err;
	struct store *other;
	struct facts facts;

	for (size_t i = 0; i < COUNT_OF(ways); i++) {
		world_begin(&world);
		world.store = store_create(world.path, "maker", false, &err);
		assert_non_null(world.store);
		GOOD(commit_sql(world.store, "INSERT INTO users VALUES "
			"(1, 'u-ada', 'a@x', 'a@x', '', NULL, 'admin', 1, 0),"
			"(2, 'u-ben', 'b@x', 'b@x', '', 'ben', 'editor', 1, 0),"
			"(3, 'u-old', 'o@x', 'o@x', '', 'old', 'admin', 0, 0)",
			&err));
		assert_false(store_operator_ended(world.store));
		other = store_open(world.path, STORE_WRITE, &err);
		assert_non_null(other);
		GOOD(commit_sql(world.store, ways[i], &err));
		assert_true(store_operator_ended(world.store));
		/* Another session knows with the next look. */
		facts_init(&facts);
		GOOD(store_load(other, &facts, &err));
		facts_release(&facts);
		assert_true(store_operator_ended(other));
		store_close(other);
		world_end(&world);
	}
}

TEST(a_store_of_its_operator_alone_needs_no_admin)
{
	struct world world;
	struct error err;

	world_begin(&world);
	world.store = store_create(world.path, "ada", false, &err);
	assert_non_null(world.store);
	GOOD(commit_sql(world.store, "UPDATE workspace SET name = 'Alone'",
			&err));
	GOOD(commit_sql(world.store, "INSERT INTO users VALUES (1, 'u-1', "
		"'a@b', 'a@b', '', NULL, 'editor', 1, 0)", &err));
	GOOD(commit_sql(world.store, "DELETE FROM users", &err));
	GOOD(commit_sql(world.store, "INSERT INTO users VALUES (1, 'u-1', "
		"'a@b', 'a@b', '', NULL, 'admin', 1, 0)", &err));
	refused(world.store, "DELETE FROM users", "LAST_ADMIN");
	world_end(&world);
}

/* Even a writer that checks nothing cannot commit it. */
TEST(the_rule_of_the_last_admin_is_in_the_tables)
{
	struct world world;
	struct error err;

	world_open(&world);
	GOOD(store_begin(world.store, &err));
	GOOD(sql_script(world.store, &err, "UPDATE users SET active = 0"));
	assert_false(sql_script(world.store, &err, "COMMIT"));
	assert_int_equal(err.kind, ERROR_CONFLICT);
	store_rollback(world.store);
	assert_same(world.store, &world.facts);
	world_end(&world);
}

TEST(emails_differ_by_more_than_case)
{
	struct world world;
	struct error err;
	struct fact_user *twin;

	world_open(&world);
	twin = &world.facts.users[0];
	twin->id = "u-twin";
	twin->email = "BEN@Harbour.Example";
	GOOD(store_begin(world.store, &err));
	assert_false(row_add(world.store, OF_USER, &world.facts, 0, &err));
	assert_string_equal(err.code, "EMAIL_TAKEN");
	store_rollback(world.store);
	world_end(&world);
}

RUN(CASE(every_constraint_refuses),
    CASE(the_last_admin_stays),
    CASE(the_last_login_stays),
    CASE(the_operator_ends_with_the_first_linked_admin),
    CASE(a_store_of_its_operator_alone_needs_no_admin),
    CASE(the_rule_of_the_last_admin_is_in_the_tables),
    CASE(emails_differ_by_more_than_case))
