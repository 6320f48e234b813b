/* members.h: of a picker of people: they may be pasted as e-mail addresses, too, of
 * which those that nobody has are shown as such. */
#ifndef SCREEN_DIALOG_MEMBERS_H
#define SCREEN_DIALOG_MEMBERS_H

#include "screen/dialog/picker.h"

/* After picker_fields. */
void members_paste(struct picker *picker, struct form *form);
/* False, with *err under the search: a row is nobody. */
bool members_known(const struct picker *picker, const struct form *form,
		   struct error *err);
/* After each look, after picker_details. */
void members_notes(struct picker *picker, struct form *form);

#endif
