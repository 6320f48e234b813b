/* first_steps.c: see first_steps.h. */
#include "screen/tabs/first_steps.h"

#include <string.h>

#include "screen/frame/keymap.h"
#include "screen/frame/verb.h"

enum { YOUNG = 8 };		/* projects; with more it is no new workspace */

enum step {
	STEP_PEOPLE, STEP_GROUP, STEP_CONNECTION, STEP_ACCESS, STEP_PROJECT,
	STEP_IMPORT, STEP_SHARE, STEP_WHY, STEPS
};

/* The list where it is done, the keys that lead there, and what is done there. */
static const struct { const char *one, *to, *does; } steps[] = {
	[STEP_PEOPLE] = { "user", "4", "{new} adds people" },
	[STEP_GROUP] = { "group", "4 and {other-list}", "{new} puts people into a group" },
	[STEP_CONNECTION] = { "connection", "1", "{new} connects a data source" },
	[STEP_ACCESS] = { "connection", "1", "{share} gives it to a group" },
	[STEP_PROJECT] = { "project", "5", "{new} makes a project" },
	[STEP_IMPORT] = { "project", "5", "{import} brings a data connection into it" },
	[STEP_SHARE] = { "project", "5", "{share} shares it with the group" },
	[STEP_WHY] = { "project", "5", "{why} tells why somebody is held, {fix} lifts it" },
};

struct found { uint32_t people, groups, shared, given, projects, imports, grants,
	       held; };

static void look_at_assets(const struct seen *seen, struct found *found)
{
	const struct fact_asset *asset;
	uint32_t i;

	for (i = 0; i < seen_n_assets(seen); i++) {
		asset = seen_asset(seen, i);
		if (asset->gone)
			continue;
		found->shared++;
		found->given += asset->groups.n > 0;
		if (found->given)
			return;
	}
}

static void look_at_projects(struct screen *screen, struct found *found)
{
	const struct seen *seen = app_seen(screen->app);
	const struct fact_project *project;
	const struct counts *counts;
	uint32_t i;

	for (i = 0; i < seen_n_projects(seen) && found->projects <= YOUNG; i++) {
		project = seen_project(seen, i);
		if (project->gone)
			continue;
		found->projects++;
		found->imports += project->assets.n > 0;
		found->grants += project->workspace || project->n_grants > 1;
		if (project->n_grants == 1)
			found->grants += project->grants[0].group ||
				project->grants[0].who != project->owner;
		counts = counts_soon(&screen->counting, i);
		found->held += counts &&
			counts->hold_edit < counts->given_edit;
	}
}

static void look(struct screen *screen, struct found *found)
{
	const struct seen *seen = app_seen(screen->app);
	uint32_t i;

	*found = (struct found){ .people = 0 };
	for (i = 0; i < seen_n_users(seen) && found->people < 2; i++)
		found->people += !seen_user(seen, i)->gone;
	for (i = 0; i < seen_n_groups(seen) && !found->groups; i++)
		found->groups += !seen_group(seen, i)->gone;
	look_at_assets(seen, found);
	look_at_projects(screen, found);
}

static enum step next(const struct found *found)
{
	if (found->people < 2)
		return STEP_PEOPLE;
	if (!found->groups)
		return STEP_GROUP;
	if (!found->shared)
		return STEP_CONNECTION;
	if (!found->projects)
		return found->given ? STEP_PROJECT : STEP_ACCESS;
	if (!found->imports)
		return STEP_IMPORT;
	if (!found->grants)
		return STEP_SHARE;
	return found->projects == 1 && found->held ? STEP_WHY : STEPS;
}

static void say(enum step step, const char *one, struct buf *out)
{
	const char *to = steps[step].to;

	if (step == STEP_GROUP && strcmp(one, "user") == 0)
		to = "{other-list}";
	if (strcmp(one, steps[step].one) != 0) {
		keys_said(out, to);
		buf_adds(out, ", then ");
	}
	keys_said(out, steps[step].does);
}

bool first_steps(struct screen *screen, const char *one, struct buf *out)
{
	struct found found;
	struct error err;
	enum step step;

	if (seen_n_projects(app_seen(screen->app)) > YOUNG ||
	    !verb_may_create(screen->app, verb_called("group create"), &err))
		return false;
	look(screen, &found);
	step = next(&found);
	if (step == STEPS)
		return false;
	buf_adds(out, "Next: ");
	/* giving it to a group can wait */
	if (step == STEP_ACCESS && strcmp(one, steps[step].one) != 0)
		step = STEP_PROJECT;
	say(step, one, out);
	if (step == STEP_ACCESS) {
		buf_adds(out, "; or ");
		say(STEP_PROJECT, one, out);
	}
	buf_addc(out, '.');
	if (step == STEP_PEOPLE)
		keys_said(out, " {palette} demo opens an example, {help} shows the keys.");
	return true;
}
