/* group_form.c: a group: its name, its people, where it is used.  Built-in groups
 * are shown with the members that roles make. */
#include <stdlib.h>
#include <string.h>

#include "action/core/word_list.h"
#include "base/mem.h"
#include "screen/dialog/members.h"
#include "screen/frame/chrome.h"

enum { NAMED = 5 };

struct group { struct picker people; bool opened; };

/* ---- loading -------------------------------------------------------------------- */

static void say_used(struct dialog_page *page, struct form *form,
		     const struct fact_group *group)
{
	const struct seen *seen = dialog_seen(page);
	struct words projects, assets;
	const char *titles, *names;
	uint32_t i;

	words_init(&projects, NAMED);
	words_init(&assets, NAMED);
	for (i = 0; i < group->projects.n; i++)
		if (sees_project(seen, group->projects.v[i]) == SIGHT_ALL)
			words_add(&projects, word_project(&form->arena,
					seen,
					group->projects.v[i]));
	for (i = 0; i < group->assets.n; i++)
		if (sees_asset(seen, group->assets.v[i]) == SIGHT_ALL)
			words_add(&assets, word_asset(&form->arena,
					seen,
					group->assets.v[i]));
	titles = words_done(&projects, &form->arena);
	names = words_done(&assets, &form->arena);
	form_head(form, "Granted on: %s. May use: %s.", *titles ? titles :
		  "no project", *names ? names : seen->all ?
		  "no asset by itself" : "shown to Admins");
}

static bool load_group(struct dialog_page *page, struct form *form,
		       struct error *err)
{
	const struct seen *seen = dialog_seen(page);
	struct group *self = page->ctx;
	const struct fact_group *group;
	uint32_t number, i;

	if (!dialog_subject(page, &number, err))
		return false;
	group = seen_group(seen, number);
	dialog_title(page, "Group: %s", seen_group_label(seen, number));
	say_used(page, form, group);
	form_add_text(form, "name", "Name", group->name)->help =
		"Members, grants and asset access stay with another name.";
	members_fields(&self->people, form);
	for (i = 0; i < group->members.n; i++) {
		struct thing thing = thing_of(page->screen->app, THING_USER,
					      group->members.v[i]);

		if (sees_user(seen, group->members.v[i]))
			(void)picker_row(&self->people, form, &thing, false);
	}
	if (!self->opened)
		(void)form_focus(form, strcmp(page->action->verb, "add") == 0 ?
				 "user" : strcmp(page->action->verb, "remove") ==
				 0 ? "members" : "name");
	self->opened = true;
	return true;
}

static const char *builtin_text(enum builtin one)
{
	switch (one) {
	case BUILTIN_WORKSPACE:
		return "All Viewers, Editors and Admins (Managers and Explorers "
			"too), never Guests. New assets start shared with it.";
	case BUILTIN_GUESTS:
		return "Only Guests. Added to an asset, it lets Guests use it.";
	default:
		return "Everyone, also web visitors of shared apps.";
	}
}

static void load_builtin(struct dialog_page *page, struct form *form)
{
	const struct seen *seen = dialog_seen(page);
	const struct app *app = page->screen->app;
	enum builtin one = (enum builtin)thing_number(app, &page->subject);
	struct form_row *row;
	struct field *field;
	uint32_t u;

	dialog_title(page, "Group: %s (built in)", builtin_label(one));
	form_head(form, "%s", builtin_text(one));
	field = form_add(form, FIELD_ROWS, "members", "Members now");
	field->searchable = true;
	for (u = 0; u < seen_n_users(seen); u++) {
		if (!sees_user(seen, u) ||
		    !facts_in_builtin(seen_user(seen, u), one))
			continue;
		row = form_row_add(form, field, seen_user(seen, u)->id,
				   seen_user_label(seen, u), false, FORM_NONE);
		row->fixed = "it follows from the role";
		row->detail = form_printf(form, "%s%s",
			role_label(seen_user(seen, u)->role), seen_user(seen, u)->active ?
			"" : ", deactivated");
	}
	page->readonly = "It is built in and cannot be edited: its members follow "
		"from their roles. Change a role (e on a user), or make a group "
		"(n).";
}

static bool load(struct dialog_page *page, struct form *form, struct error *err)
{
	struct group *self = page->ctx;

	if (!self) {
		page->ctx = self = mem_alloc(sizeof(*self));
		members_init(&self->people, page);
	}
	if (page->subject.kind == THING_GROUP)
		return load_group(page, form, err);
	load_builtin(page, form);
	return true;
}

/* ---- saving --------------------------------------------------------------------- */

static bool commands(struct dialog_page *page, struct form *form,
		     struct batch *batch, struct error *err)
{
	const struct field *name = form_field(form, "name");
	const char *group = page->subject.id, **people;
	struct group *self = page->ctx;
	size_t n;

	if (!members_known(form, err))
		return false;
	if (field_changed(name))
		batch_pairs(batch, "group", "rename", "group", group, "name",
			    name->input.text, BATCH_END);
	people = picker_ids(&self->people, form, true, &batch->arena, &n);
	picker_command(batch, "group", "add", group, people, n);
	people = picker_ids(&self->people, form, false, &batch->arena, &n);
	picker_command(batch, "group", "remove", group, people, n);
	return true;
}

static void notes(struct dialog_page *page, struct form *form)
{
	struct group *self = page->ctx;

	if (page->subject.kind == THING_GROUP)
		members_notes(&self->people, form);
}

static void release(struct dialog_page *page)
{
	struct group *self = page->ctx;

	if (self)
		picker_release(&self->people);
	free(self);
}

static const struct hint hints[] = {
	{ "Del", "take out" }, { "/", "find in the rows" }, { NULL, NULL }
};

const struct dialog dialog_group_form = {
	.actions = { "group rename", "group add", "group remove", NULL },
	.load = load, .commands = commands, .notes = notes,
	.release = release, .hints = hints, .builtin = true
};
