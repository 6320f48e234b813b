/* user_leave.c: a person is deactivated, and what they own may be handed over. */
#include <stdlib.h>

#include "access/rights.h"
#include "action/core/word_list.h"
#include "action/judge/bar_words.h"
#include "base/mem.h"
#include "screen/dialog/picker.h"
#include "screen/frame/chrome.h"

struct leaving { struct picker heir; };

static bool owns(const struct seen *seen, uint32_t user, uint32_t project)
{
	return sees_project(seen, project) &&
		seen_project(seen, project)->owner == user;
}

/* May this one own all that the other owns? */
static bool may_own_all(const struct seen *seen, uint32_t user, uint32_t owner,
			struct bar *bar)
{
	uint32_t p;

	for (p = 0; p < seen_n_projects(seen); p++)
		if (owns(seen, owner, p) &&
		    !right_to_own(seen_judged(seen), p, user, bar))
			return false;
	return true;
}

static const char *greyed(struct picker *picker, const struct thing *thing)
{
	struct dialog_page *page = picker->page;
	const struct seen *seen = dialog_seen(page);
	uint32_t number = thing_number(page->screen->app, thing), owner;
	struct error err;
	struct bar bar;

	if (number == NOBODY || !dialog_subject(page, &owner, &err))
		return "is gone";
	if (number == owner)
		return "is leaving";
	return may_own_all(seen, number, owner, &bar) ? NULL :
		bar_words(seen, number, &bar, &picker->finder.arena);
}

static void make(struct dialog_page *page)
{
	struct leaving *self = mem_alloc(sizeof(*self));

	page->ctx = self;
	picker_init(&self->heir, page, FIND_USERS, "heir", "is chosen");
	self->heir.greyed = greyed;
	self->heir.one = true;
}

/* What is owned, in one sentence; true if anything is. */
static bool say_owned(struct dialog_page *page, struct form *form,
		      uint32_t number)
{
	const struct seen *seen = dialog_seen(page);
	const char *name = seen_user_label(seen, number);
	struct words titles;
	uint32_t p;
	size_t n;
	const char *list;

	words_init(&titles, 6);
	for (p = 0; p < seen_n_projects(seen); p++)
		if (owns(seen, number, p))
			words_add(&titles, word_project(&form->arena,
					seen, p));
	n = titles.n;
	list = words_done(&titles, &form->arena);
	if (!n)
		form_head(form, "%s owns no project. Grants and groups are kept "
			  "for a reactivation.", name);
	else
		form_head(form, "%s owns %zu project%s: %s. Whoever takes over "
			  "owns all of them; without, they stay with %s.", name,
			  n, n == 1 ? "" : "s", list, name);
	return n > 0;
}

static bool load(struct dialog_page *page, struct form *form, struct error *err)
{
	struct leaving *self;
	const char *name;
	uint32_t number;

	if (!dialog_subject(page, &number, err))
		return false;
	if (!page->ctx)
		make(page);
	self = page->ctx;
	name = seen_user_label(dialog_seen(page), number);
	dialog_title(page, "Deactivate: %s", name);
	if (!seen_user(dialog_seen(page), number)->active) {
		form_head(form, "%s is deactivated: nothing is reached but public "
			  "links. R brings them back as they were.", name);
		page->readonly = "Deactivated already. R reactivates.";
		return true;
	}
	if (say_owned(page, form, number))
		picker_fields(&self->heir, form, "transfer-to", "New owner")->help =
			"Type a part of a name; Enter hands all projects over. "
			"An owner must be able to hold Full Access: Admin, "
			"Editor or Guest, with access to what the projects "
			"import.";
	return true;
}

static const char *heir_of(const struct form *form, struct arena *arena)
{
	const struct field *field = form_field(form, "heir");
	struct thing thing;
	size_t i;

	for (i = 0; field && i < field->n_rows; i++)
		if (!field->rows[i].removed &&
		    finder_thing(field->rows[i].id, &thing))
			return arena_strdup(arena, thing.id);
	return NULL;
}

static bool commands(struct dialog_page *page, struct form *form,
		     struct batch *batch, struct error *err)
{
	(void)err;
	batch_pairs(batch, "user", "deactivate", "user", page->subject.id,
		    "transfer-to", heir_of(form, &batch->arena), BATCH_END);
	return true;
}

static void notes(struct dialog_page *page, struct form *form)
{
	struct leaving *self = page->ctx;
	struct field *field = form_field(form, "heir");
	struct thing thing;
	uint32_t number;

	if (!field)
		return;
	picker_details(&self->heir, form);
	if (!field->n_rows || !finder_thing(field->rows[0].id, &thing))
		return;
	number = thing_number(page->screen->app, &thing);
	if (number != NOBODY &&
	    role_is_guest(seen_user(dialog_seen(page), number)->role))
		dialog_note(page, &field->rows[0], STYLE_RED,
			    "a Guest will be the owner");
}

static bool key(struct dialog_page *page, const struct key *key)
{
	struct screen *screen = page->screen;
	struct go go = { .kind = GO_VERB_ON, .thing = page->subject,
			 .action = action_find("user", "reactivate") };

	if (!page->readonly || key->code != 'R')
		return false;
	dialog_close(page);
	screen->go = go;
	return true;
}

static void release(struct dialog_page *page)
{
	struct leaving *self = page->ctx;

	if (self)
		picker_release(&self->heir);
	free(self);
}

const struct dialog dialog_user_leave = {
	.actions = { "user deactivate", NULL },
	.load = load, .commands = commands, .notes = notes, .key = key,
	.release = release, .save = "Deactivate"
};
