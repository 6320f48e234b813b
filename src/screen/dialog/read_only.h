/* read_only.h: what a dialog about a project says to who may only look at it. */
#ifndef SCREEN_DIALOG_READ_ONLY_H
#define SCREEN_DIALOG_READ_ONLY_H

#include "screen/dialog/dialog.h"

/* The subject's own answer on the project (without its lists).  False, with *why:
 * nobody of the workspace sits there; does: "shares it". */
bool read_only_answer(struct dialog_page *page, struct form *form, uint32_t project,
		const char *does, struct answer *me, const char **why);
/* Why one may only look: what one has, and the way out.  needs: "importing needs
 * Can Edit". */
const char *read_only_lacks(struct dialog_page *page, struct form *form,
		      const struct answer *me, const char *needs);

/* The dialog's key: F takes Full Access, where that is offered. */
bool read_only_key(struct dialog_page *page, const struct key *key);

#endif
