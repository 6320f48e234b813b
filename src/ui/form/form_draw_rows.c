/* form_draw_rows.c: lists in a form, and what a search found. */
#include <stdio.h>

#include "base/glyph.h"
#include "base/text.h"
#include "ui/form/form_priv.h"

enum { FOUND_LEAST = 48 };	/* cells; else they begin at the left */

static const char *joined(char *out, size_t size, const char *a, const char *b,
			  const char *c)
{
	snprintf(out, size, "%s%s%s%s%s", a, *a && *b ? "  " : "", b,
		 (*a || *b) && *c ? "  " : "", c);
	return out;
}

/* ---- a search ----------------------------------------------------------------- */

static void draw_thing(const struct form_pen *pen, const struct field *field,
		       size_t n, int line, int col)
{
	bool on = n == field->found_at;
	const char *detail = field->found.v[n].detail;
	const char *greyed = field->found.v[n].greyed;
	char text[INPUT_MAX], why[INPUT_MAX];

	snprintf(why, sizeof(why), "%s%s", greyed ? "not: " : "",
		 greyed ? greyed : "");
	joined(text, sizeof(text), field->found.v[n].text, why,
	       detail ? detail : "");
	form_put(pen, line, col + 2, pen->form->cols - col - 2, 0, text);
	if (on)
		form_put_focus(pen, line, col, 1 +
			       (int)text_width(field->found.v[n].text));
}

void form_draw_found(const struct form_pen *pen, const struct field *field,
		     int line, int col)
{
	const struct form_found *found = &field->found;
	char text[INPUT_MAX + 40];
	int i;

	if (!pen->focused || !form_searches(field))
		return;
	if (pen->form->cols - col < FOUND_LEAST)
		col = 2;
	for (i = 0; i < field->room; i++)
		draw_thing(pen, field, field->top + (size_t)i, line++, col);
	if (!found->n)
		snprintf(text, sizeof(text), field->input.n ?
			 "no match for \"%s\"" : "there is none%s",
			 field->input.text);
	else if (found->total > found->n && (size_t)field->room == found->n)
		snprintf(text, sizeof(text), "%s %zu more: type on",
			 glyph(GLYPH_MORE_BELOW), found->total - found->n);
	else
		return;
	form_put(pen, line, col + 2, pen->form->cols - col - 2, 0, text);
}

/* ---- rows --------------------------------------------------------------------- */

static const char *theirs(const struct form_row *row, const struct field *field)
{
	if (row->theirs_removed)
		return "removed";
	if (field->marks && (row->theirs_marked != row->marked ||
			     !field->n_choices))
		return row->theirs_marked ? "on" : "off";
	return form_choice_label(field, row->theirs_choice);
}

/* In a table "new" stands after the text. */
static const char *row_note(const struct form_row *row,
			    const struct field *field, char *out, size_t size)
{
	bool removed = row->removed;

	if (row->conflict)
		snprintf(out, size, "! changed meanwhile: now %s",
			 theirs(row, field));
	else
		joined(out, size, removed || !*field->note_head ?
		       form_row_tag(row, field) : "", removed ? "" : row->note,
		       row->fixed ? row->fixed : "");
	return out;
}

static unsigned note_style(const struct form_row *row, unsigned bold)
{
	return row->conflict ? STYLE_RED | STYLE_BOLD : row->note_style | bold;
}

/* At the end of the text's column. */
static void put_tag(const struct form_pen *pen, const struct field *field,
		    const struct form_row *row, const struct form_columns *at,
		    int line)
{
	const char *tag = form_row_tag(row, field);
	int n = (int)text_width(tag);

	if (n && (int)text_width(row->text) + n < at->text_cols)
		form_put(pen, line, at->text + at->text_cols - n, n, 0, tag);
}

/* One that is too long keeps what tells it from another. */
static void put_name(const struct form_pen *pen, int line,
		     const struct form_columns *at, unsigned style, const char *text)
{
	struct buf told;

	buf_init(&told, 4096);
	text_cut_told(&told, text, (size_t)at->text_cols);
	form_put(pen, line, at->text, at->text_cols, style, buf_text(&told));
	buf_release(&told);
}

static void draw_row(const struct form_pen *pen, const struct field *field,
		     const struct form_row *row, const struct form_columns *at,
		     int line, bool on)
{
	unsigned bold = on ? STYLE_BOLD : 0;
	bool fixed = row->fixed || row->removed || form_locked(pen->form, field);
	char note[INPUT_MAX];
	int cols = pen->form->cols - at->note;

	if (field->marks)
		form_put(pen, line, at->mark, 3, bold, field->radio ?
			 (row->marked ? "(*)" : "( )") :
			 row->some ? "[-]" : (row->marked ? "[x]" : "[ ]"));
	put_name(pen, line, at, bold, row->text);
	if (at->choice_cols && row->choice != FORM_NONE)
		form_put_choice(pen, field, line, at->choice, row->choice,
				fixed, bold);
	form_put(pen, line, at->detail, at->detail_cols, bold, row->detail);
	row_note(row, field, note, sizeof(note));
	if (at->notes && (int)text_width(note) > cols && row->fixed)
		snprintf(note, sizeof(note), "%s", row->note);
	if (*field->note_head && !row->removed)
		put_tag(pen, field, row, at, line);
	if (at->notes)
		form_put(pen, line, at->note, cols, note_style(row, bold), note);
	else if (row->conflict || row->removed || row->added)
		form_put(pen, line, pen->form->cols - 1, 1, STYLE_BOLD,
			 row->conflict ? "!" : row->removed ? "-" : "+");
	if (!on)
		return;
	form_put_focus(pen, line, 0, at->text - 1 +
		       least((int)text_width(row->text), at->text_cols));
	form_put_cursor(pen, line, field->marks ? at->mark + 1 : at->text);
}

/* What had no room beside the row with the cursor. */
static void draw_foot(const struct form_pen *pen, const struct field *field,
		      const struct form_row *row, const struct form_columns *at,
		      int line)
{
	char note[INPUT_MAX] = "", text[2 * INPUT_MAX];

	if (!at->below || !row)
		return;
	if (!at->notes)
		row_note(row, field, note, sizeof(note));
	else if (row->fixed && (*row->note ||
		 (int)text_width(row->fixed) > pen->form->cols - at->note))
		snprintf(note, sizeof(note), "%s", row->fixed);
	else if ((int)text_width(row->note) > pen->form->cols - at->note)
		snprintf(note, sizeof(note), "%s", row->note);
	joined(text, sizeof(text), (int)text_width(row->detail) <=
	       at->detail_cols || row->conflict ? "" : row->detail, note, row->more);
	form_put(pen, line, 4, pen->form->cols - 4, at->notes ? 0 :
		 note_style(row, 0), text);
}

static int draw_filter(const struct form_pen *pen, const struct field *field,
		       int line)
{
	char text[60];
	int cols = pen->form->cols, count, typed;

	snprintf(text, sizeof(text), "%zu of %zu", field->n_shown,
		 field->n_rows);
	count = (int)text_width(text);
	typed = cols - 4 - FORM_GAP - count;
	if (typed > 30)
		typed = 30;
	form_put(pen, line, 2, 1, field->filtering ? STYLE_BOLD : 0, "/");
	form_put_input(pen, &field->input, line, 4, typed,
		       pen->focused && field->filtering);
	form_put(pen, line, 4 + (typed > 0 ? typed : 0) + FORM_GAP, count, 0,
		 text);
	return line + 1;
}

static int draw_label(const struct form_pen *pen, const struct field *field,
		      const struct form_columns *at, int line)
{
	char text[INPUT_MAX];

	if (field->n_shown > (size_t)field->room)
		snprintf(text, sizeof(text), "%s (%zu of %zu)", field->label,
			 field->cursor + 1, field->n_shown);
	else
		snprintf(text, sizeof(text), "%s", field->label);
	if (!*field->note_head) {
		form_put(pen, line, 0, pen->form->cols, STYLE_BOLD, text);
		return line + 1;
	}
	form_put(pen, line, at->text, at->text_cols, STYLE_UNDERLINE, text);
	form_put(pen, line, at->choice, at->choice_cols, STYLE_UNDERLINE,
		 field->choice_head);
	if (at->notes)
		form_put(pen, line, at->note, pen->form->cols - at->note,
			 STYLE_UNDERLINE, field->note_head);
	return line + 1;
}

/* How many more there are, above and below. */
static void draw_rest(const struct form_pen *pen, const struct field *field, int line)
{
	size_t above = field->top, below = field->n_shown - field->top -
		(size_t)field->room;
	char text[80] = "", up[40] = "";

	if (above)
		snprintf(up, sizeof(up), "%s %zu%s", glyph(GLYPH_MORE_ABOVE),
			 above, below ? "   " : " more");
	snprintf(text, sizeof(text), "%s", up);
	if (below)
		snprintf(text, sizeof(text), "%s%s %zu more", up,
			 glyph(GLYPH_MORE_BELOW), below);
	form_put(pen, line, pen->form->cols - (int)text_width(text) - 1,
		 (int)text_width(text), STYLE_BOLD, text);
}

void form_draw_rows(const struct form_pen *pen, struct field *field)
{
	bool walks = pen->focused && !field->filtering;
	struct form_columns at;
	struct form_row *row;
	int line = field->at, i;

	form_columns(field, pen->form->cols, &at);
	if (*field->label || *field->note_head)
		line = draw_label(pen, field, &at, line);
	if (form_has_filter(field))
		line = draw_filter(pen, field, line);
	for (i = 0; i < field->room; i++) {
		size_t n = field->top + (size_t)i;

		row = form_shown_row(field, n);
		if (row)
			draw_row(pen, field, row, &at, line + i,
				 walks && n == field->cursor);
	}
	if (field->rest)
		draw_rest(pen, field, line + field->room);
	if (!field->n_shown) {
		if (walks)
			form_put_focus(pen, line, 0, 5);
		form_put(pen, line, 2, pen->form->cols - 2, 0, field->input.n ?
			 "no match: Backspace edits, Esc shows all" : "none");
		if (walks)
			form_put_cursor(pen, line, 2);
	}
	if (pen->focused)
		draw_foot(pen, field, form_shown_row(field, field->cursor),
			  &at, line + field->room + field->rest);
}
