/* move_list.h: who moves through a change, as a list: those who lose first, then
 * those who gain, then those who were granted more and are held.  Holds its own
 * texts: it may outlive the facts. */
#ifndef SCREEN_PREVIEW_MOVE_LIST_H
#define SCREEN_PREVIEW_MOVE_LIST_H

#include "action/judge/verdict.h"
#include "screen/frame/filter_line.h"
#include "screen/frame/screen.h"

struct move {
	const char *user_id, *user;	/* "anonymous" for the web visitor */
	const char *project_id, *title;
	const char *why;
	uint8_t was_granted, was, granted, now;	/* enum level */
	enum way way;
	bool made;		/* the person is not there before it is saved */
};

struct move_list {
	struct screen *screen;
	struct arena arena;
	struct move *v;
	size_t n;
	const char *verdict;
	size_t projects;	/* of which something moves */
	struct list list;
	struct filter_line filter;
};

void move_list_init(struct move_list *moves, struct screen *screen);
void move_list_release(struct move_list *moves);
/* Take over what the preview says; its numbers are of the present facts, or of people who
 * are made by it: those are named by what it is the preview of, where that is given. */
void move_list_fill(struct move_list *moves, const struct preview *preview,
		    const struct result *of);
/* A copy of all rows. */
void move_list_copy(struct move_list *moves, const struct move_list *from);
/* verdict_text of it. */
const char *move_list_totals(const struct move_list *moves);
/* Projects with a change, but for this one. */
size_t move_list_projects(const struct move_list *moves, const char *project_id);
/* Move, filter, sort by the title row; Enter and w open the why page of the row.
 * True if used. */
bool move_list_key(struct move_list *moves, const struct key *key);
void move_list_draw(struct move_list *moves, struct canvas *canvas,
		   const struct area *area, bool focused);

#endif
