/* list_test.c: rows, cursor, filter, sort, columns that fit. */
#include "tests/expect.h"
#include "tests/ui/seen.h"

#include "base/text.h"
#include "ui/list.h"

struct person {
	uint64_t id;
	const char *name, *role;
	int n;
};

static struct person people[8];
static size_t n_people;
static size_t asked;		/* cells */

static size_t rows(void *ctx)
{
	(void)ctx;
	return n_people;
}

static uint64_t person_id(void *ctx, size_t row)
{
	(void)ctx;
	return people[row].id;
}

static void cell(void *ctx, size_t row, size_t column, struct buf *out,
		 unsigned *style)
{
	(void)ctx;
	asked++;
	if (column == 0)
		buf_adds(out, people[row].name);
	else if (column == 1)
		buf_adds(out, people[row].role);
	else
		buf_printf(out, "%d", people[row].n);
	if (column == 2 && people[row].n > 5)
		*style |= STYLE_RED;
}

static const struct list_source source = {
	NULL, rows, person_id, cell, NULL, NULL, NULL, false
};
static const struct list_column columns[] = {
	{ "NAME", "name", 6, 0, 0, false, false, false },
	{ "ROLE", "role", 6, 8, 2, false, true, false },
	{ "N", "n", 2, 4, 1, true, true, false }
};

static struct list list;

FIXTURE(setup)
{
	static const struct person some[] = {
		{ 11, "Maya", "Admin", 3 }, { 12, "bob 10", "Viewer", 7 },
		{ 13, "Dana", "Editor", 12 }, { 14, "bob 9", "Viewer", 1 },
		{ 15, "Ravi", "Editor", 3 }
	};

	text_init();
	text_set_ascii(false);
	memcpy(people, some, sizeof(some));
	n_people = 5;
	list_init(&list, &source, columns, 3);
	list_refresh(&list);
	return 0;
}

FIXTURE(teardown)
{
	list_release(&list);
	return 0;
}

static bool press(uint32_t code)
{
	struct key key = { .code = code };

	return list_key(&list, &key);
}

static const char *here(void)
{
	size_t row;

	return list_current(&list, &row) ? people[row].name : "";
}

static void drawn(int n_rows, int n_cols, const char *want)
{
	struct canvas canvas;
	struct buf out;

	canvas_init(&canvas, n_rows, n_cols);
	list_draw(&list, &canvas, 0, 0, n_rows, n_cols, true);
	buf_init(&out, 1 << 16);
	canvas_dump(&canvas, &out);
	assert_string_equal(buf_text(&out), want);
	buf_release(&out);
	canvas_release(&canvas);
}

TEST(keys_move_the_cursor)
{
	assert_string_equal(here(), "Maya");
	press('j');
	press(KEY_DOWN);
	assert_string_equal(here(), "Dana");
	press('k');
	assert_string_equal(here(), "bob 10");
	press('G');
	assert_string_equal(here(), "Ravi");
	assert_true(press('j'));	/* the end: used, no move */
	assert_string_equal(here(), "Ravi");
	press('g');
	assert_string_equal(here(), "Maya");
	press(KEY_PGDN);
	press(KEY_END);
	press(KEY_PGUP);
	press(KEY_HOME);
	assert_string_equal(here(), "Maya");
	assert_false(press('x'));
	assert_false(press(KEY_ENTER));
}

TEST(it_is_drawn_with_its_cursor)
{
	press('j');
	drawn(4, 30,
	      "  NAME          ROLE         N\n"
	      "  Maya          Admin        3\n"
	      "▌ bob 10      ▐ Viewer       7\n"
	      "  Dana          Editor      12\n");
	press('G');
	drawn(4, 30,
	      "  NAME          ROLE         N\n"
	      "  Dana          Editor      12\n"
	      "  bob 9         Viewer       1\n"
	      "▌ Ravi        ▐ Editor       3\n");
}

TEST(the_cursor_is_bold_and_the_hardware_cursor_on_it)
{
	struct canvas canvas;

	canvas_init(&canvas, 6, 30);
	press('j');
	list_draw(&list, &canvas, 0, 0, 6, 30, true);
	assert_int_equal(canvas.cursor_row, 2);
	assert_int_equal(canvas.cell[2 * 30].style, STYLE_BOLD);
	assert_int_equal(canvas.cell[2 * 30 + 2].style, STYLE_REVERSE);
	assert_int_equal(canvas.cell[3 * 30 + 2].style, STYLE_PLAIN);
	assert_int_equal(canvas.cell[2 * 30 + 29].style & STYLE_RED, STYLE_RED);
	assert_int_equal(canvas.cell[0].style, STYLE_UNDERLINE);
	canvas_clear(&canvas);
	list_draw(&list, &canvas, 0, 0, 6, 30, false);
	assert_int_equal(canvas.cursor_row, -1);
	assert_int_equal(canvas.cell[2 * 30].point[0], 0x258c);
	assert_int_equal(canvas.cell[2 * 30 + 2].style, STYLE_BOLD);
	canvas_release(&canvas);
}

TEST(columns_are_dropped_when_narrow)
{
	press('G');
	drawn(2, 20, "  NAME    ROLE     N\n▌ Ravi  ▐ Editor   3\n");
	drawn(2, 18, "  NAME           N\n▌ Ravi      ▐    3\n");
	drawn(2, 9, "  NAME\n▌ Ravi\n");
	assert_int_equal(list.column_width[1], 0);
}

TEST(even_nothing_fits_nowhere_crashes)
{
	struct canvas canvas;
	int r, c;

	for (r = 0; r < 5; r++)
		for (c = 0; c < 25; c++) {
			canvas_init(&canvas, r, c);
			list_draw(&list, &canvas, 0, 0, r, c, true);
			list_draw(&list, &canvas, 1, 1, r, c, true);
			canvas_release(&canvas);
		}
}

TEST(sorting_is_natural_and_shows_its_arrow)
{
	list_sort(&list, 0);
	drawn(6, 30,
	      "  NAME ▲        ROLE         N\n"
	      "  bob 9         Viewer       1\n"
	      "  bob 10        Viewer       7\n"
	      "  Dana          Editor      12\n"
	      "▌ Maya        ▐ Admin        3\n"
	      "  Ravi          Editor       3\n");
	list_sort(&list, 2);
	drawn(6, 30,
	      "  NAME          ROLE       N ▲\n"
	      "  bob 9         Viewer       1\n"
	      "▌ Maya        ▐ Admin        3\n"
	      "  Ravi          Editor       3\n"
	      "  bob 10        Viewer       7\n"
	      "  Dana          Editor      12\n");
	list_sort(&list, 2);	/* again: reversed, ties still by name */
	assert_true(list.descending);
	drawn(6, 30,
	      "  NAME          ROLE       N ▼\n"
	      "  Dana          Editor      12\n"
	      "  bob 10        Viewer       7\n"
	      "▌ Maya        ▐ Admin        3\n"
	      "  Ravi          Editor       3\n"
	      "  bob 9         Viewer       1\n");
}

TEST(the_filter_is_live)
{
	list_filter_whole(&list, "bob");
	assert_int_equal(list.n_shown, 2);
	assert_int_equal(list.total, 5);
	list_filter_whole(&list, "bob !9");
	assert_int_equal(list.n_shown, 1);
	assert_string_equal(here(), "bob 10");
	list_filter_whole(&list, "role:editor");
	assert_int_equal(list.n_shown, 2);
	list_filter_whole(&list, "nobody");
	assert_int_equal(list.n_shown, 0);
	assert_string_equal(here(), "");
	press('j');
	list_filter_whole(&list, "");
	assert_int_equal(list.n_shown, 5);
}

TEST(the_cursor_stays_on_its_row)
{
	list_goto(&list, 14);
	list_filter_whole(&list, "viewer");
	assert_string_equal(here(), "bob 9");
	list_filter_whole(&list, "");
	assert_string_equal(here(), "bob 9");
	list_sort(&list, 0);
	assert_string_equal(here(), "bob 9");
	/* others come and go before it */
	memmove(&people[1], &people[0], 5 * sizeof(people[0]));
	people[0] = (struct person){ 20, "Alice", "Guest", 0 };
	n_people = 6;
	list_refresh(&list);
	assert_string_equal(here(), "bob 9");
	/* filtered to nothing and back */
	list_filter_whole(&list, "zzz");
	list_filter_whole(&list, "");
	assert_string_equal(here(), "bob 9");
}

TEST(a_row_that_vanished_leaves_its_neighbour)
{
	list_goto(&list, 13);
	memmove(&people[2], &people[3], 2 * sizeof(people[0]));
	n_people = 4;
	list_refresh(&list);
	assert_string_equal(here(), "bob 9");
	list_goto(&list, 15);
	n_people = 3;
	list_refresh(&list);
	assert_string_equal(here(), "bob 9");
	n_people = 0;
	list_refresh(&list);
	assert_string_equal(here(), "");
	assert_false(list_goto(&list, 11));
}

TEST(a_row_filtered_away_leaves_the_next)
{
	list_goto(&list, 13);		/* Dana */
	list_filter_whole(&list, "viewer");
	assert_string_equal(here(), "bob 9");
}

TEST(left_and_right_walk_the_links)
{
	drawn(2, 30, "  NAME          ROLE         N\n▌ Maya        ▐ Admin        3\n");
	assert_int_equal(list.focus_column, 0);
	assert_false(press(KEY_LEFT));
	assert_true(press(KEY_RIGHT));
	assert_int_equal(list.focus_column, 1);
	assert_true(press(KEY_RIGHT));
	assert_int_equal(list.focus_column, 2);
	assert_false(press(KEY_RIGHT));
	assert_true(press(KEY_LEFT));
	assert_int_equal(list.focus_column, 1);
}

static bool mouse(int button, int row, int col)
{
	struct key key = { .code = KEY_MOUSE, .button = button, .row = row,
			   .col = col };

	return list_key(&list, &key);
}

TEST(the_mouse_points_and_sorts)
{
	struct canvas canvas;

	canvas_init(&canvas, 10, 60);
	list_draw(&list, &canvas, 2, 5, 6, 30, true);
	canvas_release(&canvas);
	assert_true(mouse(0, 5, 8));
	assert_string_equal(here(), "Dana");
	assert_true(mouse(0, 3, 24));	/* a link */
	assert_string_equal(here(), "Maya");
	assert_int_equal(list.focus_column, 1);
	assert_true(mouse(65, 3, 8));
	assert_string_equal(here(), "bob 9");
	assert_true(mouse(0, 2, 24));	/* the title */
	assert_true(list.sorted);
	assert_int_equal(list.sort, 1);
	assert_false(mouse(0, 1, 8));
	assert_false(mouse(0, 5, 40));
	assert_false(mouse(0, 5, 2));
	assert_false(mouse(0, 9, 8));
}

static bool by_number(void *ctx, size_t row, size_t column, int64_t *out)
{
	(void)ctx;
	*out = people[row].n;
	return column == 1;
}

TEST(a_source_may_say_what_orders_it)
{
	static const struct list_source own = { NULL, rows, person_id, cell,
						by_number, NULL, NULL, false };

	list_release(&list);
	list_init(&list, &own, columns, 3);
	list_sort(&list, 1);
	press('g');
	assert_string_equal(here(), "bob 9");
	press('G');
	assert_string_equal(here(), "Dana");
}

/* 100,000 rows, counted in cells that were asked for, not in seconds. */
static size_t many(void *ctx)
{
	(void)ctx;
	return 100000;
}

static uint64_t many_id(void *ctx, size_t row)
{
	(void)ctx;
	return row + 1;
}

static void many_cell(void *ctx, size_t row, size_t column, struct buf *out,
		      unsigned *style)
{
	(void)ctx;
	(void)style;
	asked++;
	if (column == 0)
		buf_printf(out, "user%zu", row);
	else
		buf_adds(out, row % 2 ? "Viewer" : "Editor");
}

static size_t millions(void *ctx)
{
	(void)ctx;
	return 3000000;
}

TEST(a_filter_of_very_many_goes_on_later)
{
	static const struct list_source big = { NULL, millions, many_id, many_cell,
						NULL, NULL, NULL, false };
	size_t first;

	list_release(&list);
	list_init(&list, &big, columns, 3);
	list_refresh(&list);
	assert_true(list_filter(&list, "9999"));
	assert_true(list_is_left(&list));
	first = list.n_shown;
	assert_true(list_goto(&list, many_id(NULL, 2999999)));	/* needs them all */
	assert_false(list_is_left(&list));
	assert_false(list_go_on(&list));
	assert_true(list.n_shown > first);
	assert_int_equal(list.shown[list.n_shown - 1], 2999999);
	first = list.n_shown;
	assert_true(list_filter(&list, "999"));
	assert_true(list_filter(&list, "9999"));	/* half done: from the start */
	while (list_go_on(&list))
		;
	assert_int_equal(list.n_shown, first);
	(void)list_filter(&list, "");	/* nothing to find: done or not, as fast as it is */
	list_filter_whole(&list, "99999");
	assert_int_equal(list.shown[list.cursor], 2999999);	/* it stayed */
}

TEST(many_rows_are_asked_as_little_as_possible)
{
	static const struct list_source big = { NULL, many, many_id, many_cell,
						NULL, NULL, NULL, false };
	struct canvas canvas;

	list_release(&list);
	list_init(&list, &big, columns, 3);
	asked = 0;
	list_refresh(&list);
	assert_int_equal(asked, 0);
	canvas_init(&canvas, 24, 80);
	list_draw(&list, &canvas, 0, 0, 24, 80, true);
	canvas_release(&canvas);
	assert_int_equal(asked, 23 * 3);
	asked = 0;
	press('G');
	press('g');
	assert_int_equal(asked, 0);
	list_filter_whole(&list, "99");
	assert_int_equal(list.n_shown, 3691);
	asked = 0;
	list_filter_whole(&list, "999");	/* typed on: only what is still shown */
	/* and of those that pass, no cell behind the one that says so */
	assert_int_equal(asked, list.n_shown + 3 * (3691 - list.n_shown));
	asked = 0;
	list_filter_whole(&list, "role:viewer");	/* one column is enough */
	assert_int_equal(asked, 100000);
	assert_int_equal(list.n_shown, 50000);
}

#define C(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
static bool not_dana(void *ctx, size_t row)
{
	(void)ctx;
	return people[row].id != 13;
}

/* Marked rows by name, in the source's order. */
static const char *marked(void)
{
	static char out[128];
	size_t i;

	out[0] = '\0';
	for (i = 0; i < n_people; i++)
		if (list_is_marked(&list, i))
			snprintf(out + strlen(out), sizeof(out) - strlen(out),
				 "%s%s", out[0] ? "," : "", people[i].name);
	return out;
}

TEST(marks_are_by_id)
{
	list.source.markable = not_dana;
	list_mark(&list);			/* Maya, and goes on */
	assert_string_equal(here(), "bob 10");
	press('j');
	list_mark(&list);			/* Dana may not be marked */
	assert_string_equal(here(), "bob 9");
	assert_string_equal(marked(), "Maya");
	assert_int_equal(list_matches(&list, "role:viewer"), 2);
	assert_int_equal(list_mark_by(&list, "role:viewer", true), 2);
	assert_string_equal(marked(), "Maya,bob 10,bob 9");
	assert_int_equal(list_mark_by(&list, "10", false), 1);
	assert_string_equal(marked(), "Maya,bob 9");
	assert_int_equal(list_mark_by(&list, "", true), 0);
	list_mark_others(&list);
	assert_string_equal(marked(), "bob 10,Ravi");
	list_sort(&list, 0);
	assert_string_equal(marked(), "bob 10,Ravi");
	press(KEY_HOME);
	list_mark(&list);			/* bob 9 */
	press('k');
	list_mark(&list);			/* and no more */
	assert_string_equal(marked(), "bob 10,Ravi");
	list_unmark(&list);
	assert_string_equal(marked(), "");
}

TEST(marks_outlive_filters_and_not_their_rows)
{
	list_mark_by(&list, "role:viewer", true);
	list_mark(&list);
	assert_int_equal(list.n_marks, 3);
	assert_int_equal(list.marks_shown, 3);
	list_filter_whole(&list, "a");		/* Maya Dana Ravi */
	assert_int_equal(list.n_marks, 3);
	assert_int_equal(list.marks_shown, 1);
	list_mark_others(&list);		/* those not shown stay */
	assert_string_equal(marked(), "bob 10,Dana,bob 9,Ravi");
	assert_int_equal(list.marks_shown, 2);
	list_filter_whole(&list, "");
	assert_int_equal(list.marks_shown, 4);
	people[1] = people[4];			/* bob 10 has gone */
	n_people = 4;
	list_refresh(&list);
	assert_string_equal(marked(), "Ravi,Dana,bob 9");
	assert_int_equal(list.n_marks, 3);
}

TEST(marks_have_a_glyph_also_in_ascii)
{
	list_mark(&list);
	drawn(3, 24, "  NAME    ROLE         N\n"
		     " \u2713Maya    Admin        3\n"
		     "▌ bob 10▐ Viewer       7\n");
	text_set_ascii(true);
	drawn(3, 24, "  NAME    ROLE         N\n"
		     " *Maya    Admin        3\n"
		     "> bob 10  Viewer       7\n");
	text_set_ascii(false);
}

TEST(columns_can_be_hidden_but_for_the_first)
{
	list_hide(&list, 0, true);
	list_hide(&list, 1, true);
	drawn(2, 24, "  NAME                 N\n"
		     "▌ Maya            ▐    3\n");
	press(KEY_RIGHT);
	assert_int_equal(list.focus_column, 2);	/* not the hidden link */
	list_hide(&list, 2, true);
	drawn(2, 24, "  NAME\n"
		     "▌ Maya\n");
	assert_int_equal(list.focus_column, 0);
	list_hide(&list, 1, false);
	list_filter_whole(&list, "n:7");		/* asked all the same */
	assert_string_equal(here(), "bob 10");
}

TEST(rows_may_end_in_a_cell_to_go_to)
{
	struct key click = { .code = KEY_MOUSE, .row = 2, .col = 28 };

	list.ends = true;
	drawn(3, 30, "  NAME      ROLE         N\n"
		     "▌ Maya    ▐ Admin        3 ⋯\n"
		     "  bob 10    Viewer       7\n");
	press(KEY_RIGHT);
	press(KEY_RIGHT);
	assert_true(press(KEY_RIGHT));
	assert_int_equal(list.focus_column, 3);
	assert_false(press(KEY_RIGHT));
	press(KEY_LEFT);
	assert_int_equal(list.focus_column, 2);
	list_key(&list, &click);
	assert_int_equal(list.focus_column, 3);
	assert_string_equal(here(), "bob 10");
	drawn(3, 20, "  NAME    ROLE     N\n"	/* no room for it */
		     "  Maya    Admin    3\n"
		     "▌ bob 10▐ Viewer   7\n");
	assert_int_equal(list.focus_column, 0);
}

TEST(a_list_is_text)
{
	struct buf out;

	buf_init(&out, 4096);
	list_filter_whole(&list, "role:viewer");
	list_hide(&list, 2, true);
	list_text(&list, &out);
	assert_string_equal(buf_text(&out), "NAME    ROLE\n"
			    "bob 10  Viewer\nbob 9   Viewer\n");
	buf_release(&out);
}

/* A column without cells is there for the filters that name it. */
TEST(some_columns_are_only_asked)
{
	static const struct list_column with[] = {
		{ "NAME", "name", 6, 0, 0, false, false, false },
		{ "", "role", 0, 0, 0, false, false, false }
	};
	struct list mine;
	struct buf out;

	list_init(&mine, &source, with, 2);
	list_refresh(&mine);
	assert_int_equal(list_columns(&mine), 1);
	list_filter(&mine, "viewer");
	assert_int_equal(mine.n_shown, 0);
	list_filter(&mine, "role:viewer");
	assert_int_equal(mine.n_shown, 2);
	list_hide(&mine, 1, false);
	buf_init(&out, 4096);
	list_text(&mine, &out);
	assert_string_equal(buf_text(&out), "NAME\nbob 10\nbob 9\n");
	buf_release(&out);
	list_release(&mine);
}

static void completes(const char *typed, const char *want)
{
	struct buf out;

	buf_init(&out, 4096);
	if (list_complete(&list, typed, &out) != (want != NULL))
		fail_msg("%s: %s", typed, buf_text(&out));
	if (want)
		assert_string_equal(buf_text(&out), want);
	buf_release(&out);
}

TEST(tab_completes_the_last_term)
{
	completes("ro", "role:");
	completes("maya ro", "maya role:");
	completes("!ro", "!role:");
	completes("n", NULL);		/* name and n */
	completes("na", "name:");
	completes("xyz", NULL);
	completes("", NULL);
	completes("role:v", "role:Viewer");
	completes("role:Viewer", NULL);
	completes("role:x", NULL);
	completes("role:", NULL);
	completes("name:b", "name:\"bob ");
	completes("name:\"bob 1", "name:\"bob 10\"");
	completes("what:b", NULL);
}

/* Where all that is shown has the room, the text of the last column goes on below. */
TEST(the_last_column_goes_on_below_itself)
{
	static const struct list_column last[] = {
		{ "NAME", "name", 6, 8, 0, false, false, false },
		{ "WHY", "why", 6, 0, 0, false, false, false }
	};

	people[1].role = "role Viewer; Snowflake prod";
	list_release(&list);
	list_init(&list, &source, last, 2);
	list.wraps = true;
	drawn(9, 26,
	      "  NAME      WHY\n"
	      "\u258c Maya    \u2590 Admin\n"
	      "  bob 10    role Viewer;\n"
	      "            Snowflake prod\n"
	      "  Dana      Editor\n"
	      "  bob 9     Viewer\n"
	      "  Ravi      Editor\n\n\n");
	press('j');
	press('j');
	drawn(6, 26,			/* all or none: rows are not lost to it */
	      "  NAME      WHY\n"
	      "  Maya      Admin\n"
	      "  bob 10    role Viewer; \u2026\n"
	      "\u258c Dana    \u2590 Editor\n"
	      "  bob 9     Viewer\n"
	      "  Ravi      Editor\n");
}

RUN(C(keys_move_the_cursor), C(it_is_drawn_with_its_cursor),
    C(the_cursor_is_bold_and_the_hardware_cursor_on_it),
    C(columns_are_dropped_when_narrow), C(even_nothing_fits_nowhere_crashes),
    C(sorting_is_natural_and_shows_its_arrow), C(the_filter_is_live),
    C(the_cursor_stays_on_its_row), C(a_row_that_vanished_leaves_its_neighbour),
    C(a_row_filtered_away_leaves_the_next), C(left_and_right_walk_the_links),
    C(the_mouse_points_and_sorts), C(a_source_may_say_what_orders_it),
    C(a_filter_of_very_many_goes_on_later),
    C(many_rows_are_asked_as_little_as_possible), C(marks_are_by_id),
    C(marks_outlive_filters_and_not_their_rows),
    C(marks_have_a_glyph_also_in_ascii),
    C(columns_can_be_hidden_but_for_the_first),
    C(rows_may_end_in_a_cell_to_go_to), C(a_list_is_text), C(some_columns_are_only_asked),
    C(tab_completes_the_last_term),
    C(the_last_column_goes_on_below_itself))
