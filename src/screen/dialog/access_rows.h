/* access_rows.h: the ticks of "Groups with access", in its own dialog and at the
 * bottom of those that make and edit assets (A48). */
#ifndef SCREEN_DIALOG_ACCESS_ROWS_H
#define SCREEN_DIALOG_ACCESS_ROWS_H

#include "action/core/batch.h"
#include "ui/form.h"

struct dialog_page;

struct access_rows {
	char sum[200];		/* the line below the groups */
	bool *before, *after;	/* by user: may use it, now and if saved */
	uint32_t n;
	uint32_t *people;	/* of the n_rows rows of the groups, */
	size_t n_rows;
	uint64_t changes;	/* in these facts */
};

/* The field "groups" and the line "sum"; asset: NOBODY for a new one, which starts
 * with Workspace (A45). */
void access_rows_add(struct form *form, const struct seen *seen,
		     uint32_t asset);
/* How many people each holds, and who would gain or lose the use. */
void access_rows_notes(struct dialog_page *page, struct access_rows *self,
		       struct form *form, uint32_t asset);
/* The ids of those that are ticked, or not; changed: that became so. */
void access_rows_collect(struct batch *batch, const struct field *field,
			 bool changed, bool on, struct arg *out);
/* The command that shares the asset as the form says; none where nothing differs. */
void access_rows_command(struct batch *batch, const struct form *form,
			 const struct action *access, const char *asset);
/* D15: why the plan locks assets of this kind, and `more`; NULL: it does not. */
const char *access_plan_lock(struct form *form, const struct seen *seen, size_t kind,
			     const char *more);
/* The argument called so of a command; it is there. */
struct arg *access_arg(struct batch_command *command, const char *name);
void access_rows_release(struct access_rows *self);

#endif
