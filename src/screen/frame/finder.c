/* finder.c: see finder.h. */
#include "screen/frame/finder.h"

#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "model/kind.h"
#include "ui/filter.h"

struct search {
	struct finder *finder;
	const char *text;
	struct filter filter;
	/* Those that begin with the text, and the others. */
	struct thing first[FORM_FOUND], other[FORM_FOUND];
	size_t n_first, n_other, total;
};

static const char kind_letter[THING_HEADING + 1] = {
	[THING_NONE] = '-', [THING_PROJECT] = 'p', [THING_USER] = 'u',
	[THING_GROUP] = 'g', [THING_BUILTIN] = 'b', [THING_ASSET] = 'a',
	[THING_PROVIDER] = 'v', [THING_TOKEN] = 't', [THING_SETTING] = 's',
	[THING_HEADING] = 'h'
};

void finder_release(struct finder *finder)
{
	arena_release(&finder->arena);
}

bool finder_thing(const char *id, struct thing *out)
{
	size_t kind;

	for (kind = 0; kind < COUNT_OF(kind_letter); kind++)
		if (kind_letter[kind] && id[0] == kind_letter[kind] &&
		    id[1] == ':') {
			out->kind = (enum thing_kind)kind;
			snprintf(out->id, sizeof(out->id), "%s", id + 2);
			return true;
		}
	return false;
}

void finder_put_id(const struct thing *thing, char out[FINDER_ID])
{
	out[0] = kind_letter[thing->kind];
	out[1] = ':';
	memcpy(out + 2, thing->id, strlen(thing->id) + 1);
}

const char *finder_id(const struct thing *thing, struct arena *arena)
{
	char id[FINDER_ID];

	finder_put_id(thing, id);
	return arena_strdup(arena, id);
}

static bool begins(const char *name, const char *text)
{
	struct buf a, b;
	bool yes;

	buf_init(&a, 4096);
	buf_init(&b, 4096);
	text_fold(&a, name);
	text_fold(&b, text);
	yes = b.len && strncmp(buf_text(&a), buf_text(&b), b.len) == 0;
	buf_release(&a);
	buf_release(&b);
	return yes;
}

static void offer(struct search *search, enum thing_kind kind, uint32_t number,
		  const char *name, const char *more)
{
	static const char *const columns[] = { "name", "email" };
	const char *const cells[] = { name, more };
	struct thing thing;
	bool first;

	if (!filter_match(&search->filter, columns, cells, COUNT_OF(cells)))
		return;
	search->total++;
	if (search->n_first == FORM_FOUND)
		return;
	first = begins(name, search->text) || begins(more, search->text);
	if (!first && search->n_other == FORM_FOUND)
		return;
	thing = thing_of(search->finder->screen->app, kind, number);
	if (first)
		search->first[search->n_first++] = thing;
	else
		search->other[search->n_other++] = thing;
}

static void search_people(struct search *search)
{
	const struct app *app = search->finder->screen->app;
	const struct seen *seen = app_seen(app);
	uint32_t i;

	for (i = 0; i < seen_n_users(seen); i++) {
		const struct fact_user *user = seen_user(seen, i);

		if (user->gone || (!user->active && !search->finder->gone_too) ||
		    !sees_user(seen, i))
			continue;
		offer(search, THING_USER, i, seen_user_name(seen, i),
		      user->email);
	}
}

static void search_groups(struct search *search)
{
	const struct app *app = search->finder->screen->app;
	const struct seen *seen = app_seen(app);
	uint32_t i;

	for (i = 0; i < seen_n_groups(seen); i++)
		if (sees_group(seen, i))
			offer(search, THING_GROUP, i, seen_group(seen, i)->name, "");
}

static void search_projects(struct search *search)
{
	const struct app *app = search->finder->screen->app;
	const struct seen *seen = app_seen(app);
	uint32_t i;

	for (i = 0; i < seen_n_projects(seen); i++)
		if (sees_project(seen, i))
			offer(search, THING_PROJECT, i,
			      seen_project(seen, i)->title, "");
}

static void search_assets(struct search *search)
{
	const struct app *app = search->finder->screen->app;
	const char *noun = search->finder->noun;
	const struct seen *seen = app_seen(app);
	uint32_t i;

	for (i = 0; i < seen_n_assets(seen); i++) {
		const struct fact_asset *asset = seen_asset(seen, i);

		if (asset->gone || !sees_asset(seen, i) ||
		    (noun && strcmp(kind_at(asset->kind)->noun, noun) != 0))
			continue;
		offer(search, THING_ASSET, i, asset->name,
		      thing_type_label(asset));
	}
}

static void search_records(struct search *search, enum whose whose,
			   enum thing_kind kind)
{
	const struct seen *seen = app_seen(search->finder->screen->app);
	uint32_t i;

	for (i = 0; i < seen_n_records(seen, whose); i++)
		if (sees_record(seen, whose, i))
			offer(search, kind, i, seen_record(seen, whose, i)->name,
			      seen_record(seen, whose, i)->type);
}

static const char *detail_of(struct finder *finder, const struct thing *thing)
{
	const struct app *app = finder->screen->app;
	uint32_t number = thing_number(app, thing);
	const struct seen *seen = app_seen(app);
	const struct fact_user *user;

	switch (thing->kind) {
	case THING_USER:
		user = seen_user(seen, number);
		return arena_printf(&finder->arena, "%s  %s%s",
				    role_label(user->role),
				    *user->name ? user->email : "",
				    user->active ? "" : "  deactivated");
	case THING_GROUP:
		return arena_printf(&finder->arena, "group, %u member%s",
				    seen_count_members(seen, number),
				    seen_count_members(seen, number) == 1 ? "" :
				    "s");
	case THING_ASSET:
	case THING_PROVIDER:
	case THING_TOKEN:
		return thing_label(app, thing);
	default:
		if (seen_project(seen, number)->owner == NOBODY)
			return "project";
		return arena_printf(&finder->arena, "project of %s",
				    seen_user_label(seen, seen_project(seen,
						   number)->owner));
	}
}

static void take(struct search *search, const struct thing *things, size_t n,
		 struct form_found *out)
{
	struct finder *finder = search->finder;
	size_t i;

	for (i = 0; i < n && out->n < FORM_FOUND; i++, out->n++) {
		out->v[out->n].id = finder_id(&things[i], &finder->arena);
		out->v[out->n].text = arena_strdup(&finder->arena, (things[i].kind == THING_USER ?
			thing_bare_name : thing_name)(finder->screen->app,
			&things[i]));
		out->v[out->n].detail = detail_of(finder, &things[i]);
		out->v[out->n].greyed = finder->greyed ?
			finder->greyed(finder->ctx, &things[i]) : NULL;
	}
}

void finder_search(struct finder *finder, const char *text,
		   struct form_found *out)
{
	struct search search = { .finder = finder, .text = text };

	*out = (struct form_found){ .n = 0 };
	arena_release(&finder->arena);
	filter_parse(&search.filter, text);
	/* Groups first: they are the better way to give access. */
	if (finder->what & FIND_GROUPS)
		search_groups(&search);
	if (finder->what & FIND_USERS)
		search_people(&search);
	if (finder->what & FIND_PROJECTS)
		search_projects(&search);
	if (finder->what & FIND_ASSETS)
		search_assets(&search);
	if (finder->what & FIND_PROVIDERS)
		search_records(&search, OF_PROVIDER, THING_PROVIDER);
	if (finder->what & FIND_TOKENS)
		search_records(&search, OF_TOKEN, THING_TOKEN);
	out->total = search.total;
	take(&search, search.first, search.n_first, out);
	take(&search, search.other, search.n_other, out);
}
