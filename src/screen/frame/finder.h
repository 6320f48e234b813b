/* finder.h: people, groups, projects and assets by what is typed: what a search
 * field of a form offers.  An id of what was found is the thing's kind and id:
 * "u:u-bob", "g:g-data", "p:p-rev", "a:a-snow". */
#ifndef SCREEN_FRAME_FINDER_H
#define SCREEN_FRAME_FINDER_H

#include "screen/frame/screen.h"
#include "screen/frame/thing.h"
#include "ui/form_field.h"

enum { FIND_USERS = 1, FIND_GROUPS = 2, FIND_PROJECTS = 4, FIND_ASSETS = 8,
       FIND_PROVIDERS = 16, FIND_TOKENS = 32 };

struct finder {
	struct screen *screen;
	unsigned what;		/* bits FIND_ */
	const char *noun;	/* assets of this kind only; NULL: of any */
	bool gone_too;		/* deactivated people are offered, too */
	/* Why this one cannot be had, or NULL; may itself be NULL. */
	const char *(*greyed)(void *ctx, const struct thing *thing);
	void *ctx;
	struct arena arena;	/* texts of the last search */
};

void finder_release(struct finder *finder);
/* Words AND-ed, any order, smart case, among what the subject may see; those whose
 * name begins with the text come first.  An empty text finds the first ones. */
void finder_search(struct finder *finder, const char *text,
		   struct form_found *out);
/* The id as a thing; false: it is none. */
bool finder_thing(const char *id, struct thing *out);
/* And back; kept by the arena, or put where there is room for it. */
enum { FINDER_ID = THING_ID + 2 };
void finder_put_id(const struct thing *thing, char out[FINDER_ID]);
const char *finder_id(const struct thing *thing, struct arena *arena);

#endif
