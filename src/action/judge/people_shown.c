/* people_shown.c: see people_shown.h. */
#include "action/judge/people_shown.h"

#include "access/rights.h"
#include "action/core/word_list.h"

enum { NAMED = 5 };

void group_people_now(const struct asked *asked, struct arg *out)
{
	const struct seen *seen = asked_seen(asked);
	const struct fact_group *group = seen_group(seen, asked->number);
	uint32_t i;

	for (i = 0; i < group->members.n; i++)
		if (sees_user(seen, group->members.v[i]))
			asked_value(asked, out, seen_user(seen,
					group->members.v[i])->id);
}

void group_groups_now(const struct asked *asked, struct arg *out)
{
	const struct seen *seen = asked_seen(asked);
	const struct fact_user *user = seen_user(seen, asked->number);
	uint32_t i;

	for (i = 0; i < user->groups.n; i++)
		if (sees_group(seen, user->groups.v[i]))
			asked_value(asked, out, seen_group(seen,
					user->groups.v[i])->id);
}

static const char *builtin_text(enum builtin one)
{
	switch (one) {
	case BUILTIN_WORKSPACE:
		return "All Viewers, Editors and Admins (Managers and Explorers "
			"too), never Guests. New assets start shared with it.";
	case BUILTIN_GUESTS:
		return "Only Guests. Added to an asset, it lets Guests use it.";
	default:
		return "Everyone, also web visitors of shared apps.";
	}
}

static void show_builtin(const struct asked *asked, struct shown *out)
{
	const struct seen *seen = asked_seen(asked);
	enum builtin one = (enum builtin)asked->number;
	const struct fact_user *user;
	uint32_t u;

	shown_head(out, builtin_text(one));
	out->label = "Members now";
	for (u = 0; u < seen_n_users(seen); u++) {
		user = seen_user(seen, u);
		if (sees_user(seen, u) && facts_in_builtin(user, one))
			shown_row(asked, out, user->id, seen_user_label(seen, u),
				  arena_printf(asked->arena, "%s%s",
					       role_label(user->role),
					       user->active ? "" :
					       ", deactivated"),
				  "it follows from the role");
	}
	out->closed = "It is built in and cannot be edited: its members follow "
		"from their roles. Change a role (e on a user), or make a group "
		"(n).";
}

void group_show(const struct asked *asked, struct shown *out)
{
	const struct seen *seen = asked_seen(asked);
	const struct fact_group *group;
	struct words projects, assets;
	const char *titles, *names;
	uint32_t i;

	if (asked->builtin) {
		show_builtin(asked, out);
		return;
	}
	group = seen_group(seen, asked->number);
	words_init(&projects, NAMED);
	words_init(&assets, NAMED);
	for (i = 0; i < group->projects.n; i++)
		if (sees_project(seen, group->projects.v[i]) == SIGHT_ALL)
			words_add(&projects, word_project(asked->arena, seen,
							  group->projects.v[i]));
	for (i = 0; i < group->assets.n; i++)
		if (sees_asset(seen, group->assets.v[i]) == SIGHT_ALL)
			words_add(&assets, word_asset(asked->arena, seen,
						      group->assets.v[i]));
	titles = words_done(&projects, asked->arena);
	names = words_done(&assets, asked->arena);
	shown_head(out, arena_printf(asked->arena, "Granted on: %s. Has access to: "
				     "%s.", *titles ? titles : "no project", *names ?
				     names : seen->all ? "no asset by itself" :
				     "shown to Admins"));
}

/* ---- owners ------------------------------------------------------------------------ */

const char *owner_greyed(const struct asked *asked, uint32_t project, uint32_t user)
{
	const struct seen *seen = asked_seen(asked);
	struct bar bar;

	if (right_to_own(seen_judged(seen), project, user, &bar))
		return NULL;
	switch (bar.code) {
	case REASON_DEACTIVATED:
		return "is deactivated";
	case REASON_ASSET_MISSING:
		return arena_printf(asked->arena, "has no access to %s",
				    seen_asset_label(seen, bar.asset));
	default:
		return arena_printf(asked->arena, "cannot hold Full Access as %s",
				    role_label(seen_user(seen, user)->role));
	}
}

const char *owner_heed(const struct asked *asked, const char *user)
{
	const struct seen *seen = asked_seen(asked);
	uint32_t number = facts_user(seen_judged(seen), user);

	return number != NOBODY && role_is_guest(seen_user(seen, number)->role) ?
		"a Guest will be the owner" : NULL;
}
