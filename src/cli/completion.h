/* completion.h: completion for bash and zsh. */
#ifndef CLI_COMPLETION_H
#define CLI_COMPLETION_H

#include "action/core/action.h"
#include "base/buf.h"

/* The script for a shell; NULL if there is none for it. */
const char *completion_script(const char *shell);

/* What can follow: the words after "gatehouse", the last one half typed; one
 * candidate a line, as it is (the shell quotes).  Names come from the workspace
 * and are what the person may see; without a workspace there are none.  --store
 * and --as among the words count as they will for the line itself.  What would
 * not come out of a line as it went in (control, bidi and zero-width characters)
 * is no candidate: its id is. */
void completion_words(struct buf *out, const char *store, const char *as,
		      int argc, const char *const *argv);

/* The same for bash: `line` is the command line up to the cursor, quotes and all,
 * `tail` its end that bash will put the candidate in place of (behind an @, a
 * colon or an open quote).  The candidates are written for that place, quoted:
 * whatever a name says, the line then holds it as one word. */
void completion_line(struct buf *out, const char *store, const char *as,
		     const char *line, const char *tail);

#endif
