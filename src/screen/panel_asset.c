/* panel_asset.c: the panel's rows of an asset: who may use it and through what,
 * and in how many of the projects that import it whom it holds at Can View. */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "model/kind.h"
#include "screen/card.h"
#include "screen/panel.h"
#include "screen/whatif.h"

enum { WHO, ROLE, USE, CAPPED, THROUGH, VALUE, COLUMNS };

static const struct list_column of_asset[COLUMNS] = {
	[WHO] = { "USER", "user", 12, 15, 0, false, false },
	[ROLE] = { "ROLE", "role", 8, 8, 1, false, false },
	[USE] = { "USE", "use", 4, 4, 0, false, false },
	[CAPPED] = { "CAPPED IN", "capped", 10, 10, 0, false, false },
	[THROUGH] = { "THROUGH", "through", 10, 0, 0, false, false },
	[VALUE] = { "SEES VALUE IN", "value", 13, 13, 2, false, false },
};

const struct list_column *panel_asset_columns(struct screen *screen,
					      const struct thing *asset,
					      size_t *n)
{
	const struct facts *facts = &screen->app->facts;
	uint32_t a = thing_number(screen->app, asset);
	bool secret = a != NOBODY && kind_at(facts->assets[a].kind)->secret_name;

	*n = secret ? COLUMNS : VALUE;
	return of_asset;
}

/* ---- cells ----------------------------------------------------------------------- */

static void count_cell(uint32_t n, struct buf *out)
{
	if (!n)
		buf_adds(out, "-");
	else
		buf_printf(out, "%u project%s", n, n == 1 ? "" : "s");
}

void card_through(struct screen *screen, uint32_t a, uint32_t u, struct buf *out)
{
	static const enum builtin builtins[] = {
		BUILTIN_WORKSPACE, BUILTIN_GUESTS, BUILTIN_PUBLIC
	};
	const struct facts *facts = &screen->app->facts;
	const struct fact_asset *asset = &facts->assets[a];
	const char *comma = "";
	uint32_t i;

	if (u != ANYONE && !facts->users[u].active) {
		buf_adds(out, "deactivated: uses nothing");
		return;
	}
	if (u != ANYONE && facts->users[u].role == ROLE_ADMIN) {
		buf_adds(out, "Admin: inherits access to all assets");
		comma = "; ";
	}
	for (i = 0; i < COUNT_OF(builtins); i++) {
		bool in = u == ANYONE ? builtins[i] == BUILTIN_PUBLIC :
			facts_in_builtin(&facts->users[u], builtins[i]);

		if (!in || !(asset->builtin & (unsigned)builtins[i]))
			continue;
		buf_printf(out, "%s%s (built in)", comma,
			   builtin_label(builtins[i]));
		comma = ", ";
	}
	for (i = 0; u != ANYONE && i < asset->groups.n; i++) {
		uint32_t g = asset->groups.v[i];

		if (facts->groups[g].gone ||
		    !numbers_has(&facts->groups[g].members, u))
			continue;
		buf_printf(out, "%s%s", comma, facts->groups[g].name);
		comma = ", ";
	}
	if (!*comma)
		buf_printf(out, "not in %s", access_shared_with(facts, a,
			   screen_scratch(screen)));
}

static void changed_cell(struct panel *panel, const struct panel_row *row,
			 struct buf *out)
{
	const struct facts *facts = &panel->screen->app->facts;

	if (row->moved != NOBODY)
		buf_printf(out, "%s: %s -> %s; ",
			   facts->projects[row->moved].title,
			   level_label((enum level)row->was_granted),
			   level_label((enum level)row->was));
	else
		buf_printf(out, "%s; ", row->effective ? "could not use it" :
			   "could use it");
}

void panel_asset_cell(struct panel *panel, size_t row, size_t column,
		      struct buf *out, unsigned *style)
{
	const struct facts *facts = &panel->screen->app->facts;
	const struct panel_row *r = &panel->rows[row];
	uint32_t a = thing_number(panel->screen->app, &panel->subject);

	switch (column) {
	case WHO:
		buf_adds(out, r->who == ANYONE ? "anyone (web)" :
			 facts_user_name(facts, r->who));
		break;
	case ROLE:
		buf_adds(out, r->who == ANYONE ? "-" :
			 role_label(facts->users[r->who].role));
		break;
	case USE:
		buf_adds(out, r->effective ? "yes" : "no");
		break;
	case CAPPED:
		count_cell(r->caps, out);
		if (r->caps)
			*style |= STYLE_RED;
		break;
	case VALUE:
		count_cell(r->values, out);
		break;
	default:
		if (r->changed)
			changed_cell(panel, r, out);
		if (a != NOBODY)
			card_through(panel->screen, a, r->who, out);
		break;
	}
}

/* ---- rows ------------------------------------------------------------------------ */

/* Of each user: in how many importing projects capped, and seeing the value. */
static void count_projects(struct panel *panel, uint32_t a, uint32_t *caps,
			   uint32_t *values)
{
	struct screen *screen = panel->screen;
	const struct facts *facts = &screen->app->facts;
	const struct numbers *used = &facts->assets[a].projects;
	struct verdict *verdict = screen_verdicts(screen, facts->n_users);
	uint32_t i, u;

	for (i = 0; i < used->n; i++) {
		if (facts->projects[used->v[i]].gone)
			continue;
		access_of_project(facts, used->v[i], verdict);
		for (u = 0; u < facts->n_users; u++) {
			caps[u] += verdict[u].asset_cap;
			values[u] += verdict[u].effective >= LEVEL_CAN_EDIT;
		}
	}
}

/* What-if: lit where somebody moves in a project that imports the asset. */
static void mark_moved(struct panel *panel, uint32_t a, struct panel_row *row)
{
	const struct preview *preview = whatif_changes(panel->screen);
	const struct facts *facts = &panel->screen->app->facts;
	uint32_t i;

	for (i = 0; preview && i < preview->n && !row->changed; i++) {
		const struct change *c = &preview->changes[i];

		if (c->user != row->who || c->before.effective ==
		    c->after.effective || !numbers_has(&facts->assets[a].projects,
						       c->project))
			continue;
		row->changed = true;
		row->moved = c->project;
		row->was_granted = (uint8_t)c->before.effective;
		row->was = (uint8_t)c->after.effective;
		panel->up += c->after.effective > c->before.effective;
		panel->down += c->after.effective < c->before.effective;
	}
}

static void mark_changed(struct panel *panel, struct panel_row *row)
{
	const struct panel_row *was;

	if (panel->screen->app->overlay || !panel->n_old)
		return;
	was = bsearch(row, panel->old, panel->n_old, sizeof(*row),
		      panel_row_cmp);
	if (!was || (was->effective == row->effective &&
		     was->caps == row->caps))
		return;
	row->changed = was->effective != row->effective;
	panel->up += row->effective > was->effective;
	panel->down += row->effective < was->effective;
}

static void add(struct panel *panel, uint32_t u, bool has, uint32_t caps,
		uint32_t values)
{
	struct thing thing = thing_of(panel->screen->app, THING_USER, u);
	struct panel_row row = {
		.who = u, .id = thing_hash(&thing), .effective = has,
		.granted = has || caps,		/* lower than that: downgraded */
		.caps = has ? 0 : caps, .values = values, .moved = NOBODY
	};

	mark_changed(panel, &row);
	panel->reached += has && u != ANYONE;
	panel->downgraded += row.caps > 0;
	panel_add(panel, &row);
}

/* The what-if changes are by project: one pass, then the users that move. */
static void light(struct panel *panel, uint32_t a)
{
	const struct preview *preview = whatif_changes(panel->screen);
	const struct facts *facts = &panel->screen->app->facts;
	bool *moves;
	size_t i;

	if (!preview || !preview->n)
		return;
	moves = mem_array((size_t)facts->n_users + 1, sizeof(*moves));
	for (i = 0; i < preview->n; i++)
		if (preview->changes[i].user < facts->n_users)
			moves[preview->changes[i].user] = true;
	for (i = 0; i < panel->n_all; i++)
		if (panel->rows[i].who != ANYONE && moves[panel->rows[i].who]) {
			mark_moved(panel, a, &panel->rows[i]);
			panel->changed += panel->rows[i].changed;
		}
	free(moves);
}

void panel_asset_load(struct panel *panel, uint32_t a)
{
	struct screen *screen = panel->screen;
	const struct facts *facts = &screen->app->facts;
	uint32_t *caps = mem_array((size_t)facts->n_users + 1, sizeof(*caps));
	uint32_t *values = mem_array((size_t)facts->n_users + 1,
				     sizeof(*values));
	int pass;
	size_t i;

	screen_order(screen);
	count_projects(panel, a, caps, values);
	for (pass = 0; pass < 2; pass++)	/* who may use it, then the rest */
		for (i = 0; i < screen->n_people; i++) {
			uint32_t u = screen->people[i];
			bool has = access_asset(facts, u, a);

			if (has == (pass == 0))
				add(panel, u, has, caps[u], values[u]);
		}
	if (facts->assets[a].builtin & BUILTIN_PUBLIC)
		add(panel, ANYONE, true, 0, 0);
	light(panel, a);
	free(caps);
	free(values);
}

uint32_t panel_asset_project(struct panel *panel, uint32_t user)
{
	struct app *app = panel->screen->app;
	const struct facts *facts = &app->facts;
	uint32_t a = thing_number(app, &panel->subject), i, k;
	uint32_t first = NOBODY;
	struct arena arena = { 0 };
	struct answer answer;

	for (i = 0; a != NOBODY && i < facts->assets[a].projects.n; i++) {
		uint32_t p = facts->assets[a].projects.v[i];

		if (facts->projects[p].gone || !app_sees_project(app, p))
			continue;
		if (first == NOBODY)
			first = p;
		access_decide(facts, user, p, &arena, &answer);
		for (k = 0; k < answer.n_limits; k++)
			if (answer.limits[k].asset == a) {
				arena_release(&arena);
				return p;
			}
		arena_release(&arena);
	}
	return first;
}
