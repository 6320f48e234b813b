/* panel.h: the live panel: who can do what on the focused project, what the
 * focused user can do, or the card of anything else; follows the focus unless
 * pinned, and lights the rows that a change has moved. */
#ifndef SCREEN_PANEL_H
#define SCREEN_PANEL_H

#include "screen/detail.h"
#include "ui/input.h"
#include "ui/list.h"

enum panel_size { PANEL_SHOWN, PANEL_FULL, PANEL_OFF };

struct panel_row {
	uint32_t who;		/* user (or ANYONE) of a project; project of a user */
	uint64_t id;
	uint8_t granted, effective;
	uint8_t was;		/* effective before the change */
	bool changed;
};

struct panel {
	struct screen *screen;
	struct thing subject;
	enum panel_size size;
	bool pinned, only_down;
	bool loaded;		/* of the present facts and subject */
	struct panel_row *rows;
	size_t n, cap;
	struct panel_row *old;	/* of the subject before the facts moved */
	size_t n_old, cap_old;
	size_t reached, downgraded, changed;
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
bool panel_has_rows(const struct panel *panel);	/* project or user */
void panel_ready(struct panel *panel);
/* The pair under the cursor of the rows; false: none. */
bool panel_pair(struct panel *panel, uint32_t *user, uint32_t *project);
/* The detail of that pair, made now; NULL if there is none. */
struct detail *panel_detail(struct panel *panel);
/* The thing of the focused row: the user of a project, the project of a user. */
struct thing panel_focus(struct panel *panel);
void panel_filter(struct panel *panel, const char *text);
void panel_only_down(struct panel *panel);	/* toggle */
void panel_draw(struct panel *panel, struct canvas *canvas,
		const struct panel_places *places, enum panel_zone zone,
		bool typing);

/* panel_rows.c */
void panel_load(struct panel *panel);
int panel_row_cmp(const void *a, const void *b);	/* by id */

#endif
