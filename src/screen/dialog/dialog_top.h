/* dialog_top.h: what is asked of the dialog on top of the pages, by who does not know it. */
#ifndef SCREEN_DIALOG_DIALOG_TOP_H
#define SCREEN_DIALOG_DIALOG_TOP_H

#include "ui/page.h"

/* The dialog on top: the cursor to a field (NULL: stay), and to a row of it ("": none);
 * as far as there is one.  No dialog on top: nothing. */
void dialog_focus(struct pages *pages, const char *field, const char *row);
/* The dialog on top, whose save waited for the vault, is saved: as by the key, so that what
 * moved meanwhile is shown first; where its secret was wiped meanwhile, only that is said.
 * No such dialog on top: nothing. */
void dialog_save_waiting(struct pages *pages);

#endif
