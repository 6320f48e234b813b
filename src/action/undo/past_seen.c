/* past_seen.c: see past_seen.h. */
#include "action/undo/past_seen.h"

static bool user_seen(const struct seen *seen, const char *id)
{
	return !id || sees_user(seen, facts_user(seen_judged(seen), id));
}

static bool group_seen(const struct seen *seen, const char *id)
{
	return !id || sees_group(seen, facts_group(seen_judged(seen), id));
}

/* least: what the edit tells of it. */
static bool asset_seen(const struct seen *seen, const char *id, enum sight least)
{
	return !id || sees_asset(seen, facts_asset(seen_judged(seen), id)) >=
		      least;
}

static bool project_seen(const struct seen *seen, const struct past_edit *one)
{
	uint32_t project;

	if (!one->project)
		return true;
	project = facts_project(seen_judged(seen), one->project);
	if (sees_project(seen, project) < SIGHT_ALL)
		return false;
	return (!one->own && !one->thing.n_own) || sees_own(seen, project);
}

static bool links_seen(const struct seen *seen, const struct past_thing *thing)
{
	size_t i;

	for (i = 0; i < thing->n_links; i++) {
		const struct past_link *link = &thing->links[i];

		switch (link->kind) {
		case EDIT_MEMBER:
		case EDIT_GRANT_USER:
			if (!user_seen(seen, link->id))
				return false;
			break;
		case EDIT_IMPORT:
			if (!asset_seen(seen, link->id, SIGHT_NAME))
				return false;
			break;
		default:
			if (!group_seen(seen, link->id))
				return false;
		}
	}
	return user_seen(seen, thing->owner && *thing->owner ? thing->owner :
			       NULL);
}

/* What an edit points from and to. */
static bool images_seen(const struct seen *seen, const struct past_edit *one)
{
	if (one->kind == EDIT_PROJECT_OWNER)
		return user_seen(seen, one->before_text) &&
		       user_seen(seen, one->after_text);
	if (one->kind == EDIT_DEFAULT_ASSET)
		return asset_seen(seen, one->before_text, SIGHT_NAME) &&
		       asset_seen(seen, one->after_text, SIGHT_NAME);
	return true;
}

bool past_seen(const struct seen *seen, const struct past *past)
{
	size_t i;

	if (seen->all)
		return true;
	for (i = 0; i < past->n; i++) {
		const struct past_edit *one = &past->edits[i];

		if (!user_seen(seen, one->user) ||
		    !group_seen(seen, one->group) ||
		    !asset_seen(seen, one->asset, one->kind == EDIT_IMPORT ?
				SIGHT_NAME : SIGHT_ALL) ||
		    !project_seen(seen, one) || !images_seen(seen, one) ||
		    !links_seen(seen, &one->thing))
			return false;
	}
	return true;
}
