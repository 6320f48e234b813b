/* form_merge_test.c: two sides change the same form; drafts. */
#include "tests/expect.h"
#include "tests/ui/seen.h"

#include "base/text.h"
#include "ui/form.h"

static const char *const levels[] = { "Can View", "Can Edit", "Full Access" };
static const char *const more[] = {
	"App Only", "Can View", "Can Edit", "Full Access"
};
static struct form form, fresh;

/* The form as it would be opened: name, level, web, rows a b c, radio x y z. */
static void load(struct form *to)
{
	struct field *field;

	form_init(to);
	form_head(to, "3 members");
	form_add_text(to, "name", "Name", "Finance");
	form_add_text(to, "key", "Key", "")->input.secret = true;
	form_add_choice(to, "level", "Level", levels, 3, 0);
	form_add_check(to, "web", "Web", false);
	field = form_add(to, FIELD_ROWS, "rows", "Rows");
	field->marks = field->removable = true;
	field->choices = levels;
	field->n_choices = 3;
	form_row_add(to, field, "a", "Anna", true, 0);
	form_row_add(to, field, "b", "Bob", false, 1);
	form_row_add(to, field, "c", "Cleo", true, 2);
	field = form_add(to, FIELD_ROWS, "radio", "Default");
	field->marks = field->radio = true;
	form_row_add(to, field, "x", "Lake", true, FORM_NONE);
	form_row_add(to, field, "y", "Warehouse", false, FORM_NONE);
	form_row_add(to, field, "z", "Snowflake", false, FORM_NONE);
}

FIXTURE(setup)
{
	text_init();
	text_set_ascii(false);
	load(&form);
	load(&fresh);
	return 0;
}

FIXTURE(teardown)
{
	form_release(&form);
	form_release(&fresh);
	return 0;
}

static struct field *mine(const char *name)
{
	return form_field(&form, name);
}

static struct form_row *row(const char *id)
{
	struct form_row *at = form_row(mine("rows"), id);

	return at ? at : form_row(mine("radio"), id);
}

static void write_text(struct form *to, const char *name, const char *text)
{
	struct field *field = form_field(to, name);

	input_set(&field->input, text);
	if (to == &fresh)
		field->base = form_printf(to, "%s", text);
}

static void store_row(const char *id, bool marked, int choice)
{
	struct form_row *at = form_row(form_field(&fresh, "rows"), id);

	at->marked = at->base_marked = marked;
	at->choice = at->base_choice = choice;
}

static void drop_row(struct form *from, const char *name, const char *id)
{
	struct field *field = form_field(from, name);
	struct form_row *at = form_row(field, id);

	memmove(at, at + 1, (size_t)(field->rows + field->n_rows - at - 1) *
		sizeof(*at));
	field->n_rows--;
	field->n_shown--;
}

/* The fresh form is gone after the merge: nothing of it may be kept. */
static size_t merge(void)
{
	size_t n = form_merge(&form, &fresh);

	form_release(&fresh);
	load(&fresh);
	return n;
}

static void choose(const char *id)
{
	struct key space = { .code = ' ' };

	assert_true(form_focus_row(&form, "radio", id));
	form_key(&form, &space);
}

static void store_radio(const char *id)
{
	struct field *field = form_field(&fresh, "radio");
	size_t i;

	for (i = 0; i < field->n_rows; i++)
		field->rows[i].marked = field->rows[i].base_marked =
			strcmp(field->rows[i].id, id) == 0;
}

static void chosen(const char *id)
{
	size_t i, n = 0;

	for (i = 0; i < mine("radio")->n_rows; i++) {
		const struct form_row *at = &mine("radio")->rows[i];

		n += at->marked;
		assert_int_equal(at->marked, strcmp(at->id, id) == 0);
	}
	assert_int_equal(n, *id != '\0');
}

/* ---- values ---------------------------------------------------------------------- */

TEST(nothing_moved_nothing_happens)
{
	write_text(&form, "name", "Money");
	mine("level")->choice = 2;
	row("b")->marked = true;
	assert_int_equal(merge(), 0);
	assert_string_equal(mine("name")->input.text, "Money");
	assert_int_equal(mine("level")->choice, 2);
	assert_true(row("b")->marked);
	assert_true(form.touched);
}

TEST(theirs_is_taken_where_nothing_was_changed)
{
	write_text(&fresh, "name", "Finances");
	form_field(&fresh, "level")->base_choice = 1;
	form_field(&fresh, "web")->base_on = true;
	store_row("a", false, 2);
	fresh.readonly = true;
	assert_int_equal(merge(), 0);
	assert_string_equal(mine("name")->input.text, "Finances");
	assert_string_equal(mine("name")->base, "Finances");
	assert_int_equal(mine("level")->choice, 1);
	assert_true(mine("web")->on);
	assert_false(row("a")->marked);
	assert_int_equal(row("a")->choice, 2);
	assert_true(form.readonly);
	assert_false(form_changed(&form));
}

TEST(mine_stays_beside_what_they_changed_elsewhere)
{
	write_text(&form, "name", "Money");
	row("a")->choice = 2;
	form_field(&fresh, "level")->base_choice = 1;
	store_row("a", false, 0);	/* the mark of the same row */
	assert_int_equal(merge(), 0);
	assert_string_equal(mine("name")->input.text, "Money");
	assert_int_equal(mine("level")->choice, 1);
	assert_int_equal(row("a")->choice, 2);
	assert_false(row("a")->marked);
	assert_true(form_changed(&form));
}

TEST(both_the_same_is_no_conflict)
{
	write_text(&form, "name", "Money");
	write_text(&fresh, "name", "Money");
	mine("level")->choice = 2;
	form_field(&fresh, "level")->base_choice = 2;
	mine("web")->on = true;
	form_field(&fresh, "web")->base_on = true;
	row("a")->choice = 1;
	store_row("a", true, 1);
	assert_int_equal(merge(), 0);
	assert_false(form_changed(&form));
}

static void both_change(void)
{
	write_text(&form, "name", "Money");
	write_text(&fresh, "name", "Accounts");
	mine("level")->choice = 2;
	form_field(&fresh, "level")->base_choice = 1;
	row("a")->choice = 1;
	store_row("a", true, 2);
	assert_int_equal(merge(), 3);
	assert_int_equal(form_conflicts(&form), 3);
	assert_string_equal(mine("name")->input.text, "Money");
	assert_string_equal(mine("name")->theirs, "Accounts");
	assert_int_equal(mine("level")->choice, 2);
	assert_int_equal(mine("level")->base_choice, 1);
	assert_int_equal(row("a")->choice, 1);
	assert_int_equal(row("a")->theirs_choice, 2);
}

TEST(both_are_kept_and_mine_is_chosen)
{
	both_change();
	form_resolve(&form, true);
	assert_int_equal(form_conflicts(&form), 0);
	assert_string_equal(mine("name")->input.text, "Money");
	assert_string_equal(mine("name")->base, "Accounts");
	assert_null(mine("name")->theirs);
	assert_int_equal(mine("level")->choice, 2);
	assert_int_equal(row("a")->choice, 1);
	assert_int_equal(row("a")->base_choice, 2);
	assert_true(form_changed(&form));
}

TEST(both_are_kept_and_theirs_is_chosen)
{
	both_change();
	mine("web")->on = true;		/* not in conflict: it stays */
	form_resolve(&form, false);
	assert_int_equal(form_conflicts(&form), 0);
	assert_string_equal(mine("name")->input.text, "Accounts");
	assert_int_equal(mine("level")->choice, 1);
	assert_int_equal(row("a")->choice, 2);
	assert_true(mine("web")->on);
	mine("web")->on = false;
	assert_false(form_changed(&form));
}

TEST(a_conflict_ends_when_they_come_to_mine)
{
	both_change();
	write_text(&fresh, "name", "Money");
	form_field(&fresh, "level")->base_choice = 2;
	store_row("a", true, 1);
	assert_int_equal(merge(), 0);
	assert_null(mine("name")->theirs);
	assert_false(form_changed(&form));
}

TEST(a_conflict_stays_until_it_is_settled)
{
	both_change();
	write_text(&fresh, "name", "Accounts");
	form_field(&fresh, "level")->base_choice = 1;
	store_row("a", true, 2);
	assert_int_equal(merge(), 3);	/* something else moved */
	write_text(&fresh, "name", "Ledger");
	form_field(&fresh, "level")->base_choice = 1;
	store_row("a", true, 0);
	assert_int_equal(merge(), 3);
	assert_string_equal(mine("name")->theirs, "Ledger");
	assert_int_equal(row("a")->theirs_choice, 0);
}

/* ---- rows ------------------------------------------------------------------------ */

TEST(rows_come_and_go)
{
	struct field *field = form_field(&fresh, "rows");

	form_focus_row(&form, "rows", "c");
	drop_row(&fresh, "rows", "a");
	form_row_add(&fresh, field, "d", "Dana", true, 1)->detail = "Editor";
	assert_int_equal(merge(), 0);
	assert_null(row("a"));
	assert_string_equal(row("d")->text, "Dana");
	assert_string_equal(row("d")->detail, "Editor");
	assert_true(row("d")->marked);
	assert_int_equal(mine("rows")->n_shown, 3);
	assert_string_equal(focused_row(&form)->id, "c");
	assert_false(form_changed(&form));
}

/* What some have: theirs is taken where it was left so, mine stays where it was not. */
TEST(what_some_have_moves_on)
{
	row("a")->some = row("a")->base_some = true;
	row("b")->base_some = true;	/* none of them here */
	assert_true(row_changed(row("b")));
	form_row(form_field(&fresh, "rows"), "b")->base_some = true;
	assert_int_equal(merge(), 0);
	assert_false(row("a")->some);
	assert_false(row_changed(row("a")));
	assert_true(row("b")->base_some && row_changed(row("b")));
}

TEST(a_row_they_removed_and_i_changed)
{
	row("a")->choice = 2;
	drop_row(&fresh, "rows", "a");
	assert_int_equal(merge(), 1);
	assert_true(row("a")->theirs_removed);
	form_resolve(&form, true);
	assert_true(row("a")->added);	/* to be stored again */
	assert_true(row_changed(row("a")));
	drop_row(&fresh, "rows", "a");
	assert_int_equal(merge(), 0);
	store_row("a", true, 1);
	assert_int_equal(merge(), 1);	/* and there it is again, as they have it */
	assert_false(row("a")->added);
	assert_false(row("a")->theirs_removed);
	form_resolve(&form, false);
	assert_int_equal(row("a")->choice, 1);
	row("a")->choice = 2;
	drop_row(&fresh, "rows", "a");
	assert_int_equal(merge(), 1);
	form_resolve(&form, false);
	assert_null(row("a"));
	assert_int_equal(mine("rows")->n_shown, 2);
	assert_false(form_changed(&form));
}

TEST(a_row_i_removed_and_they_changed)
{
	row("a")->removed = true;
	store_row("a", true, 2);
	assert_int_equal(merge(), 1);
	assert_true(row("a")->removed);
	form_resolve(&form, false);
	assert_false(row("a")->removed);
	assert_int_equal(row("a")->choice, 2);
	row("b")->removed = true;
	drop_row(&fresh, "rows", "b");
	store_row("a", true, 2);
	assert_int_equal(merge(), 0);	/* gone on both sides */
	assert_null(row("b"));
	row("c")->marked = false;	/* not wanted here, gone there */
	drop_row(&fresh, "rows", "b");
	drop_row(&fresh, "rows", "c");
	store_row("a", true, 2);
	assert_int_equal(merge(), 0);
	assert_null(row("c"));
}

TEST(a_row_that_both_added)
{
	struct form_row *at;

	at = form_row_add(&form, mine("rows"), "d", "Dana", true, 1);
	at->added = true;
	at->base_marked = false;
	at->base_choice = FORM_NONE;
	form_row_add(&fresh, form_field(&fresh, "rows"), "d", "Dana", true, 1);
	assert_int_equal(merge(), 0);
	assert_false(row("d")->added);
	assert_false(form_changed(&form));
	at = form_row_add(&form, mine("rows"), "e", "Eva", true, 1);
	at->added = true;
	form_row_add(&fresh, form_field(&fresh, "rows"), "d", "Dana", true, 1);
	form_row_add(&fresh, form_field(&fresh, "rows"), "e", "Eva", true, 2);
	assert_int_equal(merge(), 1);
	assert_int_equal(row("e")->choice, 1);
	assert_int_equal(row("e")->theirs_choice, 2);
	assert_int_equal(mine("rows")->n_rows, 5);
}

TEST(words_follow_what_is_stored)
{
	struct form_row *at = form_row(form_field(&fresh, "rows"), "a");

	at->text = form_printf(&fresh, "%s", "Anna Berg");
	at->note = form_printf(&fresh, "%s", "role");
	at->fixed = form_printf(&fresh, "%s", "owner now");
	fresh.v[0].label = form_printf(&fresh, "%d members", 4);
	assert_int_equal(merge(), 0);
	assert_string_equal(row("a")->text, "Anna Berg");
	assert_string_equal(row("a")->note, "role");
	assert_string_equal(row("a")->fixed, "owner now");
	assert_string_equal(form.v[0].label, "4 members");
	merge();
	assert_null(row("a")->fixed);
	assert_string_equal(row("a")->note, "");
	assert_string_equal(form.v[0].label, "3 members");
}

TEST(choices_are_known_by_their_label)
{
	struct field *field;

	mine("level")->choice = 2;
	row("a")->choice = 1;
	field = form_field(&fresh, "level");
	field->choices = more;
	field->n_choices = 4;
	field->choice = field->base_choice = 1;
	field = form_field(&fresh, "rows");
	field->choices = more;
	field->n_choices = 4;
	store_row("a", true, 1);
	store_row("b", false, 2);
	store_row("c", true, 3);
	assert_int_equal(merge(), 0);
	assert_int_equal(mine("level")->choice, 3);
	assert_int_equal(mine("level")->base_choice, 1);
	assert_int_equal(row("a")->choice, 2);
	assert_false(row_changed(row("c")));
	assert_int_equal(merge(), 0);	/* and back */
	assert_int_equal(mine("level")->choice, 2);
	assert_int_equal(row("a")->choice, 1);
	form_field(&fresh, "level")->n_choices = 2;
	merge();			/* mine is gone: what is stored */
	assert_int_equal(mine("level")->choice, 0);
}

/* ---- one of several ---------------------------------------------------------------- */

TEST(one_is_chosen_whoever_chose_it)
{
	store_radio("y");
	assert_int_equal(merge(), 0);
	chosen("y");
	store_radio("y");
	choose("z");
	assert_int_equal(merge(), 0);
	chosen("z");
	store_radio("z");
	assert_int_equal(merge(), 0);
	chosen("z");
	assert_false(form_changed(&form));
}

TEST(both_chose_another_one)
{
	choose("z");
	store_radio("y");
	assert_int_equal(merge(), 1);
	chosen("z");
	assert_true(row("y")->conflict);
	form_resolve(&form, true);
	chosen("z");
	store_radio("x");
	assert_int_equal(merge(), 1);
	form_resolve(&form, false);
	chosen("x");
	assert_false(form_changed(&form));
	choose("z");
	store_radio("y");
	assert_int_equal(merge(), 1);
	choose("y");			/* decided by hand */
	assert_int_equal(form_conflicts(&form), 0);
}

TEST(they_chose_none)
{
	choose("z");
	store_radio("");
	assert_int_equal(merge(), 1);
	chosen("z");
	form_resolve(&form, false);
	chosen("");
	assert_false(form_changed(&form));
}

TEST(what_was_chosen_is_gone)
{
	drop_row(&fresh, "radio", "x");
	assert_int_equal(merge(), 0);
	chosen("");
	assert_null(row("x"));
	choose("z");
	drop_row(&fresh, "radio", "z");
	store_radio("");
	assert_int_equal(merge(), 1);
	chosen("z");
	form_resolve(&form, false);
	assert_null(row("z"));
	chosen("");
}

TEST(they_added_one_and_chose_it)
{
	struct field *field = form_field(&fresh, "radio");

	form_row_add(&fresh, field, "n", "New", false, FORM_NONE);
	store_radio("n");
	assert_int_equal(merge(), 0);
	chosen("n");
	assert_false(form_changed(&form));
}

/* ---- drafts ------------------------------------------------------------------------ */

static struct buf draft;

static void save(void)
{
	buf_init(&draft, 65536);
	form_save(&form, &draft);
}

/* The form anew, with the draft in it. */
static void reopen(void)
{
	form_release(&form);
	load(&form);
	form_restore(&form, buf_text(&draft));
}

TEST(a_draft_comes_back)
{
	struct form_row *at;

	write_text(&form, "name", "tab\there \\ n\\n \303\274");
	write_text(&form, "key", "hunter2");
	mine("level")->choice = 2;
	mine("web")->on = true;
	row("a")->choice = 1;
	row("b")->marked = true;
	row("c")->removed = true;
	at = form_row_add(&form, mine("rows"), "d", "Dana", true, 1);
	at->added = true;
	choose("y");
	save();
	assert_null(strstr(buf_text(&draft), "hunter2"));
	assert_null(strstr(buf_text(&draft), "key"));
	form.touched = false;
	reopen();
	assert_true(form.touched);
	assert_string_equal(mine("name")->input.text, "tab\there \\ n\\n \303\274");
	assert_string_equal(mine("key")->input.text, "");
	assert_int_equal(mine("level")->choice, 2);
	assert_true(mine("web")->on);
	assert_int_equal(row("a")->choice, 1);
	assert_true(row("b")->marked);
	assert_true(row("c")->removed);
	assert_true(row("d")->added);
	assert_string_equal(row("d")->text, "Dana");
	chosen("y");
	buf_release(&draft);
}

TEST(an_unchanged_form_has_no_draft)
{
	save();
	assert_int_equal(draft.len, 0);
	buf_release(&draft);
}

TEST(what_no_longer_fits_is_left_out)
{
	static const char text[] =
		"gone\tx\n"
		"name\n"
		"level\tNo such level\n"
		"level\t\n"
		"web\tyes\n"
		"key\thunter2\n"
		"rows\ta\t1\tNo such level\t0\t0\tAnna\n"
		"rows\tb\t1\n"
		"rows\tb\tx\tCan Edit\t0\t0\tBob\n"
		"rows\tq\t1\tCan Edit\t0\t0\tQuentin\n"
		"rows\tc\t1\tCan View\t0\t0\tCleo\n"
		"radio\tx\t1\t\t1\t0\tLake\n"
		"\t\t\t\t\t\t\t\t\t\n\\";

	row("c")->fixed = "owner";
	form_restore(&form, text);
	assert_false(form_changed(&form));
	assert_int_equal(mine("rows")->n_rows, 3);
	form.readonly = true;
	form_restore(&form, "name\tMoney\n");
	assert_false(form_changed(&form));
	form.readonly = false;
	form_restore(&form, "name\tMoney");
	assert_string_equal(mine("name")->input.text, "Money");
}

TEST(a_draft_meets_a_store_that_moved)
{
	choose("y");
	row("a")->choice = 2;
	save();
	form_release(&form);
	load(&form);
	mine("level")->choices = mine("rows")->choices = more;
	mine("level")->n_choices = mine("rows")->n_choices = 4;
	row("x")->marked = row("x")->base_marked = false;
	row("z")->marked = row("z")->base_marked = true;
	form_restore(&form, buf_text(&draft));
	chosen("y");
	assert_int_equal(row("a")->choice, 3);
	buf_release(&draft);
}

#define C(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
RUN(C(nothing_moved_nothing_happens),
    C(theirs_is_taken_where_nothing_was_changed),
    C(mine_stays_beside_what_they_changed_elsewhere),
    C(both_the_same_is_no_conflict), C(both_are_kept_and_mine_is_chosen),
    C(both_are_kept_and_theirs_is_chosen),
    C(a_conflict_ends_when_they_come_to_mine),
    C(a_conflict_stays_until_it_is_settled), C(rows_come_and_go),
    C(what_some_have_moves_on), C(a_row_they_removed_and_i_changed),
    C(a_row_i_removed_and_they_changed),
    C(a_row_that_both_added), C(words_follow_what_is_stored),
    C(choices_are_known_by_their_label), C(one_is_chosen_whoever_chose_it),
    C(both_chose_another_one), C(they_chose_none), C(what_was_chosen_is_gone),
    C(they_added_one_and_chose_it), C(a_draft_comes_back),
    C(an_unchanged_form_has_no_draft), C(what_no_longer_fits_is_left_out),
    C(a_draft_meets_a_store_that_moved))
