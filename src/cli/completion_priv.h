/* completion_priv.h: a half typed line of a shell, see completion_quote.c. */
#ifndef CLI_COMPLETION_PRIV_H
#define CLI_COMPLETION_PRIV_H

#include "base/arena.h"
#include "base/buf.h"

/* Within which quotes a place of the line stands. */
enum quoted { QUOTED_NOT, QUOTED_SINGLE, QUOTED_DOUBLE };

struct half_line {
	const char **word;	/* without their quotes; the last one half typed */
	int n;			/* at least 1 */
	const char *kept;	/* what stands of the last word before the tail */
	enum quoted quoted;	/* where the tail begins */
};

/* Nothing is expanded: $(...), globs and variables are their characters. */
void half_line_read(struct half_line *line, struct arena *arena,
		    const char *text, const char *tail);

/* Append `word` so that a shell reads it as that, from within such quotes. */
void half_line_quote(struct buf *out, const char *word, enum quoted quoted);

#endif
