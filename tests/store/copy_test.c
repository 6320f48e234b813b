/* copy_test.c: large workspaces in and out, and copies of stores. */
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tests/store/random_facts.h"
#include "tests/store/world.h"

static void import(struct store *store, const struct facts *facts)
{
	struct event event = small_event("workspace import");
	struct error err;

	GOOD(store_begin(store, &err));
	GOOD(store_replace(store, facts, &err));
	GOOD(store_commit(store, &event, &err));
}

TEST(a_large_workspace_comes_back_the_same)
{
	const struct shape shape = { .users = 2000, .groups = 60, .assets = 40,
		.projects = 200, .members = 60, .grants = 6 };
	struct world world;
	struct error err;

	world_begin(&world);
	world.store = store_create(world.path, "ada", false, &err);
	assert_non_null(world.store);
	random_facts(&world.facts, &shape, 11);
	import(world.store, &world.facts);
	assert_same(world.store, &world.facts);
	import(world.store, &world.facts);
	assert_same(world.store, &world.facts);
	world_end(&world);
}

static bool same_numbers(const struct numbers *a, const struct numbers *b)
{
	return a->n == b->n && (a->n == 0 ||
		memcmp(a->v, b->v, a->n * sizeof(*a->v)) == 0);
}

/* What is loaded is more than what is written to a file: both directions. */
TEST(both_directions_of_every_relation_are_loaded)
{
	const struct shape shape = { .users = 80, .groups = 9, .assets = 9,
		.projects = 30, .members = 9, .grants = 6 };
	struct world world;
	struct facts *want, have;
	struct error err;

	world_begin(&world);
	world.store = store_create(world.path, "ada", false, &err);
	assert_non_null(world.store);
	want = &world.facts;
	random_facts(want, &shape, 5);
	import(world.store, want);
	facts_init(&have);
	GOOD(store_load(world.store, &have, &err));
	assert_int_equal(have.revision, 1);
	assert_int_equal(have.n_users, want->n_users);
	for (uint32_t i = 0; i < want->n_users; i++) {
		assert_true(same_numbers(&want->users[i].groups,
					 &have.users[i].groups));
		assert_true(same_numbers(&want->users[i].projects,
					 &have.users[i].projects));
	}
	for (uint32_t i = 0; i < want->n_groups; i++) {
		assert_true(same_numbers(&want->groups[i].members,
					 &have.groups[i].members));
		assert_true(same_numbers(&want->groups[i].projects,
					 &have.groups[i].projects));
		assert_true(same_numbers(&want->groups[i].assets,
					 &have.groups[i].assets));
	}
	for (uint32_t i = 0; i < want->n_assets; i++) {
		assert_true(same_numbers(&want->assets[i].groups,
					 &have.assets[i].groups));
		assert_true(same_numbers(&want->assets[i].projects,
					 &have.assets[i].projects));
	}
	for (uint32_t i = 0; i < want->n_projects; i++)
		assert_true(same_numbers(&want->projects[i].assets,
					 &have.projects[i].assets));
	facts_release(&have);
	world_end(&world);
}

/* Numbers of rows have holes after deletions. */
TEST(holes_between_rows_do_no_harm)
{
	struct world world;
	struct error err;
	struct facts facts;

	world_open(&world);
	GOOD(commit_sql(world.store, "DELETE FROM groups WHERE id = 'g-sea';"
		"DELETE FROM assets WHERE id = 'a-tide';"
		"DELETE FROM projects WHERE id = 'p-port';"
		"INSERT INTO users VALUES (900, 'u-far', 'f@x', 'f@x', '', NULL,"
		"'viewer', 1, 0);"
		"INSERT INTO members SELECT n, 900 FROM groups;"
		"INSERT INTO grant_users SELECT n, 900, 2 FROM projects", &err));
	facts_init(&facts);
	GOOD(store_load(world.store, &facts, &err));
	assert_int_equal(facts.n_users, 6);
	assert_int_equal(facts.n_groups, 1);
	assert_int_equal(facts.n_projects, 1);
	assert_true(numbers_has(&facts.groups[0].members, 5));
	assert_int_equal(facts_grant(&facts, 0, false, 5)->level,
			 LEVEL_CAN_VIEW);
	assert_int_equal(facts.default_asset, NOBODY);
	facts_release(&facts);
	world_end(&world);
}

TEST(a_backup_is_a_store)
{
	struct world world;
	struct error err;
	struct store *copy;
	struct stat st;

	world_open(&world);
	GOOD(store_backup(world.store, beside(&world, ".bak"), &err));
	assert_int_equal(stat(beside(&world, ".bak"), &st), 0);
	assert_int_equal(st.st_mode & 07777, 0600);
	assert_int_equal(access(beside(&world, ".bak-journal"), F_OK), -1);
	assert_int_equal(access(beside(&world, ".bak-wal"), F_OK), -1);
	copy = store_open(beside(&world, ".bak"), STORE_WRITE, &err);
	if (!copy)
		fail_msg("%s", err.text);
	assert_same(copy, &world.facts);
	assert_int_equal(revision_of(copy), 1);
	assert_string_equal(store_operator(copy), "ada");
	GOOD(commit_sql(copy, "UPDATE workspace SET name = 'Copy'", &err));
	store_close(copy);
	assert_same(world.store, &world.facts);
	world_end(&world);
}

/* Before an import, under its lock: what is committed is copied. */
TEST(a_backup_inside_a_change_has_what_was_before)
{
	struct world world;
	struct event event = small_event("a");
	struct error err;
	struct store *copy;

	world_open(&world);
	GOOD(store_begin(world.store, &err));
	GOOD(sql_script(world.store, &err, "UPDATE workspace SET name = 'X'"));
	GOOD(store_backup(world.store, beside(&world, ".bak"), &err));
	GOOD(store_commit(world.store, &event, &err));
	assert_int_equal(revision_of(world.store), 2);
	copy = store_open(beside(&world, ".bak"), STORE_READ, &err);
	assert_non_null(copy);
	assert_same(copy, &world.facts);
	store_close(copy);
	world_end(&world);
}

TEST(a_backup_overwrites_nothing)
{
	struct world world;
	struct error err;
	int fd;

	world_open(&world);
	fd = open(beside(&world, ".bak"), O_CREAT | O_WRONLY | O_CLOEXEC, 0600);
	assert_int_equal(write(fd, "mine", 4), 4);
	close(fd);
	assert_false(store_backup(world.store, beside(&world, ".bak"), &err));
	assert_int_equal(err.kind, ERROR_CONFLICT);
	assert_int_equal(symlink("elsewhere", beside(&world, ".lnk")), 0);
	assert_false(store_backup(world.store, beside(&world, ".lnk"), &err));
	assert_false(store_backup(world.store, world.path, &err));
	assert_same(world.store, &world.facts);
	world_end(&world);
}

RUN(CASE(a_large_workspace_comes_back_the_same),
    CASE(both_directions_of_every_relation_are_loaded),
    CASE(holes_between_rows_do_no_harm),
    CASE(a_backup_is_a_store),
    CASE(a_backup_inside_a_change_has_what_was_before),
    CASE(a_backup_overwrites_nothing))
