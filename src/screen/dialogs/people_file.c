/* people_file.c: people of a file that a directory or a spreadsheet wrote: which file,
 * what its columns are taken for, who would be added, and what is wrong with it. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/path_find.h"
#include "base/text.h"
#include "screen/dialog/access_rows.h"
#include "screen/dialogs/people_priv.h"
#include "screen/frame/chrome.h"

enum { ROWS_SHOWN = 3, DETAIL_CELLS = 60 };

static struct people_file *self_of(const struct dialog_page *page)
{
	return page->ctx;
}

/* ---- which file ------------------------------------------------------------------------ */

static const char *size_text(int64_t size, struct arena *arena)
{
	return size < 10 * 1024 ? arena_printf(arena, "%lld bytes", (long long)size) :
		arena_printf(arena, "%lld KiB", (long long)size / 1024);
}

static void find(void *ctx, const char *text, struct form_found *out)
{
	struct dialog_page *page = ctx;
	struct people_file *self = self_of(page);
	struct path_hit hits[FORM_FOUND];
	struct arena *arena = &self->found;
	size_t i;

	*out = (struct form_found){ .n = 0 };
	arena_release(arena);
	out->n = path_find(self->folder, arena_strdup(arena, text), hits, FORM_FOUND,
			   &out->total, arena);
	for (i = 0; i < out->n; i++) {
		out->v[i].id = hits[i].path;
		out->v[i].text = hits[i].path;
		out->v[i].detail = hits[i].folder ? "folder" :
			size_text(hits[i].size, arena);
	}
}

/* As the program reads it. */
static const char *whole_path(const struct people_file *self, const char *typed,
			      struct arena *arena)
{
	const char *path = path_expand(typed, arena);

	return *path == '/' ? path : arena_printf(arena, "%s%s", self->folder, path);
}

static void show_all(struct dialog_page *page, struct form *form);

static void take(struct dialog_page *page, const char *typed)
{
	struct people_file *self = self_of(page);
	struct arena arena = { 0 };
	const char *path = whole_path(self, typed, &arena);
	size_t n = strlen(path);

	if (n && path[n - 1] == '/') {
		snprintf(self->folder, sizeof(self->folder), "%s", path);
	} else if (people_read(self, path)) {
		show_all(page, &page->form);
		page->unseen = true;
	} else {
		pages_toast(page->screen->pages, "%s", self->error.text);
	}
	arena_release(&arena);
	dialog_touched(page);
}

static void pick(void *ctx, const char *id)
{
	struct dialog_page *page = ctx;
	struct arena arena = { 0 };

	take(page, arena_strdup(&arena, id));	/* the next search frees it */
	arena_release(&arena);
}

/* ---- the form -------------------------------------------------------------------------- */

static const char *separator_word(char separator)
{
	return separator == ',' ? "commas" : separator == ';' ? "semicolons" : "tabs";
}

static const char *base_name(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? slash + 1 : path;
}

static void show_title(struct dialog_page *page)
{
	const struct people_file *self = self_of(page);
	struct buf name;

	buf_init(&name, 4096);
	text_cut(&name, self->open ? base_name(self->path) : "a file", 40);
	if (self->members)
		dialog_title(page, "Add people of %s to %s", buf_text(&name),
			     thing_name(page->screen->app, &page->subject));
	else
		dialog_title(page, "Add people of %s", buf_text(&name));
	buf_release(&name);
}

static void show_about(const struct people_file *self, struct form *form)
{
	struct field *about = form_field(form, "about");
	const struct roster *list = &self->list;
	struct buf text;

	about->hidden = !self->open;
	if (!self->open)
		return;
	buf_init(&text, 4096);
	buf_printf(&text, "%zu %s, %s, parted by %s.", self->n,
		   self->n == 1 ? "person" : "people", list->encoding,
		   separator_word(list->separator));
	if (list->n_others)
		buf_printf(&text, " %zu left out.", list->n_others);
	if (list->passed_over) {
		buf_adds(&text, " Passed over, no header: ");
		text_cut(&text, list->passed_over, DETAIL_CELLS / 2);
		buf_addc(&text, '.');
	}
	about->label = form_printf(form, "%s", buf_text(&text));
	buf_release(&text);
}

/* Suspended there, active here: who matters most. */
static bool is_left_behind(const struct people_file *self, const struct roster_row *row)
{
	const struct seen *seen = app_seen(self->app);
	uint32_t user = row->suspended ? facts_user_by_email(seen_judged(seen), row->email) :
		NOBODY;

	return user != NOBODY && sees_user(seen, user) && seen_user(seen, user)->active;
}

/* "suspended there, active here; Bob Stein; Viewer, in Finance" */
static void row_words(const struct people_file *self, const struct roster_row *row,
		      struct buf *out)
{
	size_t k;

	if (row->suspended)
		buf_adds(out, is_left_behind(self, row) ? "suspended there, active here" :
			 "suspended there");
	if (*row->name)
		buf_printf(out, "%s%s", out->len ? "; " : "", row->name);
	if (self->members)
		return;
	if (row->has_role)
		buf_printf(out, "%s%s", out->len ? "; " : "", role_label(row->role));
	else if (row->guest)
		buf_printf(out, "%sGuest there", out->len ? "; " : "");
	for (k = 0; k < row->n_groups; k++)
		buf_printf(out, "%s%s", k ? ", " : out->len ? "; in " : "in ", row->group[k]);
}

static void show_row(const struct people_file *self, struct form *form,
		     struct field *field, const struct roster_row *row)
{
	struct form_row *out;
	struct buf text;
	char id[24];

	buf_init(&text, 64 * 1024);
	row_words(self, row, &text);
	snprintf(id, sizeof(id), "%ld", row->line);
	out = form_row_add(form, field, id, row->email, false, FORM_NONE);
	out->detail = form_printf(form, "%s", buf_text(&text));
	out->fixed = form_printf(form, "line %ld", row->line);
	buf_release(&text);
}

/* The first, but before them those who matter most. */
static void show_people(const struct people_file *self, struct form *form)
{
	struct field *field = form_field(form, "first");
	size_t i, pass, left = 0;

	field->n_rows = field->n_shown = 0;
	field->hidden = !self->open || !self->n;
	for (i = 0; i < self->n; i++)
		left += is_left_behind(self, &self->rows[i]);
	for (pass = 0; pass < 2; pass++)
		for (i = 0; i < self->n && field->n_rows < ROWS_SHOWN; i++)
			if (is_left_behind(self, &self->rows[i]) == (pass == 0))
				show_row(self, form, field, &self->rows[i]);
	field->label = self->n <= ROWS_SHOWN ? "Who is in it" : left ?
		form_printf(form, "%zu of %zu; %zu %s suspended there and active here",
			    (size_t)ROWS_SHOWN, self->n, left, left == 1 ? "is" : "are") :
		form_printf(form, "The first of %zu", self->n);
}

static void show_all(struct dialog_page *page, struct form *form)
{
	const struct people_file *self = self_of(page);

	struct field *file = form_field(form, "file");

	file->note = self->open ? form_printf(form, "%s", base_name(self->path)) : "";
	show_title(page);
	show_about(self, form);
	people_columns_show(self, form);
	show_people(self, form);
	if (!self->members)
		form_field(form, "role")->hidden = !self->open;
}

static void make(struct dialog_page *page)
{
	struct people_file *self = mem_alloc(sizeof(*self));

	page->ctx = self;
	self->app = page->screen->app;
	self->members = page->subject.kind == THING_GROUP;
	buf_init(&self->data, SIZE_MAX / 2);
	roles_offer(&self->roles, dialog_seen(page));
}

static void add_role(struct people_file *self, struct form *form)
{
	struct field *field = form_add_choice(form, "role", "Role", self->roles.labels,
					      self->roles.n, roles_place(&self->roles,
									 ROLE_VIEWER));

	field->means = self->roles.means;
	field->shut = self->roles.shut;
	field->help = "Of everybody who has none in the file, and is no Guest there.";
	field->hidden = true;
}

static bool load(struct dialog_page *page, struct form *form, struct error *err)
{
	struct people_file *self;
	struct field *field;
	uint32_t number;

	if (page->subject.kind == THING_GROUP && !dialog_subject(page, &number, err))
		return false;
	if (!page->ctx)
		make(page);
	self = self_of(page);
	field = form_add(form, FIELD_ADD, "file", "File");
	field->find = find;
	field->pick = pick;
	field->ctx = page;
	field->listing = true;
	field->help = "Type a part of its path: what begins so is listed, tables first. "
		"Enter takes the file, or goes into the folder.";
	find(page, "", &field->found);
	form_add(form, FIELD_HEAD, "about", "");
	form_add(form, FIELD_ROWS, "wrong", "What is wrong")->hidden = true;
	field = form_add(form, FIELD_ROWS, "first", "Who is in it");
	field->help = "As the columns say now.";
	field->max_rows = ROWS_SHOWN;
	if (!self->members)
		add_role(self, form);
	people_columns_add(self, form);
	show_all(page, form);
	return true;
}

/* ---- the command ------------------------------------------------------------------------ */

static void give(struct dialog_page *page, struct form *form, struct batch *batch)
{
	struct people_file *self = self_of(page);
	struct batch_command command = { .action = page->action };
	const char *wishes[PEOPLE_WISHES];
	size_t i, n = people_wishes(self, wishes, &batch->arena);

	dialog_give(batch, access_arg(&command, "file"), self->path);
	if (self->members)
		dialog_give(batch, access_arg(&command, "group"), page->subject.id);
	else
		dialog_give(batch, access_arg(&command, "role"), role_code(
			    self->roles.role[form_field(form, "role")->choice]));
	for (i = 0; i < n; i++)
		dialog_give(batch, access_arg(&command, "column"), wishes[i]);
	batch_copy(batch, &command, 1);
}

static bool commands(struct dialog_page *page, struct form *form,
		     struct batch *batch, struct error *err)
{
	struct people_file *self = self_of(page);

	if (!self->open) {
		if (!page->tried)
			return true;
		error_set(err, ERROR_INVALID, NULL, "no file is chosen yet");
		error_field(err, "file");
		return error_remedy(err, "type a part of its path, Enter takes it");
	}
	if (people_columns_take(self, form)) {
		people_again(self);
		show_all(page, form);
	}
	give(page, form, batch);
	return true;
}

/* ---- what comes of it -------------------------------------------------------------------- */

static void show_wrong(struct dialog_page *page, struct form *form)
{
	struct field *field = form_field(form, "wrong");
	const struct result *result = &page->preview;
	size_t i;

	field->n_rows = field->n_shown = 0;
	field->hidden = !result->n_faults;
	for (i = 0; i < result->n_faults; i++) {
		const struct error *fault = &result->faults[i];
		const char *text = strstr(fault->text, ": ");
		struct form_row *row;
		char id[24];

		snprintf(id, sizeof(id), "%zu", i);
		row = form_row_add(form, field, id, *fault->field ? fault->field : "file",
				   false, FORM_NONE);
		row->detail = form_printf(form, "%s", text ? text + 2 : fault->text);
		dialog_more(page, row, "%s", fault->remedy);
		row->fixed = "";
	}
	if (result->all_faults > 1)
		field->label = form_printf(form, "What is wrong: %zu lines",
					   result->all_faults);
	else
		field->label = "What is wrong";
}

static void notes(struct dialog_page *page, struct form *form)
{
	struct people_file *self = self_of(page);

	show_wrong(page, form);
	if (!page->good || !page->preview.plan || page->preview.plan == self->hash)
		return;
	/* Another one than that whose columns are shown. */
	page->good = false;
	if (people_read(self, self->path))
		show_all(page, form);
	error_set(&page->error, ERROR_CONFLICT, "STALE", "the file was changed meanwhile and "
		  "read anew");
	error_remedy(&page->error, "look at it again");
}

static void release(struct dialog_page *page)
{
	if (page->ctx)
		people_release(page->ctx);
	free(page->ctx);
}

static const struct hint hints[] = {
	{ "Enter", "take the file, choose" }, { NULL, NULL }
};

const struct dialog dialog_people_file = {
	.actions = { "user add", "group add", NULL },
	.load = load, .commands = commands, .notes = notes, .release = release,
	.hints = hints, .save = "Add", .file = true
};
