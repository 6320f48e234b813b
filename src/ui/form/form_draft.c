/* form_draft.c: what differs from what is stored, as lines, and back:
 *   NAME \t text, 0 or 1, or the label of the choice
 *   NAME \t ID \t marked \t label of the choice \t removed \t added \t text */
#include <string.h>

#include "ui/form/form_priv.h"

static void put_text(struct buf *out, const char *text)
{
	for (; *text; text++) {
		if (*text == '\t' || *text == '\n' || *text == '\\')
			buf_printf(out, "\\%c", *text == '\t' ? 't' :
				   *text == '\n' ? 'n' : '\\');
		else
			buf_add(out, text, 1);
	}
}

/* By its label: a draft may meet other choices. */
static void put_choice(struct buf *out, const struct field *field, int choice)
{
	if (choice >= 0 && choice < field->n_choices)
		put_text(out, field->choices[choice]);
}

static void save_row(const struct field *field, const struct form_row *row,
		     struct buf *out)
{
	put_text(out, field->name);
	buf_adds(out, "\t");
	put_text(out, row->id);
	buf_printf(out, "\t%d\t", row->marked);
	put_choice(out, field, row->choice);
	buf_printf(out, "\t%d\t%d\t", row->removed, row->added);
	put_text(out, row->text);
	buf_adds(out, "\n");
}

static void save_value(const struct field *field, struct buf *out)
{
	put_text(out, field->name);
	buf_adds(out, "\t");
	if (field->type == FIELD_TEXT)
		put_text(out, field->input.text);
	else if (field->type == FIELD_CHECK)
		buf_adds(out, field->on ? "1" : "0");
	else
		put_choice(out, field, field->choice);
	buf_adds(out, "\n");
}

void form_save(const struct form *form, struct buf *out)
{
	size_t i, r;

	for (i = 0; i < form->n; i++) {
		const struct field *field = &form->v[i];

		if (field->input.secret || !field_changed(field))
			continue;
		if (field->type != FIELD_ROWS) {
			save_value(field, out);
			continue;
		}
		for (r = 0; r < field->n_rows; r++)
			if (row_changed(&field->rows[r]))
				save_row(field, &field->rows[r], out);
	}
}

/* ---- and back ------------------------------------------------------------------ */

static void undo_escapes(char *text)
{
	char *to = text;

	for (; *text; text++) {
		if (*text == '\\' && text[1]) {
			text++;
			*to++ = *text == 't' ? '\t' : *text == 'n' ? '\n' :
				*text;
		} else {
			*to++ = *text;
		}
	}
	*to = '\0';
}

/* "0" or "1"; false: neither. */
static bool flag(const char *text, bool *out)
{
	*out = text[0] == '1';
	return (text[0] == '0' || text[0] == '1') && !text[1];
}

static bool choice_of(const struct field *field, const char *label, bool none,
		      int *out)
{
	int i;

	for (i = 0; i < field->n_choices; i++) {
		if (strcmp(field->choices[i], label) == 0) {
			*out = i;
			return true;
		}
	}
	*out = FORM_NONE;
	return none && !*label;
}

enum { ID, MARKED, CHOICE, REMOVED, ADDED, TEXT, PARTS };

static void restore_row(struct form *form, struct field *field, char **part)
{
	struct form_row *row = form_row(field, part[ID]);
	bool marked, removed, added;
	size_t i;
	int choice;

	if (!flag(part[MARKED], &marked) || !flag(part[REMOVED], &removed) ||
	    !flag(part[ADDED], &added) ||
	    !choice_of(field, part[CHOICE], true, &choice))
		return;
	if (row && (row->fixed || (removed && !field->removable) ||
		    (row->choice == FORM_NONE) != (choice == FORM_NONE)))
		return;
	if (!row) {
		if (!added)
			return;		/* it is gone since */
		row = form_row_add(form, field, part[ID], part[TEXT], false,
				   FORM_NONE);
		row->added = true;
	}
	for (i = 0; marked && field->radio && i < field->n_rows; i++)
		field->rows[i].marked = false;
	row->marked = marked;
	row->some = row->some && !field->marks;	/* it was changed */
	row->choice = choice;
	row->removed = removed;
}

static void restore_value(struct field *field, const char *text)
{
	bool on;
	int choice;

	if (field->type == FIELD_TEXT)
		input_set(&field->input, text);
	else if (field->type == FIELD_CHECK && flag(text, &on))
		field->on = on;
	else if (field->type == FIELD_CHOICE &&
		 choice_of(field, text, false, &choice))
		field->choice = choice;
}

static void restore_line(struct form *form, char *line)
{
	char *part[1 + PARTS];
	struct field *field;
	size_t n = 0;

	while (n < 1 + PARTS && (part[n] = strsep(&line, "\t")))
		undo_escapes(part[n++]);
	field = n > 1 ? form_field(form, part[0]) : NULL;
	if (!field || field->fixed || field->input.secret)
		return;
	if (field->type != FIELD_ROWS)
		restore_value(field, part[1]);
	else if (n == 1 + PARTS)
		restore_row(form, field, part + 1);
}

void form_restore(struct form *form, const char *draft)
{
	char *rest = arena_strdup(&form->arena, draft), *line;

	if (form->readonly)
		return;
	while ((line = strsep(&rest, "\n")))
		if (*line)
			restore_line(form, line);
	form->touched = true;
}
