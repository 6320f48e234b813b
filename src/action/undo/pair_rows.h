/* pair_rows.h: the past of a person on a project as rows: what they had, from now back, a
 * row for each event that changed it, and one for the first of which anything is known. */
#ifndef ACTION_UNDO_PAIR_ROWS_H
#define ACTION_UNDO_PAIR_ROWS_H

#include "action/core/app.h"
#include "action/core/result.h"

/* For whoever reads all; else DENIED.  INVALID on what-if, which has no past. */
bool pair_rows(struct app *app, uint32_t user, uint32_t project, struct result *out,
	       struct error *err) MUST_CHECK;

#endif
