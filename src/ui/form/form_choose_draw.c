/* form_choose_draw.c: the open list of a chooser, over the form. */
#include <stdio.h>

#include "base/glyph.h"
#include "base/text.h"
#include "ui/form/form_priv.h"

enum { FILTER_FROM = 7, GAP = FORM_GAP, SIDES = 4, FRAME = 2, LEAST = 16, FEET = 2 };

static const char *note_of(const struct form *form, int i, char *out, size_t size)
{
	const struct field *field = form_open_field(form);
	const struct form_row *row = form_open_row(form);
	const char *shut = form_open_shut(form, i);
	const char *means = i == field->n_choices ? "Del" : field->means ?
		field->means[i] : "";
	bool now = i == (row ? row->base_choice : field->base_choice);

	snprintf(out, size, "%s%s%s%s", now ? "now" : "", now && (shut || *means) ?
		 "; " : "", shut ? "not: " : "", shut ? shut : means);
	return out;
}

struct widths { int label, note; };

/* Of all, so that nothing moves while one types. */
static struct widths measure(const struct form *form)
{
	struct widths out = { 0, 0 };
	char note[INPUT_MAX];
	int i;

	for (i = 0; i < form_open_all(form); i++) {
		out.label = most(out.label, (int)text_width(
				 form_open_label(form, i)));
		out.note = most(out.note, (int)text_width(
				note_of(form, i, note, sizeof(note))));
	}
	return out;
}

/* Where the chooser stands on the screen. */
static void anchor(const struct form *form, int *row, int *col)
{
	const struct field *field = form_open_field(form);
	struct form_columns columns;
	struct form_spot spot;

	if (field->type == FIELD_ROWS) {
		form_columns(field, form->cols, &columns);
		*row = field->at + form_rows_head(field) +
			(int)(field->cursor - field->top);
		*col = columns.choice;
	} else {
		form_spot(form, field, form->cols, &spot);
		*row = field->at;
		*col = field->type == FIELD_ADD ? spot.choice + 3 : spot.col;
	}
	*row += form->row - form->top;
	*col += form->col;
}

static void draw_filter(struct form *form, struct canvas *canvas)
{
	const struct popup *popup = &form->open.popup;
	int row = popup->row + 1, col = popup->col + 2;
	int cols = popup->cols - SIDES, count;
	char text[60];

	if (form->open.filter.n)
		snprintf(text, sizeof(text), "%zu of %d", popup->n,
			 form_open_all(form));
	else
		snprintf(text, sizeof(text), "%d", form_open_all(form));
	count = (int)text_width(text);
	canvas_text(canvas, row, col, 1, STYLE_BOLD, "/");
	canvas_right(canvas, row, col + cols, count, 0, text);
	input_draw(&form->open.filter, canvas, row, col + 2,
		   most(1, cols - count - 2 - GAP), true);
}

static void draw_entry(const struct form *form, struct canvas *canvas, size_t n,
		       const struct widths *wide)
{
	const struct popup *popup = &form->open.popup;
	bool on = n == popup->at;
	int at, row, col, cols;
	char note[INPUT_MAX];

	(void)form_open_matches(form, n, &at);
	if (at == FORM_NONE || !popup_place(popup, n, &row, &col, &cols))
		return;
	canvas_text(canvas, row, col, least(wide->label, cols), 0,
		    form_open_label(form, at));
	if (on)
		canvas_focus(canvas, row, col - 1, least(wide->label, cols), true);
	if (cols > wide->label + GAP)
		canvas_text(canvas, row, col + wide->label + GAP,
			    cols - wide->label - GAP, 0,
			    note_of(form, at, note, sizeof(note)));
	if (on && !popup->head)
		canvas_cursor(canvas, row, col);
}

/* Below the entries: what is wrong; else what had no room beside the one of the
 * cursor. */
static const char *foot_of(const struct form *form, int cells, int room, size_t n,
			   char *note, size_t size)
{
	const char *error = form_open_field(form)->error;
	int at;

	(void)form_open_matches(form, form->open.popup.at, &at);
	if (*error)
		return error;
	if (at == FORM_NONE)
		return n ? "" : "no match";
	return cells > room ? note_of(form, at, note, size) : "";
}

void form_draw_open(struct form *form, struct canvas *canvas)
{
	struct popup *popup = &form->open.popup;
	int row, col, cells, need, feet, at, room;
	const char *foot, *title;
	struct widths wide;
	char note[INPUT_MAX];
	size_t i, n;

	if (!form_choosing(form))
		return;
	title = form_open_row(form) ? form_open_row(form)->text :
		form_open_field(form)->label;
	/* What stands beside the form is not covered. */
	popup->right = least(form->col + form->cols + FRAME, canvas->cols);
	room = popup->right - SIDES;
	wide = measure(form);
	anchor(form, &row, &col);
	n = form_open_matches(form, 0, &at);
	popup->head = form->open.filter.n ||
		form_open_all(form) >= FILTER_FROM;
	cells = wide.label + (wide.note ? GAP + wide.note : 0);
	cells = most(most(cells, LEAST), (int)text_width(title) + GAP);
	foot = foot_of(form, cells, room, n, note, sizeof(note));
	feet = cells > room ? FEET : *foot ? canvas_wrap_rows(cells, foot) : 0;
	need = least((int)n, FORM_OPEN_MOST) + FRAME + popup->head + feet;
	/* Below the chooser, above it where there is more room. */
	if (row + 1 + need > canvas->rows && row >= canvas->rows - row - 1)
		row = most(0, row - need);
	else
		row++;
	popup_draw(popup, canvas, row, col, n, cells, title, foot, feet);
	if (popup->head)
		draw_filter(form, canvas);
	for (i = popup->top; i < popup->top + popup->shown && i < n; i++)
		draw_entry(form, canvas, i, &wide);
}
