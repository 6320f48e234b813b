/* access.c: "Groups with access" of an asset of any kind: the three built-in groups
 * and the custom ones, who would gain the use of it and who would lose it. */
#include "screen/dialog/dialog.h"

#include <stdio.h>
#include <stdlib.h>

#include "access/rights.h"
#include "base/mem.h"
#include "screen/dialog/access_rows.h"
#include "screen/frame/chrome.h"

enum { LOOKS = 100000 };	/* people looked at for one key: some milliseconds */

struct access {
	struct access_rows rows;
};

static bool load(struct dialog_page *page, struct form *form, struct error *err)
{
	const struct seen *seen = dialog_seen(page);
	uint32_t asset;

	if (!dialog_subject(page, &asset, err))
		return false;
	if (!page->ctx)
		page->ctx = mem_alloc(sizeof(struct access));
	dialog_title(page, "Groups with access: %s", seen_asset_label(seen, asset));
	access_rows_add(form, seen, asset);
	page->readonly = access_plan_lock(form, seen, page->action->kind,
					  " What is shared stays shared.");
	return true;
}

static bool commands(struct dialog_page *page, struct form *form,
		     struct batch *batch, struct error *err)
{
	(void)err;
	access_rows_command(batch, form, page->action, page->subject.id);
	return true;
}

/* Guests who were granted Can Edit where it is imported and could not use it; *some:
 * there may be more, which is not looked for between two keys. */
static uint32_t held_guests(struct dialog_page *page, uint32_t asset, bool *some)
{
	const struct seen *seen = dialog_seen(page);
	const struct numbers *projects = &seen_asset(seen, asset)->projects;
	struct editors *editors = &page->screen->counting.editors;
	const struct access_rows *self = &((struct access *)page->ctx)->rows;
	bool *held = mem_alloc(seen_n_users(seen) + 1);
	uint32_t i, n = 0;
	size_t k, looked = 0;

	for (i = 0; i < projects->n && looked < LOOKS; i++) {
		if (!sees_project(seen, projects->v[i]))
			continue;
		editors_of(editors, seen_judged(seen), projects->v[i]);
		looked += editors->looked;
		for (k = 0; k < editors->n; k++) {
			uint32_t user = editors->v[k].user;

			if (held[user] || self->after[user] || !role_is_guest(
					seen_user(seen, user)->role))
				continue;
			held[user] = true;
			n++;
		}
	}
	*some = i < projects->n;
	free(held);
	return n;
}

static void hint_at_guests(struct dialog_page *page, struct form *form,
			   uint32_t asset)
{
	struct form_row *row = form_row(form_field(form, "groups"),
					builtin_code(BUILTIN_GUESTS));
	bool some = false;
	uint32_t n = held_guests(page, asset, &some);
	const char *was = row->note;

	if (!n || row->marked)
		return;
	dialog_note(page, row, STYLE_RED | STYLE_BOLD, "%s  %s%u %s held",
		    was, some ? "at least " : "", n, n == 1 ? "is" : "are");
	dialog_more(page, row, "granted Can Edit where it is imported, no access");
}

static void notes(struct dialog_page *page, struct form *form)
{
	struct access *self = page->ctx;
	struct error err;
	uint32_t asset;

	if (!dialog_subject(page, &asset, &err))
		return;
	access_rows_notes(page, &self->rows, form, asset);
	hint_at_guests(page, form, asset);
}

static void release(struct dialog_page *page)
{
	struct access *self = page->ctx;

	if (self)
		access_rows_release(&self->rows);
	free(self);
}

static const struct hint hints[] = {
	{ "Space", "tick" }, { "/", "find" }, { NULL, NULL }
};

const struct dialog dialog_access = {
	.does = { KIND_ACCESS },
	.load = load, .commands = commands, .notes = notes, .release = release,
	.hints = hints
};
