/* desk_priv.h: the parts of the desk that its own files share. */
#ifndef SCREEN_CONSOLE_DESK_PRIV_H
#define SCREEN_CONSOLE_DESK_PRIV_H

#include "action/undo/undo_offer.h"
#include "screen/console/desk.h"
#include "screen/frame/chrome.h"
#include "screen/panel/panel.h"

enum { DESK_BACK = 32, DESK_ASIDE = 4, DESK_HINTS = 32, DESK_VERBS = 8 };

enum zone { ZONE_LIST, ZONE_PANEL, ZONE_DETAIL };

struct place {
	size_t tab, view;
	struct thing focus;
	char *filter;			/* of the list; NULL: none */
	size_t top, column;		/* its first row in sight, the cell with focus */
	size_t panel_top;
	enum zone zone;
	enum panel_size size;
	uint64_t row;		/* of the panel, */
	size_t line;		/* and of its explanation or card */
	struct page *aside[DESK_ASIDE];	/* pages that lay over it, the top first */
	size_t n_aside;
};

/* What may be done with the focused row, and at all, of these facts. */
struct desk_may {
	bool known, marked;
	struct thing thing;
	const struct action *create_of;
	const struct action *verb[DESK_VERBS];
	size_t n_verbs;
	bool create, write;
};

struct desk {
	struct page page;		/* first */
	struct screen *screen;
	struct view views[TABS_MOST][TAB_VIEWS];
	size_t n_tabs, tab;
	size_t shown[TABS_MOST];	/* view of each tab */
	struct panel panel;
	enum zone zone;
	bool typing;			/* in the filter of the zone */
	bool fixing;			/* f was pressed: a number comes */
	struct place back[DESK_BACK];
	size_t n_back;
	/* Of the last drawing. */
	bool panel_seen, detail_seen, list_seen;
	bool narrow;			/* no room for list and panel at once */
	struct area list_area;
	struct panel_places places;
	struct desk_may may;
	struct undo_offer offer;	/* what u and U would turn, */
	struct job offering;		/* which is looked for while nobody types, */
	bool offered;			/* since something happened */
	char marked_words[DESK_VERBS][40];	/* hints: "delete 5 marked" */
	char other_word[24];		/* "groups" */
	struct buf foot, fix;		/* below the panel */
	struct buf remembered;		/* what the view file said */
	bool acted;			/* somebody's that one acts as */
};

/* The panel turns to what the list's cursor is on. */
void desk_sync(struct desk *desk);
void desk_draw(struct page *page, struct canvas *canvas);
bool desk_key(struct page *page, struct pages *pages, const struct key *key);
/* The tab, and what stands around the pages of it. */
void desk_show_tab(struct desk *desk, size_t tab);
void desk_go_tab(struct desk *desk, size_t tab);
void desk_go_other(struct desk *desk);	/* the other list of the tab */
/* The handler's answer: the page of the thing. */
void desk_open(struct desk *desk, const struct thing *thing);
/* Forget a place. */
void desk_drop_place(struct place *place);
/* desk_command.c: of the list or of the panel, which has the focus. */
void desk_start_filter(struct desk *desk);
void desk_clear_filter(struct desk *desk);
void desk_apply_filter(struct desk *desk);
struct input *desk_input(struct desk *desk);
/* desk_row.c: menu, marks, columns, links, copying; false: none of these. */
bool desk_row_command(struct desk *desk, enum command command);
/* Enter on a cell of the list that leads elsewhere than to the row's own page. */
bool desk_follow(struct desk *desk);
/* desk_arrows.c: an arrow with nothing left to walk on in its zone; false: it stays. */
bool desk_arrow(struct desk *desk, const struct key *key);
/* desk_hints.c: of the bottom line, for a screen of so many columns, and of the message
 * line while it says nothing.  Valid until the next call. */
void desk_hints(struct desk *desk, int cols, struct hint hints[DESK_HINTS]);
void desk_quiet_hints(struct desk *desk, struct hint hints[DESK_HINTS]);
/* desk_offer.c: does u, does U do anything?  What is not known yet is not offered. */
bool desk_undoes(struct desk *desk);
bool desk_redoes(struct desk *desk);
void desk_offer_stale(struct desk *desk);	/* something happened */
void desk_offer_release(struct desk *desk);
/* desk_mouse.c */
bool desk_mouse(struct desk *desk, const struct key *key);

#endif
