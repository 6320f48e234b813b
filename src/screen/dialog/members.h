/* members.h: the people of a group in a dialog: found by name, or pasted as e-mail
 * addresses, of which those that nobody has are shown as such. */
#ifndef SCREEN_DIALOG_MEMBERS_H
#define SCREEN_DIALOG_MEMBERS_H

#include "screen/dialog/picker.h"

void members_init(struct picker *picker, struct dialog_page *page);
/* The search and the rows. */
void members_fields(struct picker *picker, struct form *form);
/* False, with *err under the search: a row is nobody. */
bool members_known(const struct form *form, struct error *err);
/* After each look. */
void members_notes(struct picker *picker, struct form *form);

#endif
