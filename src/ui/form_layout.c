/* form_layout.c: where everything stands in a form of this size, and what is in
 * sight. */
#include "base/text.h"
#include "ui/form_priv.h"

enum { LABEL_MOST = 24, ROWS_USUAL = 8, GAP = FORM_GAP, MARK = 4,
	ALONE = 18 };

static int width(const char *text)
{
	return (int)text_width(text);
}

static int least(int a, int b)
{
	return a < b ? a : b;
}

static int most(int a, int b)
{
	return a > b ? a : b;
}

int form_label_cols(const struct form *form, int cols)
{
	int widest = form->label_cols;
	size_t i;

	for (i = 0; i < form->n && !form->label_cols; i++)
		if (form->v[i].type == FIELD_TEXT ||
		    form->v[i].type == FIELD_CHOICE ||
		    form->v[i].type == FIELD_ADD)
			widest = most(widest, width(form->v[i].label));
	return least(least(widest, LABEL_MOST), cols / 3);
}

int form_choice_cols(const struct field *field)
{
	int widest = 0, i;

	for (i = 0; i < field->n_choices; i++)
		widest = most(widest, width(field->choices[i]));
	return widest ? widest + 4 : 0;
}

void form_columns(const struct form *form, const struct field *field, int cols,
		  struct form_columns *out, int *text_cols, int *detail_cols,
		  int *choices)
{
	size_t i;

	(void)form;
	*text_cols = *detail_cols = 0;
	for (i = 0; i < field->n_rows; i++) {
		*text_cols = most(*text_cols, width(field->rows[i].text));
		*detail_cols = most(*detail_cols, width(field->rows[i].detail));
	}
	*choices = form_choice_cols(field);
	/* Alone in its row, a text leaves room for "removed" only. */
	*text_cols = least(*text_cols, *choices || *detail_cols ? cols * 2 / 5 :
			   cols - ALONE);
	*detail_cols = least(*detail_cols, cols < 60 ? cols / 6 : cols / 3);
	out->mark = 2;
	out->text = out->mark + (field->marks ? MARK : 0);
	out->choice = out->text + *text_cols + GAP;
	out->detail = out->choice + (*choices ? *choices + GAP : 0);
	out->note = out->detail + (*detail_cols ? *detail_cols + GAP : 0);
}

/* ---- heights ------------------------------------------------------------------- */

bool form_has_filter(const struct field *field)
{
	return field->searchable && (field->filtering || field->input.n ||
				     field->n_rows > ROWS_USUAL);
}

int form_rows_head(const struct field *field)
{
	return (*field->label != '\0') + form_has_filter(field);
}

int form_rows_shown(const struct field *field)
{
	return field->lines - form_rows_head(field);
}

static int own_lines(const struct form *form, const struct field *field,
		     int cols)
{
	int lines = 1;

	if (field->hidden)
		return 0;
	switch (field->type) {
	case FIELD_HEAD:
		return most(1, canvas_wrap_rows(cols, field->label));
	case FIELD_ROWS:
		return form_rows_head(field);	/* the rows come to it */
	case FIELD_ADD:
		if (field == form_focused(form))
			lines += (int)field->found.n +
				(field->input.n && !field->found.n) +
				(field->found.total > field->found.n);
		return lines + (field->error[0] != '\0');
	case FIELD_TEXT:
		return lines + (form->airy || field->error[0] ||
				field->conflict);
	default:
		return lines + (field->error[0] || field->conflict);
	}
}

static int rows_wish(const struct field *field)
{
	if (field->type != FIELD_ROWS || field->hidden)
		return 0;
	return most(1, (int)field->n_shown);
}

/* Lines for all, with rows of at most `most_rows` each. */
static int total(const struct form *form, int cols, int most_rows)
{
	int lines = 0, wish;
	size_t i;

	for (i = 0; i < form->n; i++) {
		wish = rows_wish(&form->v[i]);
		if (form->v[i].max_rows)
			wish = least(wish, form->v[i].max_rows);
		lines += own_lines(form, &form->v[i], cols) +
			least(wish, most_rows);
	}
	return lines;
}

int form_rows(const struct form *form, int cols)
{
	return total(form, cols, 1 << 20);
}

static void scroll(struct form *form, int rows, int lines)
{
	const struct field *field = form_focused(form);
	int from, to;

	if (field) {
		from = field->at;
		to = field->at + field->lines;
		if (field->type == FIELD_ROWS && to - from > rows) {
			from += form_rows_head(field) +
				(int)(field->cursor - field->top);
			to = from + 1;
		}
		if (form->top > from)
			form->top = from;
		if (form->top < to - rows)
			form->top = to - rows;
	}
	form->top = most(0, least(form->top, lines - rows));
	/* What stands above the first stop is seen with it. */
	if (field && form->top <= 2 && field->at + field->lines <= rows)
		form->top = 0;
}

static void keep_in_sight(struct field *field, int rows)
{
	if (rows < 1)
		rows = 1;
	if (field->cursor < field->top)
		field->top = field->cursor;
	if (field->cursor >= field->top + (size_t)rows)
		field->top = field->cursor - (size_t)rows + 1;
	if (field->top + (size_t)rows > field->n_shown)
		field->top = field->n_shown > (size_t)rows ?
			field->n_shown - (size_t)rows : 0;
}

void form_layout(struct form *form, int rows, int cols)
{
	int per = 1 << 20, at = 0, wish;
	size_t i;

	form->airy = true;
	if (total(form, cols, 3) > rows)
		form->airy = false;
	while (per > 3 && total(form, cols, per) > rows)
		per = per > 64 ? 64 : per - 1;
	for (i = 0; i < form->n; i++) {
		struct field *field = &form->v[i];

		wish = rows_wish(field);
		if (field->max_rows)
			wish = least(wish, field->max_rows);
		field->at = at;
		field->lines = own_lines(form, field, cols) + least(wish, per);
		at += field->lines;
		if (field->type == FIELD_ROWS)
			keep_in_sight(field, form_rows_shown(field));
	}
	scroll(form, rows, at);
}
