/* marked.c: see marked.h. */
#include "screen/dialog/marked.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "screen/frame/finder.h"
#include "screen/frame/keymap.h"

const char marked_different[] = "different";

enum { BLOCKED_SAID = 3 };

static const char rows_name[] = "marked", button[] = "leave";

struct marked *marked_new(size_t most)
{
	struct marked *self = mem_alloc(sizeof(*self));

	self->v = mem_array(most, sizeof(*self->v));
	self->is_hidden = mem_array(most, sizeof(*self->is_hidden));
	return self;
}

void marked_free(struct marked *self)
{
	if (!self)
		return;
	each_release(&self->each);
	free(self->v);
	free(self->is_hidden);
	free(self);
}

bool marked_ready(struct dialog_page *page, struct error *err)
{
	struct marked *self = page->marked;
	size_t i, n = 0;

	for (i = 0; i < self->n; i++)
		if (thing_number(page->screen->app, &self->v[i]) != NOBODY) {
			self->is_hidden[n] = self->is_hidden[i];
			self->v[n++] = self->v[i];
		}
	self->n = n;
	each_begin(&self->each, 0);
	if (!n) {
		error_set(err, ERROR_NOT_FOUND, NULL, "none of them is there any "
			  "more: somebody deleted them meanwhile");
		return error_remedy(err, "history shows who");
	}
	page->subject = self->v[0];
	return true;
}

/* ---- the form ------------------------------------------------------------------- */

const char *marked_count(const struct dialog_page *page, struct arena *arena)
{
	const struct marked *self = page->marked;
	const struct app *app = page->screen->app;
	const char *word = thing_label(app, &self->v[0]);
	size_t i;

	for (i = 1; i < self->n; i++)
		if (strcmp(word, thing_label(app, &self->v[i])) != 0)
			word = "asset";
	return arena_printf(arena, "%zu %s%s", self->n, word,
			    self->n == 1 ? "" : "s");
}

/* Their names first: nobody changes what is not seen. */
static void say_hidden(struct dialog_page *page, struct form *form)
{
	const struct marked *self = page->marked;
	const char *names = "";
	size_t i, n = 0;

	for (i = 0; i < self->n; i++)
		if (self->is_hidden[i])
			names = form_printf(form, "%s%s%s", names, n++ ? ", " :
				"", thing_name(page->screen->app,
					       &self->v[i]));
	if (n)
		form_head(form, "%zu of them %s hidden by the filter: %s", n,
			  n == 1 ? "is" : "are", names);
}

void marked_rows(struct dialog_page *page, struct form *form,
		 const char *(*detail)(struct dialog_page *page,
				       struct form *form,
				       const struct thing *thing))
{
	const struct marked *self = page->marked;
	const struct app *app = page->screen->app;
	struct arena arena = { 0 };
	struct field *field;
	struct form_row *row;
	size_t i;

	say_hidden(page, form);
	field = form_add(form, FIELD_ROWS, rows_name, marked_count(page, &arena));
	field->label = form_printf(form, "%s", field->label);
	field->removable = true;
	field->struck = "left out";
	field->searchable = self->n > 12;
	field->help = "What comes of each. Del leaves one out, again takes it in. / "
		"finds one.";
	for (i = 0; i < self->n; i++) {
		row = form_row_add(form, field, finder_id(&self->v[i],
				   &arena), thing_name(app, &self->v[i]),
				   false, FORM_NONE);
		if (detail)
			row->detail = detail(page, form, &self->v[i]);
	}
	arena_release(&arena);
	field = form_add(form, FIELD_BUTTON, button, "");
	field->hidden = true;
	field->help = "They stay as they are; Del on a row takes it in again.";
}

struct form_row *marked_row(const struct dialog_page *page,
			    const struct form *form, size_t i)
{
	struct arena arena = { 0 };
	struct form_row *row = form_row(form_field(form, rows_name),
		finder_id(&page->marked->v[i], &arena));

	arena_release(&arena);
	return row;
}

static bool is_in(const struct dialog_page *page, const struct form *form, size_t i)
{
	const struct form_row *row = marked_row(page, form, i);

	return row && !row->removed;
}

/* ---- commands -------------------------------------------------------------------- */

static bool is_me(const struct app *app, const struct thing *thing)
{
	return thing->kind == THING_USER &&
		thing_number(app, thing) == app_subject(app);
}

void marked_commands(struct dialog_page *page, struct form *form,
		     struct batch *out,
		     bool (*say)(struct dialog_page *page, struct form *form,
				 const struct thing *thing,
				 struct batch *batch, struct error *err))
{
	struct marked *self = page->marked;
	struct app *app = page->screen->app;
	struct error err;
	size_t i;

	each_begin(&self->each, self->n);
	for (i = 0; i < self->n; i++) {
		if (!is_in(page, form, i))
			continue;
		error_clear(&err);
		self->each.v[i].last = is_me(app, &self->v[i]);
		if (!say(page, form, &self->v[i],
			 &self->each.v[i].batch, &err))
			each_stop(&self->each, i, &err);
	}
	each_try(&self->each, app);
	batch_copy(out, self->each.batch.v, self->each.batch.n);
	if (self->each.batch.summary)
		out->summary = arena_strdup(&out->arena,
					    self->each.batch.summary);
}

/* ---- what comes of it -------------------------------------------------------------- */

static const char *way_part(const char *text, const char *verb, uint32_t n,
			    struct arena *arena)
{
	return !n ? text : arena_printf(arena, "%s%s%s %u%s", text,
		*text ? ", " : "", verb, n, *text ? "" : n == 1 ?
		" project" : " projects");
}

/* How many pairs of one row move, each way. */
struct row_moves { uint32_t n[WAYS]; };

/* Of each row, in one walk through what moves; NULL: that is of other things, or not all of
 * it is known. */
static const struct row_moves *count_moved(struct dialog_page *page)
{
	const struct preview *all = &page->preview.preview;
	struct marked *self = page->marked;
	bool user = self->n && self->v[0].kind == THING_USER;
	uint32_t *number, *row, top = 0, at;
	struct row_moves *moved;
	size_t i;

	if (!self->n || (!user && self->v[0].kind != THING_PROJECT) || all->n < all->total)
		return NULL;
	number = arena_array(&page->notes, self->n, sizeof(*number));
	for (i = 0; i < self->n; i++) {
		number[i] = thing_number(page->screen->app, &self->v[i]);
		if (number[i] != NOBODY && number[i] >= top)
			top = number[i] + 1;
	}
	row = mem_array(top + 1u, sizeof(*row));	/* from 1; 0: none of them */
	for (i = 0; i < self->n; i++)
		if (number[i] != NOBODY)
			row[number[i]] = (uint32_t)i + 1;
	moved = arena_array(&page->notes, self->n, sizeof(*moved));
	for (i = 0; i < all->n; i++) {
		at = user ? all->changes[i].user : all->changes[i].project;
		if (at < top && row[at])
			moved[row[at] - 1].n[change_way(&all->changes[i])]++;
	}
	free(row);
	return moved;
}

/* "loses on 3 projects, gains on 1": of a person; "3 people lose, 1 gains": of a
 * project. */
static const char *moves_of(const struct thing *thing, const struct row_moves *moved,
			    struct arena *arena)
{
	const uint32_t *n = moved->n;
	const char *text = "";

	if (thing->kind == THING_USER) {
		text = way_part(text, "loses on", n[WAY_LOSES], arena);
		text = way_part(text, "gains on", n[WAY_GAINS], arena);
		return way_part(text, "is held on", n[WAY_HELD], arena);
	}
	if (n[WAY_LOSES])
		text = arena_printf(arena, "%u lose%s", n[WAY_LOSES],
				    n[WAY_LOSES] == 1 ? "s" : "");
	if (n[WAY_GAINS])
		text = arena_printf(arena, "%s%s%u gain%s", text, *text ? ", " :
				    "", n[WAY_GAINS], n[WAY_GAINS] == 1 ? "s" :
				    "");
	if (n[WAY_HELD])
		text = arena_printf(arena, "%s%s%u %s held", text, *text ? ", " :
				    "", n[WAY_HELD], n[WAY_HELD] == 1 ? "is" :
				    "are");
	return text;
}

/* "Amir Haddad would be Viewer." beside the name: "would be Viewer". */
static const char *without_name(const struct dialog_page *page, size_t i,
				struct arena *arena)
{
	const char *name = thing_name(page->screen->app,
				      &page->marked->v[i]);
	const char *text = page->marked->each.v[i].text;
	size_t n = strlen(name);
	char *own;

	if (strncmp(text, name, n) == 0 && text[n] == ' ')
		text += n + 1;
	own = arena_strdup(arena, text);
	n = strlen(own);
	if (n && own[n - 1] == '.')
		own[n - 1] = '\0';
	return own;
}

static void note_one(struct dialog_page *page, struct form *form, size_t i,
		     const struct row_moves *moved)
{
	const struct each_one *one = &page->marked->each.v[i];
	struct form_row *row = marked_row(page, form, i);
	const char *text;
	bool loses;

	if (!row || row->removed)
		return;
	if (one->outcome == EACH_BLOCKED) {
		dialog_note(page, row, STYLE_RED | STYLE_BOLD, "! blocked: %s",
			    one->text);
	} else if (one->outcome == EACH_CHANGES) {
		text = moved ? moves_of(&page->marked->v[i], &moved[i], &page->notes) : "";
		loses = strstr(text, "lose") != NULL;
		if (!*text)
			text = without_name(page, i, &page->notes);
		dialog_note(page, row, loses ? STYLE_RED : 0, "%s", text);
	} else if (one->batch.n) {
		dialog_note(page, row, 0, "already has it");
	}
}

/* Only what is not zero. */
static void say_count(struct marked *self, size_t n, const char *one,
		      const char *many, const char *before)
{
	size_t at = strlen(self->label);

	if (n)
		snprintf(self->label + at, sizeof(self->label) - at, "%s %zu %s",
			 self->label[at - 1] == ':' ? "" : before, n, n == 1 ?
			 one : many);
}

/* "5 users: 4 change, 1 already has it, 0 blocked". */
static void set_label(struct dialog_page *page, struct form *form)
{
	struct marked *self = page->marked;
	struct field *field = form_field(form, rows_name);
	size_t i, out = 0, asked = 0, has = 0;
	const char *count = marked_count(page, &page->notes);

	for (i = 0; i < self->n; i++) {
		bool in = is_in(page, form, i);

		out += !in;
		asked += in && (self->each.v[i].batch.n || self->each.v[i].stuck);
		has += in && self->each.v[i].batch.n &&
			self->each.v[i].outcome == EACH_SAME;
	}
	snprintf(self->label, sizeof(self->label), "%s%s", count, asked ? ":" :
		 "");
	if (asked)
		say_count(self, self->each.count[EACH_CHANGES], "changes",
			  "change", "");
	if (asked)
		say_count(self, has, "already has it", "already have it", ",");
	say_count(self, self->each.count[EACH_BLOCKED], "blocked", "blocked", ",");
	say_count(self, out, "left out", "left out", ",");
	field->label = self->label;
}

static void offer_leave(struct dialog_page *page, struct form *form)
{
	struct marked *self = page->marked;
	struct field *field = form_field(form, button);
	size_t n = self->each.count[EACH_BLOCKED];

	field->hidden = !n || page->readonly;
	snprintf(self->leave, sizeof(self->leave), "%sleave out the %zu "
		 "blocked", command_key_before(CMD_LEAVE_OUT), n);
	field->label = self->leave;
}

void marked_notes(struct dialog_page *page, struct form *form)
{
	struct marked *self = page->marked;
	const struct row_moves *moved = count_moved(page);
	size_t i;

	page->blocked = 0;
	page->preview.message = NULL;	/* the rows say it */
	if (self->each.n != self->n)	/* the dialog said nothing of them */
		each_begin(&self->each, self->n);
	for (i = 0; i < self->n; i++)
		note_one(page, form, i, moved);
	set_label(page, form);
	offer_leave(page, form);
	if (self->each.refused && page->good) {
		page->good = false;
		page->error = self->each.error;
	}
	if (!self->each.count[EACH_BLOCKED] || !page->good)
		return;
	page->good = false;
	page->blocked = self->each.count[EACH_BLOCKED];
	error_set(&page->error, ERROR_CONFLICT, NULL, "%zu of %zu %s blocked; "
		  "%s leaves %s out", page->blocked, self->n,
		  page->blocked == 1 ? "is" : "are", key_said(CMD_LEAVE_OUT),
		  page->blocked == 1 ? "it" : "them");
	(void)error_remedy(&page->error, "leave out what is blocked (%s)",
			   key_said(CMD_LEAVE_OUT));
}

/* "Maya Lindqvist is the last active Admin": once by name is enough. */
static const char *blocked_text(struct dialog_page *page, size_t i)
{
	const char *name = thing_name(page->screen->app, &page->marked->v[i]);
	const char *text = page->marked->each.v[i].text;

	return strncmp(text, name, strlen(name)) == 0 ? text :
		arena_printf(&page->notes, "%s: %s", name, text);
}

/* What the others come to stands there, too; why some are blocked comes first. */
void marked_tell(struct dialog_page *page)
{
	const struct marked *self = page->marked;
	struct result said = page->preview;
	size_t i, n = 0;

	if (!page->blocked)
		return;
	said.warnings = arena_array(&page->notes, said.n_warnings + BLOCKED_SAID + 1,
				    sizeof(*said.warnings));
	for (i = 0; i < self->each.n && n < BLOCKED_SAID; i++)
		if (self->each.v[i].outcome == EACH_BLOCKED)
			said.warnings[n++] = (struct warning){ .code = "BLOCKED",
				.text = blocked_text(page, i) };
	if (page->blocked > BLOCKED_SAID)
		said.warnings[n++] = (struct warning){ .code = "BLOCKED",
			.text = arena_printf(&page->notes, "%zu more are blocked: each row "
					     "says why", page->blocked - BLOCKED_SAID) };
	if (said.n_warnings)
		memcpy(said.warnings + n, page->preview.warnings,
		       said.n_warnings * sizeof(*said.warnings));
	said.n_warnings += n;
	consequence_stops(&page->consequence, page->screen, page->blocked, &said);
}

static void leave_out(struct dialog_page *page)
{
	struct marked *self = page->marked;
	struct form_row *row;
	size_t i;

	dialog_look(page);		/* keys may come faster than looks */
	for (i = 0; i < self->n && i < self->each.n; i++) {
		row = marked_row(page, &page->form, i);
		if (row && self->each.v[i].outcome == EACH_BLOCKED)
			row->removed = true;
	}
	if (page->at == ON_FORM)
		(void)form_focus(&page->form, rows_name);
	dialog_touched(page);
}

void marked_pressed(struct dialog_page *page, const char *name)
{
	if (strcmp(name, button) == 0)
		leave_out(page);
}

bool marked_key(struct dialog_page *page, const struct key *key)
{
	if (!key_does(key, CMD_LEAVE_OUT) || page->readonly ||
	    (page->at == ON_FORM && form_typing(&page->form)) || !page->blocked)
		return false;
	leave_out(page);
	return true;
}
