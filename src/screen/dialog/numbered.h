/* numbered.h: a list of which one is chosen, by its number or by Space: the ways that
 * something can be done. */
#ifndef SCREEN_DIALOG_NUMBERED_H
#define SCREEN_DIALOG_NUMBERED_H

#include "screen/dialog/dialog.h"
#include "screen/frame/chrome.h"

enum { NUMBERED_MOST = 9 };

/* Rows are added with numbered_row(), no more than NUMBERED_MOST. */
struct field *numbered_add(struct form *form, const char *name, const char *label);
struct form_row *numbered_row(struct form *form, const char *name, const char *id,
			      const char *text);
/* The cursor to the first that can be chosen. */
void numbered_focus(struct form *form, const char *name);
/* NULL: none is chosen yet. */
const struct form_row *numbered_chosen(const struct form *form, const char *name);
/* For dialog.key: 1 to 9 choose. */
bool numbered_key(struct dialog_page *page, const char *name, const struct key *key);
extern const struct hint numbered_hints[];	/* for dialog.hints */

#endif
