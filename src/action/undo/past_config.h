/* past_config.h: the fields of an asset, a Git provider, an API token or what a project
 * has of its own, as an event knows them before and after, in words. */
#ifndef ACTION_UNDO_PAST_CONFIG_H
#define ACTION_UNDO_PAST_CONFIG_H

#include "access/seen.h"
#include "model/edit_past.h"

/* Those that differ, as they were before, or after: "User role ANALYST and no Port"; of a
 * project's own things what they are called, as the values are content.  No secret one
 * stands there.  "its fields as they were" where none is known to differ.  In the arena. */
const char *past_config(struct arena *arena, const struct seen *seen,
			const struct past_edit *one, bool before);
/* Does this field differ, and is it there? */
bool past_config_sets(const struct past_edit *one, const char *field, bool before,
		      bool *there);
/* What the edit is about, of a project's own things; NULL: it is not there, or not for
 * these eyes. */
const struct fact_own *past_own(const struct seen *seen, const struct past_edit *one);

#endif
