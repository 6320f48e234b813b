/* thing.c: things of the facts by kind and text id. */
#include "screen/frame/thing.h"

#include <stdio.h>
#include <string.h>

#include "access/request_seen.h"
#include "model/kind.h"

static enum whose record_of(enum thing_kind kind)
{
	return kind == THING_TOKEN ? OF_TOKEN : OF_PROVIDER;
}

static const char *id_of(const struct app *app, enum thing_kind kind, uint32_t n)
{
	const struct seen *seen = app_seen(app);

	switch (kind) {
	case THING_PROJECT:
		return n < seen_n_projects(seen) ? seen_project(seen, n)->id : "";
	case THING_USER:
		return n == ANYONE ? "anonymous" :
			n < seen_n_users(seen) ? seen_user(seen, n)->id : "";
	case THING_GROUP:
		return n < seen_n_groups(seen) ? seen_group(seen, n)->id : "";
	case THING_BUILTIN:
		return builtin_code((enum builtin)n);
	case THING_ASSET:
		return n < seen_n_assets(seen) ? seen_asset(seen, n)->id : "";
	case THING_PROVIDER:
	case THING_TOKEN:
		return seen_record(seen, record_of(kind), n)->id;
	case THING_REQUEST:
		return request_id(seen, n);
	default:
		return "";
	}
}

struct thing thing_of(const struct app *app, enum thing_kind kind,
		      uint32_t number)
{
	struct thing thing = { .kind = kind };

	if (kind == THING_SETTING || kind == THING_HEADING)
		snprintf(thing.id, sizeof(thing.id), "%u", number);
	else if (kind != THING_NONE)
		snprintf(thing.id, sizeof(thing.id), "%s",
			 id_of(app, kind, number));
	return thing;
}

uint32_t thing_number(const struct app *app, const struct thing *thing)
{
	const struct seen *seen = app_seen(app);
	const struct facts *facts = seen_judged(seen);
	enum builtin one;
	unsigned n = 0;

	switch (thing->kind) {
	case THING_PROJECT:
		return facts_project(facts, thing->id);
	case THING_USER:
		return strcmp(thing->id, "anonymous") == 0 ? ANYONE :
			facts_user(facts, thing->id);
	case THING_GROUP:
		return facts_group(facts, thing->id);
	case THING_BUILTIN:
		return builtin_parse(thing->id, &one) ? (uint32_t)one : NOBODY;
	case THING_ASSET:
		return facts_asset(facts, thing->id);
	case THING_PROVIDER:
	case THING_TOKEN:
		n = whose_find(facts, record_of(thing->kind), thing->id);
		return sees_record(seen, record_of(thing->kind), n) ? n : NOBODY;
	case THING_REQUEST:
		return request_find(seen, thing->id);
	case THING_SETTING:
	case THING_HEADING:
		return sscanf(thing->id, "%u", &n) == 1 ? n : NOBODY;
	default:
		return NOBODY;
	}
}

bool thing_seen(const struct app *app, const struct thing *thing)
{
	const struct seen *seen = app_seen(app);
	uint32_t n = thing_number(app, thing);

	switch (n == NOBODY ? THING_NONE : thing->kind) {
	case THING_PROJECT:
		return sees_project(seen, n) != SIGHT_NOTHING;
	case THING_USER:
		return sees_user(seen, n);
	case THING_GROUP:
		return sees_group(seen, n);
	case THING_ASSET:
		return sees_asset(seen, n) != SIGHT_NOTHING;
	case THING_PROVIDER:
	case THING_TOKEN:
	case THING_REQUEST:
		return true;
	default:
		return false;
	}
}

bool thing_same(const struct thing *a, const struct thing *b)
{
	return a->kind == b->kind && strcmp(a->id, b->id) == 0;
}

static uint64_t hash_of(enum thing_kind kind, const char *id, size_t most)
{
	uint64_t hash = 14695981039346656037u ^ (uint64_t)kind;
	size_t i;

	hash *= 1099511628211u;
	for (i = 0; i < most && id[i]; i++)
		hash = (hash ^ (unsigned char)id[i]) * 1099511628211u;
	return hash;
}

uint64_t thing_hash(const struct thing *thing)
{
	return hash_of(thing->kind, thing->id, sizeof(thing->id));
}

uint64_t thing_hash_of(const struct app *app, enum thing_kind kind, uint32_t number)
{
	struct thing thing;

	if (kind != THING_SETTING && kind != THING_HEADING)
		return hash_of(kind, id_of(app, kind, number),
			       sizeof(thing.id) - 1);
	thing = thing_of(app, kind, number);
	return thing_hash(&thing);
}

static const char *numbered(const struct app *app, enum thing_kind kind, uint32_t n,
			    bool told)
{
	const struct seen *seen = app_seen(app);

	if (kind == THING_USER && n == ANYONE)
		return "anyone (web)";
	switch (kind) {
	case THING_PROJECT:
		return told ? seen_project_label(seen, n) :
			      seen_project(seen, n)->title;
	case THING_USER:
		return told ? seen_user_label(seen, n) :
			      seen_user_name(seen, n);
	case THING_GROUP:
		return told ? seen_group_label(seen, n) :
			      seen_group(seen, n)->name;
	case THING_BUILTIN:
		return builtin_label((enum builtin)n);
	case THING_ASSET:
		return told ? seen_asset_label(seen, n) :
			      seen_asset(seen, n)->name;
	case THING_PROVIDER:
	case THING_TOKEN:
		return seen_record(seen, record_of(kind), n)->name;
	case THING_REQUEST:
		return request_id(seen, n);
	default:
		return "";
	}
}

static const char *name_of(const struct app *app, const struct thing *thing, bool told)
{
	uint32_t n = thing_number(app, thing);

	return n == NOBODY ? thing->id : numbered(app, thing->kind, n, told);
}

const char *thing_name_of(const struct app *app, enum thing_kind kind, uint32_t number)
{
	return numbered(app, kind, number, true);
}

const char *thing_name(const struct app *app, const struct thing *thing)
{
	return name_of(app, thing, true);
}

const char *thing_bare_name(const struct app *app, const struct thing *thing)
{
	return name_of(app, thing, false);
}

const char *thing_noun(const struct app *app, const struct thing *thing)
{
	uint32_t n;

	switch (thing->kind) {
	case THING_PROJECT:
		return "project";
	case THING_USER:
		return "user";
	case THING_GROUP:
	case THING_BUILTIN:
		return "group";
	case THING_ASSET:
		n = thing_number(app, thing);
		return n == NOBODY ? "asset" :
			kind_at(seen_asset(app_seen(app), n)->kind)->noun;
	case THING_PROVIDER:
		return "provider";
	case THING_TOKEN:
		return "token";
	case THING_REQUEST:
		return "access";
	default:
		return "workspace";
	}
}

const char *thing_type_label(const struct fact_asset *asset)
{
	const struct kind_type *type = kind_type(kind_at(asset->kind), asset->type);

	return asset->type[0] && type && type->label ? type->label : asset->type;
}

const char *thing_label(const struct app *app, const struct thing *thing)
{
	uint32_t n;

	switch (thing->kind) {
	case THING_ASSET:
		n = thing_number(app, thing);
		return n == NOBODY ? "asset" :
			kind_at(seen_asset(app_seen(app), n)->kind)->label;
	case THING_BUILTIN:
		return "built-in group";
	case THING_PROVIDER:
		return "Git provider";
	case THING_TOKEN:
		return "API token";
	case THING_REQUEST:
		return "request for access";
	default:
		return thing_noun(app, thing);
	}
}

/* Would this text be understood as this thing? */
static bool enough(const struct app *app, const struct thing *thing,
		   const char *text)
{
	uint32_t found = NOBODY;
	struct error err;
	bool ok;

	switch (thing->kind) {
	case THING_PROJECT:
		ok = app_find_project(app, text, &found, &err);
		break;
	case THING_USER:
		ok = app_find_user(app, text, &found, &err);
		break;
	case THING_GROUP:
		ok = app_find_group(app, text, &found, &err);
		break;
	case THING_ASSET:
		ok = app_find_asset(app, thing_noun(app, thing), text, &found,
				    &err);
		break;
	case THING_PROVIDER:
	case THING_TOKEN:
		ok = app_find_record(app, record_of(thing->kind), text, &found,
				     &err);
		break;
	default:
		return false;
	}
	return ok && found == thing_number(app, thing);
}

void thing_argument(const struct app *app, const struct thing *thing,
		    struct buf *out)
{
	const char *text = thing_bare_name(app, thing);

	if (strchr(text, '"') || strchr(text, '\\') || text[0] == '-' ||
	    !enough(app, thing, text))
		text = thing->id;
	if (strpbrk(text, " \t'"))
		buf_printf(out, "\"%s\"", text);
	else
		buf_adds(out, text);
}
