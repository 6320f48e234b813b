/* dialog_save.c: the end of a dialog: saved, given up, or disputed. */
#include "screen/dialog/dialog_priv.h"

#include <stdio.h>
#include <string.h>

#include "action/check/check_subject.h"
#include "action/core/witness.h"
#include "action/run/run.h"
#include "action/vault/typed_keep.h"
#include "screen/dialog/drafts.h"
#include "screen/frame/keymap.h"
#include "screen/frame/request.h"
#include "screen/frame/text_page.h"
#include "screen/frame/verb.h"
#include "screen/preview/change_news.h"

/* To the first field that is wrong; where none is, what is wrong is said. */
static void go_to_error(struct dialog_page *page)
{
	size_t i;

	for (i = 0; i < page->form.n; i++)
		if (page->form.v[i].error[0] && !page->form.v[i].hidden) {
			(void)form_focus(&page->form, page->form.v[i].name);
			page->at = ON_FORM;
			return;
		}
	pages_toast(page->screen->pages, "Not saved: %s", page->error.text);
}

static void refused(struct dialog_page *page, const struct error *err)
{
	struct screen *screen = page->screen;

	page->error = *err;
	page->good = false;
	if (strcmp(err->code, "STALE") == 0) {
		/* Others were faster: load, merge and show what it does now. */
		(void)screen_reload(screen, true);
		if (page->revision != seen_workspace(app_seen(screen->app)).revision)
			screen_aged(screen);	/* the run had loaded them */
		pages_toast(screen->pages, "Not saved: the workspace was changed "
			    "meanwhile. Look again, then F8.");
		return;
	}
	pages_toast(screen->pages, "Not saved: %s", err->text);
	if (form_field(&page->form, err->field))
		form_error(&page->form, err->field, err->text);
	go_to_error(page);
}

/* The cursor goes to what was made. */
static struct thing thing_made(struct screen *screen,
			       const struct result *result)
{
	uint32_t n;

	if (result->project != NOBODY)
		return thing_of(screen->app, THING_PROJECT, result->project);
	if (result->group != NOBODY)
		return thing_of(screen->app, THING_GROUP, result->group);
	if (result->asset != NOBODY)
		return thing_of(screen->app, THING_ASSET, result->asset);
	if (result->user != NOBODY)
		return thing_of(screen->app, THING_USER, result->user);
	n = result->targets ? check_present(screen->app, OF_PROVIDER, result->targets).n :
		NOBODY;
	if (n != NOBODY)
		return thing_of(screen->app, THING_PROVIDER, n);
	return (struct thing){ .kind = THING_NONE };
}

/* What was typed into masked fields: the commands name it by its source. */
static void keep_secrets(struct dialog_page *page)
{
	const struct field *field;
	char source[DIALOG_LINE];
	size_t i;

	for (i = 0; i < page->form.n; i++) {
		field = &page->form.v[i];
		if (!field->input.secret || !field->input.n || field->hidden)
			continue;
		snprintf(source, sizeof(source), "form %s", field->name);
		(void)vault_typed_keep(page->screen->app, source, field->input.text,
				       field->input.n);
	}
}

/* A demo's vault is made when it is opened first. */
static bool wants_vault(const struct dialog_page *page, const struct error *err)
{
	return (err->kind == ERROR_LOCKED && strcmp(err->code, "VAULT_LOCKED") == 0) ||
		(page->screen->app->demo && strcmp(err->code, "NO_VAULT") == 0);
}

/* The form stays below, with what was typed; it is saved when the vault is open. */
static void unlock_first(struct dialog_page *page)
{
	static const char *const words[] = { "vault", "unlock" };

	page->waiting = WAITS_TO_SAVE;
	pages_toast(page->screen->pages, "Saved when the vault is open: a value goes into it.");
	request_go(page->screen, words, 2);
	page->screen->go.request->to_save = true;
}

/* ... of something that a check would try. */
static bool sets_fields(const struct action *action)
{
	return action->does == KIND_CREATE || action->does == KIND_EDIT ||
		(action->noun && strcmp(action->noun, "provider") == 0);
}

static void run(struct dialog_page *page)
{
	struct screen *screen = page->screen;
	struct options opts = { .yes = true, .plan = page->preview.plan };
	const char *summary = page->action->summary;
	struct result result;
	struct error err;
	struct thing made, edited;
	bool many, checked;

	error_clear(&err);
	keep_secrets(page);
	if (!batch_run(screen->app, &page->batch, &opts, &result, &err)) {
		if (wants_vault(page, &err))
			unlock_first(page);
		else
			refused(page, &err);
		result_release(&result);
		return;
	}
	page->saved = true;
	drafts_forget(page);
	many = page->marked != NULL;
	made = thing_made(screen, &result);
	edited = page->subject;
	checked = sets_fields(page->action);
	pages_pop(screen->pages);	/* frees the page */
	change_news_saved(screen, &result, summary);
	if (many)
		screen->go = (struct go){ .kind = GO_UNMARK };
	else if (made.kind != THING_NONE)
		screen->go = (struct go){ .kind = GO_MADE, .thing = made, .saved = checked };
	else if (checked && edited.kind != THING_NONE)
		screen->go = (struct go){ .kind = GO_MADE, .thing = edited, .saved = true };
	result_release(&result);
}

void dialog_save(struct dialog_page *page)
{
	struct pages *pages = page->screen->pages;

	page->tried = true;
	page->looked = false;
	pages->dirty = true;
	if (!page->readonly && !form_pick_typed(&page->form)) {
		dialog_look(page);
		(void)form_pick_typed(&page->form);	/* say it, after the look */
		page->at = ON_FORM;
		return;
	}
	dialog_look(page);
	if (page->readonly) {
		pages_toast(pages, "%s", page->readonly);
	} else if (form_conflicts(&page->form)) {
		page->asking = true;
	} else if (!page->good) {
		witness_refused(page->screen->app, &page->batch, &page->error);
		go_to_error(page);
	} else if (page->batch.n == 0) {	/* it never just closes */
		page->at = ON_FORM;
		(void)form_enter(&page->form, 1);
		pages_toast(pages, "Nothing is changed yet. Esc leaves.");
	} else if (page->unseen) {
		pages_toast(pages, "This is what it would do: F8 again does it.");
	} else if (page->preview.question && !page->sure) {
		page->sure = true;	/* until something is changed */
		pages_toast(pages, "F8 again saves it: %s", page->preview.question);
	} else {
		run(page);
	}
}

void dialog_close(struct dialog_page *page)
{
	struct screen *screen = page->screen;
	struct pages *pages = screen->pages;
	bool keep = !page->saved && !page->readonly && !page->dialog->file &&
		form_changed(&page->form);
	char title[DIALOG_LINE];
	const char *name = verb_key_name(page->action);	/* e where rows have no e */

	if (!keep)
		drafts_forget(page);
	else if (!page->unkept && !drafts_keep(page)) {
		/* What was typed is here and nowhere else. */
		page->unkept = true;
		pages_toast(pages, "The draft is not kept: it cannot be written. "
			    "Esc again leaves without it.");
		return;
	}
	snprintf(title, sizeof(title), "%s", page->title);
	page->kept = keep;
	keep = keep && !page->unkept;
	pages_pop(pages);		/* frees the page */
	pages->toast[0] = '\0';
	if (keep)
		pages_toast(pages, "Draft kept%s: %s. %s resumes it, %s lists.",
			    drafts_lost(screen) ? " until you leave" : "", title,
			    *name ? name : key_said(CMD_DRAFT), key_said(CMD_DRAFTS));
}

/* ---- both sides changed the same ------------------------------------------------ */

static void text_of(const struct field *field, const char *value,
		    struct buf *out)
{
	buf_adds(out, field->input.secret ? "********" : value);
}

static const char *label_of(const struct field *field, int choice)
{
	return choice < 0 || choice >= field->n_choices ? "-" :
		field->choices[choice];
}

static void row_versions(const struct field *field, const struct form_row *row,
			 struct buf *out)
{
	buf_printf(out, "%s: %s\n", field->label, row->text);
	if (field->marks)
		buf_printf(out, "    yours   %s\n    stored  %s\n",
			   row->removed ? "taken away" : row->marked ? "yes" :
			   "no", row->theirs_removed ? "gone" :
			   row->theirs_marked ? "yes" : "no");
	else
		buf_printf(out, "    yours   %s\n    stored  %s\n",
			   row->removed ? "taken away" :
			   label_of(field, row->choice), row->theirs_removed ?
			   "gone" : label_of(field, row->theirs_choice));
}

static void field_versions(const struct field *field, struct buf *out)
{
	size_t i;

	for (i = 0; i < field->n_rows; i++)
		if (field->rows[i].conflict)
			row_versions(field, &field->rows[i], out);
	if (!field->conflict)
		return;
	buf_printf(out, "%s\n    yours   ", field->label);
	if (field->type == FIELD_TEXT) {
		text_of(field, field->input.text, out);
		buf_adds(out, "\n    stored  ");
		text_of(field, field->theirs ? field->theirs : "", out);
	} else if (field->type == FIELD_CHECK) {
		buf_printf(out, "%s\n    stored  %s", field->on ? "on" : "off",
			   field->base_on ? "on" : "off");
	} else {
		buf_printf(out, "%s\n    stored  %s",
			   label_of(field, field->choice),
			   label_of(field, field->base_choice));
	}
	buf_addc(out, '\n');
}

static void show_versions(struct dialog_page *page)
{
	struct buf text;
	size_t i;

	buf_init(&text, 256 * 1024);
	for (i = 0; i < page->form.n; i++)
		field_versions(&page->form.v[i], &text);
	text_page_go(page->screen, "Your version and what is stored now",
		      buf_text(&text));
	buf_release(&text);
}

bool dialog_answer(struct dialog_page *page, const struct key *key)
{
	bool mine = key_does(key, CMD_KEEP_MINE);

	if (mine || key_does(key, CMD_TAKE_STORED)) {
		form_resolve(&page->form, mine);
		page->stale[0] = '\0';
		page->asking = false;
		page->looked = false;
		return true;
	}
	if (!key_does(key, CMD_SHOW_BOTH))
		return false;
	show_versions(page);
	return true;
}
