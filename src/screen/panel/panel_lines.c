/* panel_lines.c: the lines of the panel: rows that need attention stand alone, the others
 * as one line for each level.  Of those held the first stand alone. */
#include "base/mem.h"
#include "screen/panel/panel_priv.h"

enum { HELD_FEW = 12, HELD_MOST = 8 };	/* of more than few, rows that stand alone */

bool panel_folds(const struct panel *panel)
{
	return !panel->unfolded && !panel->only_down && !panel->only_changed &&
		!panel->list.sorted && filter_empty(&panel->list.filter);
}

struct panel_single panel_single(const struct panel *panel)
{
	const struct app *app = panel->screen->app;
	uint32_t subject = thing_number(app, &panel->subject);
	bool project = panel->subject.kind == THING_PROJECT;

	return (struct panel_single){
		.seen = panel->subject.kind == THING_USER ? app_seen(app) : NULL,
		.subject = subject,
		.owner = project ? seen_project(app_seen(app), subject)->owner : NOBODY,
	};
}

bool panel_stands_alone(const struct panel *panel, const struct panel_single *single,
			size_t i)
{
	uint32_t who = panel->who[i];

	return who == ANYONE || who == panel->alone || who == single->owner ||
		(single->seen &&
		 seen_project(single->seen, who)->owner == single->subject) ||
		panel_attends(panel, i);
}

static void put(struct panel *panel, size_t row, uint8_t fold, size_t n)
{
	panel->lines = mem_grow(panel->lines, panel->n, &panel->cap_lines,
				sizeof(*panel->lines));
	panel->lines[panel->n++] = (struct panel_line){
		.row = (uint32_t)row, .n = (uint32_t)n, .fold = fold };
}

bool panel_is_open(const struct panel *panel, uint8_t fold)
{
	return panel->open & 1u << fold;
}

/* The rows that nothing singles out, by level. */
struct plain { size_t n[LEVELS], first[LEVELS]; };

/* Those held, from..to: where the panel has no room for all of them and for the lines
 * below, the first. */
static void put_held(struct panel *panel, size_t from, size_t to, size_t below)
{
	size_t room = panel->room, shown = to, i;

	below = below < room / 2 ? below + 1 : room / 2;
	if (room && to + below > room + 1)
		shown = from + below < room ? room - below : from + 1;
	if (to - from > HELD_FEW && shown > from + HELD_MOST)
		shown = from + HELD_MOST;
	if (shown + 1 >= to)
		shown = to;
	for (i = from; i < shown; i++)
		put(panel, i, 0, 0);
	if (shown < to)
		put(panel, shown, PANEL_HELD, to - shown);
	for (; i < to && panel_is_open(panel, PANEL_HELD); i++)
		put(panel, i, 0, 0);
}

/* Whoever is the only one of a level needs no line to open. */
static void put_level(struct panel *panel, const struct panel_single *single,
		      const struct plain *plain, int level)
{
	uint8_t fold = (uint8_t)(level + 1);
	size_t i, left = plain->n[level];

	if (left == 1)
		put(panel, plain->first[level], 0, 0);
	if (left < 2)
		return;
	put(panel, plain->first[level], fold, left);
	for (i = plain->first[level]; left && panel_is_open(panel, fold); i++)
		if (panel_level(panel, i) == level &&
		    !panel_stands_alone(panel, single, i)) {
			put(panel, i, 0, 0);
			left--;
		}
}

/* Of those after the held ones: how many lines they come to. */
static size_t look_at_plain(const struct panel *panel, const struct panel_single *single,
			    size_t from, struct plain *plain)
{
	size_t i, lines = 0;

	for (i = from; i < panel->n_all; i++) {
		uint8_t level = panel_level(panel, i);

		if (panel_stands_alone(panel, single, i)) {
			lines++;
			continue;
		}
		if (!plain->n[level]++) {
			plain->first[level] = i;
			lines++;
		}
	}
	return lines;
}

void panel_line_up(struct panel *panel, size_t changed, size_t held, size_t all)
{
	const struct panel_single single = panel_single(panel);
	bool folds = panel_folds(panel);
	struct plain plain = { .n = { 0 } };
	size_t i, below;
	int level;

	panel->n = 0;
	panel->folded = folds;
	for (i = 0; i < (folds ? changed : all); i++)
		put(panel, i, 0, 0);
	if (!folds)
		return;
	below = look_at_plain(panel, &single, held, &plain);
	put_held(panel, changed, held, below);
	for (i = held; i < all; i++)
		if (panel_stands_alone(panel, &single, i))
			put(panel, i, 0, 0);
	for (level = LEVELS - 1; level >= 0; level--)
		put_level(panel, &single, &plain, level);
}
