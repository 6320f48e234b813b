/* thing.h: a thing on the screen, by its text id: numbers move when the facts
 * are loaded again, ids do not. */
#ifndef SCREEN_FRAME_THING_H
#define SCREEN_FRAME_THING_H

#include "action/core/app.h"
#include "base/buf.h"

enum thing_kind {
	THING_NONE, THING_PROJECT, THING_USER, THING_GROUP, THING_BUILTIN,
	THING_ASSET, THING_PROVIDER, THING_TOKEN,
	THING_REQUEST,		/* for access: of who may answer it, or asked */
	THING_SETTING,		/* a fact of the workspace itself */
	THING_HEADING		/* of a block of rows */
};

/* Rows that are no things: of the Hex API, and the Git providers that could be connected,
 * in the order of provider_types(). */
enum { SETTING_API, SETTING_EXPIRY, SETTING_OFFER };

enum { THING_ID = 132 };

struct thing {
	enum thing_kind kind;
	char id[THING_ID];
};

/* number: of the facts; for BUILTIN the bit, for others what the tab means. */
struct thing thing_of(const struct app *app, enum thing_kind kind,
		      uint32_t number);
/* NOBODY when it is no longer there. */
uint32_t thing_number(const struct app *app, const struct thing *thing);
/* There is one, and the subject may see it. */
bool thing_seen(const struct app *app, const struct thing *thing);
bool thing_same(const struct thing *a, const struct thing *b);
uint64_t thing_hash(const struct thing *thing);
/* The same of thing_of(app, kind, number). */
uint64_t thing_hash_of(const struct app *app, enum thing_kind kind, uint32_t number);

/* What people call it, told apart from others of that name (seen_*_label); raw text,
 * valid until the facts move.  bare: the name alone, beside the e-mail or to type. */
const char *thing_name(const struct app *app, const struct thing *thing);
const char *thing_bare_name(const struct app *app, const struct thing *thing);
/* thing_name() of one that is there. */
const char *thing_name_of(const struct app *app, enum thing_kind kind, uint32_t number);
/* The word of the command line: "project", "user", "group", "connection" ... */
const char *thing_noun(const struct app *app, const struct thing *thing);
/* "data connection" and the like, for people. */
const char *thing_label(const struct app *app, const struct thing *thing);
/* "SQL Server", as the chooser has it; a type that this version does not know by its
 * code; "" where the kind has no types. */
const char *thing_type_label(const struct fact_asset *asset);
/* As an argument: the name where that is enough, else the id; quoted where it
 * has blanks. */
void thing_argument(const struct app *app, const struct thing *thing,
		    struct buf *out);

#endif
