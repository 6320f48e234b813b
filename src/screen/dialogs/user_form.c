/* user_form.c: a person: name, role, groups, unix login. */
#include <stdlib.h>
#include <string.h>

#include "access/rights.h"
#include "base/mem.h"
#include "screen/dialog/picker.h"
#include "screen/dialog/roles.h"
#include "screen/frame/chrome.h"

struct person {
	struct picker groups;
	struct roles roles;
	bool opened;
};

static void make(struct dialog_page *page)
{
	struct person *self = mem_alloc(sizeof(*self));

	page->ctx = self;
	picker_init(&self->groups, page, FIND_GROUPS, "groups", "is in it");
	roles_offer(&self->roles, dialog_seen(page));
}

static void add_role(struct dialog_page *page, struct form *form, enum role role)
{
	struct person *self = page->ctx;
	int place = roles_place(&self->roles, role);
	struct field *open = form_field(&page->form, "role");
	struct field *field = form_add_choice(form, "role", "Role",
					      self->roles.labels,
					      self->roles.n, place);

	field->help = roles_help;
	if (open)	/* a role that was not offered when it opened */
		open->n_choices = self->roles.n;
}

static void add_groups(struct dialog_page *page, struct form *form,
		       const struct fact_user *user)
{
	struct person *self = page->ctx;
	const struct seen *seen = dialog_seen(page);
	uint32_t i;

	picker_fields(&self->groups, form, "group", "Groups")->help =
		"Type a part of a group's name; Enter puts the person into it.";
	for (i = 0; i < user->groups.n; i++) {
		uint32_t g = user->groups.v[i];
		struct thing thing = thing_of(page->screen->app, THING_GROUP, g);

		if (sees_group(seen, g))
			(void)picker_row(&self->groups, form, &thing, false);
	}
}

/* The cursor to what was asked for: "user role" opens it, too. */
static void first_focus(struct dialog_page *page, struct form *form)
{
	struct person *self = page->ctx;

	if (!self->opened)
		(void)form_focus(form, strcmp(page->action->verb, "role") == 0 ?
				 "role" : "name");
	self->opened = true;
}

static bool load(struct dialog_page *page, struct form *form, struct error *err)
{
	const struct fact_user *user;
	struct field *field;
	uint32_t number;

	if (!dialog_subject(page, &number, err))
		return false;
	if (!page->ctx)
		make(page);
	user = seen_user(dialog_seen(page), number);
	dialog_title(page, "Edit user: %s", seen_user_label(dialog_seen(page),
							    number));
	field = form_add_text(form, "email", "E-mail", user->email);
	field->fixed = true;
	field->note = "(cannot be changed)";
	field->help = "Who signs in with this address is this person. Another "
		"address is another person: add them, and hand projects over.";
	field = form_add_text(form, "name", "Name", user->name);
	field->help = "As people call them; without one the address is shown.";
	add_role(page, form, user->role);
	add_groups(page, form, user);
	field = form_add_text(form, "unix_login", "Unix login",
			      user->login ? user->login : "");
	field->help = "Sessions of this Unix account act as this person; empty: "
		"none does.";
	if (!user->active) {
		field = form_add_check(form, "active", "Reactivate", false);
		field->note = "deactivated: reaches nothing but public links";
		field->help = "Brings the person back with the role, grants and "
			"groups they had.";
	}
	first_focus(page, form);
	return true;
}

/* ---- the commands ----------------------------------------------------------------- */

static void move_groups(struct dialog_page *page, struct form *form,
			struct batch *batch, bool in)
{
	const char *user = page->subject.id, **groups;
	struct person *self = page->ctx;
	size_t i, n;

	groups = picker_ids(&self->groups, form, in, &batch->arena, &n);
	for (i = 0; i < n; i++)
		picker_command(batch, "group", in ? "add" : "remove",
			       groups[i], &user, 1);
}

static bool commands(struct dialog_page *page, struct form *form,
		     struct batch *batch, struct error *err)
{
	const struct field *name = form_field(form, "name");
	const struct field *role = form_field(form, "role");
	const struct field *login = form_field(form, "unix_login");
	const struct field *active = form_field(form, "active");
	const struct person *self = page->ctx;
	const char *user = page->subject.id;

	(void)err;
	if (field_changed(name) || field_changed(login))
		batch_pairs(batch, "user", "edit", "user", user, "name",
			    field_changed(name) ? name->input.text : NULL,
			    "unix-login", field_changed(login) ?
			    login->input.text : NULL, BATCH_END);
	if (active && active->on)
		batch_pairs(batch, "user", "reactivate", "user", user, BATCH_END);
	move_groups(page, form, batch, true);
	move_groups(page, form, batch, false);
	/* Last: who gives up being an Admin may do nothing of this any more. */
	if (field_changed(role))
		batch_pairs(batch, "user", "role", "user", user, "role",
			    role_code(self->roles.role[role->choice]), BATCH_END);
	return true;
}

static void notes(struct dialog_page *page, struct form *form)
{
	struct person *self = page->ctx;
	struct field *field = form_field(form, "role");
	const struct roles *roles = &self->roles;
	const struct app *app = page->screen->app;
	enum role now = roles->role[field->choice];
	enum role was = roles->role[field->base_choice];
	uint32_t number;
	struct error err;

	picker_details(&self->groups, form);
	field->note = "";		/* the last look's is no more */
	field->note_style = 0;
	if (!dialog_subject(page, &number, &err))
		return;
	if (now == was) {
		field->note = role_meaning(now);
	} else if (role_has_all_assets(was) && number == app_subject(app)) {
		field->note = "you give up being an Admin";
		field->note_style = STYLE_RED;
	} else {
		field->note = arena_printf(&page->notes, "was %s; %s",
					   role_label(was), role_meaning(now));
	}
}

static void release(struct dialog_page *page)
{
	struct person *self = page->ctx;

	if (self)
		picker_release(&self->groups);
	free(self);
}

static const struct hint hints[] = {
	{ "Left/Right", "role" }, { "Del", "out of the group" }, { NULL, NULL }
};

const struct dialog dialog_user_form = {
	.actions = { "user edit", "user role", NULL },
	.load = load, .commands = commands, .notes = notes,
	.release = release, .hints = hints
};
