/* drafts.h: what was typed into dialogs and not saved. */
#ifndef SCREEN_DIALOG_DRAFTS_H
#define SCREEN_DIALOG_DRAFTS_H

#include "screen/frame/screen.h"

struct dialog_page;

/* Keep it for this dialog and subject (in memory, and but for demos in the state
 * folder, 0600).  False: it is not there (a full disk), and must not be said to be
 * kept.  Never holds what was typed into secret fields. */
bool drafts_keep(struct dialog_page *page);
void drafts_forget(struct dialog_page *page);
/* Put a draft into the form just loaded; true if there was one. */
bool drafts_take(struct dialog_page *page);
/* Those that go with this console: of a demo, whose drafts are not written. */
size_t drafts_lost(struct screen *screen);
/* Those of this store that are there the next time it is opened. */
size_t drafts_kept(struct screen *screen);
/* The handler's answer: the newest one (e); or list them (:drafts). */
void drafts_resume(struct screen *screen);
/* At the start: says which one an earlier session left; false: none. */
bool drafts_offer(struct screen *screen);
void drafts_list(struct screen *screen);
void drafts_release(struct screen *screen);

#endif
