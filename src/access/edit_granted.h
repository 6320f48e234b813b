/* edit_granted.h: of one project, those who were granted Can Edit or more: as many steps
 * as there are such people, where the verdicts of all people are a step for each.
 * Counts of a list come from here, so that the list stays quick. */
#ifndef ACCESS_EDIT_GRANTED_H
#define ACCESS_EDIT_GRANTED_H

#include "access/access.h"

struct editor {
	uint32_t user;
	bool held;		/* at Can View: effective below granted */
	bool lacks;		/* an imported asset; no Admin does */
};

struct editors {
	struct editor *v;	/* each person once */
	size_t n, cap;
	size_t looked;		/* steps it took, for those who share out time */
	uint32_t *met;		/* by user: the run that met it last */
	uint32_t n_met, run;
};

/* Who sees a secret's value, as far as it was counted (rights.h): so many people through
 * the projects before the next one.  All but the asset is zero at first. */
struct value_seers { uint32_t asset, next, n; };

/* All zero at first; used again for the next project. */
void editors_of(struct editors *editors, const struct facts *facts,
		uint32_t project);
/* Does anybody hold editing, of those whom `counts` says yes to?  As many steps as it takes
 * to find one. */
bool editors_any(const struct facts *facts, uint32_t project,
		 bool (*counts)(void *ctx, uint32_t user), void *ctx);
/* Granted Can Edit or more, would this person hold it, the project's state aside? */
bool edit_would_hold(const struct facts *facts, uint32_t project, uint32_t user);
void editors_release(struct editors *editors);

/* Who has access to the asset, of all: what access_asset() says of each. */
void access_of_asset(const struct facts *facts, uint32_t asset, bool *has);

#endif
