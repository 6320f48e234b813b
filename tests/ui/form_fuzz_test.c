/* form_fuzz_test.c: 100,000 keys, drawn at any size, with merges and drafts. */
#include "tests/expect.h"
#include "tests/ui/seen.h"

#include "base/text.h"
#include "ui/form.h"

enum { KEYS = 100000, SEED = 20261125 };

static const char *const levels[] = { "Can View", "Can Edit", "Full Access" };
static struct form form;
static uint64_t seed = SEED;
static unsigned made;

static unsigned below(unsigned n)
{
	seed = seed * 6364136223846793005u + 1442695040888963407u;
	return (unsigned)(seed >> 33) % n;
}

static void find(void *ctx, const char *text, struct form_found *out)
{
	static char name[FORM_FOUND][20];
	size_t i;

	(void)ctx;
	out->n = strlen(text) % (FORM_FOUND + 1);
	out->total = out->n + below(3);
	for (i = 0; i < out->n; i++) {
		snprintf(name[i], sizeof(name[i]), "p%u", below(40));
		out->v[i].id = out->v[i].text = name[i];
		out->v[i].greyed = below(3) ? NULL : "no";
	}
}

static void pick(void *ctx, const char *id)
{
	struct field *rows = form_field(&form, "who");
	struct form_row *row;

	(void)ctx;
	if (form_row(rows, id))
		return;
	row = form_row_add(&form, rows, id, id, true, 1);
	row->added = true;
	if (made < 5)
		form_add_check(&form, form_printf(&form, "made %u", made++),
			       "Made", false);
	if (below(2))
		form_focus_row(&form, "who", id);
}

static void paste(void *ctx, const char *text)
{
	(void)text;
	pick(ctx, "pasted");
}

static void fill(struct form *to)
{
	struct field *field;
	char id[20];
	unsigned i;

	form_init(to);
	form_head(to, "A form with all there is, and a heading that is long");
	form_add_text(to, "name", "Name", below(2) ? "Bob" : "Bobby");
	form_add_text(to, "token", "Token", "SECRET")->input.secret = true;
	form_add_text(to, "lines", "Lines", "a\nb")->input.lines = true;
	form_add_choice(to, "level", "Level", levels, 3, (int)below(3));
	form_add_check(to, "web", "Web", below(2));
	field = form_add(to, FIELD_ADD, "add", "Add");
	field->find = find;
	field->pick = pick;
	field->paste = paste;
	field->choices = levels;
	field->n_choices = 3;
	field->choice = 0;
	field = form_add(to, FIELD_ROWS, "who", "Access");
	field->removable = field->searchable = true;
	field->choices = levels;
	field->n_choices = 3;
	for (i = 0; i < 40; i++) {
		snprintf(id, sizeof(id), "p%u", i);
		if (below(3))
			form_row_add(to, field, id, id, false,
				     (int)below(4) - 1)->fixed =
				below(5) ? NULL : "owner";
	}
	field = form_add(to, FIELD_ROWS, "one", "Default");
	field->marks = field->radio = true;
	for (i = 0; i < 4; i++) {
		snprintf(id, sizeof(id), "d%u", i);
		form_row_add(to, field, id, id, false, FORM_NONE);
	}
	i = below(5);
	if (i < 4)
		field->rows[i].marked = field->rows[i].base_marked = true;
	form_add(to, FIELD_BUTTON, "test", "Test");
	to->readonly = below(8) == 0;
}

static void any_key(struct key *key)
{
	static const uint32_t often[] = {
		KEY_TAB, KEY_BACKTAB, KEY_UP, KEY_DOWN, KEY_LEFT, KEY_RIGHT,
		' ', KEY_ENTER, KEY_DELETE, KEY_BACKSPACE, '/', KEY_PASTE,
		KEY_MOUSE
	};
	static const char *const texts[] = {
		"a", "a@x\nb@x", "\303\274\346\227\245", "", "x,", "p1"
	};

	memset(key, 0, sizeof(*key));
	switch (below(4)) {
	case 0:
		key->code = KEY_NONE + below(KEY_MOUSE - KEY_NONE + 1);
		break;
	case 1:
		key->code = below(8) ? 'a' + below(26) : 0x300 + below(0x7000);
		key->mods = below(3) ? 0 : 1u << below(3);
		break;
	default:
		key->code = often[below(sizeof(often) / sizeof(*often))];
		break;
	}
	if (below(40) == 0) {
		key->code = '_';
		key->mods = KEY_CTRL;
	}
	key->text = texts[below(6)];
	key->button = below(4) ? 0 : below(2) ? 64 : 65;
	key->row = (int)below(30) - 2;
	key->col = (int)below(90) - 2;
}

static void check_form(void)
{
	size_t i, r, marked;

	for (i = 0; i < form.n; i++) {
		const struct field *field = &form.v[i];
		size_t shown = 0;

		assert_true(strlen(field->input.text) == field->input.n);
		assert_true(field->input.at <= field->input.n);
		assert_int_equal(text_valid(field->input.text, field->input.n),
				 field->input.n);
		if (field->n_choices)
			assert_in_range(field->choice + 1, 0, field->n_choices);
		for (r = marked = 0; r < field->n_rows; r++) {
			shown += field->rows[r].shown;
			marked += field->rows[r].marked;
			assert_in_range(field->rows[r].choice + 1, 0,
					field->n_choices);
		}
		assert_int_equal(shown, field->n_shown);
		assert_true(field->cursor < shown || field->cursor == 0 ||
			    field->type != FIELD_ROWS);
		if (field->radio)
			assert_true(marked <= 1);
	}
	assert_non_null(form_focused(&form));
}

static void draw(void)
{
	int rows = (int)below(30), cols = (int)below(90);
	struct canvas canvas;
	struct buf out;

	canvas_init(&canvas, 32, 93);
	form_draw(&form, &canvas, 2, 3, rows, cols);
	if (rows && cols) {
		assert_in_range(canvas.cursor_row, 2, 1 + rows);
		assert_in_range(canvas.cursor_col, 3, 2 + cols);
		assert_true(form_rows(&form, cols) > 0);
	}
	buf_init(&out, 1 << 20);
	canvas_dump(&canvas, &out);
	assert_null(strstr(buf_text(&out), "SECRET"));
	buf_release(&out);
	canvas_release(&canvas);
}

static void merge(void)
{
	struct form fresh;
	size_t n;

	fill(&fresh);
	n = form_merge(&form, &fresh);
	form_release(&fresh);
	assert_int_equal(n, form_conflicts(&form));
	check_form();
	if (below(2)) {
		form_resolve(&form, below(2));
		assert_int_equal(form_conflicts(&form), 0);
	}
}

static void reopen(void)
{
	struct buf draft;

	buf_init(&draft, 1 << 20);
	form_save(&form, &draft);
	form_release(&form);
	made = 0;
	fill(&form);
	form_restore(&form, buf_text(&draft));
	buf_release(&draft);
}

/* form_leaves tells what form_key is about to do. */
static void press(const struct key *key)
{
	bool leaves = form_leaves(&form, key), used = form_key(&form, key);

	if (key->code == KEY_UP || key->code == KEY_DOWN ||
	    key->code == KEY_ENTER)
		assert_int_equal(used, !leaves);
}

TEST(any_keys_at_any_size)
{
	struct key key;
	int i;

	text_init();
	text_set_ascii(false);
	fill(&form);
	for (i = 0; i < KEYS; i++) {
		any_key(&key);
		press(&key);
		form.pressed = NULL;
		if (below(20) == 0)
			draw();
		if (below(100) == 0)
			check_form();
		if (below(500) == 0)
			merge();
		if (below(2000) == 0)
			reopen();
		if (below(100) == 0)
			form.v[1 + below(4)].hidden = below(2);
	}
	draw();
	check_form();
	form_release(&form);
}

RUN(CASE(any_keys_at_any_size))
