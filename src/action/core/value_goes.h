/* value_goes.h: may a value go where the fields of its thing lead now?  It may where it
 * was given for that place and that way there (config_origin).  What was sealed when the
 * way was no part of it yet may go the way of then, which the events tell. */
#ifndef ACTION_CORE_VALUE_GOES_H
#define ACTION_CORE_VALUE_GOES_H

#include "action/core/app.h"
#include "model/kind.h"

struct value_to { const struct kind_field *fields; const char *type, *config; };

/* Where they lead, for people and for the seal. */
const char *value_to_text(const struct value_to *to, struct arena *arena);
/* NULL: it may go; else where it was given for, for people.  An event that cannot be read
 * counts as another way. */
const char *value_given_for(const struct app *app, const struct value_note *note,
			    const struct value_to *to, struct arena *arena);

#endif
