/* form_layout.c: where everything stands in a form of this size, and what is in
 * sight. */
#include <stdio.h>

#include "base/text.h"
#include "ui/form/form_priv.h"
#include "ui/walk.h"

enum {
	LABEL_MOST = 24, ROWS_USUAL = 8, ROWS_LEAST = 3, GAP = FORM_GAP,
	MARK = 4, TEXT_MOST = 60, ADD_MOST = 40, TYPED_LEAST = 12, NARROW = 60,
	MANY = 1 << 20, MEASURED = 400, ALONE = 18, REST_FROM = 4,
	HALF_FROM = 44, LINES_LEAST = 2, LINES_MOST = 6,
	CONFLICT = 40	/* cells of what is said of one */
};

static int width(const char *text)
{
	return (int)text_width(text);
}

static int label_cols(const struct form *form, int cols)
{
	int widest = form->label_cols;
	size_t i;

	for (i = 0; i < form->n && !form->label_cols; i++)
		if (!form->v[i].hidden && !*form->v[i].under &&
		    (form->v[i].type == FIELD_TEXT ||
		     form->v[i].type == FIELD_CHOICE ||
		     form->v[i].type == FIELD_ADD))
			widest = most(widest, width(form->v[i].label));
	return least(least(widest, LABEL_MOST), cols < NARROW && cols >= HALF_FROM ?
		     cols / 2 : cols / 3);
}

const char *form_choice_label(const struct field *field, int choice)
{
	if (choice < 0 || choice >= field->n_choices)
		return "-";
	return field->choices[choice];
}

int form_choice_cols(const struct field *field)
{
	int widest = 0, i;

	for (i = 0; i < field->n_choices; i++)
		widest = most(widest, width(form_choice_label(field, i)));
	return field->n_choices ? widest + 4 : 0;
}

/* ---- one field ----------------------------------------------------------------- */

/* What the value takes of the `room` cells after the label. */
static int value_cols(const struct form *form, const struct field *field,
		      int room)
{
	int note = *field->note ? width(field->note) + GAP : 0;
	int choice = form_choice_cols(field);

	switch (field->type) {
	case FIELD_TEXT:
		if (form_locked(form, field))
			return least(room, field->input.secret ? 8 :
				     most(1, width(field->input.text)));
		room -= 2;		/* [] */
		if (room - note >= TYPED_LEAST)
			room -= note;
		return least(room, TEXT_MOST) + 2;
	case FIELD_ADD:
		room -= 2;
		if (choice)
			note = choice + 1 + 3;	/* " as " */
		if (room - note >= TYPED_LEAST)
			room -= note;
		return least(room, ADD_MOST) + 2;
	case FIELD_CHOICE:
		return most(choice, width(form_choice_label(field,
			    field->choice)) + 4);
	default:
		return width(field->label) + (field->type == FIELD_BUTTON) * 4;
	}
}

/* In the columns of the rows above it. */
static bool spot_under(const struct form *form, const struct field *field,
		       int cols, struct form_spot *out)
{
	const struct field *rows = *field->under ?
		form_field(form, field->under) : NULL;
	struct form_columns at;

	if (!rows)
		return false;
	form_columns(rows, cols, &at);
	*out = (struct form_spot){ .col = at.choice, .choice = at.choice,
				   .cols = at.choice_cols,
				   .note = at.notes ? at.note : at.detail };
	out->below = *field->note && out->note + width(field->note) > cols;
	if (out->below)
		out->note = 4;
	return true;
}

void form_spot(const struct form *form, const struct field *field, int cols,
	       struct form_spot *out)
{
	bool labelled = field->type == FIELD_TEXT || field->type == FIELD_ADD ||
		field->type == FIELD_CHOICE;
	int after = 0;

	if (spot_under(form, field, cols, out))
		return;
	out->col = labelled ? 2 + label_cols(form, cols) + GAP :
		field->type == FIELD_CHECK ? 2 + MARK : 2;
	out->cols = value_cols(form, field, most(1, cols - out->col));
	out->choice = out->col + out->cols + 1;
	out->note = out->col + out->cols + GAP;
	if (field->type == FIELD_ADD && field->n_choices)
		after = out->choice + 3 + form_choice_cols(field);
	else if (*field->note)
		after = out->note + width(field->note);
	out->below = after > cols;
	if (out->below)
		out->choice = out->note = least(out->col, cols / 4);
}

const char *form_below(const struct field *field, char *out, size_t size)
{
	const char *theirs = field->type != FIELD_TEXT ?
		form_choice_label(field, field->base_choice) :
		field->input.secret || !field->theirs ? "another one" :
		field->theirs;

	if (field->error[0])
		snprintf(out, size, "! %s", field->error);
	else if (field->conflict)
		snprintf(out, size, "! changed meanwhile: now %s",
			 *theirs ? theirs : "empty");
	else
		return "";
	return out;
}

int form_below_col(const struct form *form, const struct field *field, int cols)
{
	struct form_spot spot;

	if (field->type == FIELD_ROWS)
		return 2;
	form_spot(form, field, cols, &spot);
	return cols < NARROW ? least(spot.col, 4) : spot.col;
}

static int below_lines(const struct form *form, const struct field *field,
		       int cols)
{
	char text[INPUT_MAX + 80];

	if (!*form_below(field, text, sizeof(text)))
		return 0;
	cols -= form_below_col(form, field, cols);
	return most(1, least(FORM_BELOW, canvas_wrap_rows(cols, text)));
}

/* ---- rows ---------------------------------------------------------------------- */

const char *form_row_tag(const struct form_row *row, const struct field *field)
{
	return row->removed ? field->struck ? field->struck : "removed" :
		row->added && !field->marks ? "new" : "";
}

struct widths { int text, detail, note, more, fixed; };

/* Of very many rows those about what is in sight. */
static void measure(const struct field *field, struct widths *out)
{
	bool many = field->n_shown > MEASURED;
	size_t from = field->top < MEASURED / 2 ? 0 : field->top - MEASURED / 2;
	size_t nth = 0, i;

	*out = (struct widths){ .text = field->text_least,
				.note = width(field->note_head) };
	for (i = 0; i < field->n_rows && nth < from + MEASURED; i++) {
		const struct form_row *row = &field->rows[i];
		int tag = width(form_row_tag(row, field));

		if (many && (!row->shown || nth++ < from))
			continue;

		if (tag)
			tag += GAP;
		out->text = most(out->text, width(row->text) +
				 (*field->note_head && !row->removed ? tag : 0));
		out->detail = most(out->detail, width(row->detail));
		out->note = most(out->note, width(row->note) +
				 (*field->note_head && !row->removed ? 0 : tag));
		if (row->conflict)
			out->note = most(out->note, CONFLICT);
		out->more = most(out->more, width(row->more));
		out->fixed = most(out->fixed, row->fixed ? width(row->fixed) : 0);
	}
}

/* A detail goes before a note does, and both are below then. */
static void place_notes(int cols, const struct widths *wide,
			struct form_columns *out)
{
	int alone = cols - out->detail;

	out->detail_cols = least(wide->detail, cols / 3);
	out->note = out->detail +
		(out->detail_cols ? out->detail_cols + GAP : 0);
	if (!wide->note) {
		out->detail_cols = least(wide->detail, most(0, alone));
		out->note = out->detail + out->detail_cols + GAP;
	}
	out->notes = !wide->note || (cols - out->note >= TYPED_LEAST && (cols >= NARROW ||
		cols - out->note >= least(wide->note, alone)));
	if (!out->notes && alone >= least(wide->note, TYPED_LEAST)) {
		out->notes = true;
		out->note = out->detail;
		out->detail_cols = 0;
	} else if (!out->notes && cols < NARROW) {
		out->detail_cols = 0;
	}
	out->below = !out->notes || wide->more || wide->fixed > cols - out->note ||
		wide->detail > out->detail_cols;
}

/* Alone in its row, a text leaves room for "removed" only; where it is narrow, for a
 * short note. */
static int text_most(const struct field *field, int cols, int room,
		     const struct widths *wide)
{
	int some = cols * 2 / 5;

	if (!field->n_choices && !wide->detail && !*field->note_head)
		return cols - ALONE;
	return cols >= NARROW ? some :
		most(some, room - GAP - least(wide->note, TYPED_LEAST));
}

void form_columns(const struct field *field, int cols, struct form_columns *out)
{
	struct widths wide;
	int room;

	measure(field, &wide);
	out->mark = 2;
	out->text = out->mark + (field->marks ? MARK : 0);
	out->choice_cols = form_choice_cols(field);
	room = cols - out->text - (out->choice_cols ? out->choice_cols + GAP :
				   0);
	out->text_cols = least(wide.text, most(8, least(room, text_most(field,
						cols, room, &wide))));
	out->choice = out->text + out->text_cols + GAP;
	out->detail = out->choice +
		(out->choice_cols ? out->choice_cols + GAP : 0);
	place_notes(cols, &wide, out);
}

bool form_has_filter(const struct field *field)
{
	return field->searchable && (field->filtering || field->input.n ||
				     field->n_rows > ROWS_USUAL);
}

int form_rows_head(const struct field *field)
{
	return (*field->label || *field->note_head) + form_has_filter(field);
}

/* ---- heights ------------------------------------------------------------------- */

int form_text_lines(const struct form *form, const struct field *field)
{
	size_t at, n = 1;

	if (field->type != FIELD_TEXT || !field->input.lines)
		return 1;
	n = input_lines(&field->input, &at);
	return most(form_locked(form, field) ? 1 : LINES_LEAST,
		    n > LINES_MOST ? LINES_MOST : (int)n);
}

/* Without rows and without what was found. */
static int own_lines(const struct form *form, const struct field *field,
		     int cols, bool airy)
{
	struct form_columns columns;
	struct form_spot spot;
	int below = below_lines(form, field, cols);

	if (field->hidden)
		return 0;
	if (field->type == FIELD_HEAD)
		return most(1, canvas_wrap_rows(cols, field->label));
	if (field->type == FIELD_ROWS) {
		form_columns(field, cols, &columns);
		return form_rows_head(field) + columns.below + below;
	}
	form_spot(form, field, cols, &spot);
	if (field->type == FIELD_TEXT && airy)
		below = most(1, below);
	return form_text_lines(form, field) + spot.below + below;
}

/* Lines of a search for what it found, the last one says how many more. */
static int found_lines(const struct form *form, const struct field *field)
{
	if (field->type != FIELD_ADD || field != form_focused(form) ||
	    !form_searches(field))
		return 0;
	return field->found.n ? (int)field->found.n +
		(field->found.total > field->found.n) : 1;
}

/* Lines for rows, `per` at most where the field says nothing. */
static int row_lines(const struct field *field, int per, bool cap)
{
	int n = field->n_shown > MANY ? MANY : most(1, (int)field->n_shown);

	if (field->type != FIELD_ROWS || field->hidden)
		return 0;
	if (field->max_rows)
		n = least(n, field->max_rows);
	return field->max_rows && !cap ? n : least(n, per);
}

static int total(const struct form *form, int cols, int per, bool cap, bool airy)
{
	int lines = 0;
	size_t i;

	for (i = 0; i < form->n; i++)
		lines += own_lines(form, &form->v[i], cols, airy) +
			found_lines(form, &form->v[i]) +
			row_lines(&form->v[i], per, cap);
	return lines;
}

int form_rows(const struct form *form, int cols)
{
	return total(form, cols, ROWS_USUAL, false, true);
}

/* ---- what is in sight ---------------------------------------------------------- */

/* The line of the cursor in rows, or of their filter. */
static int row_at(const struct field *field)
{
	return field->at + form_rows_head(field) + (field->filtering ? -1 :
		(int)(field->cursor - field->top));
}

static bool at_last_row(const struct field *field)
{
	return field->type == FIELD_ROWS && !field->filtering &&
		field->cursor + 1 == field->n_shown;
}

/* Headings are seen with what stands below them, the end of the form with its last
 * field, or the last row of that, as far as there is room. */
static void scroll(struct form *form, int rows, int lines)
{
	const struct field *field = form_focused(form), *v = form->v;
	size_t i, next, line;
	int from, to;

	if (!field) {
		form->top = 0;
		return;
	}
	from = field->at;
	to = field->at + field->lines;
	if (to - from > rows && field->type == FIELD_ROWS) {
		from = row_at(field);
		to = from + 1;
	} else if (to - from > rows && field->type == FIELD_TEXT &&
		   field->input.lines && !form_locked(form, field)) {
		(void)input_lines(&field->input, &line);
		from = field->at + (int)(line - field->top);
		to = from + 1;
	}
	for (i = (size_t)(field - v); i > 0 && !form_is_stop(&v[i - 1]) &&
	     to - v[i - 1].at <= rows; i--)
		from = v[i - 1].at;
	if (!form_next_stop(form, (size_t)(field - v), 1, &next)) {
		if (at_last_row(field))
			from = row_at(field);
		if (lines - from <= rows || at_last_row(field))
			to = lines;
	}
	if (form->top < to - rows)
		form->top = to - rows;
	if (form->top > from && !form->past)
		form->top = from;
	if (form->past)
		form->top = lines - rows;
	form->top = most(0, least(form->top, lines - rows));
}

void form_layout(struct form *form, int rows, int cols)
{
	int per = MANY, at = 0;
	size_t i, n, line;

	form->airy = total(form, cols, ROWS_LEAST, true, true) <= rows;
	while (per > ROWS_LEAST &&
	       total(form, cols, per, true, form->airy) > rows)
		per = per > 64 ? most(ROWS_LEAST, least(64, rows)) : per - 1;
	for (i = 0; i < form->n; i++) {
		struct field *field = &form->v[i];
		int own = own_lines(form, field, cols, form->airy);
		int found = least(found_lines(form, field),
				  most(1, rows - own));

		field->at = at;
		field->lines = own + found + row_lines(field, per, true);
		at += field->lines;
		if (field->type == FIELD_ROWS) {
			field->room = row_lines(field, per, true);
			field->rest = field->room >= REST_FROM &&
				(!*field->label || *field->note_head) &&
				(size_t)field->room < field->n_shown;
			field->room -= field->rest;
			field->top = walk_top(field->top, field->cursor,
				(size_t)most(1, field->room), field->n_shown);
		} else if (field->type == FIELD_TEXT && field->input.lines &&
			   !form_locked(form, field)) {
			n = input_lines(&field->input, &line);
			field->top = walk_top(field->top, line, (size_t)
					      form_text_lines(form, field), n);
		} else if (field->type == FIELD_ADD) {
			field->room = least(found, (int)field->found.n);
			field->top = walk_top(field->top, field->found_at,
				(size_t)most(1, field->room), field->found.n);
		}
	}
	scroll(form, rows, at);
}
