/* people_columns.c: a file of people, and what its columns are taken for. */
#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "screen/dialogs/people_priv.h"

enum { HEADER_CELLS = 24, EXAMPLE_CELLS = 40 };

static const char *const all_labels[] = { "not used", "E-mail", "Login", "Status",
	"Kind", "Name", "First name", "Last name", "Role", "Groups" };

static const char *const all_means[] = { "", "the address", "the address of who has no other",
	"who is suspended there", "a person, a guest, a group, a device", "", "", "",
	"Editor, Viewer and so on", "several are parted by semicolons" };

static void forget(struct people_file *self)
{
	if (self->open)
		roster_close(&self->list);
	self->open = false;
	self->rows = NULL;
	self->n = 0;
}

/* ---- reading --------------------------------------------------------------------------- */

/* A header that says which one: the first that is called so. */
static bool names_one(const struct roster *list, size_t column)
{
	size_t i;

	for (i = 0; i < column; i++)
		if (text_casecmp(list->header[i], list->header[column]) == 0)
			return false;
	return *list->header[column] != '\0';
}

size_t people_wishes(const struct people_file *self, const char *out[PEOPLE_WISHES],
		     struct arena *arena)
{
	size_t i, c, n = 0, before, f;
	const char *code;

	for (f = 0; f < ROSTER_FIELDS; f++) {
		code = roster_field_code((enum roster_field)f);
		before = n;
		for (i = 0; i < self->n_columns; i++) {
			c = self->column[i];
			if (self->taken[i] == (int)f + 1)
				out[n++] = names_one(&self->list, c) ?
					arena_printf(arena, "%s=%s", code,
						     self->list.header[c]) :
					arena_printf(arena, "%s=#%zu", code, c + 1);
		}
		if (n == before)
			out[n++] = arena_printf(arena, "%s=", code);
	}
	return n;
}

/* Those that are taken first, each in the order of the file. */
static void order_columns(struct people_file *self)
{
	size_t i, pass;
	int taken;

	self->n_columns = 0;
	for (pass = 0; pass < 2; pass++)
		for (i = 0; i < self->list.n_columns; i++) {
			taken = self->list.taken[i] == ROSTER_NOT_USED ||
				(self->members && self->list.taken[i] >= ROSTER_MEMBER_FIELDS) ?
				0 : self->list.taken[i] + 1;
			if ((taken != 0) != (pass == 0) ||
			    self->n_columns == PEOPLE_COLUMNS)
				continue;
			self->column[self->n_columns] = i;
			self->taken[self->n_columns++] = taken;
		}
}

/* Who was read is shown, and what is wrong by the preview. */
static void read_rows(struct people_file *self)
{
	(void)!roster_rows(&self->list, &self->rows, &self->n, &self->faults);
}

bool people_read(struct people_file *self, const char *path)
{
	struct roster list;
	struct buf data;

	error_clear(&self->error);
	if (!roster_file_read(self->app, path, &data, &self->error))
		return false;
	if (!roster_open(&list, path, buf_text(&data), data.len, NULL, 0, &self->error)) {
		roster_close(&list);
		buf_release(&data);
		return false;
	}
	forget(self);
	buf_release(&self->data);
	self->data = data;
	self->hash = roster_hash(buf_text(&data), data.len);
	self->list = list;
	self->open = true;
	if (path != self->path)
		snprintf(self->path, sizeof(self->path), "%s", path);
	order_columns(self);
	read_rows(self);
	return true;
}

void people_again(struct people_file *self)
{
	struct roster_wish wishes[PEOPLE_WISHES];
	const char *texts[PEOPLE_WISHES];
	struct arena arena = { 0 };
	struct error err;
	struct roster list;
	size_t i, n = people_wishes(self, texts, &arena);
	bool good = true;

	for (i = 0; i < n && good; i++)
		good = roster_wish_parse(texts[i], &arena, &wishes[i], &err);
	if (!good) {
		arena_release(&arena);
		return;
	}
	if (roster_open(&list, self->path, buf_text(&self->data), self->data.len, wishes, n,
			&err)) {
		forget(self);
		self->list = list;
		self->open = true;
		read_rows(self);
	} else {
		roster_close(&list);
	}
	arena_release(&arena);
}

void people_release(struct people_file *self)
{
	forget(self);
	buf_release(&self->data);
	arena_release(&self->found);
}

/* ---- the choosers ---------------------------------------------------------------------- */

static void field_name(size_t i, char name[PEOPLE_NAME])
{
	snprintf(name, PEOPLE_NAME, "column.%zu", i);
}

void people_columns_add(struct people_file *self, struct form *form)
{
	char name[PEOPLE_NAME];
	struct field *field;
	size_t i;

	for (i = 0; i < PEOPLE_COLUMNS; i++) {
		field_name(i, name);
		field = form_add_choice(form, form_printf(form, "%s", name), "", all_labels,
					self->members ? ROSTER_MEMBER_FIELDS + 1 : ROSTER_FIELDS + 1, 0);
		field->means = all_means;
		field->help = "What the column is taken for: Enter lists what it can be. "
			"Behind it stands what is in its first line.";
		field->hidden = true;
	}
}

static void show_one(const struct people_file *self, struct form *form,
		     struct field *field, size_t i)
{
	const struct roster *list = &self->list;
	size_t c = self->column[i];
	struct buf text;

	buf_init(&text, 4096);
	if (*list->header[c])
		text_cut(&text, list->header[c], HEADER_CELLS);
	else
		buf_printf(&text, "column %zu", c + 1);
	field->label = form_printf(form, "%s", buf_text(&text));
	buf_reset(&text);
	text_cut(&text, list->example[c], EXAMPLE_CELLS);
	field->note = form_printf(form, "%s", buf_text(&text));
	field->choice = field->base_choice = self->taken[i];
	buf_release(&text);
}

void people_columns_show(const struct people_file *self, struct form *form)
{
	char name[PEOPLE_NAME];
	struct field *field;
	size_t i;

	for (i = 0; i < PEOPLE_COLUMNS; i++) {
		field_name(i, name);
		field = form_field(form, name);
		field->hidden = !self->open || i >= self->n_columns;
		if (!field->hidden)
			show_one(self, form, field, i);
	}
}

/* Of the others that have the field. */
static void take_away(struct people_file *self, size_t from, int field)
{
	size_t k;

	if (!field || field == ROSTER_STATUS + 1 || field == ROSTER_KIND + 1)
		return;
	for (k = 0; k < self->n_columns; k++)
		if (k != from && self->taken[k] == field)
			self->taken[k] = 0;
}

bool people_columns_take(struct people_file *self, const struct form *form)
{
	char name[PEOPLE_NAME];
	size_t i;
	int now;

	/* One chooser is turned at a time: the others say what was. */
	for (i = 0; i < self->n_columns; i++) {
		field_name(i, name);
		now = form_field(form, name)->choice;
		if (now == self->taken[i])
			continue;
		self->taken[i] = now;
		take_away(self, i, now);
		return true;
	}
	return false;
}
