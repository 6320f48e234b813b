/* form_merge.c: what differs from what is stored, and what happens when that moves
 * on; drafts. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "ui/form_priv.h"

bool row_changed(const struct form_row *row)
{
	if (row->added)
		return !row->removed;
	return row->removed || row->marked != row->base_marked ||
		row->choice != row->base_choice;
}

bool field_changed(const struct field *field)
{
	size_t i;

	switch (field->type) {
	case FIELD_TEXT:
		return strcmp(field->input.text, field->base) != 0;
	case FIELD_CHOICE:
		return field->choice != field->base_choice;
	case FIELD_CHECK:
		return field->on != field->base_on;
	case FIELD_ROWS:
		for (i = 0; i < field->n_rows; i++)
			if (row_changed(&field->rows[i]))
				return true;
		return false;
	default:
		return false;
	}
}

bool form_changed(const struct form *form)
{
	size_t i;

	for (i = 0; i < form->n; i++)
		if (field_changed(&form->v[i]))
			return true;
	return false;
}

/* ---- merge ------------------------------------------------------------------- */

static void merge_row(struct form_row *row, const struct form_row *fresh)
{
	bool mine = row_changed(row);
	bool moved = fresh->base_marked != row->base_marked ||
		fresh->base_choice != row->base_choice || row->added;

	row->note = fresh->note;
	row->fixed = fresh->fixed;
	if (row->added) {		/* both added it */
		row->added = false;
		row->base_marked = fresh->base_marked;
		row->base_choice = fresh->base_choice;
		mine = row_changed(row);
	}
	if (!moved)
		return;
	if (!mine) {
		row->marked = fresh->base_marked;
		row->choice = fresh->base_choice;
	} else if (row->removed || row->marked != fresh->base_marked ||
		   row->choice != fresh->base_choice) {
		row->conflict = true;
		row->theirs_marked = fresh->base_marked;
		row->theirs_choice = fresh->base_choice;
		row->theirs_removed = false;
	}
	row->base_marked = fresh->base_marked;
	row->base_choice = fresh->base_choice;
}

static struct form_row *copy_row(struct form *form, struct field *field,
				 const struct form_row *fresh)
{
	struct form_row *row = form_row_add(form, field, fresh->id,
		fresh->text, fresh->base_marked, fresh->base_choice);

	row->detail = form_printf(form, "%s", fresh->detail);
	if (fresh->fixed)
		row->fixed = form_printf(form, "%s", fresh->fixed);
	return row;
}

static void merge_rows(struct form *form, struct field *field,
		       const struct field *fresh)
{
	size_t i, n = 0;

	for (i = 0; i < field->n_rows; i++) {
		struct form_row *row = &field->rows[i];
		struct form_row *now = form_row(fresh, row->id);

		if (now) {
			merge_row(row, now);
		} else if (!row->added) {
			if (!row_changed(row) || row->removed)
				continue;	/* gone, and I agree */
			row->conflict = true;
			row->theirs_removed = true;
			row->added = true;
		}
		field->rows[n++] = *row;
	}
	field->n_rows = n;
	for (i = 0; i < fresh->n_rows; i++)
		if (!form_row(field, fresh->rows[i].id))
			(void)copy_row(form, field, &fresh->rows[i]);
	form_filter_rows(field);
}

static const char *chosen(const struct field *field, bool base)
{
	size_t i;

	for (i = 0; i < field->n_rows; i++)
		if (base ? field->rows[i].base_marked : field->rows[i].marked)
			return field->rows[i].id;
	return "";
}

/* Of a radio field one row is set: what is chosen is one value, not one a row. */
static void merge_radio(struct form *form, struct field *field,
			const struct field *fresh)
{
	bool mine = field_changed(field);
	const char *was = chosen(field, true), *mark = chosen(field, false);
	const char *now = chosen(fresh, true);
	size_t i;

	merge_rows(form, field, fresh);
	for (i = 0; i < field->n_rows; i++) {
		struct form_row *row = &field->rows[i];

		if (row->theirs_removed)	/* mine is gone: says so */
			continue;
		row->marked = strcmp(row->id, mine ? mark : now) == 0;
		row->conflict = mine && row->marked &&
			strcmp(now, was) != 0 && strcmp(now, mark) != 0;
		row->theirs_marked = false;
	}
}

static void merge_text(struct form *form, struct field *field,
		       const struct field *fresh)
{
	const char *now = arena_strdup(&form->arena, fresh->base);

	if (strcmp(now, field->base) == 0)
		return;
	if (!field_changed(field)) {
		input_set(&field->input, now);
	} else if (strcmp(field->input.text, now) != 0) {
		field->conflict = true;
		field->theirs = now;
	}
	field->base = now;
}

static void merge_field(struct form *form, struct field *field,
			const struct field *fresh)
{
	bool mine = field_changed(field);

	field->fixed = fresh->fixed;
	switch (field->type) {
	case FIELD_TEXT:
		merge_text(form, field, fresh);
		break;
	case FIELD_CHOICE:
		if (fresh->base_choice == field->base_choice)
			break;
		field->base_choice = fresh->base_choice;
		if (!mine)
			field->choice = fresh->base_choice;
		else
			field->conflict = field_changed(field);
		break;
	case FIELD_CHECK:
		if (fresh->base_on == field->base_on)
			break;
		field->base_on = fresh->base_on;
		if (!mine)
			field->on = fresh->base_on;
		break;
	case FIELD_ROWS:
		if (field->radio)
			merge_radio(form, field, fresh);
		else
			merge_rows(form, field, fresh);
		break;
	default:
		break;
	}
}

size_t form_merge(struct form *form, const struct form *fresh)
{
	const struct field *now;
	size_t i;

	for (i = 0; i < form->n; i++) {
		now = form_field(fresh, form->v[i].name);
		if (now && now->type == form->v[i].type)
			merge_field(form, &form->v[i], now);
	}
	form->readonly = fresh->readonly;
	form->touched = true;
	return form_conflicts(form);
}

size_t form_conflicts(const struct form *form)
{
	size_t i, r, n = 0;

	for (i = 0; i < form->n; i++) {
		n += form->v[i].conflict;
		for (r = 0; r < form->v[i].n_rows; r++)
			n += form->v[i].rows[r].conflict;
	}
	return n;
}

static void resolve_row(struct form_row *row, bool mine)
{
	if (!row->conflict)
		return;
	row->conflict = false;
	if (mine)
		return;
	row->removed = row->theirs_removed;
	if (!row->theirs_removed) {
		row->marked = row->theirs_marked;
		row->choice = row->theirs_choice;
	}
}

static void resolve_rows(struct field *field, bool mine)
{
	bool theirs = false;
	size_t i;

	for (i = 0; i < field->n_rows; i++) {
		theirs |= field->rows[i].conflict && !mine;
		resolve_row(&field->rows[i], mine);
	}
	for (i = 0; i < field->n_rows && field->radio && theirs; i++)
		field->rows[i].marked = field->rows[i].base_marked;
}

void form_resolve(struct form *form, bool mine)
{
	size_t i;

	for (i = 0; i < form->n; i++) {
		struct field *field = &form->v[i];

		resolve_rows(field, mine);
		if (field->conflict && !mine) {
			if (field->type == FIELD_TEXT)
				input_set(&field->input, field->base);
			field->choice = field->base_choice;
			field->on = field->base_on;
		}
		field->conflict = false;
		field->theirs = NULL;
	}
	form->touched = true;
}

/* ---- drafts: NAME \t VALUE, NAME \t ROW \t marked \t choice \t removed \t text --- */

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

static void save_row(const struct field *field, const struct form_row *row,
		     struct buf *out)
{
	put_text(out, field->name);
	buf_adds(out, "\t");
	put_text(out, row->id);
	buf_printf(out, "\t%d\t%d\t%d\t", row->marked, row->choice,
		   row->removed);
	put_text(out, row->text);
	buf_adds(out, "\n");
}

void form_save(const struct form *form, struct buf *out)
{
	size_t i, r;

	for (i = 0; i < form->n; i++) {
		const struct field *field = &form->v[i];

		if (field->input.secret || !field_changed(field))
			continue;
		for (r = 0; r < field->n_rows; r++)
			if (row_changed(&field->rows[r]))
				save_row(field, &field->rows[r], out);
		if (field->type == FIELD_ROWS)
			continue;
		put_text(out, field->name);
		buf_adds(out, "\t");
		if (field->type == FIELD_TEXT)
			put_text(out, field->input.text);
		else
			buf_printf(out, "%d", field->type == FIELD_CHECK ?
				   field->on : field->choice);
		buf_adds(out, "\n");
	}
}

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

static long number(const char *text)
{
	return text ? strtol(text, NULL, 10) : 0;
}

static void restore_row(struct form *form, struct field *field, char **part)
{
	struct form_row *row = form_row(field, part[0]);
	int choice = (int)number(part[2]);

	if (!row && part[4]) {
		row = form_row_add(form, field, part[0], part[4], false,
				   FORM_NONE);
		row->added = true;
	}
	if (!row || row->fixed || choice < FORM_NONE ||
	    choice >= field->n_choices)
		return;
	row->marked = number(part[1]) != 0;
	row->choice = choice;
	row->removed = number(part[3]) != 0;
}

static void restore_line(struct form *form, char *line)
{
	char *part[6] = { NULL };
	struct field *field;
	size_t n = 0;
	long value;

	while (n < 6 && (part[n] = strsep(&line, "\t"))) {
		undo_escapes(part[n]);
		n++;
	}
	field = n > 1 ? form_field(form, part[0]) : NULL;
	if (!field || field->fixed || field->input.secret)
		return;
	value = number(part[1]);
	if (field->type == FIELD_TEXT)
		input_set(&field->input, part[1]);
	else if (field->type == FIELD_CHECK)
		field->on = value != 0;
	else if (field->type == FIELD_CHOICE && value >= FORM_NONE &&
		 value < field->n_choices)
		field->choice = (int)value;
	else if (field->type == FIELD_ROWS && n >= 5)
		restore_row(form, field, part + 1);
}

void form_restore(struct form *form, const char *draft)
{
	char *copy = arena_strdup(&form->arena, draft), *rest = copy, *line;

	while ((line = strsep(&rest, "\n")))
		if (*line)
			restore_line(form, line);
	form->touched = true;
}
