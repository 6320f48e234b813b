/* desk_priv.h: the parts of the desk that its own files share. */
#ifndef SCREEN_DESK_PRIV_H
#define SCREEN_DESK_PRIV_H

#include "screen/desk.h"
#include "screen/panel.h"

enum { DESK_TABS = 9, DESK_BACK = 32 };

enum zone { ZONE_LIST, ZONE_PANEL, ZONE_DETAIL };

struct place {
	size_t tab, view;
	struct thing focus;
	enum zone zone;
	enum panel_size size;
	uint64_t row;		/* of the panel, */
	size_t line;		/* and of its explanation or card */
};

struct desk {
	struct page page;		/* first */
	struct screen *screen;
	struct view views[DESK_TABS][TAB_VIEWS];
	size_t n_tabs, tab;
	size_t shown[DESK_TABS];	/* view of each tab */
	struct panel panel;
	enum zone zone;
	bool typing;			/* in the filter of the zone */
	bool fixing;			/* f was pressed: a number comes */
	struct place back[DESK_BACK];
	size_t n_back;
	/* Of the last drawing. */
	bool panel_seen, detail_seen, list_seen;
	bool narrow;			/* no room for list and panel at once */
};

/* The panel turns to what the list's cursor is on. */
void desk_sync(struct desk *desk);
void desk_draw(struct page *page, struct pages *pages, struct canvas *canvas);
bool desk_key(struct page *page, struct pages *pages, const struct key *key);
/* desk_modes.c: what-if, undo, history, drafts; false: none of these. */
bool desk_mode(struct desk *desk, enum command command);
/* The key of an action that is about no row (n: a new one of what the list
 * shows), or about groups where a built-in one is in focus. */
bool desk_action_key(struct desk *desk, const struct thing *focus,
		     const struct key *key);
void desk_go_tab(struct desk *desk, size_t tab);

#endif
