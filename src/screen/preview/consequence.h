/* consequence.h: what a change would do, before it is done: one verdict, and a row a
 * person and project, NOW and THEN with WHY: those first that are blocked, then losses,
 * gains, those who are granted more and held; below them what the row in focus needs,
 * the sentence or the numbered ways out.  Beside what is typed from two panes up, else
 * below it.
 *
 * All zero is empty.  What it was filled from (the result, the facts) must last until
 * it is filled anew; it may not be moved. */
#ifndef SCREEN_PREVIEW_CONSEQUENCE_H
#define SCREEN_PREVIEW_CONSEQUENCE_H

#include "action/core/result.h"
#include "screen/frame/lines.h"
#include "screen/frame/screen.h"
#include "ui/list.h"

enum { CONSEQUENCE_WAYS_MOST = 6, CONSEQUENCE_COLUMNS = 5 };

enum consequence_mark {		/* in the order of the rows */
	CONSEQUENCE_STOPS,	/* ! it cannot be saved because of this one */
	CONSEQUENCE_LOSES,	/* - */
	CONSEQUENCE_GAINS,	/* + */
	CONSEQUENCE_HELD,	/* the sign of held */
	CONSEQUENCE_SAME
};

struct consequence_row {
	enum consequence_mark mark;
	uint64_t id;			/* made when it is added: the cursor stays on it */
	const char *name;		/* whom or what it is about */
	const char *tag;		/* "new"; "" */
	const char *place;		/* on which project; "" */
	const char *now, *then;		/* "Can View", "Can Edit" */
	const char *brief;		/* both, where it is narrow: "View -> Edit"; "":
					 * then */
	const char *why;
	const char *said;		/* the explanation; "": the sentence of change */
	const struct change *change;	/* of the preview; NULL: none */
};

enum consequence_zone { CONSEQUENCE_AWAY, CONSEQUENCE_ROWS, CONSEQUENCE_WAYS };

struct consequence {
	char title[240];	/* "If you save: 2 people lose, 5 gain" */
	char verdict[240];	/* "2 people lose, 5 gain" */
	bool list;		/* there is a list of whom it moves */
	struct thing about;	/* is not named in each row; THING_NONE: none */
	bool idle;		/* set after it was said that nothing is changed */
	bool typed;		/* a form says what is done: beside rows the message
				 * is left out */
	bool apart;		/* message, warnings and refusals are words: they stand
				 * with what asks, and not above the rows */
	struct lines words;	/* drawn by who asks */
	enum consequence_zone zone;	/* where the keys are */
	bool walked;		/* the keys were here: the cursor stays on its row */
	/* ---- its own */
	struct screen *screen;
	const struct result *of;	/* while it is filled */
	bool projects;		/* all of it is about one person: the rows name projects */
	bool one_project;	/* all of it is about one project: it is not named */
	struct lines lines;	/* above the rows: words that are not apart, a plan */
	struct arena arena;
	struct consequence_row *v;
	size_t n, cap;
	const char *rest;	/* "33 others do not change"; "" */
	const char *way[CONSEQUENCE_WAYS_MOST], *effects[CONSEQUENCE_WAYS_MOST];
	size_t n_ways;
	const char *ask;	/* below the ways; "" */
	struct list rows;
	struct list_column columns[CONSEQUENCE_COLUMNS];
	int column[CONSEQUENCE_COLUMNS];	/* which each is */
	struct lines explained;	/* of the row in focus */
	uint64_t explained_id;
	bool is_explained;
	struct area drawn;	/* of the rows, for the mouse */
};

void consequence_release(struct consequence *self);

/* ---- filling it ------------------------------------------------------------------- */

/* Warnings, then a row a person and project that moves, and one for each who gains or
 * loses what is no level.  doing: "If you save". */
void consequence_fill(struct consequence *self, struct screen *screen,
		      const char *doing, const struct result *result);
/* The same above which n rows are to be added that stop it: "Save stops: 1 blocked. 2
 * people gain". */
void consequence_stops(struct consequence *self, struct screen *screen, size_t n,
		       const struct result *result);
/* Its warnings alone, after what is said already. */
void consequence_warn(struct consequence *self, const struct result *result);
/* Instead: why it cannot be done, and the way out. */
void consequence_refuse(struct consequence *self, const char *title,
			const struct error *err);
/* Instead: one quiet sentence. */
void consequence_say(struct consequence *self, const char *title, const char *text);
/* One row more; texts are copied; name, now, then, why, said may be NULL.  Change its
 * other members through the pointer, at once; then consequence_done. */
struct consequence_row *consequence_add(struct consequence *self,
		enum consequence_mark mark, const char *name, const char *now,
		const char *then, const char *why, const char *said);
/* A numbered way out for the first row that stops it. */
void consequence_way(struct consequence *self, const char *text, const char *effects);
/* Below the ways: whom to ask; "". */
void consequence_ask(struct consequence *self, const char *text);
/* After rows were added: put them in order. */
void consequence_done(struct consequence *self);

/* ---- keys --------------------------------------------------------------------------- */

/* The keys come in (from AWAY), go on to the ways, or leave; step 1 or -1.  False: they
 * have left, or there is nothing to stand on. */
bool consequence_turn(struct consequence *self, int step);
/* Move or scroll where the keys are; the mouse anywhere.  True if used. */
bool consequence_key(struct consequence *self, const struct key *key);
/* The row in focus, NULL if there is none; the way in focus, from 1, 0: none. */
const struct consequence_row *consequence_focus(const struct consequence *self);
size_t consequence_focused_way(const struct consequence *self);

/* ---- drawing (consequence_draw.c) ---------------------------------------------------- */

/* Rows wished for at this width below what is typed, the rule among them. */
int consequence_rows(struct consequence *self, int cols);
/* Does a rule stand on top?  Not where there is no room for words on it. */
bool consequence_ruled(const struct consequence *self, const struct area *area);
/* Below it: a rule with the verdict, the rows.  full: the key of the whole list, for
 * the right end of the rule. */
void consequence_draw(struct consequence *self, struct canvas *canvas,
		      const struct area *area, const char *full);
/* Beside it: title, verdict, rows, and the explanation below them, or in a pane of its
 * own where there is room for three. */
void consequence_beside(struct consequence *self, struct canvas *canvas,
			const struct area *area, const char *title);

#endif
