/* picker.h: of dialogs: a search field and, below it, rows of what was chosen: the
 * groups of a person, the people of a group. */
#ifndef SCREEN_DIALOG_PICKER_H
#define SCREEN_DIALOG_PICKER_H

#include "screen/dialog/dialog.h"
#include "screen/frame/finder.h"

struct picker {
	struct dialog_page *page;
	struct finder finder;
	const char *search, *rows;	/* names of the two fields */
	const char *listed;	/* why one cannot be had twice: "is a member" */
	/* Why else one cannot be had, or NULL; may itself be NULL. */
	const char *(*greyed)(struct picker *picker, const struct thing *thing);
	bool one;		/* choosing another takes the place of the first */
};

void picker_init(struct picker *picker, struct dialog_page *page, unsigned what,
		 const char *rows, const char *listed);
void picker_release(struct picker *picker);
/* Add the two fields: the search, named for errors, and the rows.  The search is
 * returned: set its help at once. */
struct field *picker_fields(struct picker *picker, struct form *form,
			    const char *name, const char *label);
/* The search of a field whose ctx is the picker. */
void picker_find(void *ctx, const char *text, struct form_found *out);
/* A row of a thing that is stored (not added) or not yet (added). */
struct form_row *picker_row(struct picker *picker, struct form *form,
			    const struct thing *thing, bool added);
/* The row is wanted: of all that are marked, where rows have marks. */
void picker_take(const struct field *rows, struct form_row *row);
/* After each look: what stands beside rows that came from a draft; no line where
 * there are none. */
void picker_details(const struct picker *picker, struct form *form);
/* The last row into sight: it was added. */
void picker_show_last(const struct picker *picker);
/* Ids of the rows that were added, or of those taken away; count in *n. */
const char **picker_ids(const struct picker *picker, const struct form *form,
			bool added, struct arena *arena, size_t *n);
/* NOUN VERB with a value of its first parameter and several of its second; none
 * where n is 0. */
void picker_command(struct batch *batch, const char *noun, const char *verb,
		    const char *first, const char **more, size_t n);

#endif
