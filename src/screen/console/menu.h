/* menu.h: the three-dot menu: everything that can be done with one thing, with its
 * key, and why not where it cannot. */
#ifndef SCREEN_CONSOLE_MENU_H
#define SCREEN_CONSOLE_MENU_H

#include "action/core/action.h"
#include "screen/frame/screen.h"
#include "screen/frame/thing.h"

/* Its corner at row and col, if there is room.  A toast where nothing can be done with
 * such a thing. */
void menu_push(struct screen *screen, const struct thing *thing, int row,
	       int col);

/* ---- menu_items.c ---------------------------------------------------------------- */

enum item_kind { ITEM_OPEN, ITEM_USAGE, ITEM_ACT_AS, ITEM_ACTION };

struct item {
	enum item_kind kind;
	const char *label, *key;	/* key "" where it has none */
	const char *why;		/* greyed, and why; NULL: it can be done */
	const char *whole;		/* the same in full, with the way out */
	bool anywhere;			/* so of any thing (verb_reason.h) */
	const struct action *action;
	int order;
};

enum { MENU_ITEMS = 40 };

/* In the order of the menu; texts live in the arena.  many: the verbs will be done
 * to all marked rows. */
size_t menu_items(struct screen *screen, const struct thing *thing, bool many,
		  struct arena *arena, struct item out[MENU_ITEMS]);
/* What its frame is called: the name of the row, also of one that is no record. */
const char *menu_title(const struct screen *screen, const struct thing *thing);
/* menu_reason.c: fill in why and whole of an action's item. */
void menu_reason(struct screen *screen, const struct thing *thing, bool many,
		 struct arena *arena, struct item *item);

#endif
