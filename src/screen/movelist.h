/* movelist.h: who moves through a change, as a list: those who lose first, then
 * those who gain, then those who were granted more and are held.  Holds its own
 * texts: it may outlive the facts. */
#ifndef SCREEN_MOVELIST_H
#define SCREEN_MOVELIST_H

#include "action/verdict.h"
#include "screen/lines.h"
#include "screen/screen.h"
#include "ui/input.h"
#include "ui/list.h"

struct move {
	const char *user_id, *user;	/* "anonymous" for the web visitor */
	const char *project_id, *title;
	const char *why;
	uint8_t was_granted, was, granted, now;	/* enum level */
	enum way way;
};

struct movelist {
	struct screen *screen;
	struct arena arena;
	struct move *v;
	size_t n;
	const char *verdict;
	size_t projects;	/* of which something moves */
	struct list list;
	struct input filter;
	bool typing;		/* in the filter */
};

void movelist_init(struct movelist *moves, struct screen *screen);
void movelist_release(struct movelist *moves);
/* Take over what the preview says; its numbers are of the present facts. */
void movelist_fill(struct movelist *moves, const struct preview *preview);
/* A copy of all rows. */
void movelist_copy(struct movelist *moves, const struct movelist *from);
/* verdict_text of it. */
void movelist_totals(const struct movelist *moves, struct buf *out);
/* Projects with a change, but for this one. */
size_t movelist_projects(const struct movelist *moves, const char *project_id);
/* Move, filter, sort by the title row; Enter and w open the why page of the row.
 * True if used. */
bool movelist_key(struct movelist *moves, const struct key *key);
void movelist_draw(struct movelist *moves, struct canvas *canvas,
		   const struct area *area, bool focused);

/* changes_page.c: the whole list as a page. */
void changes_push(struct screen *screen, const char *title,
		  const struct preview *preview);
void changes_push_list(struct screen *screen, const char *title,
		       const struct movelist *list);

#endif
