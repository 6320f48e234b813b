/* compare_test.c: two people side by side, and one given what the other has. */
#include "tests/action/verbs_world.h"

#include "action/review/compare.h"
#include "tests/access/lab.h"

static void open_random(struct world *w, struct chance *chance)
{
	struct facts facts;
	struct buf text;

	lab_workspace(&facts, chance);
	lab_as_file(&facts);
	buf_init(&text, 1 << 24);
	workspace_write_json(&text, &facts);
	facts_release(&facts);
	world_open_text(w, buf_text(&text));
	buf_release(&text);
}

/* The fast engine picks the projects; the plain one answers for them. */
TEST(it_lists_where_they_differ_and_no_other)
{
	struct chance chance = { 5 };
	size_t differ = 0, same = 0;

	for (int i = 0; i < 40; i++) {
		struct world w;
		const struct seen *seen;
		uint32_t n, all, at, *list, users[2], p;
		struct arena arena = { 0 };

		open_random(&w, &chance);
		seen = app_seen(&w.app);
		users[0] = chance_below(&chance, seen_n_users(seen));
		users[1] = chance_below(&chance, seen_n_users(seen));
		list = compare_projects(seen, users, false, &arena, &n);
		(void)compare_projects(seen, users, true, &arena, &all);
		assert_int_equal(all, seen_n_projects(seen));
		for (p = 0; p < seen_n_projects(seen); p++) {
			struct compared one;

			compare_project(seen, users, p, &arena, &one);
			for (at = 0; at < n && list[at] != p; at++)
				;
			assert_int_equal(at < n, one.differ);
			assert_int_equal(one.differ,
					 *compare_why(seen, &one, &arena) != '\0');
			differ += one.differ;
			same += !one.differ;
		}
		arena_release(&arena);
		world_close(&w);
	}
	assert_true(differ > 40 && same > 40);
}

static const char *cell(const struct world *w, const char *project, size_t column)
{
	for (size_t i = 0; i < w->result.n_rows; i++)
		if (strcmp(w->result.cells[i * w->result.n_columns], project) == 0)
			return w->result.cells[i * w->result.n_columns + column];
	return "";
}

TEST(it_says_why)
{
	struct world w;

	world_open(&w);
	DO(&w, "u-ada", "access compare ed@t.example u-eve", 0, "");
	assert_string_equal(cell(&w, "p", 2), "Full Access");
	assert_string_equal(cell(&w, "p", 3), "Can Edit");
	assert_string_equal(cell(&w, "p", 4), "Ed owns it");
	assert_string_equal(w.result.message, "Only Eve is in Mix. 4 projects.");
	DO(&w, "u-ada", "project take-access q", 0, "");
	DO(&w, "u-ada", "project share q --user u-vic --level can_edit", 0, "");
	DO(&w, "u-ada", "access compare u-out u-vic", 0, "");
	assert_string_equal(cell(&w, "q", 3), "Can Edit -> Can View");
	assert_string_equal(cell(&w, "q", 4), "Vic is held by role Viewer");
	assert_string_equal(cell(&w, "p", 4), "");		/* the same there */
	DO(&w, "u-ada", "project share q --group g-in --level full_access", 0, "");
	DO(&w, "u-ada", "access compare u-eve u-out", 0, "");
	assert_string_equal(cell(&w, "q", 4), "Eve through In; Otto is not in it");
	DO(&w, "u-ada", "access compare u-eve eve@t.example", 2, "BAD_VALUE");
	DO(&w, "u-max", "access compare u-max u-eve", 3, "ROLE_NEEDED");
	world_close(&w);
}

static void same_bytes(struct world *w, struct buf *before)
{
	struct buf after;

	world_write(&w->app.facts, &after);
	assert_string_equal(buf_text(before), buf_text(&after));
	buf_release(&after);
}

/* One event; and an undo that leaves the file as it was. */
TEST(a_copy_is_one_change)
{
	struct world w;
	struct buf before;
	int64_t then;

	world_open(&w);
	DO(&w, "u-ada", "project take-access p", 0, "");
	DO(&w, "u-ada", "project take-access q", 0, "");
	DO(&w, "u-ada", "access compare u-eve u-out --copy", 0, "");
	assert_int_equal(w.result.n_rows, 3);	/* the group; arch and p; q is there */
	world_write(&w.app.facts, &before);
	then = revision(&w);
	DO(&w, "u-ada", "access copy u-eve u-out --skip", 0, "");
	assert_int_equal(revision(&w), then + 1);
	assert_int_equal(world_level(&w, "u-out", "p", NULL), LEVEL_CAN_EDIT);
	assert_int_equal(world_grant(&w, "u-out", "p"), LEVEL_CAN_EDIT);
	world_is_stored(&w);
	DO(&w, "u-ada", "undo", 0, "");
	same_bytes(&w, &before);
	world_is_stored(&w);
	buf_release(&before);
	world_close(&w);
}

/* The group comes first, so that what it opens is there for the grant (D4). */
TEST(what_is_refused_is_named_and_stops_all)
{
	struct world w;
	struct buf before;

	world_open(&w);
	DO(&w, "u-ada", "project take-access q", 0, "");
	world_write(&w.app.facts, &before);
	/* Ada has nothing on p, and arch takes no grants. */
	DO(&w, "u-ada", "access copy u-eve u-out", 3, "LEVEL_NEEDED");
	assert_non_null(strstr(w.err.text, "2 of 3 cannot be copied"));
	assert_non_null(strstr(w.err.text, "Can Edit on Paper"));
	assert_non_null(strstr(w.err.text, "Can Edit on Archive"));
	same_bytes(&w, &before);
	DO(&w, "u-ada", "access copy u-eve u-out --skip", 0, "");
	assert_non_null(strstr(w.result.message, "2 of 3 are left out."));
	DO(&w, "u-ada", "undo", 0, "");
	DO(&w, "u-ada", "access copy u-eve u-vin --skip", 0, "");
	assert_non_null(world_warning(&w, "NOT_COPIED"));
	DO(&w, "u-ada", "undo", 0, "");
	same_bytes(&w, &before);
	DO(&w, "u-ada", "project take-access p", 0, "");
	DO(&w, "u-ada", "group remove g-in u-eve", 0, "");
	DO(&w, "u-ada", "access copy u-eve u-max", 5, "ASSET_MISSING");
	assert_non_null(strstr(w.err.text, "Can Edit on Paper"));
	DO(&w, "u-ada", "access copy u-eve u-eve", 2, "BAD_VALUE");
	DO(&w, "u-max", "access copy u-eve u-out", 3, "ROLE_NEEDED");
	buf_release(&before);
	world_close(&w);
}

TEST(the_role_only_where_it_is_asked_for)
{
	struct world w;

	world_open(&w);
	DO(&w, "u-ada", "access copy u-ben u-vic", 0, "");
	assert_int_equal(w.app.facts.users[facts_user(&w.app.facts, "u-vic")].role,
			 ROLE_VIEWER);
	assert_int_equal(w.result.event, 0);
	DO(&w, "u-ada", "access copy u-max u-vic --role --skip", 0, "");
	assert_int_equal(w.app.facts.users[facts_user(&w.app.facts, "u-vic")].role,
			 ROLE_MANAGER);
	/* Whoever would be the last Admin stays one. */
	DO(&w, "u-ada", "user role u-ben editor", 0, "");
	DO(&w, "u-ada", "access copy u-vin u-ada --role", 5, "LAST_ADMIN");
	world_close(&w);
}

/* What is higher stays, and who was held is held as before. */
TEST(nothing_is_taken_and_the_held_stay_held)
{
	struct world w;

	world_open(&w);
	DO(&w, "u-ada", "project take-access q", 0, "");
	DO(&w, "u-ada", "access copy u-out u-vin --skip", 0, "");
	assert_int_equal(world_grant(&w, "u-vin", "q"), LEVEL_CAN_EDIT);
	assert_int_equal(world_level(&w, "u-vin", "q", NULL), LEVEL_CAN_VIEW);
	assert_non_null(world_warning(&w, "ROLE_CAP_VIEWER"));
	DO(&w, "u-ada", "access copy u-vin u-max --skip", 0, "");
	assert_int_equal(world_grant(&w, "u-max", "q"), LEVEL_FULL_ACCESS);
	world_close(&w);
}

/* After a copy that left nothing out the second has at least what the first has, but
 * for what the role and missing assets hold. */
TEST(the_second_is_granted_what_the_first_is)
{
	struct chance chance = { 99 };
	size_t done = 0, raised = 0;

	for (int i = 0; i < 60; i++) {
		struct arena arena = { 0 };
		struct copy_steps steps;
		struct buf before;
		uint32_t users[2], p;
		struct world w;
		char line[160];

		open_random(&w, &chance);
		users[0] = chance_below(&chance, w.app.facts.n_users);
		users[1] = chance_below(&chance, w.app.facts.n_users);
		if (users[0] != users[1]) {
			world_write(&w.app.facts, &before);
			copy_steps_find(app_seen(&w.app), users, false, &arena, &steps);
			snprintf(line, sizeof(line), "access copy %s %s --skip",
				 w.app.facts.users[users[0]].id,
				 w.app.facts.users[users[1]].id);
			assert_int_equal(world_do(&w, w.app.facts.users[0].id, line), 0);
			world_is_stored(&w);
			for (p = 0; p < w.app.facts.n_projects &&
			     !world_warning(&w, "NOT_COPIED"); p++) {
				struct compared one;

				compare_project(app_seen(&w.app), users, p, &arena, &one);
				if (w.app.facts.users[users[1]].active &&
				    w.app.facts.users[users[0]].active &&
				    w.app.facts.users[users[1]].role != ROLE_GUEST)
					assert_true(one.of[1].granted >=
						    one.of[0].granted);
				done++;
			}
			raised += w.result.event != 0;
			if (w.result.event) {
				assert_int_equal(world_do(&w, w.app.facts.users[0].id,
							  "undo"), 0);
				same_bytes(&w, &before);
			}
			buf_release(&before);
		}
		arena_release(&arena);
		world_close(&w);
	}
	assert_true(done > 50 && raised > 20);
}

RUN(CASE(it_lists_where_they_differ_and_no_other), CASE(it_says_why),
    CASE(a_copy_is_one_change), CASE(what_is_refused_is_named_and_stops_all),
    CASE(the_role_only_where_it_is_asked_for),
    CASE(nothing_is_taken_and_the_held_stay_held),
    CASE(the_second_is_granted_what_the_first_is))
