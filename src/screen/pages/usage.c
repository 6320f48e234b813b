/* usage.c: the page behind Usage: the projects that import an asset, their owners, and
 * whom it holds below what they were granted there (A04). */
#include "screen/pages/usage.h"

#include "action/core/action.h"
#include "action/run/allowed.h"
#include "screen/pages/thing_page.h"
#include "screen/panel/card.h"

enum { TITLE_COLS = 24 };

static void project_line(struct lines *lines, struct screen *screen,
			 uint32_t project, uint32_t asset)
{
	const struct seen *seen = app_seen(screen->app);
	const struct fact_project *p = seen_project(seen, project);
	struct editors *editors = &screen->counting.editors;
	struct line *line;
	struct buf names;
	char text[24];
	uint32_t n;

	buf_init(&names, 4096);
	editors_of(editors, seen_judged(seen), project);
	n = card_capped(seen, editors, asset, &names);
	line = lines_pair(lines, TITLE_COLS, seen_project_label(seen, project), "%s%s, holds %s%s",
			  p->owner == NOBODY ? "no owner" :
			  seen_user_label(seen, p->owner),
			  p->state == STATE_ACTIVE ? "" :
			  p->state == STATE_ARCHIVED ? " (archived)" :
			  " (in the trash)",
			  card_people(n, text, sizeof(text)), buf_text(&names));
	line->link = thing_of(screen->app, THING_PROJECT, project);
	line->style = n ? STYLE_RED : 0;
	buf_release(&names);
}

static void make(struct lines *lines, struct screen *screen,
		 const struct thing *thing)
{
	const struct seen *seen = app_seen(screen->app);
	uint32_t asset = thing_number(screen->app, thing), i, n;
	const struct numbers *used;

	lines_clear(lines);
	if (asset == NOBODY) {
		(void)lines_add(lines, "It is no longer there.");
		return;
	}
	used = &seen_asset(seen, asset)->projects;
	n = seen_count_uses(seen, asset);
	lines_head(lines, "Imported by %u project%s", n, n == 1 ? "" : "s");
	for (i = 0; i < used->n; i++)
		if (sees_project(seen, used->v[i]))
			project_line(lines, screen, used->v[i], asset);
	if (!n)
		return;
	lines_blank(lines);
	(void)lines_add(lines, "Named are the owners, and whom it holds: those who "
			"were granted more there and have no access to it.");
}

/* Key, link, menu and mouse all come by here: what the command allows, no more. */
void usage_push(struct screen *screen, const struct thing *thing)
{
	const struct action *action;
	struct error err;

	if (thing->kind != THING_ASSET) {
		screen_refuse(screen, "Usage is of assets: data connections, "
			    "secrets, Git packages, file integrations.");
		return;
	}
	action = action_find(thing_noun(screen->app, thing), "usage");
	error_clear(&err);
	if (action && !action_allowed(screen->app, action, &err)) {
		screen_refuse(screen, "Usage: %s%s%s", err.text,
			    err.remedy[0] ? ": " : "", err.remedy);
		return;
	}
	thing_page_push(screen, thing, "Usage", make);
}
