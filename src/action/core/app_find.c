/* app_find.c: what people type -> numbers, among what the subject may see. */
#include <stddef.h>
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
	const char *first;		/* fact_user, ..: n of `size` bytes, of which */
	size_t size, id, name;		/* two are the places of id and name */
	bool (*sees)(const struct seen *seen, uint32_t i);
	size_t kind;			/* of assets; kind_count(): any */
};

#define PLACES(facts, many, one, name_) .n = (facts)->n_##many, \
	.first = (const char *)(facts)->many, .size = sizeof(struct fact_##one), \
	.id = offsetof(struct fact_##one, id), \
	.name = offsetof(struct fact_##one, name_)

static const char *text_of(const struct thing *thing, uint32_t i, size_t place)
{
	const char *text;

	memcpy(&text, thing->first + i * thing->size + place, sizeof(text));
	return text;
}

static bool sees_an_asset(const struct seen *seen, uint32_t i)
{
	return sees_asset(seen, i) != SIGHT_NOTHING;
}

static bool sees_a_project(const struct seen *seen, uint32_t i)
{
	return sees_project(seen, i) != SIGHT_NOTHING;
}

static bool sees_a_provider(const struct seen *seen, uint32_t i)
{
	return sees_record(seen, OF_PROVIDER, i);
}

static bool sees_a_token(const struct seen *seen, uint32_t i)
{
	return sees_record(seen, OF_TOKEN, i);
}

static bool fits(const struct app *app, const struct thing *thing, uint32_t i)
{
	return (thing->kind >= kind_count() ||
		app->facts.assets[i].kind == thing->kind) &&
	       thing->sees(app_seen(app), i);
}

/* Count those of the name; *found is the first. */
static uint32_t by_name(const struct app *app, const struct thing *thing,
			const char *text, bool exact, uint32_t *found)
{
	uint32_t i, n = 0;

	for (i = 0; i < thing->n; i++) {
		const char *name = text_of(thing, i, thing->name);

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
		const char *name = text_of(thing, i, thing->name);

		if ((exact ? strcmp(name, text) : text_casecmp(name, text)) != 0
		    || !fits(app, thing, i))
			continue;
		if (n++ >= CANDIDATES)
			continue;
		buf_adds(&list, n > 1 ? ", " : "");
		text_cut(&list, text_of(thing, i, thing->id), CANDIDATE_CELLS);
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
	const struct thing users = { "user", "user list", .sees = sees_user,
		.kind = kind_count(), PLACES(&app->facts, users, user, name) };
	uint32_t n = facts_user(&app->facts, text);

	if (n == NOBODY || !sees_user(app_seen(app), n))
		n = facts_user_by_email(&app->facts, text);
	return find(app, &users, text, n, out, err);
}

bool app_find_group(const struct app *app, const char *text, uint32_t *out,
		    struct error *err)
{
	const struct thing groups = { "group", "group list", .sees = sees_group,
		.kind = kind_count(), PLACES(&app->facts, groups, group, name) };

	return find(app, &groups, text, facts_group(&app->facts, text), out,
		    err);
}

bool app_find_project(const struct app *app, const char *text, uint32_t *out,
		      struct error *err)
{
	const struct thing projects = { "project", "project list",
		.sees = sees_a_project, .kind = kind_count(),
		PLACES(&app->facts, projects, project, title) };

	return find(app, &projects, text, facts_project(&app->facts, text), out,
		    err);
}

bool app_find_asset(const struct app *app, const char *noun, const char *text,
		    uint32_t *out, struct error *err)
{
	struct thing assets = { "asset", "connection list",
		.sees = sees_an_asset, .kind = kind_count(),
		PLACES(&app->facts, assets, asset, name) };
	char list[64];

	if (noun && kind_find(noun, &assets.kind)) {
		assets.what = kind_at(assets.kind)->label;
		snprintf(list, sizeof(list), "%s list", noun);
		assets.list = list;
	}
	return find(app, &assets, text, facts_asset(&app->facts, text), out,
		    err);
}

bool app_find_record(const struct app *app, enum whose whose, const char *text,
		     uint32_t *out, struct error *err)
{
	const struct thing providers = { "Git provider", "provider list",
		.sees = sees_a_provider, .kind = kind_count(),
		PLACES(&app->facts, providers, record, name) };
	const struct thing tokens = { "API token", "token list",
		.sees = sees_a_token, .kind = kind_count(),
		PLACES(&app->facts, tokens, record, name) };

	return find(app, whose == OF_TOKEN ? &tokens : &providers, text,
		    whose_find(&app->facts, whose, text), out, err);
}
