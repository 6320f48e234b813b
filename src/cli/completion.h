/* completion.h: completion for bash and zsh. */
#ifndef CLI_COMPLETION_H
#define CLI_COMPLETION_H

#include "action/action.h"

/* The script for a shell; NULL if there is none for it. */
const char *completion_script(const char *shell);

/* What can follow: the words after "gatehouse", the last one half typed; one
 * candidate a line.  Names come from the workspace and are what the person may
 * see; without a workspace there are none. */
void completion_words(struct buf *out, const char *store, const char *as,
		      int argc, const char *const *argv);

#endif
