/* dialog.h: a form over one or several actions, with the consequence below it
 * before it is saved.  One file in dialogs/ each; the registry is made from
 * local.mk.  An action without a dialog of its own gets a form made from its
 * parameters (dialog_generic.c). */
#ifndef SCREEN_DIALOG_DIALOG_H
#define SCREEN_DIALOG_DIALOG_H

#include "action/core/batch.h"
#include "screen/frame/screen.h"
#include "screen/preview/consequence.h"
#include "screen/panel/panel.h"
#include "ui/form.h"

enum { DIALOG_ACTIONS = 8, DIALOG_VERBS = 2, DIALOG_LINE = 200 };

struct dialog_page;
struct marked;

struct dialog {
	/* "project share": starting one of these opens it.  Ends with NULL. */
	const char *actions[DIALOG_ACTIONS];
	/* ... or one of these verbs, of any kind of asset. */
	enum kind_verb does[DIALOG_VERBS];
	/* Fill an empty form with what is stored now, about page->subject (kind
	 * THING_NONE: about none).  Called when it opens, and whenever the facts moved
	 * (into a form of its own, which is then merged).  Sets page->title and, where
	 * the subject may only look, page->readonly.  False: *err says why not. */
	bool (*load)(struct dialog_page *page, struct form *form,
		     struct error *err);
	/* The commands that lead from what is stored to what the form says (dialog
	 * authors: batch_pairs); none where nothing differs.  False: err->field names
	 * the field. */
	bool (*commands)(struct dialog_page *page, struct form *form,
			 struct batch *out, struct error *err);
	/* After each preview: notes beside rows (dialog_note; all are cleared before),
	 * hidden fields.  preview: empty where page->good is false.  May be NULL. */
	void (*notes)(struct dialog_page *page, struct form *form);
	/* After each look: say it otherwise in page->consequence, of whose `list` v and
	 * F9 then call list.  Both may be NULL. */
	void (*tell)(struct dialog_page *page);
	void (*list)(struct dialog_page *page);
	void (*pressed)(struct dialog_page *page, const char *button);	/* or NULL */
	/* A key that the form did not use; true if used.  It may close the page,
	 * which is not touched after.  May be NULL. */
	bool (*key)(struct dialog_page *page, const struct key *key);
	/* One of page->consequence's ways, from 1, is taken; or NULL. */
	void (*way)(struct dialog_page *page, size_t way);
	void (*release)(struct dialog_page *page);	/* page->ctx; or NULL */
	const struct hint *hints;	/* of its keys, ends with key NULL; or NULL */
	const char *save;	/* word on the button; NULL: "Save" */
	bool alone;		/* opens about nothing, too */
	bool settings;		/* ... and about a row that is no thing */
	bool many;		/* is about the marked rows (marked.h), never about one */
	bool file;		/* reads a file for them: a button of theirs opens it; no drafts */
};

struct dialog_page {
	struct page page;		/* first */
	struct screen *screen;
	const struct dialog *dialog;
	const struct action *action;	/* that was started */
	struct thing subject;	/* of marked rows: the first */
	struct marked *marked;	/* about these; NULL: about the subject */
	struct form form;
	char title[DIALOG_LINE];
	/* One line why; NULL: can be changed.  It is copied: load() may point into the form. */
	const char *readonly;
	char readonly_why[2 * DIALOG_LINE];
	const char *way_key, *way_word;	/* ... the key that leads out of it, or NULL */
	const char *save;		/* as dialog->save; load may say another */
	bool deed;		/* takes from people: y does it, and Back has the keys */
	void *ctx;			/* the dialog's own */
	/* Of the last look. */
	struct batch batch;
	struct result preview;
	struct error error;
	struct arena notes;
	bool looked, counting;		/* it is of this form, these facts, but for who
					 * moves: that is counted by the job */
	struct job job;
	size_t blocked;			/* grants that the rules stop (D4) */
	bool good;			/* it can be saved */
	struct consequence consequence;
	struct panel *evidence;		/* the subject, while nothing is changed; or NULL */
	int64_t revision;		/* of the facts loaded */
	/* ---- the page's own (dialog_priv.h) */
	char *dropped;			/* what F5 took away; F5 brings it back */
	char stale[DIALOG_LINE];	/* who changed it meanwhile; "" */
	bool tried;			/* to save: every error is shown */
	bool sure;			/* the question was put (result.question) */
	bool unseen;			/* another plan than was drawn: it is shown first */
	bool asking;			/* whose version: r, o or d */
	bool helping;			/* F1: the help of the field is shown */
	/* For the vault, to be saved; in vain: what was typed was wiped since. */
	enum dialog_waits { WAITS_NOT, WAITS_TO_SAVE, WAITS_IN_VAIN } waiting;
	bool saved, drafted, walked;	/* out of the form, with the keys */
	bool kept, unkept;		/* its draft is there; it could not be kept (said) */
	enum { ON_FORM, ON_SAVE, ON_CANCEL, ON_CONSEQUENCE } at;
	struct { int row, save, save_cols, cancel, cancel_cols; } buttons;
};

const struct dialog *const *dialogs(size_t *n);

/* ---- for dialogs -------------------------------------------------------------- */

void dialog_title(struct dialog_page *page, const char *fmt, ...) PRINTF_LIKE(2, 3);
/* What the subject may see; valid until the facts move. */
const struct seen *dialog_seen(const struct dialog_page *page);
/* Number of the subject; false, with *err: it is gone, or only its name is seen. */
bool dialog_subject(struct dialog_page *page, uint32_t *number, struct error *err) MUST_CHECK;
/* What stands at the right end of a row until the next look. */
void dialog_note(struct dialog_page *page, struct form_row *row, unsigned style,
		 const char *fmt, ...) PRINTF_LIKE(4, 5);
/* What stands below the rows while the cursor is on this one, until the next look. */
void dialog_more(struct dialog_page *page, struct form_row *row, const char *fmt, ...)
	PRINTF_LIKE(3, 4);
/* One more value of an argument, for as long as the batch lives. */
void dialog_give(struct batch *batch, struct arg *arg, const char *value);
/* The form was changed from outside: look again. */
void dialog_touched(struct dialog_page *page);
/* The answer: another dialog on top, whose save makes this one load anew. */
void dialog_over(struct dialog_page *page, const char *noun, const char *verb,
		 const struct thing *thing);

/* Look what it would do, where that is not known yet (some: as much as a key may take,
 * the rest while nobody types); close, keeping a draft. */
void dialog_look(struct dialog_page *page);
void dialog_look_some(struct dialog_page *page);
void dialog_close(struct dialog_page *page);

/* ---- for who opens one --------------------------------------------------------- */

/* dialog_page.c: push a page of this dialog. */
bool dialog_push(struct screen *screen, const struct dialog *dialog,
		 const struct action *action, const struct thing *subject,
		 struct error *err) MUST_CHECK;
/* ... about the marked things: marked is taken. */
bool dialog_push_marked(struct screen *screen, const struct dialog *dialog,
			const struct action *action, struct marked *marked,
			struct error *err) MUST_CHECK;
bool dialog_push_file(struct screen *screen, const struct action *action,
		      const struct thing *subject, struct error *err) MUST_CHECK;
/* dialog_generic.c */
extern const struct dialog dialog_generic;
/* Is there anything to ask besides the subject?  That makes sense for several at once? */
bool dialog_generic_asks(const struct action *action, const struct thing *subject);
bool dialog_generic_asks_many(const struct action *action, const struct thing *subject);

#endif
