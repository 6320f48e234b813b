/* provider_parts.c: the table of Git providers, and the page of the GitHub App. */
#include "screen/dialogs/provider_priv.h"

#include <string.h>

#include "screen/frame/copy.h"
#include "screen/frame/text_page.h"

enum { TEXT_MOST = 16 * 1024 };

/* ---- the table of providers ------------------------------------------------------- */

/* Why one of this type cannot be connected now; NULL: it can. */
static const char *shut(struct dialog_page *page, const struct provider_type *type,
			struct arena *arena)
{
	struct edit_plan plan = { .app = page->screen->app, .arena = arena };
	const struct seen *seen = dialog_seen(page);
	struct error err;
	uint32_t i;

	error_clear(&err);
	if (!may_have_provider(&plan, type, &err))
		return arena_printf(arena, "needs the %s plan",
				    plan_label(type->plan));
	for (i = 0; type->single && i < seen_n_records(seen, OF_PROVIDER); i++)
		if (sees_record(seen, OF_PROVIDER, i) &&
		    strcmp(seen_record(seen, OF_PROVIDER, i)->type, type->code) == 0)
			return arena_printf(arena, "%s is connected; one account "
					    "only", seen_record(seen, OF_PROVIDER, i)->name);
	return NULL;
}

void provider_table_add(struct dialog_page *page, struct form *form)
{
	struct field *field;
	const struct provider_type *all;
	struct form_row *row;
	size_t n, i;

	field = form_add(form, FIELD_ROWS, "provider", "Provider");
	field->marks = field->radio = true;
	field->help = "Space or Enter chooses one. What cannot be chosen says why "
		"behind its name: the plan, or the account that is connected "
		"already.";
	all = provider_types(&n);
	for (i = 0; i < n; i++) {
		row = form_row_add(form, field, all[i].code, all[i].label, false,
				   FORM_NONE);
		row->fixed = shut(page, &all[i], &form->arena);
		row->detail = all[i].notes;
	}
	field = form_add_text(form, "paste", "Or paste a URL", "");
	field->help = "Of a repository, as the browser shows it: github.com is "
		"GitHub; a server of your own is GitHub Enterprise Server.";
}

const char *provider_marked(const struct form *form)
{
	const struct field *field = form_field(form, "provider");
	size_t i;

	for (i = 0; field && i < field->n_rows; i++)
		if (field->rows[i].marked)
			return field->rows[i].id;
	return "";
}

void provider_mark(struct form *form, const char *code, bool base)
{
	struct field *field = form_field(form, "provider");
	size_t i;

	for (i = 0; field && i < field->n_rows; i++) {
		field->rows[i].marked = strcmp(field->rows[i].id, code) == 0;
		if (base)
			field->rows[i].base_marked = field->rows[i].marked;
	}
}

/* ---- the page of the app (A29) ------------------------------------------------------ */

static const char *text_of(const struct form *form, const char *name)
{
	const struct field *field = form_field(form, name);

	return field ? field->input.text : "";
}

const char *provider_app_url(const struct form *form, struct arena *arena)
{
	const char *server = value_read(value_type_of(kind_field(&provider_kind,
				"url")), text_of(form, "url"), arena);

	return arena_printf(arena, "%s/organizations/%s/settings/apps/new", server,
			    text_of(form, "organization"));
}

static void fixed_text(struct form *form, const char *name, const char *label,
		       const char *value, const char *help)
{
	struct field *field = form_add_text(form, name, label, value);

	field->fixed = true;
	field->help = help;
}

void provider_app_add(struct dialog_page *page, struct form *form)
{
	const char *workspace = seen_workspace(dialog_seen(page)).name;

	fixed_text(form, "app.name", "App name", form_printf(form, "Hex %s",
		   workspace), "The name that the form on the server has already. "
		   "It is not to be changed there.");
	fixed_text(form, "app.permissions", "Permissions", "Contents: read, "
		   "Metadata: read", "What the app asks for, and no more. The "
		   "server shows them before the app is made.");
	fixed_text(form, "app.where", "Form", "", "Where the form stands. An owner "
		   "of the organization opens it in a browser.");
	form_add(form, FIELD_BUTTON, "app.create", "Create GitHub App");
	form_add(form, FIELD_BUTTON, "app.view", "View what it asks for");
}

static void view_app(struct dialog_page *page)
{
	struct arena arena = { 0 };
	struct buf text;

	buf_init(&text, TEXT_MOST);
	buf_printf(&text, "%s\n\nApp name      Hex %s\nPermissions   Contents: read\n"
		   "              Metadata: read\nEvents        none\nWebhook       "
		   "off\n\nThe form is filled in with this. Do not change any field "
		   "of it.\n", provider_app_url(&page->form, &arena),
		   seen_workspace(dialog_seen(page)).name);
	text_page_go(page->screen, "GitHub App: what it asks for", buf_text(&text));
	buf_release(&text);
	arena_release(&arena);
}

void provider_app_show(struct form *form, bool on, struct arena *arena)
{
	static const char *const names[] = { "app.name", "app.permissions",
		"app.where", "app.create", "app.view" };
	struct field *where = form_field(form, "app.where");

	for (size_t i = 0; i < COUNT_OF(names); i++)
		form_field(form, names[i])->hidden = !on;
	if (on)
		input_set(&where->input, provider_app_url(form, arena));
}

bool provider_app_pressed(struct dialog_page *page, const char *button)
{
	struct arena arena = { 0 };
	bool view = strcmp(button, "app.view") == 0;
	bool create = strcmp(button, "app.create") == 0;

	if (view)
		view_app(page);
	else if (create)
		copy_text(page->screen, "the address of the form, to open in a "
			  "browser", provider_app_url(&page->form, &arena));
	arena_release(&arena);
	return view || create;
}
