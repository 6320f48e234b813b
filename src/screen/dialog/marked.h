/* marked.h: a dialog about the marked rows: a row for each with what comes of it, what
 * is blocked by name, and the way round it; its fields are the dialog's own. */
#ifndef SCREEN_DIALOG_MARKED_H
#define SCREEN_DIALOG_MARKED_H

#include "action/run/each.h"
#include "screen/dialog/dialog.h"

enum { MARKED_MOST = 1000 };

/* Of a value that not all have: the label of that choice. */
extern const char marked_different[];

struct marked {
	struct thing *v;
	bool *is_hidden;	/* the filter of the list does not show it */
	size_t n;
	struct each each;	/* of the last look; v in the same order */
	char label[160], hidden[400], leave[80];
};

struct marked *marked_new(size_t most);	/* room for them; n is 0 */
void marked_free(struct marked *marked);
/* Of load(): those that are gone leave, the first left is page->subject.  False, with
 * *err: none is left. */
bool marked_ready(struct dialog_page *page, struct error *err) MUST_CHECK;
/* "3 projects" */
const char *marked_count(const struct dialog_page *page, struct arena *arena);
/* At the end of the form: those that the filter hides by name, a row for each, the
 * button that leaves out what is blocked.  detail: what stands beside each; or
 * NULL. */
void marked_rows(struct dialog_page *page, struct form *form,
		 const char *(*detail)(struct dialog_page *page,
				       struct form *form,
				       const struct thing *thing));
/* The row of the i-th; NULL: it has none. */
struct form_row *marked_row(const struct dialog_page *page,
			    const struct form *form, size_t i);
/* Of commands(): `say` gives those of one thing; what each comes to is tried, and
 * those that change something go into the batch. */
void marked_commands(struct dialog_page *page, struct form *form,
		     struct batch *out,
		     bool (*say)(struct dialog_page *page, struct form *form,
				 const struct thing *thing,
				 struct batch *batch, struct error *err));
/* Of notes(): what comes of each; where some are blocked, nothing is saved. */
void marked_notes(struct dialog_page *page, struct form *form);
/* Of tell(). */
void marked_tell(struct dialog_page *page);
/* Of pressed() and key(): leave out the blocked ones. */
void marked_pressed(struct dialog_page *page, const char *button);
bool marked_key(struct dialog_page *page, const struct key *key);

#endif
