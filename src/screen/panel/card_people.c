/* card_people.c: a user, a group, a built-in group. */
#include "screen/panel/card.h"

#include <stdlib.h>

#include <stdio.h>

#include "access/rights.h"
#include "base/clock.h"
#include "model/kind.h"

enum { LABEL = 12, NAMED = 6, MEMBERS_SHOWN = 200 };

const char *card_people(uint32_t n, char *out, size_t size)
{
	if (!n)
		return "nobody";
	snprintf(out, size, "%u %s", n, n == 1 ? "person" : "people");
	return out;
}

static int by_user(const void *a, const void *b)
{
	const struct editor *x = a, *y = b;

	return (x->user > y->user) - (x->user < y->user);
}

uint32_t card_capped(const struct seen *seen, struct editors *editors,
		     uint32_t asset, struct buf *names)
{
	uint32_t n = 0, u;
	size_t i;

	if (names && editors->n)
		qsort(editors->v, editors->n, sizeof(*editors->v), by_user);
	for (i = 0; i < editors->n; i++) {
		u = editors->v[i].user;
		if (!sees_user(seen, u) || !editors->v[i].lacks ||
		    access_asset(seen_judged(seen), u, asset))
			continue;
		if (names && n < NAMED)
			buf_printf(names, "%s%s", n ? ", " : ": ",
				   seen_user_label(seen, u));
		n++;
	}
	if (names && n > NAMED)
		buf_printf(names, " and %u more", n - NAMED);
	return n;
}

void card_user(struct lines *lines, struct screen *screen, uint32_t u)
{
	const struct seen *seen = app_seen(screen->app);
	const struct fact_user *user = seen_user(seen, u);
	char text[CLOCK_TEXT] = "never";
	struct line *line;
	uint32_t i, owned = 0, in = 0;

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
	if (seen->people)
		lines_head(lines, "Groups");
	for (i = 0; seen->people && i < user->groups.n; i++) {
		if (seen_group(seen, user->groups.v[i])->gone)
			continue;
		line = lines_add(lines, "%s",
				 seen_group_label(seen, user->groups.v[i]));
		line->link = thing_of(screen->app, THING_GROUP,
				      user->groups.v[i]);
		in++;
	}
	if (!in && seen->people)
		(void)lines_add(lines, "none");
	if (seen->people)
		lines_blank(lines);
	lines_head(lines, "Owns");
	for (i = 0; i < user->projects.n; i++) {
		uint32_t p = user->projects.v[i];

		if (!sees_project(seen, p) || seen_project(seen, p)->owner != u)
			continue;
		line = lines_add(lines, "%s", seen_project_label(seen, p));
		line->link = thing_of(screen->app, THING_PROJECT, p);
		owned++;
	}
	if (!owned)
		(void)lines_add(lines, "%s", seen->all || u == seen->subject ?
				"no project" : "no project that is shown to you");
}

static void asset_line(struct lines *lines, struct screen *screen, uint32_t a)
{
	const struct seen *seen = app_seen(screen->app);

	lines_add(lines, "%s (%s)", seen_asset_label(seen, a),
		  kind_at(seen_asset(seen, a)->kind)->label)->link =
		thing_of(screen->app, THING_ASSET, a);
}

static void group_uses(struct lines *lines, struct screen *screen, uint32_t g)
{
	const struct seen *seen = app_seen(screen->app);
	const struct facts *facts = seen_judged(seen);
	const struct fact_group *group = seen_group(seen, g);
	const struct fact_grant *grant;
	struct line *line;
	uint32_t i, n = 0;

	lines_head(lines, "Projects shared with it");
	for (i = 0; i < group->projects.n; i++) {
		uint32_t p = group->projects.v[i];

		grant = facts_grant(facts, p, true, g);
		if (!grant || sees_project(seen, p) != SIGHT_ALL)
			continue;
		line = lines_pair(lines, LABEL,
				  level_label((enum level)grant->level), "%s",
				  seen_project_label(seen, p));
		line->link = thing_of(screen->app, THING_PROJECT, p);
		n++;
	}
	if (!n)
		(void)lines_add(lines, "%s", seen->all ? "none" :
				"none that are shown to you");
	lines_blank(lines);
	lines_head(lines, "Assets it has access to");
	for (i = 0, n = 0; i < group->assets.n; i++) {
		uint32_t a = group->assets.v[i];

		if (sees_asset(seen, a) != SIGHT_ALL)
			continue;
		asset_line(lines, screen, a);
		n++;
	}
	if (!n)
		(void)lines_add(lines, "%s", seen->all ? "none by itself" :
				"shown to Admins");
}

static void member_line(struct lines *lines, struct screen *screen, uint32_t u)
{
	const struct seen *seen = app_seen(screen->app);
	struct line *line;

	line = lines_pair(lines, LABEL, role_label(seen_user(seen, u)->role), "%s%s",
			  seen_user_label(seen, u),
			  seen_user(seen, u)->active ? "" : " (deactivated)");
	line->link = thing_of(screen->app, THING_USER, u);
}

void card_group(struct lines *lines, struct screen *screen, uint32_t g)
{
	const struct seen *seen = app_seen(screen->app);
	const struct fact_group *group = seen_group(seen, g);
	uint32_t i, n = seen_count_members(seen, g), said = 0;

	group_uses(lines, screen, g);
	lines_blank(lines);
	lines_head(lines, "%u member%s", n, n == 1 ? "" : "s");
	for (i = 0; i < group->members.n && said < MEMBERS_SHOWN; i++)
		if (sees_user(seen, group->members.v[i])) {
			member_line(lines, screen, group->members.v[i]);
			said++;
		}
	if (n > said)
		(void)lines_add(lines, "and %u more: group show", n - said);
	if (!n)
		(void)lines_add(lines, ": group add GROUP USER adds the first.");
}

void card_builtin(struct lines *lines, struct screen *screen, enum builtin one)
{
	const struct seen *seen = app_seen(screen->app);
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
	lines_head(lines, "Assets it has access to");
	for (a = 0; a < seen_n_assets(seen); a++) {
		if (sees_asset(seen, a) != SIGHT_ALL ||
		    !(seen_asset(seen, a)->builtin & (unsigned)one))
			continue;
		asset_line(lines, screen, a);
		n++;
	}
	if (!n)
		(void)lines_add(lines, "%s", seen->all ? "none" :
				"shown to Admins");
	if (!seen->people)
		return;
	lines_blank(lines);
	for (u = 0, n = 0; u < seen_n_users(seen); u++)
		n += sees_user(seen, u) &&
			facts_in_builtin(seen_user(seen, u), one);
	lines_head(lines, "%u people, computed from their roles", n);
	for (u = 0, n = 0; u < seen_n_users(seen) && n < MEMBERS_SHOWN; u++)
		if (sees_user(seen, u) &&
		    facts_in_builtin(seen_user(seen, u), one)) {
			member_line(lines, screen, u);
			n++;
		}
}
