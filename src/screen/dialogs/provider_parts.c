/* provider_parts.c: the table of Git providers, of which one is chosen. */
#include "screen/dialogs/provider_priv.h"

#include <string.h>

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
