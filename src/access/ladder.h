/* ladder.h: an answer as one drawing (SCREENS 2): a line per source with its dot, a
 * line per limit with its arrow down to where it holds, and where it ends.  The panel,
 * the why page, the command line and the picture draw this and nothing else.
 *
 *                  none  app   view  edit  full
 *   group Finance   .     .     .     o           granted
 *   role Viewer     .     .     <-----|           holds
 *   = Bob Stein     .     .     o                 lost: edit, run, share
 */
#ifndef ACCESS_LADDER_H
#define ACCESS_LADDER_H

#include "access/access.h"
#include "base/buf.h"

struct seen;

enum rung_kind {
	RUNG_SOURCE,	/* reaches the person: a dot at its level */
	RUNG_BLOCKED,	/* is stored and does not count: a dot in brackets */
	RUNG_NEAR,	/* of a group that the person is not in: the same */
	RUNG_LIMIT,	/* holds: an arrow from what was granted down to its level */
	RUNG_PASSES,	/* limits that let through what was granted */
	RUNG_IDLE,	/* would hold, were more granted: nothing is drawn */
	RUNG_END	/* what it comes to */
};

/* Where it is set. */
enum rung_home {
	HOME_NONE,
	HOME_OWNER, HOME_DIRECT,	/* the person's grant on the project */
	HOME_GROUP,		/* the grant of the group `number` */
	HOME_WORKSPACE, HOME_WEB,
	HOME_SHARE,		/* the sharing as a whole */
	HOME_ROLE, HOME_ACCOUNT,	/* of the person */
	HOME_ASSET,		/* Groups with access of the asset `number` */
	HOME_IMPORTS, HOME_STATE	/* of the project */
};

struct rung {
	enum rung_kind kind;
	enum rung_home home;
	uint32_t number;	/* of the group or the asset, else NOBODY */
	enum level at;		/* the dot; where the limit holds */
	enum level from;	/* of a limit: what was granted */
	const char *name;	/* "group Finance", "= Bob Stein"; safe to show */
	const char *note;	/* "granted", "holds: only Data Team"; "" */
};

struct ladder {
	struct rung *v;
	uint32_t n;
};

/* Sources, limits, the end, from top to bottom; names what may be seen.  Lives in the
 * arena. */
void ladder_make(const struct seen *seen, const struct answer *a,
		 struct arena *arena, struct ladder *out);

/* ---- ladder_text.c: in cells ------------------------------------------------------ */

/* Widths of the columns; the note has the rest. */
struct ladder_form {
	int name;		/* with the blanks after it */
	int track;		/* of the levels, with the blank after them */
	int level;		/* of one of them; 0: too narrow, a word for each */
};

/* Below about fifty cells levels are words: names and notes need the room. */
struct ladder_form ladder_fit(const struct ladder *ladder, int cols);
/* "none  app   view  edit  full", as far as a track goes; "" where they are words. */
void ladder_head(const struct ladder_form *form, struct buf *out);
/* What is drawn of a rung, at most form.track cells; *plain: how many cells of it
 * come before the sign that matters. */
void ladder_track(const struct ladder_form *form, const struct rung *rung,
		  struct buf *out, int *plain);
/* All of it, lines of at most cols cells that begin with `indent` blanks. */
void ladder_text(const struct ladder *ladder, int cols, int indent,
		 struct buf *out);

/* ---- ladder_svg.c ----------------------------------------------------------------- */

/* As a picture of its own, under a title and the sentence: UTF-8 in every locale, the
 * meaning is in shapes and words, not in colours. */
void ladder_svg(const struct ladder *ladder, const char *title,
		const char *sentence, struct buf *out);

#endif
