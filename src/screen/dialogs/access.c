/* access.c: "Groups with access" of an asset of any kind: the three built-in groups
 * and the custom ones, who would gain the use of it and who would lose it. */
#include "screen/dialog/dialog.h"

#include <stdio.h>
#include <stdlib.h>

#include "access/rights.h"
#include "base/mem.h"
#include "screen/dialog/access_rows.h"
#include "screen/frame/chrome.h"

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

/* Guests who were granted Can Edit where it is imported and could not use it. */
static uint32_t held_guests(struct dialog_page *page, uint32_t asset)
{
	const struct seen *seen = dialog_seen(page);
	const struct facts *facts = seen_judged(seen);
	const struct numbers *projects = &seen_asset(seen, asset)->projects;
	struct verdict *v = screen_verdicts(page->screen, seen_n_users(seen));
	const struct access_rows *self = &((struct access *)page->ctx)->rows;
	bool *held = mem_alloc(seen_n_users(seen) + 1);
	uint32_t i, user, n = 0;

	for (i = 0; i < projects->n; i++) {
		if (!sees_project(seen, projects->v[i]))
			continue;
		access_of_project(facts, projects->v[i], v);
		for (user = 0; user < self->n; user++)
			held[user] |= seen_user(seen, user)->active &&
				role_is_guest(seen_user(seen, user)->role) &&
				level_edits((enum level)v[user].granted) &&
				!self->after[user];
	}
	for (user = 0; user < self->n; user++)
		n += held[user];
	free(held);
	return n;
}

static void hint_at_guests(struct dialog_page *page, struct form *form,
			   uint32_t asset)
{
	struct form_row *row = form_row(form_field(form, "groups"),
					builtin_code(BUILTIN_GUESTS));
	uint32_t n = held_guests(page, asset);
	const char *was = row->note;

	if (!n || row->marked)
		return;
	dialog_note(page, row, STYLE_RED | STYLE_BOLD, "%s  %u %s held",
		    was, n, n == 1 ? "is" : "are");
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
