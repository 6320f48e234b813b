/* card_people.c: a user, a group, a built-in group. */
#include "screen/card.h"

#include <string.h>

#include "access/rights.h"
#include "base/clock.h"
#include "model/kind.h"

enum { LABEL = 12, MEMBERS_SHOWN = 200 };

void card_user(struct lines *lines, struct screen *screen, uint32_t u)
{
	const struct facts *facts = &screen->app->facts;
	const struct fact_user *user = &facts->users[u];
	char text[CLOCK_TEXT] = "never";
	struct line *line;
	uint32_t i, owned = 0;

	(void)lines_pair(lines, LABEL, "E-mail", "%s", user->email);
	(void)lines_pair(lines, LABEL, "Role", "%s%s", role_label(user->role),
			 role_has_all_assets(user->role) ?
			 ": inherits access to all assets" :
			 role_is_held(user->role) ?
			 ": at most Can View" : "");
	(void)lines_pair(lines, LABEL, "Active", "%s",
			 user->active ? "yes" : "no: reaches nothing");
	if (user->login)
		(void)lines_pair(lines, LABEL, "Unix login", "%s", user->login);
	if (user->last_login)
		clock_local(user->last_login, text);
	(void)lines_pair(lines, LABEL, "Last login", "%s", text);
	lines_blank(lines);
	lines_head(lines, "Groups");
	for (i = 0; i < user->groups.n; i++) {
		if (facts->groups[user->groups.v[i]].gone)
			continue;
		line = lines_add(lines, "%s",
				 facts->groups[user->groups.v[i]].name);
		line->link = thing_of(screen->app, THING_GROUP,
				      user->groups.v[i]);
	}
	if (!user->groups.n)
		(void)lines_add(lines, "none");
	lines_blank(lines);
	lines_head(lines, "Owns");
	for (i = 0; i < user->projects.n; i++) {
		uint32_t p = user->projects.v[i];

		if (facts->projects[p].gone || facts->projects[p].owner != u ||
		    !sees_project(app_seen(screen->app), p))
			continue;
		line = lines_add(lines, "%s", facts->projects[p].title);
		line->link = thing_of(screen->app, THING_PROJECT, p);
		owned++;
	}
	if (!owned)
		(void)lines_add(lines, "no project");
}

static void group_uses(struct lines *lines, struct screen *screen, uint32_t g)
{
	const struct facts *facts = &screen->app->facts;
	const struct fact_group *group = &facts->groups[g];
	const struct fact_grant *grant;
	struct line *line;
	uint32_t i;

	lines_head(lines, "Projects shared with it");
	for (i = 0; i < group->projects.n; i++) {
		uint32_t p = group->projects.v[i];

		grant = facts_grant(facts, p, true, g);
		if (!grant || facts->projects[p].gone ||
		    !sees_project(app_seen(screen->app), p))
			continue;
		line = lines_pair(lines, LABEL,
				  level_label((enum level)grant->level), "%s",
				  facts->projects[p].title);
		line->link = thing_of(screen->app, THING_PROJECT, p);
	}
	if (!group->projects.n)
		(void)lines_add(lines, "none");
	lines_blank(lines);
	lines_head(lines, "Assets it may use");
	for (i = 0; i < group->assets.n; i++) {
		uint32_t a = group->assets.v[i];

		if (facts->assets[a].gone || !sees_asset(app_seen(screen->app), a))
			continue;
		line = lines_add(lines, "%s (%s)", facts->assets[a].name,
				 kind_at(facts->assets[a].kind)->label);
		line->link = thing_of(screen->app, THING_ASSET, a);
	}
	if (!group->assets.n)
		(void)lines_add(lines, "none by itself");
}

static void member_line(struct lines *lines, struct screen *screen, uint32_t u)
{
	const struct facts *facts = &screen->app->facts;
	struct line *line;

	line = lines_pair(lines, LABEL, role_label(facts->users[u].role), "%s%s",
			  facts_user_name(facts, u),
			  facts->users[u].active ? "" : " (deactivated)");
	line->link = thing_of(screen->app, THING_USER, u);
}

void card_group(struct lines *lines, struct screen *screen, uint32_t g)
{
	const struct facts *facts = &screen->app->facts;
	const struct fact_group *group = &facts->groups[g];
	uint32_t i;

	group_uses(lines, screen, g);
	lines_blank(lines);
	lines_head(lines, "%u member%s", group->members.n,
		   group->members.n == 1 ? "" : "s");
	for (i = 0; i < group->members.n && i < MEMBERS_SHOWN; i++)
		if (!facts->users[group->members.v[i]].gone)
			member_line(lines, screen, group->members.v[i]);
	if (group->members.n > MEMBERS_SHOWN)
		(void)lines_add(lines, "and %u more: group show",
				group->members.n - MEMBERS_SHOWN);
	if (!group->members.n)
		(void)lines_add(lines, ": group add GROUP USER adds the first.");
}

void card_builtin(struct lines *lines, struct screen *screen, enum builtin one)
{
	const struct facts *facts = &screen->app->facts;
	struct line *line;
	uint32_t a, u, n = 0;

	(void)lines_add(lines, "%s", one == BUILTIN_WORKSPACE ?
			"Built in: all Viewers, Editors and Admins (Managers and "
			"Explorers too), never Guests. New assets start shared "
			"with it." :
			one == BUILTIN_GUESTS ?
			"Built in: only Guests. Add it to an asset to let Guests "
			"use it." :
			"Built in: everyone, also web visitors of shared apps.");
	lines_blank(lines);
	lines_head(lines, "Assets it may use");
	for (a = 0; a < facts->n_assets; a++) {
		if (facts->assets[a].gone || !sees_asset(app_seen(screen->app), a) ||
		    !(facts->assets[a].builtin & (unsigned)one))
			continue;
		line = lines_add(lines, "%s (%s)", facts->assets[a].name,
				 kind_at(facts->assets[a].kind)->label);
		line->link = thing_of(screen->app, THING_ASSET, a);
		n++;
	}
	if (!n)
		(void)lines_add(lines, "none");
	lines_blank(lines);
	for (u = 0, n = 0; u < facts->n_users; u++)
		n += !facts->users[u].gone &&
			facts_in_builtin(&facts->users[u], one);
	lines_head(lines, "%u people, computed from their roles", n);
	for (u = 0, n = 0; u < facts->n_users && n < MEMBERS_SHOWN; u++)
		if (!facts->users[u].gone &&
		    facts_in_builtin(&facts->users[u], one)) {
			member_line(lines, screen, u);
			n++;
		}
}
