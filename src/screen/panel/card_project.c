/* card_project.c: the project page: whose it is, who has what, what it imports and
 * whom that holds. */
#include "screen/panel/card.h"

#include "access/rights.h"
#include "access/words.h"
#include "action/judge/files.h"
#include "action/judge/may.h"
#include "base/clock.h"
#include "base/glyph.h"
#include "base/text.h"
#include "model/kind.h"
#include "screen/frame/keymap.h"
#include "screen/panel/spots.h"

enum { LABEL = 12, NAME_LEAST = 12, NAME_MOST = 24 };

struct card {
	struct lines *lines;
	struct screen *screen;
	const struct seen *seen;
	const struct fact_project *project;
	uint32_t number;
	struct counts counts;
	uint32_t people;		/* with any access */
	const struct verdict *v;	/* of everybody */
	struct answer me;		/* of the subject, if there is one */
	bool person;
	struct arena arena;
};

/* ---- the project ------------------------------------------------------------------ */

static void who_may_share(struct card *card)
{
	const struct fact_project *project = card->project;
	uint32_t who = facts_user_by_email(seen_judged(card->seen),
					   project->share_switched_by);
	char when[CLOCK_TEXT] = "";
	struct line *line;

	if (project->share_switched)
		clock_local(project->share_switched, when);
	line = lines_pair(card->lines, LABEL, "Sharing", "people with Can Edit "
			  "may%s share it%s%s%s%s",
			  project->editors_may_share ? "" : " not",
			  project->share_switched_by[0] ? ": set by " : "",
			  who == NOBODY && card->seen->people ?
			  project->share_switched_by :
			  project->share_switched_by[0] ?
			  seen_user_label(card->seen, who) : "",
			  *when ? ", " : "", when);
	if (who != NOBODY)
		line->link = thing_of(card->screen->app, THING_USER, who);
}

static void yours(struct card *card)
{
	const struct answer *me = &card->me;

	if (!card->person)
		return;
	if (!level_is_full(me->manages) && role_has_all_assets(me->role) &&
	    may_be_taken_over(card->screen->app, me->project))
		(void)lines_pair(card->lines, LABEL, "You", "%s; nobody can "
				 "bring it back: %s takes it over (audited)",
				 level_label(me->effective), key_said(CMD_TAKE_ACCESS));
	else if (!level_opens(me->effective) && role_has_all_assets(me->role) &&
		 card->project->state == STATE_ACTIVE)
		(void)lines_pair(card->lines, LABEL, "You", "no access; %s takes "
				 "Full Access (audited)", key_said(CMD_TAKE_ACCESS));
	else
		(void)lines_pair(card->lines, LABEL, "You", "%s%s%s%s",
				 level_label(me->effective), me->effective <
				 me->granted ? " (" : "", me->effective <
				 me->granted ? access_why(card->seen, me,
							  &card->arena) : "",
				 me->effective < me->granted ? ")" : "");
}

static void state(struct card *card)
{
	const struct fact_project *project = card->project;
	char when[CLOCK_TEXT] = "";

	if (project->state == STATE_TRASHED && project->trashed)
		clock_local(project->trashed, when);
	(void)lines_pair(card->lines, LABEL, "State", "%s%s%s%s%s%s%s",
			 project->state == STATE_ACTIVE ? "active" :
			 project->state == STATE_ARCHIVED ?
			 "archived: nobody can edit it" :
			 "in the trash, to be restored within 30 days",
			 *when ? " from " : "", when,
			 project->status[0] ? "; status " : "", project->status,
			 project->categories[0] ? "; " : "",
			 project->categories);
	if (project->description[0])
		(void)lines_pair(card->lines, LABEL, "About", "%s",
				 project->description);
}

/* Of the people one sees: whoever sees nobody else is told nothing. */
static void editors(struct card *card)
{
	const struct counts *counts = &card->counts;

	if (!card->seen->people)
		return;
	(void)lines_pair(card->lines, LABEL, "Editors", "%u of the %u granted "
			 "Can Edit or more can edit; %u have access",
			 counts->hold_edit, counts->given_edit,
			 card->people);
	if (counts->given_edit && !counts->hold_edit)
		lines_pair(card->lines, LABEL, "", "Nobody can edit it.")->style =
			STYLE_RED | STYLE_BOLD;
}

static void head(struct card *card)
{
	const struct fact_project *project = card->project;
	struct line *line;

	if (sees_project(card->seen, card->number) != SIGHT_ALL) {
		yours(card);
		state(card);
		(void)lines_add(card->lines, "The rest is shown from Can View up.");
		return;
	}
	line = lines_pair(card->lines, LABEL, "Owner", "%s", project->owner ==
			  NOBODY ? "nobody" :
			  seen_user_label(card->seen, project->owner));
	line->link = thing_of(card->screen->app, THING_USER, project->owner);
	yours(card);
	state(card);
	editors(card);
	who_may_share(card);
}

/* ---- with whom it is shared ---------------------------------------------------------- */

static const char *held_user(struct card *card, uint32_t user, enum level level)
{
	struct answer answer;

	if (card->v[user].effective >= level)
		return "";
	access_decide(seen_judged(card->seen), user, card->number, &card->arena, &answer);
	return arena_printf(&card->arena, " %s %s (%s)",
			    glyph(GLYPH_HELD), level_label(answer.effective),
			    access_why(card->seen, &answer, &card->arena));
}

static const char *held_group(struct card *card, uint32_t group,
			      enum level level)
{
	const struct numbers *members = &seen_group(card->seen, group)->members;
	uint32_t i, n = 0, reach = 0;

	for (i = 0; i < members->n; i++) {
		const struct fact_user *user =
			seen_user(card->seen, members->v[i]);

		if (!sees_user(card->seen, members->v[i]) || !user->active)
			continue;
		n++;
		reach += card->v[members->v[i]].effective >= level;
	}
	if (!n)
		return " (nobody is in it)";
	return reach < n ? arena_printf(&card->arena, " %s %u of %u hold it",
					glyph(GLYPH_HELD), reach, n) :
		arena_printf(&card->arena, " (all %u)", n);
}

static void grant_line(struct card *card, const struct fact_grant *grant)
{
	enum level level = (enum level)grant->level;
	const char *held = grant->group ?
		held_group(card, grant->who, level) :
		held_user(card, grant->who, level);
	struct line *line;

	line = lines_pair(card->lines, LABEL, level_label(level), "%s%s%s",
			  grant->group ? "group " : "", grant->group ?
			  seen_group_label(card->seen, grant->who) :
			  seen_user_label(card->seen, grant->who), held);
	line->link = thing_of(card->screen->app, grant->group ? THING_GROUP :
			      THING_USER, grant->who);
	line->spot = spot_of_grant(card->screen->app, card->number, &line->link,
				   &card->lines->arena);
	line->other = spot_of_thing(&line->link, &card->lines->arena);
	line->style = held[0] == ' ' && held[1] == '>' ? STYLE_RED : 0;
}

static void sharing(struct card *card)
{
	const struct fact_project *project = card->project;
	const struct seen *seen = card->seen;
	struct line *line;
	uint32_t i;

	lines_head(card->lines, "Shared with");
	for (i = 0; i < project->n_grants; i++) {
		const struct fact_grant *grant = &project->grants[i];

		if (grant->group ? !sees_group(seen, grant->who) :
		    !sees_user(seen, grant->who))
			continue;
		grant_line(card, grant);
	}
	if (!seen->people)
		(void)lines_add(card->lines, "Which other people and groups it is "
				"shared with is not shown to you.");
	line = lines_pair(card->lines, LABEL,
			  level_label((enum level)project->workspace),
			  "the workspace (Guests are not included)");
	if (project->workspace)
		line->link = thing_of(card->screen->app, THING_BUILTIN,
				      BUILTIN_WORKSPACE);
	line->spot = spot_of_share(card->screen->app, card->number, "workspace",
				   &card->lines->arena);
	line = lines_pair(card->lines, LABEL,
			  level_label((enum level)project->public_web),
			  "anyone with the link%s",
			  project->public_web && !seen_workspace(seen).share_to_web ?
			  " (switched off for the workspace)" :
			  project->public_web && project->state == STATE_TRASHED ?
			  " (suspended in the trash)" : "");
	line->spot = spot_of_share(card->screen->app, card->number, "web",
				   &card->lines->arena);
}

/* ---- what it imports ------------------------------------------------------------------ */

/* What is worth knowing of its kind. */
static const char *of_its_kind(struct card *card,
			       const struct fact_asset *asset)
{
	const struct asset_kind *kind = kind_at(asset->kind);
	char text[24];

	if (kind->secret_name && card->person && !app_is_admin(card->screen->app) &&
	    card->me.can & 1u << CAN_SEE_SECRETS)
		return "; visible to you in the project";
	if (kind->secret_name && !card->seen->people)
		return "";
	if (kind->secret_name)
		return seen_workspace(card->seen).show_secret_values ?
			arena_printf(&card->arena, "; value visible to %s",
				     card_people(card->counts.hold_edit, text,
						 sizeof(text))) :
			"; values are hidden in this workspace";
	return kind->in_project ? kind->in_project(asset->config, &card->arena) : "";
}

/* In a column that says the kind beside it. */
static const char *import_name(const struct card *card, uint32_t a)
{
	const struct answer *me = &card->me;
	uint32_t i;

	if (sees_asset(card->seen, a))
		return seen_asset_label(card->seen, a);
	for (i = 0; card->person && i < me->n_limits; i++)
		if (me->limits[i].asset == a)	/* it binds oneself */
			return seen_limit_label(card->seen, me,
						&me->limits[i]);
	return "not shared with you";
}

static void asset_line(struct card *card, uint32_t a, int cols)
{
	const struct fact_asset *asset = seen_asset(card->seen, a);
	uint32_t subject = app_subject(card->screen->app);
	uint32_t caps = card_capped(card->seen, &card->screen->counting.editors, a,
				    NULL);
	const char *name = import_name(card, a);
	struct line *line;
	char text[24];

	/* Whom it holds, of people one sees; its settings, where one sees all of it. */
	line = lines_pair(card->lines, cols, name, "%s%s%s%s%s",
			  kind_at(asset->kind)->label, !card->person ? "" :
			  !access_asset(seen_judged(card->seen), subject, a) ?
			  "; you have no access" :
			  card->me.can & 1u << CAN_EDIT ? "; you can use it" :
			  "; you have access", card->seen->people ?
			  "; holds " : caps ? "; holds you" : "",
			  card->seen->people ?
			  card_people(caps, text, sizeof(text)) : "",
			  of_its_kind(card, asset));
	line->link = thing_of(card->screen->app, THING_ASSET, a);
	line->style = caps ? STYLE_RED : 0;
}

static int name_cols(const struct card *card)
{
	const struct fact_project *project = card->project;
	int widest = NAME_LEAST, cols;
	uint32_t i;

	for (i = 0; i < project->assets.n + project->n_own; i++) {
		cols = (int)text_width(i < project->assets.n ?
			import_name(card, project->assets.v[i]) :
			project->own[i - project->assets.n].name);
		if (cols > widest)
			widest = cols;
	}
	return (widest > NAME_MOST ? NAME_MOST : widest) + 2;
}

/* D18: whoever has no access to the default has none. */
static void first_cell(struct card *card, int cols)
{
	uint32_t asset = seen_workspace(card->seen).default_asset;
	uint32_t subject = app_subject(card->screen->app);
	struct line *line;

	if (!seen_workspace(card->seen).has_default)
		return;
	if (asset == NOBODY || (card->person &&
	    !access_asset(seen_judged(card->seen), subject, asset))) {
		(void)lines_pair(card->lines, cols, "New SQL cell", "starts with "
				 "none: you have no access to the default "
				 "connection");
		return;
	}
	line = lines_pair(card->lines, cols, "New SQL cell", "starts with %s",
			  seen_asset_label(card->seen, asset));
	line->link = thing_of(card->screen->app, THING_ASSET, asset);
}

/* A42: of an integration that may be gone, or imported no more. */
static void file_line(struct card *card, const struct fact_own *file, int cols)
{
	uint32_t a = file_from(seen_judged(card->seen), file);
	bool in = a != NOBODY && numbers_has(&card->project->assets, a);
	struct line *line;

	line = lines_pair(card->lines, cols, file->name, "file of %s%s", a == NOBODY ?
			  "an integration that is gone" :
			  seen_asset_label(card->seen, a), a == NOBODY || in ? "" :
			  ", which is imported no more");
	if (a != NOBODY)
		line->link = thing_of(card->screen->app, THING_ASSET, a);
}

static void imports(struct card *card)
{
	const struct fact_project *project = card->project;
	int cols = name_cols(card);
	uint32_t i, n = 0;

	lines_head(card->lines, "Assets");
	for (i = 0; i < project->assets.n; i++) {
		uint32_t a = project->assets.v[i];

		if (seen_asset(card->seen, a)->gone)
			continue;
		n++;
		asset_line(card, a, cols);
	}
	if (!n)
		(void)lines_add(card->lines, "none imported");
	for (i = 0; i < project->n_own; i++)
		if (kind_has_files(kind_at(project->own[i].kind)))
			file_line(card, &project->own[i], cols);
		else
			(void)lines_pair(card->lines, cols, project->own[i].name,
					 "%s of this project only; holds nobody",
					 kind_at(project->own[i].kind)->label);
	if (!sees_own(card->seen, card->number))
		(void)lines_add(card->lines, "Its own connections and secrets are "
				"shown from Can Edit up.");
	first_cell(card, cols);
	if (n)
		(void)lines_add(card->lines, "Asset permissions do not hide "
				"results.");
}

void card_project(struct lines *lines, struct screen *screen, uint32_t project)
{
	struct card card = { .lines = lines, .screen = screen,
		.number = project,
		.seen = app_seen(screen->app),
		.project = seen_project(app_seen(screen->app), project) };
	struct verdict *v;
	uint32_t u;

	card.counts = *counts_now(&screen->counting, project);
	v = screen_verdicts(screen, seen_n_users(card.seen));
	access_of_project(seen_judged(card.seen), project, v);
	card.v = v;
	for (u = 0; u < seen_n_users(card.seen); u++)
		card.people += sees_user(card.seen, u) &&
			level_opens((enum level)v[u].effective);
	card.person = app_subject(screen->app) != NOBODY;
	if (card.person)
		access_decide(seen_judged(card.seen), app_subject(screen->app), project,
			      &card.arena, &card.me);
	head(&card);
	if (sees_project(card.seen, project) != SIGHT_ALL) {
		arena_release(&card.arena);
		return;
	}
	lines_blank(lines);
	sharing(&card);
	lines_blank(lines);
	editors_of(&screen->counting.editors, seen_judged(card.seen), project);
	imports(&card);
	arena_release(&card.arena);
}
