/* membership.c: see membership.h. */
#include "screen/dialog/members.h"

#include <string.h>

#include "screen/frame/keymap.h"
#include "screen/frame/pasted.h"

static void paste_one(struct picker *picker, const struct mail *mail)
{
	struct dialog_page *page = picker->page;
	struct app *app = page->screen->app;
	struct field *rows = form_field(&page->form, picker->rows);
	uint32_t user = facts_user_by_email(seen_judged(app_seen(app)), mail->email);
	struct arena arena = { 0 };
	struct form_row *row;
	struct thing thing;
	const char *id;

	if (user != NOBODY && sees_user(app_seen(app), user)) {
		thing = thing_of(app, THING_USER, user);
		id = finder_id(&thing, &arena);
		row = form_row(rows, id);
		if (!row)
			row = picker_row(picker, &page->form, &thing, true);
	} else {
		id = arena_printf(&arena, "?:%s", mail->email);
		row = form_row(rows, id);
		if (!row)
			row = form_row_add(&page->form, rows, id, mail->email,
					   false, FORM_NONE);
		row->added = true;
	}
	picker_take(rows, row);
	arena_release(&arena);
}

/* Something without an @ in it is a name to search for. */
static void paste(void *ctx, const char *text)
{
	struct picker *picker = ctx;
	struct form *form = &picker->page->form;
	struct field *field = form_field(form, picker->search);
	struct key key = { .code = KEY_PASTE, .text = text };
	struct arena arena = { 0 };
	struct mail *mail;
	size_t i, n;

	if (!strchr(text, '@')) {
		(void)input_key(&field->input, &key);
		field->find(field->ctx, field->input.text, &field->found);
		field->found_at = 0;
		return;
	}
	mail = mails_split(&arena, text, &n);
	for (i = 0; i < n; i++)
		paste_one(picker, &mail[i]);
	if (n && strlen(text) >= MAILS_MOST)
		pages_toast(picker->page->screen->pages, "More than one paste "
			    "holds: it ends with %s. Paste the rest.",
			    mail[n - 1].email);
	arena_release(&arena);
	picker_show_last(picker);
	dialog_touched(picker->page);
}

void members_paste(struct picker *picker, struct form *form)
{
	struct field *field = form_field(form, picker->search);

	field->paste = paste;
	field->help = "Type a part of a name and Enter, or paste e-mail addresses: "
		"commas, semicolons, blanks and new lines part them.";
	form_field(form, picker->rows)->searchable = true;
}

static bool is_nobody(const struct form_row *row)
{
	return row->id[0] == '?' && !row->removed;
}

bool members_known(const struct picker *picker, const struct form *form,
		   struct error *err)
{
	const struct field *rows = form_field(form, picker->rows);
	size_t i;

	for (i = 0; i < rows->n_rows; i++) {
		if (!is_nobody(&rows->rows[i]))
			continue;
		error_set(err, ERROR_NOT_FOUND, "NOT_FOUND",
			  "nobody here has the address %.80s",
			  rows->rows[i].text);
		error_field(err, "%s", picker->search);
		return error_remedy(err, "take the row away with Del; %s on the "
				    "list of users adds people", key_said(CMD_NEW));
	}
	return true;
}

void members_notes(struct picker *picker, struct form *form)
{
	struct field *rows = form_field(form, picker->rows);
	size_t i;

	for (i = 0; i < rows->n_rows; i++)
		if (is_nobody(&rows->rows[i])) {
			rows->rows[i].detail = "nobody here";
			dialog_note(picker->page, &rows->rows[i], STYLE_RED,
				    "Del takes it away");
		}
}
