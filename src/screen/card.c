/* card.c: the project page's lines, and the choice of card. */
#include "screen/card.h"

#include <stdio.h>
#include <string.h>

#include "base/clock.h"
#include "model/kind.h"

enum { LABEL = 12 };

const char *card_people(uint32_t n, char *out, size_t size)
{
	if (!n)
		return "nobody";
	snprintf(out, size, "%u %s", n, n == 1 ? "person" : "people");
	return out;
}

static void facts_of_project(struct lines *lines, struct screen *screen,
			     uint32_t p)
{
	const struct facts *facts = &screen->app->facts;
	const struct fact_project *project = &facts->projects[p];
	const struct counts *counts = screen_counts(screen, p);
	struct line *line;

	line = lines_pair(lines, LABEL, "Owner", "%s",
			  facts_user_name(facts, project->owner));
	line->link = thing_of(screen->app, THING_USER, project->owner);
	(void)lines_pair(lines, LABEL, "State", "%s%s%s%s%s",
			 state_code(project->state),
			 project->status[0] ? "   status: " : "",
			 project->status,
			 project->categories[0] ? "   categories: " : "",
			 project->categories);
	if (project->description[0])
		(void)lines_pair(lines, LABEL, "About", "%s",
				 project->description);
	(void)lines_pair(lines, LABEL, "Editors", "%u of %u who were granted "
			 "Can Edit or more can edit; %u people have access",
			 counts->hold_edit, counts->given_edit, counts->people);
	if (counts->given_edit && !counts->hold_edit) {
		line = lines_pair(lines, LABEL, "", "Nobody can edit it.");
		line->style = STYLE_RED | STYLE_BOLD;
	}
	(void)lines_pair(lines, LABEL, "Sharing by", "editors may%s share it%s%s",
			 project->editors_may_share ? "" : " not",
			 project->share_switched_by[0] ? ", set by " : "",
			 project->share_switched_by);
}

static void sharing(struct lines *lines, struct screen *screen, uint32_t p)
{
	const struct facts *facts = &screen->app->facts;
	const struct fact_project *project = &facts->projects[p];
	struct line *line;
	uint32_t i;

	lines_head(lines, "Shared with");
	for (i = 0; i < project->n_grants; i++) {
		const struct fact_grant *grant = &project->grants[i];

		if (grant->group ? facts->groups[grant->who].gone :
		    facts->users[grant->who].gone)
			continue;
		line = lines_pair(lines, LABEL,
				  level_label((enum level)grant->level),
				  "%s%s", grant->group ? "group " : "",
				  grant->group ? facts->groups[grant->who].name :
				  facts_user_name(facts, grant->who));
		line->link = thing_of(screen->app, grant->group ? THING_GROUP :
				      THING_USER, grant->who);
	}
	line = lines_pair(lines, LABEL,
			  level_label((enum level)project->workspace),
			  "the workspace (Guests are not included)");
	if (project->workspace)
		line->link = thing_of(screen->app, THING_BUILTIN,
				      BUILTIN_WORKSPACE);
	(void)lines_pair(lines, LABEL,
			 level_label((enum level)project->public_web),
			 "anyone with the link%s",
			 project->public_web && !facts->share_to_web ?
			 " (switched off for the workspace)" :
			 project->public_web && project->state == STATE_TRASHED ?
			 " (suspended in the trash)" : "");
}

/* How many people this import alone or with others holds at Can View. */
static uint32_t capped_by(struct screen *screen, uint32_t p, uint32_t asset)
{
	const struct facts *facts = &screen->app->facts;
	struct verdict *verdict = screen_verdicts(screen, facts->n_users);
	uint32_t u, n = 0;

	access_of_project(facts, p, verdict);
	for (u = 0; u < facts->n_users; u++)
		n += verdict[u].asset_cap && !access_asset(facts, u, asset);
	return n;
}

static void imports(struct lines *lines, struct screen *screen, uint32_t p)
{
	const struct facts *facts = &screen->app->facts;
	const struct fact_project *project = &facts->projects[p];
	uint32_t subject = app_subject(screen->app), i, n = 0, caps;
	struct line *line;
	char text[24];

	lines_head(lines, "Assets");
	for (i = 0; i < project->assets.n; i++) {
		uint32_t a = project->assets.v[i];
		const struct fact_asset *asset = &facts->assets[a];

		if (asset->gone)
			continue;
		n++;
		caps = capped_by(screen, p, a);
		line = lines_add(lines, "%s (%s): caps %s%s", asset->name,
				 kind_at(asset->kind)->label,
				 card_people(caps, text, sizeof(text)),
				 subject == NOBODY ? "" :
				 access_asset(facts, subject, a) ?
				 "; you have access" : "; you have no access");
		line->link = thing_of(screen->app, THING_ASSET, a);
		line->style = caps ? STYLE_RED : 0;
	}
	if (!n)
		(void)lines_add(lines, "none imported");
	else
		(void)lines_add(lines, "Asset permissions do not hide results.");
	for (i = 0; i < project->n_own; i++)
		(void)lines_add(lines, "%s (own %s, of this project only)",
				project->own[i].name,
				kind_at(project->own[i].kind)->label);
	if (facts->default_asset != NOBODY)
		(void)lines_add(lines, "A new SQL cell starts with %s.",
				facts->assets[facts->default_asset].name);
}

static void card_project(struct lines *lines, struct screen *screen, uint32_t p)
{
	facts_of_project(lines, screen, p);
	lines_blank(lines);
	sharing(lines, screen, p);
	lines_blank(lines);
	imports(lines, screen, p);
}

static void card_workspace(struct lines *lines, struct screen *screen)
{
	const struct facts *facts = &screen->app->facts;

	(void)lines_pair(lines, LABEL, "Workspace", "%s", facts->name);
	(void)lines_pair(lines, LABEL, "Plan", "%s", plan_label(facts->plan));
	(void)lines_pair(lines, LABEL, "Web sharing", "%s",
			 facts->share_to_web ? "on" : "off");
	(void)lines_pair(lines, LABEL, "API access", "%s",
			 facts->api_access ? "on" : "off");
	(void)lines_pair(lines, LABEL, "Git", "%u providers connected; GitHub, "
			 "GitLab and Bitbucket in the cloud from Team, GitHub "
			 "Enterprise Server from Enterprise; only Admins connect "
			 "them, and a repository admin must approve",
			 facts->n_providers);
	(void)lines_pair(lines, LABEL, "Packages", "are installed when a "
			 "project's kernel starts, which may slow it");
	(void)lines_pair(lines, LABEL, "Files", "users with access can import "
			 "them; writing back is off unless switched on");
}

void card_make(struct lines *lines, struct screen *screen,
	       const struct thing *thing)
{
	uint32_t n = thing_number(screen->app, thing);

	lines_clear(lines);
	if (thing->kind == THING_NONE) {
		(void)lines_add(lines, "Nothing is selected.");
		return;
	}
	if (n == NOBODY || (n == ANYONE && thing->kind == THING_USER)) {
		(void)lines_add(lines, n == NOBODY ?
				"It is no longer there." :
				"Anyone with the link: sees what the link gives.");
		return;
	}
	switch (thing->kind) {
	case THING_PROJECT:
		card_project(lines, screen, n);
		break;
	case THING_USER:
		card_user(lines, screen, n);
		break;
	case THING_GROUP:
		card_group(lines, screen, n);
		break;
	case THING_BUILTIN:
		card_builtin(lines, screen, (enum builtin)n);
		break;
	case THING_ASSET:
		card_asset(lines, screen, n);
		break;
	default:
		card_workspace(lines, screen);
		break;
	}
}
