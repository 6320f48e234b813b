/* provider_pages.c: a Git provider is connected page by page, with Back and Next:
 * which one, then what that one asks for (A21-A34); and edited, all on one page. */
#include "screen/dialogs/provider_priv.h"
#include "screen/dialogs/provider_probe.h"

#include <stdlib.h>
#include <string.h>

#include "action/run/run.h"
#include "base/mem.h"
#include "model/config.h"
#include "screen/dialog/access_rows.h"
#include "screen/dialog/asset_form.h"
#include "screen/frame/chrome.h"

enum { CHOOSING = 0, SERVER_PAGE = 1, APP_PAGE = 2 };

static const char made_page[] = "github_enterprise";	/* makes an app (A29) */

struct connect {
	struct asset_form fields;
	int page;			/* CHOOSING, then those of the type */
	struct provider_probe probe;	/* of a server of one's own */
};

static bool edits(const struct dialog_page *page)
{
	return strcmp(page->action->verb, "edit") == 0;
}

static const struct provider_type *chosen(const struct connect *self,
					  const struct form *form)
{
	return provider_type(asset_form_type(&self->fields, form));
}

static int last_page(const struct provider_type *type)
{
	int n = 0;

	while (type && type->pages[n].title)
		n++;
	return n;
}

/* ---- what is chosen ------------------------------------------------------------ */

/* What the row of the table says is the type; a URL says which row (A26). */
static void follow_choice(struct connect *self, struct form *form)
{
	struct field *paste = form_field(form, "paste");
	struct field *type = form_field(form, "type");
	const struct provider_type *led;
	int i;

	led = paste->input.n ? provider_of_url(paste->input.text,
					       &self->fields.arena) : NULL;
	paste->note = !paste->input.n ? "it says which one" : !led ?
		"no server is named in it" :
		arena_printf(&self->fields.arena, "that is %s", led->label);
	type->choice = FORM_NONE;
	for (i = 0; i < self->fields.n_types; i++)
		if (strcmp(self->fields.type_codes[i], provider_marked(form)) == 0)
			type->choice = i;
	type->base_choice = type->choice;	/* the row tells, not this */
}

static void take_paste(struct connect *self, struct form *form)
{
	const char *text = form_field(form, "paste")->input.text;
	const struct provider_type *led = *text ?
		provider_of_url(text, &self->fields.arena) : NULL;
	const struct form_row *row = led ? form_row(form_field(form, "provider"),
						    led->code) : NULL;

	if (row && !row->fixed && strcmp(provider_marked(form), "") == 0)
		provider_mark(form, led->code, false);
}

/* ---- pages ---------------------------------------------------------------------- */

static void hide(struct form *form, const char *name, bool hidden)
{
	struct field *field = form_field(form, name);

	if (field)
		field->hidden = hidden;
}

static void head(struct form *form, const char *name, const char *text, bool shown)
{
	struct field *field = form_field(form, name);

	field->label = text;
	field->hidden = !shown;
}

/* Only what stands on the page now. */
static void show_fields(struct connect *self, struct form *form,
			const struct provider_type *type)
{
	const struct kind_field *of = self->fields.kind->fields;
	const struct kind_type *needs = type ?
		kind_type(self->fields.kind, type->code) : NULL;
	const struct kind_need *need;
	struct field *field;

	for (; of->name; of++) {
		field = form_field(form, of->name);
		need = needs && !field->hidden ?
			kind_need_ever(needs, of->name) : NULL;
		field->hidden = !need || need->page != self->page;
	}
}

/* What the server answered, where it is asked and where one goes on with it. */
static void say_server(struct connect *self, struct form *form,
		       const struct provider_type *type)
{
	struct field *field = form_field(form, "server");
	const char *said = self->probe.said;
	bool bad = self->probe.config && !self->probe.under_way && !self->probe.good;

	head(form, "server", said ? said : "", type && strcmp(type->code, made_page) == 0 &&
	     said && *said && (self->page == SERVER_PAGE || self->page == APP_PAGE));
	field->note_style = bad ? STYLE_RED : STYLE_BOLD;
}

static void show_page(struct dialog_page *page, struct form *form)
{
	struct connect *self = page->ctx;
	const struct provider_type *type = chosen(self, form);
	struct arena *arena = &self->fields.arena;
	bool app = type && strcmp(type->code, made_page) == 0 &&
		self->page == APP_PAGE;
	bool choosing = self->page == CHOOSING;

	self->fields.type = NULL;		/* every field anew */
	asset_form_sync(&self->fields, form);
	show_fields(self, form, type);
	hide(form, "type", true);
	hide(form, "provider", !choosing);
	hide(form, "paste", !choosing);
	hide(form, "name", choosing || self->page != last_page(type));
	provider_app_show(form, app, arena);
	say_server(self, form, type);
	hide(form, "back", choosing);
	hide(form, "next", self->page > 0 && self->page == last_page(type));
	head(form, "step", choosing || !type ? "Which provider?" :
	     arena_printf(arena, "%s, step %d of %d: %s", type->label, self->page,
			  last_page(type), type->pages[self->page - 1].title), true);
	head(form, "notice", choosing || !type ? "Only Admins connect providers; an "
	     "administrator of the repositories must approve the access as well." :
	     type->pages[self->page - 1].notice, true);
}

static void turn(struct dialog_page *page, int step)
{
	struct connect *self = page->ctx;

	self->page += step;
	form_clear_errors(&page->form);
	show_page(page, &page->form);
	page->at = ON_FORM;
	(void)form_enter(&page->form, 1);
	dialog_touched(page);
}

/* What this page lacks, or has wrong: the first of it gets the cursor. */
static bool page_good(struct dialog_page *page, const struct connect *self)
{
	const struct provider_type *type = chosen(self, &page->form);
	const struct kind_type *needs = type ?
		kind_type(self->fields.kind, type->code) : NULL;
	const struct kind_need *need = needs ? needs->needs : NULL;
	struct arena *arena = &page->form.arena;
	const struct kind_field *of;
	const char *fault, *text;
	struct field *field;

	dialog_look(page);		/* it clears what it said before */
	for (; need && need->field; need++) {
		of = kind_field(self->fields.kind, need->field);
		field = form_field(&page->form, of->name);
		if (field->hidden || field->fixed || field->input.secret ||
		    field->type != FIELD_TEXT)
			continue;
		text = value_read(value_type_of(of), field->input.text, arena);
		fault = *text ? kind_value_fault(of, need, text) :
			need->required ? "it is missing" : NULL;
		if (!fault)
			continue;
		form_error(&page->form, of->name, *text && value_type_of(of)->like ?
			   arena_printf(arena, "%s: for example %s", fault,
					value_type_of(of)->like) : fault);
		(void)form_focus(&page->form, of->name);
		page->screen->pages->dirty = true;
		return false;
	}
	return true;
}

static void turn_on(struct dialog_page *page)
{
	struct connect *self = page->ctx;

	if (self->page == SERVER_PAGE)
		turn(page, 1);
}

/* Its fields as they would be kept; in the form's arena. */
static const char *server_of(struct dialog_page *page)
{
	static const char *const names[] = { "url", "organization", "ca_file" };
	struct arena *arena = &page->form.arena;
	const struct kind_field *of;
	const char *config = "{}", *text;

	for (size_t i = 0; i < COUNT_OF(names); i++) {
		of = kind_field(&provider_kind, names[i]);
		text = value_read(value_type_of(of),
				  form_field(&page->form, names[i])->input.text, arena);
		if (*text)
			config = config_put(config, of, text, arena);
	}
	return config;
}

/* A server of one's own is asked who it is before one goes on (A28). */
static bool server_good(struct dialog_page *page, struct connect *self)
{
	const struct provider_type *type = chosen(self, &page->form);
	bool on;

	if (!type || strcmp(type->code, made_page) != 0 || self->page != SERVER_PAGE)
		return true;
	self->probe.page = page;
	self->probe.turn = turn_on;
	on = provider_probe_next(&self->probe, type->code, server_of(page));
	show_page(page, &page->form);
	return on;
}

static void next(struct dialog_page *page)
{
	struct connect *self = page->ctx;

	if (self->page == CHOOSING) {
		take_paste(self, &page->form);
		follow_choice(self, &page->form);
		if (!chosen(self, &page->form)) {
			dialog_look(page);
			form_error(&page->form, "paste", "choose one of them first");
			page->screen->pages->dirty = true;
			return;
		}
	}
	if (page_good(page, self) && server_good(page, self))
		turn(page, 1);
}

static void pressed(struct dialog_page *page, const char *button)
{
	if (strcmp(button, "next") == 0)
		next(page);
	else if (strcmp(button, "back") == 0)
		turn(page, -1);
	else
		(void)provider_app_pressed(page, button);
}

/* ---- loading -------------------------------------------------------------------- */

static void add_heads(struct form *form)
{
	struct field *field = form_add(form, FIELD_HEAD, "step", "");

	field->note_style = STYLE_BOLD;
	form_add(form, FIELD_HEAD, "notice", "");
	form_add(form, FIELD_HEAD, "server", "");
}

static void add_name(struct form *form, const char *name)
{
	struct field *field = form_add_text(form, "name", "Name", name);

	field->note = "optional";
	field->help = "What it is called here, where the account's own name would "
		"not tell enough.";
}

static void load_new(struct dialog_page *page, struct form *form)
{
	struct connect *self = page->ctx;
	const struct provider_type *all;
	const struct field *was;
	size_t n;
	uint32_t at;

	dialog_title(page, "Connect a Git provider");
	add_heads(form);
	provider_table_add(page, form);
	asset_form_add(&self->fields, form);
	add_name(form, "");
	provider_app_add(page, form);
	form_add(form, FIELD_BUTTON, "next", "Next");
	form_add(form, FIELD_BUTTON, "back", "Back");
	all = provider_types(&n);
	at = page->subject.kind == THING_SETTING ?
		thing_number(page->screen->app, &page->subject) : NOBODY;
	was = form_field(&page->form, "provider");
	if (form != &page->form && was)
		provider_mark(form, provider_marked(&page->form), false);
	else if (at != NOBODY && at >= SETTING_OFFER && at - SETTING_OFFER < n &&
		 !form_row(form_field(form, "provider"),
			   all[at - SETTING_OFFER].code)->fixed)
		provider_mark(form, all[at - SETTING_OFFER].code, true);
	follow_choice(self, form);
	show_page(page, form);
	if (at != NOBODY && at >= SETTING_OFFER && at - SETTING_OFFER < n)
		(void)form_focus_row(form, "provider",
				     all[at - SETTING_OFFER].code);
}

static bool load_old(struct dialog_page *page, struct form *form, uint32_t n)
{
	const struct fact_record *one = seen_record(dialog_seen(page), OF_PROVIDER, n);
	const struct provider_type *type = provider_type(one->type);
	struct connect *self = page->ctx;
	struct field *field;

	dialog_title(page, "Edit %s", one->name);
	form_head(form, "%s, %s. State: %s.", type ? type->label : one->type,
		  type ? type->notes : "", provider_state_label(
		  app_provider_state(page->screen->app, one)));
	field = form_add_text(form, "name", "Name *", one->name);
	field->help = "What it is called here.";
	asset_form_add(&self->fields, form);
	field = form_field(form, "type");
	field->hidden = true;
	asset_form_sync(&self->fields, form);
	self->fields.type = NULL;
	(void)form_focus(form, "approval");
	return true;
}

static bool load(struct dialog_page *page, struct form *form, struct error *err)
{
	const struct seen *seen = dialog_seen(page);
	const struct fact_record *one = NULL;
	struct connect *self;
	uint32_t n = NOBODY;

	if (edits(page) && !dialog_subject(page, &n, err))
		return false;
	if (!page->ctx)
		page->ctx = mem_alloc(sizeof(struct connect));
	self = page->ctx;
	if (n != NOBODY)
		one = seen_record(seen, OF_PROVIDER, n);
	asset_form_init_of(&self->fields, page->screen->app, &provider_kind, "provider",
			   one ? one->id : NULL, one ? one->type : NULL,
			   one ? one->config : "{}");
	if (one)
		(void)load_old(page, form, n);
	else
		load_new(page, form);
	if (seen_workspace(seen).plan < provider_kind.plan)
		page->readonly = form_printf(form, "%s need the %s plan",
					     provider_kind.plural,
					     plan_label(provider_kind.plan));
	return true;
}

/* ---- saving --------------------------------------------------------------------- */

static int page_of(const struct connect *self, const char *code, const char *name)
{
	const struct kind_type *type = kind_type(self->fields.kind, code);
	const struct kind_need *need = type ? kind_need_ever(type, name) : NULL;

	return need ? need->page : strcmp(name, "type") == 0 ? CHOOSING : -1;
}

/* After a save was tried: to the page of what is wrong. */
static void to_fault(struct dialog_page *page, struct form *form,
		     const struct batch *batch)
{
	struct connect *self = page->ctx;
	const char *code = asset_form_type(&self->fields, form);
	struct batch copy = *batch;
	struct result result;
	struct error err;
	int at;

	error_clear(&err);
	if (!page->tried || edits(page))
		return;
	if (!batch_preview(page->screen->app, &copy, &result, &err)) {
		at = page_of(self, code, err.field);
		if (at >= 0 && at != self->page) {
			self->page = at;
			show_page(page, form);
		}
	}
	result_release(&result);
}

/* There are pages to come: nothing is looked at yet. */
static bool between(const struct dialog_page *page, const struct form *form)
{
	const struct connect *self = page->ctx;

	return !edits(page) && (self->page == CHOOSING ||
				self->page < last_page(chosen(self, form)));
}

static void tell(struct dialog_page *page)
{
	if (!page->readonly && !page->tried && between(page, &page->form))
		consequence_say(&page->consequence, "Nothing is saved yet",
				"Next goes on; what would come of it stands on the "
				"last page.");
}

static bool commands(struct dialog_page *page, struct form *form,
		     struct batch *batch, struct error *err)
{
	struct batch_command command = { .action = page->action };
	const struct field *name = form_field(form, "name");
	struct connect *self = page->ctx;

	if (!edits(page))
		follow_choice(self, form);
	asset_form_sync(&self->fields, form);
	if (!page->tried && (!form_changed(form) || between(page, form)))
		return true;
	if (edits(page))
		dialog_give(batch, access_arg(&command, "provider"),
			    page->subject.id);
	else if (chosen(self, form))
		dialog_give(batch, access_arg(&command, "type"),
			    chosen(self, form)->code);
	else if (page->tried) {
		error_set(err, ERROR_INVALID, "ARGUMENT_MISSING",
			  "which provider is not said");
		return error_field(err, "provider");
	} else {
		return true;
	}
	if (field_changed(name) || (edits(page) && !name->input.n))
		dialog_give(batch, access_arg(&command, "name"), name->input.text);
	asset_form_args(&self->fields, form, batch, &command);
	if (edits(page) && !form_changed(form))
		return true;
	batch_copy(batch, &command, 1);
	to_fault(page, form, batch);
	return true;
}

static void notes(struct dialog_page *page, struct form *form)
{
	struct connect *self = page->ctx;

	if (edits(page)) {
		if (page->readonly)
			asset_form_sync(&self->fields, form);
		return;
	}
	follow_choice(self, form);
	show_page(page, form);
}

static void release(struct dialog_page *page)
{
	struct connect *self = page->ctx;

	if (self) {
		asset_form_release(&self->fields);
		provider_probe_release(&self->probe);
	}
	free(self);
}

static const struct hint hints[] = {
	{ "Enter", "choose, press" }, { NULL, NULL }
};

const struct dialog dialog_provider_pages = {
	.actions = { "provider connect", "provider edit" },
	.load = load, .commands = commands, .notes = notes, .tell = tell,
	.pressed = pressed,
	.release = release, .hints = hints, .settings = true,
};
