/* find.c: what people type -> numbers, among what the subject may see. */
#include <stdio.h>
#include <string.h>

#include "action/core/app.h"
#include "base/text.h"
#include "model/kind.h"

enum { QUOTED_CELLS = 60, CANDIDATE_CELLS = 30, CANDIDATES = 6 };

/* One kind of thing, as the search sees it. */
struct thing {
	const char *what;		/* "user" */
	const char *list;		/* the verb that lists them */
	uint32_t n;
	const char *(*id)(const struct app *app, uint32_t i);
	const char *(*name)(const struct app *app, uint32_t i);
	bool (*sees)(const struct seen *seen, uint32_t i);
	size_t kind;			/* of assets; kind_count(): any */
};

static const char *user_id(const struct app *app, uint32_t i)
{
	return app->facts.users[i].id;
}

static const char *user_name(const struct app *app, uint32_t i)
{
	return app->facts.users[i].name;
}

static const char *group_id(const struct app *app, uint32_t i)
{
	return app->facts.groups[i].id;
}

static const char *group_name(const struct app *app, uint32_t i)
{
	return app->facts.groups[i].name;
}

static const char *asset_id(const struct app *app, uint32_t i)
{
	return app->facts.assets[i].id;
}

static const char *asset_name(const struct app *app, uint32_t i)
{
	return app->facts.assets[i].name;
}

static const char *project_id(const struct app *app, uint32_t i)
{
	return app->facts.projects[i].id;
}

static const char *project_title(const struct app *app, uint32_t i)
{
	return app->facts.projects[i].title;
}

static bool sees_an_asset(const struct seen *seen, uint32_t i)
{
	return sees_asset(seen, i) != SIGHT_NOTHING;
}

static bool sees_a_project(const struct seen *seen, uint32_t i)
{
	return sees_project(seen, i) != SIGHT_NOTHING;
}

static bool fits(const struct app *app, const struct thing *thing, uint32_t i)
{
	if (thing->id == asset_id && thing->kind < kind_count() &&
	    app->facts.assets[i].kind != thing->kind)
		return false;
	return thing->sees(app_seen(app), i);
}

/* Count those of the name; *found is the first. */
static uint32_t by_name(const struct app *app, const struct thing *thing,
			const char *text, bool exact, uint32_t *found)
{
	uint32_t i, n = 0;

	for (i = 0; i < thing->n; i++) {
		const char *name = thing->name(app, i);

		if (!*name || (exact ? strcmp(name, text) :
			       text_casecmp(name, text)) != 0)
			continue;
		if (!fits(app, thing, i))
			continue;
		if (n++ == 0)
			*found = i;
	}
	return n;
}

static bool ambiguous(const struct app *app, const struct thing *thing,
		      const char *text, bool exact, struct error *err)
{
	struct buf list;
	uint32_t i, n = 0;

	buf_init(&list, 512);
	for (i = 0; i < thing->n; i++) {
		const char *name = thing->name(app, i);

		if ((exact ? strcmp(name, text) : text_casecmp(name, text)) != 0
		    || !fits(app, thing, i))
			continue;
		if (n++ >= CANDIDATES)
			continue;
		buf_adds(&list, n > 1 ? ", " : "");
		text_cut(&list, thing->id(app, i), CANDIDATE_CELLS);
	}
	if (n > CANDIDATES)
		buf_printf(&list, " and %u more", n - CANDIDATES);
	error_set(err, ERROR_INVALID, "NAME_AMBIGUOUS",
		  "%u %ss have this name: %s", n, thing->what, buf_text(&list));
	buf_release(&list);
	return error_remedy(err, "say which by its id");
}

static bool missing(const struct thing *thing, const char *text,
		    struct error *err)
{
	struct buf quoted;

	buf_init(&quoted, 1024);
	text_cut(&quoted, text, QUOTED_CELLS);
	error_set(err, ERROR_NOT_FOUND, "NOT_FOUND", "there is no %s \"%s\"",
		  thing->what, buf_text(&quoted));
	buf_release(&quoted);
	return error_remedy(err, "gatehouse %s shows what there is",
			    thing->list);
}

static bool find(const struct app *app, const struct thing *thing,
		 const char *text, uint32_t by_id, uint32_t *out,
		 struct error *err)
{
	uint32_t n, found = NOBODY;
	bool exact = true;

	if (by_id != NOBODY && fits(app, thing, by_id)) {
		*out = by_id;
		return true;
	}
	n = by_name(app, thing, text, true, &found);
	if (n == 0) {
		exact = false;
		n = by_name(app, thing, text, false, &found);
	}
	if (n == 0)
		return missing(thing, text, err);
	if (n > 1)
		return ambiguous(app, thing, text, exact, err);
	*out = found;
	return true;
}

bool app_find_user(const struct app *app, const char *text, uint32_t *out,
		   struct error *err)
{
	const struct thing users = { "user", "user list", app->facts.n_users,
				     user_id, user_name, sees_user, 0 };
	uint32_t n = facts_user(&app->facts, text);

	if (n == NOBODY || !sees_user(app_seen(app), n))
		n = facts_user_by_email(&app->facts, text);
	return find(app, &users, text, n, out, err);
}

bool app_find_group(const struct app *app, const char *text, uint32_t *out,
		    struct error *err)
{
	const struct thing groups = { "group", "group list",
				      app->facts.n_groups, group_id, group_name,
				      sees_group, 0 };

	return find(app, &groups, text, facts_group(&app->facts, text), out,
		    err);
}

bool app_find_project(const struct app *app, const char *text, uint32_t *out,
		      struct error *err)
{
	const struct thing projects = { "project", "project list",
					app->facts.n_projects, project_id,
					project_title, sees_a_project, 0 };

	return find(app, &projects, text, facts_project(&app->facts, text), out,
		    err);
}

bool app_find_asset(const struct app *app, const char *noun, const char *text,
		    uint32_t *out, struct error *err)
{
	struct thing assets = { "asset", "connection list",
				app->facts.n_assets, asset_id, asset_name,
				sees_an_asset, 0 };
	char list[64];

	assets.kind = kind_count();
	if (noun && kind_find(noun, &assets.kind)) {
		assets.what = kind_at(assets.kind)->label;
		snprintf(list, sizeof(list), "%s list", noun);
		assets.list = list;
	}
	return find(app, &assets, text, facts_asset(&app->facts, text), out,
		    err);
}
