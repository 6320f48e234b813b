/* roles.h: roles to choose from, and what each of them means. */
#ifndef SCREEN_DIALOG_ROLES_H
#define SCREEN_DIALOG_ROLES_H

#include "access/seen.h"
#include "ui/form.h"

/* From the least to the most.  Manager and Explorer are offered where the workspace
 * has such a person (D10). */
struct roles {
	const char *labels[ROLES], *means[ROLES];
	const char *shut[ROLES];	/* why it cannot be had on this plan, or NULL */
	enum role role[ROLES];
	int n;
};

void roles_offer(struct roles *roles, const struct seen *seen);
/* Its place, offered from now on where it was not. */
int roles_place(struct roles *roles, enum role role);
/* "at most Can View, whatever is granted" */
const char *role_meaning(enum role role);
/* For F1: all of them. */
extern const char roles_help[];

/* "and Git packages, API tokens, Explorers": what it has beyond the one below. */
const char *plan_meaning(enum plan plan);
/* "edits, runs, publishes, ...": what a level lets one do. */
const char *level_meaning(enum level level);

#endif
