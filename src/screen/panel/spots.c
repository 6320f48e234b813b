/* spots.c: see spots.h. */
#include "screen/panel/spots.h"

#include <stdio.h>

#include "action/core/action.h"
#include "screen/frame/finder.h"

static struct spot *make(struct arena *arena, const struct thing *thing)
{
	struct spot *spot = arena_alloc(arena, sizeof(*spot));

	spot->thing = *thing;
	return spot;
}

/* Who may not be seen has no row to be found by. */
static void set_row(struct spot *spot, const struct thing *row,
		    struct arena *arena)
{
	if (row->id[0])
		snprintf(spot->row, sizeof(spot->row), "%s",
			 finder_id(row, arena));
}

const struct spot *spot_of_thing(const struct thing *thing, struct arena *arena)
{
	return make(arena, thing);
}

const struct spot *spot_of_grant(const struct app *app, uint32_t project,
				 const struct thing *grantee, struct arena *arena)
{
	struct thing of = thing_of(app, THING_PROJECT, project);
	struct spot *spot = make(arena, &of);

	spot->action = action_find("project", "share");
	spot->field = "grants";
	set_row(spot, grantee, arena);
	return spot;
}

const struct spot *spot_of_member(const struct app *app, uint32_t group,
				  uint32_t user, struct arena *arena)
{
	struct thing of = thing_of(app, THING_GROUP, group);
	struct thing who = thing_of(app, THING_USER, user);
	struct spot *spot = make(arena, &of);

	spot->action = action_find("group", "add");
	spot->field = "user.rows";
	set_row(spot, &who, arena);
	return spot;
}

static const struct spot *field_of(const struct app *app, enum thing_kind kind,
				   uint32_t number, const char *verb,
				   const char *field, struct arena *arena)
{
	struct thing of = thing_of(app, kind, number);
	struct spot *spot = make(arena, &of);

	spot->action = action_find(thing_noun(app, &of), verb);
	spot->field = field;
	return spot;
}

const struct spot *spot_of_share(const struct app *app, uint32_t project,
				 const char *field, struct arena *arena)
{
	return field_of(app, THING_PROJECT, project, "share", field, arena);
}

const struct spot *spot_of_rung(const struct app *app, const struct answer *a,
				const struct rung *rung, struct arena *arena)
{
	struct thing none = { .kind = THING_NONE }, user, group, project;

	user = thing_of(app, THING_USER, a->user);
	project = thing_of(app, THING_PROJECT, a->project);
	switch (rung->home) {
	case HOME_OWNER:
	case HOME_DIRECT:
		return spot_of_grant(app, a->project, &user, arena);
	case HOME_GROUP:
		group = thing_of(app, THING_GROUP, rung->number);
		return spot_of_grant(app, a->project, &group, arena);
	case HOME_SHARE:
		return spot_of_grant(app, a->project, &none, arena);
	case HOME_WORKSPACE:
		return spot_of_share(app, a->project, "workspace", arena);
	case HOME_WEB:
		return spot_of_share(app, a->project, "web", arena);
	case HOME_ROLE:
		return field_of(app, THING_USER, a->user, "role", "role", arena);
	case HOME_ASSET:
		return field_of(app, THING_ASSET, rung->number, "access",
				"groups", arena);
	case HOME_ACCOUNT:
		return spot_of_thing(&user, arena);
	case HOME_IMPORTS:
	case HOME_STATE:
		return spot_of_thing(&project, arena);
	default:
		return spot_of_thing(&none, arena);
	}
}
