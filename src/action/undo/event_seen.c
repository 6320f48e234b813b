/* event_seen.c: see event_seen.h. */
#include "action/undo/event_seen.h"

#include <string.h>

#include "access/request_seen.h"
#include "model/asked/level_request.h"

/* least: of an asset, what the edit tells of it.  A link to a project is for those who
 * see all. */
static bool thing_seen(const struct seen *seen, enum whose whose, const char *id,
		       enum sight least)
{
	uint32_t n = whose_find(seen_judged(seen), whose, id);

	if (!id)
		return true;
	if (whose == OF_USER)
		return sees_user(seen, n);
	if (whose == OF_GROUP)
		return sees_group(seen, n);
	return whose == OF_ASSET && sees_asset(seen, n) >= least;
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

static bool links_seen(const struct seen *seen, const struct past_edit *one)
{
	const struct past_thing *thing = &one->thing;
	enum whose whose = past_edit_row(one)->whose;

	for (size_t i = 0; i < thing->n_links; i++)
		if (!thing_seen(seen, past_other(&thing->links[i], whose),
				thing->links[i].id,
				thing->links[i].kind == EDIT_IMPORT ?
				SIGHT_NAME : SIGHT_ALL))
			return false;
	return thing_seen(seen, OF_USER, thing->owner && *thing->owner ?
			  thing->owner : NULL, SIGHT_NAME);
}

/* What an edit points from and to. */
static bool images_seen(const struct seen *seen, const struct past_edit *one)
{
	const struct edit_field *field = past_edit_row(one);

	return field->holds != HOLDS_THING ||
		(thing_seen(seen, field->other, one->before_text, SIGHT_NAME) &&
		 thing_seen(seen, field->other, one->after_text, SIGHT_NAME));
}

/* A request is of who asks and of who could answer; that one ended by itself tells
 * nothing. */
static bool request_seen(const struct seen *seen, const struct past_edit *one)
{
	const char *to = one->after_text ? one->after_text : "";
	uint32_t n = whose_find(seen_judged(seen), OF_REQUEST, one->request);

	if (one->kind == EDIT_REQUEST_CONFIG ||
	    (one->kind == EDIT_REQUEST_TYPE &&
	     (strcmp(to, access_request_state_code(ACCESS_REQUEST_REACHED)) == 0 ||
	      strcmp(to, access_request_state_code(ACCESS_REQUEST_CLOSED)) == 0)))
		return true;
	return n != NOBODY ? request_sight(seen, n) != REQUEST_HIDDEN :
		seen->subject != NOBODY &&
		facts_user(seen_judged(seen), one->user) == seen->subject;
}

static bool edit_seen(const struct seen *seen, const struct past_edit *one)
{
	enum sight least = one->kind == EDIT_IMPORT ? SIGHT_NAME : SIGHT_ALL;

	if (past_edit_row(one)->whose == OF_REQUEST)
		return request_seen(seen, one);

	for (enum whose whose = OF_USER; whose < OF_PROJECT; whose++)
		if (!thing_seen(seen, whose, past_id(one, whose), least))
			return false;
	return project_seen(seen, one) && images_seen(seen, one) &&
		links_seen(seen, one);
}

bool event_seen(const struct seen *seen, const struct past *past)
{
	size_t i;

	if (seen->all)
		return true;
	if (past->n_values)		/* values are for Admins */
		return false;
	for (i = 0; i < past->n; i++)
		if (!edit_seen(seen, &past->edits[i]))
			return false;
	return true;
}
