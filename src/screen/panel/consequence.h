/* consequence.h: a preview in a few lines: what stands below every dialog. */
#ifndef SCREEN_PANEL_CONSEQUENCE_H
#define SCREEN_PANEL_CONSEQUENCE_H

#include "action/core/result.h"
#include "screen/frame/lines.h"
#include "screen/frame/screen.h"

struct consequence {
	struct lines lines;
	char title[160];	/* "If you save: 2 people lose, 5 gain" */
	bool list;		/* there is a list of whom it moves */
	struct thing about;	/* is not named in each line; THING_NONE: none */
};

void consequence_release(struct consequence *consequence);
/* Warnings, then a line a person and project: who loses, who gains, who is granted
 * more and held, and why.  doing: "If you save". */
void consequence_fill(struct consequence *consequence, struct screen *screen,
		      const char *doing, const struct result *result);
/* Instead: why it cannot be done, and the way out. */
void consequence_refuse(struct consequence *consequence, const char *title,
			const struct error *err);
/* Instead: one quiet sentence. */
void consequence_say(struct consequence *consequence, const char *title,
		     const char *text);
/* Rows wished for at this width, the rule among them. */
int consequence_rows(const struct consequence *consequence, int cols);
/* full: the key of the whole list, for the right end of the rule. */
void consequence_draw(struct consequence *consequence, struct canvas *canvas,
		      const struct area *area, const char *full);

#endif
