/* dialog.c: the page of a dialog: what is stored, what is typed, what comes of it. */
#include "screen/dialog/dialog_priv.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "access/preview.h"
#include "action/judge/verdict.h"
#include "action/run/run.h"
#include "base/mem.h"
#include "base/text.h"
#include "screen/frame/advice.h"

enum { LOOK_STEPS = 600000 };	/* of a preview for one key: some milliseconds */

void dialog_title(struct dialog_page *page, const char *fmt, ...)
{
	va_list list;

	va_start(list, fmt);
	vsnprintf(page->title, sizeof(page->title), fmt, list);
	va_end(list);
}

const struct seen *dialog_seen(const struct dialog_page *page)
{
	return app_seen(page->screen->app);
}

bool dialog_subject(struct dialog_page *page, uint32_t *number,
		    struct error *err)
{
	const struct seen *seen = dialog_seen(page);

	*number = thing_number(page->screen->app, &page->subject);
	if (*number != NOBODY && page->subject.kind == THING_PROJECT &&
	    sees_project(seen, *number) != SIGHT_ALL) {
		error_set(err, ERROR_DENIED, "LEVEL_NEEDED", "what is in %s is shown "
			  "from Can View up", seen_project_label(seen, *number));
		error_needs(err, "can_view");
		return error_remedy(err, "ask whoever may share it");
	}
	if (*number != NOBODY && page->subject.kind == THING_ASSET &&
	    sees_asset(seen, *number) != SIGHT_ALL) {
		error_set(err, ERROR_DENIED, "ROLE_NEEDED", "the settings of %s and "
			  "with whom it is shared are shown to Admins",
			  seen_asset_label(seen, *number));
		error_needs(err, "admin");
		return error_remedy(err, "ask an Admin");
	}
	if (*number != NOBODY)
		return true;
	error_set(err, ERROR_NOT_FOUND, NULL, "it is no longer there: somebody "
		  "deleted it meanwhile");
	return error_remedy(err, "history shows who");
}

void dialog_note(struct dialog_page *page, struct form_row *row, unsigned style,
		 const char *fmt, ...)
{
	char text[400];
	va_list list;

	va_start(list, fmt);
	vsnprintf(text, sizeof(text), fmt, list);
	va_end(list);
	row->note = arena_strdup(&page->notes, text);
	row->note_style = style;
}

void dialog_more(struct dialog_page *page, struct form_row *row, const char *fmt, ...)
{
	char text[400];
	va_list list;

	va_start(list, fmt);
	vsnprintf(text, sizeof(text), fmt, list);
	va_end(list);
	row->more = arena_strdup(&page->notes, text);
}

void dialog_give(struct batch *batch, struct arg *arg, const char *value)
{
	const char **more = arena_array(&batch->arena, arg->n + 1, sizeof(*more));

	if (arg->n)
		memcpy(more, arg->v, arg->n * sizeof(*more));
	more[arg->n++] = value;
	arg->v = more;
}

void dialog_touched(struct dialog_page *page)
{
	page->looked = page->sure = false;
	page->screen->pages->dirty = true;
}

void dialog_over(struct dialog_page *page, const char *noun, const char *verb,
		 const struct thing *thing)
{
	page->screen->go = (struct go){ .kind = GO_VERB_ON, .thing = *thing,
					.action = action_find(noun, verb) };
}

/* ---- looking ------------------------------------------------------------------ */

static void clear_notes(struct dialog_page *page)
{
	size_t i, r;

	for (i = 0; i < page->form.n; i++)
		for (r = 0; r < page->form.v[i].n_rows; r++)
			page->form.v[i].rows[r].note =
				page->form.v[i].rows[r].more = "";
	arena_release(&page->notes);
}

/* An error belongs under its field, if that is to be shown already: one is not
 * scolded for what one has not come to yet.  What is refused as a whole is said at
 * once. */
static void place_error(struct dialog_page *page)
{
	struct consequence *out = &page->consequence;
	struct field *field = form_field(&page->form, page->error.field);
	struct arena arena;
	struct buf way;

	if (!page->tried && !form_changed(&page->form) &&
	    (field || !page->batch.n)) {
		consequence_say(out, "Nothing is saved yet", "");
		return;
	}
	if (!field || field->hidden) {
		arena = (struct arena){ 0 };
		consequence_refuse(out, page->blocked ?
				   verdict_line("", page->blocked, NULL, NULL,
						&arena) :
				   "It cannot be saved like this", &page->error);
		arena_release(&arena);
		return;
	}
	if (!page->tried && !field_changed(field)) {
		consequence_say(out, "Nothing is saved yet", form_changed(
				&page->form) ? page->error.text : "");
		return;
	}
	form_error(&page->form, page->error.field, page->error.text);
	buf_init(&way, 4096);
	advice_words(page->error.remedy, &way);
	consequence_say(out, "Not yet", buf_text(&way));
	buf_release(&way);
}

static void tell(struct dialog_page *page)
{
	struct consequence *out = &page->consequence;
	char doing[64];

	if (page->readonly) {
		consequence_say(out, "Read only", page->readonly);
	} else if (!page->good) {
		place_error(page);
	} else if (page->batch.n == 0) {
		consequence_say(out, "Nothing is changed yet", "");
		out->idle = true;
	} else {
		snprintf(doing, sizeof(doing), "If you %s%s",
			 page->save ? "do it" : "save",
			 page->screen->app->what_if ? " (what-if)" : "");
		consequence_fill(out, page->screen, doing, &page->preview);
	}
}

/* Where the patience is over who moves is still to be counted. */
static void look(struct dialog_page *page, struct patience *patience)
{
	struct app *app = page->screen->app;

	page->looked = true;
	batch_release(&page->batch);
	result_release(&page->preview);
	result_init(&page->preview);
	error_clear(&page->error);
	form_clear_errors(&page->form);
	clear_notes(page);
	batch_init(&page->batch);
	page->good = page->readonly ||
		page->dialog->commands(page, &page->form, &page->batch,
				       &page->error);
	if (page->good && page->batch.n) {
		result_release(&page->preview);
		page->good = batch_preview_within(app, &page->batch, patience,
						  &page->preview, &page->error);
	}
	page->counting = page->good && patience && patience->over;
	page->batch.revision = page->revision;
	if (page->dialog->notes)
		page->dialog->notes(page, &page->form);
	if (page->counting) {
		result_release(&page->preview);
		result_init(&page->preview);
		consequence_say(&page->consequence, "counting...", "");
		return;
	}
	tell(page);
	if (page->dialog->tell)
		page->dialog->tell(page);
}

static bool count_on(void *ctx)
{
	struct dialog_page *page = ctx;
	struct patience patience = { .left = SIZE_MAX, .wanted = work_wanted,
				     .ctx = &page->screen->pages->work };

	if (!page->looked || !page->counting)
		return false;		/* the next frame looks */
	look(page, &patience);
	return page->counting;
}

static void counted(void *ctx, bool last)
{
	(void)last;
	((struct dialog_page *)ctx)->screen->pages->dirty = true;
}

void dialog_look(struct dialog_page *page)
{
	if (!page->looked || page->counting)
		look(page, NULL);
}

void dialog_look_some(struct dialog_page *page)
{
	struct patience patience = { .left = LOOK_STEPS };

	if (page->looked)
		return;
	look(page, &patience);
	if (!page->counting)
		return;
	page->job = (struct job){ .step = count_on, .told = counted, .ctx = page,
				  .quiet = true, .next = page->job.next };
	work_start(&page->screen->pages->work, &page->job);
}

/* ---- loading --------------------------------------------------------------------- */

/* What the page shows it owns: the form that the words stand in may be one that is
 * only merged, and the facts go with the next commit. */
void dialog_set_readonly(struct dialog_page *page, const char *why)
{
	size_t n = strlen(why);

	if (n >= sizeof(page->readonly_why))	/* no half character at the end */
		n = text_valid(why, sizeof(page->readonly_why) - 1);
	memcpy(page->readonly_why, why, n);
	page->readonly_why[n] = '\0';
	page->readonly = page->readonly_why;
}

bool dialog_load(struct dialog_page *page, struct form *form, struct error *err)
{
	page->readonly = page->way_key = NULL;
	if (!page->dialog->load(page, form, err))
		return false;
	if (page->readonly)
		dialog_set_readonly(page, page->readonly);
	form_own(form);
	form->readonly = page->readonly != NULL;
	return true;
}
