/* card.h: what there is to know about one thing, as lines of which most lead on.
 * The same lines stand in the panel and on the thing's own page. */
#ifndef SCREEN_PANEL_CARD_H
#define SCREEN_PANEL_CARD_H

#include "screen/frame/lines.h"
#include "screen/frame/screen.h"

/* Fill emptied lines.  A thing that is gone says so. */
void card_make(struct lines *lines, struct screen *screen,
	       const struct thing *thing);
/* The same, and how an asset is set: of a page of its own. */
void card_page(struct lines *lines, struct screen *screen,
	       const struct thing *thing);

/* "nobody", "1 person", "12 people" */
const char *card_people(uint32_t n, char *out, size_t size);
/* How many of the people one sees the import of this asset holds (alone or with others) in
 * the project whose editors these are; names, or NULL: the first of them,
 * ": Bob Stein, Eva Lang and 3 more", for which they are put in order. */
uint32_t card_capped(const struct seen *seen, struct editors *editors,
		     uint32_t asset, struct buf *names);

void card_project(struct lines *lines, struct screen *screen, uint32_t project);
void card_asset(struct lines *lines, struct screen *screen, uint32_t asset);
/* How it is set: each field that is stored, for who sees all of it. */
void card_set(struct lines *lines, struct screen *screen, uint32_t asset);
/* Its "Groups with access". */
void card_access(struct lines *lines, struct screen *screen, uint32_t asset);
/* Through what a user (or ANYONE) may use the asset, or why not: in panel_asset.c. */
void card_through(struct screen *screen, uint32_t asset, uint32_t user,
		  struct buf *out);
void card_user(struct lines *lines, struct screen *screen, uint32_t user);
void card_group(struct lines *lines, struct screen *screen, uint32_t group);
void card_provider(struct lines *lines, struct screen *screen, uint32_t provider);
void card_providers(struct lines *lines, struct screen *screen);
/* How many there are, and which ends first. */
void card_tokens(struct lines *lines, struct screen *screen);
void card_token(struct lines *lines, struct screen *screen, uint32_t token);
void card_builtin(struct lines *lines, struct screen *screen, enum builtin one);

#endif
