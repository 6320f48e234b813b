/* consequence_priv.h: what the files of a consequence share. */
#ifndef SCREEN_PREVIEW_CONSEQUENCE_PRIV_H
#define SCREEN_PREVIEW_CONSEQUENCE_PRIV_H

#include "screen/preview/consequence.h"

/* consequence.c */
/* Empty, with this title, which is the verdict, too. */
void consequence_begin(struct consequence *self, const char *title);
/* Where message, warnings and refusals go. */
struct lines *consequence_said(struct consequence *self);
/* A line of what may speak of commands, in the words of the screen. */
void consequence_words(struct consequence *self, const char *mark, const char *text,
		       unsigned style);

/* consequence_rows.c */
/* Cells in which nothing of a row is cut. */
int consequence_wish(const struct consequence *self);
/* Which columns there are, at this width. */
void consequence_columns(struct consequence *self, int cols, bool titles);
void consequence_source(struct consequence *self, struct list_source *out);
const char *consequence_sign(void *consequence, size_t row, unsigned *style);
/* What the row in focus needs, as lines. */
void consequence_explain(struct consequence *self);

#endif
