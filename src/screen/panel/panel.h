/* panel.h: the live panel: who can do what on the focused project, what the
 * focused user can do, who may use the focused asset and whom it caps, or the card
 * of anything else.  It follows the focus unless pinned.  Rows that moved are lit:
 * in what-if against what is saved, else since the pin, else since before the event as of
 * which it is, else since before the last change. */
#ifndef SCREEN_PANEL_PANEL_H
#define SCREEN_PANEL_PANEL_H

#include "screen/panel/detail.h"
#include "ui/input.h"
#include "ui/list.h"

/* Of each person: in how many projects that import the asset they are held, and in how
 * many they see its value (panel_tally.c). */
struct panel_tally {
	uint32_t asset, *caps, *values;
	uint32_t next;		/* of its projects */
	size_t looked;
	bool known;		/* all of them */
	struct job job;
};

enum panel_size { PANEL_SHOWN, PANEL_FULL, PANEL_OFF };

/* Made where it is asked for: panel_row(). */
struct panel_row {
	uint32_t who;		/* user (or ANYONE) of a project or asset; project
				 * of a user */
	uint8_t granted, effective;	/* of an asset: may it be used, 0 or 1 */
	uint8_t was_granted, was;
	bool changed;
	/* Of an asset: the projects in which it holds this person at Can View, */
	uint32_t caps, was_caps;
	uint32_t values;	/* and in which the secret's value is seen. */
};

/* What is shown: a row, or a line that stands for n rows, of which this is the first. */
struct panel_line {
	uint32_t row, n;
	uint8_t fold;		/* 0: a row */
};

/* Who has which number (thing_hash): what rows are known by where numbers are others'. */
struct panel_ids {
	unsigned refs;
	uint32_t n;		/* and one more, the web visitor's */
	enum thing_kind kind;
	uint64_t names;		/* of these, */
	uint32_t subject;	/* seen by these eyes */
	uint64_t v[];
};

/* What each has, by number; the web visitor behind the last. */
struct panel_state {
	struct panel_ids *ids;
	uint8_t *levels;	/* granted << 4 | effective; 0: nothing, or no row */
	uint32_t *caps;		/* of an asset, else NULL */
	bool known;
};

struct panel {
	struct screen *screen;
	struct thing subject;
	enum panel_size size;
	bool pinned, only_down, only_changed;
	bool loaded;		/* of the present facts and subject */
	bool tried;		/* ... with steps of what-if on them */
	bool then;		/* ... as of an event: before is before it */
	uint32_t *who;		/* of all rows, in their order */
	size_t n_all, cap;
	struct panel_state now, was;	/* was: what they are compared with, if known */
	uint32_t *values;	/* of an asset: as struct panel_row has it; or NULL */
	struct panel_line *lines;	/* of the rows, as they are shown */
	size_t n, cap_lines;
	size_t room;		/* lines that are in sight; 0: many */
	uint32_t alone;		/* who was asked for stands on a line of one's own; NOBODY */
	unsigned open;		/* folds that are, by bit */
	bool unfolded, folded;	/* as one asked for; as the lines are */
	struct panel_state before;	/* the pin, the event, or the last change */
	struct panel_state saved;	/* where tried: what is saved */
	size_t reached, downgraded, changed, up, down;
	size_t elsewhere;	/* other projects that move */
	const char *refused;	/* why there are no rows, or NULL */
	const char *since;	/* of the pin, where it is no key that pinned; or NULL */
	struct list list;
	struct job filtering;	/* goes on with its filter while nobody types */
	struct input filter;
	struct lines card;	/* where the subject has no rows */
	struct detail detail;	/* of the focused row */
	struct panel_tally tally;	/* where the subject is an asset */
};

/* Where the parts stand; rows 0: not drawn. */
struct panel_places {
	struct area title, rows, detail, foot;
	const char *said;	/* in the foot; or NULL */
	bool rule;
};

enum panel_zone { PANEL_NONE, PANEL_ROWS, PANEL_DETAIL };

void panel_init(struct panel *panel, struct screen *screen);
void panel_release(struct panel *panel);
/* Turn to this thing, unless pinned. */
void panel_follow(struct panel *panel, const struct thing *thing);
/* Its cursor to the first row. */
void panel_first(struct panel *panel);
/* Stay with the subject, and compare with what it is now; again: follow. */
void panel_pin(struct panel *panel);
/* The facts moved: look again, mark what changed. */
void panel_aged(struct panel *panel);
bool panel_has_rows(const struct panel *panel);	/* project, user, asset */
void panel_ready(struct panel *panel);
/* The pair under the cursor of the rows; of an asset with a project that imports
 * it, first where it caps.  False: none. */
bool panel_pair(struct panel *panel, uint32_t *user, uint32_t *project);
/* The cursor to the row of this person (or project), out of its fold; false: there is
 * none. */
bool panel_goto(struct panel *panel, enum thing_kind kind, uint32_t who);
/* The detail of that pair, made now; NULL if there is none. */
struct detail *panel_detail(struct panel *panel);
/* The thing of the focused row: a user, or the project of a user. */
struct thing panel_focus(struct panel *panel);
void panel_filter(struct panel *panel, const char *text);
void panel_only_down(struct panel *panel);	/* toggle */
/* So many lines of its table, of so many cells, are in sight. */
void panel_fit(struct panel *panel, int lines, int cols);
/* Rows that its explanation needs in so many cells; 0: there is none. */
int panel_detail_rows(struct panel *panel, int cols);
/* panel_draw.c */
/* The first fix of the focused row, "f 1 make Emil Costa an Editor: nothing else moves",
 * shorter where so many cells have no room for it; false: there is none. */
bool panel_first_fix(struct panel *panel, int cols, struct buf *out);
void panel_draw(struct panel *panel, struct canvas *canvas,
		const struct panel_places *places, enum panel_zone zone,
		bool typing);

/* Open or close the line in focus; false: it is a row. */
bool panel_open(struct panel *panel);
/* Is the line in focus one that opens or closes? */
bool panel_on_fold(const struct panel *panel);
/* All of them; false: there are none, or rows moved, and those are asked for. */
bool panel_open_all(struct panel *panel);

#endif
