/* palette_priv.h: the palette's entries. */
#ifndef SCREEN_PALETTE_PALETTE_PRIV_H
#define SCREEN_PALETTE_PALETTE_PRIV_H

#include "access/ask/ask_read.h"
#include "action/ask/ask_answer.h"
#include "screen/frame/keys.h"
#include "screen/frame/lines.h"
#include "screen/palette/palette.h"
#include "screen/palette/palette_match.h"
#include "ui/input.h"
#include "ui/page.h"

enum entry_kind {
	ENTRY_HEAD,
	ENTRY_TEXT,	/* of the help: to be read */
	ENTRY_RUN,	/* the command that stands in the line */
	ENTRY_LINE,	/* a command made of what stands there */
	ENTRY_ACTION, ENTRY_COMMAND, ENTRY_GO,
	ENTRY_ACT_AS,	/* its thing is the person */
	ENTRY_ASK,	/* a question that was asked before */
	ENTRY_CHOICE,	/* one of several that are called so */
	ENTRY_OPEN,	/* all of an answer */
	ENTRY_FIX
};

struct entry {
	enum entry_kind kind;
	const char *title, *key, *note;
	bool greyed;			/* note says why, in few words */
	bool shut;			/* ... and no form of it opens to be read */
	bool judged;			/* it is known whether it is greyed */
	const char *whole;		/* why it is greyed, with the way out */
	const struct action *action;
	enum command command;
	struct thing thing;		/* what the action is about; where it goes */
	const char *line;		/* of ENTRY_LINE, ENTRY_ASK */
	size_t place;			/* of ENTRY_FIX */
	unsigned score;			/* the least comes first */
};

enum { PALETTE_ROWS = 400 };

struct palette {
	struct page page;		/* first */
	struct screen *screen;
	struct thing focus;
	bool help;
	struct input input;
	struct typed typed;		/* what stands in it */
	struct arena arena;		/* of the entries */
	struct entry *entry;
	size_t n, cap, cursor, top;
	size_t acts, names, names_shown;	/* actions that fit, and names */
	struct ask ask;			/* what is asked, if something is */
	struct ask_answer answer;
	bool asked, answered, waits;	/* for its answer */
	bool fixed, nameless;		/* its fixes are there; the names were not yet */
	struct job job;			/* what is left for when nobody types */
	char error[320];
	struct area drawn;		/* the entries, in the last drawing, */
	size_t at[PALETTE_ROWS];	/* and which one is in a row */
	size_t columns;			/* rows of each of two columns; 0: it is one */
};

/* palette_fill.c: read what is typed and make the entries; the cursor on the first. */
void palette_fill(struct palette *palette);
/* The entries anew: more is known.  The cursor stays on its own. */
void palette_list(struct palette *palette);
/* How many actions and keys there are. */
size_t palette_total(void);
void palette_draw(struct page *page, struct canvas *canvas);
/* ---- what palette_fill.c puts together ---------------------------------------------- */

enum { PALETTE_GO_MOST = 20, PALETTE_TARGETS = 3 };

/* Among entries that fit equally well, the order of them. */
enum entry_order { ORDER_LINE, ORDER_TARGET, ORDER_GO, ORDER_COMMAND, ORDER_OTHER,
		   ORDER_GREYED = 6 };

/* palette_entry.c */
struct entry *palette_add(struct palette *palette, enum entry_kind kind,
			  const char *title, const char *key, const char *note);
void palette_head(struct palette *palette, const char *title);
/* Without the head at the end, if nothing came after it. */
void palette_no_head(struct palette *palette);
/* place: among those of the same order. */
void palette_score(struct entry *entry, enum fit fit, enum entry_order order, unsigned place);

/* palette_verbs.c: the actions.  which: those that fit the focus, the others, all. */
enum verbs_which { VERBS_OF_FOCUS, VERBS_OTHER, VERBS_ALL };
void palette_verbs(struct palette *palette, enum verbs_which which);
/* On this thing, whatever is typed; NULL: it is not for such things. */
struct entry *palette_verb(struct palette *palette, const struct action *action,
			   const struct thing *thing);
/* Why the action cannot be run from here, or NULL. */
const char *palette_refusal(struct palette *palette, const struct action *action);
/* "Share Revenue model with people and groups"; thing may be none.  brief: "Share
 * Revenue model", where something follows. */
const char *palette_title(struct palette *palette, const struct action *action,
			  const struct thing *thing, bool brief);
/* Can it be done to its thing?  Asked of what is in sight: it may plan the deed. */
void palette_judge(struct palette *palette, struct entry *entry);
/* palette_keys.c: what keys do. */
void palette_keys(struct palette *palette);
struct entry *palette_key(struct palette *palette, const struct binding *binding);
/* palette_names.c: things to go to. */
void palette_names(struct palette *palette);
struct entry *palette_go(struct palette *palette, const struct thing *thing);
/* "Go to project Revenue model" */
const char *palette_go_title(struct palette *palette, const struct thing *thing);
/* As the last of what can be done with it, if it does not stand there. */
void palette_go_too(struct palette *palette, const struct thing *thing);
/* A hit as a thing. */
struct thing palette_thing(const struct app *app, const struct name_hit *hit);
/* palette_complete.c: the line that Tab makes of this one; false: it stays. */
bool palette_complete(struct palette *palette, struct buf *out);
/* palette_args.c: the command that the typed words begin with, if they do, and those
 * that can be made of them. */
void palette_run(struct palette *palette);
/* palette_scenarios.c: of an action that plays, what it can play. */
void palette_scenarios(struct palette *palette);
void palette_args(struct palette *palette);
/* What the typed words but the last leave open of an action that the first of them name:
 * parameters, n of them; 0: they name another. */
size_t palette_left(struct palette *palette, const struct action *action,
		    const struct param *out[ACTION_PARAMS]);

/* ---- palette_ask.c: a question and its answer ----------------------------------------- */

void palette_ask_read(struct palette *palette);
void palette_ask_entries(struct palette *palette);
/* Something of it is left for when nobody types; a part of that; the names came since. */
bool palette_ask_waits(const struct palette *palette);
void palette_ask_more(struct palette *palette);
bool palette_ask_stale(const struct palette *palette);
void palette_ask_open(struct palette *palette);
void palette_ask_fix(struct palette *palette, size_t n);
/* The line, with what was chosen in the place of its name. */
void palette_ask_choose(const struct palette *palette, const struct thing *thing, struct buf *line);
void palette_ask_release(struct palette *palette);

/* ---- palette_recent.c: what was done last, the newest first -------------------------- */

/* The entry is the newest now; typed: what stands in the line. */
void recent_add(struct screen *screen, const struct entry *entry, const char *typed);
/* Those that there still are, as entries. */
void palette_recent(struct palette *palette);

#endif
