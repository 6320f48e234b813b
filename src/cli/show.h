/* show.h: the answer of an action on standard output. */
#ifndef CLI_SHOW_H
#define CLI_SHOW_H

#include "action/core/action.h"

/* False if standard output could not be written (a closed pipe is no error
 * worth a word: *silent). */
bool show_result(const struct result *result, const struct options *opts,
		 bool dry_run, bool *silent);

/* Is standard output to be coloured? */
bool show_colour(const struct options *opts, int fd);

/* Write and flush; errors as above. */
bool show_text(const struct buf *text, bool *silent);

#endif
