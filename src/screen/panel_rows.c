/* panel_rows.c: the panel's rows: verdicts of the fast engine, changed ones first,
 * then the downgraded, then the rest by name. */
#include "screen/panel.h"

#include <stdlib.h>

#include "base/mem.h"

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
	}
	panel->reached += effective > LEVEL_NONE && who != ANYONE;
	panel->downgraded += effective < granted && who != ANYONE;
	panel->changed += row.changed;
	panel->rows = mem_grow(panel->rows, panel->n, &panel->cap,
			       sizeof(*panel->rows));
	panel->rows[panel->n++] = row;
}

/* Stable: changed, downgraded, others, each in the order it came. */
static void arrange(struct panel *panel)
{
	struct panel_row *sorted = mem_array(panel->n + 1, sizeof(*sorted));
	size_t i, n = 0;
	int pass;

	for (pass = 0; pass < 3; pass++)
		for (i = 0; i < panel->n; i++) {
			const struct panel_row *row = &panel->rows[i];
			int rank = row->changed ? 0 :
				row->effective < row->granted ? 1 : 2;

			if (rank == pass && !(panel->only_down && rank == 2))
				sorted[n++] = *row;
		}
	free(panel->rows);
	panel->rows = sorted;
	panel->cap = panel->n + 1;
	panel->n = n;
}

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
	arrange(panel);
	if (access_has_anonymous(facts, p)) {
		access_decide(facts, ANYONE, p, &arena, &web);
		if (!panel->only_down)
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
	arrange(panel);
}

void panel_load(struct panel *panel)
{
	uint32_t n = thing_number(panel->screen->app, &panel->subject);

	panel->n = panel->reached = panel->downgraded = panel->changed = 0;
	panel->refused = NULL;
	if (n == NOBODY) {
		panel->refused = "It is no longer there.";
		return;
	}
	panel->refused = panel->subject.kind == THING_PROJECT ?
		screen_may_ask(panel->screen, NOBODY, n) :
		screen_may_ask(panel->screen, n, NOBODY);
	if (panel->refused)
		return;
	if (panel->subject.kind == THING_PROJECT)
		load_project(panel, n);
	else
		load_user(panel, n);
}
