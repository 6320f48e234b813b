/* panel.h: the live panel: who can do what on the focused project, what the
 * focused user can do, who may use the focused asset and whom it caps, or the card
 * of anything else; follows the focus unless pinned, and lights the rows that a
 * change has moved: in what-if against what is saved, else against what was there
 * before the last change. */
#ifndef SCREEN_PANEL_H
#define SCREEN_PANEL_H

#include "screen/detail.h"
#include "ui/input.h"
#include "ui/list.h"

enum panel_size { PANEL_SHOWN, PANEL_FULL, PANEL_OFF };

struct panel_row {
	uint32_t who;		/* user (or ANYONE) of a project or asset; project
				 * of a user */
	uint64_t id;
	uint8_t granted, effective;
	uint8_t was_granted, was;	/* before the change */
	bool changed;
	/* Of an asset: effective says whether it may be used. */
	uint32_t caps;		/* projects in which the asset holds this person */
	uint32_t values;	/* projects in which the secret's value is seen */
	uint32_t moved;		/* changed: the project in which, or NOBODY */
};

struct panel {
	struct screen *screen;
	struct thing subject;
	enum panel_size size;
	bool pinned, only_down, only_changed;
	bool loaded;		/* of the present facts and subject */
	bool tried;		/* ... with what-if on */
	struct panel_row *rows;
	size_t n, n_all, cap;	/* n of them are shown */
	struct panel_row *old;	/* of the subject, as saved before the change */
	size_t n_old, cap_old;
	size_t reached, downgraded, changed, up, down;
	size_t elsewhere;	/* other things of the subject's sort that move */
	const char *refused;	/* why there are no rows, or NULL */
	struct list list;
	struct input filter;
	struct lines card;	/* where the subject has no rows */
	struct detail detail;	/* of the focused row */
};

/* Where the parts stand; rows 0: not drawn. */
struct panel_places { struct area title, rows, detail; bool rule; };

enum panel_zone { PANEL_NONE, PANEL_ROWS, PANEL_DETAIL };

void panel_init(struct panel *panel, struct screen *screen);
void panel_release(struct panel *panel);
/* Turn to this thing, unless pinned. */
void panel_follow(struct panel *panel, const struct thing *thing);
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
void panel_draw(struct panel *panel, struct canvas *canvas,
		const struct panel_places *places, enum panel_zone zone,
		bool typing);

/* panel_rows.c */
void panel_load(struct panel *panel);
int panel_row_cmp(const void *a, const void *b);	/* by id */
void panel_add(struct panel *panel, const struct panel_row *row);
/* Changed, downgraded, others; how many of them are shown. */
void panel_arrange(struct panel *panel);

/* panel_asset.c */
const struct list_column *panel_asset_columns(struct screen *screen,
					      const struct thing *asset,
					      size_t *n);
void panel_asset_load(struct panel *panel, uint32_t asset);
void panel_asset_cell(struct panel *panel, size_t row, size_t column,
		      struct buf *out, unsigned *style);
/* NOBODY if no project that is there imports it. */
uint32_t panel_asset_project(struct panel *panel, uint32_t user);

#endif
