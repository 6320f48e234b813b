/* own_right.h: what a dialog about a project says to who may only look at it. */
#ifndef SCREEN_OWN_RIGHT_H
#define SCREEN_OWN_RIGHT_H

#include "screen/dialog.h"

/* The subject's own answer on the project (without its lists).  False, with *why:
 * nobody of the workspace sits there; does: "shares it". */
bool own_answer(struct dialog_page *page, struct form *form, uint32_t project,
		const char *does, struct answer *me, const char **why);
/* Why one may only look: what one has, and the way out.  needs: "importing needs
 * Can Edit". */
const char *own_lacks(struct dialog_page *page, struct form *form,
		      const struct answer *me, const char *needs);

/* Why this person cannot own it, for the chooser: "has no access to Vault". */
struct bar;
const char *own_barred(struct screen *screen, uint32_t user,
		       const struct bar *bar, struct arena *arena);

#endif
