/* edit_past_turn.c: the edits that take an edit back, or do it once more. */
#include <assert.h>
#include <string.h>

#include "model/edit_past_priv.h"

static void put(const struct past_turn *turn, struct edit edit)
{
	turn->put(turn->ctx, edit);
}

/* ---- who changed it, and when -------------------------------------------------------- */

struct now {
	int64_t when;
	const char *by;
};

static struct now stamp_of(const struct facts *facts, const struct edit *edit)
{
	switch (edit->kind) {
	case EDIT_PROJECT_STATE:
		return (struct now){ facts->projects[edit->project].trashed, "" };
	case EDIT_PROJECT_EDITORS:
		return (struct now){
			facts->projects[edit->project].share_switched,
			facts->projects[edit->project].share_switched_by };
	default:
		return (struct now){ facts->assets[edit->asset].updated,
				     facts->assets[edit->asset].updated_by };
	}
}

static bool is_stamped(enum edit_kind kind)
{
	return (kind >= EDIT_ASSET_NAME && kind <= EDIT_ASSET_STATUS) ||
		kind == EDIT_PROJECT_STATE || kind == EDIT_PROJECT_EDITORS;
}

static int64_t said(int64_t when)
{
	return when == EDIT_NEVER ? 0 : when;
}

static bool same_stamp(const struct now *a, int64_t when, const char *by)
{
	return a->when == said(when) &&
		strcmp(a->by, by ? by : "") == 0;
}

/* The stamp comes back with the rest, unless somebody else changed the thing in
 * between: then it is changed now. */
static void bring_stamp(const struct past_turn *turn, const struct past_edit *one,
			struct edit *edit)
{
	int64_t left = one->when ? one->when : turn->past->time;
	const char *left_by = one->when ? one->by : turn->past->actor;
	struct now now;

	if (!is_stamped(edit->kind))
		return;
	now = stamp_of(turn->facts, edit);
	if (edit->kind == EDIT_PROJECT_STATE) {
		left_by = "";
		if ((turn->back ? one->after : one->before) != STATE_TRASHED)
			now.when = turn->back ? said(left) : one->old_when;
	}
	if (!same_stamp(&now, left, left_by) &&
	    !same_stamp(&now, one->old_when, one->old_by))
		return;
	edit->when = turn->back ? one->old_when : left;
	edit->by = turn->back ? one->old_by : left_by;
	if (!edit->when)
		edit->when = EDIT_NEVER;
}

/* ---- whole things -------------------------------------------------------------------- */

static uint32_t other_side(const struct facts *facts, const struct past_link *link,
			   bool of_group)
{
	switch (link->kind) {
	case EDIT_MEMBER:
	case EDIT_GRANT_USER:
		return facts_user(facts, link->id);
	case EDIT_GRANT_GROUP:
		return of_group ? facts_project(facts, link->id) :
			facts_group(facts, link->id);
	default:
		return facts_asset(facts, link->id);
	}
}

static void put_group_link(const struct past_turn *turn, uint32_t group,
			   const struct past_link *link)
{
	uint32_t other = other_side(turn->facts, link, true);
	struct edit edit = edit_of(link->kind);

	if (other == NOBODY) {
		if (turn->lost)
			turn->lost(turn->ctx, link);
		return;
	}
	edit.group = group;
	edit.value = link->value;
	if (link->kind == EDIT_MEMBER)
		edit.user = other;
	else if (link->kind == EDIT_ASSET_GROUP)
		edit.asset = other;
	else
		edit.project = other;
	put(turn, edit);
}

static void add_group(const struct past_turn *turn, const struct past_edit *one)
{
	struct edit edit = edit_of(EDIT_GROUP_ADD);
	uint32_t group;

	edit.text = one->group;
	edit.text2 = one->thing.name;
	put(turn, edit);
	group = facts_group(turn->facts, one->group);
	for (size_t i = 0; i < one->thing.n_links; i++)
		put_group_link(turn, group, &one->thing.links[i]);
}

static void put_asset_link(const struct past_turn *turn, uint32_t asset,
			   const struct past_link *link)
{
	struct edit edit = edit_of(link->kind);
	uint32_t other = link->kind == EDIT_IMPORT ?
		facts_project(turn->facts, link->id) :
		facts_group(turn->facts, link->id);

	if (other == NOBODY) {
		if (turn->lost)
			turn->lost(turn->ctx, link);
		return;
	}
	edit.asset = asset;
	edit.value = 1;
	if (link->kind == EDIT_IMPORT)
		edit.project = other;
	else
		edit.group = other;
	put(turn, edit);
}

static int64_t or_never(int64_t when)
{
	return when ? when : EDIT_NEVER;
}

static void add_asset(const struct past_turn *turn, const struct past_edit *one)
{
	const struct past_thing *thing = &one->thing;
	bool deleted = one->kind == EDIT_ASSET_DELETE;
	struct edit edit = edit_of(EDIT_ASSET_ADD);
	uint32_t asset;

	edit.text = one->asset;
	edit.text2 = thing->name;
	edit.text3 = thing->type;
	edit.text4 = strcmp(thing->config, "{}") == 0 ? NULL : thing->config;
	edit.value = thing->value;
	edit.when = or_never(deleted ? thing->when : one->when ? one->when :
			     turn->past->time);
	edit.by = deleted ? thing->by : one->when ? one->by : turn->past->actor;
	put(turn, edit);
	asset = facts_asset(turn->facts, one->asset);
	edit.asset = asset;
	edit.kind = EDIT_ASSET_DESCRIPTION;
	edit.text = thing->description ? thing->description : "";
	put(turn, edit);
	edit.kind = EDIT_ASSET_STATUS;
	edit.text = thing->status;
	if (edit.text)
		put(turn, edit);
	edit = edit_of(EDIT_ASSET_BUILTIN);
	edit.asset = asset;
	edit.value = thing->builtin;
	put(turn, edit);
	for (size_t i = 0; i < thing->n_links; i++)
		put_asset_link(turn, asset, &thing->links[i]);
}

static void put_text(const struct past_turn *turn, enum edit_kind kind,
		     uint32_t project, const char *text)
{
	struct edit edit = edit_of(kind);

	edit.project = project;
	edit.text = text ? text : "";
	put(turn, edit);
}

static void put_value(const struct past_turn *turn, enum edit_kind kind,
		      uint32_t project, int value)
{
	struct edit edit = edit_of(kind);

	edit.project = project;
	edit.value = value;
	put(turn, edit);
}

static void put_project_link(const struct past_turn *turn, uint32_t project,
			     const struct past_link *link)
{
	uint32_t other = other_side(turn->facts, link, false);
	struct edit edit = edit_of(link->kind);

	if (other == NOBODY) {
		if (turn->lost)
			turn->lost(turn->ctx, link);
		return;
	}
	edit.project = project;
	edit.value = link->value;
	if (link->kind == EDIT_GRANT_USER)
		edit.user = other;
	else if (link->kind == EDIT_GRANT_GROUP)
		edit.group = other;
	else
		edit.asset = other;
	put(turn, edit);
}

static void add_own(const struct past_turn *turn, uint32_t project,
		    const struct past_edit *one)
{
	struct edit edit = edit_of(EDIT_OWN_ADD);

	edit.project = project;
	edit.text = one->own;
	edit.text2 = one->thing.name;
	edit.text3 = one->thing.type;
	edit.text4 = one->thing.config;
	edit.value = one->thing.value;
	put(turn, edit);
}

/* Switched on is how it starts: what was switched back on has its stamp alone. */
static void put_editors(const struct past_turn *turn, uint32_t project,
			const struct past_thing *thing)
{
	struct edit edit = edit_of(EDIT_PROJECT_EDITORS);

	edit.project = project;
	edit.when = or_never(thing->switched);
	edit.by = thing->switched_by;
	edit.value = 0;
	if (thing->editors && !thing->switched)
		return;
	put(turn, edit);
	edit.value = 1;
	if (thing->editors)
		put(turn, edit);
}

static void add_project(const struct past_turn *turn, const struct past_edit *one)
{
	const struct past_thing *thing = &one->thing;
	struct edit edit = edit_of(EDIT_PROJECT_ADD);
	uint32_t project;

	edit.text = one->project;
	edit.text2 = thing->name;
	edit.user = facts_user(turn->facts, thing->owner);
	put(turn, edit);
	project = facts_project(turn->facts, one->project);
	put_text(turn, EDIT_PROJECT_DESCRIPTION, project, thing->description);
	put_text(turn, EDIT_PROJECT_STATUS, project, thing->status);
	put_text(turn, EDIT_PROJECT_CATEGORIES, project, thing->categories);
	put_editors(turn, project, thing);
	put_value(turn, EDIT_PROJECT_WORKSPACE, project, thing->workspace);
	put_value(turn, EDIT_PROJECT_PUBLIC, project, thing->public_web);
	for (size_t i = 0; i < thing->n_links; i++)
		put_project_link(turn, project, &thing->links[i]);
	for (size_t i = 0; i < thing->n_own; i++)
		add_own(turn, project, &thing->own[i]);
	edit = edit_of(EDIT_PROJECT_STATE);
	edit.project = project;
	edit.value = thing->state;
	edit.when = or_never(thing->when);
	put(turn, edit);
}

static void add_user(const struct past_turn *turn, const struct past_edit *one)
{
	struct edit edit = edit_of(EDIT_USER_ADD);

	edit.text = one->user;
	edit.text2 = one->thing.email;
	edit.text3 = one->thing.name;
	edit.value = one->thing.value;
	put(turn, edit);
}

static void add_thing(const struct past_turn *turn, const struct past_edit *one)
{
	switch (one->kind) {
	case EDIT_USER_ADD:
	case EDIT_USER_DELETE:
		add_user(turn, one);
		break;
	case EDIT_GROUP_ADD:
	case EDIT_GROUP_DELETE:
		add_group(turn, one);
		break;
	case EDIT_ASSET_ADD:
	case EDIT_ASSET_DELETE:
		add_asset(turn, one);
		break;
	case EDIT_OWN_ADD:
	case EDIT_OWN_DELETE:
		add_own(turn, facts_project(turn->facts, one->project), one);
		break;
	default:
		add_project(turn, one);
	}
}

static void delete_thing(const struct past_turn *turn, const struct past_edit *one)
{
	struct edit edit = edit_of(EDIT_PROJECT_DELETE);

	switch (one->kind) {
	case EDIT_USER_ADD:
	case EDIT_USER_DELETE:
		edit.kind = EDIT_USER_DELETE;
		edit.user = facts_user(turn->facts, one->user);
		break;
	case EDIT_GROUP_ADD:
	case EDIT_GROUP_DELETE:
		edit.kind = EDIT_GROUP_DELETE;
		edit.group = facts_group(turn->facts, one->group);
		break;
	case EDIT_ASSET_ADD:
	case EDIT_ASSET_DELETE:
		edit.kind = EDIT_ASSET_DELETE;
		edit.asset = facts_asset(turn->facts, one->asset);
		break;
	case EDIT_OWN_ADD:
	case EDIT_OWN_DELETE:
		edit.kind = EDIT_OWN_DELETE;
		edit.text = one->own;
		edit.project = facts_project(turn->facts, one->project);
		break;
	default:
		edit.project = facts_project(turn->facts, one->project);
	}
	put(turn, edit);
}

void past_turn(const struct past_turn *turn, const struct past_edit *one)
{
	struct edit edit;

	if (past_adds(one->kind) || past_deletes(one->kind)) {
		if (past_adds(one->kind) == turn->back)
			delete_thing(turn, one);
		else
			add_thing(turn, one);
		return;
	}
	if (!past_probe(turn->facts, one, turn->back, &edit)) {
		assert(false && "an edit whose things are there");
		return;
	}
	bring_stamp(turn, one, &edit);
	put(turn, edit);
}
