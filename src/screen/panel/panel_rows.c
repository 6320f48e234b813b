/* panel_rows.c: the panel's rows: verdicts of the fast engine, and what they are
 * compared with; changed ones first, then the downgraded, then the rest by name. */
#include "screen/panel/panel_priv.h"

#include <stdlib.h>

#include "action/run/what_if.h"
#include "base/mem.h"
#include "screen/preview/move_list.h"

/* ---- what was there before ------------------------------------------------------ */

static int was_cmp(const void *a, const void *b)
{
	const struct panel_was *x = a, *y = b;

	return (x->id > y->id) - (x->id < y->id);
}

static void base_take(struct panel_base *base, const struct panel *panel)
{
	for (base->n = 0; base->n < panel->n_all; base->n++) {
		const struct panel_row *row = &panel->rows[base->n];

		base->v = mem_grow(base->v, base->n, &base->cap,
				   sizeof(*base->v));
		base->v[base->n] = (struct panel_was){
			row->id, row->caps, row->granted, row->effective
		};
	}
	if (base->n)
		qsort(base->v, base->n, sizeof(*base->v), was_cmp);
	base->known = true;
}

static const struct panel_was *base_find(const struct panel_base *base,
					 uint64_t id)
{
	struct panel_was key = { .id = id };

	return base->n ? bsearch(&key, base->v, base->n, sizeof(*base->v),
				 was_cmp) : NULL;
}

/* A row that was not there had nothing. */
static void compare(struct panel *panel, const struct panel_base *base)
{
	static const struct panel_was none;
	size_t i;

	for (i = 0; i < panel->n_all; i++) {
		struct panel_row *row = &panel->rows[i];
		const struct panel_was *was = base_find(base, row->id);

		was = was ? was : &none;
		row->was_granted = was->granted;
		row->was = was->effective;
		row->was_caps = was->caps;
		row->changed = was->granted != row->granted ||
			was->effective != row->effective ||
			was->caps != row->caps;
		panel->changed += row->changed;
		panel->up += row->effective > row->was ||
			(row->effective == row->was && row->caps < was->caps);
		panel->down += row->effective < row->was ||
			(row->effective == row->was && row->caps > was->caps);
	}
}

/* With what-if on the rows it is what is saved, and not what is shown. */
void panel_keep(struct panel *panel)
{
	struct panel_base was = panel->before;

	if (panel->tried) {
		panel->before = panel->saved;
		panel->saved = was;
	} else {
		base_take(&panel->before, panel);
	}
}

/* ---- the rows ------------------------------------------------------------------- */

static void load_project(struct panel *panel, uint32_t p)
{
	struct screen *screen = panel->screen;
	const struct seen *seen = app_seen(screen->app);
	const struct facts *facts = seen_judged(seen);
	struct verdict *verdict;
	struct answer web;
	struct arena arena = { 0 };
	size_t i;

	verdict = screen_verdicts(screen, seen_n_users(seen));
	access_of_project(facts, p, verdict);
	for (i = 0; i < screen->n_people; i++) {
		uint32_t u = screen->people[i];

		if (u < seen_n_users(seen))
			panel_add(panel, THING_USER, &(struct panel_row){
				  .who = u, .granted = verdict[u].granted,
				  .effective = verdict[u].effective });
	}
	if (access_has_anonymous(facts, p)) {
		access_decide(facts, ANYONE, p, &arena, &web);
		panel_add(panel, THING_USER, &(struct panel_row){
			  .who = ANYONE, .granted = (uint8_t)web.granted,
			  .effective = (uint8_t)web.effective });
		arena_release(&arena);
	}
}

static void load_user(struct panel *panel, uint32_t u)
{
	struct screen *screen = panel->screen;
	const struct seen *seen = app_seen(screen->app);
	const struct facts *facts = seen_judged(seen);
	struct verdict *verdict;
	size_t i;

	verdict = screen_verdicts(screen, seen_n_projects(seen));
	access_of_user(facts, u, verdict);
	for (i = 0; i < screen->n_titles; i++) {
		uint32_t p = screen->titles[i];

		if (p < seen_n_projects(seen))
			panel_add(panel, THING_PROJECT, &(struct panel_row){
				  .who = p, .granted = verdict[p].granted,
				  .effective = verdict[p].effective });
	}
}

/* Nothing where the subject is not there. */
static void load(struct panel *panel)
{
	uint32_t n = thing_number(panel->screen->app, &panel->subject);

	panel->n_all = 0;
	if (n == NOBODY)
		return;
	if (panel->subject.kind == THING_ASSET)
		panel_asset_load(panel, n);
	else if (panel->subject.kind == THING_PROJECT)
		load_project(panel, n);
	else
		load_user(panel, n);
}

/* The web visitor who lost the link has a row as long as that is news. */
static void add_lost_visitor(struct panel *panel, const struct panel_base *base)
{
	struct thing anyone = thing_of(panel->screen->app, THING_USER, ANYONE);
	const struct panel_was *was = base_find(base, thing_hash(&anyone));

	if (was && was->granted && panel->subject.kind != THING_USER &&
	    (!panel->n_all || panel->rows[panel->n_all - 1].who != ANYONE))
		panel_add(panel, THING_USER, &(struct panel_row){
			  .who = ANYONE });
}

/* Projects that move, but for the one that is shown. */
static size_t projects_elsewhere(struct panel *panel)
{
	struct screen *screen = panel->screen;
	const struct preview *preview = what_if_changes(screen->app);
	uint32_t here = NOBODY, last = NOBODY, i;
	size_t n = 0;

	if (panel->subject.kind != THING_PROJECT)
		return 0;
	if (!panel->tried)
		return screen->last && panel->before.known && !panel->pinned &&
			screen->last_revision == seen_workspace(app_seen(screen->app)).revision ?
			move_list_projects(screen->last, panel->subject.id) : 0;
	here = thing_number(screen->app, &panel->subject);
	for (i = 0; i < preview->n; i++) {
		n += preview->changes[i].project != last &&
			preview->changes[i].project != here;
		last = preview->changes[i].project;
	}
	return n;
}

static const char *refusal(struct panel *panel)
{
	uint32_t n = thing_number(panel->screen->app, &panel->subject);

	if (n == NOBODY)
		return "It is no longer there.";
	if (panel->subject.kind == THING_PROJECT)
		return screen_may_ask(panel->screen, NOBODY, n);
	if (panel->subject.kind == THING_USER)
		return screen_may_ask(panel->screen, n, NOBODY);
	return NULL;
}

void panel_load(struct panel *panel)
{
	struct screen *screen = panel->screen;
	const struct panel_base *base = &panel->before;

	panel_empty(panel);
	panel->tried = what_if_steps(screen->app) > 0;
	panel->saved.known = false;
	panel->refused = refusal(panel);
	if (panel->refused)
		return;
	screen_order(screen);
	if (panel->tried) {
		what_if_aside(screen->app);
		load(panel);
		what_if_back(screen->app);
		base_take(&panel->saved, panel);
		base = &panel->saved;
	}
	load(panel);
	if (base->known) {
		add_lost_visitor(panel, base);
		compare(panel, base);
	}
	panel_count(panel);
	panel->elsewhere = projects_elsewhere(panel);
	panel_arrange(panel);
}
