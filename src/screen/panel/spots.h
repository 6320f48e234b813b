/* spots.h: where what an explanation or a card tells is set: lines of dialogs, by the
 * names that those give their fields. */
#ifndef SCREEN_PANEL_SPOTS_H
#define SCREEN_PANEL_SPOTS_H

#include "access/ladder.h"
#include "screen/frame/spot.h"

/* Of a line of the ladder; kind THING_NONE where it is set nowhere.  All of them live
 * in the arena. */
const struct spot *spot_of_rung(const struct app *app, const struct answer *a,
				const struct rung *rung, struct arena *arena);
/* The person's line among the members of the group. */
const struct spot *spot_of_member(const struct app *app, uint32_t group,
				  uint32_t user, struct arena *arena);
/* A grant's line in the share dialog; grantee: a user or a group. */
const struct spot *spot_of_grant(const struct app *app, uint32_t project,
				 const struct thing *grantee, struct arena *arena);
/* A field of the share dialog: "workspace", "web". */
const struct spot *spot_of_share(const struct app *app, uint32_t project,
				 const char *field, struct arena *arena);
/* The row of the thing on its tab. */
const struct spot *spot_of_thing(const struct thing *thing, struct arena *arena);

#endif
