/* form_mouse.c: a click or the wheel in a form: at once, or as the key it stands for. */
#include "ui/form/form_priv.h"
#include "ui/walk.h"

/* A click in a choice: on the signs at its ends back and on (-1, 1), between them it
 * opens (0). */
static int side(int col, int cols)
{
	return col < 1 ? -1 : col >= cols - 1 ? 1 : 0;
}

static void click_choice(struct form *form, struct field *field,
			 struct form_row *row, int way)
{
	if (!way)
		form_choose(form, field, row);
	else if (form_step_choice(form, field, row ? &row->choice :
				  &field->choice, way) && row)
		row->conflict = false;
}

static void click_row(struct form *form, struct field *field, int line, int col)
{
	struct form_columns at;
	struct form_row *row;

	line -= form_rows_head(field);
	if (line == -1 && form_has_filter(field))
		field->filtering = true;
	if (line < 0 || line >= field->room)
		return;
	row = form_shown_row(field, field->top + (size_t)line);
	if (!row)
		return;
	field->cursor = field->top + (size_t)line;
	form_columns(field, form->cols, &at);
	if (field->marks && col >= at.mark && col < at.text)
		form_mark(form, field, row);
	else if (col >= at.choice && col < at.choice + at.choice_cols &&
		 row->choice != FORM_NONE && !row->fixed && !row->removed &&
		 !form_locked(form, field))
		click_choice(form, field, row,
			     side(col - at.choice, at.choice_cols));
}

static void click_add(struct form *form, struct field *field, int line, int col)
{
	struct form_spot spot;
	int cols = form_choice_cols(field);

	if (form_locked(form, field))
		return;
	form_spot(form, field, form->cols, &spot);
	if (line == spot.below && cols && col >= spot.choice + 3 &&
	    col < spot.choice + 3 + cols) {
		click_choice(form, field, NULL,
			     side(col - spot.choice - 3, cols));
		return;
	}
	line -= 1 + spot.below;
	if (line >= 0 && line < field->room &&
	    field->top + (size_t)line < field->found.n) {
		field->found_at = field->top + (size_t)line;
		form_pick(form, field);
	}
}

static uint32_t click_line(const struct form *form, const struct field *field,
			   int col)
{
	struct form_spot spot;
	int left = 2, way;

	form_spot(form, field, form->cols, &spot);
	if (field->type == FIELD_CHOICE)
		left = spot.col;
	if (field->type == FIELD_TEXT || col < left ||
	    col >= spot.col + spot.cols)
		return KEY_NONE;
	if (field->type != FIELD_CHOICE)
		return ' ';
	way = side(col - spot.col, spot.cols);
	return way < 0 ? KEY_LEFT : way > 0 ? KEY_RIGHT : KEY_ENTER;
}

static uint32_t click_field(struct form *form, size_t i, int line, int col)
{
	struct field *field = &form->v[i];

	if (field != form_focused(form))
		form_stand_on(form, i, 1, true);
	else if (field->type == FIELD_ROWS)
		field->filtering = false;
	if (field->type == FIELD_ROWS)
		click_row(form, field, line, col);
	else if (field->type == FIELD_ADD)
		click_add(form, field, line, col);
	else if (line == 0)
		return click_line(form, field, col);
	return KEY_NONE;
}

bool form_click(struct form *form, const struct key *key, uint32_t *code)
{
	int line = key->row - form->row + form->top;
	int col = key->col - form->col;
	size_t i;

	*code = KEY_NONE;
	if (key->row < form->row || key->row >= form->row + form->rows ||
	    col < 0 || col >= form->cols)
		return false;
	if (walk_wheel(key)) {
		*code = walk_wheel(key) < 0 ? KEY_UP : KEY_DOWN;
		return true;
	}
	for (i = 0; i < form->n && !key->release && key->button == 0; i++) {
		struct field *field = &form->v[i];

		if (form_is_stop(field) && line >= field->at &&
		    line < field->at + field->lines) {
			*code = click_field(form, i, line - field->at, col);
			break;
		}
	}
	return true;
}
