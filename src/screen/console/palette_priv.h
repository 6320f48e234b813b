/* palette_priv.h: the palette's entries. */
#ifndef SCREEN_CONSOLE_PALETTE_PRIV_H
#define SCREEN_CONSOLE_PALETTE_PRIV_H

#include "screen/console/palette.h"
#include "screen/frame/keys.h"
#include "screen/frame/lines.h"
#include "ui/input.h"
#include "ui/page.h"

enum entry_kind { ENTRY_HEAD, ENTRY_RUN, ENTRY_ACTION, ENTRY_COMMAND, ENTRY_GO };

struct entry {
	enum entry_kind kind;
	const char *title, *key, *note;
	bool greyed;
	const struct action *action;
	enum command command;
	struct thing thing;
};

struct palette {
	struct page page;		/* first */
	struct screen *screen;
	struct thing focus;
	bool help;
	struct input input;
	struct arena arena;		/* of the entries */
	struct entry *entry;
	size_t n, cap, cursor, top;
	size_t matches;			/* entries without heads */
	char error[320];
	struct area drawn;		/* the entries, in the last drawing */
};

/* palette_entries.c: make the entries for what is typed. */
void palette_fill(struct palette *palette);

#endif
