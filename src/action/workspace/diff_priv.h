/* diff_priv.h: what the files of facts_diff share. */
#ifndef ACTION_WORKSPACE_DIFF_PRIV_H
#define ACTION_WORKSPACE_DIFF_PRIV_H

#include "action/workspace/facts_diff.h"

/* ---- diff_rows.c ---------------------------------------------------------------- */

struct diff_row *diff_add(struct facts_diff *diff, enum diff_kind kind,
			  enum diff_how how, const char *id, const char *name);
/* A row where the texts differ (NULL: not there); true where they do. */
bool diff_field(struct facts_diff *diff, enum diff_kind kind,
		const struct diff_thing *thing, const char *name,
		const char *field, const char *before, const char *after);

bool diff_same(const char *a, const char *b);	/* NULL is not "" */
const char *diff_text(const char *text);	/* "" is none: NULL */
const char *diff_flag(bool on);
void diff_time(struct facts_diff *diff, enum diff_kind kind,
	       const struct diff_thing *thing, const char *name,
	       const char *field, int64_t before, int64_t after);
/* A thing that only one side has; what it is in a few words, or NULL. */
void diff_one_sided(struct facts_diff *diff, enum diff_kind kind,
		    const struct diff_thing *thing, const char *name,
		    const char *says);
/* Is it on both sides?  Then its fields are compared, and diff_changed counts one
 * change where there are more rows than there were. */
bool diff_both(const struct diff_thing *thing);
void diff_changed(struct facts_diff *diff, enum diff_kind kind, size_t rows);

/* ---- diff_projects.c ------------------------------------------------------------ */

void diff_projects(struct facts_diff *diff);
void diff_own(struct facts_diff *diff);

/* ---- diff_ties.c: members, access, grants, imports ------------------------------ */

void diff_members(struct facts_diff *diff);
void diff_access(struct facts_diff *diff);
void diff_grants(struct facts_diff *diff);
void diff_imports(struct facts_diff *diff);

/* ---- diff_pairs.c --------------------------------------------------------------- */

void diff_pairs(struct facts_diff *diff);

#endif
