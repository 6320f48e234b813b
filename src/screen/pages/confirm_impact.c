/* confirm_impact.c: what goes with a thing that is deleted, beyond levels. */
#include "screen/pages/confirm_priv.h"

#include <stdlib.h>

#include "action/core/word_list.h"
#include "base/mem.h"

enum { NAMED = 12 };

static const char *projects_of(const struct seen *seen, uint32_t group,
			       size_t *n, struct arena *arena)
{
	const struct numbers *projects = &seen_group(seen, group)->projects;
	struct words words;
	uint32_t i;

	words_init(&words, NAMED);
	for (i = 0; i < projects->n; i++)
		if (sees_project(seen, projects->v[i]))
			words_add(&words, word_project(arena, seen,
						       projects->v[i]));
	*n = words.n;
	return words_done(&words, arena);
}

static const char *assets_of(const struct seen *seen, uint32_t group,
			     size_t *n, struct arena *arena)
{
	const struct numbers *assets = &seen_group(seen, group)->assets;
	struct words words;
	uint32_t i;

	words_init(&words, NAMED);
	for (i = 0; i < assets->n; i++)
		if (sees_asset(seen, assets->v[i]))
			words_add(&words, word_asset(arena, seen,
						     assets->v[i]));
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

	projects = projects_of(seen, group, &n_projects, arena);
	assets = assets_of(seen, group, &n_assets, arena);
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

static const char *of_asset(const struct seen *seen, uint32_t asset,
			    struct arena *arena)
{
	const struct numbers *projects = &seen_asset(seen, asset)->projects;
	uint32_t i, n = 0;

	for (i = 0; i < projects->n; i++)
		n += sees_project(seen, projects->v[i]) != SIGHT_NOTHING;
	return n ? arena_printf(arena, "It leaves %u project%s.", n,
				n == 1 ? "" : "s") :
		"No project uses it.";
}

const char *confirm_impact(const struct app *app, const struct thing *thing,
			   struct arena *arena)
{
	uint32_t number = thing_number(app, thing);

	if (number == NOBODY)
		return "";
	if (thing->kind == THING_GROUP)
		return of_group(app_seen(app), number, arena);
	if (thing->kind == THING_ASSET)
		return of_asset(app_seen(app), number, arena);
	return "";
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
