/* users_groups.c: who is in the workspace, and the groups, built-in ones with
 * computed members among them (F-7). */
#include "screen/tabs/tab.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

enum { U_NAME, U_ROLE, U_GROUPS, U_EMAIL, U_ACTIVE, U_LOGIN };
enum { G_NAME, G_MEMBERS, G_PROJECTS, G_ASSETS, G_WHO };

static const struct list_column user_columns[] = {
	[U_NAME] = { "USER", "name", 14, 20, 0, false, false, false },
	[U_ROLE] = { "ROLE", "role", 8, 8, 0, false, false, false },
	[U_GROUPS] = { "GROUPS", "groups", 9, 0, 1, false, true, false },
	[U_EMAIL] = { "E-MAIL", "email", 16, 0, 3, false, false, false },
	[U_ACTIVE] = { "ACTIVE|ON", "active", 3, 0, 2, false, false, false },
	[U_LOGIN] = { "LAST LOGIN", "login", 16, 16, 4, false, false, true },
};

static const struct list_column group_columns[] = {
	[G_NAME] = { "GROUP", "name", 14, 20, 0, false, false, false },
	[G_MEMBERS] = { "MEMBERS", "members", 7, 7, 0, true, true, true },
	[G_PROJECTS] = { "PROJECTS", "projects", 8, 8, 1, true, false, true },
	[G_ASSETS] = { "ASSETS", "assets", 6, 6, 1, true, false, true },
	[G_WHO] = { "WHO", "who", 16, 0, 2, false, false, false },
};

static void load_users(struct screen *screen, struct rows *out)
{
	size_t i;

	screen_order(screen);
	for (i = 0; i < screen->n_people; i++)
		rows_add(out, THING_USER, screen->people[i]);
}

static void load_groups(struct screen *screen, struct rows *out)
{
	const struct seen *seen = app_seen(screen->app);
	uint32_t g;
	size_t i;
	bool any = false;

	for (g = 0; g < seen_n_groups(seen); g++)
		if (sees_group(seen, g)) {
			rows_add(out, THING_GROUP, g);
			any = true;
		}
	if (any || seen->people)
		for (i = 0; i < BUILTINS; i++)
			rows_add(out, THING_BUILTIN, (uint32_t)builtin_all[i]);
}

static void add_groups(const struct seen *seen, const struct fact_user *user,
		       struct buf *out)
{
	uint32_t i, n = 0;

	for (i = 0; i < user->groups.n; i++) {
		uint32_t g = user->groups.v[i];

		if (seen_group(seen, g)->gone)
			continue;
		if (n++)
			buf_adds(out, ", ");
		buf_adds(out, seen_group_label(seen, g));
	}
	if (!n)
		buf_addc(out, '-');
}

static void user_cell(struct screen *screen, const struct row *row,
		      size_t column, struct buf *out, unsigned *style)
{
	const struct seen *seen = app_seen(screen->app);
	const struct fact_user *user = seen_user(seen, row->n);

	(void)style;
	switch (column) {
	case U_NAME:
		buf_adds(out, seen_user_name(seen, row->n));
		break;
	case U_ROLE:
		buf_adds(out, role_label(user->role));
		break;
	case U_GROUPS:
		add_groups(seen, user, out);
		break;
	case U_EMAIL:
		buf_adds(out, user->email);
		break;
	case U_ACTIVE:
		buf_adds(out, user->active ? "yes" : "no");
		break;
	default:
		cell_time(user->last_login, out);
		break;
	}
}

static bool user_number(struct screen *screen, const struct row *row,
			size_t column, int64_t *out)
{
	const struct fact_user *user = seen_user(app_seen(screen->app), row->n);

	*out = column == U_ROLE ? user->role : user->last_login;
	return column == U_ROLE || column == U_LOGIN;
}

/* The places of what stands for a group in the cell of its people: its name, as the last
 * one and where others follow; then that of nobody's.  False: a name holds what stands
 * between two, and the cells are to be compared as they are. */
static bool place_groups(const struct seen *seen, uint32_t *place)
{
	struct rank rank;
	struct buf name;
	bool apart = true;
	uint32_t g;

	rank_init(&rank);
	buf_init(&name, SIZE_MAX / 2);
	for (g = 0; g < seen_n_groups(seen); g++) {
		buf_reset(&name);
		buf_adds(&name, seen_group_label(seen, g));
		apart = apart && !strchr(buf_text(&name), ',');
		rank_add(&rank, buf_text(&name));
		buf_adds(&name, ", ");
		rank_add(&rank, buf_text(&name));
	}
	rank_add(&rank, "-");
	if (apart)
		rank_places(&rank, place);
	buf_release(&name);
	rank_release(&rank);
	return apart;
}

/* The cells of add_groups(), as places: a hundred thousand texts take long to compare. */
static bool user_ranks(struct screen *screen, const struct rows *rows, size_t column,
		       struct rank *out)
{
	const struct seen *seen = app_seen(screen->app);
	uint32_t *place, i, last, n_groups = seen_n_groups(seen);
	bool apart;
	size_t row;

	if (column != U_GROUPS)
		return false;
	place = mem_array(2 * (size_t)n_groups + 1, sizeof(*place));
	apart = place_groups(seen, place);
	for (row = 0; apart && row < rows->n; row++) {
		const struct numbers *groups = &seen_user(seen, rows->v[row].n)->groups;

		rank_row(out);
		for (i = 0, last = NOBODY; i < groups->n; i++) {
			if (seen_group(seen, groups->v[i])->gone)
				continue;
			if (last != NOBODY)
				rank_part(out, place[2 * last + 1]);
			last = groups->v[i];
		}
		rank_part(out, place[last == NOBODY ? 2 * n_groups : 2 * last]);
	}
	free(place);
	return apart;
}

static uint32_t members(const struct seen *seen, const struct row *row)
{
	uint32_t u, n = 0;

	if (row->kind == THING_GROUP)
		return seen_count_members(seen, row->n);
	for (u = 0; u < seen_n_users(seen); u++)
		n += sees_user(seen, u) &&
			facts_in_builtin(seen_user(seen, u), (enum builtin)row->n);
	return n;
}

static uint32_t used_in(const struct seen *seen, const struct row *row,
			bool assets)
{
	const struct numbers *set;
	uint32_t i, n = 0;

	if (row->kind == THING_GROUP) {
		set = assets ? &seen_group(seen, row->n)->assets :
			&seen_group(seen, row->n)->projects;
		for (i = 0; i < set->n; i++)
			n += (assets ? sees_asset(seen, set->v[i]) :
			      sees_project(seen, set->v[i])) == SIGHT_ALL;
		return n;
	}
	if (assets) {
		for (i = 0; i < seen_n_assets(seen); i++)
			n += sees_asset(seen, i) == SIGHT_ALL &&
				(seen_asset(seen, i)->builtin & row->n) != 0;
		return n;
	}
	for (i = 0; i < seen_n_projects(seen); i++)
		n += sees_project(seen, i) == SIGHT_ALL &&
			((row->n == BUILTIN_WORKSPACE &&
			  seen_project(seen, i)->workspace) ||
			 (row->n == BUILTIN_PUBLIC &&
			  seen_project(seen, i)->public_web));
	return n;
}

static void add_members(struct screen *screen, uint32_t group, struct buf *out)
{
	const struct seen *seen = app_seen(screen->app);
	const struct numbers *set = &seen_group(seen, group)->members;
	uint32_t i;

	if (!set->n)
		buf_adds(out, "nobody yet");
	for (i = 0; i < set->n && i < 12; i++)
		buf_printf(out, "%s%s", i ? ", " : "",
			   seen_user_label(seen, set->v[i]));
	if (set->n > 12)
		buf_printf(out, " and %u more", set->n - 12);
}

static void group_cell(struct screen *screen, const struct row *row,
		       size_t column, struct buf *out, unsigned *style)
{
	const struct seen *seen = app_seen(screen->app);

	(void)style;
	switch (column) {
	case G_NAME:
		buf_adds(out, row->kind == THING_GROUP ?
			 seen_group_label(seen, row->n) :
			 builtin_label((enum builtin)row->n));
		break;
	case G_MEMBERS:
		buf_printf(out, "%u", members(seen, row));
		break;
	case G_PROJECTS:
	case G_ASSETS:
		if (column == G_ASSETS && !seen->all)
			break;		/* with whom they are shared: Admins see it */
		buf_printf(out, "%u", used_in(seen, row, column == G_ASSETS));
		break;
	default:
		if (row->kind == THING_GROUP)
			add_members(screen, row->n, out);
		else
			buf_adds(out, row->n == BUILTIN_WORKSPACE ?
				 "built in: all but Guests" :
				 row->n == BUILTIN_GUESTS ?
				 "built in: only Guests" :
				 "built in: everyone, web visitors too");
		break;
	}
}

static bool group_number(struct screen *screen, const struct row *row,
			 size_t column, int64_t *out)
{
	const struct seen *seen = app_seen(screen->app);

	if (column == G_MEMBERS)
		*out = members(seen, row);
	else if (column == G_PROJECTS || column == G_ASSETS)
		*out = used_in(seen, row, column == G_ASSETS);
	else
		return false;
	return true;
}

static const struct tab_view users = {
	.title = "Users",
	.one = "user",
	.columns = user_columns,
	.n_columns = COUNT_OF(user_columns),
	.of_people = 1u << U_GROUPS,
	.named = true,
	.load = load_users,
	.cell = user_cell,
	.number = user_number,
	.ranks = user_ranks,
	.empty = "No users to see.",
	.first = "{new} adds the first ones. Then {other-list} and {new} put them into groups.",
	.create = "user add",
	.links = { [U_GROUPS] = LINK_PAGE },
};

static const struct tab_view groups = {
	.title = "Groups",
	.one = "group",
	.columns = group_columns,
	.n_columns = COUNT_OF(group_columns),
	.of_admins = 1u << G_ASSETS,
	.load = load_groups,
	.cell = group_cell,
	.number = group_number,
	.empty = "No groups to see.",
	.first = "{new} creates the first one.",
	.create = "group create",
	.links = { [G_MEMBERS] = LINK_PAGE },
};

const struct tab tab_users_groups = {
	.name = "users_groups",
	.title = "Users & groups",
	.brief = "Users",
	.path = "Settings > Users & groups",
	.views = { &users, &groups },
};
