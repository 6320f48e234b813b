/* panel_rows.c: the panel's rows: verdicts of the fast engine, and what they are
 * compared with; changed ones first, then the downgraded, then the rest by name. */
#include "screen/panel/panel_priv.h"

#include <stdlib.h>

#include "action/run/what_if.h"
#include "action/undo/as_of_facts.h"
#include "screen/preview/move_list.h"

/* With what-if on the rows it is what is saved, and not what is shown. */
void panel_keep(struct panel *panel)
{
	struct panel_state was = panel->before;

	if (panel->tried) {
		panel->before = panel->saved;
		panel->saved = was;
	} else {
		panel_state_copy(&panel->before, &panel->now);
	}
}

static void load_project(struct panel *panel, uint32_t p)
{
	struct screen *screen = panel->screen;
	const struct seen *seen = app_seen(screen->app);
	const struct facts *facts = seen_judged(seen);
	struct verdict *verdict;
	struct answer web;
	struct arena arena = { 0 };
	size_t i;

	panel_room(panel, screen->n_people + 1);
	verdict = screen_verdicts(screen, seen_n_users(seen));
	access_of_project(facts, p, verdict);
	for (i = 0; i < screen->n_people; i++) {
		uint32_t u = screen->people[i];

		if (u < seen_n_users(seen))
			panel_add(panel, u, verdict[u].granted, verdict[u].effective);
	}
	if (access_has_anonymous(facts, p)) {
		access_decide(facts, ANYONE, p, &arena, &web);
		panel_add(panel, ANYONE, web.granted, web.effective);
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

	panel_room(panel, screen->n_titles);
	verdict = screen_verdicts(screen, seen_n_projects(seen));
	access_of_user(facts, u, verdict);
	for (i = 0; i < screen->n_titles; i++) {
		uint32_t p = screen->titles[i];

		if (p < seen_n_projects(seen))
			panel_add(panel, p, verdict[p].granted, verdict[p].effective);
	}
}

static void begin(struct panel *panel)
{
	panel->n_all = 0;
	free(panel->values);
	panel->values = NULL;
	panel_state_begin(panel, panel->subject.kind == THING_USER ? THING_PROJECT :
			  THING_USER, panel->subject.kind == THING_ASSET);
}

/* Nothing where the subject is not there. */
static void load(struct panel *panel)
{
	uint32_t n = thing_number(panel->screen->app, &panel->subject);

	begin(panel);
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
static void add_lost_visitor(struct panel *panel)
{
	if (!panel->was.levels[panel->was.ids->n] || panel->subject.kind == THING_USER ||
	    (panel->n_all && panel->who[panel->n_all - 1] == ANYONE))
		return;
	panel_add(panel, ANYONE, 0, 0);
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

/* What stood before the event whose state is shown: whichever way one came there, that is
 * what it moved. */
static void load_before(struct panel *panel)
{
	struct screen *screen = panel->screen;
	uint64_t named = seen_judged(app_seen(screen->app))->named;
	bool others;

	panel->before.known = false;
	if (!as_of_aside(screen->app))
		return;
	others = seen_judged(app_seen(screen->app))->named != named;
	if (others)
		screen_order_anew(screen);
	load(panel);
	as_of_return(screen->app);
	if (others)
		screen_order_anew(screen);
	panel_state_copy(&panel->before, &panel->now);
}

void panel_load(struct panel *panel)
{
	struct screen *screen = panel->screen;
	const struct panel_state *base = &panel->before;

	panel_empty(panel);
	begin(panel);
	panel->tried = what_if_steps(screen->app) > 0;
	panel->then = !panel->tried && !panel->pinned && as_of_on(screen->app);
	panel->saved.known = false;
	panel->refused = refusal(panel);
	if (panel->refused)
		return;
	screen_order(screen);
	if (panel->tried) {
		what_if_aside(screen->app);
		load(panel);
		what_if_back(screen->app);
		panel_state_copy(&panel->saved, &panel->now);
		base = &panel->saved;
	} else if (panel->then) {
		load_before(panel);
	}
	load(panel);
	if (base->known) {
		panel_state_compare(panel, base);
		add_lost_visitor(panel);
	}
	panel_count(panel);
	panel->elsewhere = projects_elsewhere(panel);
	panel_arrange(panel);
}
