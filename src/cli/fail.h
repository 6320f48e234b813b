/* fail.h: errors and warnings on standard error. */
#ifndef CLI_FAIL_H
#define CLI_FAIL_H

#include "action/action.h"

/* One line with the way out, or the JSON form.  Returns the exit status. */
int fail(const struct error *err, enum format format, bool colour);

/* A warning of an action; in text form only. */
void fail_warning(const struct warning *warning, bool colour);

#endif
