/* edit_past_same.c: does what an edit left, or found, still stand? */
#include <string.h>

#include "model/config.h"
#include "model/edit_past_priv.h"
#include "model/facts_priv.h"

static uint32_t number(const char *id,
		       uint32_t (*find)(const struct facts *, const char *),
		       const struct facts *facts, bool *there)
{
	uint32_t n = id ? find(facts, id) : NOBODY;

	if (id && n == NOBODY)
		*there = false;
	return n;
}

static bool points(enum edit_kind kind)
{
	return kind == EDIT_DEFAULT_ASSET || kind == EDIT_PROJECT_OWNER;
}

static bool owns(enum edit_kind kind)
{
	return kind == EDIT_OWN_NAME || kind == EDIT_OWN_TYPE ||
		kind == EDIT_OWN_CONFIG;
}

bool past_probe(const struct facts *facts, const struct past_edit *one,
		bool before, struct edit *out)
{
	const char *text = before ? one->before_text : one->after_text;
	bool there = true;

	*out = edit_of(one->kind);
	out->user = number(one->user, facts_user, facts, &there);
	out->group = number(one->group, facts_group, facts, &there);
	out->asset = number(one->asset, facts_asset, facts, &there);
	out->project = number(one->project, facts_project, facts, &there);
	out->value = before ? one->before : one->after;
	if (owns(one->kind)) {
		out->text = one->own;
		out->text2 = text ? text : "";
		return there && one->own && out->project != NOBODY &&
			facts_own(facts, out->project, one->own) != NOBODY;
	}
	if (one->kind == EDIT_SETTING)
		out->text = one->setting;
	else if (one->kind == EDIT_DEFAULT_ASSET)
		out->asset = number(text, facts_asset, facts, &there);
	else if (one->kind == EDIT_PROJECT_OWNER)
		out->user = number(text, facts_user, facts, &there);
	else
		out->text = text;
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

static uint32_t live_groups(const struct facts *facts, const struct numbers *set)
{
	uint32_t n = 0;

	for (uint32_t i = 0; i < set->n; i++)
		n += !facts->groups[set->v[i]].gone;
	return n;
}

static uint32_t live_assets(const struct facts *facts, const struct numbers *set)
{
	uint32_t n = 0;

	for (uint32_t i = 0; i < set->n; i++)
		n += !facts->assets[set->v[i]].gone;
	return n;
}

static uint32_t live_projects(const struct facts *facts, const struct numbers *set)
{
	uint32_t n = 0;

	for (uint32_t i = 0; i < set->n; i++)
		n += !facts->projects[set->v[i]].gone;
	return n;
}

static uint32_t live_users(const struct facts *facts, const struct numbers *set)
{
	uint32_t n = 0;

	for (uint32_t i = 0; i < set->n; i++)
		n += !facts->users[set->v[i]].gone;
	return n;
}

static uint32_t live_grants(const struct facts *facts,
			    const struct fact_project *project)
{
	uint32_t n = 0;

	for (uint32_t i = 0; i < project->n_grants; i++)
		n += project->grants[i].group ?
			!facts->groups[project->grants[i].who].gone :
			!facts->users[project->grants[i].who].gone;
	return n;
}

static bool user_same(const struct facts *facts, uint32_t n,
		      const struct past_thing *thing)
{
	const struct fact_user *user = &facts->users[n];

	return same(user->email, thing->email) && same(user->name, thing->name) &&
		(int)user->role == thing->value && user->active &&
		!user->login && !live_groups(facts, &user->groups) &&
		!live_projects(facts, &user->projects);
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
static bool group_link(const struct facts *facts, uint32_t group,
		       const struct past_link *link, uint32_t *gone)
{
	const struct fact_grant *grant;
	uint32_t n;

	switch (link->kind) {
	case EDIT_MEMBER:
		n = facts_user(facts, link->id);
		*gone += n == NOBODY;
		return n == NOBODY ||
			numbers_has(&facts->groups[group].members, n);
	case EDIT_ASSET_GROUP:
		n = facts_asset(facts, link->id);
		*gone += n == NOBODY;
		return n == NOBODY ||
			numbers_has(&facts->groups[group].assets, n);
	default:
		n = facts_project(facts, link->id);
		*gone += n == NOBODY;
		grant = n == NOBODY ? NULL : facts_grant(facts, n, true, group);
		return n == NOBODY || (grant && grant->level == link->value);
	}
}

static bool group_same(const struct facts *facts, uint32_t n,
		       const struct past_thing *thing)
{
	const struct fact_group *group = &facts->groups[n];
	uint32_t gone = 0;

	if (!same(group->name, thing->name))
		return false;
	for (size_t i = 0; i < thing->n_links; i++)
		if (!group_link(facts, n, &thing->links[i], &gone))
			return false;
	return live_users(facts, &group->members) +
		live_projects(facts, &group->projects) +
		live_assets(facts, &group->assets) + gone == thing->n_links;
}

static bool asset_same(const struct facts *facts, uint32_t n,
		       const struct past_thing *thing, struct arena *arena)
{
	const struct fact_asset *asset = &facts->assets[n];

	return (int)asset->kind == thing->value && same(asset->name, thing->name) &&
		same(asset->type, thing->type) &&
		same_config(asset->config, thing->config, arena) &&
		same(asset->description, thing->description) &&
		(int)asset->builtin == thing->builtin &&
		same(asset->status, thing->status ? thing->status :
		     facts_asset_status(asset)) &&
		live_groups(facts, &asset->groups) ==
			links_of(thing, EDIT_ASSET_GROUP) &&
		live_projects(facts, &asset->projects) ==
			links_of(thing, EDIT_IMPORT) &&
		facts->default_asset != n;
}

static bool project_same(const struct facts *facts, uint32_t n,
			 const struct past_thing *thing)
{
	const struct fact_project *project = &facts->projects[n];

	return same(project->title, thing->name) &&
		same(project->description, thing->description) &&
		same(project->status, thing->status) &&
		same(project->categories, thing->categories) &&
		same(facts->users[project->owner].id, thing->owner) &&
		(int)project->state == thing->state &&
		project->editors_may_share == thing->editors &&
		project->workspace == thing->workspace &&
		project->public_web == thing->public_web &&
		live_grants(facts, project) + live_assets(facts, &project->assets)
			== thing->n_links && project->n_own == thing->n_own;
}

static bool own_same(const struct facts *facts, uint32_t project, uint32_t n,
		     const struct past_thing *thing, struct arena *arena)
{
	const struct fact_own *own = &facts->projects[project].own[n];

	return (int)own->kind == thing->value && same(own->name, thing->name) &&
		same(own->type, thing->type) &&
		same_config(own->config, thing->config, arena);
}

/* The thing itself: its number, NOBODY where it is not there. */
static uint32_t itself(const struct facts *facts, const struct past_edit *one,
		       uint32_t *project)
{
	*project = one->project ? facts_project(facts, one->project) : NOBODY;
	switch (one->kind) {
	case EDIT_USER_ADD:
	case EDIT_USER_DELETE:
		return one->user ? facts_user(facts, one->user) : NOBODY;
	case EDIT_GROUP_ADD:
	case EDIT_GROUP_DELETE:
		return one->group ? facts_group(facts, one->group) : NOBODY;
	case EDIT_ASSET_ADD:
	case EDIT_ASSET_DELETE:
		return one->asset ? facts_asset(facts, one->asset) : NOBODY;
	case EDIT_OWN_ADD:
	case EDIT_OWN_DELETE:
		return *project == NOBODY || !one->own ? NOBODY :
			facts_own(facts, *project, one->own);
	default:
		return *project;
	}
}

static bool thing_same(const struct facts *facts, const struct past_edit *one,
		       uint32_t n, uint32_t project, struct arena *arena)
{
	switch (one->kind) {
	case EDIT_USER_ADD:
	case EDIT_USER_DELETE:
		return user_same(facts, n, &one->thing);
	case EDIT_GROUP_ADD:
	case EDIT_GROUP_DELETE:
		return group_same(facts, n, &one->thing);
	case EDIT_ASSET_ADD:
	case EDIT_ASSET_DELETE:
		return asset_same(facts, n, &one->thing, arena);
	case EDIT_OWN_ADD:
	case EDIT_OWN_DELETE:
		return own_same(facts, project, n, &one->thing, arena);
	default:
		return project_same(facts, n, &one->thing);
	}
}

/* What it needs beside itself, to be made again. */
static bool has_room(const struct facts *facts, const struct past_edit *one,
		     uint32_t project)
{
	switch (one->kind) {
	case EDIT_USER_ADD:
	case EDIT_USER_DELETE:
		return facts_user_by_email(facts, one->thing.email) == NOBODY;
	case EDIT_PROJECT_ADD:
	case EDIT_PROJECT_DELETE:
		return facts_user(facts, one->thing.owner) != NOBODY;
	case EDIT_OWN_ADD:
	case EDIT_OWN_DELETE:
		return project != NOBODY;
	default:
		return true;
	}
}

static enum past_state thing_state(const struct facts *facts,
				   const struct past_edit *one, bool back,
				   struct arena *arena)
{
	bool wanted = past_adds(one->kind) == back;	/* it must be there */
	uint32_t project, n = itself(facts, one, &project);

	if (!wanted)
		return n == NOBODY && has_room(facts, one, project) ?
			PAST_STANDS : PAST_GONE;
	if (n == NOBODY)
		return PAST_GONE;
	return thing_same(facts, one, n, project, arena) ? PAST_STANDS :
		PAST_MOVED;
}

/* ---- fields ------------------------------------------------------------------------ */

static bool config_stands(const struct facts *facts, const struct past_edit *one,
			  const struct edit *probe, struct arena *arena)
{
	if (one->kind == EDIT_ASSET_CONFIG)
		return same_config(facts->assets[probe->asset].config,
				   probe->text, arena);
	return same_config(facts->projects[probe->project].own[
		facts_own(facts, probe->project, one->own)].config,
		probe->text2, arena);
}

enum past_state past_state(const struct facts *facts, const struct past_edit *one,
			   bool back, struct arena *arena)
{
	struct edit probe, aim;

	if (one->kind == EDIT_KINDS)
		return PAST_GONE;
	if (past_adds(one->kind) || past_deletes(one->kind))
		return thing_state(facts, one, back, arena);
	/* Where it pointed to or is to point to may be what is gone. */
	if (!past_probe(facts, one, !back, &probe))
		return points(one->kind) && past_probe(facts, one, back, &aim) ?
			PAST_MOVED : PAST_GONE;
	if (!past_probe(facts, one, back, &aim))
		return PAST_GONE;
	if (one->kind == EDIT_ASSET_CONFIG || one->kind == EDIT_OWN_CONFIG)
		return config_stands(facts, one, &probe, arena) ? PAST_STANDS :
			PAST_MOVED;
	return edit_changes(facts, &probe) ? PAST_MOVED : PAST_STANDS;
}

static bool both(const char *a, const char *b)
{
	return a && b && strcmp(a, b) == 0;
}

static bool is_whole(const struct past_edit *one)
{
	return past_adds(one->kind) || past_deletes(one->kind);
}

/* The thing that is added or deleted is one of those the other speaks of. */
static bool speaks_of(const struct past_edit *whole, const struct past_edit *other)
{
	switch (whole->kind) {
	case EDIT_USER_ADD:
	case EDIT_USER_DELETE:
		return both(whole->user, other->user) ||
			(other->kind == EDIT_PROJECT_OWNER &&
			 both(whole->user, other->after_text)) ||
			(other->kind == EDIT_PROJECT_ADD &&
			 both(whole->user, other->thing.owner)) ||
			(other->kind == EDIT_USER_ADD &&
			 both(whole->thing.email, other->thing.email));
	case EDIT_GROUP_ADD:
	case EDIT_GROUP_DELETE:
		return both(whole->group, other->group);
	case EDIT_ASSET_ADD:
	case EDIT_ASSET_DELETE:
		return both(whole->asset, other->asset) ||
			(other->kind == EDIT_DEFAULT_ASSET &&
			 both(whole->asset, other->after_text));
	case EDIT_OWN_ADD:
	case EDIT_OWN_DELETE:
		return both(whole->own, other->own);
	default:
		return both(whole->project, other->project);
	}
}

static bool same_or_none(const char *a, const char *b)
{
	return a == b || both(a, b);
}

bool past_meets(const struct past_edit *a, const struct past_edit *b)
{
	if (a->kind == EDIT_KINDS || b->kind == EDIT_KINDS)
		return b->kind == EDIT_KINDS && both(b->name, "replace");
	if (is_whole(a) && speaks_of(a, b))
		return true;
	if (is_whole(b))
		return speaks_of(b, a);
	return a->kind == b->kind && same_or_none(a->user, b->user) &&
		same_or_none(a->group, b->group) &&
		same_or_none(a->asset, b->asset) &&
		same_or_none(a->project, b->project) &&
		same_or_none(a->own, b->own) &&
		same_or_none(a->setting, b->setting);
}
