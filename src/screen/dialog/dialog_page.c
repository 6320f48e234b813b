/* dialog_page.c: the page of a dialog: opened, told that the facts moved, closed. */
#include "screen/dialog/dialog_priv.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "screen/dialog/dialog_top.h"
#include "screen/dialog/drafts.h"
#include "screen/dialog/marked.h"
#include "screen/dialog/secret_field.h"
#include "screen/frame/last_event.h"
#include "screen/panel/evidence.h"

static void say_stale(struct dialog_page *page, size_t conflicts)
{
	struct buf who;

	buf_init(&who, 1024);
	last_event_actor(page->screen, &who);
	snprintf(page->stale, sizeof(page->stale), "Changed meanwhile by %.80s: "
		 "%s that you changed, too.", buf_text(&who), conflicts == 1 ?
		 "a value" : "values");
	buf_release(&who);
	page->asking = true;
}

/* Another console's commit, or a dialog on top of this one. */
static void changed(struct page *base)
{
	struct dialog_page *page = (struct dialog_page *)base;
	struct error err;
	struct form fresh;
	size_t conflicts;
	bool was;

	if (page->saved)
		return;
	form_init(&fresh);
	error_clear(&err);
	page->looked = false;
	if (page->evidence)
		panel_aged(page->evidence);
	page->revision = seen_workspace(app_seen(page->screen->app)).revision;
	if (dialog_load(page, &fresh, &err)) {
		was = page->form.readonly;
		conflicts = form_merge(&page->form, &fresh);
		page->form.readonly = fresh.readonly;
		if (was && !fresh.readonly)
			(void)form_enter(&page->form, 1);
		if (conflicts)
			say_stale(page, conflicts);
	} else {
		page->form.readonly = true;
		dialog_set_readonly(page, err.text);
	}
	form_release(&fresh);
}

static void release(struct page *base)
{
	struct dialog_page *page = (struct dialog_page *)base;

	if (!page->saved && !page->kept && !page->readonly &&
	    form_changed(&page->form))
		(void)drafts_keep(page);	/* the end: nobody is told */
	work_drop(&page->screen->pages->work, &page->job);
	if (page->dialog->release)
		page->dialog->release(page);
	form_release(&page->form);
	batch_release(&page->batch);
	result_release(&page->preview);
	consequence_release(&page->consequence);
	evidence_free(page->evidence);
	arena_release(&page->notes);
	free(page->dropped);
	marked_free(page->marked);
	free(page);
}

/* What was typed and is not saved. */
static size_t secrets(struct page *self, bool wipe)
{
	struct dialog_page *page = (struct dialog_page *)self;
	size_t n = form_wipe_secrets(&page->form, wipe ? "wiped: type it again" : NULL);

	if (n && wipe) {
		if (page->waiting)
			page->waiting = WAITS_IN_VAIN;
		dialog_touched(page);
	}
	return n;
}

static const struct page_ops ops = {
	.overlay = true, .draw = dialog_draw, .key = dialog_key,
	.changed = changed, .free = release, .secrets = secrets
};

static bool push(struct screen *screen, const struct dialog *dialog,
		 const struct action *action, const struct thing *subject,
		 struct marked *marked, struct error *err)
{
	struct dialog_page *page = page_new(sizeof(*page), &ops);

	page->screen = screen;
	page->dialog = dialog;
	page->save = dialog->save;
	page->action = action;
	page->subject = *subject;
	page->marked = marked;
	if (!marked)
		page->consequence.about = *subject;
	page->consequence.typed = true;
	page->revision = seen_workspace(app_seen(screen->app)).revision;
	form_init(&page->form);
	result_init(&page->preview);
	batch_init(&page->batch);
	dialog_title(page, "%s", action->summary);
	if (!dialog_load(page, &page->form, err)) {
		page->saved = true;	/* nothing to keep */
		release(&page->page);
		return false;
	}
	page->drafted = !page->readonly && drafts_take(page);
	if (page->deed && !page->readonly)
		page->at = ON_CANCEL;	/* a reflex does nothing */
	pages_push(screen->pages, &page->page);
	if (page->drafted)
		pages_toast(screen->pages, "Your draft is back. F5 shows what "
			    "is stored.");
	return true;
}

bool dialog_push(struct screen *screen, const struct dialog *dialog,
		 const struct action *action, const struct thing *subject,
		 struct error *err)
{
	return push(screen, dialog, action, subject, NULL, err);
}

bool dialog_push_file(struct screen *screen, const struct action *action,
		      const struct thing *subject, struct error *err)
{
	const struct dialog *const *all;
	struct arena arena = { 0 };
	const char *name = action_name(action, &arena);
	const struct dialog *found = NULL;
	size_t n, i, k;

	all = dialogs(&n);
	for (i = 0; i < n && !found; i++)
		for (k = 0; all[i]->file && all[i]->actions[k]; k++)
			if (strcmp(all[i]->actions[k], name) == 0)
				found = all[i];
	arena_release(&arena);
	return found ? push(screen, found, action, subject, NULL, err) :
		error_set(err, ERROR_INVALID, NULL, "it takes no file");
}

bool dialog_push_marked(struct screen *screen, const struct dialog *dialog,
			const struct action *action, struct marked *marked,
			struct error *err)
{
	return push(screen, dialog, action, &marked->v[0], marked, err);
}

void dialog_save_waiting(struct pages *pages)
{
	struct page *top = pages->n ? pages->stack[pages->n - 1] : NULL;
	struct dialog_page *page = (struct dialog_page *)top;
	enum dialog_waits waits;

	if (!top || top->ops != &ops || !page->waiting)
		return;
	waits = page->waiting;
	page->waiting = WAITS_NOT;	/* saving may make it wait again */
	if (waits == WAITS_IN_VAIN)
		pages_toast(pages, "Not saved: the secret that was typed was wiped meanwhile. "
			    "Type it again, then F8.");
	else
		dialog_save(page);
}

void dialog_focus(struct pages *pages, const char *field, const char *row)
{
	struct page *top = pages->n ? pages->stack[pages->n - 1] : NULL;
	struct form *form;

	if (!top || top->ops != &ops || !field)
		return;
	form = &((struct dialog_page *)top)->form;
	if (!*row || !form_focus_row(form, field, row))
		(void)form_focus(form, field);
}
