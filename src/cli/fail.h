/* fail.h: errors and warnings on standard error. */
#ifndef CLI_FAIL_H
#define CLI_FAIL_H

#include "action/core/action.h"

/* One line with the way out, or the JSON form.  Returns the exit status. */
int fail(const struct error *err, enum format format, bool colour);

/* The same where a file has several faults, of which `all` are known: a line each,
 * then how many more; JSON: the first as above, with "errors" and "more". */
int fail_file(const struct error *faults, size_t n, size_t all,
	      enum format format, bool colour);

/* A warning of an action; in text form only. */
void fail_warning(const struct warning *warning, bool colour);

#endif
