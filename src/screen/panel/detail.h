/* detail.h: why one person has what they have on one project, as lines: the
 * sentence, the ladder, the fixes. */
#ifndef SCREEN_PANEL_DETAIL_H
#define SCREEN_PANEL_DETAIL_H

#include "action/run/fix_list.h"
#include "screen/frame/lines.h"
#include "screen/frame/screen.h"

struct detail {
	struct lines lines;
	struct arena arena;		/* of the fixes */
	char user[THING_ID], project[THING_ID];	/* for whom it was made */
	struct fix_list fixes;		/* numbers of the facts of then */
	int cols, rows;			/* it is made for; 0: not drawn yet */
	bool cans;			/* what it lets one do stands in it, too */
	char *since;			/* detail_since; NULL: nothing */
	bool bare;			/* without the sentence: the ladder comes first */
	bool made;
	/* detail_fixes.c: in a large workspace they come a moment later. */
	struct arena found_in;
	bool found, waits;
	struct screen *screen;
	uint32_t of_user, of_project;
	enum level want;
	struct job job;
};

void detail_release(struct detail *detail);
/* Make it for this pair; user may be ANYONE.  Nothing is done when it is made for
 * the pair already, until detail_stale. */
void detail_make(struct detail *detail, struct screen *screen, uint32_t user,
		 uint32_t project);
/* The same for this user and an asset: through what it may be used, and what the
 * user has in the projects that import it (detail_asset.c). */
void detail_make_asset(struct detail *detail, struct screen *screen,
		       uint32_t user, uint32_t asset);
void detail_stale(struct detail *detail);
/* Fill in the fixes that give this level; false: not yet, and the screen will be drawn
 * again with them. */
bool detail_find(struct detail *detail, struct screen *screen,
		 const struct answer *answer, enum level want);
/* They are of another pair, or of other facts. */
void detail_lose(struct detail *detail);
/* It will stand in so many cells; cans: with lines of what one can, has lost and was
 * not given, below the fixes where the rows are too few for both. */
void detail_fit(struct detail *detail, int cols, int rows, bool cans);
void detail_bare(struct detail *detail, bool bare);
/* Since when it is so, and by whom, under the ladder (copied); NULL: no such line. */
void detail_since(struct detail *detail, const char *words);
/* These lines. */
void detail_cans(struct lines *lines, const struct seen *seen,
		 const struct answer *a);
/* On a page that is wide enough these lines stand on the right, "What this means": cells
 * that are left beside them; all, where it is not. */
int detail_beside(int cols);
/* So drawn, nothing where it is too narrow; the area is what is left. */
void detail_draw_cans(struct canvas *canvas, const struct seen *seen,
		      const struct answer *a, struct area *area);
/* Both begin with this: the lines are empty; false: they are made for the pair. */
bool detail_begin(struct detail *detail, const char *user, const char *other);

#endif
