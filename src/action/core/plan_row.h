/* plan_row.h: what a plan tells row by row, beside its edits. */
#ifndef ACTION_CORE_PLAN_ROW_H
#define ACTION_CORE_PLAN_ROW_H

#include <stdbool.h>
#include <stddef.h>

/* What a file of the outside would do, row by row (INTERFACES 4.1); or what somebody
 * leaves behind (leaving.h). */
struct plan_row {
	const char *what;		/* "user", "member", "project" */
	const char *change;		/* "transfer"; NULL: "add" */
	const char *id, *name;
	const char *field;		/* of a member: whose id; or NULL */
	const char *before;		/* or NULL */
	const char *after;		/* "viewer", "member"; of who is skipped: why */
	const char *told;		/* for people: what comes of it */
	long line;			/* of the file; 0: of none */
	bool skipped;
	bool beside;			/* a run tells it by itself: it is for reports */
};

/* n of the rows from `first` on, to be written to a new file before the deed is done. */
struct plan_report { const char *path, *title, *id, *email, *name, *beside; size_t first, n; };

#endif
