/* edit_past_same.c: does what an edit left, or found, still stand? */
#include <string.h>

#include "model/config.h"
#include "model/edit_past_priv.h"
#include "model/edit_priv.h"
#include "model/facts_priv.h"

/* Its number; a thing that is named and not there is missed. */
static uint32_t number(const struct facts *facts, enum whose whose, const char *id,
		       bool *there)
{
	uint32_t n = whose_find(facts, whose, id);

	if (id && n == NOBODY)
		*there = false;
	return n;
}

static bool points(const struct past_edit *one)
{
	return past_edit_row(one)->shape == EDITS_FIELD &&
		past_edit_row(one)->holds == HOLDS_THING;
}

bool past_probe(const struct facts *facts, const struct past_edit *one,
		bool before, struct edit *out)
{
	const struct edit_field *field = past_edit_row(one);
	const char *text = before ? one->before_text : one->after_text;
	bool there = true;

	*out = edit_of(one->kind);
	for (enum whose whose = OF_USER; whose <= OF_PROJECT; whose++)
		edit_about(out, whose, number(facts, whose, past_id(one, whose),
					      &there));
	out->value = before ? one->before : one->after;
	if (field->whose == OF_OWN) {
		out->text = one->own;
		out->text2 = text ? text : "";
		return there && one->own && out->project != NOBODY &&
			facts_own(facts, out->project, one->own) != NOBODY;
	}
	if (points(one))
		edit_about(out, field->other,
			   number(facts, field->other, text, &there));
	else
		out->text = one->kind == EDIT_SETTING ? one->setting : text;
	return there;
}

bool past_edit_of(const struct facts *facts, const struct past_edit *one,
		  struct edit *out)
{
	return past_probe(facts, one, false, out);
}

/* ---- whole things ------------------------------------------------------------------ */

static bool same(const char *a, const char *b)
{
	return strcmp(a ? a : "", b ? b : "") == 0;
}

static bool same_config(const char *a, const char *b, struct arena *arena)
{
	return same(a, b) || same(config_rest(a, NULL, arena),
				  config_rest(b, NULL, arena));
}

/* What the event says of an asset's status, or what it is by its fields. */
static const char *text_was(const struct edit_field *field,
			    const struct past_thing *thing, const void *now)
{
	const char *text = field_text(field, &thing->was);

	return field->kind == EDIT_ASSET_STATUS && !*text ?
		facts_asset_status(now) : text;
}

static bool fields_same(const struct facts *facts, enum whose whose,
			const void *now, const struct past_thing *thing,
			struct arena *arena)
{
	const struct edit_field *field = NULL;
	bool good = true;

	while (good && (field = edit_field_next(whose, field))) {
		if (field->holds == HOLDS_CONFIG)
			good = same_config(field_text(field, now),
					   field_text(field, &thing->was), arena);
		else if (field->holds == HOLDS_TEXT)
			good = same(field_text(field, now),
				    text_was(field, thing, now));
		else if (field->holds == HOLDS_THING)
			good = same(whose_id(facts, field->other,
				    field_number(field, now)), thing->owner);
		else
			good = field_value(field, now) ==
				field_value(field, &thing->was);
	}
	return good;
}

static uint32_t live_grants(const struct facts *facts,
			    const struct fact_project *project)
{
	uint32_t n = 0;

	for (uint32_t i = 0; i < project->n_grants; i++)
		n += !*whose_gone(facts, project->grants[i].group ? OF_GROUP :
				  OF_USER, project->grants[i].who);
	return n;
}

static uint32_t links_of(const struct past_thing *thing, enum edit_kind kind)
{
	uint32_t n = 0;

	for (size_t i = 0; i < thing->n_links; i++)
		n += thing->links[i].kind == kind;
	return n;
}

/* A link that is as it was; what is gone with its other side counts as such.
 * *gone counts those. */
static bool link_same(const struct facts *facts, uint32_t group,
		      const struct past_link *link, uint32_t *gone)
{
	enum whose other = past_other(link, OF_GROUP);
	uint32_t n = whose_find(facts, other, link->id);
	struct edit edit = edit_for(link->kind, OF_GROUP, group);

	edit_about(&edit, other, n);
	edit.value = link->value;
	*gone += n == NOBODY;
	return n == NOBODY || !edit_changes(facts, &edit);
}

static bool group_same(const struct facts *facts, uint32_t n,
		       const struct past_thing *thing)
{
	const struct fact_group *group = &facts->groups[n];
	uint32_t gone = 0;

	for (size_t i = 0; i < thing->n_links; i++)
		if (!link_same(facts, n, &thing->links[i], &gone))
			return false;
	return whose_live(facts, OF_USER, &group->members) +
		whose_live(facts, OF_PROJECT, &group->projects) +
		whose_live(facts, OF_ASSET, &group->assets) + gone ==
		thing->n_links;
}

static bool user_same(const struct facts *facts, const struct fact_user *user,
		      const struct past_thing *thing)
{
	return same(user->email, thing->was.user.email) &&
		!whose_live(facts, OF_GROUP, &user->groups) &&
		!whose_live(facts, OF_PROJECT, &user->projects);
}

static bool asset_same(const struct facts *facts, uint32_t n,
		       const struct past_thing *thing)
{
	const struct fact_asset *asset = &facts->assets[n];

	return asset->kind == thing->was.asset.kind &&
		whose_live(facts, OF_GROUP, &asset->groups) ==
			links_of(thing, EDIT_ASSET_GROUP) &&
		whose_live(facts, OF_PROJECT, &asset->projects) ==
			links_of(thing, EDIT_IMPORT) &&
		facts->default_asset != n;
}

static bool project_same(const struct facts *facts,
			 const struct fact_project *project,
			 const struct past_thing *thing)
{
	return live_grants(facts, project) +
		whose_live(facts, OF_ASSET, &project->assets) ==
		thing->n_links && project->n_own == thing->n_own;
}

static bool thing_same(const struct facts *facts, const struct past_edit *one,
		       uint32_t n, uint32_t project, struct arena *arena)
{
	const struct past_thing *thing = &one->thing;
	enum whose whose = past_edit_row(one)->whose;
	const struct fact_own *own;

	if (whose == OF_OWN) {
		own = &facts->projects[project].own[n];
		return own->kind == thing->was.own.kind &&
			fields_same(facts, whose, own, thing, arena);
	}
	if (!fields_same(facts, whose, whose_thing(facts, whose, n), thing,
			 arena))
		return false;
	if (whose == OF_USER)
		return user_same(facts, &facts->users[n], thing);
	if (whose == OF_GROUP)
		return group_same(facts, n, thing);
	if (whose_record(whose))
		return true;
	if (whose == OF_ASSET)
		return asset_same(facts, n, thing);
	return project_same(facts, &facts->projects[n], thing);
}

/* What it needs beside itself, to be made again. */
static bool has_room(const struct facts *facts, const struct past_edit *one,
		     uint32_t project)
{
	switch (past_edit_row(one)->whose) {
	case OF_USER:
		return facts_user_by_email(facts, one->thing.was.user.email) ==
			NOBODY;
	case OF_PROJECT:
		return facts_user(facts, one->thing.owner) != NOBODY;
	case OF_OWN:
		return project != NOBODY;
	case OF_REQUEST:
		return (!one->project || project != NOBODY) &&
			facts_user(facts, one->user) != NOBODY;
	default:
		return true;
	}
}

static enum past_state thing_state(const struct facts *facts,
				   const struct past_edit *one, bool back,
				   struct arena *arena)
{
	const struct edit_field *field = past_edit_row(one);
	bool wanted = (field->shape == EDITS_ADD) == back;	/* it must be there */
	uint32_t project = whose_find(facts, OF_PROJECT, one->project), n;

	if (field->whose != OF_OWN)
		n = whose_find(facts, field->whose, past_id(one, field->whose));
	else
		n = project == NOBODY || !one->own ? NOBODY :
			facts_own(facts, project, one->own);
	if (!wanted)
		return n == NOBODY && has_room(facts, one, project) ?
			PAST_STANDS : PAST_GONE;
	if (n == NOBODY)
		return PAST_GONE;
	return thing_same(facts, one, n, project, arena) ? PAST_STANDS :
		PAST_MOVED;
}

/* ---- fields ------------------------------------------------------------------------ */

enum past_state past_state(const struct facts *facts, const struct past_edit *one,
			   bool back, struct arena *arena)
{
	const struct edit_field *field = past_edit_row(one);
	struct edit probe, aim;
	bool stands;

	if (one->kind == EDIT_KINDS)
		return PAST_GONE;
	if (past_is_whole(one))
		return thing_state(facts, one, back, arena);
	/* Where it pointed to or is to point to may be what is gone. */
	if (!past_probe(facts, one, !back, &probe))
		return points(one) && past_probe(facts, one, back, &aim) ?
			PAST_MOVED : PAST_GONE;
	if (!past_probe(facts, one, back, &aim))
		return PAST_GONE;
	if (field->holds == HOLDS_CONFIG)
		stands = same_config(field_text(field,
					edit_thing_now(facts, &probe)),
				     edit_said(&probe), arena);
	else
		stands = !edit_changes(facts, &probe);
	return stands ? PAST_STANDS : PAST_MOVED;
}

/* ---- two edits --------------------------------------------------------------------- */

static bool both(const char *a, const char *b)
{
	return a && b && strcmp(a, b) == 0;
}

/* The thing that is added or deleted is one of those the other speaks of. */
static bool speaks_of(const struct past_edit *whole, const struct past_edit *other)
{
	const struct edit_field *field = past_edit_row(other);
	enum whose whose = past_edit_row(whole)->whose;
	const char *id = past_id(whole, whose);

	if (both(id, past_id(other, whose)))
		return true;
	if (points(other) && field->other == whose)
		return both(id, other->after_text);
	if (field->shape != EDITS_ADD)
		return false;
	return field->other == whose ? both(id, other->thing.owner) :
		whose == OF_USER && field->whose == OF_USER &&
		both(whole->thing.was.user.email, other->thing.was.user.email);
}

static bool same_or_none(const char *a, const char *b)
{
	return a == b || both(a, b);
}

bool past_meets(const struct past_edit *a, const struct past_edit *b)
{
	if (a->kind == EDIT_KINDS || b->kind == EDIT_KINDS)
		return b->kind == EDIT_KINDS && both(b->name, "replace");
	if (past_is_whole(a) && speaks_of(a, b))
		return true;
	if (past_is_whole(b))
		return speaks_of(b, a);
	for (enum whose whose = OF_USER; whose <= OF_OWN; whose++)
		if (!same_or_none(past_id(a, whose), past_id(b, whose)))
			return false;
	return a->kind == b->kind && same_or_none(a->setting, b->setting);
}
