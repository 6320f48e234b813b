/* project_new.c: a new project, empty or as a copy: what comes along and what stays
 * behind (B10, D7). */
#include "screen/dialog/dialog.h"

#include <string.h>

#include "model/kind.h"

static bool is_copy(const struct dialog_page *page)
{
	return strcmp(page->action->verb, "duplicate") == 0;
}

static void add_row(struct form *form, struct field *field, const char *id,
		    const char *name, uint32_t kind)
{
	struct form_row *row = form_row_add(form, field, id, name, false,
					    FORM_NONE);

	row->detail = kind_at(kind)->label;
	row->fixed = "it follows from who copies";
}

static void add_copied(struct dialog_page *page, struct form *form,
		       const struct fact_project *project)
{
	const struct app *app = page->screen->app;
	struct field *field = form_add(form, FIELD_ROWS, "copied",
				       "What it imports and has of its own");
	uint32_t i;

	field->help = "Shared assets that you have access to stay imported. The "
		"project's own connections come along without credentials, its "
		"own secrets as names without value.";
	field->searchable = true;
	for (i = 0; i < project->assets.n; i++) {
		uint32_t a = project->assets.v[i];

		if (sees_asset(app_seen(app), a))
			add_row(form, field, seen_asset(app_seen(app), a)->id,
				seen_asset_label(app_seen(app), a),
				seen_asset(app_seen(app), a)->kind);
	}
	for (i = 0; i < project->n_own; i++)
		add_row(form, field, project->own[i].id, project->own[i].name,
			project->own[i].kind);
	field->hidden = field->n_rows == 0;
}

/* Grants, links, and the imports that one may not see: counted, not named. */
static void say_left(struct dialog_page *page, struct form *form,
		     const struct fact_project *project)
{
	const struct app *app = page->screen->app;
	uint32_t i, n = 0;

	for (i = 0; i < project->assets.n; i++)
		n += !seen_asset(app_seen(app), project->assets.v[i])->gone &&
			!sees_asset(app_seen(app), project->assets.v[i]);
	form_head(form, "The copy is yours, with Full Access. Not copied: %u "
		  "grant%s, the workspace's and the web's share%s.",
		  project->n_grants, project->n_grants == 1 ? "" : "s",
		  *project->status ? ", the status" : "");
	if (n)
		form_head(form, "Left out: %u asset%s that you may not use.", n,
			  n == 1 ? "" : "s");
}

static bool load(struct dialog_page *page, struct form *form, struct error *err)
{
	const struct fact_project *project;
	struct arena arena = { 0 };
	struct field *field;
	uint32_t number;

	if (!is_copy(page)) {
		dialog_title(page, "New project");
		field = form_add_text(form, "title", "Title", "");
		field->help = "What it is called. You will own it and have Full "
			"Access.";
		return true;
	}
	if (!dialog_subject(page, &number, err))
		return false;
	project = seen_project(dialog_seen(page), number);
	dialog_title(page, "Duplicate: %s",
		     seen_project_label(dialog_seen(page), number));
	field = form_add_text(form, "title", "Title of the copy", arena_printf(
			      &arena, "%s (copy)", project->title));
	field->help = "1 to 200 visible characters.";
	arena_release(&arena);
	add_copied(page, form, project);
	say_left(page, form, project);
	return true;
}

static bool commands(struct dialog_page *page, struct form *form,
		     struct batch *batch, struct error *err)
{
	const char *title = form_field(form, "title")->input.text;

	if (!*title) {
		error_set(err, ERROR_INVALID, NULL, "the title is missing");
		return error_field(err, "title");
	}
	if (is_copy(page))
		batch_pairs(batch, "project", "duplicate", "project",
			    page->subject.id, "title", title, BATCH_END);
	else
		batch_pairs(batch, "project", "create", "title", title, BATCH_END);
	return true;
}

static void note(struct dialog_page *page, struct form_row *row, bool usable,
		 bool own, bool secret)
{
	if (!own && usable)
		dialog_note(page, row, 0, "stays imported");
	else if (!own)
		dialog_note(page, row, STYLE_RED, "left out: you have no access");
	else if (secret)
		dialog_note(page, row, STYLE_MAGENTA, "its name, without value");
	else
		dialog_note(page, row, STYLE_MAGENTA, "without credentials");
}

static void notes(struct dialog_page *page, struct form *form)
{
	const struct seen *seen = dialog_seen(page);
	const struct facts *facts = seen_judged(seen);
	uint32_t subject = app_subject(page->screen->app), asset;
	struct field *field = form_field(form, "copied");
	size_t i;

	for (i = 0; field && i < field->n_rows; i++) {
		struct form_row *row = &field->rows[i];

		asset = facts_asset(facts, row->id);
		note(page, row, asset != NOBODY && subject != NOBODY &&
		     access_asset(facts, subject, asset), asset == NOBODY,
		     strcmp(row->detail, "secret") == 0);
	}
}

const struct dialog dialog_project_new = {
	.actions = { "project create", "project duplicate", NULL },
	.load = load, .commands = commands, .notes = notes, .save = "Create"
};
