/* go.h: where a key leads.  No page starts another: the handler of a key or of the mouse
 * fills screen->go, and when it is done the loop carries it out
 * (console/carry_out.c). */
#ifndef SCREEN_FRAME_GO_H
#define SCREEN_FRAME_GO_H

#include "screen/frame/keys.h"
#include "screen/frame/spot.h"
#include "screen/frame/thing.h"
#include "ui/page.h"

struct action;
struct marked;
struct preview;
struct request;

enum go_kind {
	GO_NOTHING,
	GO_OPEN,	/* a page that was made for it: a text, a question, a menu */
	GO_ROW,		/* the row of the thing on its tab; there already: its page */
	GO_SPOT,	/* where it is set (spot); who may not, as GO_ROW */
	GO_PAGE,	/* the page of the thing */
	GO_USAGE,	/* of the asset */
	GO_WHY,		/* of the user on the project */
	GO_EVENT,	/* of the history */
	GO_CHANGES,	/* whom the preview moves, under a title (text) */
	GO_MADE,	/* the cursor of the list to the thing, if that is what one sees */
	GO_SAVE,	/* the dialog on top, which waited for the vault */
	GO_UNMARK,	/* no row is marked now: what they were marked for is done */
	GO_VERB,	/* the action, on the thing or the marked rows */
	GO_VERB_ON,	/* ... on this thing alone; text: before what refuses it */
	GO_VERB_SET,	/* ... on a set of things, as if they were marked */
	GO_REQUEST,	/* a command by its words */
	GO_COMMAND,
	GO_ACT_AS,	/* as this user from now; THING_NONE: as oneself again */
	GO_PALETTE,	/* about the thing; text: what is typed already */
	GO_HELP,	/* about the thing */
	GO_MENU		/* of the thing, at row and col */
};

struct go {
	enum go_kind kind;
	struct page *page;	/* of GO_OPEN: is taken */
	struct thing thing;
	struct spot spot;
	const struct action *action;
	uint32_t user, project;
	int64_t event;
	const struct preview *preview;	/* of a page that stays */
	const struct result *of;	/* what it is the preview of, for the names of whom
					 * it makes; or NULL */
	bool saved;		/* of GO_MADE: it was just saved, and is checked */
	bool filter;		/* of GO_CHANGES: its filter is typed at once */
	bool fix;		/* of GO_WHY: which fix is asked at once */
	struct request *request;	/* is released */
	struct marked *marked;	/* of GO_VERB_SET: is taken */
	enum command command;
	int row, col;
	char text[TOAST_MAX];
};

#endif
