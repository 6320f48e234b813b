/* past_words.h: the changes of an event in words. */
#ifndef ACTION_UNDO_PAST_WORDS_H
#define ACTION_UNDO_PAST_WORDS_H

#include "access/seen.h"
#include "model/edit_past.h"

/* "the role of Bob Stein", "the level of Finance on Revenue model". */
const char *past_field(struct arena *arena, const struct seen *seen,
		       const struct past_edit *one);
/* What was there before, or after: "Viewer", "Can Edit", "none". */
const char *past_image(struct arena *arena, const struct seen *seen,
		       const struct past_edit *one, bool before);
/* What is there now; the facts are as before on return. */
const char *past_now(struct arena *arena, const struct seen *seen,
		     struct facts *facts, const struct past_edit *one);
/* One line: "role of Bob Stein: Viewer -> Editor". */
const char *past_line(struct arena *arena, const struct seen *seen,
		      const struct past_edit *one);
/* What it made of the workspace, as a sentence without its point: "Bob Stein is Viewer",
 * "the group Night shift was added". */
const char *past_did(struct arena *arena, const struct seen *seen,
		     const struct past_edit *one);
/* "value of API_KEY: value changed", "...: same value", "...: first value". */
const char *past_value_line(struct arena *arena, const struct seen *seen,
			    const struct past_value *one);
/* What an undo (back) or redo of these edits makes of the workspace, in both tenses:
 * "Bob Stein is Viewer again", "Finance is no longer granted Can Edit on Revenue
 * model, and 2 changes more".  Asked when it is done. */
const char *past_again(struct arena *arena, const struct seen *seen,
		       const struct past *past, bool back);

#endif
