/* ask.h: questions on a terminal, never on a pipe. */
#ifndef CLI_ASK_H
#define CLI_ASK_H

#include <stdbool.h>

#include "base/buf.h"
#include "base/error.h"

/* Are there a keyboard and a screen? */
bool ask_can(void);
/* "question [y/N]"; with a word: it has to be typed. */
bool ask_yes(const char *question, const char *word);
/* A line; false at the end of input.  fallback: for an empty line, or NULL. */
bool ask_line(const char *prompt, const char *fallback, struct buf *out);

#endif
