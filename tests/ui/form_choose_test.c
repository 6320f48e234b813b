/* form_choose_test.c: a chooser, closed and open. */
#include "tests/expect.h"
#include "tests/ui/seen.h"

#include "base/text.h"
#include "ui/form.h"

static const char *const levels[] = {
	"App Only", "Can View", "Can Edit", "Full Access"
};
static const char *const means[] = {
	"opens the app", "looks", "changes", "all that"
};
static const char *const types[] = {
	"Snowflake", "BigQuery", "Databricks", "ClickHouse", "Athena", "Redshift",
	"Postgres", "MySQL", "SQL Server", "Cloud SQL", "MotherDuck", "Trino",
	"Presto", "Starburst", "Exasol"
};
static const char *shut[15];
static struct form form;
static struct canvas canvas;

FIXTURE(setup)
{
	struct field *field;

	text_init();
	text_set_ascii(true);
	memset(shut, 0, sizeof(shut));
	form_init(&form);
	form_add_text(&form, "name", "Name", "Lake");
	field = form_add_choice(&form, "level", "Level", levels, 4, 1);
	field->means = means;
	field = form_add_choice(&form, "type", "Type", types, 15, 0);
	field->shut = shut;
	field = form_add(&form, FIELD_ROWS, "who", "Who");
	field->choices = levels;
	field->n_choices = 4;
	form_row_add(&form, field, "owner", "Maya", false, 3)->fixed = "owner";
	form_row_add(&form, field, "data", "Data Team", false, 2);
	return 0;
}

FIXTURE(teardown)
{
	form_release(&form);
	if (canvas.cell)
		canvas_release(&canvas);
	memset(&canvas, 0, sizeof(canvas));
	text_set_ascii(false);
	return 0;
}

static bool press(uint32_t code)
{
	struct key key = { .code = code };

	return form_key(&form, &key);
}

static void type(const char *text)
{
	for (; *text; text++)
		assert_true(press((unsigned char)*text));
}

static int choice_of(const char *name)
{
	return form_field(&form, name)->choice;
}

static void drawn(int rows, int cols, const char *want)
{
	struct buf out;

	if (canvas.cell)
		canvas_release(&canvas);
	canvas_init(&canvas, rows, cols);
	form_draw(&form, &canvas, 0, 0, rows, cols);
	form_draw_open(&form, &canvas);
	buf_init(&out, 1 << 16);
	canvas_dump(&canvas, &out);
	assert_string_equal(buf_text(&out), want);
	buf_release(&out);
}

TEST(enter_opens_and_takes)
{
	form_focus(&form, "level");
	form.touched = false;
	assert_true(press(KEY_ENTER));
	assert_true(form_choosing(&form));
	assert_true(form_typing(&form));
	assert_false(form.touched);
	assert_true(press(KEY_DOWN));
	assert_int_equal(choice_of("level"), 2);	/* counts already */
	assert_true(form.touched);
	assert_true(press(KEY_ENTER));
	assert_false(form_choosing(&form));
	assert_int_equal(choice_of("level"), 2);
	assert_string_equal(form_focused(&form)->name, "level");
}

TEST(esc_goes_back_to_what_was)
{
	form_focus(&form, "level");
	press(KEY_ENTER);
	press(KEY_END);
	assert_int_equal(choice_of("level"), 3);
	assert_true(press(KEY_ESC));
	assert_false(form_choosing(&form));
	assert_int_equal(choice_of("level"), 1);
	assert_false(form_changed(&form));
	assert_false(press(KEY_ESC));	/* the dialog's */
}

TEST(letters_filter_it)
{
	form_focus(&form, "type");
	press(KEY_ENTER);
	type("sta");			/* q, j, v are letters here, too */
	press(KEY_ENTER);
	assert_int_equal(choice_of("type"), 13);
	press(KEY_ENTER);
	type("sql s");			/* words in any order */
	press(KEY_ENTER);
	assert_int_equal(choice_of("type"), 8);
	press(KEY_ENTER);
	type("s");			/* first the one that begins so */
	press(KEY_ENTER);
	assert_int_equal(choice_of("type"), 0);
	press(KEY_ENTER);
	type("vv");
	press(KEY_ENTER);		/* no match: nothing is taken */
	assert_true(form_choosing(&form));
	assert_int_equal(choice_of("type"), 0);
	press(KEY_ESC);
	assert_int_equal(choice_of("type"), 0);
}

TEST(tab_takes_and_goes_on)
{
	form_focus(&form, "level");
	press(KEY_ENTER);
	press(KEY_UP);
	assert_true(press(KEY_TAB));
	assert_false(form_choosing(&form));
	assert_int_equal(choice_of("level"), 0);
	assert_string_equal(form_focused(&form)->name, "type");
}

/* Where others follow it, only what is taken counts. */
TEST(a_field_that_leads_waits)
{
	form_field(&form, "level")->leads = true;
	form_focus(&form, "level");
	press(KEY_ENTER);
	press(KEY_END);
	assert_int_equal(choice_of("level"), 1);
	press(KEY_ENTER);
	assert_int_equal(choice_of("level"), 3);
}

TEST(a_row_has_a_list_too)
{
	form_focus_row(&form, "who", "data");
	assert_true(press(KEY_ENTER));
	type("vi");
	press(KEY_ENTER);
	assert_int_equal(form_row(form_field(&form, "who"), "data")->choice, 1);
	form_focus_row(&form, "who", "owner");
	press(KEY_ENTER);
	assert_false(form_choosing(&form));
}

TEST(a_letter_jumps_on_a_closed_one)
{
	form_focus(&form, "type");
	assert_true(press('p'));
	assert_int_equal(choice_of("type"), 6);
	assert_true(press('p'));
	assert_int_equal(choice_of("type"), 12);
	assert_true(press('p'));
	assert_int_equal(choice_of("type"), 6);
	assert_true(press('B'));
	assert_int_equal(choice_of("type"), 1);
	assert_true(form_takes(&form, 'p'));
	assert_false(form_takes(&form, 'v'));
	assert_false(press('v'));	/* none begins so: the owner's */
	form.readonly = true;
	assert_false(press('p'));
	assert_false(form_takes(&form, 'p'));
	assert_int_equal(choice_of("type"), 1);
}

/* What cannot be had is walked over, jumped over, and not taken. */
TEST(what_is_shut_says_why)
{
	shut[1] = "Team plan";
	form_focus(&form, "type");
	press(KEY_RIGHT);
	assert_int_equal(choice_of("type"), 2);
	press('b');
	assert_int_equal(choice_of("type"), 2);
	press(KEY_ENTER);
	press(KEY_UP);
	assert_int_equal(choice_of("type"), 2);
	press(KEY_ENTER);
	assert_true(form_choosing(&form));
	press(KEY_ESC);
	form_field(&form, "level")->n_open = 2;
	form_focus(&form, "level");
	press(KEY_RIGHT);
	assert_int_equal(choice_of("level"), 1);
	press(' ');
	assert_int_equal(choice_of("level"), 0);
}

TEST(text_typed_and_not_taken_stops_a_save)
{
	form_focus(&form, "type");
	press(KEY_ENTER);
	type("sql");
	assert_false(form_pick_typed(&form));
	assert_true(form_choosing(&form));
	assert_non_null(strstr(form_field(&form, "type")->error, "\"sql\""));
	type(" my");
	assert_string_equal(form_field(&form, "type")->error, "");
	assert_true(form_pick_typed(&form));	/* the only match */
	assert_int_equal(choice_of("type"), 7);
	press(KEY_ENTER);
	press(KEY_DOWN);
	assert_true(form_pick_typed(&form));	/* the one of the cursor */
	assert_int_equal(choice_of("type"), 8);
	assert_false(form_choosing(&form));
}

TEST(what_is_merged_closes_it)
{
	struct form fresh;

	form_focus(&form, "level");
	press(KEY_ENTER);
	press(KEY_END);
	form_init(&fresh);
	form_add_choice(&fresh, "level", "Level", levels, 3, 0);
	assert_int_equal(form_merge(&form, &fresh), 0);
	form_release(&fresh);
	assert_false(form_choosing(&form));
	assert_int_equal(choice_of("level"), 0);
}

TEST(the_mouse_takes_and_closes)
{
	struct key click = { .code = KEY_MOUSE, .row = 3, .col = 14 };

	form_focus(&form, "level");
	press(KEY_ENTER);
	drawn(14, 50, "  Name   [Lake                                   ]\n"
	      "\n"
	      "> Level  < Can View    >\n"
	      "  Type   .- Level --------------------.\n"
	      "Who      | App Only     opens the app |\n"
	      "  Maya   |>Can View     now; looks    |\n"
	      "  Data   | Can Edit     changes       |\n"
	      "         | Full Access  all that      |\n"
	      "         '----------------------------'\n"
	      "\n\n\n\n\n");
	form_key(&form, &click);	/* the frame */
	assert_true(form_choosing(&form));
	click.row = 6;
	form_key(&form, &click);
	assert_false(form_choosing(&form));
	assert_int_equal(choice_of("level"), 2);
	press(KEY_ENTER);
	drawn(14, 50, "  Name   [Lake                                   ]\n"
	      "\n"
	      "> Level  < Can Edit    >\n"
	      "  Type   .- Level --------------------.\n"
	      "Who      | App Only     opens the app |\n"
	      "  Maya   | Can View     now; looks    |\n"
	      "  Data   |>Can Edit     changes       |\n"
	      "         | Full Access  all that      |\n"
	      "         '----------------------------'\n"
	      "\n\n\n\n\n");
	click.row = 12;
	form_key(&form, &click);	/* beside it: as it was */
	assert_false(form_choosing(&form));
	assert_int_equal(choice_of("level"), 2);
}

/* A long list has a line to filter it, how many there are, and how many are not in
 * sight. */
TEST(a_long_list_says_how_long)
{
	shut[0] = "Team plan";
	form_focus(&form, "type");
	press(KEY_ENTER);
	drawn(10, 40, "     .- Type --------------------------.\n"
	      "     | /                            15 |\n"
	      "     |>Snowflake   now; not: Team plan |\n"
	      ">    | BigQuery                        |\n"
	      "Who  | Databricks                      |\n"
	      "     | ClickHouse                      |\n"
	      "     | Athena                          |\n"
	      "     | Redshift                        |\n"
	      "     | Postgres                        |\n"
	      "     '---------------------- v 8 more -'\n");
}

#define C(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
/* Del, for those who have arrows alone: the last entry of the list. */
TEST(a_row_is_taken_away_by_arrows)
{
	struct field *field = form_field(&form, "who");
	struct form_row *row = form_row(field, "data");

	field->removable = true;
	assert_true(form_focus_row(&form, "who", "data"));
	assert_true(press(KEY_ENTER));
	assert_true(press(KEY_END));
	assert_true(row->removed);		/* seen before it is taken */
	assert_int_equal(row->choice, 2);
	assert_true(press(KEY_ESC));
	assert_false(row->removed);
	assert_false(form_changed(&form));
	assert_true(press(KEY_ENTER));
	assert_true(press(KEY_END));
	assert_true(press(KEY_UP));
	assert_false(row->removed);
	assert_int_equal(row->choice, 3);
	assert_true(press(KEY_DOWN));
	assert_true(press(KEY_ENTER));
	assert_false(form_choosing(&form));
	assert_true(row->removed);
	assert_int_equal(row->choice, 2);
	assert_true(press(KEY_ENTER));		/* it stays */
	assert_false(row->removed);
	assert_false(form_changed(&form));
	form_row_add(&form, field, "new", "Hana", false, 1)->added = true;
	assert_true(form_focus_row(&form, "who", "new"));
	assert_true(press(KEY_ENTER));
	assert_true(press(KEY_END));
	assert_true(press(KEY_ENTER));
	assert_null(form_row(field, "new"));	/* was never stored */
}

/* Where rows have nothing to choose, Right opens the list of that one deed. */
TEST(a_row_without_a_choice_is_taken_away_too)
{
	struct field *field = form_add(&form, FIELD_ROWS, "members", "Members");
	struct form_row *row;

	field->removable = true;
	form_row_add(&form, field, "bob", "Bob", false, FORM_NONE);
	row = form_row(field, "bob");
	assert_true(form_focus_row(&form, "members", "bob"));
	assert_true(press(KEY_RIGHT));
	assert_true(form_choosing(&form));
	assert_true(press(KEY_ESC));
	assert_false(row->removed);
	assert_true(press(KEY_RIGHT));
	assert_true(press(KEY_ENTER));
	assert_true(row->removed);
	assert_true(press(KEY_RIGHT));
	assert_false(row->removed);
}

RUN(C(enter_opens_and_takes),
    C(a_row_is_taken_away_by_arrows),
    C(a_row_without_a_choice_is_taken_away_too),
    C(esc_goes_back_to_what_was),
    C(letters_filter_it),
    C(tab_takes_and_goes_on),
    C(a_field_that_leads_waits),
    C(a_row_has_a_list_too),
    C(a_letter_jumps_on_a_closed_one),
    C(what_is_shut_says_why),
    C(text_typed_and_not_taken_stops_a_save),
    C(what_is_merged_closes_it),
    C(the_mouse_takes_and_closes),
    C(a_long_list_says_how_long))
