/* value.h: one reader for each kind of value, whatever the door: argument, form,
 * JSON, CSV, paste, scenario.  Levels, roles, plans and states: level.h; names:
 * text_tidy; dates: clock_parse; lists of addresses: address.h. */
#ifndef MODEL_VALUE_H
#define MODEL_VALUE_H

#include <stdbool.h>

enum { EMAIL_BYTES = 254 };

/* on, true, yes, 1 and off, false, no, 0 in any case, blanks around it. */
bool switch_parse(const char *text, bool *on);

/* What keeps a tidy text from being an e-mail address ("is not of the form
 * name@domain"); NULL if it may be one. */
const char *email_fault(const char *email);

#endif
