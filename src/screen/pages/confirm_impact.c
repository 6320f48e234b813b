/* confirm_impact.c: what goes with a thing that is deleted, beyond levels. */
#include "screen/pages/confirm_priv.h"

#include <stdlib.h>

#include "action/core/word_list.h"
#include "base/mem.h"

enum { NAMED = 12 };

/* The names of those that are seen, and how many they are. */
static const char *names_of(const struct seen *seen,
			    const struct numbers *numbers, bool projects,
			    size_t *n, struct arena *arena)
{
	struct words words;
	uint32_t i;

	words_init(&words, NAMED);
	for (i = 0; i < numbers->n; i++)
		if (projects ? sees_project(seen, numbers->v[i]) :
		    sees_asset(seen, numbers->v[i]))
			words_add(&words, (projects ? word_project : word_asset)(
				  arena, seen, numbers->v[i]));
	*n = words.n;
	return words_done(&words, arena);
}

/* "6 members. 2 projects lose a grant: ... 1 asset loses a group: ..." */
static const char *of_group(const struct seen *seen, uint32_t group,
			    struct arena *arena)
{
	const char *projects, *assets, *text;
	uint32_t members = seen_count_members(seen, group);
	size_t n_projects, n_assets;

	projects = names_of(seen, &seen_group(seen, group)->projects, true,
			    &n_projects, arena);
	assets = names_of(seen, &seen_group(seen, group)->assets, false,
			  &n_assets, arena);
	text = arena_printf(arena, "%u member%s.", members, members == 1 ? "" :
			    "s");
	if (n_projects)
		text = arena_printf(arena, "%s %zu project%s a grant: %s.",
				    text, n_projects, n_projects == 1 ?
				    " loses" : "s lose", projects);
	if (n_assets)
		text = arena_printf(arena, "%s %zu asset%s no longer shared "
				    "with it: %s.", text, n_assets,
				    n_assets == 1 ? " is" : "s are", assets);
	return n_projects || n_assets ? text :
		arena_printf(arena, "%s Nothing is granted to it or shared "
			     "with it.", text);
}

/* A warning names the projects that it leaves. */
static const char *of_asset(const struct seen *seen, uint32_t asset)
{
	return seen_count_uses(seen, asset) ? "" : "No project uses it.";
}

const char *confirm_impact(const struct app *app, const struct thing *thing,
			   struct arena *arena)
{
	uint32_t number = thing_number(app, thing);

	if (number == NOBODY)
		return NULL;
	if (thing->kind == THING_GROUP)
		return of_group(app_seen(app), number, arena);
	if (thing->kind == THING_ASSET)
		return of_asset(app_seen(app), number);
	return NULL;
}

uint32_t confirm_people(const struct app *app, const struct preview *preview)
{
	bool *seen = mem_alloc(seen_n_users(app_seen(app)) + 1);
	uint32_t i, n = 0;

	for (i = 0; i < preview->n; i++) {
		uint32_t user = preview->changes[i].user;

		if (user == ANYONE || seen[user])
			continue;
		seen[user] = true;
		n++;
	}
	free(seen);
	return n;
}
