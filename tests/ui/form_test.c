/* form_test.c: every kind of field under every key. */
#include "tests/expect.h"
#include "tests/ui/seen.h"

#include "base/text.h"
#include "ui/form.h"

static const char *const levels[] = {
	"App Only", "Can View", "Can Edit", "Full Access"
};
static struct form form;
static char picked[40], pasted[200];

static void find(void *ctx, const char *text, struct form_found *out)
{
	static const char *const names[] = { "Finance", "Fiona", "Filip" };
	size_t i;

	(void)ctx;
	for (i = 0; i < 3; i++) {
		if (strncasecmp(names[i], text, strlen(text)) != 0)
			continue;
		out->v[out->n].id = out->v[out->n].text = names[i];
		out->v[out->n].detail = "group";
		out->v[out->n].greyed = i == 2 ? "has it already" : NULL;
		out->total = ++out->n;
	}
}

/* As an owner does it: a row, a field more, the focus elsewhere. */
static void pick(void *ctx, const char *id)
{
	struct form_row *row;

	(void)ctx;
	snprintf(picked, sizeof(picked), "%s", id);
	row = form_row_add(&form, form_field(&form, "who"), id, id, false, 2);
	row->base_choice = FORM_NONE;
	row->added = true;
	form_add_check(&form, id, id, false);
	form_focus_row(&form, "who", id);
}

static void paste(void *ctx, const char *text)
{
	(void)ctx;
	snprintf(pasted, sizeof(pasted), "%s", text);
}

FIXTURE(setup)
{
	struct field *field;

	text_init();
	text_set_ascii(false);
	picked[0] = pasted[0] = '\0';
	form_init(&form);
	form_head(&form, "Share: %s", "Revenue model");
	form_add_text(&form, "name", "Name", "Bob");
	form_add_choice(&form, "level", "Level", levels, 4, 1);
	form_add_check(&form, "web", "Share to web", false);
	field = form_add(&form, FIELD_ADD, "add", "Add");
	field->find = find;
	field->pick = pick;
	field->paste = paste;
	field->choices = levels;
	field->n_choices = 4;
	field->choice = 2;
	field = form_add(&form, FIELD_ROWS, "who", "Access");
	field->choices = levels;
	field->n_choices = 4;
	field->removable = field->searchable = true;
	form_row_add(&form, field, "maya", "Maya", false, 3)->fixed = "owner";
	form_row_add(&form, field, "data", "Data Team", false, 2);
	form_row_add(&form, field, "none", "No level", false, FORM_NONE);
	form_add(&form, FIELD_BUTTON, "test", "Test");
	return 0;
}

FIXTURE(teardown)
{
	form_release(&form);
	return 0;
}

static bool press_with(uint32_t code, unsigned mods)
{
	struct key key = { .code = code, .mods = mods };

	return form_key(&form, &key);
}

static bool press(uint32_t code)
{
	return press_with(code, 0);
}

static void type(const char *text)
{
	for (; *text; text++)
		assert_true(press((unsigned char)*text));
}

static bool paste_key(const char *text)
{
	struct key key = { .code = KEY_PASTE, .text = text };

	return form_key(&form, &key);
}

static bool leaves(uint32_t code)
{
	struct key key = { .code = code };

	return form_leaves(&form, &key);
}

static void focused(const char *name)
{
	assert_non_null(form_focused(&form));
	assert_string_equal(form_focused(&form)->name, name);
}

static void on_row(const char *id)
{
	assert_non_null(focused_row(&form));
	assert_string_equal(focused_row(&form)->id, id);
}

static const char *text_of(const char *name)
{
	return form_field(&form, name)->input.text;
}

/* ---- focus ---------------------------------------------------------------------- */

TEST(tab_walks_all_stops_and_wraps)
{
	static const char *const names[] = {
		"name", "level", "web", "add", "who", "test"
	};
	size_t i;

	for (i = 0; i < 6; i++) {
		focused(names[i]);
		assert_int_equal(leaves(KEY_TAB), i == 5);
		assert_int_equal(leaves(KEY_BACKTAB), i == 0);
		assert_true(press(KEY_TAB));
	}
	focused("name");
	for (i = 6; i-- > 0;) {
		assert_true(press(KEY_BACKTAB));
		focused(names[i]);
	}
	assert_false(form.touched);
}

TEST(down_walks_rows_and_stops_at_the_end)
{
	assert_true(form_focus(&form, "add"));
	assert_true(press(KEY_DOWN));
	on_row("maya");
	assert_true(press(KEY_DOWN));
	assert_true(press(KEY_DOWN));
	on_row("none");
	assert_true(press(KEY_DOWN));
	focused("test");
	assert_true(leaves(KEY_DOWN));
	assert_false(press(KEY_DOWN));
	focused("test");
	assert_true(press(KEY_UP));
	on_row("none");		/* from below: the last row */
	press(KEY_UP);
	press(KEY_UP);
	assert_true(press(KEY_UP));
	focused("add");
	press(KEY_UP);
	press(KEY_UP);
	press(KEY_UP);
	assert_true(leaves(KEY_UP));
	assert_false(press(KEY_UP));
	focused("name");
}

TEST(a_list_at_the_end_is_left_from_its_last_row)
{
	form_field(&form, "test")->hidden = true;
	assert_true(form_focus_row(&form, "who", "data"));
	assert_true(leaves(KEY_TAB));
	assert_false(leaves(KEY_DOWN));
	press(KEY_DOWN);
	assert_true(leaves(KEY_DOWN));
	press('/');
	assert_false(leaves(KEY_DOWN));	/* from the filter to the rows */
}

TEST(tab_comes_back_to_the_same_row)
{
	form_focus_row(&form, "who", "data");
	press(KEY_TAB);
	press(KEY_BACKTAB);
	on_row("data");
	press(KEY_BACKTAB);
	press(KEY_TAB);
	on_row("data");
}

TEST(a_form_is_entered_at_either_end)
{
	assert_true(form_enter(&form, -1));
	focused("test");
	assert_true(form_enter(&form, 1));
	focused("name");
}

TEST(a_hidden_field_is_no_stop)
{
	form_focus(&form, "level");
	form_field(&form, "level")->hidden = true;
	focused("web");		/* the keyboard is never lost */
	assert_true(press(KEY_TAB));
	focused("add");
	press(KEY_BACKTAB);
	press(KEY_BACKTAB);
	focused("name");
	assert_false(form_focus(&form, "level"));
	assert_false(form_focus(&form, "nothing"));
	assert_false(form_focus(&form, ""));	/* the heading */
	focused("name");
}

TEST(a_form_without_stops_uses_no_key)
{
	struct form empty;
	struct key key = { .code = KEY_TAB };

	form_init(&empty);
	assert_false(form_key(&empty, &key));
	assert_true(form_leaves(&empty, &key));
	assert_false(form_enter(&empty, 1));
	assert_null(form_focused(&empty));
	form_head(&empty, "nothing to do");
	assert_null(form_focused(&empty));
	assert_false(form_key(&empty, &key));
	assert_false(form_enter(&empty, -1));
	assert_false(form_typing(&empty));
	form_release(&empty);
}

TEST(what_is_for_the_dialog_is_not_used)
{
	size_t i;

	form_enter(&form, 1);
	for (i = 0; i < 6; i++) {
		assert_false(press(KEY_ESC));
		assert_false(press(KEY_F1));
		assert_false(press(KEY_F8));
		assert_false(press(KEY_F10));
		assert_false(press_with('s', KEY_CTRL));
		assert_false(press_with('g', KEY_CTRL));
		assert_false(press_with('z', KEY_CTRL));
		assert_false(press_with('x', KEY_ALT));
		press(KEY_TAB);
	}
	assert_false(form.touched);
	assert_false(form_changed(&form));
}

/* ---- text ------------------------------------------------------------------------ */

TEST(text_is_typed)
{
	assert_true(form_typing(&form));
	type(" St");
	assert_true(press(0xe9));
	assert_string_equal(text_of("name"), "Bob St\303\251");
	assert_true(form.touched);
	assert_true(form_changed(&form));
	assert_true(field_changed(form_field(&form, "name")));
	press(KEY_BACKSPACE);
	press_with('w', KEY_CTRL);
	assert_string_equal(text_of("name"), "Bob ");
	press(KEY_BACKSPACE);
	assert_false(form_changed(&form));
	press(KEY_HOME);
	press(KEY_DELETE);
	press(0x65e5);		/* two cells wide */
	assert_string_equal(text_of("name"), "\346\227\245ob");
	press(KEY_END);
	press(KEY_LEFT);
	press(KEY_LEFT);
	press(KEY_BACKSPACE);
	assert_string_equal(text_of("name"), "ob");
	paste_key("r\303\274\n\tmp");
	/* a line end parts words */
	assert_string_equal(text_of("name"), "r\303\274 mpob");
}

TEST(walking_in_a_text_changes_nothing)
{
	struct field *field = form_field(&form, "name");

	field->conflict = true;
	field->theirs = "Bobby";
	form_error(&form, "name", "no");
	press(KEY_HOME);
	press(KEY_RIGHT);
	press(KEY_END);
	press(KEY_DELETE);
	assert_true(field->conflict);
	assert_string_equal(field->error, "no");
	assert_false(form.touched);
	type("x");
	assert_false(field->conflict);
	assert_string_equal(field->error, "");
	assert_true(form.touched);
}

TEST(enter_moves_on)
{
	assert_true(press(KEY_ENTER));
	focused("level");
	assert_false(leaves(KEY_ENTER));
	assert_true(press(KEY_ENTER));	/* opens the chooser */
	focused("level");
	assert_true(form_choosing(&form));
	assert_true(press(KEY_ESC));
	form_field(&form, "test")->hidden = true;
	form_field(&form, "who")->hidden = true;
	form_focus(&form, "web");
	assert_false(leaves(KEY_ENTER));
	form_focus(&form, "add");
	form_field(&form, "add")->loose = true;
	assert_true(leaves(KEY_ENTER));
	assert_false(press(KEY_ENTER));	/* the last one: the dialog acts */
	form_field(&form, "add")->loose = false;
	assert_false(leaves(KEY_ENTER));
	focused("add");
	type("z");
	assert_false(leaves(KEY_ENTER));
}

TEST(a_text_is_undone_by_words)
{
	type(" one two");
	press_with('w', KEY_CTRL);
	assert_string_equal(text_of("name"), "Bob one ");
	assert_true(press_with('_', KEY_CTRL));
	assert_string_equal(text_of("name"), "Bob one two");
	press_with('_', KEY_CTRL);
	assert_string_equal(text_of("name"), "Bob one ");
	press_with('_', KEY_CTRL);
	assert_string_equal(text_of("name"), "Bob ");
	press_with('_', KEY_CTRL);
	assert_string_equal(text_of("name"), "Bob");
	form.touched = false;
	assert_true(press_with('_', KEY_CTRL));
	assert_string_equal(text_of("name"), "Bob");
	assert_false(form.touched);
}

TEST(undo_knows_deletions_pastes_and_the_cursor)
{
	press(KEY_BACKSPACE);
	press(KEY_BACKSPACE);
	paste_key("en");
	press(KEY_HOME);
	type("Big");
	assert_string_equal(text_of("name"), "BigBen");
	press_with('_', KEY_CTRL);
	assert_string_equal(text_of("name"), "Ben");
	assert_int_equal(form_field(&form, "name")->input.at, 0);
	press_with('_', KEY_CTRL);
	assert_string_equal(text_of("name"), "B");
	press_with('_', KEY_CTRL);
	assert_string_equal(text_of("name"), "Bob");
	type("x");
	press_with('r', KEY_CTRL);	/* what is stored */
	assert_string_equal(text_of("name"), "Bob");
	press_with('_', KEY_CTRL);
	assert_string_equal(text_of("name"), "Bobx");
}

/* Like a browser's: who moves in it first, or deletes, changes it. */
TEST(what_is_typed_behind_a_proposal_replaces_it)
{
	struct field *field = form_field(&form, "name");

	field->proposed = true;
	type("An");
	assert_string_equal(text_of("name"), "An");
	press_with('_', KEY_CTRL);
	assert_string_equal(text_of("name"), "Bob");
	paste_key("Dora");
	assert_string_equal(text_of("name"), "Dora");
	press_with('_', KEY_CTRL);
	press(KEY_HOME);
	type("A");
	assert_string_equal(text_of("name"), "ABob");
	press_with('_', KEY_CTRL);
	press(KEY_END);
	press(KEY_BACKSPACE);
	type("y");
	assert_string_equal(text_of("name"), "Boy");
	press_with('_', KEY_CTRL);
	press_with('_', KEY_CTRL);
	assert_string_equal(text_of("name"), "Bob");
	type("Bobby");			/* it begins like what it replaces */
	assert_string_equal(text_of("name"), "Bobby");
	press_with('u', KEY_CTRL);
	type("Bobo");
	assert_string_equal(text_of("name"), "Bobo");
}

TEST(what_is_stored_is_not_replaced)
{
	type("s");
	assert_string_equal(text_of("name"), "Bobs");
}

TEST(undo_has_an_end)
{
	int i;

	for (i = 0; i < 200; i++) {
		type(i % 2 ? "b" : "a");
		press(KEY_LEFT);
		press(KEY_RIGHT);
		type(" ");
	}
	for (i = 0; i < 1000; i++)
		press_with('_', KEY_CTRL);
	assert_true(strlen(text_of("name")) < 403);
	assert_true(strncmp(text_of("name"), "Boba b ", 7) == 0);
}

TEST(undo_is_of_its_field)
{
	form_add_text(&form, "mail", "E-mail", "b@x");
	type("1");
	form_focus(&form, "mail");
	type("2");
	press_with('_', KEY_CTRL);
	press_with('_', KEY_CTRL);
	assert_string_equal(text_of("mail"), "b@x");
	assert_string_equal(text_of("name"), "Bob1");
}

/* ---- choices, checks, buttons ------------------------------------------------------ */

TEST(a_choice_goes_left_right_and_round)
{
	struct field *field = form_field(&form, "level");

	form_focus(&form, "level");
	assert_false(form_typing(&form));
	press(KEY_LEFT);
	assert_int_equal(field->choice, 0);
	form.touched = false;
	assert_true(press(KEY_LEFT));
	assert_int_equal(field->choice, 0);
	assert_false(form.touched);
	press(KEY_RIGHT);
	press(KEY_RIGHT);
	press(KEY_RIGHT);
	assert_true(press(KEY_RIGHT));
	assert_int_equal(field->choice, 3);
	assert_true(press(' '));
	assert_int_equal(field->choice, 0);
	assert_true(field_changed(field));
	press(' ');
	assert_false(field_changed(field));
	assert_false(press('x'));
}

/* Where nothing was chosen yet: what is chosen cannot be nothing again. */
TEST(a_choice_starts_from_none)
{
	struct field *field = form_field(&form, "level");

	field->choice = FORM_NONE;
	form_focus(&form, "level");
	press(KEY_LEFT);
	assert_int_equal(field->choice, FORM_NONE);
	press(' ');
	assert_int_equal(field->choice, 0);
	press(KEY_LEFT);
	assert_int_equal(field->choice, 0);
	field->choice = 3;
	press(' ');
	assert_int_equal(field->choice, 0);
	field->choice = FORM_NONE;
	field->n_choices = 0;
	press(' ');
	assert_int_equal(field->choice, FORM_NONE);
}

TEST(a_check_and_a_button)
{
	form_focus(&form, "web");
	assert_true(press(' '));
	assert_true(form_field(&form, "web")->on);
	assert_true(press(KEY_ENTER));
	assert_false(form_field(&form, "web")->on);
	assert_true(form.touched);
	assert_false(press('x'));
	form_focus(&form, "test");
	assert_null(form.pressed);
	assert_true(press(KEY_ENTER));
	assert_string_equal(form.pressed, "test");
	form.pressed = NULL;
	assert_true(press(' '));
	assert_string_equal(form.pressed, "test");
	form.pressed = NULL;
	form_field(&form, "test")->fixed = true;
	press(KEY_ENTER);
	assert_null(form.pressed);
}

/* ---- a search ---------------------------------------------------------------------- */

TEST(a_search_finds_and_adds)
{
	struct field *field;

	form_focus(&form, "add");
	assert_true(form_typing(&form));
	type("fi");
	assert_int_equal(form_field(&form, "add")->found.n, 3);
	assert_true(press(KEY_DOWN));
	assert_true(press(KEY_DOWN));
	assert_true(press(KEY_ENTER));	/* greyed: nothing */
	assert_string_equal(picked, "");
	assert_true(press(KEY_UP));
	assert_true(press(KEY_ENTER));
	assert_string_equal(picked, "Fiona");
	on_row("Fiona");		/* the owner went there */
	assert_true(form.touched);
	field = form_field(&form, "add");
	assert_string_equal(field->input.text, "");
	assert_int_equal(field->found.n, 0);
	assert_true(form_changed(&form));
	assert_string_equal(text_of("name"), "Bob");
}

TEST(a_search_is_left_and_emptied)
{
	form_focus(&form, "add");
	type("zz");
	assert_int_equal(form_field(&form, "add")->found.n, 0);
	assert_true(press(KEY_ENTER));	/* nothing found, nothing done */
	assert_string_equal(picked, "");
	assert_true(press(KEY_ESC));	/* the search, not the dialog */
	assert_string_equal(text_of("add"), "");
	assert_false(press(KEY_ESC));
	type("fio");
	assert_true(press(KEY_DOWN));	/* one found: on to the rows */
	on_row("maya");
	press(KEY_UP);
	assert_string_equal(text_of("add"), "fio");
	assert_int_equal(form_field(&form, "add")->found.n, 1);
	assert_true(press_with('g', KEY_CTRL));
	assert_string_equal(text_of("add"), "");
	assert_false(form_changed(&form));
}

TEST(a_search_has_a_level)
{
	struct field *field = form_field(&form, "add");

	form_focus(&form, "add");
	press(KEY_LEFT);
	assert_int_equal(field->choice, 1);
	press(KEY_RIGHT);
	press(KEY_RIGHT);
	press(KEY_RIGHT);
	assert_int_equal(field->choice, 3);
	type("fi");
	press(KEY_LEFT);		/* in the text now */
	assert_int_equal(field->choice, 3);
	assert_int_equal(field->input.at, 1);
}

TEST(several_pasted_are_given_to_the_owner)
{
	form_focus(&form, "add");
	assert_true(paste_key("a@x\nb@x"));
	assert_string_equal(pasted, "a@x\nb@x");
	assert_string_equal(text_of("add"), "");
	paste_key("a@x; b@x");
	assert_string_equal(pasted, "a@x; b@x");
	pasted[0] = '\0';
	paste_key("Data Team\n");	/* one thing: a search */
	assert_string_equal(pasted, "");
	assert_string_equal(text_of("add"), "Data Team");
	form_field(&form, "add")->paste = NULL;
	paste_key(", more");
	assert_string_equal(text_of("add"), "Data Team, more");
}

/* ---- rows -------------------------------------------------------------------------- */

TEST(rows_have_levels)
{
	struct field *field = form_field(&form, "who");

	form_focus_row(&form, "who", "data");
	assert_false(form_typing(&form));
	press(KEY_RIGHT);
	assert_int_equal(form_row(field, "data")->choice, 3);
	assert_true(row_changed(form_row(field, "data")));
	press(' ');
	assert_int_equal(form_row(field, "data")->choice, 0);
	press(KEY_LEFT);
	assert_int_equal(form_row(field, "data")->choice, 0);
	press(KEY_DOWN);
	press(' ');
	press(KEY_RIGHT);
	press(KEY_ENTER);
	assert_int_equal(form_row(field, "none")->choice, FORM_NONE);
	form_focus_row(&form, "who", "maya");
	press(KEY_LEFT);
	press(' ');
	press(KEY_DELETE);
	assert_false(row_changed(form_row(field, "maya")));
}

TEST(rows_are_marked)
{
	struct field *field = form_field(&form, "who");
	struct form_row *row = form_row(field, "data");

	field->marks = true;
	form_focus_row(&form, "who", "data");
	press(' ');
	assert_true(row->marked);
	assert_int_equal(row->choice, 2);
	press(KEY_ENTER);
	assert_false(row->marked);
	form_focus_row(&form, "who", "maya");
	press(' ');
	assert_false(form_row(field, "maya")->marked);
}

/* Of several things some have it: all, none, as it is. */
TEST(what_some_have_is_left_so_or_not)
{
	struct field *field = form_field(&form, "who");
	struct form_row *row = form_row(field, "data");

	field->marks = true;
	row->some = row->base_some = true;
	form_focus_row(&form, "who", "data");
	assert_false(row_changed(row));
	press(' ');
	assert_true(row->marked && !row->some && row_changed(row));
	press(' ');
	assert_false(row->marked || row->some);
	assert_true(row_changed(row));
	press(' ');
	assert_true(row->some && !row->marked);
	assert_false(row_changed(row));
	row = form_row(field, "none");	/* where none have it there are but two */
	form_focus_row(&form, "who", "none");
	press(' ');
	press(' ');
	assert_false(row->some || row->marked);
}

TEST(of_radio_rows_one_is_marked)
{
	struct field *field = form_field(&form, "who");

	field->marks = field->radio = true;
	form_row(field, "none")->conflict = true;
	form_focus_row(&form, "who", "data");
	press(' ');
	assert_true(form_row(field, "data")->marked);
	assert_false(form_row(field, "none")->conflict);
	press(' ');
	assert_true(form_row(field, "data")->marked);
	press(KEY_DOWN);
	press(KEY_ENTER);
	assert_false(form_row(field, "data")->marked);
	assert_true(form_row(field, "none")->marked);
	form_focus_row(&form, "who", "maya");
	press(KEY_ENTER);
	assert_true(form_row(field, "none")->marked);
}

TEST(del_strikes_out_and_keeps_again)
{
	struct field *field = form_field(&form, "who");

	form_focus_row(&form, "who", "data");
	assert_true(press(KEY_DELETE));
	assert_true(form_row(field, "data")->removed);
	assert_true(row_changed(form_row(field, "data")));
	press(KEY_RIGHT);		/* struck out: nothing to choose */
	press(' ');
	assert_int_equal(form_row(field, "data")->choice, 2);
	press(KEY_DELETE);
	assert_false(form_changed(&form));
	pick(NULL, "new");		/* not stored: gone at once */
	assert_true(press(KEY_DELETE));
	assert_null(form_row(field, "new"));
	on_row("none");
	field->removable = false;
	assert_false(press(KEY_DELETE));
}

/* Enter is for what is obvious: it takes no row away. */
TEST(enter_takes_no_row_away)
{
	struct field *field = form_field(&form, "who");

	field->n_choices = 0;
	form_focus_row(&form, "who", "data");
	assert_true(press(KEY_ENTER));
	focused("test");
	assert_false(form_row(field, "data")->removed);
	form_focus_row(&form, "who", "data");
	assert_true(press(' '));
	assert_true(form_row(field, "data")->removed);
	form_field(&form, "test")->hidden = true;
	assert_true(leaves(KEY_ENTER));
}

TEST(a_list_that_runs_empty_is_left)
{
	struct field *field = form_field(&form, "who");

	field->n_rows = field->n_shown = 0;
	focused("name");
	assert_false(form_focus(&form, "who"));
	pick(NULL, "new");
	on_row("new");
	press(KEY_DELETE);
	assert_int_equal(field->n_rows, 0);
	focused("add");
	assert_true(press(KEY_TAB));
	focused("test");
}

static void many_rows(size_t n)
{
	struct field *field = form_field(&form, "who");
	char id[40];
	size_t i;

	for (i = 0; i < n; i++) {
		snprintf(id, sizeof(id), "Row %zu", i);
		form_row_add(&form, field, id, id, false, 1);
	}
}

TEST(long_lists_are_walked_by_pages)
{
	struct field *field = form_field(&form, "who");
	struct canvas canvas;

	many_rows(97);
	form_focus(&form, "who");
	canvas_init(&canvas, 20, 60);
	form_draw(&form, &canvas, 0, 0, 20, 60);
	canvas_release(&canvas);
	assert_in_range(field->room, 3, 15);
	press(KEY_PGDN);
	assert_int_equal(field->cursor, field->room);
	press(KEY_PGUP);
	assert_int_equal(field->cursor, 0);
	press(KEY_PGUP);
	assert_int_equal(field->cursor, 0);
	press(KEY_END);
	assert_int_equal(field->cursor, 99);
	press(KEY_PGDN);
	assert_int_equal(field->cursor, 99);
	press('k');
	assert_int_equal(field->cursor, 98);
	press('j');
	press('j');
	assert_int_equal(field->cursor, 99);
	press(KEY_HOME);
	on_row("maya");
}

TEST(rows_are_filtered)
{
	struct field *field = form_field(&form, "who");

	many_rows(20);
	form_focus_row(&form, "who", "data");
	assert_true(press('/'));
	assert_true(form_typing(&form));
	type("ata");
	assert_int_equal(field->n_shown, 1);
	on_row("data");
	assert_true(press(KEY_ENTER));
	assert_false(form_typing(&form));
	press(KEY_RIGHT);
	assert_int_equal(form_row(field, "data")->choice, 3);
	assert_true(press(KEY_BACKSPACE));	/* goes on in the filter */
	assert_true(form_typing(&form));
	assert_string_equal(field->input.text, "at");
	assert_true(press(KEY_DOWN));
	assert_true(press(KEY_ESC));		/* the filter goes, only it */
	assert_int_equal(field->n_shown, 23);
	on_row("data");
	assert_false(press(KEY_ESC));
	press('/');
	type("zzz");
	assert_int_equal(field->n_shown, 0);
	assert_null(focused_row(&form));
	press(KEY_ENTER);
	press(' ');
	press(KEY_DELETE);
	press(KEY_RIGHT);
	assert_true(press(KEY_TAB));
	focused("test");
	assert_true(form_focus_row(&form, "who", "maya"));	/* shows it */
	on_row("maya");
	assert_int_equal(field->n_shown, 23);
	assert_false(form_focus_row(&form, "who", "nobody"));
}

TEST(a_paste_in_a_list_goes_to_the_filter)
{
	form_focus(&form, "who");
	assert_true(paste_key("Data"));
	assert_int_equal(form_field(&form, "who")->n_shown, 1);
	assert_true(form_typing(&form));
	press(KEY_TAB);
	assert_false(form_typing(&form));
	form_field(&form, "who")->searchable = false;
	form_focus(&form, "who");
	assert_false(paste_key("Data"));
	assert_false(press('/'));
}

/* ---- what cannot be changed ---------------------------------------------------------- */

static void press_all(void)
{
	static const uint32_t codes[] = {
		' ', 'x', KEY_ENTER, KEY_LEFT, KEY_RIGHT, KEY_DELETE,
		KEY_BACKSPACE, KEY_UP, KEY_DOWN
	};
	static const char *const names[] = {
		"name", "level", "web", "add", "who"
	};
	size_t i, k;

	for (i = 0; i < 5; i++) {
		for (k = 0; k < 9; k++) {
			form_focus(&form, names[i]);
			if (i == 4)
				form_focus_row(&form, "who", "data");
			press(codes[k]);
		}
		form_focus(&form, names[i]);
		paste_key("a\nb");
		press_with('u', KEY_CTRL);
	}
}

TEST(a_readonly_form_is_walked_not_changed)
{
	form.readonly = true;
	press_all();
	assert_false(form_changed(&form));
	assert_false(form.touched);
	assert_string_equal(text_of("add"), "");
	assert_string_equal(pasted, "");
	form_enter(&form, 1);
	assert_false(form_typing(&form));
	press(KEY_TAB);
	focused("level");
	form_focus(&form, "who");
	press('/');			/* looking for something is no change */
	assert_true(form_typing(&form));
	type("Data");
	assert_int_equal(form_field(&form, "who")->n_shown, 1);
}

TEST(a_fixed_field_is_not_changed)
{
	size_t i;

	for (i = 0; i < form.n; i++)
		form.v[i].fixed = true;
	press_all();
	assert_false(form_changed(&form));
	assert_string_equal(pasted, "");
	form_field(&form, "who")->marks = true;
	press_all();
	assert_false(form_changed(&form));
}

/* ---- errors, memory, texts ------------------------------------------------------------ */

TEST(errors_belong_to_a_field_and_end_on_a_character)
{
	char text[2 * FORM_ERROR + 2];
	const struct field *field = form_field(&form, "level");
	size_t i;

	form_error(&form, "level", "not enough");
	form_error(&form, "nobody", "lost");
	assert_string_equal(field->error, "not enough");
	for (i = 0; i < 2 * FORM_ERROR; i += 2)
		memcpy(text + i, "\303\274", 3);
	form_error(&form, "level", text);
	assert_int_equal(strlen(field->error), FORM_ERROR - 2);
	form_clear_errors(&form);
	assert_string_equal(field->error, "");
}

TEST(help_and_texts_are_kept)
{
	char name[] = "mail", label[] = "E-mail";
	struct field *field = form_add_text(&form, name, label, "a@x");

	assert_string_equal(field->help, "");
	field->help = form_printf(&form, "%d letters at most", 80);
	memset(name, 'x', 4);
	memset(label, 'x', 6);
	form_add_check(&form, "last", "Last", true);
	field = form_field(&form, "mail");
	assert_string_equal(field->label, "E-mail");
	form_focus(&form, "mail");
	assert_string_equal(form_focused(&form)->help, "80 letters at most");
	assert_null(form_field(&form, ""));
}

/* ---- mouse ----------------------------------------------------------------------------- */

static void click(int row, int col, bool used)
{
	struct key key = { .code = KEY_MOUSE, .row = row, .col = col };

	assert_int_equal(form_key(&form, &key), used);
}

static int row_of(const char *name)
{
	return 2 + form_field(&form, name)->at - form.top;
}

TEST(the_mouse_does_what_keys_do)
{
	struct field *field = form_field(&form, "who");
	struct key wheel = { .code = KEY_MOUSE, .button = 65, .row = 5, .col = 9 };
	struct key release = { .code = KEY_MOUSE, .release = true, .row = 5,
			       .col = 9 };
	struct canvas canvas;

	canvas_init(&canvas, 30, 80);
	form_draw(&form, &canvas, 2, 4, 26, 74);
	click(row_of("web"), 4 + 3, true);
	assert_true(form_field(&form, "web")->on);
	focused("web");
	click(row_of("level"), 4 + 9 + 14, true);	/* the sign at its end: on */
	assert_int_equal(form_field(&form, "level")->choice, 2);
	click(row_of("level"), 4 + 9, true);
	assert_int_equal(form_field(&form, "level")->choice, 1);
	click(row_of("level"), 4 + 9 + 5, true);	/* between: it opens */
	assert_true(form_choosing(&form));
	press(KEY_ESC);
	assert_int_equal(form_field(&form, "level")->choice, 1);
	click(row_of("level"), 4 + 3, true);		/* its label */
	assert_int_equal(form_field(&form, "level")->choice, 1);
	click(row_of("who") + 2, 4 + 3, true);
	on_row("data");
	assert_int_equal(form_row(field, "data")->choice, 2);
	click(row_of("who") + 2, 4 + 13 + 14, true);
	assert_int_equal(form_row(field, "data")->choice, 3);
	click(row_of("who") + 1, 4 + 14 + 1, true);
	assert_int_equal(form_row(field, "maya")->choice, 3);
	click(row_of("test"), 4 + 5, true);
	assert_string_equal(form.pressed, "test");
	form.pressed = NULL;
	click(row_of("test"), 4 + 60, true);
	assert_null(form.pressed);
	click(1, 10, false);
	click(28, 10, false);
	click(5, 3, false);
	click(5, 78, false);
	form_focus(&form, "name");
	assert_true(form_key(&form, &wheel));
	focused("level");
	assert_true(form_key(&form, &release));
	focused("level");
	wheel.button = 64;
	assert_true(form_key(&form, &wheel));
	focused("name");
	wheel.row = 0;
	assert_false(form_key(&form, &wheel));
	form_focus(&form, "add");
	type("fi");
	form_draw(&form, &canvas, 2, 4, 26, 74);
	click(row_of("add") + 2, 4 + 12, true);
	assert_string_equal(picked, "Fiona");
	canvas_release(&canvas);
}

TEST(a_click_on_an_error_changes_nothing)
{
	struct canvas canvas;

	form_error(&form, "web", "not now");
	canvas_init(&canvas, 30, 80);
	form_draw(&form, &canvas, 2, 4, 26, 74);
	click(row_of("web") + 1, 4 + 7, true);
	assert_false(form_field(&form, "web")->on);
	focused("web");
	canvas_release(&canvas);
}

#define C(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
RUN(C(tab_walks_all_stops_and_wraps), C(down_walks_rows_and_stops_at_the_end),
    C(a_list_at_the_end_is_left_from_its_last_row),
    C(tab_comes_back_to_the_same_row), C(a_form_is_entered_at_either_end),
    C(a_hidden_field_is_no_stop), C(a_form_without_stops_uses_no_key),
    C(what_is_for_the_dialog_is_not_used), C(text_is_typed),
    C(walking_in_a_text_changes_nothing), C(enter_moves_on),
    C(a_text_is_undone_by_words), C(undo_knows_deletions_pastes_and_the_cursor),
    C(what_is_typed_behind_a_proposal_replaces_it), C(what_is_stored_is_not_replaced),
    C(undo_has_an_end), C(undo_is_of_its_field),
    C(a_choice_goes_left_right_and_round), C(a_choice_starts_from_none),
    C(a_check_and_a_button), C(a_search_finds_and_adds),
    C(a_search_is_left_and_emptied), C(a_search_has_a_level),
    C(several_pasted_are_given_to_the_owner), C(rows_have_levels),
    C(rows_are_marked), C(what_some_have_is_left_so_or_not),
    C(of_radio_rows_one_is_marked),
    C(del_strikes_out_and_keeps_again), C(enter_takes_no_row_away),
    C(a_list_that_runs_empty_is_left),
    C(long_lists_are_walked_by_pages), C(rows_are_filtered),
    C(a_paste_in_a_list_goes_to_the_filter),
    C(a_readonly_form_is_walked_not_changed), C(a_fixed_field_is_not_changed),
    C(errors_belong_to_a_field_and_end_on_a_character),
    C(help_and_texts_are_kept), C(the_mouse_does_what_keys_do),
    C(a_click_on_an_error_changes_nothing))
