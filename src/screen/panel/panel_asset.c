/* panel_asset.c: the panel's rows of an asset: who may use it and through what,
 * and in how many of the projects that import it whom it holds at Can View. */
#include <stdlib.h>

#include "access/rights.h"
#include "access/words.h"
#include "base/mem.h"
#include "model/kind.h"
#include "screen/panel/card.h"
#include "screen/panel/panel_priv.h"

enum { WHO, ROLE, USE, CAPPED, THROUGH, VALUE, COLUMNS };

static const struct list_column of_asset[COLUMNS] = {
	[WHO] = { "USER", "user", 15, 18, 0, false, false, false },
	[ROLE] = { "ROLE", "role", 8, 0, 2, false, false, false },
	[USE] = { "USE", "use", 3, 0, 0, false, false, false },
	[CAPPED] = { "HELD IN", "held", 9, 0, 0, false, false, false },
	[THROUGH] = { "THROUGH", "through", 10, 0, 0, false, false, false },
	[VALUE] = { "SEES VALUE IN|SEES IN", "value", 8, 8, 1, false, false, false },
};

const struct list_column *panel_asset_columns(struct screen *screen,
					      const struct thing *asset,
					      size_t *n)
{
	const struct seen *seen = app_seen(screen->app);
	uint32_t a = thing_number(screen->app, asset);
	bool secret = a != NOBODY && kind_at(seen_asset(seen, a)->kind)->secret_name;

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

/* "yes", "no -> yes" */
static void use_cell(const struct panel_row *row, struct buf *out)
{
	if (row->changed && row->was != row->effective)
		buf_adds(out, row->was ? "yes -> " : "no -> ");
	buf_adds(out, row->effective ? "yes" : "no");
}

static void capped_cell(const struct panel_row *row, struct buf *out)
{
	if (row->changed && row->was_caps != row->caps)
		buf_printf(out, "%u -> %u", row->was_caps, row->caps);
	else
		count_cell(row->caps, out);
}

void panel_asset_cell(struct panel *panel, const struct panel_row *r, size_t column,
		      struct buf *out, unsigned *style)
{
	const struct seen *seen = app_seen(panel->screen->app);

	switch (column) {
	case WHO:
		buf_adds(out, r->who == ANYONE ? "anyone (web)" :
			 seen_user_label(seen, r->who));
		break;
	case ROLE:
		buf_adds(out, r->who == ANYONE ? "-" :
			 role_label(seen_user(seen, r->who)->role));
		break;
	case USE:
		use_cell(r, out);
		break;
	case CAPPED:
		if (!panel->tally.known && !panel->tried)
			break;		/* it is being counted */
		capped_cell(r, out);
		if (r->caps)
			*style |= STYLE_RED;
		break;
	case VALUE:
		if (panel->tally.known || panel->tried)
			count_cell(r->values, out);
		break;
	default:
		panel_asset_why(panel, r, out);
		break;
	}
}

/* ---- rows ------------------------------------------------------------------------ */

/* The rest of what is said of each, as far as it was counted. */
static void take_tally(struct panel *panel, const struct panel_tally *tally,
		       const bool *has, uint32_t n)
{
	uint32_t u;

	panel->values = mem_array((size_t)n + 1, sizeof(*panel->values));
	for (u = 0; u < n; u++) {
		panel->now.caps[u] = has[u] ? 0 : tally->caps[u];
		panel->values[u] = tally->values[u];
	}
}

/* Who has access, or the rest.  Granted is more than that: downgraded. */
static void add_people(struct panel *panel, const bool *has, bool which)
{
	const struct screen *screen = panel->screen;
	uint32_t n = seen_n_users(app_seen(screen->app)), u;
	size_t i;

	for (i = 0; i < screen->n_people; i++) {
		u = screen->people[i];
		if (u < n && has[u] == which)
			panel_add(panel, u, which || panel->now.caps[u], which);
	}
}

void panel_asset_load(struct panel *panel, uint32_t a)
{
	const struct seen *seen = app_seen(panel->screen->app);
	const struct panel_tally *tally;
	bool *has = mem_alloc((size_t)seen_n_users(seen) + 1);

	/* What rows are compared with was counted to the end, and so are they. */
	tally = panel_tally(panel, a, panel->tried || panel->then ||
			    panel->before.known);
	access_of_asset(seen_judged(seen), a, has);
	take_tally(panel, tally, has, seen_n_users(seen));
	panel_room(panel, panel->screen->n_people + 1);
	add_people(panel, has, true);
	add_people(panel, has, false);
	if (seen_asset(seen, a)->builtin & BUILTIN_PUBLIC)
		panel_add(panel, ANYONE, true, true);
	free(has);
	if (panel->tried || panel->then)
		panel_tally_drop(panel);	/* of these facts, not of those beside them */
}

uint32_t panel_asset_project(struct panel *panel, uint32_t user)
{
	struct app *app = panel->screen->app;
	const struct seen *seen = app_seen(app);
	const struct facts *facts = seen_judged(seen);
	uint32_t a = thing_number(app, &panel->subject), i, k;
	uint32_t first = NOBODY;
	struct arena arena = { 0 };
	struct answer answer;

	for (i = 0; a != NOBODY && i < seen_asset(seen, a)->projects.n; i++) {
		uint32_t p = seen_asset(seen, a)->projects.v[i];

		if (!sees_project(seen, p))
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
