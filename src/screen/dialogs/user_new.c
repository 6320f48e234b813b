/* user_new.c: new people by their addresses, one or a pasted list of them, with a
 * role and groups: each address with its own verdict. */
#include <stdlib.h>
#include <string.h>

#include "action/judge/people.h"
#include "base/mem.h"
#include "base/text.h"
#include "screen/dialog/picker.h"
#include "screen/dialog/roles.h"
#include "screen/frame/chrome.h"
#include "screen/frame/keymap.h"
#include "screen/frame/pasted.h"

enum verdict_of { IS_NEW, IS_THERE, IS_DEACTIVATED, IS_NONE };

struct adding {
	struct picker groups;
	struct roles roles;
	struct arena found;	/* texts of what the line offers */
};

static enum verdict_of judge(const struct seen *seen, const char *email,
			     uint32_t *user)
{
	struct error err;

	*user = NOBODY;
	if (!people_email_good(email, &err))
		return IS_NONE;
	*user = facts_user_by_email(seen_judged(seen), email);
	if (*user == NOBODY || !sees_user(seen, *user))
		return IS_NEW;
	return seen_user(seen, *user)->active ? IS_THERE : IS_DEACTIVATED;
}

static const char *verdict_label(enum verdict_of verdict)
{
	static const char *const labels[] = {
		[IS_NEW] = "new", [IS_THERE] = "there already",
		[IS_DEACTIVATED] = "deactivated", [IS_NONE] = "not an e-mail"
	};

	return labels[verdict];
}

/* ---- addresses ------------------------------------------------------------------ */

/* As it can be read again: mails_split. */
static const char *row_text(const struct mail *mail, struct arena *arena)
{
	if (!*mail->name)
		return mail->email;
	return arena_printf(arena, strpbrk(mail->name, ",;") ?
			    "\"%s\" <%s>" : "%s <%s>", mail->name,
			    mail->email);
}

static void add_mail(struct dialog_page *page, const struct mail *mail)
{
	struct field *field = form_field(&page->form, "people");
	struct arena arena = { 0 };
	struct buf id;
	struct form_row *row;
	uint32_t user;

	buf_init(&id, 1024);
	text_fold(&id, mail->email);
	row = form_row(field, buf_text(&id));
	if (!row) {
		row = form_row_add(&page->form, field, buf_text(&id),
				   row_text(mail, &arena),
				   judge(dialog_seen(page), mail->email,
					 &user) == IS_NEW, FORM_NONE);
		row->added = true;
	}
	row->removed = false;
	buf_release(&id);
	arena_release(&arena);
}

static void add_text(struct dialog_page *page, const char *text)
{
	struct arena arena = { 0 };
	struct mail *mail;
	size_t i, n;

	mail = mails_split(&arena, text, &n);
	for (i = 0; i < n; i++)
		add_mail(page, &mail[i]);
	if (n && strlen(text) >= MAILS_MOST)
		pages_toast(page->screen->pages, "More than one paste holds: it "
			    "ends with %s. Paste the rest.", mail[n - 1].email);
	arena_release(&arena);
	dialog_touched(page);
}

/* Only an address typed to its end is offered. */
static void find(void *ctx, const char *text, struct form_found *out)
{
	struct dialog_page *page = ctx;
	struct adding *self = page->ctx;
	struct mail *mail;
	size_t i, n;
	uint32_t user;

	*out = (struct form_found){ .n = 0 };
	arena_release(&self->found);
	mail = mails_split(&self->found, text, &n);
	for (i = 0; i < n && out->n < FORM_FOUND; i++) {
		out->v[out->n].id = mail[i].email;
		out->v[out->n].text = mail[i].email;
		out->v[out->n++].detail = verdict_label(judge(
			dialog_seen(page), mail[i].email, &user));
	}
	out->total = n;
	dialog_touched(page);
}

/* All that stands in the line, whichever is pointed at. */
static void pick(void *ctx, const char *id)
{
	struct dialog_page *page = ctx;

	(void)id;
	add_text(page, form_field(&page->form, "email")->input.text);
}

static void paste(void *ctx, const char *text)
{
	struct dialog_page *page = ctx;
	struct field *field = form_field(&page->form, "email");
	struct buf all;

	buf_init(&all, 256 * 1024);
	buf_printf(&all, "%s%s", field->input.text, text);
	input_set(&field->input, "");
	field->found = (struct form_found){ .n = 0 };
	add_text(page, buf_text(&all));
	buf_release(&all);
}

/* ---- the form -------------------------------------------------------------------- */

static void make(struct dialog_page *page)
{
	struct adding *self = mem_alloc(sizeof(*self));

	page->ctx = self;
	picker_init(&self->groups, page, FIND_GROUPS, "groups", "is chosen");
	roles_offer(&self->roles, dialog_seen(page));
}

static bool load(struct dialog_page *page, struct form *form, struct error *err)
{
	struct adding *self;
	struct field *field;

	(void)err;
	if (!page->ctx)
		make(page);
	self = page->ctx;
	dialog_title(page, "Add people");
	field = form_add(form, FIELD_ADD, "email", "E-mail addresses");
	field->find = find;
	field->pick = pick;
	field->paste = paste;
	field->ctx = page;
	field->loose = true;
	field->help = "Type an address and Enter, or paste many: commas, "
		"semicolons, blanks and new lines part them; Ana Bell "
		"<ana@acme.example> gives the name, too.";
	field = form_add(form, FIELD_ROWS, "people", "");
	field->marks = true;
	field->removable = true;
	field->searchable = true;
	field->help = "Space: added or not. Del takes the row away. Who is "
		"there already can be put into the groups, who is deactivated "
		"reactivated.";
	field = form_add_choice(form, "role", "Role", self->roles.labels,
				self->roles.n, roles_place(&self->roles,
							   ROLE_VIEWER));
	field->means = self->roles.means;
	field->shut = self->roles.shut;
	field->help = roles_help;
	picker_fields(&self->groups, form, "group", "Groups")->help =
		"Type a part of a group's name; Enter adds all people above to "
		"it.";
	form_add(form, FIELD_BUTTON, "from-file", "From a file")->help =
		"A CSV file that a directory or a spreadsheet wrote.";
	return true;
}

/* ---- the commands ----------------------------------------------------------------- */

/* The one address of a row. */
static const struct mail *row_mail(const struct form_row *row,
				   struct arena *arena)
{
	size_t n;
	struct mail *mail = mails_split(arena, row->text, &n);

	return n ? mail : NULL;
}

struct listed { const char **v; size_t n; struct buf plain; };

static void add_person(struct batch *batch, const struct mail *mail,
		       const char *role, struct listed *list)
{
	if (*mail->name)
		batch_pairs(batch, "user", "add", "email", mail->email, "role",
			    role, "name", mail->name, BATCH_END);
	else
		buf_printf(&list->plain, "%s%s", list->plain.len ? ", " : "",
			   mail->email);
}

static bool refuse(const struct mail *mail, struct error *err)
{
	if (!mail || people_email_good(mail->email, err)) {
		error_set(err, ERROR_INVALID, NULL, "a row holds no address");
		error_field(err, "email");
	}
	return error_remedy(err, "take the row away with Del, or type the "
			    "address again");
}

static bool one_row(struct dialog_page *page, const struct form_row *row,
		    const char *role, struct batch *batch, struct listed *list,
		    struct error *err)
{
	const struct mail *mail = row_mail(row, &batch->arena);
	uint32_t user;

	switch (mail ? judge(dialog_seen(page), mail->email, &user) :
		IS_NONE) {
	case IS_NONE:
		return refuse(mail, err);
	case IS_NEW:
		if (row->marked)
			add_person(batch, mail, role, list);
		break;
	case IS_DEACTIVATED:
		if (row->marked)
			batch_pairs(batch, "user", "reactivate", "user",
				    seen_user(dialog_seen(page), user)->id, BATCH_END);
		break;
	case IS_THERE:
		break;
	}
	if (row->marked)
		list->v[list->n++] = mail->email;
	return true;
}

/* What stands in the line and was not entered is meant, too. */
static bool typed_rest(struct dialog_page *page, struct form *form,
		       const char *role, struct batch *batch, struct listed *list,
		       struct error *err)
{
	struct mail *mail;
	size_t i, n;
	uint32_t user;

	mail = mails_split(&batch->arena, form_field(form, "email")->input.text,
			   &n);
	for (i = 0; i < n; i++)
		switch (judge(dialog_seen(page), mail[i].email, &user)) {
		case IS_NONE:
			return people_email_good(mail[i].email, err);
		case IS_NEW:
			add_person(batch, &mail[i], role, list);
			list->v[list->n++] = mail[i].email;
			break;
		default:
			break;
		}
	return true;
}

static bool people(struct dialog_page *page, struct form *form,
		   struct batch *batch, struct listed *list, struct error *err)
{
	const struct field *field = form_field(form, "people");
	struct adding *self = page->ctx;
	const char *role = role_code(self->roles.role[form_field(form, "role")->
						      choice]);
	size_t i;
	bool ok = true;

	list->v = arena_array(&batch->arena, field->n_rows + INPUT_MAX,
			      sizeof(*list->v));
	for (i = 0; i < field->n_rows && ok; i++)
		if (!field->rows[i].removed)
			ok = one_row(page, &field->rows[i], role, batch, list,
				     err);
	ok = ok && typed_rest(page, form, role, batch, list, err);
	if (ok && list->plain.len)
		batch_pairs(batch, "user", "add", "email",
			    buf_text(&list->plain), "role", role, BATCH_END);
	return ok;
}

static bool commands(struct dialog_page *page, struct form *form,
		     struct batch *batch, struct error *err)
{
	struct adding *self = page->ctx;
	struct listed list = { .n = 0 };
	const char **groups;
	size_t i, n;
	bool ok;

	buf_init(&list.plain, 1024 * 1024);
	ok = people(page, form, batch, &list, err);
	buf_release(&list.plain);
	if (!ok)
		return false;
	groups = picker_ids(&self->groups, form, true, &batch->arena, &n);
	if (!list.n && (n || (page->tried &&
			      !form_field(form, "people")->n_rows))) {
		error_set(err, ERROR_INVALID, NULL, "nobody is named yet");
		error_field(err, "email");
		return error_remedy(err, "type an address, or paste many");
	}
	for (i = 0; i < n; i++)
		picker_command(batch, "group", "add", groups[i], list.v, list.n);
	return true;
}

/* ---- what comes of each row -------------------------------------------------------- */

static void note_row(struct dialog_page *page, struct form_row *row,
		     const char *role, bool groups)
{
	const struct seen *seen = dialog_seen(page);
	struct arena arena = { 0 };
	const struct mail *mail = row_mail(row, &arena);
	enum verdict_of verdict;
	uint32_t user;

	verdict = mail ? judge(seen, mail->email, &user) : IS_NONE;
	row->detail = verdict_label(verdict);
	if (verdict == IS_NONE)
		dialog_note(page, row, STYLE_RED, "Del takes it away");
	else if (verdict == IS_NEW)
		dialog_note(page, row, 0, row->marked ? "added as %s" :
			    "left out", role);
	else if (verdict == IS_DEACTIVATED)
		dialog_note(page, row, 0, row->marked ?
			    "reactivated as %s" :
			    "Space reactivates (%s)",
			    role_label(seen_user(seen, user)->role));
	else
		dialog_note(page, row, 0, !groups ? "is %s" : row->marked ?
			    "%s; into the groups" :
			    "%s; Space: into groups",
			    role_label(seen_user(seen, user)->role));
	arena_release(&arena);
}

static void notes(struct dialog_page *page, struct form *form)
{
	struct adding *self = page->ctx;
	struct field *field = form_field(form, "role");
	enum role role = self->roles.role[field->choice];
	struct arena arena = { 0 };
	size_t i, n;

	field->note = role_meaning(role);
	picker_details(&self->groups, form);
	(void)picker_ids(&self->groups, form, true, &arena, &n);
	arena_release(&arena);
	field = form_field(form, "people");
	field->hidden = field->n_rows == 0;
	form_field(form, "from-file")->hidden = field->n_rows > 0;	/* one or the other */
	for (i = 0; i < field->n_rows; i++)
		note_row(page, &field->rows[i], role_label(role), n > 0);
}

/* What stands in the line and was not entered would be in no draft. */
static void enter_typed(struct dialog_page *page)
{
	struct field *field = form_field(&page->form, "email");

	if (!*field->input.text)
		return;
	add_text(page, field->input.text);
	input_set(&field->input, "");
	field->found = (struct form_found){ .n = 0 };
}

/* What was typed stays as a draft, which is said. */
static void pressed(struct dialog_page *page, const char *button)
{
	const struct action *action = page->action;
	struct screen *screen = page->screen;
	struct error err;
	bool typed;

	if (strcmp(button, "from-file") != 0)
		return;
	error_clear(&err);
	enter_typed(page);
	typed = form_field(&page->form, "people")->n_rows > 0;
	dialog_close(page);
	if (!dialog_push_file(screen, action, &(struct thing){ .kind = THING_NONE }, &err))
		pages_toast(screen->pages, "%s", err.text);
	else if (typed)
		pages_toast(screen->pages, "Whom you typed is kept as a draft of Add people: "
			    "after this, %s adds them.", key_said(CMD_NEW));
}

static void release(struct dialog_page *page)
{
	struct adding *self = page->ctx;

	if (self) {
		picker_release(&self->groups);
		arena_release(&self->found);
	}
	free(self);
}

static const struct hint hints[] = {
	{ "Space", "mark" }, { "Del", "take away" }, { NULL, NULL }
};

const struct dialog dialog_user_new = {
	.actions = { "user add", NULL },
	.load = load, .commands = commands, .notes = notes,
	.pressed = pressed, .release = release, .hints = hints, .save = "Add"
};
