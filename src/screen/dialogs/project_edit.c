/* project_edit.c: a project's title and what stands beside it. */
#include "action/judge/may.h"
#include "screen/dialog/dialog.h"
#include "screen/dialog/look_only.h"

#include <stdlib.h>
#include <string.h>

/* Which of it the subject may change; why it may only look, or NULL. */
static const char *may_not(struct dialog_page *page, struct form *form,
			   uint32_t number, bool *title, bool *rest)
{
	struct edit_plan plan = { .app = page->screen->app,
				  .arena = &form->arena };
	struct error err;
	struct answer me;
	const char *why;

	*title = *rest = false;
	if (!look_only_answer(page, form, number, "renames it", &me, &why))
		return why;
	*title = may_manage(&plan, number, "renaming", &err);
	*rest = may_describe(&plan, number, &err);
	return *title || *rest ? NULL :
		look_only_lacks(page, form, &me, "renaming needs Full Access, the "
			  "rest Can Edit");
}

static void fix(struct field *field, bool fixed, const char *why)
{
	field->fixed = fixed;
	if (fixed)
		field->note = why;
}

static bool load(struct dialog_page *page, struct form *form, struct error *err)
{
	const struct fact_project *project;
	struct field *field;
	bool title, rest;
	uint32_t number;

	if (!dialog_subject(page, &number, err))
		return false;
	project = seen_project(dialog_seen(page), number);
	dialog_title(page, "Project: %s",
		     seen_project_label(dialog_seen(page), number));
	page->readonly = may_not(page, form, number, &title, &rest);
	field = form_add_text(form, "title", "Title", project->title);
	field->help = "1 to 200 visible characters. Needs Full Access.";
	fix(field, !title, "(needs Full Access)");
	field = form_add_text(form, "description", "Description",
			      project->description);
	field->help = "What the project is about.";
	fix(field, !rest, "(needs Can Edit)");
	if (strchr(project->description, '\n'))
		fix(field, true, "(several lines: on the command line)");
	field = form_add_text(form, "status", "Status", project->status);
	field->help = "In development, Completed, Certified or another; empty "
		"for none. Certified is endorsed: for Admins and Managers, from "
		"the Team plan up.";
	fix(field, !rest, "(needs Can Edit)");
	field = form_add_text(form, "category", "Categories",
			      project->categories);
	field->help = "Parted by commas; empty for none.";
	fix(field, !rest, "(needs Can Edit)");
	(void)form_focus(form, strcmp(page->action->verb, "set") == 0 && rest ?
			 "description" : "title");
	return true;
}

static const char *changed(const struct form *form, const char *name)
{
	const struct field *field = form_field(form, name);

	return field_changed(field) ? field->input.text : NULL;
}

/* All categories, each a value; "" where none is left. */
static void set_categories(struct dialog_page *page, struct batch *batch,
			   const char *text)
{
	struct batch_command command = {
		.action = action_find("project", "set")
	};
	char *rest = arena_strdup(&batch->arena, text), *one;
	const char **list, *project = page->subject.id;
	size_t n = 0, i, place = 0;

	list = arena_array(&batch->arena, strlen(text) + 1, sizeof(*list));
	while ((one = strsep(&rest, ","))) {
		one += strspn(one, " ");
		for (i = strlen(one); i && one[i - 1] == ' '; i--)
			one[i - 1] = '\0';
		if (*one)
			list[n++] = one;
	}
	if (!n)
		list[n++] = "";
	while (strcmp(command.action->params[place].name, "category") != 0)
		place++;
	command.args.of[0] = (struct arg){ &project, 1 };
	command.args.of[place] = (struct arg){ list, n };
	batch_copy(batch, &command, 1);
}

static bool commands(struct dialog_page *page, struct form *form,
		     struct batch *batch, struct error *err)
{
	const char *title = changed(form, "title");
	const char *description = changed(form, "description");
	const char *status = changed(form, "status");
	const char *categories = changed(form, "category");

	(void)err;
	if (title)
		batch_pairs(batch, "project", "rename", "project",
			    page->subject.id, "title", title, BATCH_END);
	if (description || status)
		batch_pairs(batch, "project", "set", "project",
			    page->subject.id, "description", description,
			    "status", status, BATCH_END);
	if (categories)
		set_categories(page, batch, categories);
	return true;
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

const struct dialog dialog_project_edit = {
	.actions = { "project rename", "project set", NULL },
	.load = load, .commands = commands, .key = key
};
