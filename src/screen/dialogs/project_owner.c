/* project_owner.c: who owns a project: found by name, and only who may. */
#include "screen/dialog/dialog.h"
#include "screen/dialog/look_only.h"

#include <stdlib.h>
#include <string.h>

#include "access/rights.h"
#include "base/mem.h"
#include "screen/frame/chrome.h"

struct transfer {
	struct finder finder;
	struct arena arena;	/* of the reasons */
};

/* D21, D4. */
static const char *greyed(void *ctx, const struct thing *thing)
{
	struct dialog_page *page = ctx;
	const struct seen *seen = dialog_seen(page);
	struct transfer *self = page->ctx;
	uint32_t user = thing_number(page->screen->app, thing), project;
	struct bar bar;
	struct error err;

	error_clear(&err);
	if (user == NOBODY || !dialog_subject(page, &project, &err))
		return "is gone";
	if (seen_project(seen, project)->owner == user)
		return "owns it already";
	return right_to_own(seen_judged(seen), project, user, &bar) ? NULL :
		look_only_barred(page->screen, user, &bar, &self->arena);
}

static void find(void *ctx, const char *text, struct form_found *out)
{
	struct transfer *self = ((struct dialog_page *)ctx)->ctx;

	arena_release(&self->arena);
	finder_search(&self->finder, text, out);
}

static void pick(void *ctx, const char *id)
{
	struct dialog_page *page = ctx;
	struct field *rows = form_field(&page->form, "owner");
	struct app *app = page->screen->app;
	struct form_row *row;
	struct thing thing;

	if (!finder_thing(id, &thing))
		return;
	rows->n_rows = rows->n_shown = 0;
	row = form_row_add(&page->form, rows, id, thing_name(app, &thing), false,
			   FORM_NONE);
	row->added = true;
	row->detail = role_label(seen_user(app_seen(app), thing_number(app,
							       &thing))->role);
	rows->hidden = false;
	dialog_touched(page);
}

static const char *may_not(struct dialog_page *page, struct form *form,
			   uint32_t number)
{
	struct answer me;
	const char *why;

	if (!look_only_answer(page, form, number, "transfers it", &me, &why) ||
	    level_is_full(me.manages))
		return why;
	return look_only_lacks(page, form, &me, "transferring needs Full Access");
}

static struct transfer *make(struct dialog_page *page)
{
	struct transfer *self = mem_alloc(sizeof(*self));

	self->finder = (struct finder){ .screen = page->screen,
		.what = FIND_USERS, .greyed = greyed, .ctx = page };
	return self;
}

static bool load(struct dialog_page *page, struct form *form, struct error *err)
{
	const struct seen *seen = dialog_seen(page);
	const struct fact_project *project;
	struct field *field;
	uint32_t number;

	if (!dialog_subject(page, &number, err))
		return false;
	if (!page->ctx)
		page->ctx = make(page);
	project = seen_project(seen, number);
	page->readonly = may_not(page, form, number);
	dialog_title(page, "Transfer: %s",
		     seen_project_label(dialog_seen(page), number));
	form_head(form, "%s owns it now, and keeps Full Access as a grant.",
		  seen_user_label(seen, project->owner));
	field = form_add(form, FIELD_ADD, "user", "New owner");
	field->hidden = page->readonly != NULL;
	field->find = find;
	field->pick = pick;
	field->ctx = page;
	field->help = "Type a part of a name or address. The new owner must be "
		"able to hold Full Access: an Admin, Manager, Editor or Guest "
		"with access to everything the project imports.";
	field = form_add(form, FIELD_ROWS, "owner", "");
	field->removable = true;
	field->hidden = true;
	field->help = "Del takes the choice back.";
	return true;
}

static bool commands(struct dialog_page *page, struct form *form,
		     struct batch *batch, struct error *err)
{
	const struct field *owner = form_field(form, "owner");

	if (!owner->n_rows) {
		error_set(err, ERROR_INVALID, NULL, "choose the new owner");
		return error_field(err, "user");
	}
	batch_pairs(batch, "project", "transfer", "project", page->subject.id,
		    "user", owner->rows[0].id + 2, BATCH_END);
	return true;
}

static void notes(struct dialog_page *page, struct form *form)
{
	struct field *owner = form_field(form, "owner");
	struct thing thing;
	uint32_t user;

	form_field(form, "user")->hidden = page->readonly != NULL;
	owner->hidden = owner->n_rows == 0;
	if (!owner->n_rows || !finder_thing(owner->rows[0].id, &thing))
		return;
	user = thing_number(page->screen->app, &thing);
	if (user != NOBODY &&
	    role_is_guest(seen_user(dialog_seen(page), user)->role))
		dialog_note(page, &owner->rows[0], STYLE_MAGENTA,
			    "! a Guest will own it");
}

static bool key(struct dialog_page *page, const struct key *key)
{
	struct thing subject = page->subject;

	if (!page->readonly || key->code != 'F' ||
	    !app_is_admin(page->screen->app))
		return false;
	dialog_over(page, "project", "take-access", &subject);
	return true;
}

static void release(struct dialog_page *page)
{
	struct transfer *self = page->ctx;

	if (self) {
		finder_release(&self->finder);
		arena_release(&self->arena);
	}
	free(self);
}

static const struct hint hints[] = {
	{ "Enter", "choose" }, { NULL, NULL }
};

const struct dialog dialog_project_owner = {
	.actions = { "project transfer", NULL },
	.load = load, .commands = commands, .notes = notes, .key = key,
	.release = release, .hints = hints, .save = "Transfer"
};
