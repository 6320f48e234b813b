/* panel.h: the live panel: who can do what on the focused project, what the
 * focused user can do, who may use the focused asset and whom it caps, or the card
 * of anything else.  It follows the focus unless pinned.  Rows that moved are lit:
 * in what-if against what is saved, else since the pin, else since before the last
 * change. */
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

struct panel_row {
	uint32_t who;		/* user (or ANYONE) of a project or asset; project
				 * of a user */
	uint64_t id;
	uint8_t granted, effective;	/* of an asset: may it be used, 0 or 1 */
	uint8_t was_granted, was;
	bool changed;
	/* Of an asset: the projects in which it holds this person at Can View, */
	uint32_t caps, was_caps;
	uint32_t values;	/* and in which the secret's value is seen. */
};

/* What the rows are compared with, by id. */
struct panel_base {
	struct panel_was {
		uint64_t id;
		uint32_t caps;
		uint8_t granted, effective;
	} *v;
	size_t n, cap;
	bool known;
};

struct panel {
	struct screen *screen;
	struct thing subject;
	enum panel_size size;
	bool pinned, only_down, only_changed;
	bool loaded;		/* of the present facts and subject */
	bool tried;		/* ... with steps of what-if on them */
	struct panel_row *rows;
	size_t n, n_all, cap;	/* n of them are shown */
	struct panel_base before;	/* the pin, or the last change */
	struct panel_base saved;	/* where tried: what is saved */
	size_t reached, downgraded, changed, up, down;
	size_t elsewhere;	/* other projects that move */
	const char *refused;	/* why there are no rows, or NULL */
	struct list list;
	struct input filter;
	struct lines card;	/* where the subject has no rows */
	struct detail detail;	/* of the focused row */
	struct panel_tally tally;	/* where the subject is an asset */
};

/* Where the parts stand; rows 0: not drawn. */
struct panel_places { struct area title, rows, detail; bool rule; };

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
/* The detail of that pair, made now; NULL if there is none. */
struct detail *panel_detail(struct panel *panel);
/* The thing of the focused row: a user, or the project of a user. */
struct thing panel_focus(struct panel *panel);
void panel_filter(struct panel *panel, const char *text);
void panel_only_down(struct panel *panel);	/* toggle */
/* panel_draw.c */
void panel_draw(struct panel *panel, struct canvas *canvas,
		const struct panel_places *places, enum panel_zone zone,
		bool typing);

/* panel_rows.c */
void panel_load(struct panel *panel);
/* Keep what was there as what to compare with. */
void panel_keep(struct panel *panel);

/* panel_table.c */
/* No rows, no counts, and no refusal: that was said of another subject. */
void panel_empty(struct panel *panel);
void panel_add(struct panel *panel, enum thing_kind kind,
	       const struct panel_row *row);
/* Changed, downgraded, others; how many of them are shown. */
void panel_arrange(struct panel *panel);
/* Who is reached, and who downgraded. */
void panel_count(struct panel *panel);

/* panel_tally.c: as far as it is counted: the panel is loaded again when there is more.
 * now: all of it. */
const struct panel_tally *panel_tally(struct panel *panel, uint32_t asset, bool now);
void panel_tally_drop(struct panel *panel);	/* other facts, another subject */

/* panel_asset.c */
const struct list_column *panel_asset_columns(struct screen *screen,
					      const struct thing *asset,
					      bool changed, size_t *n);
void panel_asset_load(struct panel *panel, uint32_t asset);
void panel_asset_cell(struct panel *panel, size_t row, size_t column,
		      struct buf *out, unsigned *style);
/* NOBODY if no project that is there imports it. */
uint32_t panel_asset_project(struct panel *panel, uint32_t user);

#endif
