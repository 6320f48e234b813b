/* image_test.c: what is read from an image and the events is what the tables hold; what
 * does not fit is passed over. */
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/mem.h"
#include "model/image/facts_differ.h"
#include "model/image/facts_image.h"
#include "store/image/image.h"
#include "tests/store/random_facts.h"
#include "tests/store/world.h"

static const struct shape shape = { .users = 400, .groups = 30, .assets = 30,
	.projects = 120, .members = 90, .grants = 6 };

static void are_same(const struct facts *a, const struct facts *b)
{
	struct arena arena = { .head = NULL };
	const char *found = facts_differ(a, b, &arena);

	if (!found)
		found = facts_differ(b, a, &arena);
	if (found)
		fail_msg("%s", found);
	arena_release(&arena);
}

static void let_go(void *at, size_t n)
{
	(void)n;
	free(at);
}

/* Pointers for a place where nothing lies: one that is not moved is a crash. */
TEST(frozen_facts_are_the_same_anywhere)
{
	const uint64_t nowhere = 4096;
	struct facts want, have;
	size_t n, again;
	char *block;

	facts_init(&want);
	random_facts(&want, &shape, 3);
	block = facts_freeze(&want, nowhere, &n);
	facts_init(&have);
	facts_thaw(&have, block, n, nowhere, let_go);
	are_same(&want, &have);
	facts_release(&want);
	/* and what was thawed can be frozen */
	block = facts_freeze(&have, nowhere, &again);
	assert_int_equal(again, n);
	facts_init(&want);
	facts_thaw(&want, block, again, nowhere, let_go);
	are_same(&have, &want);
	facts_release(&have);
	facts_release(&want);
}

/* All that was borrowed is copied when it grows, and never freed. */
TEST(thawed_facts_can_change)
{
	struct facts facts, same;
	struct edit edit;
	size_t n;
	char *block;

	facts_init(&facts);
	facts_init(&same);
	random_facts(&facts, &shape, 4);
	random_facts(&same, &shape, 4);
	block = facts_freeze(&facts, 4096, &n);
	facts_release(&facts);
	facts_init(&facts);
	facts_thaw(&facts, block, n, 4096, let_go);
	for (int turn = 0; turn < 2; turn++) {
		struct facts *one = turn ? &same : &facts;

		for (uint32_t p = 0; p < 100; p++) {
			edit = edit_of(EDIT_GRANT_USER);
			edit.project = p;
			edit.user = p * 3;
			edit.value = p % 3 ? LEVEL_CAN_VIEW : LEVEL_NONE;
			edit_apply(one, &edit);
			edit = edit_of(EDIT_MEMBER);
			edit.group = p % 30;
			edit.user = p * 2;
			edit.value = p % 2;
			edit_apply(one, &edit);
		}
		for (uint32_t p = 0; p < one->n_projects; p++)
			while (one->projects[p].n_grants)
				facts_set_grant(one, p,
					one->projects[p].grants[0].group,
					one->projects[p].grants[0].who,
					LEVEL_NONE);
		facts_set_grant(one, 5, false, 7, LEVEL_CAN_EDIT);
		facts_add_user(one, "u-new", "new@t.example", "New", ROLE_EDITOR);
		facts_add_group(one, "g-new", "New");
		facts_add_project(one, "p-new", "New", 3);
	}
	are_same(&same, &facts);
	facts_release(&facts);
	facts_release(&same);
}

/* ---- beside a store ------------------------------------------------------------------- */

static void filled(struct world *world)
{
	struct event event = small_event("workspace import");
	struct error err;

	world_begin(world);
	world->store = store_create(world->path, "ada", false, &err);
	assert_non_null(world->store);
	random_facts(&world->facts, &shape, 11);
	GOOD(store_begin(world->store, &err));
	GOOD(store_replace(world->store, &world->facts, &err));
	GOOD(store_commit(world->store, &event, &err));
}

/* As commit_edit(), with an event that says what it did. */
static void change(struct world *world, struct edit edit)
{
	struct event event = small_event("some change");
	struct json json;
	struct error err;
	struct buf buf;

	edit_apply(&world->facts, &edit);
	buf_init(&buf, 1 << 20);
	jsonw_init(&json, &buf, 0);
	jsonw_array(&json);
	edit_json(&json, &world->facts, &edit);
	jsonw_array_end(&json);
	event.edits = buf_text(&buf);
	GOOD(store_begin(world->store, &err));
	GOOD(store_apply(world->store, &world->facts, &edit, &err));
	GOOD(store_commit(world->store, &event, &err));
	edit_stamp(&world->facts, &edit, 1, event.time, event.actor);
	buf_release(&buf);
}

/* Whatever it weighs. */
static void leave_image(struct world *world)
{
	struct image_stamp stamp = image_stamp(world->store);
	struct facts facts;
	struct error err;

	facts_init(&facts);
	GOOD(store_load(world->store, &facts, &err));
	image_put(world->store, &facts, &stamp);
	facts_release(&facts);
}

/* Is one read?  And if so: is it what the tables hold? */
static bool is_read(struct world *world)
{
	struct facts facts, tables;
	struct error err;
	bool read;

	facts_init(&facts);
	facts_init(&tables);
	read = image_read(world->store, &facts) &&
		facts_follow(world->store, &facts, 500);
	if (read) {
		GOOD(store_load(world->store, &tables, &err));
		assert_int_equal(facts.revision, tables.revision);
		are_same(&tables, &facts);
	}
	facts_release(&facts);
	facts_release(&tables);
	return read;
}

TEST(an_image_is_read_and_followed)
{
	struct world world;
	struct edit edit;

	filled(&world);
	assert_false(is_read(&world));
	leave_image(&world);
	assert_true(is_read(&world));
	for (uint32_t i = 0; i < 40; i++) {
		edit = edit_of(i % 2 ? EDIT_GRANT_USER : EDIT_USER_ROLE);
		edit.user = i;
		if (i % 2)
			edit.project = i;
		edit.value = i % 2 ? LEVEL_CAN_EDIT : ROLE_EXPLORER;
		change(&world, edit);
		assert_true(is_read(&world));
	}
	edit = edit_of(EDIT_GROUP_DELETE);
	edit.group = 3;
	change(&world, edit);
	assert_true(is_read(&world));
	edit = edit_of(EDIT_GROUP_ADD);
	edit.text = "g-other";
	edit.text2 = "Other";
	change(&world, edit);
	assert_true(is_read(&world));
	world_end(&world);
}

TEST(what_replaced_the_whole_is_not_followed)
{
	struct event event = small_event("workspace import");
	struct world world;
	struct error err;

	filled(&world);
	leave_image(&world);
	event.edits = "[{\"edit\":\"something_of_tomorrow\"}]";
	GOOD(store_begin(world.store, &err));
	GOOD(store_commit(world.store, &event, &err));
	assert_false(is_read(&world));
	world_end(&world);
}

/* An event that does not fit what the image holds: rows were changed by hand. */
TEST(an_event_that_does_not_fit_ends_it)
{
	struct world world;
	struct edit edit = edit_of(EDIT_USER_ROLE);

	filled(&world);
	edit.user = 4;
	edit.value = ROLE_EDITOR;
	change(&world, edit);
	leave_image(&world);
	assert_true(is_read(&world));
	raw_sql(world.path, "UPDATE users SET role = 'viewer' WHERE n = 5");
	world.facts.users[4].role = ROLE_VIEWER;
	edit.value = ROLE_MANAGER;
	change(&world, edit);
	assert_false(is_read(&world));
	world_end(&world);
}

/* Another byte there, whatever it was: the addresses in an image are never the same. */
static void spoil(const char *path, long at)
{
	int fd = open(path, O_RDWR);
	unsigned char byte;

	assert_true(fd >= 0);
	assert_int_equal(pread(fd, &byte, 1, at), 1);
	byte ^= 0x5a;
	assert_int_equal(pwrite(fd, &byte, 1, at), 1);
	close(fd);
}

static void reopen(struct world *world)
{
	struct error err;

	store_close(world->store);
	world->store = store_open(world->path, STORE_WRITE, &err);
	if (!world->store)
		fail_msg("%s", err.text);
}

TEST(what_does_not_fit_is_passed_over)
{
	struct world world;
	const char *image;
	struct stat st;

	filled(&world);
	reopen(&world);
	leave_image(&world);
	image = beside(&world, ".image");
	assert_true(is_read(&world));
	assert_int_equal(stat(image, &st), 0);
	assert_int_equal(st.st_mode & 0777, 0600);
	for (long at = 0; at < st.st_size; at += st.st_size / 50) {
		spoil(image, at);
		if (at < 100 || at >= 4096)
			assert_false(is_read(&world));
		leave_image(&world);
		assert_true(is_read(&world));
	}
	assert_int_equal(truncate(image, st.st_size - 8), 0);
	assert_false(is_read(&world));
	leave_image(&world);
	assert_int_equal(chmod(image, 0640), 0);
	assert_false(is_read(&world));
	assert_int_equal(chmod(image, 0600), 0);
	assert_true(is_read(&world));
	/* a row by hand, at the same revision */
	raw_sql(world.path, "UPDATE users SET role = 'admin' WHERE n = 7");
	assert_false(is_read(&world));
	world_end(&world);
}

/* As cp does, over the file of a session that goes on. */
TEST(what_is_copied_over_it_later_harms_nobody)
{
	struct world world;
	struct facts facts, tables;
	struct error err;

	filled(&world);
	leave_image(&world);
	facts_init(&facts);
	facts_init(&tables);
	assert_true(image_read(world.store, &facts));
	assert_int_equal(truncate(beside(&world, ".image"), 0), 0);
	GOOD(store_load(world.store, &tables, &err));
	are_same(&tables, &facts);
	facts_release(&facts);
	facts_release(&tables);
	world_end(&world);
}

TEST(an_image_of_another_store_is_not_this_ones)
{
	struct world a, b;

	filled(&a);
	filled(&b);
	leave_image(&a);
	assert_int_equal(rename(beside(&a, ".image"), beside(&b, ".image")), 0);
	assert_false(is_read(&b));
	world_end(&a);
	world_end(&b);
}

TEST(a_small_workspace_leaves_none)
{
	struct world world;
	struct facts facts;
	struct error err;

	filled(&world);
	facts_init(&facts);
	GOOD(store_facts(world.store, &facts, &err));
	assert_int_equal(access(beside(&world, ".image"), F_OK),
			 IMAGE_LEAST > 3000 ? -1 : 0);
	are_same(&world.facts, &facts);
	facts_release(&facts);
	world_end(&world);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		CASE(frozen_facts_are_the_same_anywhere),
		CASE(thawed_facts_can_change),
		CASE(an_image_is_read_and_followed),
		CASE(what_replaced_the_whole_is_not_followed),
		CASE(an_event_that_does_not_fit_ends_it),
		CASE(what_does_not_fit_is_passed_over),
		CASE(what_is_copied_over_it_later_harms_nobody),
		CASE(an_image_of_another_store_is_not_this_ones),
		CASE(a_small_workspace_leaves_none),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
