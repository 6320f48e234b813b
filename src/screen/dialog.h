/* dialog.h: a form over one or several actions, with the consequence below it
 * before it is saved.  One file in dialogs/ each; the registry is made from
 * local.mk.  An action without a dialog of its own gets a form made from its
 * parameters (dialog_generic.c). */
#ifndef SCREEN_DIALOG_H
#define SCREEN_DIALOG_H

#include "action/batch.h"
#include "screen/request.h"
#include "screen/screen.h"
#include "screen/thing.h"
#include "ui/form.h"

enum { DIALOG_ACTIONS = 8, DIALOG_LINE = 200 };

struct dialog_page;

struct dialog {
	/* "project share": starting one of these opens it.  Ends with NULL. */
	const char *actions[DIALOG_ACTIONS];
	/* Fill an empty form with what is stored now, about page->subject.  Called when
	 * it opens, and whenever the facts moved (into a form of its own, then merged).
	 * Sets title and, where the subject may only look, readonly.  False: it cannot
	 * be opened, *err says why. */
	bool (*load)(struct dialog_page *page, struct form *form,
		     struct error *err);
	/* The commands that lead from what is stored to what the form says; none where
	 * nothing differs.  False: err->field names the field (or "" none). */
	bool (*commands)(struct dialog_page *page, struct form *form,
			 struct batch *out, struct error *err);
	/* After each preview: notes beside rows, hidden fields.  err: why it cannot be
	 * saved as it stands, or NULL; preview is empty then.  May be NULL. */
	void (*notes)(struct dialog_page *page, struct form *form,
		      const struct result *preview, const struct error *err);
	/* A key that the form did not use; true if used.  May be NULL. */
	bool (*key)(struct dialog_page *page, const struct key *key);
	/* Of page->ctx.  May be NULL. */
	void (*release)(struct dialog_page *page);
	const char *hints;	/* "Del remove   g groups": after the common ones */
	const char *save;	/* word on the button; NULL: "Save" */
};

struct dialog_page {
	struct page page;		/* first */
	struct screen *screen;
	const struct dialog *dialog;
	const struct action *action;	/* that was started */
	struct thing subject;
	struct request request;		/* words it was started with, if any */
	struct form form;
	char title[DIALOG_LINE];	/* "Share: Revenue model" */
	const char *readonly;		/* one line why; NULL: can be changed */
	void *ctx;			/* the dialog's own */
	/* Of the last preview. */
	struct batch batch;
	struct result preview;
	struct error error;
	bool looked, good;		/* preview is of this form; it can be saved */
	int64_t revision;		/* of the facts loaded */
	char stale[DIALOG_LINE];	/* who changed it meanwhile; "" */
	bool helping;			/* F1: the help of the field is shown */
};

const struct dialog *const *dialogs(size_t *n);

/* Start an action: its dialog, or the generic form where something is missing, or (a
 * read, or a write that is complete) straight on as request_open.  focus: fills in
 * what fits.  request: words already there, or NULL; taken over.  False: *err. */
bool dialog_start(struct screen *screen, const struct action *action,
		  const struct thing *focus, struct request *request,
		  struct error *err) MUST_CHECK;

/* For dialogs. */
void dialog_title(struct dialog_page *page, const char *fmt, ...)
	PRINTF_LIKE(2, 3);
struct facts *dialog_facts(struct dialog_page *page);
/* The form was changed from outside: look again. */
void dialog_touched(struct dialog_page *page);
/* Save now (as F8). */
void dialog_save(struct dialog_page *page);

/* ---- consequence.c: a preview in a few lines, and all of it --------------------- */

/* "If you save: 5 people rise, 2 stay, 0 fall" and, as far as `rows` go, one line a
 * person and project, those who fall first.  Returns rows used. */
int consequence_draw(struct screen *screen, const struct result *preview,
		     struct canvas *canvas, int row, int col, int rows,
		     int cols);
int consequence_rows(const struct result *preview);	/* wished for */
/* The whole list as a page. */
void consequence_push(struct screen *screen, const char *title,
		      const struct result *preview);

/* ---- drafts.c: what was typed and not saved ------------------------------------- */

/* Keep it for this action and subject (memory, and the state folder, 0600). */
void drafts_keep(struct dialog_page *page);
void drafts_forget(struct dialog_page *page);
/* Put a draft into the form just loaded; true if there was one. */
bool drafts_take(struct dialog_page *page);
size_t drafts_count(struct screen *screen);
/* Open the newest one (e), or list them (:drafts). */
bool drafts_resume(struct screen *screen);

#endif
