/* asset_edit.c: make and edit assets of any kind: name, type and its fields, and at
 * the bottom Groups with access. */
#include "screen/dialog/dialog.h"

#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/mem.h"
#include "model/kind_said.h"
#include "screen/dialog/access_rows.h"
#include "screen/dialog/asset_form.h"
#include "screen/dialog/list_button.h"
#include "screen/frame/request.h"
#include "screen/frame/chrome.h"


struct asset_dialog {
	struct asset_form fields;
	struct access_rows rows;
};

static const struct asset_kind *kind_of(const struct dialog_page *page)
{
	return kind_at(page->action->kind);
}

static bool takes(const struct dialog_page *page, const char *name)
{
	size_t i;

	for (i = 0; i < ACTION_PARAMS && page->action->params[i].name; i++)
		if (strcmp(page->action->params[i].name, name) == 0)
			return true;
	return false;
}

/* ---- loading -------------------------------------------------------------------- */

/* A06, A12, A18: who is no Admin does not come as far as an asset's form. */
static bool may_create(struct dialog_page *page, const struct asset_kind *kind,
		       struct error *err)
{
	if (app_is_admin(page->screen->app))
		return true;
	error_set(err, ERROR_DENIED, "ROLE_NEEDED", "%s of the workspace are "
		  "made by Admins", kind->plural);
	error_needs(err, "admin");
	return error_remedy(err, "ask an Admin");
}

static void add_status(struct form *form, const struct fact_asset *asset,
		       const struct asset_kind *kind)
{
	if (kind_has_types(kind))
		form_head(form, "Status: %s", strcmp(asset->status, "ok") == 0 ?
			  "tested" : strcmp(asset->status, "untested") == 0 ?
			  "not tested yet" : strcmp(asset->status, "error") ==
			  0 ? "its test failed" : asset->status);
}

static void add_stamp(struct form *form, const char *what, int64_t when,
		      const char *by)
{
	char text[CLOCK_TEXT];

	if (!when)
		return;
	clock_local(when, text);
	form_head(form, "%s %s%s%s", what, text, *by ? " by " : "", by);
}

static void add_fields(struct dialog_page *page, struct form *form,
		       const struct asset_kind *kind, uint32_t number)
{
	const struct seen *seen = dialog_seen(page);
	const struct fact_asset *asset = number == NOBODY ? NULL :
		seen_asset(seen, number);
	struct asset_dialog *self = page->ctx;
	struct field *field;
	bool draft = asset && kind_has_types(kind) &&
		strcmp(asset->status, "draft") == 0;

	if (asset) {
		add_status(form, asset, kind);
		add_stamp(form, "Created", asset->created, asset->created_by);
		if (asset->updated != asset->created)
			add_stamp(form, "Changed", asset->updated,
				  asset->updated_by);
	}
	field = form_add_text(form, "name", "Name *", asset ? asset->name : "");
	field->help = kind->name_help ? kind->name_help :
		"What lists, imports and messages call it. Two may share a name: "
		"a short id then tells them apart.";
	asset_form_add(&self->fields, form);
	field = form_field(form, "type");
	if (field && asset && !draft && *asset->type) {
		field->fixed = true;
		field->note = "only a draft changes its type";
	}
	if (kind->schema) {
		field = form_add(form, FIELD_BUTTON, "test", "Test");
		field->note = "tests what is saved";
		field->help = "Looks the host up, connects, sees how TLS ends, signs in and "
			"reads one constant line, with what is saved. Nothing is "
			"written there.";
	}
	field = form_add_text(form, "description", "Description",
			      asset ? asset->description : "");
	field->help = "What it is for.";
	if (!takes(page, "draft"))
		return;
	field = form_add_check(form, "draft", "Save as a draft", false);
	field->note = draft ? "it is one until nothing is missing" : "";
	field->help = "Unfinished: it restricts like any other, and cannot be "
		"the default connection.";
}

/* What a form that is merged into this one holds must be of the same type. */
static void follow_type(struct dialog_page *page, struct form *form)
{
	const struct field *shown = form_field(&page->form, "type");
	struct field *field = form_field(form, "type");
	struct asset_dialog *self = page->ctx;

	if (form != &page->form && shown && field)
		field->choice = shown->choice;
	asset_form_sync(&self->fields, form);
	if (field)
		field->choice = field->base_choice;
}

static bool load(struct dialog_page *page, struct form *form, struct error *err)
{
	const struct asset_kind *kind = kind_of(page);
	const struct seen *seen = dialog_seen(page);
	struct asset_dialog *self;
	uint32_t asset = NOBODY;

	if (page->subject.kind == THING_NONE ? !may_create(page, kind, err) :
	    !dialog_subject(page, &asset, err))
		return false;
	if (!page->ctx)
		page->ctx = mem_alloc(sizeof(struct asset_dialog));
	self = page->ctx;
	asset_form_init(&self->fields, page->screen->app, kind, asset);
	if (asset == NOBODY)
		dialog_title(page, kind->said && kind->said->making ? "%s" : "New %s",
			     kind->said && kind->said->making ? kind->said->making :
			     kind->label);
	else
		dialog_title(page, "Edit %s", seen_asset_label(seen, asset));
	add_fields(page, form, kind, asset);
	form_head(form, "Groups with access");
	form->v[form->n - 1].note_style = STYLE_BOLD;
	access_rows_add(form, seen, asset);
	follow_type(page, form);
	self->fields.type = NULL;	/* the form shown is looked at anew */
	(void)form_focus(form, "name");
	page->readonly = access_plan_lock(form, seen, page->action->kind, "");
	return true;
}

/* ---- saving --------------------------------------------------------------------- */

static void give_text(struct dialog_page *page, const struct form *form,
		      struct batch *batch, struct batch_command *command,
		      const char *name)
{
	const struct field *field = form_field(form, name);

	if (field && takes(page, name) && field_changed(field))
		dialog_give(batch, access_arg(command, name), field->input.text);
}

static void give_all(struct dialog_page *page, struct form *form,
		     struct batch *batch, struct batch_command *command)
{
	struct asset_dialog *self = page->ctx;
	const struct field *type = form_field(form, "type");
	const struct field *draft = form_field(form, "draft");
	const char *code = asset_form_type(&self->fields, form);

	give_text(page, form, batch, command, "name");
	if (type && *code && (self->fields.fresh || field_changed(type)))
		dialog_give(batch, access_arg(command, "type"), code);
	asset_form_args(&self->fields, form, batch, command);
	give_text(page, form, batch, command, "description");
	if (draft && draft->on)
		dialog_give(batch, access_arg(command, "draft"), "on");
}

static bool create(struct dialog_page *page, struct form *form,
		   struct batch *batch, struct error *err)
{
	struct batch_command command = { .action = page->action };
	const struct field *groups = form_field(form, "groups");
	struct arg *with;

	if (!form_changed(form) && !page->tried)
		return true;
	if (!form_field(form, "name")->input.n) {
		error_set(err, ERROR_INVALID, NULL, "the name is missing");
		error_remedy(err, "give it a name");
		return error_field(err, "name");
	}
	give_all(page, form, batch, &command);
	if (field_changed(groups)) {
		with = access_arg(&command, "group");
		access_rows_collect(batch, groups, false, true, with);
		if (!with->n)
			dialog_give(batch, access_arg(&command, "nobody"), "on");
	}
	batch_copy(batch, &command, 1);
	return true;
}

static bool differs(const struct form *form)
{
	size_t i;

	for (i = 0; i < form->n; i++)
		if (!form->v[i].hidden && strcmp(form->v[i].name, "groups") &&
		    field_changed(&form->v[i]))
			return true;
	return false;
}

static bool edit(struct dialog_page *page, struct form *form,
		 struct batch *batch, struct error *err)
{
	struct batch_command command = { .action = page->action };
	const char *asset = page->subject.id;

	if (!form_field(form, "name")->input.n) {
		error_set(err, ERROR_INVALID, NULL, "the name is missing");
		error_remedy(err, "Ctrl-R brings the old one back");
		return error_field(err, "name");
	}
	if (differs(form)) {
		dialog_give(batch, access_arg(&command, "asset"), asset);
		give_all(page, form, batch, &command);
		batch_copy(batch, &command, 1);
	}
	access_rows_command(batch, form, action_find(page->action->noun, "access"),
			    asset);
	return true;
}

static bool commands(struct dialog_page *page, struct form *form,
		     struct batch *batch, struct error *err)
{
	struct asset_dialog *self = page->ctx;

	asset_form_sync(&self->fields, form);
	return self->fields.fresh ? create(page, form, batch, err) :
		edit(page, form, batch, err);
}

static void notes(struct dialog_page *page, struct form *form)
{
	struct asset_dialog *self = page->ctx;
	struct error err;
	uint32_t asset = NOBODY;

	if (page->readonly)
		asset_form_sync(&self->fields, form);
	asset_form_show_steps(&self->fields, form);
	if (page->subject.kind != THING_NONE &&
	    !dialog_subject(page, &asset, &err))
		return;
	access_rows_notes(page, &self->rows, form, asset);
}

static void release(struct dialog_page *page)
{
	struct asset_dialog *self = page->ctx;

	if (self) {
		asset_form_release(&self->fields);
		access_rows_release(&self->rows);
	}
	free(self);
}

/* The id of the Git provider that is chosen; NULL: none, or it has none. */
static const char *provider_chosen(const struct dialog_page *page,
				   const struct asset_form *fields)
{
	const struct field *field = form_field(&page->form, "provider");

	return !field || field->choice < 0 || field->choice >= fields->n_providers ? NULL :
		fields->provider_ids[field->choice];
}

/* With what is saved: what is typed has no place in the store yet. */
static void pressed(struct dialog_page *page, const char *button)
{
	const char *const words[] = { "connection", "test", page->subject.id };
	struct asset_dialog *self = page->ctx;

	if (list_button_pressed(page, provider_chosen(page, &self->fields), button))
		return;
	if (page->subject.id[0])
		request_go(page->screen, words, COUNT_OF(words));
	else
		screen_refuse(page->screen, "Save it first: what is saved is tested.");
}

static const struct hint hints[] = {
	{ "Enter", "choose" }, { "Space", "tick" }, { NULL, NULL }
};

const struct dialog dialog_asset_edit = {
	.does = { KIND_CREATE, KIND_EDIT },
	.load = load, .commands = commands, .notes = notes, .release = release,
	.pressed = pressed, .hints = hints
};
