/* form_draw_test.c: a form as a picture, at every size. */
#include "tests/expect.h"
#include "tests/ui/seen.h"

#include "base/text.h"
#include "ui/form.h"

static const char *const levels[] = {
	"App Only", "Can View", "Can Edit", "Full Access"
};
static struct form form;
static struct canvas canvas;

static void find(void *ctx, const char *text, struct form_found *out)
{
	static const char *const ids[] = {
		"1", "2", "3", "4", "5", "6", "7", "8"
	};

	(void)ctx;
	if (text[0] == 'z')
		return;
	for (out->n = 0; out->n < FORM_FOUND; out->n++) {
		out->v[out->n].id = ids[out->n];
		out->v[out->n].text = ids[out->n];
		out->v[out->n].detail = "group";
		out->v[out->n].greyed = out->n == 1 ? "has it" : NULL;
	}
	out->total = 20;
}

static void pick(void *ctx, const char *id)
{
	(void)ctx;
	(void)id;
}

FIXTURE(setup)
{
	text_init();
	text_set_ascii(false);
	form_init(&form);
	return 0;
}

FIXTURE(teardown)
{
	form_release(&form);
	if (canvas.cell)
		canvas_release(&canvas);
	memset(&canvas, 0, sizeof(canvas));
	return 0;
}

static bool press(uint32_t code)
{
	struct key key = { .code = code };

	return form_key(&form, &key);
}

/* In a canvas with a frame of '#', which must be left alone. */
static void draw(int rows, int cols)
{
	int r, c;

	if (canvas.cell)
		canvas_release(&canvas);
	canvas_init(&canvas, rows + 2, cols + 2);
	for (r = 0; r < rows + 2; r++)
		for (c = 0; c < cols + 2; c++)
			if (r == 0 || c == 0 || r == rows + 1 || c == cols + 1)
				canvas_text(&canvas, r, c, 1, 0, "#");
	form_draw(&form, &canvas, 1, 1, rows, cols);
	for (r = 0; r < rows + 2; r++)
		for (c = 0; c < cols + 2; c++)
			if (r == 0 || c == 0 || r == rows + 1 || c == cols + 1)
				assert_int_equal(canvas.cell[r * (cols + 2) +
						 c].point[0], '#');
	if (canvas.cursor_row != -1) {
		assert_in_range(canvas.cursor_row, 1, rows);
		assert_in_range(canvas.cursor_col, 1, cols);
	}
}

static const char *line(int row)
{
	static char text[1000];
	struct buf out;
	char *s, *end;
	int i;

	buf_init(&out, 1 << 20);
	canvas_dump(&canvas, &out);
	s = out.data;
	for (i = 0; i <= row; i++)	/* the first one is frame */
		s = strchr(s, '\n') + 1;
	end = strchr(s, '\n');
	while (end > s + 1 && (end[-1] == '#' || end[-1] == ' '))
		end--;
	snprintf(text, sizeof(text), "%.*s", (int)(end - s - 1), s + 1);
	buf_release(&out);
	return text;
}

/* The lines of the picture, the last one given by NULL. */
static void drawn(int rows, int cols, const char *const *want)
{
	int i;

	draw(rows, cols);
	for (i = 0; i < rows; i++) {
		const char *text = *want ? *want++ : "";

		if (strcmp(line(i), text) != 0)
			print_error("line %d\n", i);
		assert_string_equal(line(i), text);
	}
}

#define DRAWN(rows, cols, ...) do { \
	static const char *const want_[] = { __VA_ARGS__, NULL }; \
	drawn(rows, cols, want_); } while (0)

static bool seen(const char *text)
{
	struct buf out;
	bool found;

	buf_init(&out, 1 << 20);
	canvas_dump(&canvas, &out);
	found = strstr(buf_text(&out), text) != NULL;
	if (!found && getenv("SHOW"))
		print_error("%s", buf_text(&out));
	buf_release(&out);
	return found;
}

static unsigned style_of(const char *text)
{
	int r, c;

	for (r = 0; r < canvas.rows; r++)
		for (c = 0; c + (int)strlen(text) <= canvas.cols; c++) {
			size_t i = 0;

			while (text[i] && canvas.cell[r * canvas.cols + c +
			       (int)i].point[0] == (unsigned char)text[i])
				i++;
			if (!text[i])
				return canvas.cell[r * canvas.cols + c].style;
		}
	fail_msg("not drawn: %s", text);
	return 0;
}

/* ---- all kinds of fields ------------------------------------------------------------ */

static void share(void)
{
	struct field *field;
	struct form_row *row;

	field = form_add(&form, FIELD_ADD, "add", "Add");
	field->find = find;
	field->pick = pick;
	field->choices = levels;
	field->n_choices = 4;
	field->choice = 2;
	field = form_add(&form, FIELD_ROWS, "who", "Who has access");
	field->choices = levels;
	field->n_choices = 4;
	field->removable = true;
	row = form_row_add(&form, field, "m", "maya@acme.example", false, 3);
	row->fixed = "owner";
	form_row_add(&form, field, "d", "Data Team", false, 2)->removed = true;
	row = form_row_add(&form, field, "f", "Finance", false, 2);
	row->added = true;
	row->note = "5 of 7 can edit";
	form_add_check(&form, "ws", "Share with workspace", true);
	field = form_add_choice(&form, "level", "Level", levels, 4, 1);
	field->note = "Guests are not included";
	form_head(&form, "Asset permissions do not hide results.");
	form_add_text(&form, "name", "Title", "Revenue model");
	form_add(&form, FIELD_BUTTON, "test", "Test");
}

TEST(a_form_at_80_columns)
{
	share();
	DRAWN(14, 78,
	      "▌ Add▐   [                                        ] as ‹ Can Edit    ›",
	      "Who has access",
	      "  maya@acme.example    Full Access    owner",
	      "  Data Team            Can Edit       removed",
	      "  Finance            ‹ Can Edit    ›  new  5 of 7 can edit",
	      "  [x] Share with workspace",
	      "  Level  ‹ Can View    ›  Guests are not included",
	      "Asset permissions do not hide results.",
	      "  Title  [Revenue model                                               ]",
	      "",
	      "  [ Test ]");
	assert_int_equal(canvas.cursor_row, 1);
	assert_int_equal(canvas.cursor_col, 11);
	assert_int_equal(form_rows(&form, 78), 11);
	assert_true(style_of("Add") & STYLE_REVERSE);
	assert_false(style_of("Title") & STYLE_REVERSE);
	form_focus_row(&form, "who", "f");
	draw(14, 78);
	assert_string_equal(line(4), "▌ Finance▐           ‹ Can Edit    ›  "
			    "new  5 of 7 can edit");
	assert_int_equal(canvas.cursor_row, 5);
	assert_int_equal(canvas.cursor_col, 3);
	form_focus(&form, "test");
	draw(14, 78);
	assert_true(style_of("[ Test ]") & STYLE_REVERSE);
	form.readonly = true;
	draw(14, 78);
	assert_string_equal(line(4), "  Finance              Can Edit       "
			    "new  5 of 7 can edit");
	assert_string_equal(line(8), "  Title  Revenue model");
}

TEST(a_form_at_40_columns)
{
	share();
	DRAWN(10, 38,
	      "▌ Add▐   [                           ]",
	      "         as ‹ Can Edit    ›",
	      "Who has access",
	      "  maya@acme.exam\u2026    Full Access",
	      "  Data Team          Can Edit        -",
	      "  Finance          ‹ Can Edit    ›   +",
	      "",
	      "  [x] Share with workspace",
	      "  Level  ‹ Can View    ›",
	      "                             ↓ 4 more");
	form_focus_row(&form, "who", "f");
	draw(10, 38);
	assert_true(seen("▌ Finance"));
	assert_true(seen("    new  5 of 7 can edit"));
	form_focus(&form, "name");
	draw(10, 38);
	assert_true(seen("Asset permissions do not hide results."));
	assert_true(seen("▌ Title▐ [Revenue model"));
	form_focus(&form, "test");
	draw(10, 38);
	assert_true(seen("▌ [ Test ]"));
}

TEST(a_form_in_ascii)
{
	int i;

	text_set_ascii(true);
	share();
	form_row(form_field(&form, "who"), "d")->text = "D\303\266rte Team";
	draw(10, 38);
	for (i = 0; i < canvas.rows * canvas.cols; i++)
		assert_in_range(canvas.cell[i].point[0], 0x20, 0x7e);
	text_set_ascii(false);
}

/* The focused stop is in sight wherever one goes, at every size. */
TEST(what_has_the_focus_is_in_sight)
{
	static const int sizes[][2] = {
		{ 1, 38 }, { 2, 20 }, { 3, 38 }, { 4, 10 }, { 5, 78 },
		{ 8, 38 }, { 10, 40 }, { 22, 78 }, { 1, 1 }, { 3, 3 },
		{ 40, 200 }
	};
	size_t i;
	int n;

	share();
	for (n = 0; n < 30; n++)
		form_row_add(&form, form_field(&form, "who"), "x", "Somebody",
			     false, 1);
	for (i = 0; i < sizeof(sizes) / sizeof(*sizes); i++) {
		form_enter(&form, 1);
		for (n = 0; n < 45; n++) {
			draw(sizes[i][0], sizes[i][1]);
			assert_true(canvas.cursor_row > 0);
			if (sizes[i][1] > 3)
				assert_int_equal(canvas.cell[canvas.cursor_row *
					(sizes[i][1] + 2) + 1].point[0], 0x258c);
			press(KEY_DOWN);
		}
		for (n = 0; n < 45; n++) {
			press(KEY_UP);
			draw(sizes[i][0], sizes[i][1]);
			assert_true(canvas.cursor_row > 0);
		}
	}
}

TEST(size_zero_draws_nothing)
{
	share();
	draw(0, 10);
	draw(10, 0);
	form_draw(&form, &canvas, 0, 0, -3, -3);
	assert_false(seen("Add"));
}

/* ---- lists longer than the screen ----------------------------------------------------- */

static struct field *list(size_t n)
{
	struct field *field = form_add(&form, FIELD_ROWS, "rows", "Members");
	char id[40];
	size_t i;

	field->marks = field->searchable = true;
	for (i = 0; i < n; i++) {
		snprintf(id, sizeof(id), "Row %zu", i + 1);
		form_row_add(&form, field, id, id, i % 2, FORM_NONE);
	}
	return field;
}

TEST(a_long_list_scrolls)
{
	struct field *field;

	form_add_text(&form, "name", "Name", "Finance");
	field = list(30);
	form_add_check(&form, "last", "Last", false);
	assert_int_equal(form_rows(&form, 40), 2 + 2 + 8 + 1);
	form_focus_row(&form, "rows", "Row 10");
	DRAWN(9, 40,
	      "  Name  [Finance                       ]",
	      "",
	      "Members (10 of 30)",
	      "  /                             30 of 30",
	      "  [ ] Row 7",
	      "  [x] Row 8",
	      "  [ ] Row 9",
	      "▌ [x] Row 10▐",
	      "  [ ] Last");
	assert_int_equal(field->room, 4);
}

TEST(a_list_takes_what_room_there_is)
{
	struct field *field;

	form_add_text(&form, "name", "Name", "Finance");
	field = list(30);
	draw(30, 60);
	assert_int_equal(field->room, 26);
	draw(60, 60);
	assert_int_equal(field->room, 30);
	field->max_rows = 5;
	draw(60, 60);
	assert_int_equal(field->room, 5);
	assert_int_equal(form_rows(&form, 60), 2 + 2 + 5);
	draw(4, 60);
	assert_int_equal(field->room, 3);	/* never less: the form scrolls */
}

TEST(the_filter_is_shown)
{
	static const char *const keys = "/w 3";
	const char *s;

	list(12);
	for (s = keys; *s; s++)
		press((unsigned char)*s);
	DRAWN(5, 60,
	      "Members",
	      "  / w 3                             1 of 12",
	      "  [ ] Row 3");
	assert_int_equal(canvas.cursor_row, 2);
	assert_int_equal(canvas.cursor_col, 5 + 3);
	press('x');
	press(KEY_ENTER);
	DRAWN(5, 60,
	      "Members",
	      "  / w 3x                            0 of 12",
	      "▌ no match: Backspace edits, Esc shows all");
	assert_int_equal(canvas.cursor_row, 3);
}

TEST(an_empty_list_says_so)
{
	list(0);
	DRAWN(3, 40, "Members", "  none");
	assert_int_equal(canvas.cursor_row, -1);
}

TEST(radio_rows)
{
	struct field *field = list(2);

	field->radio = true;
	DRAWN(3, 40, "Members", "▌ ( ) Row 1▐", "  (*) Row 2");
}

/* ---- a search --------------------------------------------------------------------------- */

TEST(what_was_found_stands_below)
{
	share();
	press('f');
	draw(24, 78);
	assert_string_equal(line(0), "▌ Add▐   [f                               "
			    "        ] as   Can Edit");
	assert_string_equal(line(1), "         ▌ 1▐ group");
	assert_string_equal(line(2), "           2  not: has it  group");
	assert_string_equal(line(9), "           ↓ 12 more: type on");
	assert_string_equal(line(10), "Who has access");
	press(KEY_TAB);
	draw(24, 78);
	assert_string_equal(line(1), "Who has access");
	press(KEY_BACKTAB);
	press(KEY_BACKSPACE);
	press('z');
	draw(24, 78);
	assert_string_equal(line(1), "           no match for \"z\"");
}

TEST(what_was_found_scrolls_on_a_small_screen)
{
	int i;

	share();
	press('f');
	for (i = 0; i < 8; i++) {
		draw(4, 38);
		assert_true(seen("▌ Add"));
		assert_int_equal(canvas.cursor_row, 1);
		assert_int_equal(form_field(&form, "add")->found_at, i);
		assert_true(form_field(&form, "add")->top <= (size_t)i);
		assert_true(form_field(&form, "add")->top + 2 > (size_t)i);
		press(KEY_DOWN);
	}
}

/* ---- texts ---------------------------------------------------------------------------- */

TEST(a_long_text_scrolls_in_its_field)
{
	form_add_text(&form, "url", "URL", "https://example.org/a/very/long/path");
	draw(2, 24);
	assert_string_equal(line(0), "▌ URL▐ […ng/path       ]");
	press(KEY_HOME);
	draw(2, 24);
	assert_string_equal(line(0), "▌ URL▐ [https://exampl…]");
	assert_int_equal(canvas.cursor_col, 9);
}

TEST(a_fixed_text_can_be_read_to_its_end)
{
	int i;

	form_add_text(&form, "url", "URL", "https://example.org/a/very/long/path");
	form_field(&form, "url")->fixed = true;
	draw(2, 24);
	assert_string_equal(line(0), "▌ URL▐ https://example.\u2026");
	press(KEY_RIGHT);
	draw(2, 24);
	assert_string_equal(line(0), "▌ URL▐ …xample.org/a/ve…");
	press(KEY_END);
	draw(2, 24);
	assert_string_equal(line(0), "▌ URL▐ …a/very/long/path");
	for (i = 0; i < 9; i++)
		press(KEY_LEFT);
	draw(2, 24);
	assert_string_equal(line(0), "▌ URL▐ https://example.\u2026");
	assert_false(form_changed(&form));
}

TEST(wide_letters_and_marks)
{
	struct field *field = list(0);

	form_add_text(&form, "name", "\346\227\245\346\234\254",
		      "e\314\201\346\227\245x");
	form_row_add(&form, field, "a", "\346\227\245\346\234\254", true,
		     FORM_NONE)->note = "ok";
	form_row_add(&form, field, "b", "abcd", true, FORM_NONE)->note = "ok";
	draw(5, 40);
	assert_string_equal(line(1), "  [x] \346\227\245\346\234\254  ok");
	assert_string_equal(line(2), "  [x] abcd  ok");
	assert_string_equal(line(3), "▌ \346\227\245\346\234\254▐ "
			    "[e\314\201\346\227\245x                          ]");
}

TEST(a_secret_is_never_drawn)
{
	struct field *field = form_add_text(&form, "token", "Token", "");
	int mode, i;

	field->input.secret = true;
	field->note = "(write only)";
	for (i = 0; i < 7; i++)
		press((uint32_t)"hunter2"[i]);
	field->base = "geheim";
	for (mode = 0; mode < 8; mode++) {
		field->fixed = mode & 1;
		form.readonly = mode & 2;
		field->conflict = mode & 4;
		field->theirs = mode & 4 ? "geheim" : NULL;
		draw(5, 60);
		assert_false(seen("hunter"));
		assert_true(seen("********"));
		assert_true(seen("(write only)"));
		if (mode & 4)
			assert_true(seen("! changed meanwhile: now another "));
	}
	press(KEY_END);
	draw(5, 60);
	assert_false(seen("hunter"));
	input_set(&field->input, "");
	draw(5, 60);
	assert_false(seen("*"));
}

/* Its length is no secret either: the note stands where it stood. */
TEST(a_secret_hides_its_length)
{
	struct field *field = form_add_text(&form, "token", "Token", "x");
	char before[200];

	field->input.secret = field->fixed = true;
	field->note = "(write only)";
	draw(2, 60);
	snprintf(before, sizeof(before), "%s", line(0));
	input_set(&field->input, "a much longer one than that was");
	draw(2, 60);
	assert_string_equal(line(0), before);
}

/* ---- what stands under a field ---------------------------------------------------------- */

TEST(errors_stand_under_their_field)
{
	struct field *field;

	share();
	form_error(&form, "add", "nobody is called that");
	form_error(&form, "who", "one owner at least");
	form_error(&form, "ws", "the plan does not allow it");
	form_error(&form, "level", "too much");
	form_error(&form, "name", "another one is called that");
	form_error(&form, "test", "no answer");
	draw(20, 78);
	assert_string_equal(line(1), "         ! nobody is called that");
	assert_string_equal(line(6), "  ! one owner at least");
	assert_string_equal(line(8), "      ! the plan does not allow it");
	assert_string_equal(line(10), "         ! too much");
	assert_string_equal(line(13), "         ! another one is called that");
	assert_string_equal(line(15), "  ! no answer");
	assert_true(style_of("! too much") & STYLE_RED);
	form_clear_errors(&form);
	draw(20, 78);
	assert_string_equal(line(4), "  Finance            ‹ Can Edit    ›  "
			    "new  5 of 7 can edit");
	field = form_field(&form, "name");
	assert_int_equal(field->lines, 2);	/* the line waits for one */
	draw(9, 78);
	assert_int_equal(field->lines, 1);	/* ... where there is room */
}

TEST(a_long_error_is_wrapped)
{
	form_add_text(&form, "name", "Unix login", "bob stein");
	form_error(&form, "name", "a login has small letters, digits and - "
		   "only, and begins with a letter");
	draw(6, 38);
	assert_string_equal(line(1), "    ! a login has small letters,");
	assert_string_equal(line(2), "    digits and - only, and begins with");
	assert_string_equal(line(3), "    a letter");
	assert_int_equal(form_rows(&form, 38), 4);
}

TEST(conflicts_say_what_is_stored)
{
	struct field *field = form_add_text(&form, "name", "Name", "Bob");

	field->conflict = true;
	field->theirs = "Bobby";
	field = form_add_choice(&form, "level", "Level", levels, 4, 1);
	field->base_choice = 2;
	field->conflict = true;
	field = list(2);
	field->rows[1].conflict = true;
	field->rows[1].theirs_removed = true;
	draw(10, 60);
	assert_true(seen("! changed meanwhile: now Bobby"));
	assert_true(seen("! changed meanwhile: now Can Edit"));
	assert_true(seen("Row 2  ! changed meanwhile: now removed"));
	field->rows[1].theirs_removed = false;
	draw(10, 60);
	assert_true(seen("Row 2  ! changed meanwhile: now off"));
	form_focus_row(&form, "rows", "Row 2");
	draw(10, 24);
	assert_true(seen("▌ [x] Row 2"));
}

TEST(hidden_fields_take_no_room)
{
	share();
	form_field(&form, "who")->hidden = true;
	form_field(&form, "level")->hidden = true;
	draw(10, 78);
	assert_string_equal(line(1), "  [x] Share with workspace");
	assert_string_equal(line(2), "Asset permissions do not hide results.");
	assert_false(seen("Who has"));
}

TEST(long_heads_are_wrapped_and_scroll)
{
	struct field *field;
	int i;

	form_head(&form, "one two three four five six seven eight nine ten");
	for (i = 0; i < 6; i++)
		form_add_check(&form, "c", "Check", false);
	draw(5, 14);
	assert_string_equal(line(0), "one two three");
	assert_string_equal(line(3), "nine ten");
	for (i = 0; i < 2; i++)
		press(KEY_DOWN);
	draw(5, 14);
	assert_string_equal(line(0), "seven eight");	/* half in sight */
	assert_string_equal(line(1), "nine ten");
	form_head(&form, "the end");
	form_enter(&form, -1);
	draw(5, 14);
	assert_string_equal(line(4), "the end");
	field = form_field(&form, "c");
	field->label = "A label that is too long";
	form_enter(&form, 1);
	draw(5, 14);
	assert_true(seen("▌ [ ] A label\u2026"));
}

TEST(a_choice_of_none_yet)
{
	form_add_choice(&form, "level", "Level", levels, 2, FORM_NONE);
	draw(2, 40);
	assert_string_equal(line(0), "▌ Level▐ ‹ -        ›");
}

TEST(a_text_of_several_lines)
{
	struct field *field;

	form_add_text(&form, "cmd", "Commands", "make")->note = "one a line";
	form_add_text(&form, "b", "B", "x");
	field = form_field(&form, "cmd");
	field->input.lines = true;
	DRAWN(6, 40, "\u258c Commands\u2590 [make          ]  one a line",
	      "            [              ]", "", "  B         [x                         ]");
	press(KEY_ENTER);
	press('t');
	DRAWN(6, 40, "\u258c Commands\u2590 [make          ]  one a line",
	      "            [t             ]", "", "  B         [x                         ]");
	assert_int_equal(canvas.cursor_row, 2);
	assert_string_equal(field->input.text, "make\nt");
	press(KEY_ENTER);
	assert_true(press(KEY_ENTER));		/* the last one is empty: on */
	assert_string_equal(form_focused(&form)->name, "b");
	assert_true(press(KEY_UP));
	assert_string_equal(form_focused(&form)->name, "cmd");
	assert_int_equal(field->input.at, field->input.n);
	input_set(&field->input, "1\n2\n3\n4\n5\n6\n7\n8");
	draw(12, 40);				/* the cursor's is in sight */
	assert_string_equal(line(0), "\u258c Commands\u2590 [3             ]  one a line");
	assert_string_equal(line(5), "  8 lines   [8             ]");
	form.readonly = true;
	input_set(&field->input, "make\nlonger");
	DRAWN(6, 40, "\u258c Commands\u2590 make         one a line",
	      "            longer", "", "  B         x");
}

#define C(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
RUN(C(a_form_at_80_columns), C(a_form_at_40_columns), C(a_form_in_ascii),
    C(what_has_the_focus_is_in_sight), C(size_zero_draws_nothing),
    C(a_long_list_scrolls), C(a_list_takes_what_room_there_is),
    C(the_filter_is_shown), C(an_empty_list_says_so), C(radio_rows),
    C(what_was_found_stands_below),
    C(what_was_found_scrolls_on_a_small_screen),
    C(a_long_text_scrolls_in_its_field),
    C(a_fixed_text_can_be_read_to_its_end), C(wide_letters_and_marks), C(a_text_of_several_lines),
    C(a_secret_is_never_drawn), C(a_secret_hides_its_length),
    C(errors_stand_under_their_field), C(a_long_error_is_wrapped),
    C(conflicts_say_what_is_stored), C(hidden_fields_take_no_room),
    C(long_heads_are_wrapped_and_scroll), C(a_choice_of_none_yet))
