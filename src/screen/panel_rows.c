/* panel_rows.c: the panel's rows: verdicts of the fast engine, changed ones first,
 * then the downgraded, then the rest by name. */
#include "screen/panel.h"

#include <stdlib.h>

#include "base/mem.h"
#include "screen/movelist.h"
#include "screen/whatif.h"

int panel_row_cmp(const void *a, const void *b)
{
	const struct panel_row *x = a, *y = b;

	return (x->id > y->id) - (x->id < y->id);
}

static const struct panel_row *before(const struct panel *panel, uint64_t id)
{
	struct panel_row key = { .id = id };

	return panel->n_old ? bsearch(&key, panel->old, panel->n_old,
				      sizeof(*panel->old), panel_row_cmp) : NULL;
}

void panel_add(struct panel *panel, const struct panel_row *row)
{
	panel->rows = mem_grow(panel->rows, panel->n_all, &panel->cap,
			       sizeof(*panel->rows));
	panel->rows[panel->n_all++] = *row;
	panel->changed += row->changed;
}

static void add(struct panel *panel, enum thing_kind kind, uint32_t who,
		uint8_t granted, uint8_t effective)
{
	struct thing thing = thing_of(panel->screen->app, kind, who);
	struct panel_row row = {
		.who = who, .id = thing_hash(&thing),
		.granted = granted, .effective = effective
	};
	const struct panel_row *was = before(panel, row.id);

	if (was) {
		row.changed = was->granted != granted ||
			was->effective != effective;
		row.was = was->effective;
		row.was_granted = was->granted;
		panel->up += effective > was->effective;
		panel->down += effective < was->effective;
	}
	panel->reached += effective > LEVEL_NONE && who != ANYONE;
	panel->downgraded += effective < granted && who != ANYONE;
	panel_add(panel, &row);
}

static int rank_of(const struct panel_row *row)
{
	return row->changed ? 0 : row->effective < row->granted ? 1 : 2;
}

/* Stable: each in the order it came. */
void panel_arrange(struct panel *panel)
{
	struct panel_row *sorted = mem_array(panel->n_all + 1, sizeof(*sorted));
	size_t i, n = 0, upto[3];
	int pass;

	for (pass = 0; pass < 3; pass++) {
		for (i = 0; i < panel->n_all; i++)
			if (rank_of(&panel->rows[i]) == pass)
				sorted[n++] = panel->rows[i];
		upto[pass] = n;
	}
	free(panel->rows);
	panel->rows = sorted;
	panel->cap = panel->n_all + 1;
	panel->n = upto[panel->only_changed ? 0 : panel->only_down ? 1 : 2];
}

/* ---- what was there before ------------------------------------------------------ */

static void old_row(struct panel *panel, const struct change *change)
{
	bool by_user = panel->subject.kind == THING_PROJECT;
	struct thing thing = thing_of(panel->screen->app, by_user ? THING_USER :
				      THING_PROJECT, by_user ? change->user :
				      change->project);

	panel->old = mem_grow(panel->old, panel->n_old, &panel->cap_old,
			      sizeof(*panel->old));
	panel->old[panel->n_old++] = (struct panel_row){
		.id = thing_hash(&thing),
		.granted = (uint8_t)change->before.granted,
		.effective = (uint8_t)change->before.effective
	};
}

/* In what-if: against what is saved, whatever was on the screen before. */
static void compare_with(struct panel *panel, const struct preview *preview,
			 uint32_t subject)
{
	bool project = panel->subject.kind == THING_PROJECT;
	uint32_t i, last = NOBODY, of;

	panel->n_old = 0;
	for (i = 0; i < preview->n; i++) {
		const struct change *change = &preview->changes[i];

		of = project ? change->project : change->user;
		if (of == subject)
			old_row(panel, change);
		else if (project && of != last)
			panel->elsewhere++;
		last = of;
	}
	qsort(panel->old, panel->n_old, sizeof(*panel->old), panel_row_cmp);
}

static void look_back(struct panel *panel, uint32_t subject)
{
	struct screen *screen = panel->screen;
	const struct preview *preview = whatif_changes(screen);

	panel->elsewhere = 0;
	if (preview)
		compare_with(panel, preview, subject);
	else if (screen->last && panel->n_old &&
		 panel->subject.kind == THING_PROJECT &&
		 screen->last_revision == screen->app->facts.revision)
		panel->elsewhere = movelist_projects(screen->last,
						     panel->subject.id);
}

/* ---- the rows ------------------------------------------------------------------- */

static void load_project(struct panel *panel, uint32_t p)
{
	struct screen *screen = panel->screen;
	const struct facts *facts = &screen->app->facts;
	struct verdict *verdict;
	struct answer web;
	struct arena arena = { 0 };
	size_t i;

	screen_order(screen);
	verdict = screen_verdicts(screen, facts->n_users);
	access_of_project(facts, p, verdict);
	for (i = 0; i < screen->n_people; i++) {
		uint32_t u = screen->people[i];

		add(panel, THING_USER, u, verdict[u].granted,
		    verdict[u].effective);
	}
	if (access_has_anonymous(facts, p)) {
		access_decide(facts, ANYONE, p, &arena, &web);
		add(panel, THING_USER, ANYONE, (uint8_t)web.granted,
		    (uint8_t)web.effective);
		arena_release(&arena);
	}
}

static void load_user(struct panel *panel, uint32_t u)
{
	struct screen *screen = panel->screen;
	const struct facts *facts = &screen->app->facts;
	struct verdict *verdict;
	size_t i;

	screen_order(screen);
	verdict = screen_verdicts(screen, facts->n_projects);
	access_of_user(facts, u, verdict);
	for (i = 0; i < screen->n_titles; i++) {
		uint32_t p = screen->titles[i];

		add(panel, THING_PROJECT, p, verdict[p].granted,
		    verdict[p].effective);
	}
}

void panel_load(struct panel *panel)
{
	uint32_t n = thing_number(panel->screen->app, &panel->subject);

	panel->n = panel->n_all = panel->reached = panel->downgraded = 0;
	panel->changed = panel->up = panel->down = 0;
	panel->refused = NULL;
	if (n == NOBODY) {
		panel->refused = "It is no longer there.";
		return;
	}
	panel->refused = panel->subject.kind == THING_PROJECT ?
		screen_may_ask(panel->screen, NOBODY, n) :
		panel->subject.kind == THING_USER ?
		screen_may_ask(panel->screen, n, NOBODY) : NULL;
	if (panel->refused)
		return;
	if (panel->subject.kind == THING_ASSET) {
		panel->elsewhere = 0;
		panel_asset_load(panel, n);
	} else {
		look_back(panel, n);
		if (panel->subject.kind == THING_PROJECT)
			load_project(panel, n);
		else
			load_user(panel, n);
	}
	panel_arrange(panel);
}
