/* list_button.h: below a field whose values somebody else has, a button that lists them
 * as they are there now: the repositories of a Git provider, the branches and tags of
 * one.  What is typed by hand holds as well. */
#ifndef SCREEN_DIALOG_LIST_BUTTON_H
#define SCREEN_DIALOG_LIST_BUTTON_H

#include "model/kind.h"
#include "screen/dialog/dialog.h"

/* Behind the field, where its values can be listed. */
void list_button_add(struct form *form, const struct kind_field *field);
/* provider: the id of the one that is chosen in the form, NULL: none.  False: it is another
 * button. */
bool list_button_pressed(struct dialog_page *page, const char *provider,
			 const char *button);

#endif
